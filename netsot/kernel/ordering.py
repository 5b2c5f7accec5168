"""Orders of querysets: terms are paths (`-site__name`) or expressions, as in `Meta.ordering`."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models.constants import LOOKUP_SEP
from django.db.models.expressions import OrderBy


def term(model: type[models.Model], path: str) -> Any:
    """What orders by `path` or `-path`: the path itself, or the key of a field that has one (names do)."""
    name = path.removeprefix("-")
    key = getattr(_field(model, name), "sort_key", None)
    if key is None:
        return path
    return key(name).desc() if path.startswith("-") else key(name).asc()


def _field(model: type[models.Model], path: str) -> Any:
    field: Any = None
    for step in path.split(LOOKUP_SEP):
        if field is not None:
            model = getattr(field, "related_model", None)  # type: ignore[assignment]
        if model is None:
            return None
        try:
            field = model._meta.pk if step == "pk" else model._meta.get_field(step)
        except FieldDoesNotExist:
            return None
    return field


def opposite(item: Any) -> Any:
    """The reverse of a term."""
    if isinstance(item, str):
        return item[1:] if item.startswith("-") else f"-{item}"
    if not isinstance(item, OrderBy):
        return item.desc()
    found = item.copy()
    found.reverse_ordering()
    return found


def prefixed(prefix: str, item: Any) -> Any:
    """A term of the related objects that `prefix` leads to."""
    if isinstance(item, str):
        return f"-{prefix}__{item[1:]}" if item.startswith("-") else f"{prefix}__{item}"
    found = item if isinstance(item, OrderBy) else item.asc()
    return found.prefix_references(f"{prefix}__")


def path_of(item: Any) -> str:
    """The path that `term` turns into this item; empty when it is some other expression."""
    if isinstance(item, OrderBy):
        path = path_of(item.expression)
        return f"-{path}" if path and item.descending else path
    if isinstance(item, str):
        return item
    return item.name if isinstance(item, models.F) else getattr(item, "path", "")
