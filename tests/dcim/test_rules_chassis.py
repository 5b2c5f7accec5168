"""The rules of virtual chassis, virtual device contexts, inventory and module types."""

from __future__ import annotations

import pytest
from django.contrib.contenttypes.models import ContentType

from dcim.models import (
    Interface,
    InterfaceTemplate,
    InventoryItem,
    InventoryItemTemplate,
    ModuleType,
    ModuleTypeProfile,
    VirtualChassis,
    VirtualDeviceContext,
)
from ipam.models import IPAddress
from netsot.kernel import changes
from netsot.kernel.errors import DeletionProtected
from tests.dcim.conftest import problems


@pytest.fixture
def members(new_device):
    stack = VirtualChassis.objects.create(name="stack")
    made = [new_device(name=f"s{n}", virtual_chassis=stack, vc_position=n, vc_priority=n) for n in (1, 2)]
    for member in made:
        member.save()
    return made


@pytest.fixture
def other_device(new_device):
    made = new_device(name="sw2")
    made.save()
    return made


def test_the_master_is_a_member(members, other_device):
    stack = members[0].virtual_chassis
    stack.master = members[0]
    assert problems(stack) == {}
    stack.master = other_device
    assert set(problems(stack)) == {"master"}
    assert set(problems(VirtualChassis(name="x", master=members[0]))) == {"master"}


def test_the_master_of_a_new_chassis_becomes_its_first_member(device):
    stack = VirtualChassis(name="x", master=device)
    assert problems(stack) == {}
    stack.save()
    device.refresh_from_db()
    stack.refresh_from_db()
    assert (device.virtual_chassis, device.vc_position, stack.member_count) == (stack, 1, 1)


def test_members_forget_their_places_when_the_chassis_goes(members):
    with changes.recording() as recording:
        members[0].virtual_chassis.delete()
        recording.entries.clear()
    for member in members:
        member.refresh_from_db()
        assert (member.virtual_chassis, member.vc_position, member.vc_priority) == (None, None, None)


def test_a_chassis_whose_members_share_a_lag_stays(members):
    lag = Interface.objects.create(device=members[0], name="lag", type="lag")
    Interface.objects.create(device=members[0], name="a", type="1000base-t", lag=lag)
    far = Interface.objects.create(device=members[1], name="b", type="1000base-t", lag=lag)
    with pytest.raises(DeletionProtected):
        members[0].virtual_chassis.delete()
    far.delete()
    members[0].virtual_chassis.delete()


def test_the_addresses_of_a_context_are_on_its_device(device, interface, other_device):
    address = IPAddress.objects.create(address="10.0.0.1/24", assigned_object=interface)
    assert problems(VirtualDeviceContext(device=device, name="v", status="active", primary_ip4=address)) == {}
    elsewhere = VirtualDeviceContext(device=other_device, name="v", status="active", primary_ip4=address)
    assert set(problems(elsewhere)) == {"primary_ip4"}
    wrong = VirtualDeviceContext(device=device, name="v", status="active", primary_ip6=address)
    assert set(problems(wrong)) == {"primary_ip6"}


# Inventory


def test_an_item_and_its_parent_are_in_one_device(device, other_device):
    parent = InventoryItem.objects.create(device=device, name="p")
    child = InventoryItem(device=device, name="c", parent=parent)
    assert problems(child) == {}
    child.save()
    assert set(problems(InventoryItem(device=other_device, name="c", parent=parent))) == {"parent"}
    parent.device = other_device
    assert set(problems(parent)) == {"device"}
    child.device = other_device
    assert problems(parent, child) == {}


def test_an_item_is_not_inside_itself(device):
    parent = InventoryItem.objects.create(device=device, name="p")
    child = InventoryItem.objects.create(device=device, name="c", parent=parent)
    parent.parent = child
    assert set(problems(parent)) == {"parent"}


def test_an_item_stands_for_a_component_of_its_device(device, interface, other_device, site):
    item = InventoryItem(device=device, name="x", component=interface)
    assert problems(item) == {}
    item.save()
    assert set(problems(InventoryItem(device=other_device, name="x", component=interface))) == {"component_id"}
    assert set(problems(InventoryItem(device=device, name="y", component=site))) == {"component_type"}

    item.device = other_device
    assert problems(item) == {}
    assert item.component is None


def test_an_item_goes_with_its_component(device, interface):
    InventoryItem.objects.create(device=device, name="x", component=interface)
    interface.delete()
    assert not InventoryItem.objects.exists()


def test_item_templates_stay_within_their_type(device_type, manufacturer):
    other = type(device_type).objects.create(manufacturer=manufacturer, model="O", slug="o")
    parent = InventoryItemTemplate.objects.create(device_type=device_type, name="p")
    port = InterfaceTemplate.objects.create(device_type=device_type, name="i", type="other")
    kind = ContentType.objects.get_for_model(InterfaceTemplate)
    good = InventoryItemTemplate(
        device_type=device_type, name="c", parent=parent, component_type=kind, component_id=port.pk
    )
    assert problems(good) == {}
    bad = InventoryItemTemplate(device_type=other, name="c", parent=parent, component_type=kind, component_id=port.pk)
    assert set(problems(bad)) == {"parent", "component_id"}


# Module types


def test_attributes_follow_the_schema_of_the_profile(manufacturer):
    schema = {"type": "object", "properties": {"cores": {"type": "integer"}}, "required": ["cores"]}
    profile = ModuleTypeProfile.objects.create(name="Processor", schema=schema)
    module_type = ModuleType(manufacturer=manufacturer, model="M", profile=profile, attribute_data={"cores": 4})
    assert problems(module_type) == {}
    for wrong in ({"cores": "four"}, {}, None):
        module_type.attribute_data = wrong
        assert set(problems(module_type)) == {"attribute_data"}
    module_type.profile = None
    assert problems(module_type) == {}
    assert module_type.attribute_data is None


def test_a_new_database_has_profiles_whose_schemas_are_valid(db):
    assert ModuleTypeProfile.objects.count() == 7
    for profile in ModuleTypeProfile.objects.all():
        profile.full_clean()
