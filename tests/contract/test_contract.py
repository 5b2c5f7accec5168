"""The schema covers what the contract promises."""

from __future__ import annotations

import json

import pytest
from django.test import override_settings
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.validation import validate_schema

from netsot.api import schema_store
from netsot.api.renderers import dumps
from tests.contract import ratchet, scope
from tests.contract.measure import Document, compare, facts, tally, uniform

# The document names the custom fields there are: pytest-django makes the database only for tests that ask for it.
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def document(django_db_setup, django_db_blocker):
    """The document as clients get it."""
    with django_db_blocker.unblock(), override_settings(ROOT_URLCONF="tests.contract.api_urls"):
        return json.loads(dumps(schema_store.build()))


@pytest.fixture(scope="module")
def found(document):
    return list(compare(Document(document)))


@pytest.mark.parametrize("path", scope.complete())
def test_everything_the_contract_has_here_is_covered(found, path):
    missing = [f"{fact.kind}: {fact.name}" for fact in found if fact.path == path and not fact.met]
    assert not missing, ", ".join(missing)


def test_the_scope_names_paths_of_the_contract():
    known = facts()
    assert set(scope.complete()) <= {*known["endpoints"], *known["other_paths"]}


def test_no_app_covers_less_than_it_did(found):
    lost = ratchet.lost(tally(found))
    assert not lost, "facts covered before and now: " + ", ".join(f"{app} {pair}" for app, pair in lost.items())


def test_the_document_is_valid_openapi(document):
    validate_schema(document)


def test_the_document_has_no_unsolved_parts(document):
    assert not GENERATOR_STATS, "\n".join(
        f"{message}" for cache in (GENERATOR_STATS._warn_cache, GENERATOR_STATS._error_cache) for message in cache
    )


def test_operations_have_names_of_their_own(document):
    names = [item["operationId"] for path in document["paths"].values() for item in path.values()]
    assert len(names) == len(set(names))


def test_measuring_reads_what_a_document_says():
    listed = {"count": {}, "results": {"type": "array", "items": {"$ref": "#/components/schemas/Site"}}}
    body = {"oneOf": [{"$ref": "#/components/schemas/SiteRequest"}, {"type": "array", "items": {}}]}
    document = Document(
        {
            "paths": {
                "/api/dcim/sites/": {
                    "get": {
                        "parameters": [{"name": "name__ic", "in": "query"}, {"name": "x", "in": "header"}],
                        "responses": {"200": {"content": {"application/json": {"schema": {"properties": listed}}}}},
                    },
                    "post": {"requestBody": {"content": {"application/json": {"schema": body}}}},
                },
                "/api/dcim/sites/{pk}/": {"delete": {}},
            },
            "components": {
                "schemas": {"Site": {"properties": {"id": {}}}, "SiteRequest": {"properties": {"name": {}}}}
            },
        }
    )
    site = {"methods": ["get", "put"], "detail_methods": ["delete"], "read": ["id", "name"], "write": ["name"]}
    contract = {
        "endpoints": {"/api/dcim/sites/": {**site, "filters": {"name": "ic"}}},
        "other_paths": {"/api/dcim/sites/{id}/x/": {"get": {}}},
    }
    seen = {(fact.kind, fact.name): fact.met for fact in compare(document, contract)}
    assert seen == {
        ("endpoints", "/api/dcim/sites/"): True,
        ("methods", "list get"): True,
        ("methods", "list put"): False,
        ("methods", "detail delete"): True,
        ("read", "id"): True,
        ("read", "name"): False,
        ("write", "name"): True,
        ("filters", "name"): False,
        ("filters", "name__ic"): True,
        ("paths", "get"): False,
    }
    assert uniform("api/x/{name}") == "/api/x/{id}/"
