"""Filters over tags, tagged objects, sets of choices and journal entries, with real rows."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType

from dcim.models import Region, Site
from extras.models import CustomFieldChoiceSet, Tag
from tests import factories
from tests.clients import superuser, user_with
from tests.filtering import found, refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def root() -> Any:
    return superuser()


@pytest.fixture
def tagged() -> SimpleNamespace:
    tags = {name: Tag.objects.create(name=name, slug=name.lower()) for name in ("Red", "Green", "Blue")}
    sites, regions = ContentType.objects.get_for_model(Site), ContentType.objects.get_for_model(Region)
    tags["Green"].object_types.add(regions)
    tags["Blue"].object_types.add(sites, regions)
    site = Site.objects.create(name="Zurich", slug="zurich")
    region = Region.objects.create(name="Europe", slug="europe")
    site.tags.add(tags["Red"], tags["Blue"])
    region.tags.add(tags["Green"])
    return SimpleNamespace(sites=sites, regions=regions, site=site, **tags)


def test_tags(tagged: SimpleNamespace, root: Any) -> None:
    sites, regions = tagged.sites.pk, tagged.regions.pk
    for query, expected in (
        ("content_type=dcim.site", {"Red", "Blue"}),
        ("content_type=dcim.site&content_type=dcim.region", {"Red", "Green", "Blue"}),
        ("content_type=dcim.device", set()),
        (f"content_type_id={regions}", {"Green"}),
        ("content_type_id=999999", set()),
        (f"for_object_type_id={sites}", {"Red", "Blue"}),
        (f"for_object_type_id={regions}", {"Red", "Green", "Blue"}),
        ("for_object_type_id=999999", {"Red"}),
        (f"object_types={sites}", {"Blue"}),
        (f"object_types__n={sites}", {"Red", "Green"}),
    ):
        assert found("extras.tag", query, root) == expected, query
    assert refused("extras.tag", "content_type=no.no&content_type_id=x&for_object_type_id=-", root) == {
        "content_type",
        "content_type_id",
        "for_object_type_id",
    }


def test_tags_on_hidden_objects(tagged: SimpleNamespace) -> None:
    user = user_with(
        *(("view", f"extras.{name}", None) for name in ("tag", "taggeditem")), ("view", "dcim.region", None)
    )
    assert found("extras.tag", "content_type=dcim.region", user) == {"Green"}
    assert found("extras.tag", "content_type=dcim.site", user) == set()
    assert found("extras.tag", f"content_type_id={tagged.sites.pk}", user) == set()
    blind = user_with(("view", "extras.taggeditem", None), ("view", "dcim.site", None))
    assert found("extras.taggeditem", "q=red", blind, "tag__name") == set()


def test_tagged_objects(tagged: SimpleNamespace, root: Any) -> None:
    for query, expected in (
        ("q=re", {"Red", "Green"}),
        ("q=blue", {"Blue"}),
        ("object_type=dcim.site", {"Red", "Blue"}),
        (f"object_type_id={tagged.regions.pk}", {"Green"}),
        (f"object_type_id__n={tagged.regions.pk}", {"Red", "Blue"}),
        (f"object_id={tagged.site.pk}&object_type=dcim.site", {"Red", "Blue"}),
    ):
        assert found("extras.taggeditem", query, root, "tag__name") == expected, query


def test_sets_of_choices(root: Any) -> None:
    CustomFieldChoiceSet.objects.create(
        name="Own", extra_choices=[["a", "First"], ["b", "Second"]], choice_colors={"a": "green"}
    )
    CustomFieldChoiceSet.objects.create(name="Other", extra_choices=[["First", "x"], ["c", "Third"]])
    CustomFieldChoiceSet.objects.create(name="Countries", base_choices="ISO_3166")
    for query, expected in (
        ("choice=a", {"Own"}),
        ("choice=a&choice=c", {"Own", "Other"}),
        ("choice=First", {"Other"}),
        ("choice=Second", set()),
        ("choice=CH", {"Countries"}),
        ("choice=CH&choice=b", {"Countries", "Own"}),
        ("choice=%27", set()),
        ("choice_colors=green", {"Own"}),
        ("choice_colors=gree", set()),
        ("choice_colors=a", {"Own"}),
        ("choice_colors=b", set()),
    ):
        assert found("extras.customfieldchoiceset", query, root) == expected, query


def test_journal_entries(root: Any) -> None:
    entry = factories.one("extras.journalentry")
    for query, expected in (
        (f"assigned_object_type_id={entry.assigned_object_type_id}", 1),
        ("created_after=2020-01-01", 1),
        ("created_before=2020-01-01", 0),
        ("created_after=2020-01-01&created_before=2999-01-01", 1),
        ("assigned_object_type=dcim.site", 1),
        ("assigned_object_type__n=dcim.site", 0),
    ):
        assert len(found("extras.journalentry", query, root, "pk")) == expected, query
    assert refused("extras.journalentry", "created_after=yesterday", root) == {"created_after"}
