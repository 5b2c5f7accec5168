"""The query parameters of a list in the schema: every filter with every lookup. Clients use this as an allow-list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import django_filters
from django import forms

if TYPE_CHECKING:
    from netsot.kernel.resource import Resource

Schema = dict[str, Any]


def filter_parameters(resource: Resource) -> list[Schema]:
    """One parameter per filter, in order, then `ordering`."""
    found = {name: _parameter(name, item) for name, item in filters_of(resource).items()}
    found.setdefault(
        "ordering",
        {
            "name": "ordering",
            "in": "query",
            "schema": {"type": "string"},
            "description": "Fields to order by, separated by commas; with - before a name, descending.",
        },
    )
    return list(found.values())


def filters_of(resource: Resource) -> dict[str, Any]:
    """The filters of a resource by name, those of its custom fields included."""
    filterset = resource.filterset_class
    every = getattr(filterset, "all_filters", None)
    return dict(every() if every else filterset.base_filters)


def _parameter(name: str, item: Any) -> Schema:
    found: Schema = {"name": name, "in": "query", "schema": _schema(item)}
    if found["schema"].get("type") == "array":
        found["explode"], found["style"] = True, "form"
    label = item.extra.get("help_text") or item._label
    if label:
        found["description"] = str(label)
    return found


def _schema(item: Any) -> Schema:
    single = _single(item)
    return {"type": "array", "items": single} if _is_many(item) else single


def _is_many(item: Any) -> bool:
    many = (django_filters.MultipleChoiceFilter, django_filters.ModelMultipleChoiceFilter)
    field = getattr(item, "field_class", None)
    return isinstance(item, many) or (isinstance(field, type) and issubclass(field, forms.MultipleChoiceField))


def _single(item: Any) -> Schema:
    lookup = item.lookup_expr
    if isinstance(item, django_filters.BooleanFilter) or lookup in ("empty", "isnull"):
        return {"type": "boolean"}
    if lookup in ("exact", "in"):
        choices = item.extra.get("choices")
        if choices and not callable(choices):
            return {"type": "string", "enum": _flat(choices)}
    field = getattr(item, "field_class", None)
    if not isinstance(field, type):
        return {"type": "string"}
    for kind, schema in _KINDS:
        if issubclass(field, kind):
            return dict(schema)
    return {"type": "string"}


_KINDS: tuple[tuple[type, Schema], ...] = (
    (forms.FloatField, {"type": "number"}),
    (forms.DecimalField, {"type": "number"}),
    (forms.IntegerField, {"type": "integer"}),
    (forms.DateTimeField, {"type": "string", "format": "date-time"}),
    (forms.DateField, {"type": "string", "format": "date"}),
    (forms.BooleanField, {"type": "boolean"}),
    (forms.NullBooleanField, {"type": "boolean"}),
)


def _flat(choices: Any) -> list[str]:
    found: list[str] = []
    for value, label in choices:
        if isinstance(label, list | tuple):
            found += _flat(label)
        else:
            found.append(str(value))
    return found
