"""What `show_resource` prints, and that an ejected class is the derived one."""

from __future__ import annotations

import re
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from netsot.derive.table import TableColumn
from netsot.kernel import registry
from netsot.kernel.resource import Resource
from netsot.management.declarations.eject import LAYERS, eject
from netsot.management.declarations.facts import field_fact, filter_facts, route_facts
from netsot.management.declarations.layers import LAYERS as SHOWN

# Looking at a declaration needs no database.
ALL = list(registry.all_resources())
SOME = ["dcim.site", "dcim.interface", "dcim.cable", "ipam.prefix", "ipam.ipaddress", "tenancy.tenant", "users.token"]


def label(resource: Resource) -> str:
    return resource.label


def ejected(resource: Resource, layer: str) -> tuple[type[Any], set[str]]:
    """The class that the ejected text makes, and what it says stays derived."""
    text = eject(resource, layer)
    scope: dict[str, Any] = {"__name__": type(resource).__module__}
    exec(compile(text, f"{resource.label}.{layer}", "exec"), scope)
    names = {"filterset": "FilterSet", "viewset": "ViewSet"}
    return scope[names.get(layer, layer.title())], set(re.findall(r"# (\w+) stays derived", text))


def with_nested(resource: Resource, layer: str) -> tuple[Resource, set[str]]:
    """The same resource with the ejected class nested into it."""
    made, derived = ejected(resource, layer)
    base = type(resource)
    return type(base.__name__, (base,), {made.__name__: made, "__module__": base.__module__})(resource.model), derived


def shown_serializer(resource: Resource) -> dict[str, tuple[str, str]]:
    fields = resource.serializer_class().fields
    return {name: (field_fact(field, resource.infos.get(name)), repr(field._kwargs)) for name, field in fields.items()}


@pytest.mark.parametrize("resource", ALL, ids=label)
def test_an_ejected_serializer_equals_the_derived_one(resource: Resource) -> None:
    other, derived = with_nested(resource, "serializer")
    before, after = shown_serializer(resource), shown_serializer(other)
    assert after.keys() == before.keys()
    without_objects = re.compile(r"<[\w.]+ object at 0x[0-9a-f]+>|<function [^>]+>")
    for name in before:
        assert after[name][0] == before[name][0]
        assert without_objects.sub("…", after[name][1]) == without_objects.sub("…", before[name][1])
    written = type(other).Serializer._declared_fields
    assert set(before) - set(written) == derived


@pytest.mark.parametrize("resource", ALL, ids=label)
def test_an_ejected_filter_set_equals_the_derived_one(resource: Resource) -> None:
    other, derived = with_nested(resource, "filterset")
    before, after = resource.filterset_class.base_filters, other.filterset_class.base_filters
    assert after.keys() == before.keys()
    assert dict(filter_facts(other)) == dict(filter_facts(resource))
    for name in before:
        assert after[name].exclude == before[name].exclude
        assert _plain(after[name].condition) == _plain(before[name].condition)
    assert set(before) - set(type(other).FilterSet.declared_filters) == derived


def _plain(condition: Any) -> dict[str, Any]:
    """A condition by what can be compared: its paths, lookups and functions."""
    kinds = (str, bool, tuple, type(None))
    found = {name: value for name, value in vars(condition).items() if isinstance(value, kinds)}
    return found | {
        "kind": type(condition).__name__,
        "value": type(condition.value).__name__,
        "label": str(condition.label),
    }


@pytest.mark.parametrize("name", SOME)
def test_an_ejected_form_equals_the_derived_one(name: str) -> None:
    resource = registry.resource_for(name)
    other, _derived = with_nested(resource, "form")
    before, after = resource.form_class.base_fields, other.form_class.base_fields
    assert after.keys() == before.keys()
    assert other.form_class.layout == resource.form_class.layout
    for key in before:
        assert type(after[key]) is type(before[key])
        assert type(after[key].widget) is type(before[key].widget)
        assert (after[key].required, str(after[key].label)) == (before[key].required, str(before[key].label))
        assert list(getattr(after[key], "choices", ())) == list(getattr(before[key], "choices", ()))


@pytest.mark.parametrize("resource", ALL, ids=label)
def test_an_ejected_table_equals_the_derived_one(resource: Resource) -> None:
    other, _derived = with_nested(resource, "table")
    assert [_column(item) for item in other.table.columns.values()] == [
        _column(item) for item in resource.table.columns.values()
    ]
    assert (other.table.anchor, other.table.default) == (resource.table.anchor, resource.table.default)


def _column(column: TableColumn) -> tuple[Any, ...]:
    return column.name, str(column.label), column.cell, column.order, column.info and column.info.kind


@pytest.mark.parametrize("resource", ALL, ids=label)
def test_an_ejected_viewset_has_the_same_routes_and_permissions(resource: Resource) -> None:
    if hasattr(type(resource), "ViewSet"):
        pytest.skip("has a viewset of its own")
    other, _derived = with_nested(resource, "viewset")
    assert list(route_facts(other)) == list(route_facts(resource))
    made = type(other).ViewSet
    assert all(getattr(other.viewset_class, name) is getattr(made, name) for name in resource.actions)


def test_ejecting_writes_a_file(tmp_path: Path) -> None:
    file = tmp_path / "serializer.py"
    call_command("eject", "dcim.site", "serializer", output=file)
    assert "class Serializer(ResourceSerializer):" in file.read_text()
    out = StringIO()
    call_command("eject", "dcim.Site", "serializer", stdout=out)
    assert out.getvalue() == file.read_text()


@pytest.mark.parametrize("layer", list(SHOWN))
@pytest.mark.parametrize("resource", ALL, ids=label)
def test_every_layer_of_every_resource_can_be_shown(resource: Resource, layer: str) -> None:
    out = StringIO()
    call_command("show_resource", resource.label, layer, stdout=out)
    lines = out.getvalue().splitlines()
    assert lines[0].startswith(f"{resource.label}: {type(resource).__qualname__} (")
    assert len(lines) > 4


def test_showing_a_resource_says_where_things_come_from_and_the_query() -> None:
    out = StringIO()
    call_command("show_resource", "dcim.site", stdout=out)
    text = out.getvalue()
    for wanted in (
        "SiteResource (dcim/resources/sites.py:",
        "PrimaryModel.description",
        "count of dcim.Device by site",
        "reference to dcim.region by slug, with descendants",
        "POST dcim/sites/         create, needs add",
        'FROM "dcim_site"',
    ):
        assert wanted in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("show_resource", "dcim.sit"), "Did you mean dcim.site?"),
        (("show_resource", "site"), "Did you mean dcim.site?"),
        (("show_resource", "dcim.site", "serialiser"), "Did you mean serializer?"),
        (("eject", "ipam.prefixes", "form"), "Did you mean ipam.prefix?"),
        (("eject", "ipam.prefix", "filters"), "Did you mean filterset?"),
    ],
)
def test_a_misspelt_name_is_answered_with_the_nearest(arguments: tuple[str, ...], message: str) -> None:
    with pytest.raises(CommandError, match=re.escape(message)):
        call_command(*arguments)


def test_every_layer_can_be_ejected() -> None:
    assert set(LAYERS) == {"serializer", "filterset", "form", "table", "viewset"}
