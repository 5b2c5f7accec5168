"""The plumbing under real resources."""

from __future__ import annotations

import pytest

from tests import factories
from tests.clients import API, superuser, user_with

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.contract.api_urls")]


@pytest.fixture
def root():
    return API(superuser())


def test_the_roots_list_apps_and_endpoints(root):
    apps = root.get("/api/").json()
    assert {"core", "dcim", "extras", "ipam", "status", "tenancy", "users"} <= set(apps)
    assert apps["dcim"] == "http://testserver/api/dcim/"
    endpoints = root.get("/api/users/").json()
    assert endpoints["tokens"] == "http://testserver/api/users/tokens/"
    assert "config" in endpoints
    assert root.get("/api/nowhere/").status_code == 404


def test_the_authentication_check_shows_who_asks(root):
    found = root.get("/api/authentication-check/")
    assert found.status_code == 200
    assert found.json()["username"] == root.user.username
    assert "password" not in found.json()
    assert API().get("/api/authentication-check/").status_code == 403
    assert API(user_with()).get("/api/authentication-check/").json()["id"]


def test_errors_of_one_are_a_dictionary_and_of_many_a_list(root):
    assert set(root.post("/api/dcim/sites/", {"slug": "a"}).json()) == {"name"}
    rows = [{"name": "A", "slug": "a"}, {"slug": "b"}]
    answer = root.post("/api/dcim/sites/", rows)
    assert answer.status_code == 400
    assert [set(item) for item in answer.json()] == [set(), {"name"}]
    assert root.get("/api/dcim/sites/").json()["count"] == 0


def test_hidden_and_missing_objects_answer_alike():
    factories.one("dcim.site", name="Hidden")
    hidden = factories.one("dcim.site")
    api = API(user_with(("view", "dcim.site", {"name": "Mine"})))
    answers = [api.get(f"/api/dcim/sites/{pk}/") for pk in (hidden.pk, 987654321, 2**70)]
    assert {(answer.status_code, answer.content) for answer in answers} == {
        (404, b'{"detail":"No Site matches the given query."}')
    }


def test_a_protected_delete_is_a_409_that_names_no_hidden_object(root):
    kind = factories.one("dcim.devicetype", model="Secret Model")
    path = f"/api/dcim/manufacturers/{kind.manufacturer_id}/"
    answer = root.delete(path)
    assert answer.status_code == 409
    assert answer.json()["dependents"] == [
        {
            "object_type": "dcim.devicetype",
            "id": kind.pk,
            "url": f"http://testserver/api/dcim/device-types/{kind.pk}/",
            "display": str(kind),
        }
    ]
    blind = API(user_with(("view", "dcim.manufacturer", None), ("delete", "dcim.manufacturer", None)))
    answer = blind.delete(path)
    assert answer.status_code == 409
    assert answer.json()["others"] == 1
    assert "Secret" not in answer.content.decode()


def test_a_stale_version_is_a_412(root):
    site = factories.one("dcim.site")
    answer = root.patch(f"/api/dcim/sites/{site.pk}/", {"facility": "x"}, **{"if_match": '"stale"'})
    assert (answer.status_code, answer.json()) == (412, {"detail": "Precondition failed."})


def test_without_the_permission_it_is_a_403(root):
    api = API(user_with(("view", "dcim.site", None)))
    assert api.get("/api/dcim/sites/").status_code == 200
    assert api.post("/api/dcim/sites/", {"name": "A", "slug": "a"}).status_code == 403
    assert api.get("/api/dcim/devices/").status_code == 403
    assert API().get("/api/dcim/sites/").status_code == 403
    assert set(api("OPTIONS", "/api/dcim/sites/").json()) == {"name", "description", "renders", "parses"}


def test_strangers_may_read_what_is_exempt(settings):
    factories.one("dcim.site", name="Open")
    settings.LOGIN_REQUIRED, settings.EXEMPT_VIEW_PERMISSIONS = False, ["dcim.site"]
    stranger = API()
    assert stranger.get("/api/dcim/sites/").json()["results"][0]["name"] == "Open"
    assert stranger.get("/api/dcim/devices/").status_code == 403
    assert stranger.post("/api/dcim/sites/", {"name": "A", "slug": "a"}).status_code == 403
    assert stranger.get("/api/dcim/").status_code == 200


def test_a_cursor_reads_a_list_once_with_any_selection(root):
    sites = factories.create("dcim.site", 7)
    names, address = [], "/api/dcim/sites/?limit=3&start=0&fields=name&ordering=-name"
    while address:
        page = root.get(address).json()
        names += [row["name"] for row in page["results"]]
        address = page["next"]
    assert names == [site.name for site in sorted(sites, key=lambda site: site.pk)]
