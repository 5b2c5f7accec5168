"""What constraints mean: all of an object, one of a list, any of several permissions; and nobody sees a row twice."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType

from tests import factories
from tests.clients import API, user_with
from users.models import Group, ObjectPermission

pytestmark = pytest.mark.django_db

SITES = "/api/dcim/sites/"


@pytest.fixture
def sites() -> list[Any]:
    """Three sites: AMS active, BER planned, CGN active; two tags on AMS, one of them on BER."""
    one, two = factories.create("extras.tag", 2, object_types=[])
    rows = [("AMS", "active", [one, two]), ("BER", "planned", [one]), ("CGN", "active", [])]
    return [
        factories.one("dcim.site", name=name, status=status, tags=[tag.pk for tag in tags])
        for name, status, tags in rows
    ]


def seen(*constraints: Any) -> list[str]:
    """The names of the sites a user with these permissions sees."""
    user = user_with(*[("view", "dcim.site", item) for item in constraints])
    body = API(user).get(SITES).json()
    assert body["count"] == len(body["results"])
    return [item["name"] for item in body["results"]]


def test_all_lookups_of_an_object_must_hold(sites: list[Any]) -> None:
    assert seen({"status": "active", "name__startswith": "A"}) == ["AMS"]


def test_one_object_of_a_list_must_hold(sites: list[Any]) -> None:
    assert seen([{"status": "planned"}, {"name": "CGN"}]) == ["BER", "CGN"]


def test_several_permissions_are_alternatives(sites: list[Any]) -> None:
    assert seen({"name": "AMS"}, {"name": "CGN"}) == ["AMS", "CGN"]


def test_a_constraint_over_many_rows_shows_each_object_once(sites: list[Any]) -> None:
    assert seen({"tags__name__isnull": False}) == ["AMS", "BER"]


def test_a_constraint_that_makes_no_sense_grants_nothing(sites: list[Any]) -> None:
    assert seen({"no_such_field": 1}) == []
    assert seen({"no_such_field": 1}, {"name": "AMS"}) == ["AMS"]


def test_a_permission_counts_while_it_is_enabled_and_through_groups(sites: list[Any]) -> None:
    user = user_with()
    group = Group.objects.create(name="operators")
    user.groups.add(group)
    permission = ObjectPermission.objects.create(name="sites", actions=["view"], constraints={"name": "AMS"})
    permission.object_types.add(ContentType.objects.get_by_natural_key("dcim", "site"))
    group.object_permissions.add(permission)
    assert [item["name"] for item in API(user).get(SITES).json()["results"]] == ["AMS"]
    ObjectPermission.objects.filter(pk=permission.pk).update(enabled=False)
    assert API(user).get(SITES).status_code == 403


def test_a_change_that_would_leave_the_permission_is_refused_and_not_logged(sites: list[Any]) -> None:
    from core.models import ObjectChange

    limited = {"status": "active"}
    api = API(user_with(("view", "dcim.site", None), ("change", "dcim.site", limited)))
    before = ObjectChange.objects.count()
    assert api.patch(f"{SITES}{sites[0].pk}/", {"status": "retired"}).status_code == 403
    assert api.patch(f"{SITES}{sites[1].pk}/", {"status": "active"}).status_code in (403, 404)
    sites[0].refresh_from_db()
    assert sites[0].status == "active"
    assert ObjectChange.objects.count() == before
    assert api.patch(f"{SITES}{sites[0].pk}/", {"description": "fine"}).status_code == 200


def test_an_action_needs_its_permission_on_that_object(sites: list[Any]) -> None:
    port = factories.one("dcim.interface")
    path = f"/api/dcim/interfaces/{port.pk}/trace/"
    assert API(user_with(("view", "dcim.interface", None))).get(path).status_code == 200
    assert API(user_with(("view", "dcim.interface", {"pk": 0}))).get(path).status_code == 404
    assert API(user_with(("view", "dcim.device", None))).get(path).status_code == 404


def test_anonymous_readers_see_what_is_exempt_and_nothing_else(sites: list[Any], settings: Any) -> None:
    settings.LOGIN_REQUIRED = False
    settings.EXEMPT_VIEW_PERMISSIONS = ["dcim.site"]
    assert API().get(SITES).json()["count"] == 3
    assert API().post(SITES, {}).status_code == 403
    assert API().get("/api/dcim/regions/").status_code == 403
    settings.EXEMPT_VIEW_PERMISSIONS = ["*"]
    assert API().get("/api/dcim/regions/").status_code == 200
    assert API().get("/api/users/users/").status_code == 403
