"""Every resource can be created, read, changed and deleted, one at a time and many at once."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from netsot.kernel import registry
from netsot.kernel.resource import Resource
from tests import factories
from tests.clients import API, superuser
from tests.registry.selection import each

pytestmark = pytest.mark.django_db

ALL = list(registry.all_resources())
WRITABLE = factories.writable_resources()


@pytest.fixture
def api() -> API:
    return API(superuser())


@pytest.mark.parametrize("resource", each(WRITABLE))
def test_an_object_is_created_read_changed_and_deleted(api: API, resource: Resource) -> None:
    path = f"/api/{resource.path}/"
    (payload,) = factories.payloads(resource)
    created = api.post(path, payload)
    assert created.status_code == 201, created.content
    body = created.json()
    assert list(body) == [name for name in resource.names if name not in resource.secret]
    assert created["Location"] == body["url"]

    read = api.get(f"{path}{body['id']}/")
    assert read.status_code == 200, read.content
    expected = body | ({"token": None} if "token" in body else {})
    assert read.json() == expected

    changed = api.patch(f"{path}{body['id']}/", {})
    assert changed.status_code == 200, changed.content
    assert api.put(f"{path}{body['id']}/", payload).status_code == 200

    assert api.delete(f"{path}{body['id']}/").status_code == 204
    assert api.get(f"{path}{body['id']}/").status_code == 404


@pytest.mark.parametrize("resource", each(WRITABLE))
def test_many_are_written_in_a_number_of_statements_that_does_not_grow(api: API, resource: Resource) -> None:
    path = f"/api/{resource.path}/"
    counts: dict[str, list[int]] = {"POST": [], "PATCH": [], "DELETE": []}
    for size in (3, 12):
        rows = factories.payloads(resource, size)
        with CaptureQueriesContext(connection) as queries:
            created = api.post(path, rows)
        assert created.status_code == 201, created.content
        counts["POST"].append(len(queries))
        ids = [item["id"] for item in created.json()]
        change = [{"id": pk} | _change(resource) for pk in ids]
        with CaptureQueriesContext(connection) as queries:
            answer = api.patch(path, change)
        assert answer.status_code == 200, answer.content
        counts["PATCH"].append(len(queries))
        with CaptureQueriesContext(connection) as queries:
            answer = api.delete(path, [{"id": pk} for pk in ids])
        assert answer.status_code == 204, answer.content
        counts["DELETE"].append(len(queries))
    for method, (few, many) in counts.items():
        assert many <= few, (method, few, many)
        assert many <= 80, (method, many)


def _change(resource: Resource) -> dict[str, str]:
    return {"description": "changed"} if "description" in {info.name for info in resource.writable} else {}


@pytest.mark.parametrize("resource", each(ALL))
def test_a_list_costs_the_same_number_of_statements_for_ten_rows_and_for_two_hundred(
    api: API, resource: Resource
) -> None:
    if resource in WRITABLE:
        factories.create(resource, 200)
    else:
        factories.create("dcim.cable", 200)
        tag = factories.one("extras.tag")
        factories.create("dcim.site", 200, tags=[tag.pk])
    path = f"/api/{resource.path}/"
    api.get(f"{path}?limit=1")
    counts = []
    for limit in (10, 200):
        with CaptureQueriesContext(connection) as queries:
            answer = api.get(f"{path}?limit={limit}")
        assert answer.status_code == 200, answer.content
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("resource", each(WRITABLE))
def test_a_dry_run_shows_what_would_be_and_writes_nothing(api: API, resource: Resource) -> None:
    path = f"/api/{resource.path}/"
    payload = factories.payloads(resource, 2)
    before = resource.model._base_manager.count()
    answer = api.post(f"{path}?dry_run=true", payload)
    assert answer.status_code == 200, answer.content
    body = answer.json()
    assert body["dry_run"] is True
    assert len(body["objects"]) == 2
    assert resource.model._base_manager.count() == before


@pytest.mark.parametrize("resource", each(WRITABLE))
def test_one_bad_row_refuses_the_whole_batch_and_is_named_by_position(api: API, resource: Resource) -> None:
    path = f"/api/{resource.path}/"
    rows = factories.payloads(resource, 3)
    before = resource.model._base_manager.count()
    required = [info for info in resource.writable if info.required]
    if required:
        del rows[1][required[0].name]
    else:
        rows[1] = ["not a dictionary"]
    answer = api.post(path, rows)
    assert answer.status_code == 400, answer.content
    body = answer.json()
    assert body[0] == {}
    assert body[2] == {}
    assert body[1]
    assert resource.model._base_manager.count() == before


@pytest.mark.parametrize("resource", each(WRITABLE))
def test_a_stale_version_is_refused_and_a_current_one_is_not_sent_again(api: API, resource: Resource) -> None:
    obj = factories.one(resource)
    path = f"/api/{resource.path}/{obj.pk}/"
    tag = api.get(path)["ETag"]
    assert tag.startswith('"')
    assert api.get(path, if_none_match=tag).status_code == 304
    assert api.patch(path, _change(resource), if_match='"stale"').status_code == 412
    assert api.delete(path, if_match='"stale"').status_code == 412
    assert api.patch(path, _change(resource), if_match=tag).status_code == 200
    assert api.delete(path, if_match="*").status_code == 204


@pytest.mark.parametrize("resource", each(ALL))
def test_the_display_of_the_api_is_the_name_of_the_object(api: API, resource: Resource) -> None:
    if resource in WRITABLE:
        factories.create(resource, 2)
    for item in api.get(f"/api/{resource.path}/?limit=5").json()["results"]:
        assert item["display"] == str(resource.model._base_manager.get(pk=item["id"]))


@pytest.mark.parametrize("resource", each(ALL))
def test_options_name_the_choices(api: API, resource: Resource) -> None:
    answer = api("OPTIONS", f"/api/{resource.path}/")
    assert answer.status_code == 200
    if "create" in resource.methods:
        fields = answer.json()["actions"]["POST"]
        for info in resource.writable:
            if info.choice_set is not None:
                assert {"value", "display_name"} <= set(fields[info.name]["choices"][0])
