"""Cables through the way in, and what the API says about cabled objects."""

from __future__ import annotations

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.models import ObjectChange
from core.undo import undo
from dcim.models import Cable, CablePath, Interface
from netsot.kernel import registry, writes
from netsot.kernel.errors import BatchInvalid
from tests.dcim.cabling import assert_path, interfaces, panel, path_of
from users.models import User

ACTOR = writes.Actor(trusted=True)


@pytest.fixture
def peer(new_device):
    made = new_device(name="sw2")
    made.save()
    return made


@pytest.fixture
def panels(new_device):
    made = [new_device(name="pp1"), new_device(name="pp2")]
    for device in made:
        device.save()
    return made


@pytest.fixture
def ends(device, peer):
    return interfaces(device, 6), interfaces(peer, 6)


def port(obj):
    return {"object_type": obj._meta.label_lower, "object_id": obj.pk}


def payload(a, b, **values):
    return {"a_terminations": [port(obj) for obj in a], "b_terminations": [port(obj) for obj in b], **values}


def create(*payloads):
    return writes.create(registry.get("dcim.cable"), list(payloads), ACTOR)


def refused(*payloads):
    with pytest.raises(BatchInvalid) as caught:
        create(*payloads)
    return caught.value.details


def test_create_update_delete(ends):
    (a, *_), (b, c, *_rest) = ends
    made = create(payload([a], [b], label="one")).objs[0]
    assert_path(a, a, made, b)
    resource = registry.get("dcim.cable")
    writes.update(resource, [(made.pk, {"b_terminations": [port(c)]})], ACTOR)
    assert_path(a, a, made, c)
    assert path_of(b) is None
    writes.update(resource, [(made.pk, {"status": "planned"})], ACTOR)
    assert not path_of(a).is_active
    assert path_of(a).is_complete
    writes.delete(resource, [made.pk], ACTOR)
    assert path_of(a) is None
    assert a.cable_id is None
    assert a.cable_end is None
    assert not CablePath.objects.exists()


def test_swapping_ports_in_one_request(ends):
    (a, b, *_), (c, d, *_rest) = ends
    first, second = create(payload([a], [c]), payload([b], [d])).objs
    writes.update(
        registry.get("dcim.cable"),
        [(first.pk, {"b_terminations": [port(d)]}), (second.pk, {"b_terminations": [port(c)]})],
        ACTOR,
    )
    assert_path(a, a, first, d)
    assert_path(c, c, second, b)


def test_ports_and_terminations_are_logged(ends):
    (a, *_), (b, *_rest) = ends
    result = create(payload([a], [b]))
    made = result.objs[0]
    entries = {(entry.model.__name__, entry.action): entry for entry in result.entries}
    assert {(name, action) for name, action in entries} == {
        ("Cable", "create"),
        ("CableTermination", "create"),
        ("Interface", "update"),
    }
    logged = [entry for entry in result.entries if entry.model is Interface and entry.pk == a.pk]
    assert logged[0].before["cable"] is None
    assert logged[0].after["cable"] == made.pk
    assert logged[0].after["cable_end"] == "A"
    removed = writes.delete(registry.get("dcim.cable"), [made.pk], ACTOR).entries
    after = [entry.after for entry in removed if entry.model is Interface and entry.pk == a.pk]
    assert [(state["cable"], state["cable_end"]) for state in after] == [(None, None)]
    assert sorted(entry.action for entry in removed) == ["delete", "delete", "delete", "update", "update"]


@pytest.mark.parametrize("topology", ["direct", "panels"])
def test_fifty_cables_cost_what_one_costs(new_device, panels, topology):
    device = new_device(name="x")
    device.save()
    ports = interfaces(device, 200)
    front, rear = panel(panels[0], 100, 100)
    front2, rear2 = panel(panels[1], 100, 100)
    create(*(payload([rear[i]], [rear2[i]]) for i in range(100)))
    create(*(payload([front2[i]], [ports[100 + i]]) for i in range(100)))
    other = new_device(name="y")
    other.save()
    peers = interfaces(other, 100)
    far = front if topology == "panels" else peers
    costs = []
    for first, count in ((0, 1), (1, 1), (10, 50)):
        batch = [payload([ports[i]], [far[i]]) for i in range(first, first + count)]
        with CaptureQueriesContext(connection) as queries:
            create(*batch)
        costs.append(len(queries))
    assert path_of(ports[0]).is_complete
    assert path_of(ports[59]).is_complete
    assert costs[1] == costs[2], costs
    assert costs[2] <= 60


def test_undoing_a_deleted_cable_plugs_it_in_again(ends, panels):
    (a, *_), (b, *_rest) = ends
    made = create(payload([a], [b], profile="single-1c1p")).objs[0]
    actor = writes.Actor(trusted=True, request_id=uuid.uuid4())
    writes.delete(registry.get("dcim.cable"), [made.pk], actor)
    assert path_of(a) is None
    boss = User.objects.create_superuser("boss")
    undo(list(ObjectChange.objects.filter(request_id=actor.request_id)), boss, uuid.uuid4())
    assert_path(a, a, made, b)
    assert_path(b, b, made, a)
    assert (a.cable_id, a.cable_end, a.cable_connector, a.cable_positions) == (made.pk, "A", 1, [1])
    assert Cable.objects.get(pk=made.pk).a_terminations == [a]


def test_undoing_a_deleted_device_plugs_its_cables_in_again(ends, peer):
    (a, *_), (b, *_rest) = ends
    made = create(payload([a], [b])).objs[0]
    actor = writes.Actor(trusted=True, request_id=uuid.uuid4())
    writes.delete(registry.get("dcim.device"), [peer.pk], actor)
    assert not path_of(a).is_complete
    boss = User.objects.create_superuser("boss")
    undo(list(ObjectChange.objects.filter(request_id=actor.request_id)), boss, uuid.uuid4())
    assert_path(a, a, made, b)
    assert_path(b, b, made, a)
