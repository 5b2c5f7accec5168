"""Every resource has its pages, they cost a fixed number of statements and keep the rules of permissions and forms."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.models import ObjectChange
from netsot.kernel.introspection import Kind, has_feature
from netsot.kernel.resource import Resource
from tests import factories
from tests.clients import superuser, user_with
from tests.registry.selection import each
from tests.ui.pages import ALL, browser, main_form, read, sent

pytestmark = pytest.mark.django_db

WRITABLE = factories.writable_resources()
EDITABLE = [resource for resource in WRITABLE if "update" in resource.methods]
DELETABLE = [resource for resource in WRITABLE if "delete" in resource.methods]
MOST = 25


@pytest.fixture
def root(db: None) -> Client:
    """A browser that may open everything."""
    return browser(superuser())


@pytest.fixture(autouse=True)
def _no_default_permissions(settings: Any) -> None:
    settings.DEFAULT_PERMISSIONS = {}


def assert_page(answer: Any, status: int = 200) -> None:
    """A whole page without inline code, with the strict policy, whose inputs are labelled."""
    assert answer.status_code == status, answer.content.decode()[:2000]
    policy = answer["Content-Security-Policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    page = read(answer)
    assert page.inline == []
    for item in page.inputs:
        if item.get("type") != "hidden" and item.get("name"):
            named = item.get("id") in page.labels or "aria-label" in item or item.get("type") == "checkbox"
            assert named, item


def statements(client: Client, url: str) -> tuple[int, Any]:
    """(how many statements a page costs, the answer)."""
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(url)
    return len(queries), answer


@pytest.mark.parametrize("resource", each(ALL))
def test_a_list_opens_even_when_it_is_empty(root: Client, resource: Resource) -> None:
    if "list" in resource.methods:
        assert_page(root.get(f"/{resource.path}/"))


@pytest.mark.parametrize("resource", each(WRITABLE))
def test_a_list_costs_the_same_for_few_and_many_rows(root: Client, resource: Resource) -> None:
    url = f"/{resource.path}/?per_page=100"
    factories.create(resource, 5)
    root.get(url)
    few, answer = statements(root, url)
    assert_page(answer)
    factories.create(resource, 30)
    many, answer = statements(root, url)
    assert_page(answer)
    assert many <= max(few, MOST), [query["sql"][:200] for query in connection.queries]
    assert many <= few + 1, (few, many)
    assert many <= MOST


@pytest.mark.parametrize("resource", each(WRITABLE))
def test_a_list_can_be_sorted_by_every_column_that_says_so(root: Client, resource: Resource) -> None:
    factories.create(resource, 3)
    for name, column in resource.table.columns.items():
        if column.order:
            assert root.get(f"/{resource.path}/?sort=-{name}").status_code == 200, name


@pytest.mark.parametrize("resource", each(WRITABLE))
def test_every_column_can_be_shown(root: Client, resource: Resource) -> None:
    factories.create(resource, 2)
    root.post(f"/user/columns/{resource.label}/", {"column": list(resource.table.available())})
    answer = root.get(f"/{resource.path}/")
    assert_page(answer)


@pytest.mark.parametrize("resource", each(WRITABLE))
def test_the_pages_of_an_object_open(root: Client, resource: Resource) -> None:
    obj = factories.one(resource)
    base = f"/{resource.path}/{obj.pk}/"
    assert_page(root.get(base))
    if "update" in resource.methods:
        assert_page(root.get(f"{base}edit/"))
        assert_page(root.get(f"{base}edit/?_options=1"))
    if "delete" in resource.methods:
        assert_page(root.get(f"{base}delete/"))
    if has_feature(resource.model, "change_logging"):
        assert_page(root.get(f"{base}changelog/"))
    if has_feature(resource.model, "journaling"):
        assert_page(root.get(f"{base}journal/"))
    assert_page(root.get(f"/{resource.path}/add/"))
    assert_page(root.get(f"/{resource.path}/add/?clone={obj.pk}"))


@pytest.mark.parametrize("resource", each(EDITABLE))
def test_saving_an_untouched_form_changes_nothing(root: Client, resource: Resource) -> None:
    obj = factories.one(resource)
    url = f"/{resource.path}/{obj.pk}/edit/"
    before = resource.model._default_manager.filter(pk=obj.pk).values().get()
    changes = ObjectChange.objects.count()
    answer = root.post(url, main_form(root.get(url)))
    assert answer.status_code == 302, answer.content.decode()
    assert resource.model._default_manager.filter(pk=obj.pk).values().get() == before
    assert ObjectChange.objects.count() == changes


@pytest.mark.parametrize("resource", each(WRITABLE))
def test_an_object_is_created_by_its_form(root: Client, resource: Resource) -> None:
    payload = factories.payloads(resource)[0]
    assert set(payload) <= set(resource.form_class.base_fields)
    url = f"/{resource.path}/add/"
    before = resource.model._default_manager.count()
    answer = root.post(url, main_form(root.get(url)) | sent(resource, payload))
    assert answer.status_code == 302, [line for line in answer.content.decode().splitlines() if "<li>" in line]
    assert resource.model._default_manager.count() == before + 1


@pytest.mark.parametrize("resource", each(DELETABLE))
def test_an_object_is_deleted_by_its_form(root: Client, resource: Resource) -> None:
    obj = factories.one(resource)
    url = f"/{resource.path}/{obj.pk}/delete/"
    answer = root.post(url, main_form(root.get(url)))
    assert answer.status_code == 302, answer.content.decode()
    assert not resource.model._default_manager.filter(pk=obj.pk).exists()


@pytest.mark.parametrize("resource", each(EDITABLE))
def test_the_bulk_pages_open_and_write(root: Client, resource: Resource) -> None:
    objs = factories.create(resource, 2)
    ids = [obj.pk for obj in objs]
    assert_page(root.post(f"/{resource.path}/edit/", {"pk": ids}))
    if any(info.name == "description" and info.kind is Kind.VALUE for info in resource.writable):
        answer = root.post(f"/{resource.path}/edit/", {"pk": ids, "_apply": "1", "description": "Both of them"})
        assert answer.status_code == 302, answer.content.decode()
        rows = resource.model._default_manager.filter(pk__in=ids)
        assert set(rows.values_list("description", flat=True)) == {"Both of them"}
    if "delete" in resource.methods:
        assert_page(root.post(f"/{resource.path}/delete/", {"pk": ids}))
        assert resource.model._default_manager.filter(pk__in=ids).count() == 2
        assert root.post(f"/{resource.path}/delete/", {"pk": ids, "_confirm": "1"}).status_code == 302
        assert not resource.model._default_manager.filter(pk__in=ids).exists()


@pytest.mark.parametrize("resource", each(WRITABLE))
def test_nobody_opens_pages_without_permission(resource: Resource) -> None:
    obj = factories.one(resource)
    stranger, anonymous = browser(user_with()), browser()
    for tail in ("", "add/", f"{obj.pk}/", f"{obj.pk}/edit/", f"{obj.pk}/delete/", f"{obj.pk}/changelog/"):
        url = f"/{resource.path}/{tail}"
        assert stranger.get(url).status_code in (403, 404), url
        answer = anonymous.get(url)
        assert answer.status_code == 404 or answer["Location"].startswith("/login/?next="), url
    for tail in ("edit/", "delete/", "add/", f"{obj.pk}/edit/", f"{obj.pk}/delete/"):
        assert stranger.post(f"/{resource.path}/{tail}", {"pk": [obj.pk], "_confirm": "1"}).status_code in (403, 404)
    assert resource.model._default_manager.filter(pk=obj.pk).exists()


@pytest.mark.parametrize("resource", each(WRITABLE))
def test_a_hidden_object_is_missing(resource: Resource) -> None:
    shown, hidden = factories.create(resource, 2)
    grants = [(action, resource.label, {"pk": shown.pk}) for action in ("view", "add", "change", "delete")]
    # Some objects are only seen through what they belong to.
    grants += [("view", other.label, None) for other in ALL if other is not resource]
    user = browser(user_with(*grants))
    for tail in ("", "edit/", "delete/"):
        if tail == "edit/" and "update" not in resource.methods:
            continue
        missing = user.get(f"/{resource.path}/{hidden.pk}/{tail}")
        assert missing.status_code == user.get(f"/{resource.path}/999999999/{tail}").status_code == 404, tail
    assert user.get(f"/{resource.path}/{shown.pk}/").status_code == 200
    assert f"/{resource.path}/{hidden.pk}/" not in user.get(f"/{resource.path}/").content.decode()
    for tail in ("edit/", "delete/"):
        answer = user.post(f"/{resource.path}/{tail}", {"pk": [hidden.pk], "_confirm": "1", "_apply": "1"})
        assert answer.status_code in (302, 404)
    assert resource.model._default_manager.filter(pk=hidden.pk).exists()


@pytest.mark.parametrize("resource", each(WRITABLE))
def test_forms_refuse_requests_of_other_sites(resource: Resource) -> None:
    obj = factories.one(resource)
    client = Client(enforce_csrf_checks=True)
    client.force_login(superuser())
    for tail in ("add/", "edit/", "delete/", f"{obj.pk}/edit/", f"{obj.pk}/delete/"):
        if "update" in resource.methods or "edit" not in tail:
            assert client.post(f"/{resource.path}/{tail}", {"pk": [obj.pk]}).status_code == 403, tail
    assert resource.model._default_manager.filter(pk=obj.pk).exists()
