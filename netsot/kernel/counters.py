"""Counter columns: how many rows point to a row, kept by set-based statements.

`recount` counts anew rather than adding and subtracting, so a counter can't drift.
"""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextvars import ContextVar
from typing import Any

from django.apps import apps
from django.db import connection, models
from django.db.models.signals import post_delete, post_save

from netsot.kernel import changes

Link = tuple[type[models.Model], Any, Any]


def counters_of(model: type[models.Model]) -> list[Link]:
    """The counter columns elsewhere that count rows of `model`: (their model, the column, our foreign key)."""
    return _index().get(model._meta.label_lower, [])


_cache: dict[str, list[Link]] = {}


def _index() -> dict[str, list[Link]]:
    if not _cache:
        found = defaultdict(list)
        for parent in apps.get_models():
            for field in parent._meta.concrete_fields:
                if type(field).__name__ == "CounterCacheField":
                    child = apps.get_model(field.to_model)
                    found[child._meta.label_lower].append((parent, field, child._meta.get_field(field.to_field)))
        _cache.update(found)
    return _cache


def recount(parent: type[models.Model], links: Sequence[tuple[Any, Any]], ids: Iterable[Any]) -> None:
    """Count the rows behind each (counter, foreign key) of `links` for the parents `ids`, in two statements.

    The parents are locked first, so that the count sees every writer that finished before it.
    """
    quote = connection.ops.quote_name
    table, wanted = quote(parent._meta.db_table), sorted(ids)
    counts = ", ".join(
        f"(SELECT count(*) FROM {quote(link.model._meta.db_table)} AS child "
        f"WHERE child.{quote(link.column)} = counting.id) AS n{position}"
        for position, (_counter, link) in enumerate(links)
    )
    columns = [quote(counter.column) for counter, _link in links]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {table} WHERE id = ANY(%s) ORDER BY id FOR NO KEY UPDATE", [wanted])
        cursor.execute(
            f"UPDATE {table} AS parent SET {', '.join(f'{column} = n{i}' for i, column in enumerate(columns))} "
            f"FROM (SELECT id, {counts} FROM {table} AS counting WHERE id = ANY(%s)) AS counted "
            f"WHERE parent.id = counted.id AND ({', '.join(f'parent.{column}' for column in columns)}) "
            f"IS DISTINCT FROM ({', '.join(f'n{i}' for i in range(len(columns)))})",
            [wanted],
        )


def recount_for(model: type[models.Model], parent_ids: dict[str, set[Any]]) -> None:
    """After rows of `model` came, went or moved: recount for the parents, given by the name of our foreign key."""
    waiting = _waiting.get()
    found: Waiting = {} if waiting is None else waiting
    for parent, counter, link in counters_of(model):
        ids = parent_ids.get(link.name, set()) - {None}
        if ids:
            links, known = found.setdefault(parent, ({}, set()))
            links[counter.name] = (counter, link)
            known |= ids
    if waiting is None:
        _settle(found)


Waiting = dict[type[models.Model], tuple[dict[str, tuple[Any, Any]], set[Any]]]
_waiting: ContextVar[Waiting | None] = ContextVar("netsot_counters", default=None)


@contextlib.contextmanager
def together() -> Iterator[None]:
    """Recount once at the end for everything that comes and goes inside: a device's ten kinds of components."""
    found: Waiting = {}
    token = _waiting.set(found)
    try:
        yield
    finally:
        _waiting.reset(token)
    _settle(found)


def _settle(found: Waiting) -> None:
    for parent, (links, ids) in found.items():
        recount(parent, list(links.values()), ids)


def rows_came(model: type[models.Model], objs: Iterable[Any]) -> None:
    """Recount for every parent of `objs`, which were just inserted or deleted."""
    links = counters_of(model)
    if links:
        objs = list(objs)
        recount_for(model, {link.name: {getattr(obj, link.attname) for obj in objs} for _, _, link in links})


def _saved(sender: type[models.Model], instance: Any, raw: bool = False, **kwargs: Any) -> None:
    if not raw and not changes.is_muted():
        rows_came(sender, [instance])


def _deleted(sender: type[models.Model], instance: Any, **kwargs: Any) -> None:
    if not changes.is_muted():
        rows_came(sender, [instance])


def connect() -> None:
    """Keep the counters when scripts save and delete through the ORM; called once when the apps are ready."""
    post_save.connect(_saved, dispatch_uid="netsot.counters.saved")
    post_delete.connect(_deleted, dispatch_uid="netsot.counters.deleted")
