"""The behaviours that clients depend on and that a schema doesn't say, in the order of the contract's list."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from core.models import ObjectChange
from dcim.models import Device, Interface, Site
from ipam.models import Prefix
from tests import factories
from tests.clients import API, superuser, user_with

pytestmark = pytest.mark.django_db

SITES = "/api/dcim/sites/"


@pytest.fixture
def api() -> API:
    return API(superuser())


# 1. Headers and errors


@pytest.mark.parametrize("path", ["/api/", SITES, "/api/dcim/sites/1/", "/api/dcim/nonsense/", "/api/status/"])
def test_the_version_and_the_request_are_on_every_answer(api: API, path: str) -> None:
    for client in (api, API()):
        for method in ("GET", "OPTIONS", "POST"):
            answer = client(method, path)
            assert answer.status_code != 401
            assert answer["API-Version"] == "4.6"
            assert uuid.UUID(answer["X-Request-ID"])


def test_without_logging_in_there_is_the_version_and_a_403(api: API) -> None:
    assert API().get("/api/").status_code == 200
    for method in ("GET", "POST", "PATCH", "PUT", "DELETE", "OPTIONS"):
        answer = API()(method, SITES, [])
        assert (answer.status_code, set(answer.json())) == (403, {"detail"})


def test_errors_of_a_batch_stand_at_the_position_of_their_row(api: API) -> None:
    good = {"name": "a", "slug": "a"}
    for bad, field in (
        ({"name": "b"}, "slug"),
        ({"name": "a", "slug": "d"}, "name"),
        ({"name": "e", "slug": "é"}, "slug"),
    ):
        answer = api.post(SITES, [good, bad, {"name": "c", "slug": "c"}])
        assert answer.status_code == 400
        first, second, third = answer.json()
        assert (first, set(second), third) == ({}, {field}, {})
    assert not Site.objects.exists()
    assert not ObjectChange.objects.filter(changed_object_type__model="site").exists()


def test_the_request_id_is_the_one_in_the_change_log(api: API) -> None:
    sent = str(uuid.uuid4())
    answer = api.post(SITES, {"name": "a", "slug": "a"}, x_request_id=sent)
    assert answer["X-Request-ID"] == sent
    assert api.get(f"/api/core/object-changes/?request_id={sent}").json()["count"] == 1
    assert api.get(f"{SITES}?created_by_request={sent}").json()["count"] == 1


def test_a_new_object_says_where_it_is(api: API) -> None:
    answer = api.post(SITES, {"name": "a", "slug": "a"})
    assert answer.status_code == 201
    assert answer["Location"] == answer.json()["url"]
    deleted = api.delete(answer["Location"].removeprefix("http://testserver"))
    assert (deleted.status_code, deleted.content) == (204, b"")


# 2. Tokens


def test_tokens_of_either_version(api: API) -> None:
    body = {"username": api.user.username, "password": "Long-enough-secret-1"}
    made = API().post("/api/users/tokens/provision/", body)
    assert made.status_code == 201
    token = made.json()
    assert token["version"] == 2
    bearer = API()
    assert bearer.get(SITES, authorization=f"Bearer nbt_{token['key']}.{token['token']}").status_code == 200
    old = API().post("/api/users/tokens/provision/", body | {"version": 1, "allowed_ips": ["192.0.2.0/24"]}).json()
    assert len(old["token"]) == 40
    assert API().get(SITES, authorization=f"Token {old['token']}").status_code == 403
    assert api.patch(f"/api/users/tokens/{old['id']}/", {"allowed_ips": ["127.0.0.1/32"]}).status_code == 200
    assert API().get(SITES, authorization=f"Token {old['token']}").status_code == 200
    assert api.get(f"/api/users/tokens/{old['id']}/").json()["allowed_ips"] == ["127.0.0.1/32"]


# 3. Refusals


def test_a_protected_object_names_what_refers_to_it(api: API) -> None:
    device = factories.one("dcim.device", name="core-1")
    answer = api.delete(f"{SITES}{device.site_id}/")
    assert answer.status_code == 409
    assert "core-1" in answer.json()["detail"]
    assert Site.objects.filter(pk=device.site_id).exists()


def test_what_a_permission_excludes_is_a_404_and_what_would_leave_it_a_403() -> None:
    mine, other = factories.one("dcim.site", name="mine"), factories.one("dcim.site", name="other")
    grants = [(action, "dcim.site", {"name": "mine"}) for action in ("view", "add", "change", "delete")]
    api = API(user_with(*grants))
    for method in ("GET", "PATCH", "DELETE"):
        assert api(method, f"{SITES}{other.pk}/", {}).status_code == 404
    before = ObjectChange.objects.count()
    assert api.patch(f"{SITES}{mine.pk}/", {"name": "elsewhere"}).status_code == 403
    assert api.post(SITES, {"name": "elsewhere", "slug": "elsewhere"}).status_code == 403
    mine.refresh_from_db()
    assert (mine.name, ObjectChange.objects.count(), Site.objects.count()) == ("mine", before, 2)


# 4. Related objects in bodies


def test_related_objects_by_id_by_dictionary_and_by_attributes(api: API) -> None:
    region = factories.one("dcim.region", name="Region", slug="region")
    forms: list[Any] = [region.pk, str(region.pk), {"id": region.pk}, {"slug": "region"}, {"name": "Region"}]
    for number, form in enumerate(forms):
        answer = api.post(SITES, {"name": f"s{number}", "slug": f"s{number}", "region": form})
        assert answer.status_code == 201, answer.content
        assert answer.json()["region"]["id"] == region.pk
    factories.one("dcim.region", name="Region", parent=region.pk)
    for wrong in ({"name": "Region"}, {"slug": "absent"}, {}, 2**40, "region", [region.pk]):
        answer = api.post(SITES, {"name": "x", "slug": "x", "region": wrong})
        assert (answer.status_code, set(answer.json())) == (400, {"region"}), wrong
    assert api.patch(f"{SITES}{Site.objects.first().pk}/", {"region": None}).json()["region"] is None


def test_a_hidden_object_is_linked_by_no_form_unless_allowed(settings: Any) -> None:
    region = factories.one("dcim.region", name="Region", slug="hidden")
    api = API(user_with(("view", "dcim.site", None), ("add", "dcim.site", None)))
    row = {"name": "x", "slug": "x"}
    for shown, absent in ((region.pk, 2**40), ({"id": region.pk}, {"id": 2**40}), ({"slug": "hidden"}, {"slug": "no"})):
        hidden, missing = (api.post(SITES, row | {"region": form}) for form in (shown, absent))
        assert hidden.status_code == missing.status_code == 400
    settings.ALLOW_HIDDEN_REFERENCES = True
    assert api.post(SITES, row | {"region": region.pk}).status_code == 201


def test_tags_by_name_slug_id_and_dictionary(api: API) -> None:
    tag = factories.one("extras.tag", name="Blue Tag", slug="blue")
    for number, form in enumerate(["Blue Tag", "blue", tag.pk, {"id": tag.pk}, {"name": "Blue Tag"}, {"slug": "blue"}]):
        answer = api.post(SITES, {"name": f"s{number}", "slug": f"s{number}", "tags": [form]})
        assert answer.status_code == 201, (form, answer.content)
        assert [item["slug"] for item in answer.json()["tags"]] == ["blue"]
    assert api.post(SITES, {"name": "x", "slug": "x", "tags": ["absent"]}).status_code == 400


def test_custom_fields_are_changed_one_by_one(api: API) -> None:
    for name in ("first", "second"):
        factories.one("extras.customfield", name=name, type="text", object_types=["dcim.site"])
    site = api.post(SITES, {"name": "a", "slug": "a", "custom_fields": {"first": "1", "second": "2"}}).json()
    changed = api.patch(f"{SITES}{site['id']}/", {"custom_fields": {"second": "3"}}).json()
    assert changed["custom_fields"] == {"first": "1", "second": "3"}
    assert api.patch(f"{SITES}{site['id']}/", {"custom_fields": {"absent": "3"}}).status_code == 400


def test_unknown_fields_are_ignored(api: API) -> None:
    answer = api.post(SITES, {"name": "a", "slug": "a", "nonsense": {"x": [1]}, "display": "x", "id": 99, "url": "x"})
    assert answer.status_code == 201
    body = answer.json()
    assert "nonsense" not in body
    assert body["id"] != 99
    changed = api.patch(f"{SITES}{body['id']}/", {"created": "2001-01-01", "last_updated": None, "device_count": 9})
    assert (changed.status_code, changed.json()["device_count"]) == (200, 0)
    assert changed.json()["created"] == body["created"]


# 5. Prefixes with host bits


def test_a_prefix_with_host_bits_is_refused_with_the_right_one(api: API) -> None:
    for method, path in (
        ("POST", "/api/ipam/prefixes/"),
        ("PATCH", f"/api/ipam/prefixes/{factories.one('ipam.prefix').pk}/"),
    ):
        answer = api(method, path, {"prefix": "10.1.2.3/24"})
        assert answer.status_code == 400
        assert "10.1.2.0/24" in answer.json()["prefix"][0]
    assert not Prefix.objects.filter(prefix="10.1.2.0/24").exists()


# 6. Bulk changes


def test_a_bulk_change_names_every_id_it_does_not_know(api: API) -> None:
    one, two = factories.create("dcim.site", 2)
    answer = api.patch(SITES, [{"id": one.pk, "facility": "x"}, {"id": 2**40}, {"id": two.pk, "facility": "x"}])
    assert answer.status_code == 400
    assert [set(item) for item in answer.json()] == [set(), {"id"}, set()]
    assert not Site.objects.filter(facility="x").exists()
    done = api.patch(SITES, [{"id": two.pk, "facility": "x"}, {"id": one.pk, "facility": "y"}])
    assert {item["id"]: item["facility"] for item in done.json()} == {one.pk: "y", two.pk: "x"}
    assert api.delete(SITES, [{"id": one.pk}, {"id": 2**40}]).status_code == 400
    assert Site.objects.count() == 2


# 7. Versions


def test_a_version_is_checked_before_a_change(api: API) -> None:
    path = f"{SITES}{factories.one('dcim.site').pk}/"
    tag = api.get(path)["ETag"]
    for sent in ('"unknown"', "unknown", 'W/"x"', '"a", "b"'):
        for method in ("PATCH", "PUT", "DELETE"):
            answer = api(method, path, {"facility": "x"}, if_match=sent)
            assert (answer.status_code, answer.json()) == (412, {"detail": "Precondition failed."})
    changed = api.patch(path, {"facility": "x"}, if_match=f'"unknown", {tag}')
    assert changed.status_code == 200
    assert changed["ETag"] == api.get(path)["ETag"] != tag
    assert api.patch(path, {"facility": "y"}, if_match=tag).status_code == 412
    assert api.patch(path, {"facility": "y"}, if_match="*").status_code == 200
    assert api.get(path, if_none_match=f'"unknown", {api.get(path)["ETag"]}').status_code == 304
    assert api.delete(path, if_match=api.get(path)["ETag"]).status_code == 204


# 8. Pages


def test_pages(api: API, settings: Any) -> None:
    factories.create("dcim.site", 7)
    first = api.get(f"{SITES}?limit=3").json()
    assert list(first) == ["count", "next", "previous", "results"]
    assert (first["count"], first["previous"], len(first["results"])) == (7, None, 3)
    assert first["next"] == f"http://testserver{SITES}?limit=3&offset=3"
    second = api.get(first["next"].removeprefix("http://testserver")).json()
    assert second["previous"] == f"http://testserver{SITES}?limit=3"
    settings.MAX_PAGE_SIZE = 5
    for limit in ("0", "6", "100000"):
        found = api.get(f"{SITES}?limit={limit}").json()
        assert (len(found["results"]), found["count"]) == (5, 7)
    cursor = api.get(f"{SITES}?limit=3&start=0").json()
    assert (cursor["count"], cursor["previous"], len(cursor["results"])) == (None, None, 3)
    assert cursor["next"].startswith(f"http://testserver{SITES}?")
    refused = api.get(f"{SITES}?start=0&offset=3")
    assert (refused.status_code, set(refused.json())) == (400, {"start"})


# 9. OPTIONS and the schema


def test_options_list_choices(api: API) -> None:
    status = api("OPTIONS", SITES).json()["actions"]["POST"]["status"]
    assert {"value": "active", "display_name": "Active"} in status["choices"]
    assert set(api("OPTIONS", SITES).json()["actions"]) >= {"POST"}


def test_the_schema_is_the_list_of_allowed_filters(api: API) -> None:
    factories.one("extras.customfield", name="circle", type="text", object_types=["dcim.device"])
    document = api.get("/api/schema/?format=json").json()
    names = {item["name"] for item in document["paths"]["/api/dcim/devices/"]["get"]["parameters"]}
    assert {"name__ic", "name__nisw", "name__empty", "site_id__n", "status__n", "cf_circle", "cf_circle__n"} <= names
    assert {"limit", "offset", "start", "ordering", "q", "tag", "created__gte", "modified_by_request"} <= names
    assert not {name for name in names if name.startswith("cf_") and not name.startswith("cf_circle")}


# 14. Derived values and selections


def test_brief_fields_omit_and_exclude(api: API) -> None:
    site = factories.one("dcim.site")
    path = f"{SITES}{site.pk}/"
    assert list(api.get(f"{path}?brief=1").json()) == ["id", "url", "display", "name", "description", "slug"]
    assert list(api.get(f"{path}?fields=id,name").json()) == ["id", "name"]
    assert set(api.get(path).json()) - set(api.get(f"{path}?omit=region,tags").json()) == {"region", "tags"}
    assert list(api.get(f"{SITES}?fields=name").json()["results"][0]) == ["name"]
    device = factories.one("dcim.device", site=site.pk)
    assert "config_context" not in api.get(f"/api/dcim/devices/{device.pk}/?exclude=config_context").json()


def test_counts_and_depths(api: API) -> None:
    top = factories.one("dcim.region")
    middle = factories.one("dcim.region", parent=top.pk)
    site = factories.one("dcim.site", region=middle.pk)
    device = factories.one("dcim.device", site=site.pk)
    Interface.objects.bulk_create(Interface(device=device, name=f"e{i}", type="virtual") for i in range(3))
    shown = {item["id"]: item for item in api.get("/api/dcim/regions/").json()["results"]}
    assert (shown[top.pk]["_depth"], shown[top.pk]["site_count"]) == (0, 1)
    assert (shown[middle.pk]["_depth"], shown[middle.pk]["site_count"]) == (1, 1)
    assert api.get(f"{SITES}{site.pk}/").json()["device_count"] == 1
    outer = factories.one("ipam.prefix", prefix="10.0.0.0/8")
    factories.one("ipam.prefix", prefix="10.1.0.0/16")
    inner = factories.one("ipam.prefix", prefix="10.1.1.0/24")
    prefixes = {item["id"]: item for item in api.get("/api/ipam/prefixes/").json()["results"]}
    assert (prefixes[outer.pk]["_depth"], prefixes[outer.pk]["children"]) == (0, 2)
    assert (prefixes[inner.pk]["_depth"], prefixes[inner.pk]["children"]) == (2, 0)


# 17. Ordering by custom fields


def test_ordering_by_a_custom_field(api: API) -> None:
    factories.one("extras.customfield", name="rank", type="integer", object_types=["dcim.site"])
    made = [factories.one("dcim.site", custom_fields={"rank": rank}) for rank in (10, 9, 100)]
    for ordering, expected in (("cf_rank", [9, 10, 100]), ("-cf_rank", [100, 10, 9])):
        found = api.get(f"{SITES}?ordering={ordering}").json()["results"]
        assert [item["custom_fields"]["rank"] for item in found] == expected
    assert len(made) == 3


def test_unknown_filters_are_ignored_and_wrong_values_refused(api: API) -> None:
    factories.create("dcim.site", 2)
    assert api.get(f"{SITES}?nonsense=1").json()["count"] == 2
    answer = api.get(f"{SITES}?status=nonsense")
    assert (answer.status_code, set(answer.json())) == (400, {"status"})


def test_devices_without_a_name(api: API) -> None:
    """Two devices without a name are no duplicates of each other."""
    factories.create("dcim.device", 2, name=None)
    assert Device.objects.filter(name=None).count() == 2


@pytest.mark.parametrize("digit", ["³", "①", "٣"])
def test_digits_of_other_scripts_are_text_or_numbers_and_never_an_error(digit: str) -> None:
    api = API(superuser())
    site = factories.one("dcim.site")
    assert api.patch(f"/api/dcim/sites/{site.pk}/", {"tags": [digit]}).status_code == 400
    assert api.patch("/api/dcim/sites/", [{"id": digit}]).status_code in (200, 400)
    assert api.get(f"/api/dcim/sites/?limit={digit}&offset={digit}").status_code in (200, 400)
    assert api.get(f"/api/dcim/sites/?id={digit}").status_code in (200, 400)
    assert api.post("/api/dcim/sites/", {"name": "x", "slug": "x", "region": digit}).status_code == 400
