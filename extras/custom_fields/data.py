"""What happens to stored values when a definition changes.

The values live in the JSON column of each object. They are rewritten where they are, by the database, in batches: a
renamed field moves its key, a field that is taken from a type loses it, a field that is given to a type writes its
default. Tables are walked by primary key, so that a million rows cost two hundred statements and each of them is short.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models

from extras.choices import CustomFieldTypeChoices as Types
from netsot.kernel import bulk
from netsot.kernel.introspection import has_feature

BATCH = 5_000


def reconcile(fields: Sequence[Any]) -> None:
    """Make the stored data follow the object types of `fields`, and remember that it does."""
    from extras.models import CustomField

    wanted: dict[Any, set[int]] = {field.pk: set() for field in fields}
    rows = CustomField.object_types.through._base_manager.filter(customfield_id__in=list(wanted))
    for owner, kind in rows.values_list("customfield_id", "contenttype_id"):
        wanted[owner].add(kind)
    applied = dict(CustomField._base_manager.filter(pk__in=list(wanted)).values_list("pk", "_applied_types"))
    given: dict[type[models.Model], dict[str, Any]] = {}
    taken: dict[type[models.Model], list[str]] = {}
    changed = []
    for field in fields:
        before, now = set(applied.get(field.pk) or ()), wanted[field.pk]
        for model in _models(now - before):
            given.setdefault(model, {})[field.name] = field.default
        for model in _models(before - now):
            taken.setdefault(model, []).append(field.name)
        if before != now:
            field._applied_types = sorted(now)
            changed.append(field)
    for model, defaults in given.items():
        populate(model, defaults)
    for model, names in taken.items():
        remove(model, names)
    bulk.update(CustomField, changed, ["_applied_types"])


def take_back(fields: Sequence[Any]) -> None:
    """Take the values of `fields` out of every row that holds them."""
    names: dict[type[models.Model], list[str]] = {}
    for field in fields:
        for model in models_of(field):
            names.setdefault(model, []).append(field.name)
    for model, taken in names.items():
        remove(model, taken)


def _models(types: Iterable[int]) -> list[type[models.Model]]:
    found = (ContentType.objects.get_for_id(pk).model_class() for pk in sorted(types))
    return [model for model in found if model is not None and has_feature(model, "custom_fields")]


def models_of(field: Any) -> list[type[models.Model]]:
    """The models whose rows hold the field now."""
    return _models(field._applied_types)


def populate(model: type[models.Model], defaults: Mapping[str, Any]) -> None:
    """Write the defaults, by name, to every row that has no value. Without a default there is nothing to write."""
    known = {name: default for name, default in defaults.items() if default is not None}
    if known:
        _walk(
            model,
            "custom_field_data = %s::jsonb || custom_field_data",
            "NOT custom_field_data ?& %s",
            [bulk.dump(known)],
            [list(known)],
        )


def remove(model: type[models.Model], names: Sequence[str]) -> None:
    """Take the values of these fields out of every row."""
    _walk(
        model,
        "custom_field_data = custom_field_data - %s::text[]",
        "custom_field_data ?| %s",
        [list(names)],
        [list(names)],
    )


def rename(model: type[models.Model], old: str, new: str) -> None:
    """Move the value of every row to a new key."""
    _walk(
        model,
        "custom_field_data = (custom_field_data - %s::text) || jsonb_build_object(%s::text, custom_field_data -> %s)",
        "custom_field_data ? %s",
        [old, new, old],
        [old],
    )


def _walk(model: type[models.Model], assignment: str, condition: str, values: list[Any], tests: list[Any]) -> None:
    table = connection.ops.quote_name(model._meta.db_table)
    sql = (
        f"WITH batch AS (SELECT id FROM {table} WHERE id > %s ORDER BY id LIMIT {BATCH}), "  # noqa: S608 - our names
        f"done AS (UPDATE {table} AS t SET {assignment} FROM batch WHERE t.id = batch.id AND {condition}) "
        "SELECT max(id) FROM batch"
    )
    last = 0
    with connection.cursor() as cursor:
        while last is not None:
            cursor.execute(sql, [last, *values, *tests])
            last = cursor.fetchone()[0]


def in_use(field: Any, values: Sequence[str]) -> list[str]:
    """Which of `values` some object holds in a selection field; one query per model."""
    found: set[str] = set()
    if field.type == Types.TYPE_MULTISELECT:
        # A null, or a value of an earlier time that isn't a list, has no elements.
        elements = (
            "jsonb_array_elements_text(CASE jsonb_typeof(custom_field_data -> %s) WHEN 'array' "
            "THEN custom_field_data -> %s ELSE '[]' END)"
        )
        sql = f"SELECT DISTINCT held FROM {{table}}, {elements} AS held WHERE held = ANY(%s)"  # noqa: S608
        parameters: list[Any] = [field.name, field.name]
    else:
        sql = "SELECT DISTINCT custom_field_data ->> %s FROM {table} WHERE custom_field_data ->> %s = ANY(%s)"
        parameters = [field.name, field.name]
    for model in models_of(field):
        with connection.cursor() as cursor:
            cursor.execute(
                sql.format(table=connection.ops.quote_name(model._meta.db_table)), [*parameters, list(values)]
            )
            found.update(row[0] for row in cursor.fetchall())
    return sorted(found)


def repeated(field: Any) -> int:
    """How many values of the field are held by more than one object of a type."""
    total = 0
    for model in models_of(field):
        table = connection.ops.quote_name(model._meta.db_table)
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE custom_field_data -> %s <> 'null' "  # noqa: S608
                "GROUP BY custom_field_data -> %s HAVING count(*) > 1) AS repeated",
                [field.name, field.name],
            )
            total += cursor.fetchone()[0]
    return total
