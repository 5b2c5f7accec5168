"""What filters find, refuse and hide."""

from __future__ import annotations

import contextlib
import uuid
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import EmptyResultSet
from django.http import QueryDict

from dcim.models import Device, DeviceRole, DeviceType, Interface, Location, MACAddress, Manufacturer, Region, Site
from extras.models import Tag
from ipam.models import VRF, IPAddress, Prefix
from netsot.kernel import access, custom_fields, registry
from tenancy.models import Tenant, TenantGroup
from tests.kernel.filter_contract import contract, missing_filters
from users.models import ObjectPermission, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin() -> User:
    return User.objects.create(username="filter-admin", is_superuser=True)


@pytest.fixture
def places() -> SimpleNamespace:
    europe = Region.objects.create(name="Europe", slug="europe")
    swiss = Region.objects.create(name="Switzerland", slug="ch", parent=europe)
    zurich = Region.objects.create(name="Zurich", slug="zurich-region", parent=swiss)
    asia = Region.objects.create(name="Asia", slug="asia")
    group = TenantGroup.objects.create(name="Group", slug="group")
    child = TenantGroup.objects.create(name="Child", slug="child", parent=group)
    tenant = Tenant.objects.create(name="Tenant", slug="tenant", group=child)
    sites = {
        "zrh": Site.objects.create(
            name="Zurich 1", slug="zrh", region=zurich, status="active", tenant=tenant, latitude=Decimal("47.5")
        ),
        "bsl": Site.objects.create(name="Basel", slug="bsl", region=swiss, status="planned", facility="DC-7"),
        "tyo": Site.objects.create(name="Tokyo", slug="tyo", region=asia, status="active", description="Far east"),
        "nil": Site.objects.create(name="Nowhere", slug="nil", status="retired"),
    }
    return SimpleNamespace(europe=europe, swiss=swiss, zurich=zurich, asia=asia, tenant=tenant, **sites)


@pytest.fixture
def devices(places: SimpleNamespace) -> SimpleNamespace:
    maker = Manufacturer.objects.create(name="Maker", slug="maker")
    kind = DeviceType.objects.create(manufacturer=maker, model="Model X", slug="model-x")
    role = DeviceRole.objects.create(name="Role", slug="role")
    room = Location.objects.create(name="Room", slug="room", site=places.zrh)
    made = {}
    for name, site in (("one", places.zrh), ("two", places.bsl), ("far", places.tyo)):
        made[name] = Device.objects.create(name=name, device_type=kind, role=role, site=site)
        Interface.objects.create(name="eth0", device=made[name], type="1000base-t")
    return SimpleNamespace(kind=kind, role=role, room=room, **made)


def filterset(label: str, query: str, user: Any) -> Any:
    resource = registry.resource_for(label)
    return resource.filterset_class(QueryDict(query), resource.queryset(), request=SimpleNamespace(user=user))


def found(label: str, query: str, user: Any, name: str = "slug") -> set[Any]:
    filters = filterset(label, query, user)
    assert filters.is_valid(), filters.errors
    rows = list(filters.qs.values_list(name, flat=True))
    assert len(rows) == len(set(rows)), "an object is listed twice"
    return set(rows)


def errors(label: str, query: str, user: Any) -> dict[str, list[str]]:
    filters = filterset(label, query, user)
    assert not filters.is_valid(), f"{query} was accepted"
    return {name: [str(text) for text in texts] for name, texts in filters.errors.items()}


def allow(user: User, model: Any, constraints: Any = None) -> None:
    permission = ObjectPermission.objects.create(
        name=f"view {model.__name__}", actions=["view"], constraints=constraints
    )
    permission.object_types.add(ContentType.objects.get_for_model(model))
    permission.users.add(user)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("name=Basel", {"bsl"}),
        ("name=basel", set()),
        ("name=Basel&name=Tokyo", {"bsl", "tyo"}),
        ("name__n=Basel&name__n=Tokyo", {"zrh", "nil"}),
        ("name__ie=basel", {"bsl"}),
        ("name__nie=basel", {"zrh", "tyo", "nil"}),
        ("name__ic=UR", {"zrh"}),
        ("name__nic=o", {"zrh", "bsl"}),
        ("name__isw=to&name__isw=ba", {"bsl", "tyo"}),
        ("name__nisw=to", {"zrh", "bsl", "nil"}),
        ("name__iew=1", {"zrh"}),
        ("name__niew=1", {"bsl", "tyo", "nil"}),
        ("name__regex=^[BT]", {"bsl", "tyo"}),
        ("name__iregex=^b", {"bsl"}),
        ("description__empty=true", {"zrh", "bsl", "nil"}),
        ("description__empty=false", {"tyo"}),
        ("status=active", {"zrh", "tyo"}),
        ("status=active&status=planned", {"zrh", "tyo", "bsl"}),
        ("status__n=active", {"bsl", "nil"}),
        ("status__ic=plan", {"bsl"}),
        ("latitude=47.5", {"zrh"}),
        ("latitude__gte=48", set()),
        ("latitude__lt=48", {"zrh"}),
        ("latitude__n=47.5", {"bsl", "tyo", "nil"}),
        ("latitude__empty=true", {"bsl", "tyo", "nil"}),
        ("region=europe", {"zrh", "bsl"}),
        ("region=zurich-region&region=asia", {"zrh", "tyo"}),
        ("region__n=europe", {"tyo", "nil"}),
        ("region=null", {"nil"}),
        ("region_id=null", {"nil"}),
        ("region=null&region=asia", {"nil", "tyo"}),
        ("region__n=null", {"zrh", "bsl", "tyo"}),
        ("tenant=tenant", {"zrh"}),
        ("tenant__n=tenant", {"bsl", "tyo", "nil"}),
        ("tenant_group=group", {"zrh"}),
        ("tenant_group=null", {"bsl", "tyo", "nil"}),
        ("q=dc-7", {"bsl"}),
        ("q=far", {"tyo"}),
        ("name=&region=", {"zrh", "bsl", "tyo", "nil"}),
        ("made_up=1", {"zrh", "bsl", "tyo", "nil"}),
        ("created__gte=2020-01-01", {"zrh", "bsl", "tyo", "nil"}),
        ("created__gt=2999-01-01T00:00:00Z", set()),
        ("status=active&region=europe", {"zrh"}),
    ],
)
def test_filters_of_sites(query: str, expected: set[str], places: SimpleNamespace, admin: User) -> None:
    assert found("dcim.site", query, admin) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("parent=europe", {"ch"}),
        ("ancestor=europe", {"ch", "zurich-region"}),
        ("ancestor__n=europe", {"europe", "asia"}),
        ("parent=null", {"europe", "asia"}),
    ],
)
def test_parent_finds_children_and_ancestor_finds_everything_below(
    query: str, expected: set[str], places: SimpleNamespace, admin: User
) -> None:
    assert found("dcim.region", query, admin) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("region=europe", {"one", "two"}),
        ("region__n=europe", {"far"}),
        ("site=zrh&site=tyo", {"one", "far"}),
        ("device=two", {"two"}),
        ("device_type=Model X", {"one", "two", "far"}),
        ("device_status=active", {"one", "two", "far"}),
        ("device_status__n=active", set()),
        ("device_role=role", {"one", "two", "far"}),
        ("cabled=false", {"one", "two", "far"}),
        ("cabled=true", set()),
        ("occupied=true", set()),
        ("type=1000base-t", {"one", "two", "far"}),
    ],
)
def test_components_are_found_through_their_device(
    query: str, expected: set[str], devices: SimpleNamespace, admin: User
) -> None:
    assert found("dcim.interface", query, admin, "device__name") == expected


def test_ids_of_references(places: SimpleNamespace, admin: User) -> None:
    assert found("dcim.site", f"region_id={places.swiss.pk}", admin) == {"zrh", "bsl"}
    assert found("dcim.site", f"id={places.zrh.pk}&id={places.nil.pk}", admin) == {"zrh", "nil"}
    assert found("dcim.site", f"id__n={places.zrh.pk}", admin) == {"bsl", "tyo", "nil"}
    assert found("dcim.site", f"id__gt={places.tyo.pk}", admin) == {"nil"}


def test_networks_and_generic_relations(devices: SimpleNamespace, places: SimpleNamespace, admin: User) -> None:
    vrf = VRF.objects.create(name="Red", rd="65000:1")
    scope = {"scope_type": ContentType.objects.get_for_model(Site), "scope_id": places.zrh.pk}
    Prefix.objects.create(prefix="10.0.0.0/24", vrf=vrf, **scope)
    Prefix.objects.create(prefix="10.0.1.0/24")
    assert {str(p) for p in found("ipam.prefix", "vrf=65000:1", admin, "prefix")} == {"10.0.0.0/24"}
    assert {str(p) for p in found("ipam.prefix", "vrf_id=null", admin, "prefix")} == {"10.0.1.0/24"}
    assert {str(p) for p in found("ipam.prefix", "scope_type=dcim.site", admin, "prefix")} == {"10.0.0.0/24"}
    assert {str(p) for p in found("ipam.prefix", "scope_type__n=dcim.site", admin, "prefix")} == {"10.0.1.0/24"}
    assert {str(p) for p in found("ipam.prefix", "site=zrh", admin, "prefix")} == {"10.0.0.0/24"}
    assert {str(p) for p in found("ipam.prefix", "region=europe", admin, "prefix")} == {"10.0.0.0/24"}
    IPAddress.objects.create(address="10.0.0.1/24", assigned_object=devices.one.interfaces.get(), vrf=vrf)
    assert {str(p) for p in found("ipam.ipaddress", "assigned_object_type=dcim.interface", admin, "address")} == {
        "10.0.0.1/24"
    }


def test_hardware_addresses_are_found_in_every_notation(admin: User) -> None:
    MACAddress.objects.create(mac_address="00:1B:77:49:54:FD")
    MACAddress.objects.create(mac_address="AA:BB:CC:00:00:01")
    for query in ("mac_address=001b.7749.54fd", "mac_address__ic=77:49:54",
                  "mac_address__isw=00:1b", "mac_address__regex=^00:1B", "mac_address__n=aabb.cc00.0001"):  # fmt: skip
        assert found("dcim.macaddress", query, admin, "mac_address") == {"00:1B:77:49:54:FD"}, query


def test_tags_all_none_and_any(places: SimpleNamespace, admin: User) -> None:
    red, blue = (Tag.objects.create(name=name, slug=name) for name in ("red", "blue"))
    places.zrh.tags.add(red, blue)
    places.bsl.tags.add(red)
    assert found("dcim.site", "tag=red", admin) == {"zrh", "bsl"}
    assert found("dcim.site", "tag=red&tag=blue", admin) == {"zrh"}
    assert found("dcim.site", "tag__n=red&tag__n=blue", admin) == {"tyo", "nil"}
    assert found("dcim.site", "tag__n=blue", admin) == {"bsl", "tyo", "nil"}
    assert found("dcim.site", "tag__any=red&tag__any=blue", admin) == {"zrh", "bsl"}
    assert found("dcim.site", f"tag_id={blue.pk}", admin) == {"zrh"}


@pytest.mark.parametrize(
    ("label", "query"),
    [
        ("dcim.site", "name=%00"), ("dcim.site", "q=a%00b"), ("dcim.site", "id=x"), ("dcim.site", "id=null"),
        ("dcim.site", f"id={10**30}"), ("dcim.site", "region_id=null0"), ("dcim.site", "region_id=-"),
        ("dcim.site", f"region_id={2**63}"), ("dcim.site", "region_id=1.5"), ("dcim.site", "region=%00"),
        ("dcim.site", "status=wrong"), ("dcim.site", "name__regex=("), ("dcim.site", "name__iregex=*a"),
        ("dcim.site", "name__regex=a{99999}"), ("dcim.site", "name__empty=maybe"), ("dcim.site", "latitude=abc"),
        ("dcim.site", "latitude=NaN"), ("dcim.site", "latitude=1e999999"), ("dcim.site", "latitude__gt=Infinity"),
        ("dcim.site", "created=yesterday"), ("dcim.site", "created=2024-02-31"),
        ("dcim.site", "created=0001-01-01T00:00:00%2B23:00"), ("dcim.site", "created__lt=2024-13-01T00:00:00Z"),
        ("dcim.site", "created_by_request=abc"), ("dcim.site", "tag=unknown"), ("dcim.site", "tag_id=x"),
        ("ipam.prefix", "scope_type=dcim.nothing"), ("ipam.prefix", "scope_type=%00"), ("ipam.prefix", "scope_id=x"),
        ("ipam.prefix", "is_pool=perhaps"), ("dcim.macaddress", "mac_address=zz"),
        ("dcim.macaddress", "mac_address=null"),
        ("ipam.vlan", "vid=1e3"), ("dcim.interface", "wwn=1"),
    ],
)  # fmt: skip
def test_bad_input_is_refused_under_the_name_of_the_parameter(label: str, query: str, admin: User) -> None:
    assert set(errors(label, query, admin)) == {query.partition("=")[0]}


@pytest.mark.parametrize(
    "query", ["latitude=1e50", "id=9223372036854775807", "created=9999-12-31", "latitude__gt=-0.00000000001"]
)
def test_extreme_values_find_nothing(query: str, places: SimpleNamespace, admin: User) -> None:
    assert found("dcim.site", query, admin) <= {"zrh"}


def test_a_hidden_object_is_refused_like_an_unknown_one(places: SimpleNamespace, devices: SimpleNamespace) -> None:
    user = User.objects.create(username="limited")
    allow(user, Site)
    allow(user, Interface)
    allow(user, Region, {"slug": "asia"})
    assert found("dcim.site", "region=asia", user) == {"tyo"}
    hidden = errors("dcim.site", "region=europe", user)
    unknown = errors("dcim.site", "region=atlantis", user)
    assert str(hidden).replace("europe", "…") == str(unknown).replace("atlantis", "…")
    assert hidden == {"region": ["Select a valid choice. europe is not one of the available choices."]}
    assert set(errors("dcim.site", f"region_id={places.europe.pk}", user)) == {"region_id"}
    assert set(errors("dcim.interface", f"region_id={places.europe.pk}", user)) == {"region_id"}
    # Columns of hidden devices can't be probed either.
    assert found("dcim.interface", "device_status=active", user, "device__name") == set()
    assert found("dcim.interface", "device_status__n=active", user, "device__name") == {"one", "two", "far"}


def test_nobody_is_found_without_a_user(places: SimpleNamespace) -> None:
    resource = registry.resource_for("dcim.site")
    filters = resource.filterset_class(QueryDict("region=europe"), resource.queryset())
    assert not filters.is_valid()


def test_objects_of_a_request(places: SimpleNamespace, admin: User) -> None:
    from core.models import ObjectChange

    request = uuid.uuid4()
    kind = ContentType.objects.get_for_model(Site)
    for site, action in ((places.zrh, "create"), (places.bsl, "update")):
        ObjectChange.objects.create(
            request_id=request, action=action, changed_object_type=kind, changed_object_id=site.pk, object_repr="x"
        )
    assert found("dcim.site", f"created_by_request={request}", admin) == {"zrh"}
    assert found("dcim.site", f"updated_by_request={request}", admin) == {"bsl"}
    assert found("dcim.site", f"modified_by_request={request}", admin) == {"zrh", "bsl"}


def test_a_request_with_one_parameter_builds_one_filter(admin: User) -> None:
    filters = filterset("dcim.device", "name__ic=a&made_up=1", admin)
    assert set(filters.filters) == {"name__ic"}
    assert len(filters.base_filters) > 200


def test_custom_fields(places: SimpleNamespace, admin: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def field(name: str, kind: str, logic: str = "exact", target: Any = None) -> Any:
        return SimpleNamespace(
            name=name, type=kind, filter_logic=logic,
            related_object_type=target and ContentType.objects.get_for_model(target),
        )  # fmt: skip

    fields = [
        field("color", "text"), field("note", "text", "loose"), field("size", "integer"), field("ratio", "decimal"),
        field("live", "boolean"), field("day", "date"), field("pick", "select"), field("picks", "multiselect"),
        field("home", "object", target=Region), field("homes", "multiobject", target=Region),
        field("off", "text", "disabled"), field("contains", "text"),
    ]  # fmt: skip
    provider = SimpleNamespace(fields=lambda model: fields)
    monkeypatch.setattr(custom_fields, "provider", lambda: provider)
    data = {
        "color": "red", "note": "Long story", "size": 5, "ratio": 1.5, "live": True, "day": "2024-05-01", "pick": "a",
        "picks": ["a", "b"], "home": places.asia.pk, "homes": [places.asia.pk, places.swiss.pk], "contains": "x",
    }  # fmt: skip
    Site.objects.filter(pk=places.zrh.pk).update(custom_field_data=data)
    empty = dict.fromkeys(data)
    Site.objects.filter(pk=places.bsl.pk).update(custom_field_data=empty | {"size": 50, "color": "green", "picks": []})
    for query in (
        "cf_color=red", "cf_color__ic=RE&cf_size=5", "cf_note=STORY", "cf_size__lt=10", "cf_ratio=1.50",
        "cf_ratio__gt=1", "cf_live=true", "cf_day=2024-05-01", "cf_day__lte=2024-05-01", "cf_pick=a", "cf_picks=b",
        "cf_picks=z&cf_picks=a", f"cf_home={places.asia.pk}", f"cf_homes={places.swiss.pk}", "cf_contains=x",
        "cf_contains__ic=X", "cf_pick__empty=false", "cf_picks__empty=false",
    ):  # fmt: skip
        assert found("dcim.site", query, admin) == {"zrh"}, query
    assert found("dcim.site", "cf_color__n=red", admin) == {"bsl", "tyo", "nil"}
    assert found("dcim.site", "cf_color__nic=red", admin) == {"bsl", "tyo", "nil"}
    assert found("dcim.site", "cf_note__n=story", admin) == {"bsl", "tyo", "nil"}
    assert found("dcim.site", "cf_size__gte=5", admin) == {"zrh", "bsl"}
    assert found("dcim.site", "cf_color__empty=true", admin) == {"tyo", "nil"}
    assert found("dcim.site", "cf_off=x&cf_unknown=y", admin) == {"zrh", "bsl", "tyo", "nil"}
    assert set(errors("dcim.site", "cf_size=x&cf_home=999999&cf_color__regex=(", admin)) == {
        "cf_size", "cf_home", "cf_color__regex"
    }  # fmt: skip
    filters = registry.resource_for("dcim.site").filterset_class.custom_filters()
    assert "cf_size__gte" in filters
    assert "cf_note__ic" not in filters


def test_every_filter_of_every_resource_makes_a_query(admin: User) -> None:
    """No derived path is wrong: each filter compiles to SQL for a plausible value."""
    samples = {"integer": "1", "number": "1.5", "boolean": "true", "date": "2024-01-01", "date-time": "2024-01-01",
               "uuid": str(uuid.uuid4())}  # fmt: skip
    for resource in registry.all_resources():
        for name, item in resource.filterset_class.base_filters.items():
            schema = item.schema.get("items", item.schema)
            text = samples.get(schema.get("format") or schema["type"], "a")
            if item.value.null:
                text = "null"
            filters = filterset(resource.label, "", admin)
            bound = type(filters)(
                QueryDict(mutable=True) | {name: [text]}, resource.queryset(), request=filters.request
            )
            if bound.is_valid():
                # Django knows of some that nothing can match.
                with contextlib.suppress(EmptyResultSet):
                    str(bound.qs.query)


@pytest.mark.skipif(not contract(), reason="the contract is not at hand")
@pytest.mark.parametrize("label", ["dcim.site", "dcim.region", "dcim.sitegroup", "dcim.location", "tenancy.tenant"])
def test_derived_filters_are_those_of_the_contract(label: str) -> None:
    missing, _superfluous = missing_filters(registry.resource_for(label))
    assert not missing


def test_access_is_asked_for_the_user(places: SimpleNamespace) -> None:
    user = User.objects.create(username="someone")
    assert not access.can(user, Region, "view")
    assert set(errors("dcim.site", "region=asia", user)) == {"region"}
