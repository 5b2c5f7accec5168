"""Filters over devices, interfaces, hardware addresses and cables, with real rows."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from dcim.models import (
    Cable,
    CableTermination,
    Device,
    DeviceBay,
    DeviceType,
    Interface,
    InterfaceTemplate,
    Location,
    MACAddress,
    Manufacturer,
    Platform,
    PortMapping,
    Rack,
    Site,
    VirtualChassis,
)
from ipam.models import VLAN, IPAddress
from tests.clients import superuser, user_with
from tests.dcim.cabling import cable, panel
from tests.filtering import found, refused
from virtualization.models import VirtualMachine, VMInterface

pytestmark = pytest.mark.django_db


@pytest.fixture
def root() -> Any:
    return superuser()


@pytest.fixture
def plant(site: Site, other_site: Site, new_device: Any) -> SimpleNamespace:
    """A stack of two switches, a switch elsewhere, a patch panel, a virtual machine, and cables between them."""
    room = Location.objects.create(site=site, name="Room 1", slug="room-1")
    rack = Rack.objects.create(site=site, location=room, name="R1")
    stack = VirtualChassis.objects.create(name="Stack")
    master = new_device(name="Master", virtual_chassis=stack, vc_position=1, rack=rack, location=room, serial="ABC1")
    member = new_device(name="Member", virtual_chassis=stack, vc_position=2)
    far = new_device(name="Far", site=other_site)
    patch = new_device(name="Panel")
    for device in (master, member, far, patch):
        device.save()
    VirtualChassis.objects.filter(pk=stack.pk).update(master=master)

    def port(device: Device, name: str, kind: str = "1000base-t", **values: Any) -> Interface:
        return Interface.objects.create(device=device, name=name, type=kind, **values)

    vlans = {vid: VLAN.objects.create(vid=vid, name=f"VLAN {vid}") for vid in (10, 20, 30, 40)}
    ports = SimpleNamespace(
        m1=port(master, "m1", mode="access", untagged_vlan=vlans[10]),
        m2=port(member, "m2", mode="tagged", untagged_vlan=vlans[10]),
        mgmt=port(member, "mgmt", mgmt_only=True),
        radio=port(member, "radio", "ieee802.11ac"),
        f1=port(far, "f1", mode="q-in-q", qinq_svlan=vlans[30]),
        loop=port(far, "loop", "virtual"),
    )
    ports.m2.tagged_vlans.add(vlans[20], vlans[30])
    machine = VirtualMachine.objects.create(name="vm1", site=site)
    vm_port = VMInterface.objects.create(virtual_machine=machine, name="ens1")
    macs = {
        "00:00:00:00:00:01": MACAddress.objects.create(mac_address="00:00:00:00:00:01", assigned_object=ports.m1),
        "00:1B:77:49:54:FD": MACAddress.objects.create(mac_address="00:1B:77:49:54:FD", assigned_object=ports.m2),
        "00:00:00:00:00:03": MACAddress.objects.create(mac_address="00:00:00:00:00:03", assigned_object=vm_port),
        "00:00:00:00:00:04": MACAddress.objects.create(mac_address="00:00:00:00:00:04"),
    }
    Interface.objects.filter(pk=ports.m2.pk).update(primary_mac_address=macs["00:1B:77:49:54:FD"])
    fronts, rears = panel(patch, 2)
    cable(ports.m1, fronts[0], label="to panel")
    cable(ports.m2, ports.f1, label="far")
    Cable.objects.create(label="loose")
    half = Cable.objects.create(label="half")
    CableTermination.objects.create(cable=half, cable_end="A", termination=ports.mgmt)
    return SimpleNamespace(
        site=site,
        room=room,
        rack=rack,
        master=master,
        member=member,
        far=far,
        patch=patch,
        ports=ports,
        vlans=vlans,
        machine=machine,
        vm_port=vm_port,
        fronts=fronts,
        rears=rears,
    )


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("name=master&name=FAR", {"Master", "Far"}),
        ("name__n=master", {"Member", "Far", "Panel"}),
        ("serial=abc1", {"Master"}),
        ("manufacturer=acme", {"Master", "Member", "Far", "Panel"}),
        ("manufacturer__n=acme", set()),
        ("model=switch", {"Master", "Member", "Far", "Panel"}),
        ("virtual_chassis_member=true", {"Master", "Member"}),
        ("virtual_chassis_member=false", {"Far", "Panel"}),
        ("interfaces=true", {"Master", "Member", "Far"}),
        ("pass_through_ports=true", {"Panel"}),
        ("console_ports=true", set()),
        ("device_bays=false", {"Master", "Member", "Far", "Panel"}),
        ("mac_address=001b.7749.54fd", {"Member"}),
        ("mac_address__n=001b.7749.54fd", {"Master", "Far", "Panel"}),
        ("has_primary_ip=false", {"Master", "Member", "Far", "Panel"}),
        ("has_oob_ip=true", set()),
        ("has_virtual_device_context=false", {"Master", "Member", "Far", "Panel"}),
        ("local_context_data=true", set()),
        ("is_full_depth=true", {"Master", "Member", "Far", "Panel"}),
        ("is_full_depth=false", set()),
        ("parent_bay_id=null", {"Master", "Member", "Far", "Panel"}),
        ("q=abc1", {"Master"}),
    ],
)
def test_devices(query: str, expected: set[str], plant: SimpleNamespace, root: Any) -> None:
    assert found("dcim.device", query, root) == expected


def test_devices_by_address_and_chassis(plant: SimpleNamespace, root: Any) -> None:
    address = IPAddress.objects.create(address="10.0.0.1/24", assigned_object=plant.ports.m1)
    Device.objects.filter(pk=plant.master.pk).update(primary_ip4=address)
    bay = DeviceBay.objects.create(device=plant.far, name="Bay 1")
    DeviceBay.objects.filter(pk=bay.pk).update(installed_device=plant.patch)
    assert found("dcim.device", "primary_ip4=10.0.0.1/24", root) == {"Master"}
    assert found("dcim.device", "has_primary_ip=true", root) == {"Master"}
    assert refused("dcim.device", "primary_ip4=10.0.0.9/24", root) == {"primary_ip4"}
    assert found("dcim.device", f"parent_bay_id={bay.pk}", root) == {"Panel"}
    assert found("dcim.device", f"parent_device_id={plant.far.pk}", root) == {"Panel"}
    assert found("dcim.device", "device_bays=true", root) == {"Far"}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("kind=physical", {"m1", "m2", "mgmt", "f1"}),
        ("kind=virtual", {"loop"}),
        ("kind=wireless", {"radio"}),
        ("kind=virtual&kind=wireless", {"loop", "radio"}),
        ("mac_address=00-1b-77-49-54-fd", {"m2"}),
        ("mac_address=001b774954fd&mac_address=00:00:00:00:00:01", {"m1", "m2"}),
        ("mac_address__n=001b774954fd", {"m1", "mgmt", "radio", "f1", "loop"}),
        ("vlan=10", {"m1", "m2"}),
        ("vlan=20", {"m2"}),
        ("vlan=20&vlan=30", {"m2", "f1"}),
        ("vlan=40", set()),
        ("vlan=4000", set()),
        ("device=Master", {"m1"}),
        ("device__n=Master", {"m2", "mgmt", "radio", "f1", "loop"}),
        ("virtual_chassis_member_or_master=Master", {"m1", "m2", "radio"}),
        ("virtual_chassis_member_or_master=Member", {"m2", "mgmt", "radio"}),
        (
            "virtual_chassis_member_or_master=Far&virtual_chassis_member_or_master=Master",
            {"m1", "m2", "radio", "f1", "loop"},
        ),
        ("virtual_chassis_member_or_master=Nobody", set()),
        ("virtual_chassis_member=Member", {"m1", "m2", "mgmt", "radio"}),
        ("virtual_chassis_member=Far", {"f1", "loop"}),
        ("cabled=true", {"m1", "m2", "mgmt", "f1"}),
        ("q=LOO", {"loop"}),
    ],
)
def test_interfaces(query: str, expected: set[str], plant: SimpleNamespace, root: Any) -> None:
    assert found("dcim.interface", query, root) == expected


def test_interfaces_by_id(plant: SimpleNamespace, root: Any) -> None:
    def by(query: str) -> set[str]:
        return found("dcim.interface", query, root)

    assert by(f"vlan_id={plant.vlans[30].pk}") == {"m2", "f1"}
    assert by("vlan_id=999999") == set()
    assert by(f"virtual_chassis_member_or_master_id={plant.master.pk}") == {"m1", "m2", "radio"}
    assert by(f"virtual_chassis_member_id={plant.member.pk}") == {"m1", "m2", "mgmt", "radio"}
    assert refused("dcim.interface", "kind=strange&vlan=x&vlan_id=-", root) == {"kind", "vlan", "vlan_id"}


@pytest.mark.parametrize("text", ["10:00:00:05:73:ab:cd:ef", "1000.0005.73ab.cdef", "73ab-cd", "573AB"])
def test_a_world_wide_name_is_found_in_any_notation(text: str, plant: SimpleNamespace, root: Any) -> None:
    Interface.objects.filter(pk=plant.ports.f1.pk).update(wwn="10:00:00:05:73:AB:CD:EF")
    assert found("dcim.interface", f"q={text}", root) == {"f1"}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("device=Master", {"01", "fd"}),
        ("device=Member", {"fd"}),
        ("device=Far", set()),
        ("device=Nobody&device=Member", {"fd"}),
        ("virtual_machine=vm1", {"03"}),
        ("virtual_machine=vm2", set()),
        ("interface=m1", {"01"}),
        ("interface__n=m1", {"fd", "03", "04"}),
        ("vminterface=ens1", {"03"}),
        ("assigned=true", {"01", "fd", "03"}),
        ("assigned=false", {"04"}),
        ("primary=true", {"fd"}),
        ("primary=false", {"01", "03", "04"}),
        ("q=00:1b:77", {"fd"}),
        ("q=001b.7749", {"fd"}),
        ("q=001B-7749-54FD", {"fd"}),
        ("q=7749", {"fd"}),
        ("q=zz", set()),
    ],
)
def test_hardware_addresses(query: str, expected: set[str], plant: SimpleNamespace, root: Any) -> None:
    addresses = found("dcim.macaddress", query, root, "mac_address")
    assert {address[-2:].lower() for address in addresses} == expected


def test_hardware_addresses_by_id(plant: SimpleNamespace, root: Any) -> None:
    for query, expected in (
        (f"device_id={plant.master.pk}", 2),
        (f"device_id={plant.member.pk}", 1),
        ("device_id=999999", 0),
        (f"virtual_machine_id={plant.machine.pk}", 1),
        (f"interface_id={plant.ports.m1.pk}", 1),
        (f"vminterface_id={plant.vm_port.pk}", 1),
        (f"interface_id__n={plant.ports.m1.pk}", 3),
    ):
        assert len(found("dcim.macaddress", query, root, "mac_address")) == expected, query


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("device=Master", {"to panel"}),
        ("device=Far&device=Panel", {"to panel", "far"}),
        ("device=Nobody", set()),
        ("rack=R1", {"to panel"}),
        ("location=Room 1", {"to panel"}),
        ("site=zurich", {"to panel", "far", "half"}),
        ("site=geneva", {"far"}),
        ("site=nowhere", set()),
        ("termination_a_type=dcim.interface", {"to panel", "far", "half"}),
        ("termination_a_type__n=dcim.interface", {"loose"}),
        ("termination_b_type=dcim.frontport", {"to panel"}),
        ("termination_b_type=dcim.frontport&termination_b_type=dcim.interface", {"to panel", "far"}),
        ("termination_b_type__n=dcim.frontport", {"far", "loose", "half"}),
        ("unterminated=true", {"loose", "half"}),
        ("unterminated=false", {"to panel", "far"}),
        ("interface_id=999999&consoleport_id=1", set()),
    ],
)
def test_cables(query: str, expected: set[str], plant: SimpleNamespace, root: Any) -> None:
    assert found("dcim.cable", query, root, "label") == expected


def test_cables_by_id(plant: SimpleNamespace, root: Any) -> None:
    ports = plant.ports

    def by(query: str) -> set[str]:
        return found("dcim.cable", query, root, "label")

    assert by(f"device_id={plant.member.pk}") == {"far", "half"}
    assert by(f"rack_id={plant.rack.pk}") == by(f"location_id={plant.room.pk}") == {"to panel"}
    assert by(f"site_id={plant.site.pk}") == {"to panel", "far", "half"}
    assert by(f"interface_id={ports.m2.pk}") == by(f"interface_id={ports.f1.pk}") == {"far"}
    assert by(f"interface_id={ports.m1.pk}&interface_id={ports.mgmt.pk}") == {"to panel", "half"}
    assert by(f"frontport_id={plant.fronts[0].pk}") == {"to panel"}
    assert by(f"frontport_id={plant.fronts[1].pk}") == by(f"rearport_id={plant.rears[0].pk}") == set()
    assert by(f"termination_a_id={ports.m1.pk}&termination_a_type=dcim.interface") == {"to panel"}
    assert by(f"termination_b_id={ports.f1.pk}") == {"far"}
    assert by(f"termination_b_id={ports.m2.pk}") == set()
    assert refused("dcim.cable", "device_id=x&termination_a_type=no.no&unterminated=maybe", root) == {
        "device_id",
        "termination_a_type",
        "unterminated",
    }


def test_ends_of_cables(plant: SimpleNamespace, root: Any) -> None:
    ports, far = plant.ports, Cable.objects.get(label="far")

    def by(query: str) -> set[str]:
        return found("dcim.cabletermination", query, root, "termination_id")

    assert by(f"interface_id={ports.m2.pk}") == {str(ports.m2.pk)}
    assert by(f"frontport_id={plant.fronts[0].pk}") == {str(plant.fronts[0].pk)}
    assert by("interface_id=999999") == set()
    assert by(f"cable={far.pk}") == by(f"cable_id={far.pk}") == {str(ports.m2.pk), str(ports.f1.pk)}
    assert by(f"cable={far.pk}&cable_end=B") == {str(ports.f1.pk)}
    assert len(CableTermination.objects.all()) - len(by(f"cable__n={far.pk}")) == 2


def test_mapped_ports(plant: SimpleNamespace, root: Any) -> None:
    rear = PortMapping.objects.get(front_port=plant.fronts[0]).rear_port
    assert found("dcim.frontport", f"rear_port_id={rear.pk}", root) == {"f0", "f1"}
    assert found("dcim.frontport", f"rear_port_id__n={rear.pk}", root) == set()
    assert found("dcim.rearport", f"front_port_id={plant.fronts[1].pk}", root) == {rear.name}


def test_types_and_platforms(plant: SimpleNamespace, root: Any) -> None:
    other = Manufacturer.objects.create(name="Other", slug="other")
    kind = DeviceType.objects.get()
    bare = DeviceType.objects.create(manufacturer=other, model="Bare", slug="bare")
    InterfaceTemplate.objects.create(device_type=kind, name="eth0", type="1000base-t")
    for name, maker in (("Any", None), ("Ours", kind.manufacturer), ("Theirs", other)):
        Platform.objects.create(name=name, slug=name.lower(), manufacturer=maker)
    for query, expected in (
        ("interfaces=true", {"Switch"}),
        ("interfaces=false", {"Bare"}),
        ("has_front_image=true", set()),
        ("has_rear_image=false", {"Switch", "Bare"}),
        ("inventory_items=false", {"Switch", "Bare"}),
        ("pass_through_ports=true", set()),
    ):
        assert found("dcim.devicetype", query, root, "model") == expected, query
    for query, expected in (
        (f"available_for_device_type={kind.pk}", {"Any", "Ours"}),
        (f"available_for_device_type={bare.pk}", {"Any", "Theirs"}),
        (f"available_for_device_type={kind.pk}&available_for_device_type={bare.pk}", {"Any", "Ours", "Theirs"}),
    ):
        assert found("dcim.platform", query, root) == expected, query
    assert refused("dcim.platform", "available_for_device_type=999999", root) == {"available_for_device_type"}


def test_hidden_objects_are_not_found_by(plant: SimpleNamespace) -> None:
    """Neither a device nor a port or a VLAN that the user doesn't see tells what it has to do with what they see."""
    user = user_with(
        *(("view", f"dcim.{name}", None) for name in ("cable", "cabletermination", "macaddress", "site")),
        ("view", "dcim.interface", {"name": "m1"}),
        ("view", "dcim.device", {"name": "Master"}),
    )
    ports = plant.ports
    assert found("dcim.cable", "device=Master", user, "label") == {"to panel"}
    assert found("dcim.cable", "device=Far", user, "label") == set()
    assert found("dcim.cable", f"device_id={plant.far.pk}", user, "label") == set()
    assert found("dcim.cable", "rack=R1", user, "label") == set()
    assert found("dcim.cable", f"interface_id={ports.m1.pk}", user, "label") == {"to panel"}
    assert found("dcim.cable", f"interface_id={ports.f1.pk}", user, "label") == set()
    assert found("dcim.cabletermination", f"interface_id={ports.f1.pk}", user, "pk") == set()
    assert found("dcim.macaddress", "virtual_machine=vm1", user, "pk") == set()
    assert found("dcim.macaddress", "device=Member", user, "pk") == set()
    assert found("dcim.interface", "vlan=10", user) == set()
    assert found("dcim.interface", "virtual_chassis_member=Member", user) == set()
    assert refused("dcim.macaddress", f"interface_id={ports.f1.pk}", user) == {"interface_id"}
