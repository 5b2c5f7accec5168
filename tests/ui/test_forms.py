"""What is special about forms: stale versions, errors on fields, clones, hidden references, custom fields, markup."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import Client

from core.models import ObjectChange
from dcim.models import Region, Site
from netsot.derive.form import ResourceForm
from netsot.derive.formfields import RangesField
from netsot.kernel.registry import resource_for
from tests import factories
from tests.clients import superuser, user_with
from tests.ui.pages import browser, main_form, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def root(db: None) -> Client:
    return browser(superuser())


def test_a_stale_form_is_refused_and_keeps_what_was_typed(root: Client) -> None:
    site = factories.one("dcim.site", facility="Here")
    url = f"/dcim/sites/{site.pk}/edit/"
    form = main_form(root.get(url))
    Site.objects.get(pk=site.pk).save()
    answer = root.post(url, form | {"facility": "There"})
    assert answer.status_code == 422
    assert "Somebody changed this object" in answer.content.decode()
    assert main_form(answer)["facility"] == ["There"]
    site.refresh_from_db()
    assert site.facility == "Here"


def test_a_stale_deletion_is_refused(root: Client) -> None:
    site = factories.one("dcim.site")
    form = main_form(root.get(f"/dcim/sites/{site.pk}/delete/"))
    Site.objects.get(pk=site.pk).save()
    assert root.post(f"/dcim/sites/{site.pk}/delete/", form).status_code == 409
    assert Site.objects.filter(pk=site.pk).exists()


def test_errors_stand_at_their_fields(root: Client) -> None:
    taken = factories.one("dcim.site")
    answer = root.post("/dcim/sites/add/", {"name": "New", "slug": "a slug with spaces", "latitude": "900"})
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"slug", "latitude"}
    answer = root.post("/dcim/sites/add/", {"name": taken.name, "slug": "new"})
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"name"}
    assert 'class="errors" id="id_name_error"' in answer.content.decode()


def test_a_message_goes_into_the_change_log(root: Client) -> None:
    site = factories.one("dcim.site")
    url = f"/dcim/sites/{site.pk}/edit/"
    form = main_form(root.get(url)) | {"facility": "Hall 4", "changelog_message": "CHG-7"}
    assert root.post(url, form).status_code == 302
    entry = ObjectChange.objects.get(
        changed_object_type=ContentType.objects.get_for_model(Site), changed_object_id=site.pk, action="update"
    )
    assert entry.message == "CHG-7"
    page = root.get(f"/dcim/sites/{site.pk}/changelog/").content.decode()
    assert "<ins>Hall 4</ins>" in page
    assert "CHG-7" in page
    assert root.get(f"/core/{resource_for('core.objectchange').path.split('/')[1]}/{entry.pk}/").status_code == 200


def test_a_clone_takes_over_what_a_clone_takes(root: Client) -> None:
    region = factories.one("dcim.region")
    tag = factories.one("extras.tag")
    site = factories.one("dcim.site", region=region.pk, tags=[tag.pk], status="planned")
    form = main_form(root.get(f"/dcim/sites/add/?clone={site.pk}"))
    assert form["region"] == [str(region.pk)]
    assert form["tags"] == [str(tag.pk)]
    assert form["status"] == ["planned"]
    assert form["name"] == [""]


def test_values_of_the_address_prefill_the_form(root: Client) -> None:
    region = factories.one("dcim.region")
    answer = root.get(f"/dcim/sites/add/?region={region.pk}&facility=F1")
    assert main_form(answer)["region"] == [str(region.pk)]
    assert main_form(answer)["facility"] == ["F1"]
    assert region.name in answer.content.decode()


def test_creating_another_starts_over(root: Client) -> None:
    answer = root.post("/dcim/regions/add/?parent=", {"name": "One", "slug": "one", "_add_another": "1"})
    assert answer["Location"].startswith("/dcim/regions/add/")


def test_a_hidden_reference_survives_an_edit() -> None:
    region = factories.one("dcim.region", name="Top secret", slug="top-secret")
    site = factories.one("dcim.site", region=region.pk)
    client = browser(user_with(("view", "dcim.site", None), ("change", "dcim.site", None)))
    url = f"/dcim/sites/{site.pk}/edit/"
    page = client.get(url)
    assert "Top secret" not in page.content.decode()
    assert client.post(url, main_form(page) | {"facility": "New"}).status_code == 302
    site.refresh_from_db()
    assert (site.facility, site.region_id) == ("New", region.pk)


def test_a_hidden_object_cannot_be_chosen() -> None:
    region = factories.one("dcim.region", name="Top secret", slug="top-secret")
    site = factories.one("dcim.site")
    client = browser(user_with(("view", "dcim.site", None), ("change", "dcim.site", None)))
    url = f"/dcim/sites/{site.pk}/edit/"
    answer = client.post(url, main_form(client.get(url)) | {"region": str(region.pk)})
    assert answer.status_code == 422
    assert "Top secret" not in answer.content.decode()


def test_a_permission_that_ends_after_the_change_is_refused_on_the_form() -> None:
    site = factories.one("dcim.site", status="active")
    grants = (("view", "dcim.site", None), ("change", "dcim.site", {"status": "active"}))
    client = browser(user_with(*grants))
    url = f"/dcim/sites/{site.pk}/edit/"
    answer = client.post(url, main_form(client.get(url)) | {"status": "planned"})
    assert answer.status_code == 422
    site.refresh_from_db()
    assert site.status == "active"


def test_without_scripts_selects_list_what_there_is(root: Client) -> None:
    region = factories.one("dcim.region")
    assert f'value="{region.pk}"' not in root.get("/dcim/sites/add/").content.decode()
    assert f'<option value="{region.pk}">{region}</option>' in root.get("/dcim/sites/add/?_options=1").content.decode()


def test_deleting_names_what_goes_along_and_what_protects(root: Client) -> None:
    site = factories.one("dcim.site")
    location = factories.one("dcim.location", site=site.pk)
    region = Region.objects.create(name="R", slug="r")
    Site.objects.filter(pk=site.pk).update(region=region)
    assert location.name in root.get(f"/dcim/sites/{site.pk}/delete/").content.decode()
    assert site.name in root.get(f"/dcim/regions/{region.pk}/delete/").content.decode()
    device = factories.one("dcim.device", site=site.pk)
    page = root.get(f"/dcim/sites/{site.pk}/delete/")
    assert str(device) in page.content.decode()
    assert page.context["protecting"]
    assert root.post(f"/dcim/sites/{site.pk}/delete/", {}).status_code == 409
    assert Site.objects.filter(pk=site.pk).exists()


def test_consequences_do_not_name_what_is_hidden() -> None:
    site = factories.one("dcim.site")
    location = factories.one("dcim.location", site=site.pk, name="Vault seven", slug="vault-seven")
    client = browser(user_with(("view", "dcim.site", None), ("delete", "dcim.site", None)))
    page = client.get(f"/dcim/sites/{site.pk}/delete/").content.decode()
    assert location.name not in page
    assert "Locations (1)" in page


def test_text_of_users_is_escaped_everywhere(root: Client) -> None:
    evil = "<script>alert(1)</script>"
    tag = factories.one("extras.tag", name=evil[:50], slug="evil")
    site = factories.one(
        "dcim.site",
        name=evil,
        description=evil,
        comments=f"{evil} [x](javascript:alert(1))",
        facility="x",
        tags=[tag.pk],
    )
    for path in ("", f"{site.pk}/", f"{site.pk}/edit/", f"{site.pk}/delete/", f"{site.pk}/changelog/", "?q=script"):
        answer = root.get(f"/dcim/sites/{path}")
        assert evil not in answer.content.decode(), path
        assert read(answer).inline == [], path


def test_lines_of_an_address_stay_lines(root: Client) -> None:
    site = factories.one("dcim.site", physical_address="Street 1\nTown")
    url = f"/dcim/sites/{site.pk}/edit/"
    root.post(url, main_form(root.get(url)) | {"facility": "z"})
    site.refresh_from_db()
    assert site.physical_address.split() == ["Street", "1", "Town"]
    assert "\n" in site.physical_address


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("1-100, 200", [[1, 100], [200, 200]]), ("5", [[5, 5]]), ("1 – 3;".rstrip(";"), [[1, 3]]), ("", [])],
)
def test_ranges_are_read_as_people_write_them(typed: str, expected: Any) -> None:
    assert RangesField(required=False).clean(typed) == expected


def test_forms_are_derived_once_and_carry_the_name_of_their_model() -> None:
    form = resource_for("dcim.site").form_class
    assert issubclass(form, ResourceForm)
    assert form is resource_for("dcim.site").form_class
    assert form.__name__ == "SiteForm"


def test_a_bulk_edit_can_empty_a_field_and_add_tags(root: Client) -> None:
    tag = factories.one("extras.tag")
    sites = factories.create("dcim.site", 2, facility="F", description="D")
    sent = {"pk": [s.pk for s in sites], "_apply": "1", "_nullify": ["facility"], "add_tags": [tag.pk]}
    answer = root.post("/dcim/sites/edit/", sent)
    assert answer.status_code == 302, answer.content.decode()
    assert set(Site.objects.values_list("facility", "description")) == {("", "D")}
    assert all(list(site.tags.all()) == [tag] for site in sites)


def test_custom_fields_of_every_type_are_entered_shown_and_kept(root: Client) -> None:
    choices = factories.one("extras.customfieldchoiceset", extra_choices=[["a", "Alpha"], ["b", "Beta"]])
    region = factories.one("dcim.region")
    special = {
        "select": {"choice_set": choices.pk},
        "multiselect": {"choice_set": choices.pk},
        "object": {"related_object_type": "dcim.region"},
        "multiobject": {"related_object_type": "dcim.region"},
    }
    entered = {
        "text": ("plain", "plain"),
        "longtext": ("**bold**", "**bold**"),
        "integer": ("7", 7),
        "decimal": ("1.5", 1.5),
        "boolean": ("true", True),
        "date": ("2026-01-02", "2026-01-02"),
        "datetime": ("2026-01-02T03:04:05", "2026-01-02T03:04:05+00:00"),
        "url": ("https://a.example/", "https://a.example/"),
        "json": ('{"a": [1]}', {"a": [1]}),
        "select": ("a", "a"),
        "multiselect": (["a", "b"], ["a", "b"]),
        "object": (region.pk, region.pk),
        "multiobject": ([region.pk], [region.pk]),
    }
    for kind in entered:
        factories.one(
            "extras.customfield", name=f"x_{kind}", type=kind, object_types=["dcim.site"], **special.get(kind, {})
        )
    form = main_form(root.get("/dcim/sites/add/")) | {"name": "S", "slug": "s"}
    form |= {f"cf_x_{kind}": text for kind, (text, _stored) in entered.items()}
    answer = root.post("/dcim/sites/add/", form)
    assert answer.status_code == 302, answer.context["form"].errors
    site = Site.objects.get(slug="s")
    kept = {kind: site.custom_field_data[f"x_{kind}"] for kind in entered}
    assert kept == {kind: stored for kind, (_text, stored) in entered.items()}

    page = root.get(f"/dcim/sites/{site.pk}/").content.decode()
    assert "<strong>bold</strong>" in page
    assert "Alpha, Beta" in page
    url = f"/dcim/sites/{site.pk}/edit/"
    changes = ObjectChange.objects.count()
    assert root.post(url, main_form(root.get(url))).status_code == 302
    assert ObjectChange.objects.count() == changes
    root.post("/user/columns/dcim.site/", {"column": [f"cf_x_{kind}" for kind in entered]})
    assert "Alpha" in root.get("/dcim/sites/").content.decode()


def test_a_note_is_added_to_the_journal(root: Client) -> None:
    site = factories.one("dcim.site")
    answer = root.post(f"/dcim/sites/{site.pk}/journal/", {"kind": "warning", "comments": "It *hums*"}, follow=True)
    assert "<em>hums</em>" in answer.content.decode()
    assert root.post(f"/dcim/sites/{site.pk}/journal/", {"comments": ""}).status_code == 422
