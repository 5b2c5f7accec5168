"""Filters over prefixes, addresses, VRFs and VLANs, with real rows."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.db.backends.postgresql.psycopg_any import NumericRange

from dcim.models import Device, Location, Rack, RackGroup, Region, Site, SiteGroup, VirtualChassis
from ipam.models import RIR, VLAN, VRF, Aggregate, IPAddress, Prefix, RouteTarget, VLANGroup
from tests.clients import superuser, user_with
from tests.filtering import filterset, found, refused
from virtualization.models import Cluster, ClusterGroup, ClusterType, VirtualMachine

pytestmark = pytest.mark.django_db


@pytest.fixture
def root() -> Any:
    return superuser()


NETWORKS = (
    "10.0.0.0/8",
    "10.1.0.0/16",
    "10.1.2.0/24",
    "10.10.0.0/16",
    "172.16.0.0/12",
    "2001:db8::/32",
    "2001:db8:1::/48",
)


@pytest.fixture
def networks(db: None) -> None:
    for prefix in NETWORKS:
        Prefix.objects.create(prefix=prefix)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("family=4", "10.0.0.0/8 10.1.0.0/16 10.1.2.0/24 10.10.0.0/16 172.16.0.0/12"),
        ("family=6", "2001:db8::/32 2001:db8:1::/48"),
        ("family=5", ""),
        ("family=4&family=6", " ".join(NETWORKS)),
        ("mask_length=16", "10.1.0.0/16 10.10.0.0/16"),
        ("mask_length=8&mask_length=24", "10.0.0.0/8 10.1.2.0/24"),
        ("mask_length__gte=24", "10.1.2.0/24 2001:db8::/32 2001:db8:1::/48"),
        ("mask_length__lte=12", "10.0.0.0/8 172.16.0.0/12"),
        ("mask_length__gte=9&mask_length__lte=16", "10.1.0.0/16 10.10.0.0/16 172.16.0.0/12"),
        ("within=10.0.0.0/8", "10.1.0.0/16 10.1.2.0/24 10.10.0.0/16"),
        ("within=10.1.0.0/16", "10.1.2.0/24"),
        ("within=10.1.2.3/16", "10.1.2.0/24"),
        ("within=10.1.0.0/16&within=2001:db8::/32", "10.1.2.0/24 2001:db8:1::/48"),
        ("within_include=10.1.0.0/16", "10.1.0.0/16 10.1.2.0/24"),
        ("within_include=0.0.0.0/0", "10.0.0.0/8 10.1.0.0/16 10.1.2.0/24 10.10.0.0/16 172.16.0.0/12"),
        ("within_include=10.1.0.0/16&within_include=172.16.0.0/12", "10.1.0.0/16 10.1.2.0/24 172.16.0.0/12"),
        ("contains=10.1.2.3", "10.0.0.0/8 10.1.0.0/16 10.1.2.0/24"),
        ("contains=10.1.0.0/16", "10.0.0.0/8 10.1.0.0/16"),
        ("contains=10.1.0.0/16&contains=2001:db8:1::1", "10.0.0.0/8 10.1.0.0/16 2001:db8::/32 2001:db8:1::/48"),
        ("contains=192.0.2.1", ""),
        ("prefix=10.1.2.0/24", "10.1.2.0/24"),
        ("prefix=10.1.2.0/24&prefix=2001:DB8:0::/32", "10.1.2.0/24 2001:db8::/32"),
        ("prefix=10.1.2.5/24", ""),
        ("q=10.1.2", "10.1.2.0/24"),
        ("q=10.1", "10.1.0.0/16 10.1.2.0/24 10.10.0.0/16"),
        ("q=10.1.2.3", "10.0.0.0/8 10.1.0.0/16 10.1.2.0/24"),
        ("q=10.1.0.0/16", "10.0.0.0/8 10.1.0.0/16 10.1.2.0/24"),
        ("q=2001:0db8:0001::/48", "2001:db8::/32 2001:db8:1::/48"),
        ("q=2001:db8", "2001:db8::/32 2001:db8:1::/48"),
        ("q=172", "172.16.0.0/12"),
        ("q=nothing", ""),
    ],
)
def test_prefixes(query: str, expected: str, networks: None, root: Any) -> None:
    assert found("ipam.prefix", query, root, "prefix") == set(expected.split())


def test_wrong_networks_are_refused(root: Any) -> None:
    query = "within=abc&within_include=1/33&contains=2001::/999&prefix=10.1.2.0&family=x&mask_length=y&present_in_vrf=-"
    assert refused("ipam.prefix", query, root) == {
        "within",
        "within_include",
        "contains",
        "family",
        "mask_length",
        "present_in_vrf",
        "prefix",
    }
    assert refused("ipam.ipaddress", "parent=10.1.2&address=10.1.2.300&mask_length__gte=-", root) == {
        "parent",
        "address",
        "mask_length__gte",
    }
    assert refused("ipam.ipaddress", "parent=10.0.0.0/8&parent=nonsense", root) == {"parent"}


HOSTS = ("10.1.2.3/24", "10.1.2.3/32", "10.1.20.3/24", "10.9.9.9/16", "2001:db8::1/64", "2001:db8:1::1/128")


@pytest.fixture
def hosts(db: None) -> None:
    VRF.objects.create(name="Loose", rd="65000:9", enforce_unique=False)
    for address in HOSTS:
        IPAddress.objects.create(address=address, vrf=VRF.objects.get(name="Loose"))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("address=10.1.2.3", "10.1.2.3/24 10.1.2.3/32"),
        ("address=10.1.2.3/24", "10.1.2.3/24"),
        ("address=10.1.2.3/16", ""),
        ("address=10.9.9.9&address=10.1.2.3/32", "10.9.9.9/16 10.1.2.3/32"),
        ("address=2001:0db8:0::1", "2001:db8::1/64"),
        ("family=6", "2001:db8::1/64 2001:db8:1::1/128"),
        ("mask_length=24", "10.1.2.3/24 10.1.20.3/24"),
        ("mask_length__gte=64", "2001:db8::1/64 2001:db8:1::1/128"),
        ("mask_length__lte=16", "10.9.9.9/16"),
        ("parent=10.1.2.0/24", "10.1.2.3/24 10.1.2.3/32"),
        ("parent=10.1.2.77/24", "10.1.2.3/24 10.1.2.3/32"),
        ("parent=10.1.2.0/24&parent=2001:db8:1::/48", "10.1.2.3/24 10.1.2.3/32 2001:db8:1::1/128"),
        ("parent=10.1.2.3", "10.1.2.3/24 10.1.2.3/32"),
        ("parent=10.9.9.8/30", "10.9.9.9/16"),
        ("parent=192.0.2.0/24", ""),
        ("q=10.1.2", "10.1.2.3/24 10.1.2.3/32 10.1.20.3/24"),
        ("q=10.1.2.", "10.1.2.3/24 10.1.2.3/32"),
        ("q=10.1.2.3", "10.1.2.3/24 10.1.2.3/32"),
        ("q=10.1.2.0/24", "10.1.2.3/24 10.1.2.3/32"),
        ("q=2001:0db8::/48", "2001:db8::1/64"),
        ("q=2001:db8::/32", "2001:db8::1/64 2001:db8:1::1/128"),
        ("assigned=true", ""),
        ("vrf=65000:9&assigned=false", " ".join(HOSTS)),
    ],
)
def test_addresses(query: str, expected: str, hosts: None, root: Any) -> None:
    assert found("ipam.ipaddress", query, root, "address") == set(expected.split())


def test_assigned_addresses(devices: Any, interfaces: Any, vm_interface: Any, root: Any) -> None:
    stack = VirtualChassis.objects.create(name="Stack")
    for position, device in enumerate(devices, start=1):
        Device.objects.filter(pk=device.pk).update(virtual_chassis=stack, vc_position=position)
    VirtualChassis.objects.filter(pk=stack.pk).update(master=devices[0])
    for number, holder in enumerate((interfaces[0], interfaces[2], vm_interface, None), start=1):
        IPAddress.objects.create(address=f"10.0.0.{number}/24", assigned_object=holder)
    one, two, three, four = (f"10.0.0.{number}/24" for number in range(1, 5))
    machine = vm_interface.virtual_machine
    for query, expected in (
        # The master of a stack answers for its members.
        ("device=sw1", {one, two}),
        ("device=sw2", {two}),
        ("device=nobody", set()),
        (f"device_id={devices[0].pk}", {one, two}),
        (f"device_id={devices[1].pk}", {two}),
        ("device_id=999999", set()),
        ("virtual_machine=vm1", {three}),
        (f"virtual_machine_id={machine.pk}", {three}),
        ("virtual_machine=x", set()),
        ("interface=eth0", {one, two}),
        ("interface__n=eth0", {three, four}),
        (f"interface_id={interfaces[0].pk}&interface_id={interfaces[2].pk}", {one, two}),
        ("vminterface=eth0", {three}),
        (f"vminterface_id={vm_interface.pk}", {three}),
        ("assigned=true", {one, two, three}),
        ("assigned=false", {four}),
        ("assigned_to_interface=true", {one, two, three}),
        ("fhrpgroup_id=null", {one, two, three, four}),
        ("service_id=null", {one, two, three, four}),
    ):
        assert found("ipam.ipaddress", query, root, "address") == expected, query
    nobody = user_with(("view", "ipam.ipaddress", None), ("view", "dcim.device", {"name": "sw2"}))
    assert found("ipam.ipaddress", "device=sw2", nobody, "address") == {two}
    assert found("ipam.ipaddress", "device=sw1", nobody, "address") == set()
    assert found("ipam.ipaddress", "virtual_machine=vm1", nobody, "address") == set()


def test_what_is_present_in_a_vrf(root: Any) -> None:
    target = RouteTarget.objects.create(name="65000:100")
    red, blue, green = (VRF.objects.create(name=name, rd=f"65000:{name}") for name in ("red", "blue", "green"))
    red.import_targets.add(target)
    blue.export_targets.add(target)
    for number, vrf in enumerate((red, blue, green, None)):
        Prefix.objects.create(prefix=f"10.{number}.0.0/16", vrf=vrf)
        IPAddress.objects.create(address=f"10.{number}.0.1/16", vrf=vrf)
    for query, expected in (
        (f"present_in_vrf_id={red.pk}", {0, 1}),
        (f"present_in_vrf_id={blue.pk}", {1}),
        ("present_in_vrf=65000:red", {0, 1}),
        (f"present_in_vrf_id={blue.pk}&present_in_vrf_id={green.pk}", {1, 2}),
        ("present_in_vrf_id=null", {3}),
        (f"present_in_vrf_id=null&present_in_vrf_id={green.pk}", {2, 3}),
    ):
        assert found("ipam.prefix", query, root, "prefix") == {f"10.{n}.0.0/16" for n in expected}, query
        assert found("ipam.ipaddress", query, root, "address") == {f"10.{n}.0.1/16" for n in expected}, query
    assert found("ipam.routetarget", "importing_vrf=65000:red", root) == {"65000:100"}
    assert found("ipam.routetarget", f"exporting_vrf_id={blue.pk}", root) == {"65000:100"}
    assert found("ipam.routetarget", f"exporting_vrf_id={red.pk}", root) == set()
    assert found("ipam.routetarget", "importing_vrf__n=65000:red", root) == set()
    user = user_with(("view", "ipam.prefix", None), ("view", "ipam.vrf", {"name": "green"}))
    assert refused("ipam.prefix", f"present_in_vrf_id={red.pk}", user) == {"present_in_vrf_id"}


def test_aggregates(root: Any) -> None:
    rir = RIR.objects.create(name="RFC 1918", slug="rfc1918")
    for prefix in ("10.0.0.0/8", "2001:db8::/32"):
        Aggregate.objects.create(prefix=prefix, rir=rir)
    assert found("ipam.aggregate", "family=6", root, "prefix") == {"2001:db8::/32"}
    assert found("ipam.aggregate", "q=10.1.2.3", root, "prefix") == {"10.0.0.0/8"}
    assert found("ipam.aggregate", "prefix=10.0.0.0/8", root, "prefix") == {"10.0.0.0/8"}


@pytest.mark.parametrize(
    ("label", "query", "index"),
    [
        ("ipam.prefix", "within=10.1.0.0/16", "ipam_prefix_gist_idx"),
        ("ipam.prefix", "within_include=10.1.0.0/16&within_include=10.2.0.0/16", "ipam_prefix_gist_idx"),
        ("ipam.prefix", "contains=10.1.2.3", "ipam_prefix_gist_idx"),
        ("ipam.ipaddress", "parent=10.1.0.0/16&parent=10.2.0.0/16", "ipam_ipaddress_gist"),
    ],
)
def test_containment_is_answered_by_an_index(label: str, query: str, index: str, root: Any) -> None:
    sql, parameters = filterset(label, query, root).qs.query.sql_with_params()
    with connection.cursor() as cursor:
        # Tables are too small here for an index to pay.
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN {sql}", parameters)
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert index in plan, plan


@pytest.fixture
def campus(site: Site, devices: Any) -> SimpleNamespace:
    """A site in a region and a group, with a rack and a cluster; and a site elsewhere."""
    europe = Region.objects.create(name="Europe", slug="europe")
    swiss = Region.objects.create(name="Switzerland", slug="ch", parent=europe)
    asia = Region.objects.create(name="Asia", slug="asia")
    all_sites = SiteGroup.objects.create(name="All", slug="all")
    labs = SiteGroup.objects.create(name="Labs", slug="labs", parent=all_sites)
    Site.objects.filter(pk=site.pk).update(region=swiss, group=labs)
    tokyo = Site.objects.create(name="Tokyo", slug="tokyo", region=asia)
    floor = Location.objects.create(site=site, name="Floor", slug="floor")
    room = Location.objects.create(site=site, name="Room", slug="room", parent=floor)
    row = RackGroup.objects.create(name="Row", slug="row")
    rack = Rack.objects.create(site=site, location=room, group=row, name="R1")
    kind = ClusterType.objects.create(name="KVM", slug="kvm")
    pods = ClusterGroup.objects.create(name="Pods", slug="pods")
    cluster = Cluster.objects.create(name="Pod 1", type=kind, group=pods)
    Device.objects.filter(pk=devices[0].pk).update(rack=rack, location=room)
    Device.objects.filter(pk=devices[1].pk).update(site=tokyo, cluster=cluster)
    machine = VirtualMachine.objects.create(name="vm9", site=tokyo, cluster=cluster)
    scopes = {
        "europe": europe,
        "asia": asia,
        "all": all_sites,
        "labs": labs,
        "zurich": site,
        "tokyo": tokyo,
        "floor": floor,
        "row": row,
        "rack": rack,
        "pods": pods,
        "cluster": cluster,
        "everywhere": None,
    }
    for vid, (name, scope) in enumerate(scopes.items(), start=1):
        group = VLANGroup.objects.create(name=name, slug=name, scope=scope)
        VLAN.objects.create(vid=vid, name=name, group=group)
    VLAN.objects.create(vid=100, name="alone")
    VLAN.objects.create(vid=101, name="at zurich", site=site)
    VLAN.objects.create(vid=102, name="at tokyo", site=tokyo)
    return SimpleNamespace(
        **{**scopes, "swiss": swiss, "room": room}, here=devices[0], there=devices[1], machine=machine
    )


GLOBAL = {"everywhere", "alone"}


def test_available_vlans(campus: SimpleNamespace, root: Any) -> None:
    zurich = GLOBAL | {"europe", "all", "labs", "zurich", "at zurich"}
    tokyo = GLOBAL | {"asia", "tokyo", "at tokyo"}
    for query, expected in (
        (f"available_at_site={campus.zurich.pk}", zurich),
        (f"available_at_site={campus.tokyo.pk}", tokyo),
        (f"available_at_site={campus.zurich.pk}&available_at_site={campus.tokyo.pk}", zurich | tokyo),
        ("available_at_site=null", GLOBAL),
        (f"available_at_site_group={campus.labs.pk}", GLOBAL | {"all", "labs", "at zurich"}),
        (f"available_at_site_group={campus.all.pk}", GLOBAL | {"all", "at zurich"}),
        (f"available_on_device={campus.here.pk}", zurich | {"floor", "row", "rack"}),
        (f"available_on_device={campus.there.pk}", tokyo | {"pods", "cluster"}),
        (f"available_on_virtualmachine={campus.machine.pk}", tokyo | {"pods", "cluster"}),
    ):
        assert found("ipam.vlan", query, root) == expected, query
    for name in ("available_at_site", "available_at_site_group", "available_on_device", "available_on_virtualmachine"):
        assert refused("ipam.vlan", f"{name}=999999", root) == {name}
        assert refused("ipam.vlan", f"{name}=1", user_with(("view", "ipam.vlan", None))) == {name}


def test_scopes_of_vlan_groups(campus: SimpleNamespace, root: Any) -> None:
    for query, expected in (
        (f"region={campus.europe.pk}", {"europe"}),
        (f"region={campus.swiss.pk}", set()),
        (f"site={campus.zurich.pk}", {"zurich"}),
        (f"region={campus.europe.pk}&region={campus.asia.pk}", {"europe", "asia"}),
        (f"site_group={campus.all.pk}", {"all"}),
        (f"location={campus.floor.pk}", {"floor"}),
        (f"rack_group={campus.row.pk}", {"row"}),
        (f"rack={campus.rack.pk}", {"rack"}),
        (f"cluster_group={campus.pods.pk}", {"pods"}),
        (f"cluster={campus.cluster.pk}", {"cluster"}),
        ("site=999999", set()),
    ):
        assert found("ipam.vlangroup", query, root) == expected, query
    user = user_with(("view", "ipam.vlangroup", None), ("view", "dcim.site", {"name": "Tokyo"}))
    assert found("ipam.vlangroup", f"site={campus.tokyo.pk}", user) == {"tokyo"}
    assert found("ipam.vlangroup", f"site={campus.zurich.pk}", user) == set()


def test_ranges_of_vlan_groups(root: Any) -> None:
    for name, ranges in (("low", [NumericRange(1, 100), NumericRange(200, 301)]), ("high", [NumericRange(1000, 4095)])):
        VLANGroup.objects.create(name=name, slug=name, vid_ranges=ranges)
    for query, expected in (
        ("contains_vid=1", {"low"}),
        ("contains_vid=99", {"low"}),
        ("contains_vid=100", set()),
        ("contains_vid=250", {"low"}),
        ("contains_vid=4094", {"high"}),
        ("contains_vid=250&contains_vid=1000", {"low", "high"}),
        ("contains_vid=0", set()),
        ("contains_vid=9223372036854775807", set()),
        ("contains_vid=-1&contains_vid=5", {"low"}),
    ):
        assert found("ipam.vlangroup", query, root) == expected, query


def test_vlans_of_interfaces(interfaces: Any, vm_interface: Any, root: Any) -> None:
    one, two, service, other = (VLAN.objects.create(vid=vid, name=str(vid)) for vid in (100, 200, 300, 1100))
    type(interfaces[0]).objects.filter(pk=interfaces[0].pk).update(mode="tagged", untagged_vlan=one)
    interfaces[0].tagged_vlans.add(two)
    type(interfaces[1]).objects.filter(pk=interfaces[1].pk).update(mode="q-in-q", qinq_svlan=service)
    type(vm_interface).objects.filter(pk=vm_interface.pk).update(mode="access", untagged_vlan=other)
    for query, expected in (
        (f"interface_id={interfaces[0].pk}", {"100", "200"}),
        (f"interface_id={interfaces[2].pk}", set()),
        (f"interface_id={interfaces[0].pk}&interface_id={interfaces[1].pk}", {"100", "200", "300"}),
        (f"vminterface_id={vm_interface.pk}", {"1100"}),
        ("q=100", {"100", "1100"}),
        ("q=300", {"300"}),
    ):
        assert found("ipam.vlan", query, root) == expected, query
    VLAN.objects.update(name="same")
    assert found("ipam.vlan", "q=100", root, "vid") == {"100"}
    assert refused("ipam.vlan", "interface_id=999999&vminterface_id=x", root) == {"interface_id", "vminterface_id"}


def test_prefixes_of_vlans(root: Any) -> None:
    group = VLANGroup.objects.create(name="Campus", slug="campus")
    vlan = VLAN.objects.create(vid=7, name="Seven", group=group)
    Prefix.objects.create(prefix="10.7.0.0/16", vlan=vlan)
    Prefix.objects.create(prefix="10.8.0.0/16")
    for query in (
        "vlan_vid=7",
        "vlan_group=campus",
        f"vlan_group_id={group.pk}",
        f"vlan_id={vlan.pk}",
        "vlan_vid__gte=7",
    ):
        assert found("ipam.prefix", query, root, "prefix") == {"10.7.0.0/16"}, query
    assert found("ipam.prefix", "vlan_group__n=campus", root, "prefix") == {"10.8.0.0/16"}
