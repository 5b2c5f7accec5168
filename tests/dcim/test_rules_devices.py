"""The rules of devices."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.test.utils import CaptureQueriesContext

from dcim.models import (
    Cable,
    CableTermination,
    Device,
    DeviceBay,
    DeviceRole,
    DeviceType,
    Interface,
    Location,
    Manufacturer,
    Platform,
    Rack,
    VirtualChassis,
)
from ipam.models import IPAddress
from netsot.kernel import changes
from tests.dcim.conftest import problems
from virtualization.models import Cluster, ClusterType


def address(interface: Interface | None, text: str, **values: object) -> IPAddress:
    return IPAddress.objects.create(address=text, assigned_object=interface, **values)


# Names


def test_it_shows_the_name_or_the_place_in_its_chassis_or_its_type(new_device):
    stack = VirtualChassis.objects.create(name="stack")
    device = new_device(name="sw1", virtual_chassis=stack, vc_position=2, asset_tag="A1")
    assert str(device) == "sw1"
    device.name = None
    assert str(device) == "stack:2"
    device.virtual_chassis = None
    assert str(device) == "Acme Switch (A1)"


def test_an_empty_name_is_no_name(new_device):
    for _number in (1, 2):
        new_device(name="").save()
    assert Device.objects.filter(name__isnull=True).count() == 2


def test_names_are_unique_in_a_site_whatever_their_case(new_device, other_site):
    new_device(name="sw1").save()
    new_device(name="sw1", site=other_site).save()
    with pytest.raises(IntegrityError), transaction.atomic():
        new_device(name="SW1").save()


# Place


def test_the_rack_is_in_the_site(new_device, rack, other_site):
    assert problems(new_device(rack=rack)) == {}
    assert set(problems(new_device(rack=rack, site=other_site))) == {"rack"}


def test_the_location_is_in_the_site(new_device, location, other_site):
    assert problems(new_device(location=location)) == {}
    assert set(problems(new_device(location=location, site=other_site))) == {"location"}


def test_the_rack_is_in_the_location(new_device, site, location, rack):
    assert set(problems(new_device(rack=rack, location=location))) == {"rack"}
    rack.location = location
    rack.save()
    assert problems(new_device(rack=rack, location=location)) == {}


def test_the_location_comes_from_the_rack(new_device, location, rack):
    rack.location = location
    rack.save()
    device = new_device(rack=rack)
    device.save()
    assert device.location == location


# Mounting


def test_face_and_position_need_a_rack(new_device):
    assert set(problems(new_device(face="front", position=1))) == {"face", "position"}


def test_a_position_needs_a_face(new_device, rack):
    assert set(problems(new_device(rack=rack, position=1))) == {"face"}


def test_a_position_is_in_half_units(new_device, rack):
    assert problems(new_device(rack=rack, position=Decimal("1.5"), face="front")) == {}
    assert set(problems(new_device(rack=rack, position=Decimal("1.3"), face="front"))) == {"position"}


@pytest.mark.parametrize(("position", "good"), [(1, True), (10, True), (Decimal("10.5"), False), (11, False)])
def test_it_fits_between_top_and_bottom(new_device, rack, position, good):
    assert (problems(new_device(rack=rack, position=position, face="front")) == {}) is good


def test_a_rack_may_start_at_another_unit(new_device, rack):
    rack.starting_unit = 5
    rack.save()
    assert "position" in problems(new_device(rack=rack, position=4, face="front"))
    assert problems(new_device(rack=rack, position=14, face="front")) == {}


def test_a_0u_device_has_no_position(new_device, rack, device_type):
    DeviceType.objects.update(u_height=0)
    device_type.refresh_from_db()
    assert problems(new_device(rack=rack)) == {}
    assert set(problems(new_device(rack=rack, position=1, face="front"))) == {"position"}


def test_a_child_device_has_neither_face_nor_position(new_device, rack, device_type):
    DeviceType.objects.update(u_height=0, subdevice_role="child")
    device_type.refresh_from_db()
    assert problems(new_device(rack=rack)) == {}
    assert set(problems(new_device(rack=rack, position=1, face="front"))) == {"face", "position"}


def test_a_unit_holds_one_device(new_device, rack):
    new_device(rack=rack, position=3, face="front").save()
    assert set(problems(new_device(rack=rack, position=3, face="front"))) == {"position"}
    assert problems(new_device(rack=rack, position=4, face="front")) == {}


def test_a_full_depth_device_takes_both_faces(new_device, rack):
    new_device(rack=rack, position=3, face="front").save()
    assert set(problems(new_device(rack=rack, position=3, face="rear"))) == {"position"}


def test_two_shallow_devices_share_a_unit_back_to_back(new_device, rack, device_type):
    DeviceType.objects.update(is_full_depth=False)
    device_type.refresh_from_db()
    new_device(rack=rack, position=3, face="front").save()
    assert problems(new_device(rack=rack, position=3, face="rear")) == {}
    assert "position" in problems(new_device(rack=rack, position=Decimal("3.5"), face="front"))


def test_devices_of_one_batch_do_not_get_the_same_unit(new_device, rack):
    batch = [new_device(rack=rack, position=3, face="front"), new_device(rack=rack, position=3, face="front")]
    assert set(problems(*batch)) == {"position"}


def test_devices_of_one_batch_may_change_places(new_device, rack):
    first, second = new_device(rack=rack, position=3, face="front"), new_device(rack=rack, position=4, face="front")
    first.save()
    second.save()
    first.position, second.position = 4, 3
    assert problems(first, second) == {}


def test_a_device_is_not_in_its_own_way(new_device, rack):
    device = new_device(rack=rack, position=3, face="front")
    device.save()
    device.position = Decimal("3.5")
    assert problems(device) == {}


# Platform, cluster, chassis


def test_the_platform_is_of_the_types_manufacturer(new_device, manufacturer):
    other = Manufacturer.objects.create(name="Other", slug="other")
    good = Platform.objects.create(name="any", slug="any")
    own = Platform.objects.create(name="own", slug="own", manufacturer=manufacturer)
    foreign = Platform.objects.create(name="foreign", slug="foreign", manufacturer=other)
    assert problems(new_device(platform=good)) == {}
    assert problems(new_device(platform=own)) == {}
    assert set(problems(new_device(platform=foreign))) == {"platform"}


def test_a_new_device_is_like_its_type(new_device, device_type):
    platform = Platform.objects.create(name="os", slug="os")
    device_type.airflow, device_type.default_platform = "front-to-rear", platform
    device_type.save()
    device = new_device()
    device.save()
    assert (device.airflow, device.platform) == ("front-to-rear", platform)
    device.platform = None
    device.save()
    assert device.platform is None


def test_the_cluster_is_in_the_site(new_device, site, other_site):
    kind = ClusterType.objects.create(name="k8s", slug="k8s")
    here, there = (Cluster.objects.create(name=place.name, type=kind, scope=place) for place in (site, other_site))
    assert problems(new_device(cluster=here)) == {}
    assert set(problems(new_device(cluster=there))) == {"cluster"}


def test_the_cluster_is_in_the_location(new_device, location):
    kind = ClusterType.objects.create(name="k8s", slug="k8s")
    cluster = Cluster.objects.create(name="c", type=kind, scope=location)
    assert problems(new_device(cluster=cluster, location=location)) == {}
    assert set(problems(new_device(cluster=cluster))) == {"cluster"}


def test_a_member_of_a_chassis_has_a_position(new_device):
    stack = VirtualChassis.objects.create(name="stack")
    assert set(problems(new_device(virtual_chassis=stack))) == {"vc_position"}
    assert problems(new_device(virtual_chassis=stack, vc_position=0)) == {}


def test_the_master_stays_in_its_chassis(new_device):
    stack = VirtualChassis.objects.create(name="stack")
    device = new_device(virtual_chassis=stack, vc_position=1)
    device.save()
    stack.master = device
    stack.save()
    assert problems(device) == {}
    device.virtual_chassis = None
    assert set(problems(device)) == {"virtual_chassis"}


# Addresses


def test_a_primary_address_is_on_an_interface_of_the_device(device, interface, new_device):
    other = new_device(name="sw2")
    other.save()
    device.primary_ip4 = address(interface, "10.0.0.1/24")
    assert problems(device) == {}
    other.primary_ip4 = device.primary_ip4
    assert set(problems(other)) == {"primary_ip4"}
    device.primary_ip4 = address(None, "10.0.0.2/24")
    assert set(problems(device)) == {"primary_ip4"}


def test_a_primary_address_has_the_right_version(device, interface):
    device.primary_ip4 = address(interface, "2001:db8::1/64")
    device.primary_ip6 = address(interface, "10.0.0.1/24")
    assert set(problems(device)) == {"primary_ip4", "primary_ip6"}


def test_a_primary_address_may_be_translated_to_one_of_the_device(device, interface):
    inside = address(interface, "10.0.0.1/24")
    device.primary_ip4 = address(None, "192.0.2.1/24", nat_inside=inside)
    assert problems(device) == {}


def test_a_primary_address_may_be_on_another_member_of_the_chassis(new_device):
    stack = VirtualChassis.objects.create(name="stack")
    first, second = (new_device(name=f"s{n}", virtual_chassis=stack, vc_position=n) for n in (1, 2))
    first.save()
    second.save()
    port = Interface.objects.create(device=second, name="e0", type="1000base-t")
    first.primary_ip4 = address(port, "10.0.0.1/24")
    assert problems(first) == {}
    Interface.objects.filter(pk=port.pk).update(mgmt_only=True)
    assert set(problems(first)) == {"primary_ip4"}


def test_the_out_of_band_address_is_on_the_device(device, interface):
    device.oob_ip = address(interface, "2001:db8::1/64")
    assert problems(device) == {}
    device.oob_ip = address(None, "10.0.0.9/24")
    assert set(problems(device)) == {"oob_ip"}


# Moves


def place(obj: object) -> tuple[object, ...]:
    obj.refresh_from_db()
    return obj._site_id, obj._location_id, obj._rack_id


def test_components_and_cable_ends_know_where_a_device_went(device, interface, other_site):
    cable = Cable.objects.create()
    end = CableTermination.objects.create(
        cable=cable, cable_end="A", termination=interface, _device=device, _site=device.site
    )
    room = Location.objects.create(site=other_site, name="Room", slug="room")
    rack = Rack.objects.create(site=other_site, location=room, name="R9")
    device.site, device.location, device.rack = other_site, room, rack
    device.save()

    assert place(interface) == (other_site.pk, room.pk, rack.pk)
    assert place(end) == (other_site.pk, room.pk, rack.pk)


def test_children_follow_their_parent_and_it_is_logged(new_device, device_type, manufacturer, site, rack):
    blade_type = DeviceType.objects.create(
        manufacturer=manufacturer, model="Blade", slug="blade", u_height=0, subdevice_role="child"
    )
    DeviceType.objects.filter(pk=device_type.pk).update(subdevice_role="parent")
    parent, child = new_device(name="chassis"), new_device(name="blade", device_type=blade_type)
    parent.save()
    child.save()
    port = Interface.objects.create(device=child, name="e0", type="1000base-t")
    DeviceBay.objects.create(device=parent, name="1", installed_device=child)

    parent.rack = rack
    with changes.recording() as recording:
        parent.save()
        noted = {(e.model, e.pk): e.after for e in recording.entries.values()}
        recording.entries.clear()

    child.refresh_from_db()
    assert child.rack == rack
    assert place(port) == (site.pk, None, rack.pk)
    assert noted[Device, child.pk]["rack"] == rack.pk


def test_moving_many_devices_costs_as_much_as_moving_one(new_device, rack):
    def cost(names: range) -> int:
        devices = [new_device(name=f"m{n}") for n in names]
        for device in devices:
            device.save()
        old = {device.pk: {"site_id": device.site_id, "location_id": None, "rack_id": None} for device in devices}
        for device in devices:
            device.rack = rack
        with CaptureQueriesContext(connection) as captured:
            assert problems(*devices) == {}
            Device.saved_set(devices, old)
        return len(captured)

    assert cost(range(10)) == cost(range(100, 101))


# Deletion


def test_the_master_of_a_chassis_and_a_host_of_contexts_are_protected(new_device):
    stack = VirtualChassis.objects.create(name="stack")
    device = new_device(virtual_chassis=stack, vc_position=1)
    device.save()
    stack.master = device
    stack.save()
    with pytest.raises(ProtectedError):
        device.delete()


def test_a_device_takes_its_components_along(device, interface):
    child = Interface.objects.create(device=device, name="Gi1/0/1.1", type="virtual", parent=interface)
    device.delete()
    assert not Interface.objects.filter(pk__in=[interface.pk, child.pk]).exists()


def test_what_a_device_is_and_where_it_stands_is_protected(device, site, role, device_type):
    for needed in (site, role, device_type):
        with pytest.raises(ProtectedError):
            type(needed).objects.get(pk=needed.pk).delete()
    assert DeviceRole.objects.filter(pk=role.pk).exists()


# Concurrency


def test_writers_of_a_site_and_of_a_rack_wait_for_each_other(new_device, site, rack):
    assert list(Device.lock_keys([new_device()])) == [("dcim.site", site.pk)]
    # Without a position too: the rack may be moving to another site.
    assert set(Device.lock_keys([new_device(rack=rack)])) == {("dcim.site", site.pk), ("dcim.rack", rack.pk)}


def test_a_growing_type_waits_for_the_racks_that_hold_it(new_device, rack, device_type):
    assert list(DeviceType.lock_keys([device_type])) == []
    new_device(rack=rack, position=1, face="front").save()
    assert list(DeviceType.lock_keys([device_type])) == [("dcim.rack", rack.pk)]
