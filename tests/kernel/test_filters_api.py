"""Filters and ordering through the API's backends."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test.utils import CaptureQueriesContext
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.test import APIClient, APIRequestFactory

from dcim.models import Device, DeviceRole, DeviceType, Interface, Manufacturer, Region, Site
from netsot.api.filters import FilterBackend, OrderingBackend
from netsot.kernel import custom_fields, registry
from users.models import ObjectPermission, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin() -> User:
    return User.objects.create(username="order-admin", is_superuser=True)


@pytest.fixture
def sites() -> list[Site]:
    north, south = (Region.objects.create(name=name, slug=name.lower()) for name in ("North", "South"))
    return [
        Site.objects.create(name="B", slug="b", region=south, facility="2"),
        Site.objects.create(name="A", slug="a", region=north, facility="2"),
        Site.objects.create(name="C", slug="c", region=north, facility="1"),
    ]


def listed(query: str, user: Any, label: str = "dcim.site", strict: bool = False) -> Any:
    resource = registry.resource_for(label)
    headers = {"HTTP_PREFER": "handling=strict"} if strict else {}
    request = Request(APIRequestFactory().get(f"/?{query}", **headers))
    request.user = user
    view = SimpleNamespace(resource=resource)
    queryset = FilterBackend().filter_queryset(request, resource.queryset(), view)
    return OrderingBackend().filter_queryset(request, queryset, view)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "ABC"),
        ("ordering=-name", "CBA"),
        ("ordering=facility,-name", "CBA"),
        ("ordering=facility", "CBA"),
        ("ordering=region,-name", "CAB"),
        ("ordering=-region,name", "BAC"),
        ("ordering=id", "BAC"),
        ("ordering=-id", "CAB"),
        ("ordering=nonsense", "ABC"),
        ("ordering=region__name", "ABC"),
        ("ordering=name&region=north", "AC"),
    ],
)
def test_ordering(query: str, expected: str, sites: list[Site], admin: User) -> None:
    assert "".join(listed(query, admin).values_list("name", flat=True)) == expected


@pytest.mark.parametrize("name", ["region", "status", "name", "latitude", "nonsense", "-created"])
def test_every_order_is_total(name: str, sites: list[Site], admin: User) -> None:
    order = listed(f"ordering={name}", admin).query.order_by
    assert {str(item).lstrip("-") for item in order} & {"pk", "id"}


def test_custom_fields_can_be_ordered_by(sites: list[Site], admin: User, monkeypatch: pytest.MonkeyPatch) -> None:
    provider = SimpleNamespace(
        fields=lambda model: [SimpleNamespace(name="rank", type="integer", filter_logic="exact")]
    )
    monkeypatch.setattr(custom_fields, "provider", lambda: provider)
    for site, rank in zip(sites, (10, 9, 100), strict=True):
        Site.objects.filter(pk=site.pk).update(custom_field_data={"rank": rank})
    assert "".join(listed("ordering=cf_rank", admin).values_list("name", flat=True)) == "ABC"
    assert "".join(listed("ordering=-cf_rank", admin).values_list("name", flat=True)) == "CBA"
    assert "".join(listed("ordering=-cf_other", admin).values_list("name", flat=True)) == "ABC"


def test_hidden_objects_do_not_decide_the_order(sites: list[Site]) -> None:
    user = User.objects.create(username="limited")
    permission = ObjectPermission.objects.create(name="north", actions=["view"], constraints={"slug": "north"})
    permission.object_types.add(ContentType.objects.get_for_model(Region))
    permission.users.add(user)
    assert "".join(listed("ordering=-region", user).values_list("name", flat=True)) == "ABC"
    with pytest.raises(ValidationError):
        listed("ordering=-region", user, strict=True)


def test_the_order_of_references_follows_their_own(admin: User) -> None:
    maker = Manufacturer.objects.create(name="Maker", slug="maker")
    kind = DeviceType.objects.create(manufacturer=maker, model="X", slug="x")
    role = DeviceRole.objects.create(name="Role", slug="role")
    site = Site.objects.create(name="S", slug="s")
    for name in ("device-b", "device-a"):
        device = Device.objects.create(name=name, device_type=kind, role=role, site=site)
        Interface.objects.create(name="eth0", device=device, type="virtual")
    for label, query in (("dcim.interface", "ordering=device"), ("dcim.device", "ordering=device_type,name")):
        column = "device__name" if label == "dcim.interface" else "name"
        assert list(listed(query, admin, label).values_list(column, flat=True)) == ["device-a", "device-b"]


def test_unknown_parameters_are_refused_with_the_closest_name_when_strict(sites: list[Site], admin: User) -> None:
    assert listed("regin=north", admin).count() == 3
    with pytest.raises(ValidationError) as refused:
        listed("regin=north&limit=5&xyzzy=1&cf_nothing=1", admin, strict=True)
    assert set(refused.value.detail) == {"regin", "xyzzy", "cf_nothing"}
    assert "“region”" in str(refused.value.detail["regin"])


def test_strictness_can_be_configured(sites: list[Site], admin: User, settings: Any) -> None:
    settings.STRICT_QUERY_PARAMETERS = True
    with pytest.raises(ValidationError):
        listed("regin=north", admin)


def test_a_wrong_value_is_an_error_of_its_parameter(sites: list[Site], admin: User) -> None:
    with pytest.raises(ValidationError) as refused:
        listed("region=atlantis&id=x", admin)
    assert set(refused.value.detail) == {"region", "id"}


def test_related_objects_cost_one_query_each(sites: list[Site], admin: User) -> None:
    from django.db import connection

    with CaptureQueriesContext(
        connection,
    ) as queries:
        list(listed("region=north&region=south&name__ic=a", admin))
    assert len(queries) == 2


def test_over_http(sites: list[Site], admin: User) -> None:
    client = APIClient()
    client.force_authenticate(admin)
    answer = client.get("/api/dcim/sites/?region=north&region=south&ordering=-name&limit=2")
    assert answer.status_code == 200
    assert [item["name"] for item in answer.json()["results"]] == ["C", "B"]
    assert answer.json()["count"] == 3
    for query in ("name=%00", "id=null", "name__regex=(", "region=nowhere", f"id={10**40}"):
        answer = client.get(f"/api/dcim/sites/?{query}")
        assert answer.status_code == 400, query
        assert set(answer.json()) == {query.partition("=")[0]}
