"""What users do with pynetbox all day: create, read, change and delete objects."""

from __future__ import annotations

import base64
import io
import warnings
from typing import Any

import pynetbox
import pytest

pytestmark = pytest.mark.slow

PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def sites(nb: Any, word: str, count: int, **values: Any) -> list[Any]:
    """Several sites whose names and slugs begin with the word."""
    return nb.dcim.sites.create([{"name": f"{word} {i}", "slug": f"{word}-{i}"} | values for i in range(count)])


def test_one_object_through_its_life(nb, word):
    site = nb.dcim.sites.create(name=word, slug=word, status="planned", time_zone="Europe/Zurich")
    assert (site.id > 0, str(site), site.status.value, site.status.label) == (True, word, "planned", "Planned")
    assert site.url.endswith(f"/api/dcim/sites/{site.id}/")
    assert nb.dcim.sites.get(site.id).name == nb.dcim.sites.get(slug=word).name == word
    assert [found.id for found in nb.dcim.sites.filter(name=word)] == [site.id]
    assert nb.dcim.sites.get(name=f"{word} absent") is None
    assert nb.dcim.sites.get(2**40) is None

    site.status = "active"
    site.facility = "B2"
    assert set(site.updates()) == {"status", "facility"}
    assert site.save() is True
    assert site.save() is False
    assert site.update({"facility": "B3"}) is True
    site.full_details()
    assert (site.status.value, site.facility) == ("active", "B3")

    assert site.delete() is True
    assert nb.dcim.sites.get(site.id) is None


def test_many_objects_at_once(nb, word):
    made = sites(nb, word, 5)
    assert [site.name for site in made] == [f"{word} {i}" for i in range(5)]
    for site in made:
        site.description = f"site {site.id}"
    changed = nb.dcim.sites.update(made)
    assert {site.description for site in changed} == {f"site {site.id}" for site in made}
    changed = nb.dcim.sites.update([{"id": made[0].id, "facility": "x"}, {"id": made[1].id, "facility": "y"}])
    assert [site.facility for site in changed] == ["x", "y"]
    assert nb.dcim.sites.filter(name__isw=word).update(status="retired")
    assert {site.status.value for site in nb.dcim.sites.filter(name__isw=word)} == {"retired"}
    assert nb.dcim.sites.delete(made[:2]) is True
    assert nb.dcim.sites.delete([made[2].id]) is True
    assert nb.dcim.sites.filter(name__isw=word).delete() is True
    assert nb.dcim.sites.count(name__isw=word) == 0


def test_a_refused_batch_names_the_row(nb, word):
    with pytest.raises(pynetbox.RequestError) as refused:
        nb.dcim.sites.create([{"name": word, "slug": word}, {"name": word, "slug": f"{word}-2"}])
    assert refused.value.req.status_code == 400
    first, second = refused.value.req.json()
    assert first == {}
    assert "name" in second
    assert nb.dcim.sites.count(name=word) == 0


def test_the_message_of_an_error_is_in_the_exception(nb, word):
    with pytest.raises(pynetbox.RequestError, match="This field is required"):
        nb.dcim.sites.create(name=word)
    with pytest.raises(pynetbox.RequestError, match="not a valid choice"):
        nb.dcim.sites.create(name=word, slug=word, status="nonsense")


def test_counts_and_choices(nb, word):
    sites(nb, word, 3)
    assert nb.dcim.sites.count(name__isw=word) == 3
    assert nb.dcim.sites.count() >= 3
    assert len(nb.dcim.sites.filter(name__isw=word)) == 3
    choices = nb.dcim.sites.choices()
    assert {"value": "active", "display_name": "Active"} in choices["status"]
    assert {"value": "1000base-t", "display_name": "1000BASE-T (1GE)"} in nb.dcim.interfaces.choices()["type"]


@pytest.mark.parametrize(
    "options", [{}, {"threading": True}, {"threading": True, "max_workers": 2}, {"pagination": "cursor"}], ids=str
)
@pytest.mark.parametrize("limit", [0, 7, 50, 100])
def test_every_way_of_paging_reads_every_object_once(live, nb, word, options, limit):
    made = {site.id for site in sites(nb, word, 53)}
    client = pynetbox.api(live.url, token=live.tokens[1], **options)
    found = [site.id for site in client.dcim.sites.filter(name__isw=word, limit=limit)]
    assert len(found) == len(made)
    assert set(found) == made
    everything = [site.id for site in client.dcim.sites.all(limit=limit)]
    assert made <= set(everything)
    assert len(everything) == len(set(everything))
    nb.dcim.sites.delete(list(made))


def test_the_cursor_has_no_count_but_a_length(live, nb, word):
    sites(nb, word, 12)
    found = pynetbox.api(live.url, token=live.tokens[1], pagination="cursor").dcim.sites.filter(name__isw=word, limit=5)
    assert len(found) == 12
    ids = [site.id for site in found]
    assert ids == sorted(ids)
    assert len(ids) == 12


def test_one_page_is_one_page(nb, word):
    sites(nb, word, 9)
    found = nb.dcim.sites.filter(name__isw=word, limit=4, offset=4, ordering="name")
    assert [site.name for site in found] == [f"{word} {i}" for i in (4, 5, 6, 7)]


def test_strict_filters_know_ours(live, nb, word):
    strict = pynetbox.api(live.url, token=live.tokens[1], strict_filters=True)
    sites(nb, word, 2, status="planned")
    query = {
        "name__isw": word,
        "status": "planned",
        "region_id": "null",
        "q": word,
        "created__gte": "2020-01-01",
    }
    assert strict.dcim.sites.count(**query) == 2
    with pytest.raises(pynetbox.ParameterValidationError, match="nonsense"):
        strict.dcim.sites.filter(nonsense="x")
    assert nb.dcim.sites.count(nonsense="x") == nb.dcim.sites.count()


def test_several_values_of_one_filter(nb, word):
    made = sites(nb, word, 3)
    assert {site.id for site in nb.dcim.sites.filter(id=[made[0].id, made[2].id])} == {made[0].id, made[2].id}
    assert nb.dcim.sites.count(name=[f"{word} 0", f"{word} 1"]) == 2


def test_nested_objects_load_the_rest_when_asked(nb, word):
    region = nb.dcim.regions.create(name=f"{word} region", slug=f"{word}-r", description="far away")
    site = nb.dcim.sites.create(name=word, slug=word, region=region.id)
    maker = nb.dcim.manufacturers.create(name=word, slug=word)
    kind = nb.dcim.device_types.create(manufacturer=maker.id, model=word, slug=word, part_number="P1")
    role = nb.dcim.device_roles.create(name=word, slug=word)
    device = nb.dcim.devices.create(name=word, site=site.id, device_type=kind.id, role=role.id)
    again = nb.dcim.devices.get(device.id)
    assert again.site.region.name == f"{word} region"
    assert again.site.region.description == "far away"
    assert again.device_type.part_number == "P1"
    assert again.device_type.manufacturer.slug == word
    # The whole nested object may be sent back as it came.
    again.comments = "changed"
    assert again.save() is True
    assert dict(again)["site"]["id"] == site.id
    by_slug = nb.dcim.devices.create(
        name=f"{word} 2", site={"slug": word}, device_type={"slug": word}, role={"name": word}
    )
    assert by_slug.site.id == site.id


def test_tags(nb, word):
    tag = nb.extras.tags.create(name=word, slug=word, color="ff0000")
    site = nb.dcim.sites.create(name=word, slug=word, tags=[tag.id])
    other = nb.dcim.sites.create(name=f"{word} 2", slug=f"{word}-2", tags=[{"name": word}])
    assert [found.slug for found in other.tags] == [word]
    assert nb.dcim.sites.count(tag=word) == 2
    assert site.save() is False
    site.tags = []
    assert site.save() is True
    assert nb.dcim.sites.get(site.id).tags == []
    assert nb.dcim.sites.count(tag=word) == 1


def test_custom_fields(nb, word):
    for suffix, kind in (("text", "text"), ("number", "integer")):
        nb.extras.custom_fields.create(name=f"{word}_{suffix}", type=kind, object_types=["dcim.site"])
    site = nb.dcim.sites.create(name=word, slug=word, custom_fields={f"{word}_text": "a", f"{word}_number": 1})
    site.custom_fields[f"{word}_number"] = 2
    assert site.save() is True
    assert site.update({"custom_fields": {f"{word}_text": "b"}}) is True
    stored = nb.dcim.sites.get(site.id).custom_fields
    assert (stored[f"{word}_text"], stored[f"{word}_number"]) == ("b", 2)
    assert [found.id for found in nb.dcim.sites.filter(**{f"cf_{word}_text": "b"})] == [site.id]
    with pytest.raises(pynetbox.RequestError):
        site.update({"custom_fields": {f"{word}_number": "many"}})


def test_a_protected_object_names_what_needs_it(nb, word):
    site = nb.dcim.sites.create(name=word, slug=word)
    maker = nb.dcim.manufacturers.create(name=word, slug=word)
    kind = nb.dcim.device_types.create(manufacturer=maker.id, model=word, slug=word)
    role = nb.dcim.device_roles.create(name=word, slug=word)
    device = nb.dcim.devices.create(name=f"{word}-sw", site=site.id, device_type=kind.id, role=role.id)
    with pytest.raises(pynetbox.RequestError, match=f"{word}-sw") as refused:
        site.delete()
    assert refused.value.req.status_code == 409
    assert str(device.id) in refused.value.error
    assert nb.dcim.sites.get(site.id) is not None


def test_a_message_for_the_change_log(nb, word):
    site = nb.dcim.sites.create(name=word, slug=word, changelog_message="ticket 17")
    site.update({"description": "x", "changelog_message": "ticket 18"})
    changes = list(nb.core.object_changes.filter(changed_object_type="dcim.site", changed_object_id=site.id))
    assert {(change.action.value, change.message) for change in changes} == {
        ("create", "ticket 17"),
        ("update", "ticket 18"),
    }
    assert {change.user_name for change in changes} == {"admin"}


def test_records_warn_about_nothing(nb, word):
    """A change of the client's idea of the contract would show here."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        site = nb.dcim.sites.create(name=word, slug=word)
        assert site.serialize()["status"] == "active"
        assert [found.name for found in nb.dcim.sites.filter(word)] == [word]


def test_a_picture_of_a_device_type(live, nb, word, tmp_path):
    """A file makes pynetbox send a multipart form."""
    maker = nb.dcim.manufacturers.create(name=word, slug=word)
    kind = nb.dcim.device_types.create(manufacturer=maker.id, model=word, slug=word)
    assert kind.front_image is None
    picture = tmp_path / "front.png"
    picture.write_bytes(base64.b64decode(PIXEL))
    with picture.open("rb") as file:
        assert kind.update({"front_image": file}) is True
    stored = nb.dcim.device_types.get(kind.id)
    assert stored.front_image.startswith(f"{live.url}/media/")
    assert (stored.model, stored.rear_image) == (word, None)
    with pytest.raises(pynetbox.RequestError):
        kind.update({"front_image": io.BytesIO(b"no picture")})
