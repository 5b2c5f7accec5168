"""Names sort like people sort them, on every server: numbers by their value, letters whatever their case."""

from __future__ import annotations

import random
from typing import Any

import pytest
from django.db import connection, models
from django.db.models import F

from dcim.models import ConsolePort, Device, Interface, Location, Module, ModuleBay, ModuleType, Region, Site
from ipam.models import VRF
from netsot.api.filters import default_order, ordered
from netsot.kernel import ordering, registry
from netsot.kernel.resource import Resource
from netsot.models import NameField, NaturalKey, NestedGroupModel, trees
from tests import factories
from tests.clients import API, superuser
from users.models import User

pytestmark = pytest.mark.django_db

IN_ORDER = [
    *("", "1", "2", "002x", "10", "a", "A 1", "a-1", "a_1", "a1", "a1b", "A2", "a02", "a2", "a02b", "a2c", "a10"),
    *("Ärzte", "azur", "b1", "eth1", "eth1.2", "eth1/2", "eth1/10", "eth2", "eth10", "x0", "x1", "x9", "x10", "x99"),
    *(
        "x18446744073709551615",
        "x18446744073709551616",
        "x" + "9" * 40,
        "x1" + "0" * 40,
        "Zürich",
        "ω1",
        "Ω2",
        "ж",
        "Ж1",
    ),
]


def sort(texts: list[str | None]) -> list[str | None]:
    with connection.cursor() as cursor:
        cursor.execute('SELECT t FROM unnest(%s) t ORDER BY natural_key(t) COLLATE "C"', [texts])
        return [text for (text,) in cursor.fetchall()]


def key(text: str | None) -> str | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT natural_key(%s)", [text])
        return cursor.fetchone()[0]


# The function


def test_texts_are_sorted_like_people_do() -> None:
    shuffled: list[str | None] = random.Random(1).sample(IN_ORDER, len(IN_ORDER))
    assert sort(shuffled) == IN_ORDER
    assert sort([None, "b", "a"]) == ["a", "b", None]


def test_what_differs_has_different_keys() -> None:
    texts = ["a1", "A1", "a01", "á1", "a1 ", "a_1", "a:1", "a/1", "0", "00", ""]
    assert len({key(text) for text in texts}) == len(texts)
    assert key(None) is None


@pytest.mark.parametrize("text", ["9", "1a", "\U0001d160", "각", "é0"])
def test_a_key_fits_into_an_index(text: str) -> None:
    text = (text * 100)[:100]
    found = key(text)
    assert found is not None
    assert len(found.encode()) < 2000
    VRF.objects.create(name=text)
    assert VRF.objects.get().name == text


def test_the_function_may_be_used_in_indexes_and_by_workers() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT provolatile, proparallel FROM pg_proc WHERE proname = 'natural_key'")
        assert [tuple(map(_text, row)) for row in cursor.fetchall()] == [("i", "s")]
        cursor.execute("SELECT count(*) FROM pg_collation WHERE collname = 'natural_sort'")
        assert cursor.fetchone() == (0,)


def _text(value: Any) -> str:
    return value.decode() if isinstance(value, bytes) else value


# Terms


def test_terms_of_an_order() -> None:
    assert ordering.term(Site, "status") == "status"
    assert ordering.term(Site, "-nothing__at_all") == "-nothing__at_all"
    assert ordering.term(Interface, "device__name") == NaturalKey("device__name").asc()
    assert ordering.term(Interface, "-device__name") == NaturalKey("device__name").desc()
    assert ordering.term(Interface, "name") == F("_name").asc()
    assert ordering.term(Module, "device__interfaces__name") == F("device__interfaces___name").asc()
    assert ordering.opposite("-name") == "name"
    assert ordering.opposite(NaturalKey("name")) == NaturalKey("name").desc()
    found = ordering.opposite(F("vrf").asc(nulls_first=True))
    assert (found.descending, bool(found.nulls_first), bool(found.nulls_last)) == (True, False, True)
    assert ordering.prefixed("site", "-pk") == "-site__pk"
    assert ordering.path_of(ordering.prefixed("site", NaturalKey("name"))) == "site__name"
    assert ordering.path_of(ordering.prefixed("site", NaturalKey("name").desc())) == "-site__name"
    for path in ("name", "-device__name"):
        assert ordering.path_of(ordering.term(Device, path)) == path
    assert ordering.path_of(models.functions.Lower("name")) == ""


# Lists


def resources(tree: bool) -> list[Any]:
    found = [
        resource
        for resource in factories.writable_resources()
        if any(isinstance(field, NameField) for field in resource.model._meta.concrete_fields)
        and issubclass(resource.model, NestedGroupModel) is tree
    ]
    return [pytest.param(resource, id=resource.label) for resource in found]


@pytest.fixture
def api() -> API:
    return API(superuser())


def names(api: API, path: str) -> list[str]:
    answer = api.get(path)
    assert answer.status_code == 200, answer.content
    return [item["name"] for item in answer.json()["results"]]


@pytest.mark.parametrize("resource", [*resources(tree=False), *resources(tree=True)])
def test_lists_are_in_natural_order(api: API, resource: Resource) -> None:
    model = resource.model
    objs = factories.create(resource, 4)
    for obj, name in zip(objs, ("n10", "n9", "n1", "n2"), strict=True):
        obj.name = name
        model.prepare_set([obj])
    model._base_manager.bulk_update(objs, ["name", *(["_name"] if hasattr(model, "_name") else [])])
    path = f"/api/{resource.path}/?limit=100&fields=id,name&" + "&".join(f"id={obj.pk}" for obj in objs)
    assert names(api, f"{path}&ordering=name") == ["n1", "n2", "n9", "n10"]
    assert names(api, f"{path}&ordering=-name") == ["n10", "n9", "n2", "n1"]
    assert sorted(names(api, path)) == ["n1", "n10", "n2", "n9"]
    api.client.force_login(api.user)
    page = api.client.get(f"/{resource.path}/?sort=name")
    assert page.status_code == 200


@pytest.mark.parametrize(
    "label", ["dcim.device", "dcim.site", "ipam.vrf", "ipam.routetarget", "tenancy.tenant", "dcim.virtualchassis"]
)
def test_the_default_order_is_natural(api: API, label: str) -> None:
    resource = registry.resource_for(label)
    objs = factories.create(resource, 3)
    for obj, name in zip(objs, ("n10", "n9", "N2"), strict=True):
        resource.model._base_manager.filter(pk=obj.pk).update(name=name)
    path = f"/api/{resource.path}/?" + "&".join(f"id={obj.pk}" for obj in objs)
    assert names(api, path) == ["N2", "n9", "n10"]
    assert names(api, f"{path}&limit=1&offset=1") == ["n9"]
    assert names(api, f"{path}&start=0&limit=2") == ["n10", "n9"]
    api.client.force_login(api.user)
    for query, wanted in (("", "N2 n9 n10"), ("sort=name", "N2 n9 n10"), ("sort=-name", "n10 n9 N2")):
        page = api.client.get(f"/{resource.path}/?{query}&" + path.partition("?")[2]).content.decode()
        places = [page.index(f">{name}<") for name in wanted.split()]
        assert places == sorted(places), query


def devices_and_parts() -> tuple[list[Any], list[Any]]:
    devices = factories.create("dcim.device", 2)
    for device, name in zip(devices, ("sw10", "sw9"), strict=True):
        Device.objects.filter(pk=device.pk).update(name=name)
    parts = [Interface(device=device, name=name, type="virtual") for device in devices for name in ("eth10", "eth9")]
    for part in parts:
        part.save()
    return devices, parts


def test_parts_come_in_the_order_of_their_devices(api: API) -> None:
    devices, _parts = devices_and_parts()
    found = [(item.device.name, item.name) for item in Interface.objects.select_related("device")]
    assert found == [("sw9", "eth9"), ("sw9", "eth10"), ("sw10", "eth9"), ("sw10", "eth10")]
    assert [(item.device.name, item.name) for item in Interface.objects.reverse()] == found[::-1]
    assert [item.name for item in Interface.objects.distinct()[1:3]] == ["eth10", "eth9"]
    by_device = api.get("/api/dcim/interfaces/?ordering=device,name").json()["results"]
    assert [(item["device"]["name"], item["name"]) for item in by_device] == found
    by_device = api.get("/api/dcim/interfaces/?ordering=-device,name").json()["results"]
    assert [(item["device"]["name"], item["name"]) for item in by_device] == found[2:] + found[:2]
    # Through two relations: a module is ordered by its bay, and that by its device.
    bays = [ModuleBay.objects.create(device=device, name=name) for device in devices for name in ("Bay 10", "Bay 9")]
    kind = ModuleType.objects.create(manufacturer=factories.one("dcim.manufacturer"), model="Card")
    for bay in bays:
        Module(device=bay.device, module_bay=bay, module_type=kind).save()
    order = [(item.device.name, item.module_bay.name) for item in Module.objects.all()]
    assert order == [("sw9", "Bay 9"), ("sw9", "Bay 10"), ("sw10", "Bay 9"), ("sw10", "Bay 10")]


def test_related_objects_are_listed_in_natural_order(api: API) -> None:
    vrf = VRF.objects.create(name="v")
    model = registry.resource_for("ipam.routetarget").model
    for name in ("65000:10", "65000:9", "65000:100"):
        vrf.import_targets.add(model.objects.create(name=name))
    shown = api.get(f"/api/ipam/vrfs/{vrf.pk}/").json()["import_targets"]
    assert [item["name"] for item in shown] == ["65000:9", "65000:10", "65000:100"]


# Trees


def test_trees_come_in_their_order(api: API) -> None:
    top = {name: Region.objects.create(name=name, slug=name.lower()) for name in ("R10", "r2", "R9")}
    for parent, name in (("R10", "c1"), ("r2", "z10"), ("r2", "z9"), ("R9", "a")):
        Region.objects.create(name=name, slug=name, parent=top[parent])
    wanted = ["r2", "z9", "z10", "R9", "a", "R10", "c1"]
    assert names(api, "/api/dcim/regions/") == wanted
    assert names(api, "/api/dcim/regions/?limit=2&offset=2") == wanted[2:4]
    assert names(api, "/api/dcim/regions/?ordering=name") == ["a", "c1", "r2", "R9", "R10", "z9", "z10"]
    api.client.force_login(api.user)
    page = api.client.get("/dcim/regions/").content.decode()
    places = [page.index(f">{name}<") for name in wanted]
    assert places == sorted(places)


def test_locations_stay_under_their_own_parents(api: API) -> None:
    sites = [Site.objects.create(name=name, slug=name) for name in ("s10", "s9")]
    for site in sites:
        floor = Location.objects.create(site=site, name="Floor", slug="floor")
        Location.objects.create(site=site, name="Attic", slug="attic")
        for name in ("room10", "room9"):
            Location.objects.create(site=site, parent=floor, name=name, slug=name)
    shown = api.get("/api/dcim/locations/").json()["results"]
    found = [(item["site"]["name"], item["name"]) for item in shown]
    assert found == [(site, name) for site in ("s9", "s10") for name in ("Attic", "Floor", "room9", "room10")]
    assert [item.pk for item in Location.objects.order_by(*trees.ordering(Location))] == [item["id"] for item in shown]


@pytest.mark.parametrize("resource", resources(tree=True))
def test_every_tree_has_an_order(api: API, resource: Resource) -> None:
    root, child, other = factories.create(resource, 3)
    for obj, name, parent in ((root, "t9", None), (child, "t0", root.pk), (other, "t10", None)):
        resource.model._base_manager.filter(pk=obj.pk).update(name=name, parent=parent)
    if resource.label == "dcim.location":
        resource.model._base_manager.update(site=root.site)
    path = f"/api/{resource.path}/?" + "&".join(f"id={obj.pk}" for obj in (root, child, other))
    assert names(api, path) == ["t9", "t0", "t10"]


# Indexes


def multiply(obj: Any, count: int, **other: str) -> None:
    """Many copies of a row; `other` are columns that differ, as SQL with the copy's number `i`."""
    meta = obj._meta
    quote = connection.ops.quote_name
    changed = {"name": "'n' || i"} | other
    kept = [quote(field.column) for field in meta.concrete_fields if field.column not in {"id", *changed}]
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {meta.db_table} ({', '.join([*map(quote, changed), *kept])}) "
            f"SELECT {', '.join([*changed.values(), *kept])} FROM {meta.db_table}, generate_series(1, {count}) i "
            f"WHERE id = {obj.pk}"
        )
        cursor.execute(f"ANALYZE {meta.db_table}")


def plan(queryset: models.QuerySet) -> str:
    return queryset[:50].explain()


@pytest.mark.parametrize(
    ("label", "other"),
    [
        ("dcim.device", {}),
        ("ipam.vrf", {"rd": "NULL"}),
        ("tenancy.tenant", {"slug": "'n' || i"}),
        ("dcim.site", {"slug": "'n' || i"}),
    ],
)
def test_the_order_comes_from_an_index(label: str, other: dict[str, str]) -> None:
    model = registry.resource_for(label).model
    multiply(factories.one(label), 20_000, **other)
    index = next(index.name for index in model._meta.indexes if "_nat_" in index.name)
    for queryset in (ordered(model.objects.all()), ordered(model.objects.all(), [ordering.term(model, "-name")])):
        assert index in plan(queryset)
        assert "Seq Scan" not in plan(queryset)
    assert default_order(model)[0] == NaturalKey("name")


def test_the_order_of_parts_comes_from_indexes() -> None:
    device = factories.one("dcim.device")
    multiply(device, 400)
    part = ConsolePort(device=device, name="con0")
    part.save()
    interface = Interface(device=device, name="eth0", type="virtual")
    interface.save()
    for obj, other in ((part, {}), (interface, {"_name": "'n' || i"})):
        table, changed = obj._meta.db_table, {"name": "'n' || i", "device_id": "d.id"} | other
        kept = [f.column for f in obj._meta.concrete_fields if f.column not in {"id", *changed}]
        values = ", ".join([*changed.values(), *(f"c.{column}" for column in kept)])
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {table} ({', '.join([*changed, *kept])}) SELECT {values} "
                f"FROM {table} c, dcim_device d, generate_series(1, 50) i WHERE c.id = {obj.pk}"
            )
            cursor.execute(f"ANALYZE {table}")
        model = type(obj)
        for queryset in (ordered(model.objects.all()), ordered(model.objects.all(), [ordering.term(model, "name")])):
            assert f"Seq Scan on {table}" not in plan(queryset), plan(queryset)


def test_people_who_see_little_may_list_what_they_see(api: API) -> None:
    assert API(User.objects.create_user("nobody-sorts")).get("/api/dcim/sites/?ordering=name").status_code == 403
