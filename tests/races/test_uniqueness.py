"""Sixteen clients create the same thing: one of them makes it, the others are told so, by no path is there a second."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.live import Live
from tests.races.conftest import ROUNDS, WRITERS, Race

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("vrf", [True, False], ids=["VRF", "global table"])
@pytest.mark.parametrize(
    ("path", "field", "table"),
    [("ipam/prefixes", "prefix", "ipam_prefix"), ("ipam/ip-addresses", "address", "ipam_ipaddress")],
)
def test_a_network_or_address(live: Live, race: Race, word: str, vrf: bool, path: str, field: str, table: str) -> None:
    scope = live.create("ipam/vrfs", {"name": word, "enforce_unique": True})["id"] if vrf else None
    third = int(word.removeprefix("race"))
    for turn in range(ROUNDS):
        value = f"10.{turn}.{third}.0/24" if field == "prefix" else f"10.{turn}.{third}.7/24"
        race.one_wins(race.post(path, [{field: value, "vrf": scope}] * WRITERS))
        where = "vrf_id = %s" if vrf else "%s::int IS NULL AND vrf_id IS NULL"
        assert live.sql(f"SELECT count(*) FROM {table} WHERE {field} = %s AND {where}", value, scope) == [(1,)]


def test_an_address_with_different_masks_is_the_same_address(live: Live, race: Race, word: str) -> None:
    scope = live.create("ipam/vrfs", {"name": word, "enforce_unique": True})["id"]
    race.one_wins(
        race.post("ipam/ip-addresses", [{"address": f"10.9.9.9/{8 + i}", "vrf": scope} for i in range(WRITERS)])
    )


def test_addresses_that_are_changed_to_the_same(live: Live, race: Race, word: str) -> None:
    scope = live.create("ipam/vrfs", {"name": word, "enforce_unique": True})["id"]
    rows = live.create("ipam/ip-addresses", [{"address": f"10.0.0.{i + 1}/24", "vrf": scope} for i in range(WRITERS)])
    answers = race.run([("PATCH", f"ipam/ip-addresses/{row['id']}", {"address": "10.0.0.99/24"}) for row in rows])
    race.one_wins(answers, won=200)


@pytest.mark.parametrize("with_tenant", [False, True])
def test_a_device_name_in_any_case(
    live: Live, race: Race, word: str, plant: Callable[..., Any], with_tenant: bool
) -> None:
    tenant = live.create("tenancy/tenants", {"name": word, "slug": word})["id"] if with_tenant else None
    for turn in range(ROUNDS):
        names = [f"{word}-{turn}", f"{word}-{turn}".upper(), f"{word}-{turn}".capitalize()]
        answers = race.post("dcim/devices", [plant(name=names[i % 3], tenant=tenant) for i in range(WRITERS)])
        race.one_wins(answers)
        assert live.sql("SELECT count(*) FROM dcim_device WHERE lower(name) = %s", names[0]) == [(1,)]


def test_a_place_in_a_cable(live: Live, race: Race, word: str, plant: Callable[..., Any]) -> None:
    device = live.create("dcim/devices", plant(name=word))["id"]
    for turn in range(ROUNDS):
        ports = live.create("dcim/interfaces", [
            {"device": device, "name": f"{turn}/{i}", "type": "1000base-t"} for i in range(WRITERS + 1)
        ])  # fmt: skip
        ends = [[{"object_type": "dcim.interface", "object_id": port["id"]}] for port in ports]
        # The wanted port is at one end of half of the cables and at the other end of the rest.
        bodies = [
            {"a_terminations": ends[0], "b_terminations": ends[i]}
            if i % 2
            else {"a_terminations": ends[i], "b_terminations": ends[0]}
            for i in range(1, WRITERS + 1)
        ]
        cable = race.one_wins(race.post("dcim/cables", bodies))
        taken = live.sql("SELECT cable_id FROM dcim_interface WHERE id = ANY(%s) AND cable_id IS NOT NULL",
                         [port["id"] for port in ports])  # fmt: skip
        assert taken == [(cable["id"],)] * 2
        assert live.sql("SELECT count(*) FROM dcim_cabletermination WHERE cable_id = %s", cable["id"]) == [(2,)]


@pytest.mark.parametrize("field", ["vid", "name"])
def test_a_vlan_in_a_group(live: Live, race: Race, word: str, field: str) -> None:
    group = live.create("ipam/vlan-groups", {"name": word, "slug": word})["id"]
    for turn in range(ROUNDS):
        same = {"vid": turn + 1} if field == "vid" else {"name": f"same {turn}"}
        bodies = [{"group": group, "vid": 100 * (turn + 1) + i, "name": f"{turn} {i}"} | same for i in range(WRITERS)]
        race.one_wins(race.post("ipam/vlans", bodies))
    assert live.sql("SELECT count(*) FROM ipam_vlan WHERE group_id = %s", group) == [(ROUNDS,)]


@pytest.mark.parametrize(
    ("path", "make"),
    [
        ("ipam/vrfs", lambda word, i: {"name": f"{word} {i}", "rd": f"65000:{word[-4:]}"}),
        ("ipam/route-targets", lambda word, i: {"name": f"65000:{word[-4:]}"}),
        ("extras/tags", lambda word, i: {"name": word, "slug": f"{word}-{i}"}),
        ("extras/tags", lambda word, i: {"name": f"{word} {i}", "slug": word}),
        ("extras/custom-fields", lambda word, i: {"name": word, "type": "text", "object_types": ["dcim.site"]}),
        ("dcim/sites", lambda word, i: {"name": f"{word} {i}", "slug": word}),
        ("dcim/regions", lambda word, i: {"name": word, "slug": f"{word}-{i}"}),
        ("tenancy/tenants", lambda word, i: {"name": word, "slug": f"{word}-{i}"}),
        ("users/users", lambda word, i: {"username": word, "password": "Long-enough-secret-1"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_name_or_key(race: Race, word: str, path: str, make: Callable[[str, int], Any]) -> None:
    race.one_wins(race.post(path, [make(word, i) for i in range(WRITERS)]))


def test_overlapping_aggregates(live: Live, race: Race, word: str) -> None:
    rir = live.create("ipam/rirs", {"name": word, "slug": word})["id"]
    for turn in range(ROUNDS):
        bodies = [{"prefix": f"{60 + turn}.0.0.0/{8 + i}", "rir": rir} for i in range(WRITERS)]
        race.one_wins(race.post("ipam/aggregates", bodies))
    assert live.sql("SELECT count(*) FROM ipam_aggregate WHERE rir_id = %s", rir) == [(ROUNDS,)]


def test_one_address_is_the_primary_one_of_one_device(
    live: Live, race: Race, word: str, plant: Callable[..., Any]
) -> None:
    device = live.create("dcim/devices", plant(name=word))["id"]
    port = live.create("dcim/interfaces", {"device": device, "name": "eth0", "type": "1000base-t"})["id"]
    made = live.create("ipam/ip-addresses", [
        {"address": f"198.18.{i}.1/24", "assigned_object_type": "dcim.interface", "assigned_object_id": port}
        for i in range(WRITERS)
    ])  # fmt: skip
    answers = race.run([("PATCH", f"dcim/devices/{device}", {"primary_ip4": row["id"]}) for row in made])
    assert {answer.status for answer in answers} == {200}
    assert live.request("GET", f"/api/dcim/devices/{device}/").json()["primary_ip4"]["id"] in {
        row["id"] for row in made
    }


def test_batches_that_share_one_row(live: Live, race: Race, word: str) -> None:
    """All or none also when the shared row is the last one of every batch."""
    bodies = [
        [{"name": f"{word} {i} {n}", "slug": f"{word}-{i}-{n}"} for n in range(5)] + [{"name": word, "slug": word}]
        for i in range(WRITERS)
    ]
    race.one_wins(race.post("dcim/sites", bodies))
    assert live.sql("SELECT count(*) FROM dcim_site WHERE name LIKE %s", f"{word}%") == [(6,)]


def test_nothing_failed(live: Live) -> None:
    """Last in the module: the log names no bug."""
    if failures := live.failures():
        pytest.fail(failures)
