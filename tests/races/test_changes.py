"""Changes that meet: nothing is lost without a word, no circle closes, nobody waits for the other for ever."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.live import Live, together
from tests.races.conftest import ROUNDS, WRITERS, Race

pytestmark = pytest.mark.slow


def test_of_many_who_hold_the_same_version_one_changes_it(live: Live, race: Race, word: str) -> None:
    site = live.create("dcim/sites", {"name": word, "slug": word})
    path = f"dcim/sites/{site['id']}"
    for turn in range(ROUNDS):
        tag = live.request("GET", f"/api/{path}/").headers["etag"]
        requests = [("PATCH", path, {"description": f"{turn} {i}"}) for i in range(WRITERS)]
        won = race.one_wins(race.run(requests, If_Match=tag), won=200, lost=[412])
        assert live.request("GET", f"/api/{path}/").json()["description"] == won["description"]
    changes = live.sql(
        "SELECT count(*) FROM core_objectchange WHERE changed_object_id = %s AND action = 'update' "
        "AND object_repr = %s", site["id"], word
    )  # fmt: skip
    assert changes == [(ROUNDS,)]


def test_every_unconditional_change_is_recorded(live: Live, race: Race, word: str) -> None:
    """The last one wins, and the log tells the whole story: each change begins where another one ended."""
    site = live.create("dcim/sites", {"name": word, "slug": word})
    path = f"dcim/sites/{site['id']}"
    answers = race.run([("PATCH", path, {"description": f"by {i}"}) for i in range(WRITERS)])
    assert {answer.status for answer in answers} == {200}
    rows = live.sql(
        "SELECT prechange_data->>'description', postchange_data->>'description' FROM core_objectchange "
        "WHERE changed_object_id = %s AND object_repr = %s AND action = 'update' ORDER BY id", site["id"], word
    )  # fmt: skip
    assert len(rows) == WRITERS
    befores, afters = {row[0] for row in rows}, {row[1] for row in rows}
    assert afters == {f"by {i}" for i in range(WRITERS)}
    assert befores - {""} < afters
    assert len(befores) == WRITERS


def test_different_fields_changed_at_once_are_all_kept(live: Live, race: Race, word: str) -> None:
    site = live.create("dcim/sites", {"name": word, "slug": word})
    path = f"dcim/sites/{site['id']}"
    values = {"description": "a", "facility": "b", "comments": "c", "physical_address": "d", "shipping_address": "e"}
    answers = race.run([("PATCH", path, {name: value}) for name, value in values.items()])
    assert {answer.status for answer in answers} == {200}
    stored = live.request("GET", f"/api/{path}/").json()
    assert {name: stored[name] for name in values} == values


def test_custom_fields_changed_at_once_are_all_kept(live: Live, race: Race, word: str) -> None:
    names = [f"{word}_{i}" for i in range(6)]
    for name in names:
        live.create("extras/custom-fields", {"name": name, "type": "text", "object_types": ["dcim.region"]})
    region = live.create("dcim/regions", {"name": word, "slug": word})
    path = f"dcim/regions/{region['id']}"
    answers = race.run([("PATCH", path, {"custom_fields": {name: name}}) for name in names])
    assert {answer.status for answer in answers} == {200}
    stored = live.request("GET", f"/api/{path}/").json()["custom_fields"]
    assert {name: stored[name] for name in names} == {name: name for name in names}


@pytest.mark.parametrize("path", ["dcim/regions", "dcim/site-groups", "tenancy/tenant-groups", "dcim/device-roles"])
def test_moves_in_opposite_directions_close_no_circle(live: Live, race: Race, word: str, path: str) -> None:
    for size in (2, 3, 8):
        rows = live.create(path, [{"name": f"{word} {size} {i}", "slug": f"{word}-{size}-{i}"} for i in range(size)])
        ids = [row["id"] for row in rows]
        moves = [("PATCH", f"{path}/{ids[i]}", {"parent": ids[(i + 1) % size]}) for i in range(size)]
        answers = race.run(moves)
        assert sorted(answer.status for answer in answers) == [200] * (size - 1) + [400]
        parents = {row["id"]: row["parent"] and row["parent"]["id"] for row in _rows(live, path, ids)}
        for node in ids:
            seen = set()
            while node is not None:
                assert node not in seen
                seen.add(node)
                node = parents[node]


def _rows(live: Live, path: str, ids: list[int]) -> list[Any]:
    query = "&".join(f"id={pk}" for pk in ids)
    return live.request("GET", f"/api/{path}/?{query}&limit=0").json()["results"]


def test_batches_in_opposite_orders_do_not_wait_for_each_other(live: Live, race: Race, word: str) -> None:
    ids = [
        row["id"]
        for row in live.create("dcim/sites", [{"name": f"{word} {i}", "slug": f"{word}-{i}"} for i in range(20)])
    ]
    for turn in range(ROUNDS):
        requests = [
            ("PATCH", "dcim/sites", [{"id": pk, "facility": f"{turn} {i}"} for pk in (ids if i % 2 else ids[::-1])])
            for i in range(8)
        ]
        assert {answer.status for answer in race.run(requests)} == {200}
        assert len(live.sql("SELECT DISTINCT facility FROM dcim_site WHERE id = ANY(%s)", ids)) == 1


def test_a_site_that_goes_while_devices_come(live: Live, race: Race, word: str, plant: Callable[..., Any]) -> None:
    for turn in range(ROUNDS):
        site = live.create("dcim/sites", {"name": f"{word} {turn}", "slug": f"{word}-{turn}"})["id"]
        requests: list[tuple[str, str, Any]] = [("DELETE", f"dcim/sites/{site}", None)]
        requests += [("POST", "dcim/devices", plant(name=f"{word} {turn} {i}", site=site)) for i in range(7)]
        deleted, *created = race.run(requests)
        assert deleted.status in (204, 409), deleted.body
        assert {answer.status for answer in created} <= ({400, 409} if deleted.status == 204 else {201})


def test_an_object_is_deleted_once(live: Live, race: Race, word: str) -> None:
    site = live.create("dcim/sites", {"name": word, "slug": word})["id"]
    answers = race.run([("DELETE", f"dcim/sites/{site}", None)] * WRITERS)
    assert sorted(answer.status for answer in answers) == [204] + [404] * (WRITERS - 1)
    assert live.sql(
        "SELECT count(*) FROM core_objectchange WHERE object_repr = %s AND action = 'delete'", word
    ) == [(1,)]  # fmt: skip


def test_tags_added_at_once_are_all_there(live: Live, race: Race, word: str) -> None:
    site = live.create("dcim/sites", {"name": word, "slug": word})["id"]
    tags = live.create("extras/tags", [{"name": f"{word} {i}", "slug": f"{word}-{i}"} for i in range(8)])
    answers = race.run([("PATCH", f"dcim/sites/{site}", {"add_tags": [tag["id"]]}) for tag in tags])
    assert {answer.status for answer in answers} == {200}
    stored = live.request("GET", f"/api/dcim/sites/{site}/").json()["tags"]
    assert {tag["id"] for tag in stored} == {tag["id"] for tag in tags}


def test_counters_of_a_device_are_right_after_many_writers(live: Live, word: str, plant: Callable[..., Any]) -> None:
    device = live.create("dcim/devices", plant(name=word))["id"]

    def work(number: int) -> None:
        made = [
            live.create("dcim/interfaces", {"device": device, "name": f"{number}/{i}", "type": "virtual"})["id"]
            for i in range(3)
        ]
        assert live.request("DELETE", f"/api/dcim/interfaces/{made[0]}/").status == 204

    together(8, work)
    assert live.request("GET", f"/api/dcim/devices/{device}/").json()["interface_count"] == 16


def test_nothing_failed(live: Live) -> None:
    """Last in the module: the log names no bug."""
    if failures := live.failures():
        pytest.fail(failures)
