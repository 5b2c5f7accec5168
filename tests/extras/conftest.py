"""Helpers for tests about custom fields."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType

from extras.models import CustomField, CustomFieldChoiceSet


def content_type(label: str) -> ContentType:
    """The content type of a model."""
    return ContentType.objects.get_for_model(apps.get_model(label))


@pytest.fixture
def colors(db) -> CustomFieldChoiceSet:
    """A choice set."""
    return CustomFieldChoiceSet.objects.create(
        name="Colours", extra_choices=[["r", "Red"], ["g", "Green"], ["b", "Blue"]]
    )


@pytest.fixture
def custom_field(db):
    """Make a custom field: `custom_field("x", "integer", "tenancy.tenant", default=5)`."""

    def make(name: str, kind: str = "text", *labels: str, **attributes: Any) -> CustomField:
        field = CustomField(name=name, type=kind, **attributes)
        field.full_clean(exclude=["object_types"])
        field.save()
        field.object_types.set([content_type(label) for label in labels or ("tenancy.tenant",)])
        return field

    return make
