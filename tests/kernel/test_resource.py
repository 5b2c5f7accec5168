"""What a declaration answers about itself."""

from __future__ import annotations

from typing import Any

import pytest
from rest_framework import serializers

from netsot.derive.serializer import ResourceSerializer
from netsot.derive.table import Table, TableColumn
from netsot.kernel import registry
from netsot.kernel.resource import Action, Count, F, Resource, action
from tests.kernel.trial import trial

SITE = registry.resource_for("dcim.site")


def test_names_are_written_as_a_sentence() -> None:
    assert F("name slug  status") == ("name", "slug", "status")


def test_resources_are_found_by_label_class_and_object() -> None:
    from dcim.models import Site

    assert registry.get("dcim.Site") is registry.get(Site) is registry.get(Site(name="x")) is SITE
    assert registry.get("dcim.nothing") is None
    with pytest.raises(LookupError, match="has no Resource"):
        registry.resource_for("dcim.nothing")


def test_the_path_comes_from_the_plural_or_the_endpoint() -> None:
    assert SITE.path == "dcim/sites"
    assert trial("dcim.site", endpoint="places").path == "dcim/places"


def test_head_and_tail_stand_around_the_fields() -> None:
    resource = trial("dcim.site", fields=F("name slug"), counts={"rack_count": Count("dcim.Rack", "site")})
    assert resource.names == (
        *F("id url display_url display"), *F("name slug"), *F("tags custom_fields created last_updated"), "rack_count",
    )  # fmt: skip


def test_the_tail_keeps_its_place_when_listed_and_is_left_out_when_hidden() -> None:
    resource = trial("dcim.site", fields=F("tags name"), hidden=F("created"), counts={})
    assert resource.names[4:] == F("tags name custom_fields last_updated")


def test_forms_of_an_object_in_others() -> None:
    assert SITE.form_names("brief") == ("id", "url", "display", *SITE.brief)
    assert SITE.form_names("nested") == SITE.form_names("brief")
    assert SITE.form_names("link") == ("id", "display_url", "display")
    region = registry.resource_for("dcim.region")
    assert region.form_names("nested") == F("id url display_url display name slug _depth")


def test_secrets_are_in_no_form() -> None:
    resource = trial("dcim.site", secret=F("facility"))
    assert "facility" not in resource.form_names("full")
    assert resource.serializer_class().fields["facility"].write_only
    assert "facility" not in resource.filterset_class.base_filters
    assert "facility" not in resource.table.columns


def test_a_representation_is_compiled_once_per_selection() -> None:
    one = SITE.representation(fields=["name", "slug"])
    assert SITE.representation(fields=["name", "slug"]) is one
    assert one.names == F("name slug")
    assert SITE.representation(fields=["slug", "nonsense"]).names == ("slug",)
    assert "name" not in SITE.representation(omit=["name"]).names


def test_an_action_needs_a_permission() -> None:
    with pytest.raises(TypeError, match="permission"):
        action("trace")  # type: ignore[call-arg]

    @action("wake", permission="change", methods=["post"])
    def wake(self: Any, request: Any, obj: Any) -> None:
        """Wake it."""

    resource = trial("dcim.site", wake=wake)
    assert isinstance(resource.actions["wake"], Action)
    (view,) = resource.viewset_class.get_extra_actions()
    assert (view.url_path, view.mapping, view.detail) == ("wake", {"post": "wake"}, True)
    assert view.__doc__ == "Wake it."


def test_a_nested_serializer_goes_before_what_is_derived() -> None:
    class Serializer:
        def validate_name(self, value: str) -> str:
            return value

    class WithField(ResourceSerializer):
        facility = serializers.ChoiceField(choices=["a", "b"])

    plain = trial("dcim.site", Serializer=Serializer).serializer_class
    assert issubclass(plain, ResourceSerializer)
    assert plain.validate_name is Serializer.validate_name
    fields = trial("dcim.site", Serializer=WithField).serializer_class().fields
    assert isinstance(fields["facility"], serializers.ChoiceField)
    assert set(fields) == set(SITE.serializer_class().fields)


def test_a_nested_table_goes_before_what_is_derived() -> None:
    class Own:
        default = F("slug name")

    resource = trial("dcim.site", Table=Own)
    assert issubclass(resource.table, Table)
    assert resource.table.default == F("slug name")
    assert resource.table.columns.keys() == SITE.table.columns.keys()

    class Whole:
        columns = {"name": TableColumn("name", "Called", "text", ("name",))}

    whole = trial("dcim.site", Table=Whole).table
    assert [(column.label, column.info and column.info.name) for column in whole.columns.values()] == [
        ("Called", "name")
    ]


def test_a_nested_viewset_goes_before_what_is_derived() -> None:
    class ViewSet:
        def list(self, request: Any, *args: Any, **kwargs: Any) -> None: ...

    resource = trial("dcim.site", ViewSet=ViewSet)
    assert resource.viewset_class.list is ViewSet.list
    assert resource.viewset_class.serializer_class is resource.serializer_class


def test_a_resource_with_only_fields_is_complete() -> None:
    fields = F("name slug status region group tenant facility time_zone description physical_address shipping_address")
    minimal = type("Minimal", (Resource,), {"fields": (*fields, *F("latitude longitude owner comments asns"))})(
        SITE.model
    )
    assert minimal.serializer_class().fields["name"].required
    assert "region_id" in minimal.filterset_class.base_filters
    assert minimal.form_class.layout[0][1][0] == "name"
    assert minimal.table.anchor == "name"
    assert minimal.viewset_class.resource is minimal
