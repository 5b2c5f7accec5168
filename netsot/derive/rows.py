"""Lists of small records in a form, one row each: which positions of a port are wired to which port behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from netsot.kernel import registry
from netsot.kernel.inputs import LARGEST_ID

SPARE = 2
"""Empty rows below the filled ones, for those without scripts."""


@dataclass(frozen=True)
class Rows:
    """What a row is. The schema of a computed field says so in an attribute `rows`."""

    columns: tuple[tuple[str, Any], ...]
    """(name in the API, label)."""
    reference: str
    """The column that holds the id of an object,"""
    model: str
    """of this model;"""
    within: tuple[str, str]
    """(filter, field of the form): only those that belong to what the form has chosen there."""


class RowsInput(forms.Widget):
    """One input per column and row, all of a column under one name."""

    names: tuple[str, ...] = ()

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[dict[str, str]]:
        """The rows that somebody wrote something into."""
        columns = [data.getlist(f"{name}-{column}") if hasattr(data, "getlist") else [] for column in self.names]
        rows = [
            dict(zip(self.names, map(str.strip, parts), strict=True)) for parts in zip_longest(*columns, fillvalue="")
        ]
        return [row for row in rows if any(row.values())]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return not any(f"{name}-{column}" in data for column in self.names)


class RowsField(forms.Field):
    """The rows as the API shows and takes them: dictionaries of whole numbers. An empty position is the first."""

    widget = RowsInput

    def __init__(self, rows: Rows, **kwargs: Any) -> None:
        self.rows = rows
        self.names: dict[int, str] = {}
        self.plain = False
        super().__init__(**kwargs)
        self.widget.names = tuple(name for name, _label in rows.columns)

    @property
    def target(self) -> type[models.Model] | None:
        """The model of the objects in the rows."""
        found = registry.get(self.rows.model)
        return found.model if found else None

    def to_python(self, value: Any) -> list[dict[str, int]]:
        return [self._row(row) for row in value or ()]

    def _row(self, row: Mapping[str, Any]) -> dict[str, int]:
        out = {}
        for name, label in self.rows.columns:
            text = str(row.get(name, "")) or ("" if name == self.rows.reference else "1")
            if not (text.isascii() and text.isdigit()) or not 0 < int(text[:20]) <= LARGEST_ID:
                raise ValidationError(_("%(column)s: enter a number.") % {"column": label})
            out[name] = int(text[:20])
        return out

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(data) != self.to_python(initial)
        except ValidationError:
            return True

    def chosen(self, value: Any) -> set[int]:
        """The objects in the rows, as far as they can be read."""
        texts = {str(row.get(self.rows.reference, "")) for row in value or ()}
        return {int(text) for text in texts if text.isascii() and text.isdigit() and int(text[:20]) <= LARGEST_ID}


@dataclass(frozen=True)
class Cell:
    """One input of a row."""

    name: str
    label: Any
    value: str
    is_reference: bool
    shown: str = ""


def cells(field: forms.BoundField) -> list[list[Cell]]:
    """The rows of a form, the spare ones last."""
    own: RowsField = field.field  # type: ignore[assignment]
    rows = [*(field.value() or ()), *({} for _n in range(SPARE))]
    return [
        [
            Cell(
                f"{field.html_name}-{name}",
                label,
                value := str(row.get(name, "")),
                name == own.rows.reference,
                own.names.get(int(value), value) if value.isascii() and value.isdigit() else value,
            )
            for name, label in own.rows.columns
        ]
        for row in rows
    ]


def rows_of(schema: Any) -> Rows | None:
    """What the rows of a computed field are; None when it isn't a list of records."""
    return getattr(schema, "rows", None) if isinstance(schema, serializers.ListSerializer) else None
