"""What a column of a page is read from: an expression to select and how a whole column becomes JSON values.

Network and hardware addresses are read as PostgreSQL's text, without building a Python object per value.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any

import orjson
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import ExpressionWrapper, F, TextField

Convert = Callable[[Sequence[Any]], Sequence[Any]]


def with_mask(values: Sequence[str | None]) -> list[str | None]:
    """PostgreSQL leaves the mask of a host out (`10.0.0.1`); the API never does (`10.0.0.1/32`)."""
    return [text if text is None or "/" in text else text + ("/128" if ":" in text else "/32") for text in values]


def upper(values: Sequence[str | None]) -> list[str | None]:
    """Hardware addresses are written in capitals."""
    return [text.upper() if text else text for text in values]


def floats(values: Sequence[Any]) -> list[float | None]:
    """The contract's decimals are JSON numbers."""
    return [None if value is None else float(value) for value in values]


def loads(values: Sequence[Any]) -> list[Any]:
    """JSON columns, fetched as text."""
    return [orjson.loads(value) if isinstance(value, str) else value for value in values]


def ranges(values: Sequence[Any]) -> list[Any]:
    """Integer ranges, inclusive at both ends: [[1, 4094]]."""
    return [None if value is None else _range(value) for value in values]


def _range(value: Any) -> Any:
    if isinstance(value, list):
        return [_range(item) for item in value]
    return [value.lower, value.upper - 1]


@functools.cache
def source(model: type[models.Model], path: str) -> tuple[Any, Convert | None]:
    """(expression, conversion) of a column path of `model`; `site__name` follows relations."""
    field = resolve(model, path)
    text = ExpressionWrapper(F(path), output_field=TextField())
    if field is None:
        return F(path), None
    # The kernel stands below the field classes: it knows them by name.
    kind = type(field).__name__
    if kind == "IPAddressField":
        return text, with_mask
    if kind == "IPNetworkField":
        return text, None
    if kind in ("MACAddressField", "WWNField"):
        return text, upper
    if isinstance(field, models.DecimalField):
        return F(path), floats
    if isinstance(field, models.JSONField):
        return text, loads
    if kind == "ArrayField":
        base = type(field.base_field).__name__
        if base.endswith("RangeField"):
            return F(path), ranges
        if base in ("IPNetworkField", "IPAddressField"):
            return F(path), lambda values: [None if v is None else [str(i) for i in v] for v in values]
    return F(path), None


def resolve(model: type[models.Model], path: str) -> Any:
    """The model field at the end of a path, or None for an annotation."""
    field: Any = None
    current: Any = model
    for step in path.split("__"):
        if step == "pk":
            field = current._meta.pk
        else:
            try:
                field = current._meta.get_field(step.removesuffix("_id") if _is_attname(current, step) else step)
            except FieldDoesNotExist:
                return None
        current = getattr(field, "related_model", None)
    return field


def _is_attname(model: Any, step: str) -> bool:
    if not step.endswith("_id"):
        return False
    try:
        field = model._meta.get_field(step.removesuffix("_id"))
    except FieldDoesNotExist:
        return False
    return bool(field.is_relation) and getattr(field, "attname", None) == step
