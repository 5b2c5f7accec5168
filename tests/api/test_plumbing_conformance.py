"""What the API answers is what its schema says."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from django.test import override_settings

from netsot.api import schema_store
from netsot.api.renderers import dumps
from netsot.kernel import registry
from tests import factories
from tests.clients import API, superuser

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.contract.api_urls")]


@pytest.fixture(scope="module")
def document(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), override_settings(ROOT_URLCONF="tests.contract.api_urls"):
        return plain(json.loads(dumps(schema_store.build())))


def plain(node: Any) -> Any:
    """OpenAPI 3.0's `nullable` in the words of JSON Schema, whose draft 4 it follows otherwise."""
    if isinstance(node, list):
        return [plain(item) for item in node]
    if not isinstance(node, dict):
        return node
    found = {key: plain(value) for key, value in node.items() if key != "nullable"}
    if node.get("nullable") is True:
        return {"anyOf": [found, {"type": "null"}]} if found else {}
    return found


def check(value: Any, reference: str, document: dict[str, Any]) -> None:
    schema = {"$ref": reference, "components": document["components"]}
    problems = [
        f"{'.'.join(map(str, error.absolute_path))}: {error.message[:200]}"
        for error in jsonschema.Draft4Validator(schema).iter_errors(value)
    ]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("resource", factories.writable_resources(), ids=lambda resource: resource.label)
def test_an_object_is_as_the_schema_says(document, resource):
    path = f"/api/{resource.path}/"
    obj = factories.one(resource)
    answer = API(superuser()).get(f"{path}{obj.pk}/").json()
    described = document["paths"][f"{path}{{id}}/"]["get"]["responses"]["200"]
    reference = described["content"]["application/json"]["schema"]["$ref"]
    check(answer, reference, document)
    component = document["components"]["schemas"][reference.rpartition("/")[2]]
    assert list(answer) == list(component["properties"])
    short = API(superuser()).get(f"{path}?brief=1&limit=2").json()["results"]
    brief = document["components"]["schemas"].get(f"Brief{reference.rpartition('/')[2]}")
    if brief:
        for item in short:
            check(item, f"#/components/schemas/Brief{reference.rpartition('/')[2]}", document)
    payload = factories.payloads(resource)[0]
    body = document["paths"][path]["post"]["requestBody"]["content"]["application/json"]["schema"]["oneOf"][0]
    check(payload, body["$ref"], document)


def test_every_resource_is_described(document):
    assert {f"/api/{resource.path}/" for resource in registry.all_resources()} <= set(document["paths"])
