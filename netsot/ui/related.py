"""Links from an object to the lists of what refers to it."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.db.models.fields.reverse_related import ForeignObjectRel

from netsot.kernel import access, registry
from netsot.kernel.representation import Context
from netsot.kernel.resource import Resource
from netsot.ui import navigation


@dataclass(frozen=True)
class Relation:
    """Objects of `resource` that refer to an object through `field`; `parameter` filters their list."""

    resource: Resource
    field: str
    parameter: str


@dataclass(frozen=True)
class Related:
    """How many there are, and where they are listed."""

    label: str
    count: int
    url: str


def parameter_of(resource: Resource, field: str) -> str:
    """The filter of `resource` that takes ids of what its `field` refers to; empty when there is none."""
    filters = resource.filterset_class.base_filters
    bare = field.strip("_")
    for name in (f"{field}_id", f"{bare}_id", f"{bare.removesuffix('s')}_id", bare.removesuffix("s")):
        if name in filters:
            return name
    return ""


def list_address(model: str, field: str, context: Context) -> str:
    """The filtered list of `model`, up to the id; empty when it has no page or no such filter."""
    resource = registry.get(model)
    if resource is None or not resource.filterset_class:
        return ""
    parameter = parameter_of(resource, field)
    return f"{context.base_url}/{resource.path}/?{parameter}=" if parameter else ""


@functools.cache
def relations_to(model: type[models.Model]) -> tuple[Relation, ...]:
    """Who refers to `model` and can be listed by it, in the order of the menu."""
    found: dict[tuple[str, str], Relation] = {}
    for relation in model._meta.get_fields(include_hidden=True):
        if not isinstance(relation, ForeignObjectRel) or isinstance(relation, GenericRelation):
            continue
        other = registry.get(relation.related_model)
        field = relation.field.name
        # A component's place is that of its device, which is counted itself.
        fields = {column.name for column in relation.related_model._meta.fields}
        copied = field.startswith("_") and "device" in fields
        if copied or other is None or relation.related_model is model or "list" not in other.methods:
            continue
        parameter = parameter_of(other, field)
        if parameter and (other.label, parameter) not in found:
            found[other.label, parameter] = Relation(other, field, parameter)
    order = navigation.POSITIONS
    return tuple(sorted(found.values(), key=lambda item: order.get(item.resource.label, len(order))))


def related_to(obj: Any, context: Context) -> list[Related]:
    """What refers to `obj`, as far as the reader may see it; one query for all counts."""
    wanted = [item for item in relations_to(type(obj)) if access.can(context.user, item.resource.model, "view")]
    if not wanted:
        return []
    counts = count_all([
        context.restrict(item.resource.model._default_manager.filter(**{item.field: obj.pk})) for item in wanted
    ])  # fmt: skip
    several = [item.resource.label for item in wanted]
    return [
        Related(
            _label(item, several.count(item.resource.label) > 1),
            count,
            f"{context.base_url}/{item.resource.path}/?{item.parameter}={obj.pk}",
        )
        for item, count in zip(wanted, counts, strict=True)
    ]


def _label(item: Relation, several: bool) -> str:
    name = navigation.plural(item.resource)
    return f"{name} ({item.field.strip('_').replace('_', ' ')})" if several else name


def count_all(querysets: list[Any]) -> list[int]:
    """The sizes of several querysets in one query."""
    parts: list[str] = []
    parameters: list[Any] = []
    empty: set[int] = set()
    for position, queryset in enumerate(querysets):
        try:
            sql, values = queryset.order_by().values("pk").query.sql_with_params()
        except EmptyResultSet:
            empty.add(position)
            continue
        # Django wrote this SQL; its values travel as parameters.
        parts.append(f"(SELECT count(*) FROM ({sql}) AS q{position})")  # noqa: S608
        parameters.extend(values)
    if not parts:
        return [0] * len(querysets)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", parameters)
        found = iter(cursor.fetchone())
    return [0 if position in empty else next(found) for position in range(len(querysets))]
