"""Rules of addresses."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from dcim.models import Device, Interface
from ipam.models import VRF, FHRPGroup, IPAddress, IPRange
from tests.ipam.conftest import problems
from virtualization.models import VMInterface

pytestmark = pytest.mark.django_db


def test_the_whole_space_is_no_mask() -> None:
    with pytest.raises(ValidationError, match="/0"):
        IPAddress(address="10.0.0.1/0").full_clean()


def test_a_host_comes_once_whatever_its_mask(vrf: VRF) -> None:
    IPAddress.objects.create(address="10.0.0.1/24", vrf=vrf)
    assert "10.0.0.1/32" in problems(IPAddress(address="10.0.0.1/32", vrf=vrf))["address"][0]
    assert problems(IPAddress(address="10.0.0.1/32")) == {}
    with pytest.raises(IntegrityError), transaction.atomic():
        IPAddress.objects.bulk_create([IPAddress(address="10.0.0.1/16", vrf=vrf)])


def test_a_host_comes_once_in_a_set() -> None:
    assert "twice" in problems(IPAddress(address="10.0.0.1/24"), IPAddress(address="10.0.0.1/25"))["address"][0]


def test_shared_roles_repeat_among_themselves_only(vrf: VRF) -> None:
    first = IPAddress.objects.create(address="10.0.0.1/24", vrf=vrf, role="vip")
    assert first.unique_scope is None
    assert problems(IPAddress(address="10.0.0.1/24", vrf=vrf, role="anycast")) == {}
    assert "address" in problems(IPAddress(address="10.0.0.1/24", vrf=vrf, role="loopback"))
    assert "address" in problems(IPAddress(address="10.0.0.1/24", vrf=vrf))
    pair = [IPAddress(address="10.0.0.2/24", vrf=vrf, role=role) for role in ("hsrp", None)]
    assert "twice" in problems(*pair)["address"][0]
    IPAddress.objects.create(address="10.0.0.1/24", vrf=vrf, role="anycast")


def test_a_role_change_is_seen_by_the_database(vrf: VRF) -> None:
    IPAddress.objects.create(address="10.0.0.1/24", vrf=vrf, role="vip")
    IPAddress.objects.create(address="10.0.0.1/24", vrf=vrf, role="vip")
    with pytest.raises(IntegrityError), transaction.atomic():
        IPAddress.objects.update(role=None)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("10.0.0.0/24", "network ID"),
        ("10.0.0.255/24", "broadcast"),
        ("2001:db8::/64", "network ID"),
        ("10.0.0.1/24", ""),
        ("10.0.0.0/31", ""),
        ("10.0.0.1/31", ""),
        ("10.0.0.0/32", ""),
        ("2001:db8::/127", ""),
        ("2001:db8::/128", ""),
        ("2001:db8::ffff:ffff:ffff:ffff/64", ""),
    ],
)
def test_an_interface_has_a_host_address(address: str, said: str, interfaces: list[Interface]) -> None:
    assert problems(IPAddress(address=address)) == {}
    found = problems(IPAddress(address=address, assigned_object=interfaces[0]))
    assert said in found.get("address", [""])[0]
    assert bool(found) is bool(said)


def test_only_ipv6_comes_from_slaac() -> None:
    assert "status" in problems(IPAddress(address="10.0.0.1/24", status="slaac"))
    assert problems(IPAddress(address="2001:db8::1/64", status="slaac")) == {}


def test_dns_names_are_lower_case_and_valid() -> None:
    address = IPAddress.objects.create(address="10.0.0.1/24", dns_name="*.Example.COM")
    assert address.dns_name == "*.example.com"
    address.full_clean()
    for wrong in ("a b", "ä.example", "a..b", ".a", "a\n"):
        address.dns_name = wrong
        with pytest.raises(ValidationError) as refusal:
            address.full_clean()
        assert "dns_name" in refusal.value.message_dict


def test_an_address_is_not_translated_to_itself() -> None:
    address = IPAddress.objects.create(address="10.0.0.1/24")
    address.nat_inside = address
    assert "nat_inside" in problems(address)


def test_nothing_is_created_in_a_populated_range(vrf: VRF) -> None:
    old = IPAddress.objects.create(address="10.0.0.5/24")
    IPRange.objects.bulk_create(
        [IPRange(start_address="10.0.0.1/24", end_address="10.0.0.9/24", size=9, mark_populated=True)]
    )
    assert "10.0.0.1-10.0.0.9" in problems(IPAddress(address="10.0.0.4/32"))["address"][0]
    assert problems(IPAddress(address="10.0.0.10/24")) == {}
    assert problems(IPAddress(address="10.0.0.4/24", vrf=vrf)) == {}
    assert problems(old) == {}


def test_the_assigned_object_exists_and_takes_addresses(devices: list[Device], interfaces: list[Interface]) -> None:
    assert "assigned_object_type" in problems(IPAddress(address="10.0.0.1/24", assigned_object=devices[0]))
    half = IPAddress(address="10.0.0.1/24", assigned_object=interfaces[0])
    half.assigned_object_id = None
    assert "assigned_object_id" in problems(half)
    half.assigned_object_id = 999_999
    assert "assigned_object_id" in problems(half)


@pytest.fixture
def primary(devices: list[Device], interfaces: list[Interface]) -> IPAddress:
    """The primary address of the first switch."""
    address = IPAddress.objects.create(address="10.0.0.1/24", assigned_object=interfaces[0])
    Device.objects.filter(pk=devices[0].pk).update(primary_ip4=address)
    return address


def test_a_primary_address_stays_on_its_device(primary: IPAddress, interfaces: list[Interface]) -> None:
    primary.assigned_object = interfaces[1]
    assert problems(primary) == {}
    primary.assigned_object = interfaces[2]
    assert "primary IPv4 of sw1" in problems(primary)["__all__"][0]
    primary.assigned_object = None
    assert "__all__" in problems(primary)
    primary.assigned_object = FHRPGroup.objects.create(protocol="vrrp3", group_id=1)
    assert "__all__" in problems(primary)


def test_an_out_of_band_address_stays_on_its_device(
    primary: IPAddress, devices: list[Device], interfaces: list[Interface]
) -> None:
    Device.objects.filter(pk=devices[0].pk).update(primary_ip4=None, oob_ip=primary)
    primary.assigned_object = interfaces[2]
    assert "out-of-band IP of sw1" in problems(primary)["__all__"][0]


def test_a_primary_address_stays_on_its_virtual_machine(vm_interface: VMInterface, interfaces: list[Interface]) -> None:
    address = IPAddress.objects.create(address="2001:db8::1/64", assigned_object=vm_interface)
    type(vm_interface.virtual_machine).objects.update(primary_ip6=address)
    address.assigned_object = interfaces[0]
    assert "primary IPv6 of vm1" in problems(address)["__all__"][0]


def test_deleting_an_address_takes_it_from_its_device(primary: IPAddress, devices: list[Device]) -> None:
    changed = devices[0].last_updated
    primary.delete()
    devices[0].refresh_from_db()
    assert devices[0].primary_ip4_id is None
    assert devices[0].last_updated > changed


def test_addresses_are_listed_by_host() -> None:
    for text in ("10.0.0.10/8", "10.0.0.9/32", "10.0.0.2/24", "9.0.0.1/8", "2001:db8::1/64"):
        IPAddress.objects.create(address=text)
    listed = [str(address) for address in IPAddress.objects.all()]
    assert listed == ["9.0.0.1/8", "10.0.0.2/24", "10.0.0.9/32", "10.0.0.10/8", "2001:db8::1/64"]
    assert [str(address) for address in IPAddress.objects.reverse()] == listed[::-1]


def test_the_rules_cost_the_same_for_any_number(
    vrf: VRF, interfaces: list[Interface], django_assert_max_num_queries: object
) -> None:
    objs = [IPAddress(address=f"10.0.0.{i}/24", vrf_id=vrf.pk, assigned_object=interfaces[0]) for i in range(1, 101)]
    with django_assert_max_num_queries(6):
        assert problems(*objs) == {}
