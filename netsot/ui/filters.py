"""The filter panel of a list: a form over the filters people use most, and what is applied as removable chips."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from netsot.derive import lookups, values
from netsot.derive.filterset import LookupFilter
from netsot.derive.formfields import ReferenceField, YesNoField
from netsot.derive.table import title_of
from netsot.kernel import registry
from netsot.kernel.representation import Context
from netsot.ui import inputs

if TYPE_CHECKING:
    from netsot.kernel.resource import Resource

RESERVED = {"q", "sort", "page", "per_page", "tab", "_options"}
OFFERED = 100
"""How many objects a field lists where no script can ask for more."""
UNUSUAL = {
    "id",
    "created",
    "last_updated",
    "created_by_request",
    "updated_by_request",
    "modified_by_request",
    "parent_id",
}
TEXTS = ("name", "label", "facility", "serial", "asset_tag", "cid", "description")
"""Text columns worth a field of their own; the quick search covers the others."""


@dataclass(frozen=True)
class Chip:
    """One applied filter, and the query string without it."""

    name: str
    label: str
    value: str
    without: str


def fields_of(resource: Resource) -> dict[str, forms.Field]:
    """The fields of the panel, by parameter."""
    found: dict[str, forms.Field] = {}
    for name, item in resource.filterset_class.base_filters.items():
        if "__" in name or name in RESERVED or not isinstance(item, LookupFilter):
            continue
        if name in UNUSUAL and name != "parent_id":
            continue
        if (field := _field(name, item)) is not None:
            parameter, made = field
            found.setdefault(parameter, made)
    return found


def _field(name: str, item: LookupFilter) -> tuple[str, forms.Field] | None:
    value = item.value
    if isinstance(value, values.Reference):
        if value.by != "pk":
            return None
        label = title_of(name.removesuffix("_id"))
        return name, ReferenceField(value.target, many=True, label=label, required=False)
    if isinstance(value, values.Choice):
        options = [pair for pair in value.column.choices if pair[0] not in ("", None)]
        return name, forms.MultipleChoiceField(choices=options, label=_label(item), required=False)
    if isinstance(value, values.Boolean):
        return name, YesNoField(label=_label(item) or title_of(name), required=False)
    if isinstance(value, values.Text) and name in TEXTS and isinstance(item.condition, lookups.Column):
        return f"{name}__ic", forms.CharField(label=_label(item), required=False)
    return None


def _label(item: LookupFilter) -> str:
    return capfirst(str(item.condition.label or ""))


class FilterForm(forms.Form):
    """The panel, filled with what is applied."""

    def __init__(self, resource: Resource, data: QueryDict, context: Context) -> None:
        super().__init__(data, auto_id="filter_%s")
        self.context = context
        for name, field in fields_of(resource).items():
            self.fields[name] = field
        self._label_chosen()
        inputs.decorate(self)

    def _label_chosen(self) -> None:
        """Name the objects that are chosen; one query per kind of object, none when nothing is."""
        wanted: dict[Any, set[int]] = {}
        references = {name: field for name, field in self.fields.items() if isinstance(field, ReferenceField)}
        chosen: dict[str, list[int]] = {}
        for name, field in references.items():
            chosen[name] = [int(text) for text in self.data.getlist(name) if text.isdecimal() and len(text) < 19]
            wanted.setdefault(field.target, set()).update(chosen[name])
        known = {target: self.context.related(target, ids, "link") for target, ids in wanted.items() if ids}
        for name, field in references.items():
            rows = known.get(field.target, {})
            options = {pk: rows[pk]["display"] for pk in chosen[name] if rows.get(pk)}
            if "_options" in self.data:
                options |= {pk: row["display"] for pk, row in self._first(field.target).items() if row}
            field.widget.choices = list(options.items())

    def _first(self, target: Any) -> dict[int, Any]:
        resource = registry.get(target)
        rows = self.context.restrict(resource.queryset() if resource else target._default_manager.all())
        return self.context.related(target, list(rows.values_list("pk", flat=True)[:OFFERED]), "link")

    def chips(self) -> Iterator[Chip]:
        """What is applied, parameter by parameter, value by value."""
        for name in self.data:
            if name in RESERVED - {"q"}:
                continue
            for text in self.data.getlist(name):
                if text:
                    yield Chip(name, self._name(name), self._value(name, text), self._without(name, text))

    def _name(self, name: str) -> str:
        if name == "q":
            return _("Search")
        if name in self.fields:
            return str(self.fields[name].label)
        root, _separator, suffix = name.partition("__")
        words = title_of(root.removesuffix("_id").removeprefix("cf_"))
        return f"{words} ({suffix})" if suffix else words

    def _value(self, name: str, text: str) -> str:
        if text == "null":
            return _("None")
        field = self.fields.get(name)
        widget_choices = getattr(getattr(field, "widget", None), "choices", None) or ()
        for value, label in _flat(widget_choices):
            if str(value) == text:
                return str(label)
        return text

    def _without(self, name: str, text: str) -> str:
        rest = self.data.copy()
        kept = [value for value in rest.getlist(name) if value != text]
        rest.setlist(name, kept)
        rest.pop("page", None)
        return "?" + rest.urlencode()


def _flat(choices: Any) -> Iterator[tuple[Any, Any]]:
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield value, label
