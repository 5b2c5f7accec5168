"""Many writers at once, on real connections: PostgreSQL lets exactly one of equals through."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from ipam.models import RIR, VLAN, VRF, Aggregate, IPAddress, Prefix, VLANGroup
from netsot.kernel import registry, writes
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)

WRITERS = 16
REFUSALS = (ValidationError, IntegrityError)


def together(count: int, work: Callable[[int], Any]) -> list[BaseException | None]:
    """Run `work` in that many threads with connections of their own, at the same moment; what each raised."""
    start = threading.Barrier(count)
    outcomes: list[BaseException | None] = [None] * count

    def run(number: int) -> None:
        try:
            connection.ensure_connection()
            start.wait(timeout=60)
            work(number)
        except Exception as error:  # noqa: BLE001 - asserted on by the caller
            outcomes[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    return outcomes


def checked(obj: Any) -> None:
    """Save as a script does that validates first."""
    obj.full_clean()
    obj.save()


def unchecked(obj: Any) -> None:
    """Save as a script does that doesn't care."""
    obj.save()


def raw(obj: Any) -> None:
    """Insert past every rule."""
    type(obj).objects.bulk_create([obj])


@pytest.mark.parametrize("write", [checked, unchecked, raw])
def test_one_of_many_equal_writers_wins(write: Callable[[Any], None]) -> None:
    vrf = VRF.objects.create(name="Red")
    group = VLANGroup.objects.create(name="g", slug="g")
    rir = RIR.objects.create(name="RIPE", slug="ripe")
    makers: list[Callable[[int], Any]] = [
        lambda number: Prefix(prefix="10.0.0.0/24", vrf=vrf),
        lambda number: Prefix(prefix="10.0.0.0/24"),
        lambda number: IPAddress(address=f"10.0.0.1/{8 + number}", vrf=vrf),
        lambda number: VLAN(vid=7, name=str(number), group=group),
        lambda number: Aggregate(prefix=f"10.0.0.0/{8 + number}", rir=rir),
    ]
    for make in makers:
        outcomes = together(WRITERS, lambda number, make=make: write(make(number)))
        refused = [outcome for outcome in outcomes if outcome is not None]
        assert all(isinstance(outcome, REFUSALS) for outcome in refused), refused
        assert len(refused) == WRITERS - 1
        made = make(0)
        scope = {"vrf": made.vrf} if hasattr(made, "vrf_id") else {}
        assert type(made).objects.filter(**scope).count() == 1


def test_writers_of_different_prefixes_do_not_disturb_the_hierarchy() -> None:
    vrf = VRF.objects.create(name="Red")
    networks = ["10.0.0.0/8", *(f"10.{i}.0.0/16" for i in range(5)), *(f"10.{i}.{i}.0/24" for i in range(10))]
    outcomes = together(len(networks), lambda number: Prefix(prefix=networks[number], vrf=vrf).save())
    assert outcomes == [None] * len(networks)
    counted = {str(prefix): (prefix._depth, prefix._children) for prefix in Prefix.objects.all()}
    assert counted["10.0.0.0/8"] == (0, 15)
    assert counted["10.3.0.0/16"] == (1, 1)
    assert counted["10.3.3.0/24"] == (2, 0)
    assert counted["10.7.7.0/24"] == (1, 0)


def test_a_vrf_that_starts_to_enforce_uniqueness_has_no_duplicates_afterwards() -> None:
    for attempt in range(5):
        vrf = VRF.objects.create(name=f"v{attempt}", enforce_unique=False)

        def work(number: int, vrf: VRF = vrf) -> None:
            if number:
                raw(Prefix(prefix="10.0.0.0/24", vrf=vrf))
                return
            with transaction.atomic():
                VRF.objects.filter(pk=vrf.pk).update(enforce_unique=True)

        outcomes = together(4, work)
        assert all(isinstance(outcome, IntegrityError) for outcome in outcomes if outcome is not None), outcomes
        vrf.refresh_from_db()
        assert not vrf.enforce_unique or vrf.prefixes.count() <= 1


def test_changes_of_a_parent_and_new_children_do_not_stand_in_each_others_way() -> None:
    resource = registry.resource_for("ipam.prefix")
    outer = Prefix.objects.create(prefix="10.0.0.0/8")

    def work(number: int) -> None:
        for step in range(5):
            if number % 2:
                writes.update(resource, [(outer.pk, {"description": f"{number} {step}"})], factories.SYSTEM)
            else:
                writes.create(resource, [{"prefix": f"10.{number}.{step}.0/24"}], factories.SYSTEM)

    assert together(6, work) == [None] * 6
    outer.refresh_from_db()
    assert outer._children == 15
