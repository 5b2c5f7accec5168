"""Lists of objects of several kinds in a form: the ends of a cable.

The API takes `[{"object_type": "dcim.interface", "object_id": 5}, …]`. A form asks for the kind in one field
(`a_terminations_type`) and for the objects of that kind in another (`a_terminations`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from netsot.derive.formfields import ReferenceField
from netsot.kernel import registry

BLANK = [("", "—")]


@dataclass(frozen=True)
class Picking:
    """How the objects of such a list are found. A serializer of its items says so in an attribute `picking`."""

    kinds: tuple[str, ...]
    """The models to choose from; those without a resource are left out."""
    query: tuple[tuple[str, str], ...] = ()
    """What is asked of the API beside the text that is searched."""
    within: tuple[str, str] = ("", "")
    """(filter, model): objects can be narrowed down to those that belong to another one, of this model."""


class ObjectsField(ReferenceField):
    """Objects of one kind, which the field `type_field` names."""

    def __init__(self, picking: Picking, *, type_field: str, **kwargs: Any) -> None:
        self.picking = picking
        self.within_label: Any = ""
        self.within_api = ""
        super().__init__(None, many=True, type_field=type_field, **kwargs)

    def kind_field(self) -> forms.ChoiceField:
        """The field of the kind."""
        label = _("%(field)s: kind of object") % {"field": self.label}
        return forms.ChoiceField(choices=lambda: BLANK + self.kinds(), required=False, label=label)

    def kinds(self) -> list[tuple[str, str]]:
        """What can be chosen from, by name."""
        found = [resource for resource in map(registry.get, self.picking.kinds) if resource is not None]
        return [(resource.label, capfirst(str(resource.model._meta.verbose_name))) for resource in found]

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            # Their order counts: it says which connector a lane is in.
            return bool(self.to_python(data) != list(initial or []))
        except ValidationError:
            return True


def picking_of(schema: Any) -> Picking | None:
    """How the objects of a computed field are found; None when it is no such list."""
    return getattr(schema.child, "picking", None) if isinstance(schema, serializers.ListSerializer) else None


def start(rows: Sequence[Mapping[str, Any]]) -> tuple[str, list[int]]:
    """(kind, ids) of a list as the API shows it."""
    kind = rows[0]["object_type"] if rows else ""
    return kind, [row["object_id"] for row in rows if row["object_type"] == kind]


def payload(kind: str, ids: Sequence[int]) -> list[dict[str, Any]]:
    """The list as the API takes it."""
    return [{"object_type": kind, "object_id": pk} for pk in ids]


def name_of(row: Mapping[str, Any]) -> str:
    """A component by its name and that of what it is part of: `switch 1 › eth0`."""
    whole = next((row[key] for key in ("device", "circuit", "power_panel") if row.get(key)), None)
    return f"{whole['display']} › {row['display']}" if isinstance(whole, Mapping) else str(row["display"])
