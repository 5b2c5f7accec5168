"""What a user may not see appears nowhere, and a hidden object answers like one that doesn't exist."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from netsot.kernel import registry
from netsot.kernel.introspection import Kind
from netsot.kernel.resource import Resource
from tests import factories
from tests.clients import API, superuser, user_with
from tests.registry.selection import each

pytestmark = pytest.mark.django_db

ALL = list(registry.all_resources())
WRITABLE = factories.writable_resources()
CANARY = "canary7f3a"


@pytest.fixture(autouse=True)
def _no_default_permissions(settings: Any) -> None:
    """Users may care for their own tokens by default; here only what a test grants counts."""
    settings.DEFAULT_PERMISSIONS = {}


def everything_but(resource: Resource, visible: Any) -> Any:
    """A user who may do everything with other objects, and with this kind only with `visible`."""
    grants = [
        (action, other.label, None) for other in ALL if other is not resource for action in ("view", "add", "change")
    ]
    grants += [(action, resource.label, {"pk": visible.pk}) for action in ("view", "add", "change", "delete")]
    return user_with(*grants)


@pytest.fixture
def pair(request: pytest.FixtureRequest) -> tuple[Resource, Any, Any]:
    """A resource, an object the user sees, and one full of canaries that they don't."""
    resource: Resource = request.param
    visible = factories.one(resource)
    payload = factories.payloads(resource, 1, text=CANARY)[0]
    hidden = factories.create(resource, 1, **payload)[0]
    return resource, visible, hidden


@pytest.mark.parametrize("pair", each(WRITABLE), indirect=True)
def test_a_hidden_object_shows_nowhere_in_its_own_endpoint(pair: tuple[Resource, Any, Any]) -> None:
    resource, visible, hidden = pair
    api = API(everything_but(resource, visible))
    path = f"/api/{resource.path}/"
    listing = api.get(path)
    assert listing.status_code == 200, listing.content
    assert listing.json()["count"] == 1
    for query in (
        "",
        "?brief=1",
        "?fields=id,display",
        f"?q={CANARY}",
        "?ordering=-id",
        f"?id={hidden.pk}",
        "?start=0",
    ):
        answer = api.get(path + query)
        assert CANARY not in answer.content.decode(), query
        assert hidden.pk not in {item["id"] for item in answer.json().get("results", [])}, query
    # Hidden and missing are the same to every method.
    missing = 2**40
    for method, body in (("GET", None), ("PATCH", {}), ("PUT", {}), ("DELETE", None)):
        of_hidden = api(method, f"{path}{hidden.pk}/", body)
        of_missing = api(method, f"{path}{missing}/", body)
        assert of_hidden.status_code == of_missing.status_code == 404, method
        assert of_hidden.content == of_missing.content, method
    assert resource.model._base_manager.filter(pk=hidden.pk).exists()


@pytest.mark.parametrize("pair", each(WRITABLE), indirect=True)
def test_a_hidden_object_shows_nowhere_through_others(pair: tuple[Resource, Any, Any]) -> None:
    resource, visible, hidden = pair
    referrers = referring(resource, hidden)
    api = API(everything_but(resource, visible))
    for other in referrers:
        for query in ("", "?brief=1"):
            answer = api.get(f"/api/{other.path}/{query}")
            assert answer.status_code == 200
            assert CANARY not in answer.content.decode(), f"{other.path}/{query}"
    for path in ("core/object-changes", "extras/tagged-objects", "extras/journal-entries"):
        assert CANARY not in api.get(f"/api/{path}/?limit=200").content.decode(), path


@pytest.mark.parametrize("pair", each(WRITABLE), indirect=True)
def test_a_hidden_object_cannot_be_told_from_a_missing_one_by_filters_or_references(
    pair: tuple[Resource, Any, Any],
) -> None:
    resource, visible, hidden = pair
    api = API(everything_but(resource, visible))
    missing = 2**31 - 7
    for other in ALL:
        for info in other.infos.values():
            if info.kind is Kind.REFERENCE and info.target is resource.model:
                path = f"/api/{other.path}/"
                ids = [api.get(f"{path}?{info.name}_id={pk}") for pk in (hidden.pk, missing)]
                assert ids[0].status_code == ids[1].status_code
                assert _neutral(ids[0], hidden.pk) == _neutral(ids[1], missing)
                if info.writable and other in WRITABLE:
                    sent = [api.post(path, {info.name: pk}) for pk in (hidden.pk, missing)]
                    assert sent[0].status_code == sent[1].status_code == 400, sent[0].content
                    assert _neutral(sent[0], hidden.pk) == _neutral(sent[1], missing)


def _neutral(answer: Any, pk: int) -> str:
    return answer.content.decode().replace(str(pk), "PK")


def referring(resource: Resource, target: Any) -> list[Resource]:
    """Make objects of every kind that can refer to `target`, as far as their rules allow; returns their resources."""
    from netsot.kernel import writes
    from netsot.kernel.errors import BatchInvalid

    found = []
    for other in WRITABLE:
        if other is resource:
            continue
        for info in other.writable:
            if info.kind in (Kind.REFERENCE, Kind.REFERENCES) and info.target is resource.model:
                value = [target.pk] if info.kind is Kind.REFERENCES else target.pk
                try:
                    writes.create(other, [factories.payloads(other)[0] | {info.name: value}], factories.SYSTEM)
                except BatchInvalid:
                    continue
                found.append(other)
        if resource.label == "extras.tag" and "tags" in other.infos:
            factories.one(other, tags=[target.pk])
            found.append(other)
    return found


@pytest.mark.parametrize("resource", each(ALL))
def test_without_permission_there_is_nothing(resource: Resource) -> None:
    if resource in WRITABLE:
        factories.one(resource)
    api = API(user_with())
    assert api.get(f"/api/{resource.path}/").status_code == 403
    assert API().get(f"/api/{resource.path}/").status_code == 403


@pytest.mark.parametrize("resource", each(WRITABLE))
def test_a_write_that_would_leave_the_permission_is_undone(resource: Resource) -> None:
    """A user who may only add object 0 adds nothing, and no change is recorded."""
    from core.models import ObjectChange

    payload = factories.payloads(resource)[0]
    grants = [("view", other.label, None) for other in ALL]
    api = API(user_with(*grants, ("add", resource.label, {"pk": 0})))
    before = resource.model._base_manager.count(), ObjectChange.objects.count()
    answer = api.post(f"/api/{resource.path}/", payload)
    assert answer.status_code == 403, answer.content
    assert (resource.model._base_manager.count(), ObjectChange.objects.count()) == before


@pytest.mark.parametrize("resource", each(WRITABLE))
def test_viewing_is_not_changing(resource: Resource) -> None:
    obj = factories.one(resource)
    api = API(user_with(*[("view", other.label, None) for other in ALL]))
    path = f"/api/{resource.path}/"
    assert api.get(f"{path}{obj.pk}/").status_code == 200
    for method, where in (("POST", path), ("PATCH", f"{path}{obj.pk}/"), ("PUT", f"{path}{obj.pk}/"),
                          ("DELETE", f"{path}{obj.pk}/")):  # fmt: skip
        assert api(method, where, {}).status_code == 403, method
    assert resource.model._base_manager.filter(pk=obj.pk).exists()


def test_a_superuser_sees_everything() -> None:
    factories.create("dcim.site", 3)
    assert API(superuser()).get("/api/dcim/sites/").json()["count"] == 3


@pytest.mark.parametrize("pair", each(WRITABLE), indirect=True)
def test_a_hidden_object_shows_on_no_page(pair: tuple[Resource, Any, Any]) -> None:
    resource, visible, hidden = pair
    others = referring(resource, hidden)
    browser = Client()
    browser.force_login(everything_but(resource, visible))
    # The page repeats what was searched for, so part of the word is searched.
    found = f"/{resource.path}/?q={CANARY[:-1]}"
    for page in (f"/{resource.path}/", found, "/", *(f"/{other.path}/" for other in others)):
        answer = browser.get(page)
        assert answer.status_code == 200, page
        assert CANARY not in answer.content.decode(), page
    for tail in ("", "edit/", "delete/", "changelog/"):
        of_hidden = browser.get(f"/{resource.path}/{hidden.pk}/{tail}")
        of_missing = browser.get(f"/{resource.path}/{2**40}/{tail}")
        assert of_hidden.status_code == of_missing.status_code == 404, tail
        assert CANARY not in of_hidden.content.decode(), tail
