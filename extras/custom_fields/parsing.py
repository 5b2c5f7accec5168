"""The way in: what was sent for the custom fields of a batch, merged, checked and stored on the objects."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, models
from django.utils.translation import gettext as _

from extras.custom_fields.definitions import fields_for
from extras.custom_fields.values import handler_for
from netsot.kernel import bulk, changes, locks, references
from netsot.kernel.errors import Errors
from netsot.kernel.inputs import Lookup
from netsot.kernel.introspection import has_feature


class _System:
    """The system itself, where an access rule asks for a user."""

    is_authenticated = is_active = is_superuser = True
    pk = None


@dataclass
class _Waiting:
    """A value that holds references which are not resolved yet."""

    obj: Any
    field: Any
    value: Any

    @property
    def lookups(self) -> list[Lookup]:
        return self.value if isinstance(self.value, list) else [self.value]


def parse(
    model: type[models.Model], objs: Sequence[Any], sent: Sequence[dict[str, Any] | None], errors: Errors
) -> None:
    """Merge what was sent into `custom_field_data` of each object.

    New objects get the defaults of what wasn't sent. Fields of a new object, and fields that were sent, are checked;
    a field that became required later doesn't stand in the way of other changes. Data of fields that no longer exist is
    dropped. The number of queries depends on the fields, not on the objects.
    """
    if not has_feature(model, "custom_fields"):
        return
    fields = {field.name: field for field in fields_for(model)}
    if not fields:
        return
    handlers = {name: handler_for(field) for name, field in fields.items()}
    waiting: list[_Waiting] = []
    touched: dict[str, list[Any]] = {}
    for obj, values in zip(objs, list(sent) or [None] * len(objs), strict=True):
        fresh = obj._state.adding
        data = {name: value for name, value in (obj.custom_field_data or {}).items() if name in fields}
        if fresh:
            for name, field in fields.items():
                data.setdefault(name, copy.deepcopy(field.default))
        for name, value in (values or {}).items():
            if name not in fields:
                _note(errors, obj, name, _("There is no custom field of this name for this object."))
                continue
            try:
                parsed = handlers[name].parse(value)
            except ValidationError as error:
                for message in error.messages:
                    _note(errors, obj, name, message)
                continue
            touched.setdefault(name, []).append(obj)
            if _holds_references(parsed):
                waiting.append(_Waiting(obj, fields[name], parsed))
                parsed = parsed if isinstance(parsed, list) else [parsed]
            data[name] = parsed
        for name, field in fields.items():
            if field.required and data.get(name) is None and (fresh or name in (values or {})):
                _note(errors, obj, name, _("This field is required."))
            if fresh and name not in (values or {}):
                touched.setdefault(name, []).append(obj)
        obj.custom_field_data = data
    _resolve(waiting, errors)
    for name, field in fields.items():
        if field.unique and touched.get(name):
            _check_unique(model, field, touched[name], objs, errors)


def _holds_references(parsed: Any) -> bool:
    first = parsed[0] if isinstance(parsed, list) and parsed else parsed
    return isinstance(first, Lookup)


def _note(errors: Errors, obj: Any, name: str, message: str) -> None:
    errors.add(
        obj,
        "custom_fields",
        _("Invalid value for custom field '%(name)s': %(error)s") % {"name": name, "error": message},
    )


def _resolve(waiting: Sequence[_Waiting], errors: Errors) -> None:
    """Turn references into ids: one query per related model, among what the user may see."""
    if not waiting:
        return
    user = changes.current_user() or _System()
    wanted: dict[type[models.Model], set[Lookup]] = {}
    for item in waiting:
        wanted.setdefault(item.field.related_model, set()).update(item.lookups)
    found = {target: references.resolve(target, lookups, user) for target, lookups in wanted.items()}
    for item in waiting:
        results = [found[item.field.related_model][one] for one in item.lookups]
        wrong = [text for text in results if isinstance(text, str)]
        for text in wrong:
            _note(errors, item.obj, item.field.name, text)
        ids = list(dict.fromkeys(obj.pk for obj in results if not isinstance(obj, str)))
        item.obj.custom_field_data[item.field.name] = (ids if isinstance(item.value, list) else ids[0]) if ids else None


def _check_unique(
    model: type[models.Model], field: Any, touched: Sequence[Any], objs: Sequence[Any], errors: Errors
) -> None:
    """No two objects have the same value; neither two of this batch."""
    # Two writers at once would not see each other's value: one at a time per field and model.
    locks.acquire([(f"custom-field:{model._meta.label_lower}", field.pk)])
    message = _("Another object already has the value “%s”: it must be unique.")
    owners: dict[str, list[Any]] = {}
    for obj in objs:
        value = obj.custom_field_data.get(field.name)
        if value is not None:
            owners.setdefault(bulk.dump(value), []).append(obj)
    checked = {id(obj) for obj in touched}
    for text, same in owners.items():
        if len(same) > 1:
            for obj in same:
                if id(obj) in checked:
                    _note(errors, obj, field.name, message % text.strip('"'))
    wanted = [text for text, same in owners.items() if any(id(obj) in checked for obj in same)]
    if not wanted:
        return
    # What this batch overwrites doesn't count.
    own = [obj.pk for obj in objs if not obj._state.adding]
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT DISTINCT custom_field_data -> %s FROM {table} "  # noqa: S608 - the name of a table of ours
            "WHERE custom_field_data -> %s = ANY(%s::jsonb[]) AND NOT id = ANY(%s)",
            [field.name, field.name, wanted, own],
        )
        taken = {bulk.dump(_loaded(row[0])) for row in cursor.fetchall()}
    for text in wanted:
        if text in taken:
            for obj in owners[text]:
                if id(obj) in checked:
                    _note(errors, obj, field.name, message % text.strip('"'))


def _loaded(value: Any) -> Any:
    """A jsonb value as the cursor returns it, which depends on the cursor, as Python."""
    import orjson

    return orjson.loads(value) if isinstance(value, str) else value


def fill_defaults(sender: type[models.Model], instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Receiver of `pre_save`: objects made by scripts through the ORM start with the defaults too."""
    if raw or not instance._state.adding or not has_feature(sender, "custom_fields"):
        return
    data = instance.custom_field_data
    for field in fields_for(sender):
        if field.default is not None:
            data.setdefault(field.name, copy.deepcopy(field.default))
