"""The rules of device types and of component templates."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from dcim.models import (
    DeviceBay,
    DeviceBayTemplate,
    DeviceType,
    FrontPortTemplate,
    InterfaceTemplate,
    ModuleType,
    PortTemplateMapping,
    PowerOutletTemplate,
    PowerPortTemplate,
    RearPortTemplate,
)
from tests.dcim.conftest import problems

PIXEL = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,"
    b"\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)


@pytest.fixture
def other_type(manufacturer):
    return DeviceType.objects.create(manufacturer=manufacturer, model="Other", slug="other")


@pytest.mark.parametrize(("height", "good"), [("0", True), ("0.5", True), ("3", True), ("1.2", False), ("-1", False)])
def test_heights_are_half_units(device_type, height, good):
    device_type.u_height = Decimal(height)
    assert (problems(device_type) == {}) is good


def test_models_and_slugs_are_unique_per_manufacturer(device_type, manufacturer):
    for values in ({"model": "Switch", "slug": "x"}, {"model": "X", "slug": "switch"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            DeviceType.objects.create(manufacturer=manufacturer, **values)


def test_a_type_grows_only_where_its_devices_have_room(device_type, other_type, new_device, rack):
    new_device(rack=rack, position=1, face="front").save()
    device_type.u_height = Decimal(3)
    assert problems(device_type) == {}
    new_device(rack=rack, position=3, face="front", device_type=other_type, name="above").save()
    found = problems(device_type)
    assert set(found) == {"u_height"}
    assert "above" in found["u_height"][0]


def test_a_type_does_not_grow_through_the_top_of_a_rack(device_type, new_device, rack):
    new_device(rack=rack, position=10, face="front").save()
    device_type.u_height = Decimal(2)
    assert set(problems(device_type)) == {"u_height"}


def test_a_type_does_not_get_deeper_where_another_device_is_behind(device_type, new_device, rack):
    DeviceType.objects.update(is_full_depth=False)
    device_type.refresh_from_db()
    new_device(rack=rack, position=1, face="front").save()
    new_device(rack=rack, position=1, face="rear").save()
    device_type.is_full_depth = True
    assert set(problems(device_type)) == {"u_height"}


def test_a_mounted_type_does_not_become_0u(device_type, new_device, rack):
    device = new_device(rack=rack, position=1, face="front")
    device.save()
    device_type.u_height = Decimal(0)
    assert set(problems(device_type)) == {"u_height"}
    device.position, device.face = None, None
    device.save()
    assert problems(device_type) == {}


def test_a_child_type_takes_no_units(device_type):
    device_type.subdevice_role = "child"
    assert set(problems(device_type)) == {"u_height"}
    device_type.u_height = Decimal(0)
    assert problems(device_type) == {}


def test_bays_are_for_parents_and_keep_them_parents(device_type):
    assert set(problems(DeviceBayTemplate(device_type=device_type, name="1"))) == {"device_type"}
    device_type.subdevice_role = "parent"
    device_type.save()
    template = DeviceBayTemplate(device_type=device_type, name="1")
    assert problems(template) == {}
    template.save()
    device_type.subdevice_role = None
    assert set(problems(device_type)) == {"subdevice_role"}


def test_the_weight_is_also_kept_in_grams(device_type):
    device_type.weight, device_type.weight_unit = Decimal(2), "lb"
    device_type.save()
    assert device_type._abs_weight == 907
    device_type.weight_unit = None
    assert set(problems(device_type)) == {"weight_unit"}


def test_replaced_pictures_are_deleted(device_type, settings, tmp_path, django_capture_on_commit_callbacks):
    settings.MEDIA_ROOT = tmp_path
    device_type.front_image = ContentFile(PIXEL, "a.gif")
    device_type.save()
    first = device_type.front_image.name
    with django_capture_on_commit_callbacks(execute=True):
        device_type.front_image = ContentFile(PIXEL, "b.gif")
        device_type.save()
    second = device_type.front_image.name
    assert not default_storage.exists(first)
    assert default_storage.exists(second)
    with django_capture_on_commit_callbacks(execute=True):
        device_type.delete()
    assert not default_storage.exists(second)


def test_a_picture_that_another_type_uses_stays(
    device_type, other_type, settings, tmp_path, django_capture_on_commit_callbacks
):
    settings.MEDIA_ROOT = tmp_path
    device_type.front_image = ContentFile(PIXEL, "a.gif")
    device_type.save()
    DeviceType.objects.filter(pk=other_type.pk).update(rear_image=device_type.front_image.name)
    with django_capture_on_commit_callbacks(execute=True):
        device_type.delete()
    other_type.refresh_from_db()
    assert default_storage.exists(other_type.rear_image.name)


# Templates


def test_a_template_has_one_owner(device_type, manufacturer):
    module_type = ModuleType.objects.create(manufacturer=manufacturer, model="M")
    assert problems(InterfaceTemplate(device_type=device_type, name="x", type="other")) == {}
    assert problems(InterfaceTemplate(module_type=module_type, name="x", type="other")) == {}
    assert problems(InterfaceTemplate(name="x", type="other"))
    assert problems(InterfaceTemplate(device_type=device_type, module_type=module_type, name="x", type="other"))


def test_a_template_stays_with_its_type(device_type, other_type):
    template = InterfaceTemplate.objects.create(device_type=device_type, name="x", type="other")
    template.device_type = other_type
    assert set(problems(template)) == {"device_type"}


def test_the_bridge_of_a_template_is_another_of_the_same_type(device_type, other_type):
    template = InterfaceTemplate.objects.create(device_type=device_type, name="x", type="other")
    assert problems(InterfaceTemplate(device_type=device_type, name="y", type="other", bridge=template)) == {}
    assert set(problems(InterfaceTemplate(device_type=other_type, name="y", type="other", bridge=template))) == {
        "bridge"
    }
    template.bridge = template
    assert set(problems(template)) == {"bridge"}


def test_the_power_port_of_an_outlet_is_of_the_same_type(device_type, other_type):
    feed = PowerPortTemplate.objects.create(device_type=device_type, name="p")
    assert problems(PowerOutletTemplate(device_type=device_type, name="o", power_port=feed)) == {}
    assert set(problems(PowerOutletTemplate(device_type=other_type, name="o", power_port=feed))) == {"power_port"}


def test_a_port_template_allocates_no_more_than_it_can_draw(device_type):
    assert problems(PowerPortTemplate(device_type=device_type, name="p", maximum_draw=10, allocated_draw=10)) == {}
    found = problems(PowerPortTemplate(device_type=device_type, name="p", maximum_draw=10, allocated_draw=11))
    assert set(found) == {"allocated_draw"}


def test_wires_of_a_type(device_type, other_type):
    front = FrontPortTemplate.objects.create(device_type=device_type, name="f", type="lc")
    rear = RearPortTemplate.objects.create(device_type=device_type, name="r", type="lc", positions=2)
    foreign = RearPortTemplate.objects.create(device_type=other_type, name="r", type="lc")

    assert problems(PortTemplateMapping(front_port=front, rear_port=rear, rear_port_position=2)) == {}
    assert set(problems(PortTemplateMapping(front_port=front, rear_port=foreign))) == {"rear_port"}
    beyond = PortTemplateMapping(front_port=front, front_port_position=2, rear_port=rear, rear_port_position=3)
    assert set(problems(beyond)) == {"front_port_position", "rear_port_position"}

    PortTemplateMapping.objects.create(front_port=front, rear_port=rear, rear_port_position=2)
    assert PortTemplateMapping.objects.get().device_type == device_type
    rear.positions = 1
    assert set(problems(rear)) == {"positions"}


# Device bays


def test_bays_of_devices(device, device_type, new_device):
    child = new_device(name="child")
    child.save()
    assert set(problems(DeviceBay(device=device, name="1"))) == {"device"}
    DeviceType.objects.update(subdevice_role="parent")
    device.device_type.refresh_from_db()
    assert problems(DeviceBay(device=device, name="1", installed_device=child)) == {}
    assert set(problems(DeviceBay(device=device, name="1", installed_device=device))) == {"installed_device"}
    disabled = DeviceBay(device=device, name="1", installed_device=child, enabled=False)
    assert set(problems(disabled)) == {"installed_device"}


def test_a_bay_may_be_disabled_with_its_device_in_it(device, device_type, new_device):
    DeviceType.objects.update(subdevice_role="parent")
    device.device_type.refresh_from_db()
    child = new_device(name="child")
    child.save()
    bay = DeviceBay.objects.create(device=device, name="1", installed_device=child)
    bay.enabled = False
    assert problems(bay) == {}
