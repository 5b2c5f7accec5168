"""Rack units that many want at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.live import Live
from tests.races.conftest import ROUNDS, WRITERS, Race

pytestmark = pytest.mark.slow


def test_overlapping_devices(live: Live, race: Race, word: str, plant: Callable[..., Any]) -> None:
    """Of devices that would overlap one is mounted, on whichever face: they are as deep as the rack."""
    payload = plant()
    maker = live.create("dcim/manufacturers", {"name": f"{word}-2", "slug": f"{word}-2"})["id"]
    kind = live.create("dcim/device-types", {"manufacturer": maker, "model": word, "slug": f"{word}-2u", "u_height": 2})
    for turn in range(ROUNDS):
        rack = live.create("dcim/racks", {"site": payload["site"], "name": f"{word} {turn}"})["id"]
        for count in (2, WRITERS):
            position = 10 if count == 2 else 20
            answers = race.post("dcim/devices", [
                plant(name=f"{word} {turn} {count} {i}", device_type=kind["id"], rack=rack, position=position + i % 2,
                      face=("front", "rear")[i // 2 % 2])
                for i in range(count)
            ])  # fmt: skip
            race.one_wins(answers)
        assert live.sql("SELECT count(*) FROM dcim_device WHERE rack_id = %s", rack) == [(2,)]


def test_overlapping_reservations(live: Live, race: Race, word: str, plant: Callable[..., Any]) -> None:
    site = plant()["site"]
    user = live.request("GET", "/api/users/users/?limit=1").json()["results"][0]["id"]
    for turn in range(ROUNDS):
        rack = live.create("dcim/racks", {"site": site, "name": f"{word} {turn}"})["id"]
        rows = [{"rack": rack, "user": user, "description": word, "units": [7, 8 + i]} for i in range(WRITERS)]
        race.one_wins(race.post("dcim/rack-reservations", rows))


def test_a_rack_that_shrinks_while_a_device_comes(live: Live, race: Race, word: str, plant: Callable[..., Any]) -> None:
    for turn in range(ROUNDS):
        rack = live.create("dcim/racks", {"site": plant()["site"], "name": f"{word} {turn}"})["id"]
        shrink, mount = race.run([
            ("PATCH", f"dcim/racks/{rack}", {"u_height": 10}),
            ("POST", "dcim/devices", plant(name=f"{word} {turn}", rack=rack, position=40, face="front")),
        ])  # fmt: skip
        assert sorted([shrink.status, mount.status]) in ([200, 400], [201, 400])


def test_a_rack_that_moves_while_devices_come(live: Live, race: Race, word: str, plant: Callable[..., Any]) -> None:
    """With a position or without: every device of a rack is at its site."""
    there = live.create("dcim/sites", {"name": f"{word} there", "slug": f"{word}-there"})["id"]
    for turn in range(ROUNDS):
        rack = live.create("dcim/racks", {"site": plant()["site"], "name": f"{word} {turn}"})["id"]
        devices = [plant(name=f"{word} {turn} {i}", rack=rack) for i in range(7)]
        move = ("PATCH", f"dcim/racks/{rack}", {"site": there})
        moved, *made = race.run([move, *(("POST", "dcim/devices", device) for device in devices)])
        assert moved.status == 200, moved.body
        assert {answer.status for answer in made} <= {201, 400}
        sites = live.sql("SELECT DISTINCT site_id FROM dcim_device WHERE rack_id = %s", rack)
        assert sites in ([], [(there,)])


def test_racks_that_come_while_their_type_changes(live: Live, race: Race, word: str, plant: Callable[..., Any]) -> None:
    site, kind = plant()["site"], _rack_type(live, word)
    for turn in range(ROUNDS):
        height = 20 + turn
        racks = [{"site": site, "name": f"{word} {turn} {i}", "rack_type": kind} for i in range(7)]
        change = ("PATCH", f"dcim/rack-types/{kind}", {"u_height": height})
        answers = race.run([change, *(("POST", "dcim/racks", rack) for rack in racks)])
        assert {answer.status for answer in answers} == {200, 201}
        assert live.sql("SELECT DISTINCT u_height FROM dcim_rack WHERE rack_type_id = %s", kind) == [(height,)]


def _rack_type(live: Live, word: str) -> int:
    maker = live.create("dcim/manufacturers", {"name": f"{word}-r", "slug": f"{word}-r"})["id"]
    payload = {"manufacturer": maker, "model": word, "slug": f"{word}-r", "form_factor": "4-post-cabinet"}
    return int(live.create("dcim/rack-types", payload | {"u_height": 10})["id"])
