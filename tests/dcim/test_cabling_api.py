"""Cables and traces over HTTP."""

from __future__ import annotations

import pytest
from rest_framework.test import APIClient

from dcim.models import Interface
from tests.dcim.cabling import interfaces, panel
from users.models import User


@pytest.fixture
def client(db):
    client = APIClient()
    client.force_authenticate(User.objects.create_superuser("boss"))
    return client


@pytest.fixture
def ends(device, new_device):
    peer = new_device(name="sw2")
    peer.save()
    return interfaces(device, 3), interfaces(peer, 3)


def port(obj):
    return {"object_type": obj._meta.label_lower, "object_id": obj.pk}


def test_a_cable_and_its_trace(client, ends):
    (a, *_), (b, *_rest) = ends
    answer = client.post(
        "/api/dcim/cables/",
        {"a_terminations": [port(a)], "b_terminations": [port(b)], "label": "x", "status": "planned"},
        format="json",
    )
    assert answer.status_code == 201, answer.content
    made = answer.json()
    assert made["a_terminations"][0]["object_id"] == a.pk
    assert made["b_terminations"][0]["object"]["name"] == "eth0"
    shown = client.get(f"/api/dcim/interfaces/{a.pk}/").json()
    assert shown["connected_endpoints"][0]["id"] == b.pk
    assert shown["connected_endpoints_reachable"] is False
    assert (shown["cable_end"], shown["_occupied"], shown["cable"]["id"]) == ("A", True, made["id"])
    (hop,) = client.get(f"/api/dcim/interfaces/{a.pk}/trace/").json()
    assert hop[0][0]["id"] == a.pk
    assert (hop[1]["label"], hop[1]["status"]) == ("x", "planned")
    assert hop[2][0]["url"].endswith(f"/api/dcim/interfaces/{b.pk}/")


def test_the_trace_as_a_drawing(client, ends):
    url = f"/api/dcim/interfaces/{ends[0][0].pk}/trace/?render=svg"
    answer = client.get(url)
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/svg+xml")
    assert answer.content.startswith(b"<svg")
    assert "script-src 'none'" in answer["Content-Security-Policy"]
    assert b'width="640"' in client.get(url + "&width=640").content
    assert client.get(url + "&width=wide").status_code == 400


def test_paths_across_a_port(client, ends, new_device):
    device = new_device(name="pp")
    device.save()
    front, rear = panel(device, 2)
    cables = [
        {"a_terminations": [port(ends[0][0])], "b_terminations": [port(front[0])]},
        {"a_terminations": [port(ends[0][1])], "b_terminations": [port(front[1])]},
    ]
    assert client.post("/api/dcim/cables/", cables, format="json").status_code == 201
    found = client.get(f"/api/dcim/rear-ports/{rear[0].pk}/paths/").json()
    assert [path["path"][0][0]["id"] for path in found] == [ends[0][0].pk, ends[0][1].pk]
    assert len(client.get(f"/api/dcim/front-ports/{front[0].pk}/paths/").json()) == 1


def test_refusals_name_the_field(client, ends):
    (a, *_), _peer = ends
    answer = client.post("/api/dcim/cables/", {"a_terminations": [port(a)], "b_terminations": []}, format="json")
    assert answer.status_code == 400
    assert set(answer.json()) == {"b_terminations"}
    for wrong in ("x", [1], [{"object_type": "dcim.nothing", "object_id": 1}], [{"object_type": "dcim.interface"}]):
        answer = client.post("/api/dcim/cables/", {"a_terminations": wrong, "b_terminations": [port(a)]}, format="json")
        assert answer.status_code == 400, wrong
    assert not Interface.objects.exclude(cable=None).exists()


def test_deleting_and_reporting_a_device_in_use(client, ends):
    (a, *_), (b, *_rest) = ends
    body = {"a_terminations": [port(a)], "b_terminations": [port(b)]}
    made = client.post("/api/dcim/cables/", body, format="json").json()
    assert client.delete(f"/api/dcim/devices/{b.device_id}/").status_code == 204
    left = client.get(f"/api/dcim/cables/{made['id']}/").json()
    assert (len(left["a_terminations"]), left["b_terminations"]) == (1, [])
    shown = client.get(f"/api/dcim/interfaces/{a.pk}/").json()
    assert (shown["link_peers"], shown["connected_endpoints"]) == ([], None)
