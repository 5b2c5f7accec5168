"""Front and rear ports say which positions are the same wire, from either side."""

from __future__ import annotations

from typing import Any

import pytest

from dcim.models import PortMapping
from tests import factories
from tests.clients import API, superuser

pytestmark = pytest.mark.django_db


@pytest.fixture
def api() -> API:
    return API(superuser())


@pytest.fixture
def rear() -> Any:
    return factories.one("dcim.rearport", positions=4)


def front(rear: Any, *wires: tuple[int, int], **values: Any) -> dict[str, Any]:
    """A front port's payload; wires are (own position, rear position)."""
    return {
        "device": rear.device_id,
        "name": f"F{factories.number()}",
        "type": "lc",
        "rear_ports": [{"position": a, "rear_port": rear.pk, "rear_port_position": b} for a, b in wires],
        **values,
    }


def test_a_wire_is_seen_from_both_sides(api: API, rear: Any) -> None:
    made = api.post("/api/dcim/front-ports/", front(rear, (1, 3))).json()
    assert made["rear_ports"] == [{"position": 1, "rear_port": rear.pk, "rear_port_position": 3}]
    seen = api.get(f"/api/dcim/rear-ports/{rear.pk}/").json()
    assert seen["front_ports"] == [{"position": 3, "front_port": made["id"], "front_port_position": 1}]


def test_the_sent_list_replaces_the_stored_one_and_stays_without_it(api: API, rear: Any) -> None:
    made = api.post("/api/dcim/front-ports/", front(rear, (1, 1), (2, 2), positions=2)).json()
    kept = PortMapping.objects.get(front_port_position=1)
    path = f"/api/dcim/front-ports/{made['id']}/"
    assert len(api.patch(path, {"label": "x"}).json()["rear_ports"]) == 2
    changed = api.patch(path, {"rear_ports": [
        {"position": 1, "rear_port": rear.pk, "rear_port_position": 1},
        {"position": 2, "rear_port": rear.pk, "rear_port_position": 4},
    ]})  # fmt: skip
    assert [item["rear_port_position"] for item in changed.json()["rear_ports"]] == [1, 4]
    assert PortMapping.objects.filter(pk=kept.pk).exists()
    assert api.patch(f"/api/dcim/rear-ports/{rear.pk}/", {"front_ports": []}).json()["front_ports"] == []
    assert api.get(path).json()["rear_ports"] == []


@pytest.mark.parametrize(
    ("wires", "values", "message"),
    [
        (((2, 1),), {}, "no position 2"),
        (((1, 5),), {}, "no position 5"),
        (((1, 1), (1, 2)), {}, "stands twice"),
        (((1, 1), (2, 1)), {"positions": 2}, "mapped to another port"),
    ],
)
def test_impossible_wires_are_refused(api: API, rear: Any, wires: Any, values: Any, message: str) -> None:
    answer = api.post("/api/dcim/front-ports/", front(rear, *wires, **values))
    assert answer.status_code == 400
    assert message in str(answer.json()["rear_ports"])


def test_a_position_serves_one_wire_only_also_inside_one_request(api: API, rear: Any) -> None:
    assert api.post("/api/dcim/front-ports/", front(rear, (1, 1))).status_code == 201
    answer = api.post("/api/dcim/front-ports/", front(rear, (1, 1)))
    assert "mapped to another port" in str(answer.json()["rear_ports"])
    answer = api.post("/api/dcim/front-ports/", [front(rear, (1, 2)), front(rear, (1, 2))])
    assert answer.status_code == 400
    assert answer.json()[0] == {}


def test_ports_of_other_devices_and_missing_ports_are_the_same(api: API, rear: Any) -> None:
    site = factories.one("dcim.site")
    other = factories.one("dcim.rearport", device=factories.one("dcim.device", site=site.pk).pk)
    for pk in (other.pk, 999_999):
        wires = [{"position": 1, "rear_port": pk, "rear_port_position": 1}]
        answer = api.post("/api/dcim/front-ports/", front(rear) | {"rear_ports": wires})
        assert "no such port" in str(answer.json()["rear_ports"])


def test_templates_take_wires_and_devices_get_them(api: API) -> None:
    kind = factories.one("dcim.devicetype")
    rear = api.post(
        "/api/dcim/rear-port-templates/", {"device_type": kind.pk, "name": "R", "type": "mpo", "positions": 2}
    ).json()
    rows = [
        {"device_type": kind.pk, "name": f"F{i}", "type": "lc",
         "rear_ports": [{"position": 1, "rear_port": rear["id"], "rear_port_position": i}]}
        for i in (1, 2)
    ]  # fmt: skip
    assert api.post("/api/dcim/front-port-templates/", rows).status_code == 201
    device = factories.one("dcim.device", device_type=kind.pk)
    assert PortMapping.objects.filter(device=device).count() == 2


def test_wires_are_in_the_change_log_and_are_undone(api: API, rear: Any) -> None:
    made = api.post("/api/dcim/front-ports/", front(rear, (1, 3)))
    path = f"/api/dcim/front-ports/{made.json()['id']}/"
    changed = api.patch(path, {"rear_ports": []})
    assert changed.json()["rear_ports"] == []
    assert api.post(f"/api/core/object-changes/undo/?request_id={changed['X-Request-ID']}").status_code == 200
    assert len(api.get(path).json()["rear_ports"]) == 1
