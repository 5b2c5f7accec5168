"""The one classification every layer starts from."""

from __future__ import annotations

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist

from netsot.kernel import registry
from netsot.kernel.introspection import Kind, has_feature
from netsot.kernel.resource import Resource
from tests.kernel.trial import trial


@pytest.mark.parametrize(
    ("label", "name", "kind", "flags"),
    [
        ("dcim.site", "id", Kind.HEAD, ""),
        ("dcim.site", "name", Kind.VALUE, "writable required"),
        ("dcim.site", "facility", Kind.VALUE, "writable"),
        ("dcim.site", "status", Kind.CHOICE, "writable"),
        ("dcim.site", "region", Kind.REFERENCE, "writable nullable"),
        ("dcim.site", "asns", Kind.REFERENCES, "writable many"),
        ("dcim.site", "tags", Kind.TAGS, "writable many"),
        ("dcim.site", "custom_fields", Kind.CUSTOM_FIELDS, "writable"),
        ("dcim.site", "created", Kind.VALUE, "nullable"),
        ("dcim.site", "device_count", Kind.COUNT, ""),
        ("dcim.region", "_depth", Kind.DEPTH, ""),
        ("dcim.location", "site", Kind.REFERENCE, "writable required"),
        ("ipam.ipaddress", "assigned_object_type", Kind.OBJECT_TYPE, "writable nullable"),
        ("ipam.ipaddress", "assigned_object", Kind.GENERIC, "nullable"),
        ("extras.customfield", "object_types", Kind.OBJECT_TYPES, "writable required many"),
        ("dcim.cable", "a_terminations", Kind.COMPUTED, "writable nullable"),
    ],
)
def test_each_kind_of_field(label: str, name: str, kind: Kind, flags: str) -> None:
    info = registry.resource_for(label).infos[name]
    found = [flag for flag in ("writable", "required", "nullable", "many") if getattr(info, flag)]
    assert (info.kind, " ".join(found)) == (kind, flags)


def test_relatives_of_the_same_model_take_the_nested_form() -> None:
    infos = registry.resource_for("dcim.region").infos
    assert infos["parent"].form == "nested"
    assert registry.resource_for("dcim.site").infos["region"].form == "brief"


def test_a_resource_may_choose_the_form_and_forbid_writing() -> None:
    infos = trial("dcim.site", forms={"region": "id"}, read_only=("slug", "tenant"), required=("status",)).infos
    assert infos["region"].form == "id"
    assert not infos["slug"].writable
    assert not infos["slug"].required
    assert not infos["tenant"].writable
    assert infos["status"].required


def test_a_name_that_differs_from_the_models() -> None:
    info = trial("dcim.site", fields=("place", "name"), source={"place": "facility"}).infos["place"]
    assert (info.name, info.source) == ("place", "facility")


def test_reverse_relations_are_read_only_references() -> None:
    info = trial("dcim.site", fields=("name", "locations")).infos["locations"]
    assert (info.kind, info.many, info.writable) == (Kind.REFERENCES, True, False)
    assert info.target is not None
    assert info.target._meta.label == "dcim.Location"


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(FieldDoesNotExist):
        trial("dcim.site", fields=("name", "nonsense")).infos  # noqa: B018


def test_a_field_without_a_related_model_says_so() -> None:
    with pytest.raises(LookupError, match="name relates to no model"):
        registry.resource_for("dcim.site").infos["name"].related  # noqa: B018


def test_features_come_from_the_bases() -> None:
    site = registry.resource_for("dcim.site").model
    assert has_feature(site, "tags")
    assert has_feature(site, "change_logging")
    assert not has_feature(site, "nonsense")
    assert not has_feature(ContentType, "tags")


@pytest.mark.parametrize("resource", list(registry.all_resources()), ids=lambda resource: resource.label)
def test_every_field_is_classified_in_order(resource: Resource) -> None:
    assert tuple(resource.infos) == resource.names
    for info in resource.infos.values():
        assert not info.required or info.writable, f"{info.name} is required and can't be sent"
        if info.kind in (Kind.REFERENCE, Kind.REFERENCES):
            assert info.target is not None
