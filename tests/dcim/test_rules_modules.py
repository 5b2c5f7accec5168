"""The rules of modules and their bays, and what installing one does."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dcim.models import (
    FrontPortTemplate,
    Interface,
    InterfaceTemplate,
    Module,
    ModuleBay,
    ModuleBayTemplate,
    ModuleType,
    PortTemplateMapping,
    RearPortTemplate,
)
from netsot.kernel import changes
from tests.dcim.conftest import problems, written


@pytest.fixture
def card(manufacturer):
    """A module type with an interface and a bay."""
    made = ModuleType.objects.create(manufacturer=manufacturer, model="Card")
    InterfaceTemplate.objects.create(module_type=made, name="Gi{module}/1", type="1000base-t")
    ModuleBayTemplate.objects.create(module_type=made, name="sub", position="9")
    return made


@pytest.fixture
def bay(device):
    return ModuleBay.objects.create(device=device, name="slot 3", position="3")


@pytest.fixture
def module(device, card, bay):
    made = Module(device=device, module_bay=bay, module_type=card)
    made.save()
    return made


def test_it_shows_its_bay_and_type(module):
    assert str(module) == "slot 3: Card"
    module.asset_tag = "A1"
    assert str(module) == "slot 3: Card (A1)"


def test_the_bay_is_in_the_device_and_enabled(device, card, bay, new_device):
    other = new_device(name="sw2")
    other.save()
    assert problems(Module(device=device, module_bay=bay, module_type=card)) == {}
    assert set(problems(Module(device=other, module_bay=bay, module_type=card))) == {"module_bay"}
    bay.enabled = False
    assert set(problems(Module(device=device, module_bay=bay, module_type=card))) == {"module_bay"}


def test_a_module_may_stay_in_a_bay_that_was_disabled(module, bay):
    bay.enabled = False
    bay.save()
    module.module_bay.refresh_from_db()
    assert problems(module) == {}


def test_a_module_stays_in_its_device(module, new_device):
    other = new_device(name="sw2")
    other.save()
    module.device = other
    assert set(problems(module)) == {"device"}


def test_a_module_is_not_in_itself(module):
    own = module.modulebays.get()
    module.module_bay = own
    assert set(problems(module)) == {"module_bay"}
    bay = ModuleBay.objects.get(name="slot 3")
    bay.module = module
    assert set(problems(bay)) == {"module"}


def test_a_module_brings_its_components(module, device, bay):
    assert [item.name for item in device.interfaces.all()] == ["Gi3/1"]
    assert device.interfaces.get().module == module
    assert (module.modulebays.get().parent, module.modulebays.get().position) == (bay, "9")
    device.refresh_from_db()
    assert (device.interface_count, device.module_bay_count) == (1, 2)


def test_nested_modules_take_one_token_per_level(module, device, manufacturer):
    kind = ModuleType.objects.create(manufacturer=manufacturer, model="Nested")
    InterfaceTemplate.objects.create(module_type=kind, name="a{module}", type="other")
    InterfaceTemplate.objects.create(module_type=kind, name="b{module}/{module}", type="other")
    inner = Module(device=device, module_bay=module.modulebays.get(), module_type=kind)
    assert problems(inner) == {}
    inner.save()
    assert {item.name for item in inner.interfaces.all()} == {"a9", "b3/9"}


def test_too_many_tokens_are_refused(device, bay, card):
    InterfaceTemplate.objects.create(module_type=card, name="x{module}/{module}", type="other")
    assert set(problems(Module(device=device, module_bay=bay, module_type=card))) == {"module_bay"}


def test_a_name_that_is_taken_is_refused_unless_it_is_adopted(device, bay, card):
    present = Interface.objects.create(device=device, name="Gi3/1", type="other")
    module = Module(device=device, module_bay=bay, module_type=card)
    assert set(problems(module)) == {"module_bay"}

    module.adopt_components = True
    assert problems(module) == {}
    with changes.recording() as recording:
        module.save()
        logged = {(entry.model, entry.pk) for entry in recording.entries.values()}
        recording.entries.clear()
    present.refresh_from_db()
    assert present.module == module
    assert device.interfaces.count() == 1
    assert (Interface, present.pk) in logged
    assert module.modulebays.count() == 1


def test_two_modules_of_a_batch_do_not_bring_the_same_name(device, card, bay):
    twin = ModuleBay.objects.create(device=device, name="twin", position="3")
    batch = [Module(device=device, module_bay=place, module_type=card) for place in (bay, twin)]
    assert set(problems(*batch)) == {"module_bay"}


def test_components_can_be_left_out(device, bay, card):
    module = Module(device=device, module_bay=bay, module_type=card)
    module.replicate_components = False
    module.save()
    assert not device.interfaces.exists()


def test_the_wires_of_a_module(device, bay, manufacturer):
    kind = ModuleType.objects.create(manufacturer=manufacturer, model="Panel")
    front = FrontPortTemplate.objects.create(module_type=kind, name="f", type="lc")
    rear = RearPortTemplate.objects.create(module_type=kind, name="r", type="lc")
    PortTemplateMapping.objects.create(front_port=front, rear_port=rear)
    Module(device=device, module_bay=bay, module_type=kind).save()
    wire = device.port_mappings.get()
    assert (wire.front_port.name, wire.rear_port.name, wire.device) == ("f", "r", device)


def test_bays_follow_their_module(module, device):
    place = ModuleBay.objects.create(device=device, name="slot 4", position="4")
    module.module_bay = place
    assert problems(module) == {}
    module.save()
    assert module.modulebays.get().parent == place


def test_a_module_takes_its_components_and_nested_modules_along(module, device, card):
    inner = Module(device=device, module_bay=module.modulebays.get(), module_type=card)
    inner.save()
    module.delete()
    assert not Module.objects.exists()
    assert not device.interfaces.exists()
    assert [bay.name for bay in device.modulebays.all()] == ["slot 3"]


def test_installing_many_costs_as_much_as_installing_one(device, card):
    def cost(numbers):
        bays = [ModuleBay.objects.create(device=device, name=f"b{n}", position=str(n)) for n in numbers]
        modules = [Module(device_id=device.pk, module_bay_id=bay.pk, module_type_id=card.pk) for bay in bays]
        with CaptureQueriesContext(connection) as captured:
            assert problems(*modules) == {}
            written(Module, modules)
        return len(captured)

    assert cost(range(10, 20)) == cost([30])
