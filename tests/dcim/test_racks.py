"""Racks over the API: elevations as JSON, types and their racks, reservations, filters, virtual chassis."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.models import ObjectChange
from dcim.models import Device, Rack, RackReservation, RackType, VirtualChassis
from tests import factories
from tests.clients import API, superuser, user_with
from tests.filtering import found

pytestmark = pytest.mark.django_db
EVERYTHING = [("view", f"dcim.{name}", None) for name in ("rack", "devicetype", "devicerole", "rackreservation")]


@pytest.fixture
def api() -> API:
    return API(superuser())


@pytest.fixture
def rack() -> Rack:
    return factories.one("dcim.rack", u_height=42)


@pytest.fixture
def mount(rack: Rack) -> Any:
    """Mounts a device in the rack."""

    def make(position: float, height: float = 1, face: str = "front", deep: bool = True, **values: Any) -> Device:
        kind = factories.one("dcim.devicetype", u_height=height, is_full_depth=deep)
        place = {"site": rack.site_id, "rack": rack.pk, "position": position, "face": face, "device_type": kind.pk}
        return factories.one("dcim.device", **place | values)

    return make


def elevation(api: API, rack: Rack, query: str = "limit=0") -> dict[str, dict[str, Any]]:
    """The units of a face by name."""
    answer = api.get(f"/api/dcim/racks/{rack.pk}/elevation/?{query}")
    assert answer.status_code == 200, answer.content
    return {unit["name"]: unit for unit in answer.json()["results"]}


# Elevation


def test_a_face_is_listed_in_half_units_from_the_top(api: API, rack: Rack) -> None:
    body = api.get(f"/api/dcim/racks/{rack.pk}/elevation/?limit=10").json()
    assert body["count"] == 84
    assert body["next"].endswith("limit=10&offset=10")
    assert body["previous"] is None
    first = {
        "id": 42.5,
        "name": "U42.5",
        "face": {"value": "front", "label": "Front"},
        "device": None,
        "occupied": False,
        "display": "U42.5",
        "description": "",
    }
    assert body["results"][0] == first
    units = elevation(api, rack)
    assert [*units][:2] + [*units][-2:] == ["U42.5", "U42", "U1.5", "U1"]
    rack.desc_units, rack.starting_unit = True, 3
    rack.save()
    assert next(iter(elevation(api, rack))) == "U3"


def test_devices_are_at_the_units_they_take(api: API, rack: Rack, mount: Any) -> None:
    deep, shallow, half = mount(10, 2), mount(20, 1, "rear", deep=False), mount(1.5, 0.5)
    front, rear = elevation(api, rack), elevation(api, rack, "face=rear&limit=0")

    def taken(units: dict[str, Any], device: Device) -> list[str]:
        return [name for name, unit in units.items() if unit["device"] and unit["device"]["id"] == device.pk]

    assert taken(front, deep) == taken(rear, deep) == ["U11.5", "U11", "U10.5", "U10"]
    assert taken(front, shallow) == []
    assert taken(rear, shallow) == ["U20.5", "U20"]
    assert taken(front, half) == ["U1.5"]
    assert {name for name, unit in front.items() if unit["occupied"]} == {*taken(front, deep), "U1.5"}
    assert set(front["U10"]["device"]) == {"id", "url", "display", "name", "description"}
    assert rear["U20"]["face"] == {"value": "rear", "label": "Rear"}

    once = elevation(api, rack, "expand_devices=false&limit=0")
    assert taken(once, deep) == ["U10"]
    assert "U11" not in once
    without = elevation(api, rack, f"exclude={deep.pk}&limit=0")
    assert not without["U10"]["occupied"]


def test_units_are_found_by_number_or_name(api: API, rack: Rack) -> None:
    assert set(elevation(api, rack, "q=u41")) == {"U41.5", "U41"}
    assert set(elevation(api, rack, "q=42.5")) == {"U42.5"}
    assert set(elevation(api, rack, "start=42")) == {"U42.5", "U42"}
    assert list(elevation(api, rack, "q=U42.5&fields=name,occupied")["U42.5"]) == ["name", "occupied"]


def test_a_hidden_device_takes_room_and_is_not_named(rack: Rack, mount: Any) -> None:
    seen, hidden = mount(10, name="seen"), mount(20, 2, name="canary7f3a")
    api = API(user_with(*EVERYTHING, ("view", "dcim.device", {"pk": seen.pk})))
    for query in ("limit=0", f"exclude={hidden.pk}&limit=0", "expand_devices=false&limit=0"):
        units = elevation(api, rack, query)
        assert units["U10"]["device"]["id"] == seen.pk
        assert [units[name]["occupied"] for name in ("U20", "U20.5", "U21", "U21.5", "U22")] == [True] * 4 + [False]
        assert units["U21"]["device"] is None
    path = f"/api/dcim/racks/{rack.pk}/elevation/"
    for query in ("limit=0", "render=svg", f"render=svg&highlight=id:{seen.pk}"):
        assert b"canary7f3a" not in api.get(f"{path}?{query}").content
    found_nothing = api.get(f"{path}?render=svg&highlight=name:canary7f3a").content
    assert b"d-highlight" not in found_nothing.partition(b"</style>")[2]
    assert API(user_with()).get(path).status_code in (403, 404)
    assert API(user_with(("view", "dcim.rack", {"pk": 0}))).get(path).status_code == 404


@pytest.mark.parametrize(
    "query",
    [
        "face=top", "render=png", "unit_width=x", "unit_height=0", "unit_width=99999999999999999999", "legend_width=-1",
        "exclude=x", "expand_devices=perhaps", "render=svg&highlight=nonsense", "render=svg&highlight=unknown:1",
        "render=svg&highlight=id:x", "q=%00", "render=svg&" + "&".join(["highlight=id:1"] * 21),
    ],
)  # fmt: skip
def test_nonsense_is_refused(api: API, rack: Rack, query: str) -> None:
    answer = api.get(f"/api/dcim/racks/{rack.pk}/elevation/?{query}")
    assert answer.status_code == 400, answer.content
    names = {part.partition("=")[0] for part in query.split("&")}
    assert set(answer.json()) <= names


@pytest.mark.parametrize("query", ["limit=0", "render=svg", "face=rear&render=svg"])
def test_the_number_of_queries_does_not_depend_on_what_is_mounted(api: API, rack: Rack, mount: Any, query: str) -> None:
    parent = factories.one("dcim.devicetype", u_height=1, subdevice_role="parent")
    path = f"/api/dcim/racks/{rack.pk}/elevation/?{query}"
    counts = []
    for positions in (range(1, 3), range(3, 30)):
        for position in positions:
            mount(position, device_type=parent.pk) if position % 2 else mount(position)
        RackReservation.objects.create(
            rack=rack, units=[positions[0]], user=factories.one("users.user"), description="x"
        )
        api.get(path)
        with CaptureQueriesContext(connection) as queries:
            api.get(path)
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[0] <= 16


# Types, reservations


def test_a_type_gives_its_racks_their_measures(api: API) -> None:
    kind = factories.one("dcim.racktype", u_height=40)
    rows = [row | {"rack_type": kind.pk, "u_height": 12} for row in factories.payloads("dcim.rack", 5)]
    racks = api.post("/api/dcim/racks/", rows).json()
    assert {rack["u_height"] for rack in racks} == {40}
    assert racks[0]["form_factor"] == {"value": kind.form_factor, "label": kind.get_form_factor_display()}
    assert racks[0]["width"] == {"value": 19, "label": "19 inches"}
    change = {"u_height": 45, "width": 23, "outer_width": 600, "outer_unit": "mm"}
    with CaptureQueriesContext(connection) as queries:
        answer = api.patch(f"/api/dcim/rack-types/{kind.pk}/", change)
    assert answer.status_code == 200, answer.content
    assert len(queries) < 40
    assert answer.json()["rack_count"] == 5
    assert set(Rack.objects.values_list("u_height", "width", "outer_width")) == {(45, 23, 600)}
    logged = ObjectChange.objects.filter(action="update", changed_object_id__in=[rack["id"] for rack in racks])
    assert logged.filter(postchange_data__u_height=45).count() == 5


def test_a_width_is_one_of_the_known(api: API) -> None:
    (payload,) = factories.payloads("dcim.rack")
    assert set(api.post("/api/dcim/racks/", payload | {"width": 20}).json()) == {"width"}
    assert api.post("/api/dcim/racks/", payload | {"width": 23}).json()["width"]["value"] == 23
    assert found("dcim.rack", "width=23", superuser(), "width") == {"23"}


def test_units_are_reserved_once(api: API, rack: Rack) -> None:
    payload = {"rack": rack.pk, "user": api.user.pk, "description": "for later", "units": [3, 1, 2]}
    made = api.post("/api/dcim/rack-reservations/", payload)
    assert made.status_code == 201, made.content
    assert (made.json()["units"], made.json()["unit_count"]) == ([1, 2, 3], 3)
    for units in ([3, 4], [43], [0], []):
        answer = api.post("/api/dcim/rack-reservations/", payload | {"units": units})
        assert (answer.status_code, set(answer.json())) == (400, {"units"}), units
    both = [payload | {"units": [5, 6]}, payload | {"units": [6]}]
    answer = api.post("/api/dcim/rack-reservations/", both)
    assert answer.status_code == 400
    assert RackReservation.objects.count() == 1
    assert api.patch(made.json()["url"].removeprefix("http://testserver"), {"units": [2, 3, 4]}).status_code == 200


def test_reservations_are_found_by_their_units(api: API, rack: Rack) -> None:
    for name, units in {"low": [1, 2], "mid": [5, 6, 7], "high": [40]}.items():
        RackReservation.objects.create(rack=rack, units=units, user=api.user, description=name)

    def search(query: str) -> set[str]:
        return found("dcim.rackreservation", query, api.user, "description")

    assert search("unit=6") == {"mid"}
    assert search("unit=2&unit=40") == {"low", "high"}
    assert search("unit__n=6") == {"low", "high"}
    assert search("unit__gte=7") == {"mid", "high"}
    assert search("unit__lt=2") == {"low"}
    assert search("unit__empty=true") == set()
    assert search("unit=99999") == set()
    assert search("unit_count_min=2") == {"low", "mid"}
    assert search("unit_count_max=2") == {"low", "high"}
    assert search(f"site_id={rack.site_id}&user={api.user.username}") == {"low", "mid", "high"}


def test_a_form_takes_units_as_ranges(rack: Rack) -> None:
    from dcim.resources.racks import UnitsField

    field = UnitsField()
    assert field.clean("7, 1-3") == [1, 2, 3, 7]
    assert field.prepare_value([1, 2, 3, 7]) == "1-3, 7"
    for text in ("x", "1-99999999"):
        with pytest.raises(Exception, match="."):
            field.clean(text)


# Virtual chassis


def test_a_virtual_chassis_shows_its_members(api: API) -> None:
    devices = factories.create("dcim.device", 2)
    made = api.post("/api/dcim/virtual-chassis/", {"name": "stack", "master": devices[0].pk})
    assert made.status_code == 201, made.content
    path = f"/api/dcim/virtual-chassis/{made.json()['id']}/"
    change = {"virtual_chassis": made.json()["id"], "vc_position": 2}
    assert api.patch(f"/api/dcim/devices/{devices[1].pk}/", change).status_code == 200
    body = api.get(path).json()
    assert body["member_count"] == 2
    assert [member["id"] for member in body["members"]] == [device.pk for device in devices]
    assert set(body["master"]) == {"id", "url", "display_url", "display", "name"}
    assert found("dcim.virtualchassis", f"site_id={devices[0].site_id}", api.user) == {"stack"}

    hidden = API(user_with(("view", "dcim.virtualchassis", None), ("view", "dcim.device", {"pk": devices[0].pk})))
    body = hidden.get(path).json()
    assert (body["member_count"], [member["id"] for member in body["members"]]) == (1, [devices[0].pk])
    assert api.delete(path).status_code == 204
    assert set(Device.objects.values_list("vc_position", flat=True)) == {None}
    assert not VirtualChassis.objects.exists()


def test_a_type_with_racks_stays(api: API) -> None:
    kind = factories.one("dcim.racktype")
    factories.one("dcim.rack", rack_type=kind.pk)
    assert api.delete(f"/api/dcim/rack-types/{kind.pk}/").status_code == 409
    assert RackType.objects.get(pk=kind.pk).u_height == Decimal(42)
