"""Nonsense is refused with a 4xx, by every resource; never with a 500."""

from __future__ import annotations

import json

import pytest
from django.db import transaction

from netsot.kernel import registry
from tests import factories
from tests.clients import API, superuser

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.contract.api_urls")]

BODIES = [
    "null", '"x"', "1", "true", "{}", "[]", "[[]]", "[null]", '["x"]', "[{}]", '{"id": 1}', '[{"id": "x"}]',
    '[{"id": null}]', '[{"id": 99999999999999999999}]', '[{"id": -1}]', '[{"id": 1.5}]', '[{"id": true}]',
]  # fmt: skip
VALUES = [
    None, "", " ", "x", 0, -1, 1.5, 2**31, 2**63, 2**70, True, [], [[]], [None], ["x"], [1, "x", {}], {}, {"id": "x"},
    {"id": None}, {"id": 2**70}, {"name": "x"}, {"nope": 1}, {"name": {"a": 1}}, {"id": [1]}, {"name__regex": "("},
    "x" * 5000, "\ud7ff", "null", "1e999", "2026-99-99", "10.0.0.0/99", "::/129", "<script>",
]  # fmt: skip
QUERIES = [
    "id=x", "id=99999999999999999999", "id__gt=", "q=%00", "q=%FF", "q=" + "x" * 3000, "ordering=nope,-id,,", "limit=x",
    "ordering=id__id", "fields=nope", "fields=,", "omit=id", "brief=x", "created=x", "created__gt=2026-13-01",
    "last_updated=99999-01-01", "tag=null", "tag_id=null", "name__regex=(", "name__iregex=[", "name__empty=x",
    "created=2026-01-01T00:00:00%2B99:00", "cf_x=1", "cf_=1", "name__ic=%25", "created_by_request=x", "site_id=false",
    "owner=null", "id__n=1&id__n=x", "format=xml", "start=x", "include=x", "exclude=config_context",
]  # fmt: skip

TEXTS = ["x", "null", "true", "-1", "99999999999999999999", "%28", "1e400", "10.0.0.0/33", "%F0%9F%98%80"]


def name(resource):
    return resource.label


@pytest.fixture
def send():
    """Send a request and undo what it did; gives the status. A failure counts as 500 and is shown."""
    client = API(superuser()).client
    client.raise_request_exception = False

    def send(method: str, path: str, body: str | None = None) -> int:
        point = transaction.savepoint()
        try:
            return client.generic(method, path, body or "", content_type="application/json").status_code
        finally:
            transaction.savepoint_rollback(point)

    return send


@pytest.mark.parametrize("resource", list(registry.all_resources()), ids=name)
def test_no_query_fails(send, resource):
    found = {query: send("GET", f"/api/{resource.path}/?{query}") for query in QUERIES}
    assert not {query: status for query, status in found.items() if status >= 500}


@pytest.mark.slow
@pytest.mark.parametrize("resource", list(registry.all_resources()), ids=name)
def test_no_value_of_a_filter_fails(send, resource):
    if "create" in resource.methods:
        factories.one(resource)
    filters = [item for item in resource.filterset_class.base_filters if not item.endswith(("__nic", "__nie", "__iew"))]
    path = f"/api/{resource.path}/?limit=1"
    found = {(item, value): send("GET", f"{path}&{item}={value}") for item in filters for value in TEXTS}
    assert not {key: status for key, status in found.items() if status >= 500}


@pytest.mark.parametrize("resource", factories.writable_resources(), ids=name)
def test_no_body_fails(send, resource):
    path = f"/api/{resource.path}/"
    member = f"{path}{factories.one(resource).pk}/"
    targets = [(method, path) for method in ("POST", "PUT", "PATCH", "DELETE")]
    targets += [(method, member) for method in ("PUT", "PATCH", "DELETE")]
    found = {(method, address, body): send(method, address, body) for body in BODIES for method, address in targets}
    assert not {key: status for key, status in found.items() if status >= 500}


@pytest.mark.parametrize("resource", factories.writable_resources(), ids=name)
def test_no_value_fails(send, resource):
    path = f"/api/{resource.path}/{factories.one(resource).pk}/"
    names = [info.name for info in resource.writable]
    found = {str(value)[:40]: send("PATCH", path, json.dumps(dict.fromkeys(names, value))) for value in VALUES}
    assert not {key: status for key, status in found.items() if status >= 500}


@pytest.mark.slow
@pytest.mark.parametrize("resource", factories.writable_resources(), ids=name)
def test_no_value_of_a_field_fails(send, resource):
    path = f"/api/{resource.path}/{factories.one(resource).pk}/"
    found = {
        (info.name, str(value)[:40]): send("PATCH", path, json.dumps({info.name: value}))
        for info in resource.writable
        for value in VALUES
    }
    assert not {key: status for key, status in found.items() if status >= 500}
