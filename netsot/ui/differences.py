"""Entries of the change log as people read them: field by field, before and after, names instead of numbers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from netsot.kernel import registry
from netsot.kernel.representation import Context

COLORS = {"create": "green", "update": "blue", "delete": "red"}
SILENT = {"last_updated", "created"}
"""Moments that every change carries; they tell nothing about it."""


@dataclass
class Difference:
    """One field of one change."""

    label: str
    before: str
    after: str


@dataclass
class Change:
    """One entry of the change log."""

    entry: Any
    color: str
    differences: list[Difference]


RECORDED = ("object_repr", "prechange_data", "postchange_data")


def as_shown(entries: Sequence[Any], context: Context) -> list[Any]:
    """The entries with names and states as the API shows them to this reader: nothing of hidden objects."""
    entries = list(entries)
    if entries:
        resource = registry.resource_for(entries[0])
        stored = resource.model._default_manager.filter(pk__in=[entry.pk for entry in entries])
        shown = resource.representation(fields=RECORDED).by_id(stored, context)
        for entry in entries:
            for name in RECORDED:
                setattr(entry, name, shown[entry.pk][name])
    return entries


def read(entries: Sequence[Any], context: Context) -> list[Change]:
    """The entries with their differences; one query per kind of object they mention."""
    entries = as_shown(entries, context)
    pairs = [(entry, _model(entry), _changed(entry)) for entry in entries]
    wanted: dict[type[models.Model], set[int]] = {}
    for _entry, model, changed in pairs:
        for name, before, after in changed:
            target = _target(model, name)
            if target is not None:
                wanted.setdefault(target, set()).update(_ids(before) + _ids(after))
    names = {target: context.related(target, ids, "link") for target, ids in wanted.items()}
    return [
        Change(
            entry,
            COLORS.get(entry.action, "gray"),
            [
                Difference(_label(model, name), _show(model, name, before, names), _show(model, name, after, names))
                for name, before, after in changed
            ],
        )
        for entry, model, changed in pairs
    ]


def _model(entry: Any) -> type[models.Model] | None:
    return ContentType.objects.get_for_id(entry.changed_object_type_id).model_class()


def _changed(entry: Any) -> list[tuple[str, Any, Any]]:
    before, after = entry.prechange_data or {}, entry.postchange_data or {}
    out: list[tuple[str, Any, Any]] = []
    for name in dict.fromkeys([*before, *after]):
        old, new = before.get(name), after.get(name)
        if name in SILENT or old == new or (_is_nothing(old) and _is_nothing(new)):
            continue
        if name == "custom_fields" and isinstance(old or {}, dict) and isinstance(new or {}, dict):
            keys = dict.fromkeys([*(old or {}), *(new or {})])
            out += [
                (f"cf_{key}", (old or {}).get(key), (new or {}).get(key))
                for key in keys
                if (old or {}).get(key) != (new or {}).get(key)
            ]
        else:
            out.append((name, old, new))
    return out


def _is_nothing(value: Any) -> bool:
    return value is None or value == "" or value == [] or value == {}


def _field(model: type[models.Model] | None, name: str) -> Any:
    try:
        return model._meta.get_field(name) if model else None
    except FieldDoesNotExist:
        return None


def _target(model: type[models.Model] | None, name: str) -> type[models.Model] | None:
    field = _field(model, name)
    if field is None or not (field.many_to_one or field.one_to_one or field.many_to_many) or name == "tags":
        return None
    target = field.related_model
    return target if isinstance(target, type) and not issubclass(target, ContentType) else None


def _ids(value: Any) -> list[int]:
    values = value if isinstance(value, list) else [value]
    return [item for item in values if isinstance(item, int) and not isinstance(item, bool)]


def _label(model: type[models.Model] | None, name: str) -> str:
    field = _field(model, name)
    text = getattr(field, "verbose_name", None) or name.removeprefix("cf_").replace("_", " ")
    return capfirst(str(text))


def _show(model: type[models.Model] | None, name: str, value: Any, names: dict[Any, dict[Any, Any]]) -> str:
    if _is_nothing(value):
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    target = _target(model, name)
    if target is not None:
        return ", ".join(_name(names.get(target, {}), pk) for pk in _ids(value))
    field = _field(model, name)
    if getattr(field, "related_model", None) is ContentType:
        return ", ".join(_kind(pk) for pk in _ids(value))
    labels = getattr(getattr(field, "choice_set", None), "labels", None)
    if labels and not isinstance(value, list | dict):
        return str(labels.get(value, value))
    if isinstance(value, list) and all(isinstance(item, str | int) for item in value):
        return ", ".join(map(str, value))
    return json.dumps(value, indent=2, ensure_ascii=False) if isinstance(value, list | dict) else str(value)


def _name(known: dict[Any, Any], pk: int) -> str:
    row = known.get(pk)
    return str(row["display"]) if row else f"#{pk}"


def _kind(pk: int) -> str:
    try:
        return capfirst(ContentType.objects.get_for_id(pk).name)
    except ContentType.DoesNotExist:
        return f"#{pk}"


def changes_of(obj: Any, context: Context) -> Any:
    """The entries about an object and what belongs to it, newest first, as far as the reader may see them."""
    model = apps.get_model("core", "ObjectChange")
    kind = ContentType.objects.get_for_model(obj)
    about = models.Q(changed_object_type=kind, changed_object_id=obj.pk)
    about |= models.Q(related_object_type=kind, related_object_id=obj.pk)
    return context.restrict(model.objects.filter(about))
