"""The undo button on the page of a change."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from core.models import ObjectChange
from dcim.models import Site
from tests import factories
from tests.clients import superuser, user_with
from tests.ui.pages import browser, main_form, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def root(db: None) -> Client:
    return browser(superuser())


@pytest.fixture(autouse=True)
def _no_default_permissions(settings: Any) -> None:
    settings.DEFAULT_PERMISSIONS = {}


def latest() -> ObjectChange:
    found = ObjectChange.objects.order_by("-pk").first()
    assert found is not None
    return found


def edit(client: Client, site: Site, **values: str) -> ObjectChange:
    """Change a site by its form; the entry of the change log."""
    url = f"/dcim/sites/{site.pk}/edit/"
    assert client.post(url, main_form(client.get(url)) | values).status_code == 302
    return latest()


def page_of(change: ObjectChange) -> str:
    return f"/core/object-changes/{change.pk}/"


def test_a_change_is_undone_on_its_page(root: Client) -> None:
    site = factories.one("dcim.site", facility="Here")
    change = edit(root, site, facility="There")
    form = next(form for form in read(root.get(page_of(change))).forms if "changelog_message" in form)
    answer = root.post(page_of(change), form | {"changelog_message": "a mistake", "_undo": "1"}, follow=True)
    site.refresh_from_db()
    assert site.facility == "Here"
    assert answer.redirect_chain[-1][0] == page_of(latest())
    assert latest().message == "a mistake"
    assert "Undone" in answer.content.decode()


def test_a_deletion_brings_back_what_went_along(root: Client) -> None:
    device = factories.one("dcim.device")
    port = factories.one("dcim.interface", device=device.pk, type="1000base-t")
    url = f"/dcim/devices/{device.pk}/delete/"
    assert root.post(url, main_form(root.get(url))).status_code == 302
    change = ObjectChange.objects.get(changed_object_id=device.pk, action="delete", changed_object_type__model="device")
    root.post(page_of(change), {"_undo": "1"})
    assert type(device).objects.filter(pk=device.pk).exists()
    assert type(port).objects.filter(pk=port.pk).exists()


def test_everything_a_request_did_is_undone_together(root: Client) -> None:
    sites = factories.create("dcim.site", 3, description="Before")
    root.post("/dcim/sites/edit/", {"pk": [site.pk for site in sites], "_apply": "1", "description": "After"})
    page = page_of(latest())
    assert "Undo everything of this request" in root.get(page).content.decode()
    root.post(page, {"_undo": "1"})
    assert Site.objects.filter(description="Before").count() == 1
    root.post(page, {"_request": "1"})
    assert not Site.objects.filter(description="After").exists()
    other = edit(root, sites[0], facility="There")
    assert "Undo everything of this request" not in root.get(page_of(other)).content.decode()


def test_what_is_in_the_way_is_told(root: Client) -> None:
    site = factories.one("dcim.site", facility="Here")
    change = edit(root, site, facility="There")
    edit(root, site, facility="Elsewhere")
    answer = root.post(page_of(change), {"_undo": "1"}, follow=True)
    text = answer.content.decode()
    assert answer.redirect_chain[-1][0] == page_of(change)
    assert "Nothing was undone." in text
    assert "facility" in text
    site.refresh_from_db()
    assert site.facility == "Elsewhere"


def test_nobody_undoes_what_they_may_not_change(root: Client) -> None:
    site = factories.one("dcim.site", facility="Here")
    change = edit(root, site, facility="There")
    reader = browser(user_with(("view", "core.objectchange", None), ("view", "dcim.site", None)))
    answer = reader.post(page_of(change), {"_undo": "1"}, follow=True)
    assert "Nothing was undone." in answer.content.decode()
    site.refresh_from_db()
    assert site.facility == "There"
    stranger = browser(user_with(("change", "dcim.site", None)))
    assert stranger.post(page_of(change), {"_undo": "1"}).status_code in (403, 404)
    assert browser().post(page_of(change), {"_undo": "1"})["Location"].startswith("/login/")
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(superuser())
    assert strict.post(page_of(change), {"_undo": "1"}).status_code == 403
    site.refresh_from_db()
    assert site.facility == "There"


def test_who_reads_without_logging_in_is_asked_who_it_is(root: Client, settings: Any) -> None:
    settings.LOGIN_REQUIRED = False
    settings.DEFAULT_PERMISSIONS = {"core.view_objectchange": [{}], "dcim.view_site": [{}]}
    site = factories.one("dcim.site", facility="Here")
    change = edit(root, site, facility="There")
    assert "Undo this change" not in browser().get(page_of(change)).content.decode()
    assert "/login/" in browser().post(page_of(change), {"_undo": "1"})["Location"]
