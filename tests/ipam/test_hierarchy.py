"""`_depth`, `_children` and parents, compared with a naive reference after arbitrary histories."""

from __future__ import annotations

import netaddr
import pytest
from django.core.management import call_command
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dcim.models import Site
from ipam import hierarchy
from ipam.models import VRF, IPAddress, Prefix

pytestmark = pytest.mark.django_db

# Few networks, so that they repeat and nest.
NETWORKS = [
    "10.0.0.0/8",
    "10.0.0.0/9",
    "10.0.0.0/16",
    "10.0.0.0/24",
    "10.0.0.0/32",
    "10.0.1.0/24",
    "10.0.1.128/25",
    "10.128.0.0/9",
    "10.255.255.255/32",
    "11.0.0.0/8",
    "0.0.0.0/1",
    "2001:db8::/32",
    "2001:db8::/48",
    "2001:db8::/64",
    "2001:db8::1/128",
    "8000::/1",
]
HOSTS = [
    "10.0.0.0/32",
    "10.0.0.7/24",
    "10.0.1.200/24",
    "10.255.255.255/8",
    "12.0.0.1/8",
    "2001:db8::1/64",
    "ffff::1/128",
]

WHERE = st.tuples(st.integers(0, 2), st.sampled_from(NETWORKS))
STEP = st.one_of(
    st.tuples(st.just("create"), st.lists(WHERE, min_size=1, max_size=5)),
    st.tuples(st.just("move"), st.lists(st.tuples(st.integers(0, 99), WHERE), min_size=1, max_size=4)),
    st.tuples(st.just("delete"), st.lists(st.integers(0, 99), min_size=1, max_size=3)),
    st.tuples(st.just("address"), st.lists(st.tuples(st.integers(0, 2), st.sampled_from(HOSTS)), max_size=4)),
)


@pytest.fixture
def tables() -> list[VRF | None]:
    """The global table and two VRFs, all of which take duplicates."""
    connection.cursor().execute("SELECT set_config('netsot.enforce_global_unique', 'off', true)")
    return [None, *(VRF.objects.create(name=name, enforce_unique=False) for name in "ab")]


def assert_consistent() -> None:
    """What is stored is what a walk over all pairs gives."""
    prefixes = list(Prefix.objects.order_by("pk"))
    for prefix in prefixes:
        same = [other for other in prefixes if other.vrf_id == prefix.vrf_id and other.prefix != prefix.prefix]
        around = [other for other in same if prefix.prefix in other.prefix]
        inside = [other for other in same if other.prefix in prefix.prefix]
        parent = min(around, key=lambda other: (-other.prefix.prefixlen, other.pk), default=None)
        expected = len({other.prefix for other in around}), len(inside), parent.pk if parent else None
        assert (prefix._depth, prefix._children, prefix.parent_id) == expected, prefix
    for address in IPAddress.objects.all():
        around = [p for p in prefixes if p.vrf_id == address.vrf_id and address.address.ip in p.prefix]
        parent = min(around, key=lambda other: (-other.prefix.prefixlen, other.pk), default=None)
        assert address.parent_id == (parent.pk if parent else None), address


def write(objs: list, fields: list[str], old: dict) -> None:
    """What `kernel.writes` does with a set, without the rest."""
    model = type(objs[0])
    model.prepare_set(objs)
    if old:
        model.objects.bulk_update(objs, fields)
    else:
        model.objects.bulk_create(objs)
    model.saved_set(objs, old)


def play(steps: list, tables: list[VRF | None]) -> None:
    for kind, items in steps:
        stored = list(Prefix.objects.order_by("pk"))
        if kind == "create":
            write([Prefix(vrf=tables[vrf], prefix=netaddr.IPNetwork(net)) for vrf, net in items], [], {})
        elif kind == "address" and items:
            write([IPAddress(vrf=tables[vrf], address=netaddr.IPNetwork(host)) for vrf, host in items], [], {})
        elif kind == "move" and stored:
            moved, old = {}, {}
            for index, (vrf, net) in items:
                obj = stored[index % len(stored)]
                old.setdefault(obj.pk, {"vrf_id": obj.vrf_id, "prefix": obj.prefix})
                obj.vrf, obj.prefix = tables[vrf], netaddr.IPNetwork(net)
                moved[obj.pk] = obj
            write(list(moved.values()), ["vrf", "prefix"], old)
        elif kind == "delete" and stored:
            Prefix.objects.filter(pk__in=[stored[index % len(stored)].pk for index in items]).delete()
        assert_consistent()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEP, min_size=1, max_size=6))
def test_it_agrees_with_a_naive_walk(steps: list, tables: list[VRF | None]) -> None:
    with transaction.atomic():
        play(steps, tables)
        transaction.set_rollback(True)


def test_saving_and_deleting_one_object_keeps_the_others(tables: list[VRF | None]) -> None:
    outer = Prefix.objects.create(prefix="10.0.0.0/8")
    inner = Prefix.objects.create(prefix="10.0.1.0/24")
    address = IPAddress.objects.create(address="10.0.1.1/24")
    assert (inner._depth, inner.parent_id, address.parent_id) == (1, outer.pk, inner.pk)
    middle = Prefix.objects.create(prefix="10.0.0.0/16")
    assert (middle._depth, middle._children) == (1, 1)
    middle.delete()
    inner.prefix = "11.0.0.0/24"
    inner.save()
    assert (inner._depth, inner.parent_id) == (0, None)
    assert_consistent()
    address.refresh_from_db()
    assert address.parent_id == outer.pk


def test_prefixes_that_go_with_their_site_leave_no_trace(tables: list[VRF | None]) -> None:
    site = Site.objects.create(name="Zurich", slug="zurich")
    for network, scope in (("10.0.0.0/8", None), ("10.0.0.0/16", site), ("10.0.0.0/24", None)):
        Prefix.objects.create(prefix=network, scope=scope)
    IPAddress.objects.create(address="10.0.1.1/24")
    site.delete()
    assert Prefix.objects.count() == 2
    assert_consistent()


def test_an_address_has_the_parent_of_its_vrf(tables: list[VRF | None]) -> None:
    Prefix.objects.create(prefix="10.0.0.0/8")
    address = IPAddress.objects.create(address="10.0.0.1/24", vrf=tables[1])
    assert address.parent is None
    address.vrf = None
    address.save()
    assert str(address.parent) == "10.0.0.0/8"


@pytest.mark.parametrize("size", [2, 40])
def test_the_number_of_statements_does_not_grow(
    size: int, tables: list[VRF | None], django_assert_max_num_queries: object
) -> None:
    Prefix.objects.create(prefix="10.0.0.0/8")
    objs = [Prefix(prefix=f"10.0.{i}.0/24") for i in range(size)]
    Prefix.objects.bulk_create(objs)
    with django_assert_max_num_queries(5):
        Prefix.saved_set(objs, {})


def test_the_command_repairs_what_raw_statements_broke(tables: list[VRF | None]) -> None:
    Prefix.objects.bulk_create(Prefix(prefix=net, vrf=vrf) for net in NETWORKS[:8] for vrf in tables)
    IPAddress.objects.bulk_create(IPAddress(address=host, vrf=vrf) for host in HOSTS[:4] for vrf in tables)
    call_command("rebuild_prefixes", verbosity=0)
    assert_consistent()
    assert Prefix.objects.filter(_depth=3).exists()


def test_the_outermost_places_are_found() -> None:
    places = [(0, "10.0.0.0/24"), (0, "10.0.0.0/8"), (1, "10.0.0.0/24"), (0, "10.1.0.0/16"), (0, "2001:db8::/32")]
    assert hierarchy._outermost(places) == [(0, "10.0.0.0/8"), (0, "2001:db8::/32"), (1, "10.0.0.0/24")]
