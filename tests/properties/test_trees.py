"""Trees after arbitrary histories, compared with a walk along the parents in Python."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from dcim.models import Location, Region, Site
from netsot.kernel import locks, registry, writes
from netsot.kernel.errors import BatchInvalid
from netsot.kernel.representation import Context
from netsot.models import NestedGroupModel, trees
from tests import factories

LARGEST = 9
MOVES = st.lists(
    st.lists(st.tuples(st.integers(0, LARGEST), st.none() | st.integers(0, LARGEST)), min_size=1, max_size=4,
             unique_by=lambda move: move[0]),
    max_size=8,
)  # fmt: skip
PARENTS = st.lists(st.none() | st.integers(0, LARGEST), min_size=1, max_size=LARGEST + 1)
# A smaller example isn't worth minutes of searching: these are small.
COMMON = {"deadline": None, "suppress_health_check": list(HealthCheck), "phases": [Phase.explicit, Phase.generate]}
SETTINGS = settings(max_examples=30, **COMMON)

Parents = dict[int, int | None]


def chain(parents: Parents, node: int) -> list[int] | None:
    """The ancestors of a node, the nearest first; None in a circle."""
    found: list[int] = []
    current = parents[node]
    while current is not None:
        if current == node or current in found:
            return None
        found.append(current)
        current = parents[current]
    return found


def plant(shape: Iterable[int | None]) -> list[Any]:
    """Regions whose parents stand before them."""
    made: list[Any] = []
    for number, parent in enumerate(shape):
        above = made[parent % len(made)].pk if parent is not None and made else None
        made.append(factories.one("dcim.region", name=f"r{number}", parent=above))
    return made


def stored() -> Parents:
    return dict(Region.objects.values_list("pk", "parent_id"))


def play(regions: list[Any], batches: list[list[tuple[int, int | None]]]) -> None:
    """Move nodes in batches; a batch is refused if, and only if, a walk finds a circle afterwards."""
    resource = registry.resource_for(Region)
    for batch in batches:
        moves = {regions[child % len(regions)].pk: parent for child, parent in batch}
        wanted = {pk: None if to is None else regions[to % len(regions)].pk for pk, to in moves.items()}
        after = stored() | wanted
        possible = all(chain(after, node) is not None for node in after)
        before = stored()
        try:
            writes.update(resource, [(pk, {"parent": parent}) for pk, parent in wanted.items()], factories.SYSTEM)
        except BatchInvalid:
            assert not possible
            assert stored() == before
        else:
            assert possible
            assert stored() == after


def shown(model: type[Any]) -> dict[int, dict[str, Any]]:
    """What the API shows of every object."""
    resource = registry.resource_for(model)
    context = Context(user=writes._System(), base_url="")
    rows = resource.representation().render(model.objects.order_by("pk"), context)
    return {row["id"]: row for row in rows}


def assert_right() -> None:
    parents = stored()
    above = {node: chain(parents, node) for node in parents}
    below: dict[int, set[int]] = {
        node: {other for other in parents if node in (above[other] or ())} for node in parents
    }
    sites = dict(Site.objects.values_list("pk", "region_id"))
    rows = shown(Region)
    assert trees.depths(Region, parents) == {node: len(above[node] or ()) for node in parents}
    for node in parents:
        region = Region(pk=node)
        assert set(region.get_ancestors().values_list("pk", flat=True)) == set(above[node] or ())
        assert set(region.get_descendants().values_list("pk", flat=True)) == below[node]
        assert rows[node]["_depth"] == len(above[node] or ())
        assert rows[node]["site_count"] == sum(place in below[node] | {node} for place in sites.values())


@pytest.mark.slow
@pytest.mark.django_db
@SETTINGS
@given(shape=PARENTS, batches=MOVES, placed=st.lists(st.integers(0, LARGEST), max_size=6))
def test_depths_counts_and_families_agree_with_a_walk(
    shape: list[int | None], batches: list[list[tuple[int, int | None]]], placed: list[int]
) -> None:
    with transaction.atomic():
        regions = plant(shape)
        for where in placed:
            factories.one("dcim.site", region=regions[where % len(regions)].pk)
        play(regions, batches)
        assert_right()
        transaction.set_rollback(True)


@pytest.mark.slow
@pytest.mark.django_db
@SETTINGS
@given(shape=PARENTS, batches=MOVES, gone=st.integers(0, LARGEST))
def test_a_deleted_node_takes_its_subtree_along_and_nothing_else(
    shape: list[int | None], batches: list[list[tuple[int, int | None]]], gone: int
) -> None:
    with transaction.atomic():
        regions = plant(shape)
        play(regions, batches)
        parents = stored()
        node = regions[gone % len(regions)].pk
        expected = {pk for pk in parents if pk != node and node not in (chain(parents, pk) or ())}
        writes.delete(registry.resource_for(Region), [node], factories.SYSTEM)
        assert set(stored()) == expected
        assert_right()
        transaction.set_rollback(True)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@settings(max_examples=6, **COMMON)
@given(shape=st.lists(st.none() | st.integers(0, LARGEST), min_size=5, max_size=8), data=st.data())
def test_moves_of_several_writers_leave_a_tree(shape: list[int | None], data: st.DataObject) -> None:
    Region.objects.all().delete()
    Site.objects.all().delete()
    regions = plant(shape)
    jobs = [data.draw(MOVES, label=f"writer {number}") for number in range(4)]
    failures: list[BaseException] = []

    def work(batches: list[list[tuple[int, int | None]]]) -> None:
        resource = registry.resource_for(Region)
        try:
            for batch in batches:
                moves = {regions[child % len(regions)].pk: parent for child, parent in batch}
                rows = [
                    (pk, {"parent": None if to is None else regions[to % len(regions)].pk}) for pk, to in moves.items()
                ]
                try:
                    writes.update(resource, rows, factories.SYSTEM)
                except BatchInvalid as error:
                    if "own ancestor" not in str(error.details):
                        raise
        except BaseException as error:  # noqa: BLE001 - raised again below
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not failures, failures
    parents = stored()
    assert all(chain(parents, node) is not None for node in parents)
    assert_right()


@pytest.mark.django_db
def test_locations_count_what_is_below_them() -> None:
    site = factories.one("dcim.site")
    top = factories.one("dcim.location", site=site.pk)
    middle = factories.one("dcim.location", site=site.pk, parent=top.pk)
    bottom = factories.one("dcim.location", site=site.pk, parent=middle.pk)
    for place in (top, bottom, bottom):
        factories.one("dcim.device", site=site.pk, location=place.pk)
    rows = shown(Location)
    assert [rows[item.pk]["device_count"] for item in (top, middle, bottom)] == [3, 2, 2]
    assert [rows[item.pk]["_depth"] for item in (top, middle, bottom)] == [0, 1, 2]


@pytest.mark.django_db
def test_no_statement_closes_a_circle() -> None:
    """Also those that go past every rule; what is right only as a whole passes."""
    top, middle, bottom = plant([None, 0, 1])
    for moves in ({top: bottom}, {top: middle}, {middle: middle}):
        for node, parent in moves.items():
            with pytest.raises(IntegrityError, match="dcim_region_no_circle|its own ancestor"), transaction.atomic():
                Region.objects.filter(pk=node.pk).update(parent=parent)
    # The tree turned over in one statement.
    top.parent, middle.parent, bottom.parent = middle, bottom, None
    Region.objects.bulk_update([top, middle, bottom], ["parent"])
    assert stored() == {top.pk: middle.pk, middle.pk: bottom.pk, bottom.pk: None}


@pytest.mark.django_db
def test_every_tree_is_guarded() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text, tgargs FROM pg_trigger WHERE tgname LIKE '%no_circle'")
        guarded = {table: int(bytes(argument).rstrip(b"\0")) for table, argument in cursor.fetchall()}
    models = [model for model in apps.get_models() if issubclass(model, NestedGroupModel)]
    assert guarded == {model._meta.db_table: locks.lock_number(next(iter(model.lock_keys([])))) for model in models}
