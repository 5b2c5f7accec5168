"""Facts about the derived layers of a resource, as short texts; what `show_resource` and the surface are made of."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from rest_framework import serializers

from netsot.derive.filterset import LookupFilter
from netsot.derive.lookups import Condition
from netsot.derive.values import Choice, Reference, Value
from netsot.derive.viewset import routes
from netsot.kernel import inputs
from netsot.kernel.introspection import FieldInfo, Kind
from netsot.kernel.resource import Resource


def place_of(thing: Any) -> str:
    """`dcim/resources/sites.py:57` of a class or function."""
    try:
        file = Path(inspect.getsourcefile(thing) or "")
        line = inspect.getsourcelines(thing)[1]
    except (TypeError, OSError):
        return "?"
    return f"{file.relative_to(settings.BASE_DIR) if file.is_relative_to(settings.BASE_DIR) else file}:{line}"


def origin_of(resource: Resource, info: FieldInfo) -> str:
    """Which declaration a field comes from."""
    if info.kind is Kind.COMPUTED:
        function = resource.computed[info.name].function
        return f"computed by {function.__qualname__} ({place_of(function)})"
    if info.kind is Kind.COUNT:
        count = resource.counts[info.name]
        return f"count of {count.model} by {count.field}{', descendants included' if count.tree else ''}"
    if info.column is None:
        return "every resource" if info.kind is Kind.HEAD else "the model's features"
    name = info.source
    for base in reversed(resource.model.__mro__):
        declared = (*_local(base, "local_fields"), *_local(base, "local_many_to_many"), *_local(base, "private_fields"))
        if any(field.name == name for field in declared):
            return f"{base.__name__}.{name}"
    related = getattr(info.column, "related_model", None)
    return f"relation of {related.__name__}" if related else name


def _local(model: type[Any], group: str) -> list[Any]:
    return list(getattr(getattr(model, "_meta", None), group, ()))


def field_type(field: serializers.Field, info: FieldInfo | None) -> str:
    """The type of one serializer field: `char(100)`, `reference to dcim.region (nested)` …"""
    if isinstance(field, inputs.Reference | inputs.References):
        kind = "reference" if isinstance(field, inputs.Reference) else "references"
        return f"{kind} to {field.model._meta.label_lower} ({field.form})"
    if isinstance(field, inputs.Choice):
        return f"choice of {field.choice_set.__name__}"
    if isinstance(field, serializers.ListSerializer | serializers.ListField) and type(field) in (
        serializers.ListSerializer,
        serializers.ListField,
    ):
        return f"list of {field_type(field.child, None)}"
    name = type(field).__name__.removesuffix("Field").removesuffix("Serializer").lower() or "any"
    if isinstance(field, serializers.DecimalField):
        return f"{name}({field.max_digits},{field.decimal_places})"
    if isinstance(field, serializers.ChoiceField):
        return f"{name} of {'|'.join(map(str, field.choices))}"
    length = getattr(field, "max_length", None)
    return f"{name}({length})" if length and isinstance(field, serializers.CharField) else name


def field_fact(field: serializers.Field, info: FieldInfo | None) -> str:
    """The type of one serializer field and what may be sent."""
    words = [field_type(field, info)]
    if field.read_only:
        words.append("read-only")
    else:
        words += ["required"] * field.required + ["write-only"] * field.write_only
        words += ["null"] * field.allow_null + ["blank"] * bool(getattr(field, "allow_blank", False))
    return ", ".join(words)


def filter_facts(resource: Resource) -> Iterator[tuple[str, str]]:
    """(name, `text: n ic …`) of each filter with its lookups, in order."""
    lookups: dict[str, list[str]] = {}
    first: dict[str, Any] = {}
    for name, found in resource.filterset_class.base_filters.items():
        root = name
        if isinstance(found, LookupFilter) and found.suffix:
            root = name.removesuffix(f"__{found.suffix}")
            lookups.setdefault(root, []).append(found.suffix)
        first.setdefault(root, found)
    for root, found in first.items():
        kind = value_fact(found.condition) if isinstance(found, LookupFilter) else type(found).__name__
        yield root, f"{kind}: {' '.join(lookups[root])}" if root in lookups else kind


def value_fact(condition: Condition) -> str:
    """What a filter takes: `text`, `reference to dcim.region by slug, with descendants`."""
    value: Value = condition.value
    text = type(value).__name__.lower()
    if isinstance(value, Reference):
        text = f"reference to {value.target._meta.label_lower} by {'id' if value.by == 'pk' else value.by}"
    elif isinstance(value, Choice):
        text = f"choice of {getattr(value.column, 'choice_set', value.column.__class__).__name__}"
    return f"{text}, with descendants" if getattr(condition, "descend", False) else text


def route_facts(resource: Resource) -> Iterator[tuple[str, str]]:
    """(`GET dcim/sites/`, `list, needs view`) of each method and action of the API."""
    from netsot.api.viewsets import ACTIONS

    collection, member = routes(resource)
    for tail, handlers in (("", collection), ("<id>/", member)):
        for method, handler in handlers.items():
            yield f"{method.upper()} {resource.path}/{tail}", f"{handler}, needs {ACTIONS.get(method.upper(), 'view')}"
    for item in sorted(resource.viewset_class.get_extra_actions(), key=lambda item: item.url_path):
        needed = resource.actions[item.__name__].permission if item.__name__ in resource.actions else "?"
        for method, handler in item.mapping.items():
            tail = f"<id>/{item.url_path}/" if item.detail else f"{item.url_path}/"
            yield f"{method.upper()} {resource.path}/{tail}", f"{handler}, needs {needed}"
