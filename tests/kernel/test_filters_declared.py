"""What a Resource can declare in `filters`, on trial resources that are not registered."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import django_filters
import pytest
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.http import QueryDict

from dcim.models import Device, DeviceRole, DeviceType, Interface, MACAddress, Manufacturer, Site
from ipam.models import VRF, IPAddress, Prefix
from netsot.api.filters import FilterBackend, FilterExtension
from netsot.derive.filterset import MethodFilter, Path, Presence, ResourceFilterSet, Truth
from netsot.kernel import registry
from netsot.kernel.resource import Resource
from users.models import ObjectPermission, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin() -> User:
    return User.objects.create(username="declared-admin", is_superuser=True)


@pytest.fixture
def devices() -> SimpleNamespace:
    maker = Manufacturer.objects.create(name="Maker", slug="maker")
    kind = DeviceType.objects.create(manufacturer=maker, model="Model X", slug="model-x", is_full_depth=False)
    role = DeviceRole.objects.create(name="Role", slug="role")
    site = Site.objects.create(name="Site", slug="site")
    one, two = (Device.objects.create(name=name, device_type=kind, role=role, site=site) for name in ("One", "Two"))
    port = Interface.objects.create(name="eth0", device=one, type="virtual")
    Interface.objects.create(name="eth1", device=one, type="virtual")
    MACAddress.objects.create(mac_address="00:1B:77:49:54:FD", assigned_object=port)
    address = IPAddress.objects.create(address="10.0.0.1/24", assigned_object=port)
    Device.objects.filter(pk=one.pk).update(primary_ip4=address)
    return SimpleNamespace(one=one, two=two, port=port, address=address)


def trial(model: Any, filters: dict[str, Any], **attributes: Any) -> Resource:
    base = type(registry.resource_for(model))
    return type(f"Trial{base.__name__}", (base,), {"filters": filters, **attributes})(model)


def names(resource: Resource, query: str, user: Any, column: str = "name") -> list[Any]:
    filters = resource.filterset_class(QueryDict(query), resource.queryset(), request=SimpleNamespace(user=user))
    assert filters.is_valid(), filters.errors
    return sorted(str(value) for value in filters.qs.values_list(column, flat=True))


DEVICE = {
    "name": Path("name", exact="iexact"),
    "is_full_depth": Path("device_type__is_full_depth"),
    "mac_address": Path("interfaces__mac_addresses__mac_address"),
    "manufacturer": Path("device_type__manufacturer"),
    "model": Path("device_type", by="slug"),
    "primary_ip4": Path("primary_ip4", by="address"),
    "interfaces": Presence("interfaces"),
    "has_primary_ip": Presence("primary_ip4", "primary_ip6"),
    "pass_through_ports": Presence("frontports", "rearports"),
    "local_context_data": Presence("local_context_data"),
    "parent_bay_id": Path("parent_bay"),
    "serial": None,
}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("name=ONE", ["One"]),
        ("name__n=ONE", ["Two"]),
        ("is_full_depth=false", ["One", "Two"]),
        ("is_full_depth=true", []),
        ("mac_address=001b.7749.54fd", ["One"]),
        ("mac_address__n=001b.7749.54fd", ["Two"]),
        ("mac_address__ic=77:49", ["One"]),
        ("manufacturer=maker", ["One", "Two"]),
        ("manufacturer__n=maker", []),
        ("model=model-x", ["One", "Two"]),
        ("primary_ip4=10.0.0.1/24", ["One"]),
        ("primary_ip4__n=10.0.0.1/24", ["Two"]),
        ("interfaces=true", ["One"]),
        ("interfaces=false", ["Two"]),
        ("has_primary_ip=true", ["One"]),
        ("has_primary_ip=false", ["Two"]),
        ("pass_through_ports=true", []),
        ("local_context_data=false", ["One", "Two"]),
        ("parent_bay_id=null", ["One", "Two"]),
        ("interface_count__gte=2", ["One"]),
    ],
)
def test_declared_filters_of_devices(query: str, expected: list[str], devices: SimpleNamespace, admin: User) -> None:
    assert names(trial(Device, DEVICE), query, admin) == expected


def test_none_drops_a_filter_with_its_lookups() -> None:
    filters = trial(Device, DEVICE).filterset_class.base_filters
    assert not [name for name in filters if name.partition("__")[0] == "serial"]
    assert "parent_bay_id__n" in filters
    assert "parent_bay_id_id" not in filters
    assert {"manufacturer", "manufacturer_id"} <= set(filters)


def test_stored_counters_do_not_tell_about_hidden_objects(devices: SimpleNamespace) -> None:
    user = User.objects.create(username="counts")
    permission = ObjectPermission.objects.create(name="some", actions=["view"], constraints={"name": "eth0"})
    permission.object_types.add(ContentType.objects.get_for_model(Interface))
    permission.users.add(user)
    resource = trial(Device, DEVICE)
    assert names(resource, "interface_count=1", user) == ["One"]
    assert names(resource, "interface_count=2", user) == []
    assert names(resource, "interface_count=0", user) == ["Two"]
    assert names(resource, "interfaces=true", user) == ["One"]
    nobody = User.objects.create(username="nobody")
    assert names(resource, "interfaces=true", nobody) == []
    assert names(resource, "mac_address__ic=77:49", nobody) == []


def test_generic_relations_from_both_ends(devices: SimpleNamespace, admin: User) -> None:
    resource = trial(
        IPAddress, {"interface": Path("interface", by="name"), "interface_id": Path("interface"),
                    "assigned": Presence("interface", "vminterface", "fhrpgroup"), "service_id": Path("services")}
    )  # fmt: skip
    IPAddress.objects.create(address="10.0.0.2/24")
    for query in ("interface=eth0", f"interface_id={devices.port.pk}", "assigned=true", "interface__n=null"):
        assert names(resource, query, admin, "address") == ["10.0.0.1/24"], query
    for query in ("interface_id=null", "interface__n=eth0", "assigned=false"):
        assert names(resource, query, admin, "address") == ["10.0.0.2/24"], query


def test_functions(devices: SimpleNamespace, admin: User) -> None:
    red = VRF.objects.create(name="Red", rd="65000:1")
    Prefix.objects.create(prefix="10.0.0.0/24", vrf=red)
    Prefix.objects.create(prefix="10.0.1.0/24")
    seen: list[Any] = []

    def in_vrf(queryset: Any, values: list[int]) -> Any:
        seen.append(values)
        return queryset.filter(vrf__in=values)

    def long(queryset: Any, value: bool) -> Any:
        seen.append(value)
        return queryset.filter(vrf__isnull=value)

    resource = trial(
        Prefix, {"present_in_vrf": MethodFilter(in_vrf, target="ipam.VRF", lookups="n"),
                 "loose": MethodFilter(long, value="boolean"),
                 "sized": MethodFilter(lambda queryset, values: queryset.none(), value="number"),
                 "global": Truth(Q(vrf=None))}
    )  # fmt: skip
    assert names(resource, "present_in_vrf=65000:1", admin, "prefix") == ["10.0.0.0/24"]
    assert names(resource, f"present_in_vrf_id={red.pk}", admin, "prefix") == ["10.0.0.0/24"]
    assert names(resource, "present_in_vrf__n=65000:1", admin, "prefix") == ["10.0.1.0/24"]
    assert names(resource, "loose=true", admin, "prefix") == ["10.0.1.0/24"]
    assert names(resource, "global=true", admin, "prefix") == ["10.0.1.0/24"]
    assert names(resource, "global=false", admin, "prefix") == ["10.0.0.0/24"]
    assert seen == [[red.pk], [red.pk], [red.pk], True]
    assert names(resource, "sized=5", admin, "prefix") == []


def test_a_search_of_its_own(devices: SimpleNamespace, admin: User) -> None:
    def search_query(self: Resource, text: str) -> Q:
        return Q(name=f"T{text}")

    assert names(trial(Device, {}, search_query=search_query), "q=wo", admin) == ["Two"]


def test_a_nested_filter_set_of_ordinary_filters(devices: SimpleNamespace, admin: User) -> None:
    class FilterSet(ResourceFilterSet):
        name = django_filters.CharFilter(field_name="name", lookup_expr="istartswith")

    resource = trial(Device, {}, FilterSet=FilterSet)
    assert names(resource, "name=t", admin) == ["Two"]
    assert names(resource, "name=o&status=active", admin) == ["One"]


def test_the_schema_lists_every_lookup() -> None:
    view = SimpleNamespace(resource=registry.resource_for("dcim.site"))
    parameters = FilterExtension(FilterBackend()).get_schema_operation_parameters(SimpleNamespace(view=view))
    by_name = {item["name"]: item["schema"] for item in parameters}
    assert by_name["name__ic"] == {"type": "array", "items": {"type": "string"}}
    assert by_name["region_id"] == {"type": "array", "items": {"type": "integer"}}
    assert by_name["name__empty"] == {"type": "boolean"}
    assert by_name["created__lt"] == {"type": "array", "items": {"type": "string", "format": "date-time"}}
    assert by_name["created_by_request"] == {"type": "string", "format": "uuid"}
