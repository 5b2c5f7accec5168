"""From what was sent to values, for a whole batch, field by field.

The DRF field of each column checks every row's value; references of the whole batch are then resolved with one query
per related model.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError

from netsot.kernel import custom_fields
from netsot.kernel.inputs import Lookup
from netsot.kernel.introspection import FieldInfo, Kind
from netsot.kernel.references import resolve

if TYPE_CHECKING:
    from netsot.kernel.resource import Resource

SPECIAL = ("add_tags", "remove_tags")


@dataclass
class Parsed:
    """The values of a batch: per row by field name; what is wrong, per row by field name."""

    values: list[dict[str, Any]]
    errors: list[dict[str, Any]]
    tags: list[dict[str, list[Any]]] = field(default_factory=list)
    """Per row: the Tag objects under `tags`, `add_tags`, `remove_tags`, where sent."""
    custom: list[dict[str, Any] | None] = field(default_factory=list)
    """Per row: the custom fields sent."""


def parse(resource: Resource, payloads: Sequence[Any], user: Any, *, partial: bool) -> Parsed:
    """Read a batch. With `partial`, fields that weren't sent are left alone; else required ones must be there."""
    parsed = Parsed([{} for _ in payloads], [{} for _ in payloads])
    rows: list[Mapping[str, Any]] = []
    for position, payload in enumerate(payloads):
        if isinstance(payload, Mapping):
            rows.append(payload)
        else:
            rows.append({})
            parsed.errors[position] = {
                "non_field_errors": [_("Invalid data. Expected a dictionary, but got %s.") % type(payload).__name__]
            }
    waiting: list[tuple[FieldInfo, int, Any]] = []
    for info, column in _inputs(resource):
        if info.kind in (Kind.TAGS, Kind.CUSTOM_FIELDS):
            continue
        for position, row in enumerate(rows):
            if info.name not in row:
                if info.required and not partial and not parsed.errors[position].get("non_field_errors"):
                    parsed.errors[position][info.name] = [_("This field is required.")]
                continue
            try:
                value = column.run_validation(row[info.name])
            except ValidationError as error:
                parsed.errors[position][info.name] = error.detail
                continue
            if info.kind in (Kind.REFERENCE, Kind.REFERENCES) and value is not None:
                waiting.append((info, position, value))
            else:
                parsed.values[position][info.name] = _fitting(info, value)
    _resolve(waiting, parsed, user)
    _read_tags(resource, rows, parsed, user)
    _read_custom_fields(resource, rows, parsed)
    return parsed


def _inputs(resource: Resource) -> list[tuple[FieldInfo, Any]]:
    """The writable fields with their DRF fields, built once per resource."""
    if "_inputs" not in resource.__dict__:
        fields = resource.serializer_class().fields
        resource.__dict__["_inputs"] = [(info, fields[info.name]) for info in resource.writable]
    return resource.__dict__["_inputs"]  # type: ignore[no-any-return]


def _fitting(info: FieldInfo, value: Any) -> Any:
    """Nothing is NULL in a nullable column and empty text in the others."""
    column = info.column
    if not isinstance(column, models.CharField | models.TextField):
        return value
    if value == "" and column.null:
        return None
    return "" if value is None and not column.null else value


def _resolve(waiting: Sequence[tuple[FieldInfo, int, Any]], parsed: Parsed, user: Any) -> None:
    wanted: dict[type[models.Model], set[Lookup]] = {}
    for info, _position, value in waiting:
        wanted.setdefault(info.related, set()).update(value if isinstance(value, list) else [value])
    found = {target: resolve(target, lookups, user) for target, lookups in wanted.items()}
    for info, position, value in waiting:
        objs = found[info.target]  # type: ignore[index]
        results = [objs[item] for item in value] if isinstance(value, list) else [objs[value]]
        wrong = [item for item in results if isinstance(item, str)]
        if wrong:
            parsed.errors[position][info.name] = wrong
        else:
            parsed.values[position][info.name] = results if isinstance(value, list) else results[0]


def _read_tags(resource: Resource, rows: Sequence[Mapping[str, Any]], parsed: Parsed, user: Any) -> None:
    parsed.tags = [{} for _ in rows]
    if "tags" not in resource.infos:
        return
    fields = resource.serializer_class().fields if any(k in row for row in rows for k in ("tags", *SPECIAL)) else {}
    sent: dict[tuple[int, str], list[Any]] = {}
    for position, row in enumerate(rows):
        for key in ("tags", *SPECIAL):
            if key in row and key in fields:
                try:
                    sent[position, key] = fields[key].run_validation(row[key]) or []
                except ValidationError as error:
                    parsed.errors[position][key] = error.detail
    if not sent:
        return
    model = resource.model.tags.through._meta.get_field("tag").related_model  # type: ignore[attr-defined]
    known = _find_tags(model, [tag for tags in sent.values() for tag in tags], user)
    ids = {obj.pk for tags in sent.values() for tag in tags if (obj := known(tag))}
    refused = resource.model.tags.through.refused(resource.model, ids)  # type: ignore[attr-defined]
    for (position, key), tags in sent.items():
        found = [known(tag) for tag in tags]
        wrong = [_("Tag not found: %s. Create it first.") % tag for tag in tags if known(tag) is None]
        if key != "remove_tags":
            wrong += [refused[obj.pk] for obj in found if obj and obj.pk in refused]
        if wrong:
            parsed.errors[position][key] = wrong
        else:
            parsed.tags[position][key] = list(dict.fromkeys(found))


def _find_tags(model: Any, wanted: list[Any], user: Any) -> Any:
    """A function from what was sent for a tag to the Tag; one query for all of them."""
    from django.db.models import Q

    from netsot.kernel import access

    texts: set[Any] = set()
    ids: set[int] = set()
    for tag in wanted:
        value = _tag_key(tag)
        (ids if isinstance(value, int) else texts).add(value)
    numeric = {int(text) for text in texts if isinstance(text, str) and text.isdecimal() and len(text) < 19}
    query = Q(name__in=texts) | Q(slug__in=texts) | Q(pk__in=ids | numeric)
    objs = list(access.restrict(model._default_manager.filter(query), user, "view"))
    by_id = {obj.pk: obj for obj in objs}
    by_text = {obj.slug: obj for obj in objs} | {obj.name: obj for obj in objs}

    def known(tag: Any) -> Any:
        value = _tag_key(tag)
        if isinstance(value, int):
            return by_id.get(value)
        return by_text.get(value) or (by_id.get(int(value)) if isinstance(value, str) and value.isdecimal() else None)

    return known


def _tag_key(tag: Any) -> Any:
    if isinstance(tag, dict):
        for key in ("id", "name", "slug"):
            if isinstance(tag.get(key), str | int):
                return tag[key]
        return str(tag)
    return tag


def _read_custom_fields(resource: Resource, rows: Sequence[Mapping[str, Any]], parsed: Parsed) -> None:
    parsed.custom = [None for _ in rows]
    if "custom_fields" not in resource.infos:
        return
    names = None
    for position, row in enumerate(rows):
        if "custom_fields" not in row:
            continue
        sent = row["custom_fields"]
        if sent is not None and not isinstance(sent, Mapping):
            parsed.errors[position]["custom_fields"] = [_("Give the custom fields as a dictionary by name.")]
            continue
        if names is None:
            names = {item.name for item in custom_fields.provider().fields(resource.model)}
        unknown = [key for key in sent or {} if key not in names]
        if unknown:
            listing = ", ".join(sorted(names)) or _("none")
            parsed.errors[position]["custom_fields"] = [
                _("Unknown field name '%(name)s' in custom field data. Defined for this object: %(names)s.")
                % {"name": key, "names": listing}
                for key in unknown
            ]
        else:
            parsed.custom[position] = dict(sent or {})
