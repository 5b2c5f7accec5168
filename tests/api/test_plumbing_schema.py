"""The OpenAPI document over HTTP, and what OPTIONS answers."""

from __future__ import annotations

import gzip
import json

import pytest
import yaml

from netsot.api import schema_store

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.api.plumbing_urls")]


@pytest.fixture(autouse=True)
def folder(settings, tmp_path, monkeypatch):
    """A store of its own per test."""
    settings.NETSOT_HOME = tmp_path
    monkeypatch.setattr(schema_store, "_memory", {})
    return tmp_path / "cache" / "schema"


@pytest.fixture
def document(monkeypatch):
    """A small document instead of the real one."""
    found = {"openapi": "3.0.3", "paths": {"/api/x/": {"get": {"ok": True, "no": None, "text": "a: b\nd"}}}, "e": []}
    monkeypatch.setattr(schema_store, "build", lambda: found)
    return found


@pytest.mark.parametrize(
    ("query", "accept", "kind"),
    [
        ("", "*/*", "json"),
        ("", "application/json", "json"),
        ("", "text/html,application/xhtml+xml", "json"),
        ("", "application/vnd.oai.openapi+json", "json"),
        ("", "application/vnd.oai.openapi", "yaml"),
        ("", "application/yaml", "yaml"),
        ("?format=json", "application/yaml", "json"),
        ("?format=yaml", "application/json", "yaml"),
        ("?format=openapi", "*/*", "yaml"),
    ],
)
def test_it_comes_in_json_and_yaml(client, document, query, accept, kind):
    answer = client.get(f"/api/schema/{query}", headers={"Accept": accept})
    assert answer["Content-Type"] == schema_store.CONTENT_TYPES[kind]
    assert (json.loads if kind == "json" else yaml.safe_load)(answer.content) == document


def test_it_is_public_even_with_a_wrong_token(client, document):
    answer = client.get("/api/schema/", headers={"Authorization": "Token wrong"})
    assert answer.status_code == 200
    assert answer["API-Version"] == "4.6"


def test_it_is_sent_compressed_and_once(client, document):
    answer = client.get("/api/schema/", headers={"Accept-Encoding": "gzip, br"})
    assert answer["Content-Encoding"] == "gzip"
    assert json.loads(gzip.decompress(answer.content)) == document
    assert "Accept-Encoding" in answer["Vary"]
    again = client.get("/api/schema/", headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_it_is_built_once(client, document, monkeypatch, django_assert_num_queries):
    client.get("/api/schema/")
    monkeypatch.setattr(schema_store, "build", lambda: pytest.fail("built again"))
    with django_assert_num_queries(1):
        assert client.get("/api/schema/?format=yaml").status_code == 200
    schema_store._memory.clear()
    assert client.get("/api/schema/").status_code == 200


def test_it_is_built_anew_when_something_changed(client, document, monkeypatch, folder):
    first = client.get("/api/schema/")["ETag"]
    for number in range(6):
        monkeypatch.setattr(schema_store, "_custom_fields", lambda number=number: str(number))
        assert client.get("/api/schema/")["ETag"] != first
    assert len(list(folder.glob("*.gz"))) == len(schema_store.CONTENT_TYPES) * schema_store.KEPT


def test_a_custom_field_changes_the_state():
    from django.contrib.contenttypes.models import ContentType

    from extras.models import CustomField
    from tenancy.models import Tenant

    before = schema_store.state_now()
    field = CustomField.objects.create(name="room", type="text")
    field.object_types.add(ContentType.objects.get_for_model(Tenant))
    assert schema_store.state_now() != before


def test_the_real_document_lists_every_filter_and_those_of_custom_fields(client):
    from django.contrib.contenttypes.models import ContentType

    from extras.models import CustomField
    from tenancy.models import Tenant

    field = CustomField.objects.create(name="room", type="text")
    field.object_types.add(ContentType.objects.get_for_model(Tenant))
    paths = client.get("/api/schema/").json()["paths"]
    names = {item["name"] for item in paths["/api/tenancy/tenants/"]["get"]["parameters"]}
    assert {"name", "name__ic", "slug__n", "cf_room", "cf_room__n", "limit", "start", "ordering", "brief"} <= names
    collection, member = paths["/api/tenancy/tenants/"], paths["/api/tenancy/tenants/{id}/"]
    assert set(collection) == {"get", "post", "put", "patch", "delete"}
    assert set(member) == {"get", "put", "patch", "delete"}
    assert collection["delete"]["requestBody"]
    assert collection["patch"]["operationId"] == "tenancy_tenants_bulk_partial_update"


def test_the_short_form_has_no_lookups(client):
    def names(query):
        found = client.get(f"/api/schema/?{query}").json()["paths"]["/api/tenancy/tenants/"]["get"]["parameters"]
        return {item["name"] for item in found}

    assert names("lookups=false") == {name for name in names("") if "__" not in name}


def test_warming_builds_it(document, folder):
    from django.core.management import call_command

    call_command("warm_schema", verbosity=0)
    kinds = {path.name.removesuffix(".gz").rpartition(".")[2] for path in folder.glob("*.gz")}
    assert kinds == set(schema_store.CONTENT_TYPES)


@pytest.mark.parametrize(
    "text",
    ["no", "Yes", "1", "1.5", "null", "~", "- a", "a:b", "#x", "2026-01-01", "é", "", "0x1", "=", "a b", "_", "on"],
)
def test_yaml_keeps_text_text(text):
    assert yaml.safe_load(schema_store.to_yaml({"key": text, text: [text, {"a": []}]})) == {
        "key": text,
        text: [text, {"a": []}],
    }


def test_options_tell_fields_and_choices_but_no_objects(client, admin_user):
    from tenancy.models import Tenant, TenantGroup

    TenantGroup.objects.create(name="Hidden group", slug="hidden-group")
    Tenant.objects.create(name="Hidden", slug="hidden")
    client.force_login(admin_user)
    answer = client.options("/api/dcim/sites/").json()
    assert set(answer["actions"]) == {"POST", "PUT", "PATCH"}
    fields = answer["actions"]["POST"]
    assert fields["name"]["required"] is True
    assert fields["name"]["max_length"] == 100
    assert {"value": "active", "display_name": "Active"} in fields["status"]["choices"]
    assert "choices" not in fields["tenant"]
    assert fields["id"]["read_only"] is True
    assert answer["actions"]["PATCH"]["name"]["required"] is False
    assert "Hidden" not in json.dumps(answer)


def test_the_browsable_page_of_a_list_names_no_related_objects(client, admin_user):
    from tenancy.models import Tenant

    Tenant.objects.create(name="Secretive Ltd", slug="secretive")
    client.force_login(admin_user)
    for path in ("/api/dcim/sites/", "/api/dcim/interfaces/", "/api/tenancy/tenants/1234567/"):
        page = client.get(path, headers={"Accept": "text/html"}).content.decode()
        assert "NetSoT API" in page
        assert "Secretive" not in page
