"""The rules of console, power, front and rear ports, and of the wires between the latter."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from dcim.models import ConsolePort, FrontPort, InventoryItem, PortMapping, PowerOutlet, PowerPort, RearPort
from tests.dcim.conftest import problems


@pytest.fixture
def other_device(new_device):
    made = new_device(name="sw2")
    made.save()
    return made


def test_names_are_unique_on_a_device(device, other_device):
    ConsolePort.objects.create(device=device, name="con")
    ConsolePort.objects.create(device=other_device, name="con")
    with pytest.raises(IntegrityError), transaction.atomic():
        ConsolePort.objects.create(device=device, name="con")


@pytest.mark.parametrize("model", [ConsolePort, PowerPort, PowerOutlet])
def test_a_component_stays_on_its_device(model, device, other_device):
    component = model.objects.create(device=device, name="x")
    component.label = "changed"
    assert problems(component) == {}
    component.device = other_device
    assert set(problems(component)) == {"device"}


def test_an_inventory_item_may_move(device, other_device):
    item = InventoryItem.objects.create(device=device, name="x")
    item.device = other_device
    assert problems(item) == {}


def test_a_component_shows_its_name_and_label(device):
    assert str(ConsolePort(device=device, name="con", label="CON0")) == "con (CON0)"
    assert str(ConsolePort(device=device, name="con")) == "con"


def test_a_power_port_allocates_no_more_than_it_can_draw(device):
    assert problems(PowerPort(device=device, name="p", maximum_draw=10, allocated_draw=10)) == {}
    assert problems(PowerPort(device=device, name="p", allocated_draw=10)) == {}
    assert set(problems(PowerPort(device=device, name="p", maximum_draw=10, allocated_draw=11))) == {"allocated_draw"}


def test_an_outlet_is_fed_by_its_own_device(device, other_device):
    feed = PowerPort.objects.create(device=device, name="p")
    assert problems(PowerOutlet(device=device, name="o", power_port=feed)) == {}
    assert set(problems(PowerOutlet(device=other_device, name="o", power_port=feed))) == {"power_port"}


@pytest.fixture
def panel(device):
    """A front port and a rear port with two positions."""
    return (
        FrontPort.objects.create(device=device, name="f", type="lc", positions=2),
        RearPort.objects.create(device=device, name="r", type="lc", positions=2),
    )


def test_a_wire_stays_within_a_device(panel, other_device):
    front, rear = panel
    foreign = RearPort.objects.create(device=other_device, name="r", type="lc")
    assert problems(PortMapping(front_port=front, rear_port=rear)) == {}
    assert set(problems(PortMapping(front_port=front, rear_port=foreign))) == {"rear_port"}


def test_a_wire_ends_at_positions_that_exist(panel):
    front, rear = panel
    wire = PortMapping(front_port=front, front_port_position=3, rear_port=rear, rear_port_position=3)
    assert set(problems(wire)) == {"front_port_position", "rear_port_position"}


def test_a_position_has_one_wire(panel):
    front, rear = panel
    PortMapping.objects.create(front_port=front, rear_port=rear, front_port_position=1, rear_port_position=2)
    for positions in ((1, 1), (2, 2)):
        with pytest.raises(IntegrityError), transaction.atomic():
            PortMapping.objects.create(
                front_port=front, rear_port=rear, front_port_position=positions[0], rear_port_position=positions[1]
            )
    assert PortMapping.objects.get().device == front.device


@pytest.mark.parametrize("side", [0, 1])
def test_a_port_keeps_the_positions_that_are_wired(panel, side):
    front, rear = panel
    PortMapping.objects.create(front_port=front, rear_port=rear, front_port_position=2, rear_port_position=2)
    port = panel[side]
    port.positions = 1
    assert set(problems(port)) == {"positions"}
    port.positions = 3
    assert problems(port) == {}


def test_a_wire_goes_with_its_port(panel):
    front, rear = panel
    PortMapping.objects.create(front_port=front, rear_port=rear)
    rear.delete()
    assert not PortMapping.objects.exists()
    assert FrontPort.objects.filter(pk=front.pk).exists()
