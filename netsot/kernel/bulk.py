"""Writing many rows in one statement.

Values travel by column, as PostgreSQL arrays, and a column that is the same in every row travels once: a batch of a
thousand interfaces sends the seven columns in which they differ, not forty-five thousand values.
"""

from __future__ import annotations

import datetime
import decimal
import uuid
from collections.abc import Iterable, Sequence
from typing import Any

import orjson
from django.db import connection, models
from django.utils import timezone

from netsot.kernel import counters

_PLAIN = (str, int, float, bool, decimal.Decimal, datetime.datetime, datetime.date, datetime.time, uuid.UUID)


class _Unsupported(Exception):
    """A column holds values that have no text form here; Django's own statement is used instead."""


def insert(model: type[models.Model], objs: Sequence[Any]) -> None:
    """Insert unsaved `objs` and give them their primary keys."""
    if not objs:
        return
    fields = [field for field in model._meta.local_concrete_fields if not field.primary_key or objs[0].pk is not None]
    now = timezone.now()
    columns = [_values(field, objs, now, adding=True) for field in fields]
    try:
        source, parameters, names = _source(fields, columns)
    except _Unsupported:
        model._base_manager.bulk_create(objs)
        counters.rows_came(model, objs)
        return
    quote = connection.ops.quote_name
    sql = (
        f"INSERT INTO {quote(model._meta.db_table)} ({', '.join(quote(field.column) for field in fields)}) "
        f"SELECT {', '.join(names)} FROM {source} ORDER BY v.n RETURNING {quote(model._meta.pk.column)}"
    )
    if source.startswith("generate_series"):
        parameters.append(len(objs))
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        for obj, row in zip(objs, cursor.fetchall(), strict=True):
            obj.pk = row[0]
            obj._state.adding = False
            obj._state.db = connection.alias
    counters.rows_came(model, objs)


def update(model: type[models.Model], objs: Sequence[Any], names: Iterable[str]) -> None:
    """Write the fields `names` of stored `objs`."""
    fields = [model._meta.get_field(name) for name in names]
    if not objs or not fields:
        return
    now = timezone.now()
    columns = [_values(field, objs, now, adding=False) for field in fields]
    key = model._meta.pk
    try:
        source, parameters, expressions = _source(
            [key, *fields], [[obj.pk for obj in objs], *columns], spread_first=True
        )
    except _Unsupported:
        model._base_manager.bulk_update(objs, [field.name for field in fields])
        return
    quote = connection.ops.quote_name
    pairs = zip(fields, expressions[1:], strict=True)
    sql = (
        f"UPDATE {quote(model._meta.db_table)} AS t SET "
        f"{', '.join(f'{quote(field.column)} = {expression}' for field, expression in pairs)} "
        f"FROM {source} WHERE t.{quote(key.column)} = {expressions[0]}"
    )
    # Parameters of the SET list stand before those of FROM, as `_source` returns them.
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)


def delete(model: type[models.Model], ids: Sequence[Any]) -> None:
    """Delete the rows `ids` of `model` in one statement."""
    if ids:
        quote = connection.ops.quote_name
        key = quote(model._meta.pk.column)
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {quote(model._meta.db_table)} WHERE {key} = ANY(%s)", [list(ids)])


def set_column(model: type[models.Model], field: models.Field[Any, Any], ids: Sequence[Any], value: Any) -> None:
    """Set one column of the rows `ids` to one value."""
    model._base_manager.filter(pk__in=list(ids)).update(**{field.name: value})


def _values(field: models.Field[Any, Any], objs: Sequence[Any], now: datetime.datetime, adding: bool) -> list[Any]:
    """The column as the database wants it. One moment stands for the whole batch."""
    # An object that is brought back keeps the moment of its creation.
    stamped = adding and getattr(field, "auto_now_add", False)
    if stamped and objs[0].__dict__.get(field.attname) is not None:
        return [obj.__dict__[field.attname] for obj in objs]
    if stamped or getattr(field, "auto_now", False):
        moment = now if isinstance(field, models.DateTimeField) else now.date()
        for obj in objs:
            setattr(obj, field.attname, moment)
        return [moment] * len(objs)
    if isinstance(field, models.JSONField):
        return [None if (value := getattr(obj, field.attname)) is None else dump(value) for obj in objs]
    if type(field).pre_save is not models.Field.pre_save:
        raw = [field.pre_save(obj, adding) for obj in objs]
    else:
        raw = [
            obj.__dict__.get(field.attname) if field.attname in obj.__dict__ else getattr(obj, field.attname)
            for obj in objs
        ]
    seen: dict[Any, Any] = {}
    out: list[Any] = []
    for value in raw:
        if value is None:
            out.append(None)
            continue
        try:
            kind = (type(value), value)
            if kind not in seen:
                seen[kind] = field.get_db_prep_save(value, connection)
            out.append(seen[kind])
        except TypeError:
            out.append(field.get_db_prep_save(value, connection))
    return out


def dump(value: Any) -> str:
    """JSON text for a jsonb column."""
    return orjson.dumps(value, default=str, option=orjson.OPT_NON_STR_KEYS).decode()


def _source(
    fields: Sequence[models.Field[Any, Any]], columns: Sequence[list[Any]], *, spread_first: bool = False
) -> tuple[str, list[Any], list[str]]:
    """(FROM item, parameters, one expression per field) for rows given by column."""
    constants: list[Any] = []
    arrays: list[Any] = []
    expressions = []
    for position, (field, values) in enumerate(zip(fields, columns, strict=True)):
        kind = _cast(field)
        if _is_constant(values) and not (spread_first and position == 0):
            expressions.append(f"%s::{kind}")
            constants.append(values[0])
        else:
            expressions.append(f"v.c{len(arrays)}::{kind}")
            arrays.append([_text(value) for value in values])
    if not arrays:
        return "generate_series(1, %s) AS v(n)", constants, expressions
    names = ", ".join(f"c{i}" for i in range(len(arrays)))
    unnest = ", ".join("%s::text[]" for _ in arrays)
    return f"unnest({unnest}) WITH ORDINALITY AS v({names}, n)", constants + arrays, expressions


def _is_constant(values: list[Any]) -> bool:
    first = values[0]
    return all(value is first or (type(value) is type(first) and value == first) for value in values)


def _cast(field: models.Field[Any, Any]) -> str:
    kind = field.cast_db_type(connection) or ""
    # An explicit cast to varchar(n) would cut the value short; without the length the column itself refuses it.
    return "varchar" if kind.startswith(("varchar", "char")) and not kind.endswith("[]") else kind


def _text(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, _PLAIN):
        return str(value)
    if isinstance(value, list | tuple):
        return "{" + ",".join(_element(item) for item in value) + "}"
    raise _Unsupported(type(value).__name__)


def _element(value: Any) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    raise _Unsupported(type(value).__name__)
