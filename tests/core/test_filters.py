"""Filters over the change log and the types of objects."""

from __future__ import annotations

from typing import Any

import pytest

from core.models import ObjectChange
from tests import factories
from tests.clients import superuser, user_with
from tests.filtering import found, refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def root() -> Any:
    return superuser()


def test_changes(root: Any) -> None:
    site = factories.one("dcim.site", name="Zurich")
    kind = ObjectChange.objects.get(changed_object_id=site.pk, object_repr="Zurich").changed_object_type_id
    for query, expected in (
        ("object_repr=Zurich", {"Zurich"}),
        ("object_repr__ic=zur", {"Zurich"}),
        ("object_repr=Basel", set()),
        ("q=zuri", {"Zurich"}),
        (f"changed_object_type_id={kind}", {"Zurich"}),
        ("time_after=2020-01-01", {"Zurich"}),
        ("time_before=2020-01-01", set()),
        ("related_object_id=1", set()),
        ("related_object_type=dcim.site", set()),
        ("changed_object_type=dcim.site", {"Zurich"}),
    ):
        assert found("core.objectchange", query, root, "object_repr") == expected, query
    assert refused("core.objectchange", "time_after=x&related_object_type=no", root) == {
        "time_after",
        "related_object_type",
    }


def test_names_made_of_hidden_ones_are_not_searched() -> None:
    """A device without a name is called by its type: whoever doesn't see types can't look for their names."""
    factories.one("dcim.device", name=None, device_type=factories.one("dcim.devicetype", model="Secret 9000").pk)
    seeing = user_with(
        *(
            ("view", label, None)
            for label in ("core.objectchange", "dcim.device", "dcim.devicetype", "dcim.manufacturer")
        ),
        ("view", "dcim.virtualchassis", None),
    )
    blind = user_with(("view", "core.objectchange", None), ("view", "dcim.device", None))
    for query in ("q=secret", "object_repr__ic=secret"):
        assert len(found("core.objectchange", f"{query}&changed_object_type=dcim.device", seeing, "pk")) == 1, query
        assert found("core.objectchange", f"{query}&changed_object_type=dcim.device", blind, "pk") == set(), query


def test_features_of_object_types(root: Any) -> None:
    tagged = found("core.objecttype", "features=tags", root, "model")
    assert {"site", "device"} <= tagged
    assert "tag" not in tagged
    both = found("core.objecttype", "features=tags&features=export_templates", root, "model")
    assert tagged | {"tag"} <= both
    assert found("core.objecttype", "features=nonsense", root, "model") == set()
