"""A declaration that says what isn't so, or forgets something, is named with file, attribute and the nearest name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core import checks as django_checks
from django.core.exceptions import ImproperlyConfigured
from rest_framework import serializers

from dcim.models import Site
from netsot.kernel import registry
from netsot.kernel.checks import check, check_resources
from netsot.kernel.resource import Resource, computed
from tests.kernel.trial import trial

SITE = registry.resource_for("dcim.site")


def only(resource: Resource) -> django_checks.Error:
    """The one error of a declaration."""
    (error,) = check(resource)
    assert error.level == django_checks.ERROR
    return error


def test_the_declarations_of_the_product_have_no_errors() -> None:
    assert check_resources() == []


def test_the_checks_run_with_djangos() -> None:
    assert check_resources in django_checks.registry.registry.registered_checks


def test_an_unknown_option_is_e001() -> None:
    error = only(trial("dcim.site", feilds=("name",)))
    assert error.id == "netsot.E001"
    assert "TrialSiteResource: 'feilds' is no option of a Resource" in error.msg
    assert error.hint == "Did you mean 'fields'?"


def test_a_forgotten_model_field_is_e002() -> None:
    error = only(
        trial("dcim.site", fields=tuple(name for name in SITE.fields if name != "facility"), **_quiet("facility"))
    )
    assert error.id == "netsot.E002"
    assert "the model field 'facility' is neither in `fields` nor in `hidden`" in error.msg


def _quiet(name: str) -> dict[str, Any]:
    """The other options without a field, so that only its absence from `fields` is wrong."""
    return {
        "search": {key: weight for key, weight in SITE.search.items() if key != name},
        "columns": tuple(key for key in SITE.columns if key != name),
        "fieldsets": tuple((title, tuple(key for key in names if key != name)) for title, names in SITE.fieldsets),
    }


def test_a_hidden_model_field_is_no_error() -> None:
    fields = tuple(name for name in SITE.fields if name != "facility")
    assert check(trial("dcim.site", fields=fields, hidden=("facility",), **_quiet("facility"))) == []


def test_a_field_that_does_not_exist_is_e003() -> None:
    error = only(trial("dcim.site", fields=(*SITE.fields, "facilty")))
    assert error.id == "netsot.E003"
    assert "`fields` names 'facilty', which doesn't exist" in error.msg
    assert error.hint == "Did you mean 'facility'?"


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("brief", ("name", "slugg")),
        ("nested", ("name", "slugg")),
        ("read_only", ("slugg",)),
        ("required", ("slugg",)),
        ("secret", ("slugg",)),
        ("raw", ("slugg",)),
        ("forms", {"slugg": "nested"}),
        ("columns", ("name", "slugg")),
        ("hidden", ("slugg",)),
        ("source", {"slugg": "slug"}),
        ("search", {"slugg": 100}),
        ("fieldsets", (("Site", ("name", "slugg")),)),
        ("form_exclude", ("slugg",)),
    ],
)
def test_an_unknown_name_in_an_option_is_e004(option: str, value: Any) -> None:
    error = only(trial("dcim.site", **{option: value}))
    assert error.id == "netsot.E004"
    assert f"`{option}` names 'slugg', which `fields` doesn't have" in error.msg
    assert error.hint == "Did you mean 'slug'?"


def test_an_error_names_the_file_and_the_model() -> None:
    error = only(trial("dcim.site", brief=("nme",)))
    assert error.obj.startswith(str(Path(__file__).with_name("trial.py")))
    assert error.obj.endswith("(dcim.site)")


def test_a_computed_field_and_a_method_are_no_unknown_options() -> None:
    @computed("name", schema=serializers.CharField())
    def loud(resource: Resource, page: Any, names: Any) -> list[str]:
        return [name.upper() for name in names]

    def helper(self: Any) -> None: ...

    assert check(trial("dcim.site", fields=(*SITE.fields, "loud"), loud=loud, helper=helper)) == []


def test_a_model_is_declared_once() -> None:
    with pytest.raises(ImproperlyConfigured, match="dcim.site is declared twice: by SiteResource and .*Other"):

        @registry.register(Site)
        class Other(Resource):
            pass


@pytest.mark.parametrize("resource", list(registry.all_resources()), ids=lambda resource: resource.label)
@pytest.mark.parametrize("layer", ["serializer_class", "filterset_class", "viewset_class", "form_class", "table"])
def test_derived_classes_carry_the_module_and_a_readable_name(resource: Resource, layer: str) -> None:
    made = getattr(resource, layer)
    names = {resource.model.__name__, type(resource).__name__.removesuffix("Resource")}
    ends = {"serializer_class": "Serializer", "filterset_class": "FilterSet", "viewset_class": "ViewSet"}
    ends |= {"form_class": "Form", "table": "Table"}
    assert made.__module__ == type(resource).__module__
    assert made.__name__ in {f"{name}{ends[layer]}" for name in names}
    assert made is getattr(resource, layer)
