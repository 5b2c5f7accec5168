"""Counter columns: how many rows point to a row, kept by set-based statements.

`recount(model, field, ids)` counts anew rather than adding and subtracting, so a counter can't drift.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
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


def recount(parent: type[models.Model], counter: Any, link: Any, ids: Iterable[Any]) -> None:
    """Count the rows behind `counter` for the parents `ids`.

    The parents are locked first, so that the count sees every writer that finished before it.
    """
    quote = connection.ops.quote_name
    child = quote(link.model._meta.db_table)
    with connection.cursor() as cursor:
        wanted = sorted(ids)
        cursor.execute(
            f"SELECT 1 FROM {quote(parent._meta.db_table)} WHERE id = ANY(%s) ORDER BY id FOR NO KEY UPDATE", [wanted]
        )
        cursor.execute(
            f"UPDATE {quote(parent._meta.db_table)} AS parent SET {quote(counter.column)} = counted.n "
            f"FROM (SELECT wanted.id, count(child.id) AS n FROM unnest(%s::bigint[]) AS wanted(id) "
            f"LEFT JOIN {child} AS child ON child.{quote(link.column)} = wanted.id GROUP BY wanted.id) AS counted "
            f"WHERE parent.id = counted.id AND parent.{quote(counter.column)} IS DISTINCT FROM counted.n",
            [wanted],
        )


def recount_for(model: type[models.Model], parent_ids: dict[str, set[Any]]) -> None:
    """After rows of `model` came, went or moved: recount for the parents, given by the name of our foreign key."""
    for parent, counter, link in counters_of(model):
        ids = parent_ids.get(link.name, set()) - {None}
        if ids:
            recount(parent, counter, link, ids)


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
