"""Several writers at the same plant, each with a connection of its own."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.db import connections

from dcim.models import Cable, CablePath, CableTermination, PortMapping
from netsot.kernel import registry, writes
from netsot.kernel.errors import BatchInvalid
from tests.dcim.cabling import interfaces, panel, path_of

pytestmark = pytest.mark.django_db(transaction=True)

ACTOR = writes.Actor(trusted=True)


def node(port: Any) -> dict[str, Any]:
    return {"object_type": port._meta.label_lower, "object_id": port.pk}


def at_once(*jobs: Any) -> list[Any]:
    """Run jobs in threads of their own, started together; their results or exceptions."""
    results: list[Any] = [None] * len(jobs)
    barrier = threading.Barrier(len(jobs))

    def run(index: int) -> None:
        try:
            barrier.wait(10)
            results[index] = jobs[index]()
        except BatchInvalid as error:
            results[index] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(index,)) for index in range(len(jobs))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return results


def plug(a: Any, b: Any) -> Any:
    payload = {"a_terminations": [node(a)], "b_terminations": [node(b)]}
    return lambda: writes.create(registry.get("dcim.cable"), [payload], ACTOR).objs[0]


@pytest.fixture
def devices(new_device: Any) -> list[Any]:
    made = [new_device(name=name) for name in ("sw1", "sw2", "pp1", "pp2")]
    for device in made:
        device.save()
    return made


def test_the_cables_of_one_path_plugged_in_at_once(devices):
    a, b = interfaces(devices[0], 6), interfaces(devices[1], 6)
    front, rear = panel(devices[2], 6, 6)
    front2, rear2 = panel(devices[3], 6, 6)
    for i in range(6):
        results = at_once(plug(a[i], front[i]), plug(rear[i], rear2[i]), plug(b[i], front2[i]))
        assert all(isinstance(result, Cable) for result in results)
        for port in (a[i], b[i]):
            path = path_of(port)
            assert path.is_complete
            assert len(path.path) == 9
    assert CablePath.objects.count() == 12


def test_two_cables_race_for_one_port(devices):
    a, b = interfaces(devices[0], 8), interfaces(devices[1], 2)
    results = at_once(*(plug(port, b[0]) for port in a))
    won = [result for result in results if isinstance(result, Cable)]
    lost = [result for result in results if isinstance(result, BatchInvalid)]
    assert (len(won), len(lost)) == (1, 7)
    assert all(f"already has cable #{won[0].pk}" in error.details[0]["b_terminations"][0] for error in lost)
    assert CableTermination.objects.count() == 2
    assert path_of(b[0]).is_complete


def test_a_mapping_and_a_cable_at_once(devices):
    a, b = interfaces(devices[0], 4), interfaces(devices[1], 4)
    front, rear = panel(devices[2], 4, 4)
    PortMapping.objects.all().delete()
    for i in range(4):
        plug(rear[i], b[i])()
        at_once(plug(a[i], front[i]), PortMapping(front_port=front[i], rear_port=rear[i]).save)
        assert path_of(a[i]).is_complete
        assert path_of(b[i]).is_complete
