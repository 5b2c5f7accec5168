"""Trees stored as parent pointers, asked by recursive queries.

Nothing is cached, so nothing has to be kept right: a move rewrites one row, whatever the size of the subtree.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.models.expressions import RawSQL

from netsot.models.natural import NaturalKey


def _closure(model: type[models.Model], step: str) -> str:
    table = connection.ops.quote_name(model._meta.db_table)
    return (
        f"WITH RECURSIVE closure(id, parent_id) AS (SELECT id, parent_id FROM {table} WHERE id = ANY(%s) "
        f"UNION SELECT node.id, node.parent_id FROM {table} node JOIN closure ON {step}) "
        "SELECT id FROM closure"
    )


def descendants_sql(model: type[models.Model]) -> str:
    """SQL with one parameter, an array of ids: those nodes and everything below them."""
    return _closure(model, "node.parent_id = closure.id")


def ancestors_sql(model: type[models.Model]) -> str:
    """SQL with one parameter, an array of ids: those nodes and everything above them."""
    return _closure(model, "node.id = closure.parent_id")


def _related(model: type[models.Model], sql: str, ids: Iterable[Any], include_self: bool) -> models.QuerySet:
    wanted = list(ids)
    queryset = model._default_manager.filter(pk__in=RawSQL(sql, [wanted]))
    return queryset if include_self else queryset.exclude(pk__in=wanted)


def descendants(model: type[models.Model], ids: Iterable[Any], *, include_self: bool = True) -> models.QuerySet:
    """Everything below the nodes `ids`."""
    return _related(model, descendants_sql(model), ids, include_self)


def ancestors(model: type[models.Model], ids: Iterable[Any], *, include_self: bool = True) -> models.QuerySet:
    """Everything above the nodes `ids`."""
    return _related(model, ancestors_sql(model), ids, include_self)


def depths(model: type[models.Model], ids: Iterable[Any]) -> dict[Any, int]:
    """How many ancestors each of `ids` has, in one query."""
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH RECURSIVE up(start, parent_id, depth) AS (SELECT id, parent_id, 0 FROM {table} WHERE id = ANY(%s) "
            f"UNION ALL SELECT up.start, node.parent_id, up.depth + 1 FROM {table} node "
            "JOIN up ON node.id = up.parent_id) "
            "SELECT start, max(depth) FROM up GROUP BY start",
            [list(ids)],
        )
        return dict(cursor.fetchall())


def subtree_pairs(model: type[models.Model], ids: Iterable[Any]) -> str:
    """SQL with one parameter, an array of ids: (root, node) for every node at or below each of them."""
    table = connection.ops.quote_name(model._meta.db_table)
    return (
        f"WITH RECURSIVE down(root, node) AS (SELECT id, id FROM {table} WHERE id = ANY(%s) "
        f"UNION ALL SELECT down.root, child.id FROM {table} child JOIN down ON child.parent_id = down.node) "
        "SELECT root, node FROM down"
    )


class TreePath(models.Func):
    """What to order by for a tree to come in its order: the keys of the names from the root down to the row. The ids
    tell nodes of the same name apart, so that each keeps its own children behind it.
    """

    output_field = ArrayField(models.TextField())
    template = (
        "(WITH RECURSIVE up(name, id, parent_id, depth) AS (SELECT %(expressions)s, 0 "
        "UNION ALL SELECT node.name, node.id, node.parent_id, up.depth + 1 FROM %(table)s node "
        "JOIN up ON node.id = up.parent_id) "
        'SELECT array_agg(natural_key(name) COLLATE "C" || chr(1) || id ORDER BY depth DESC) FROM up)'
    )

    def __init__(self, model: type[models.Model]) -> None:
        table = connection.ops.quote_name(model._meta.db_table)
        super().__init__(models.F("name"), models.F("id"), models.F("parent_id"), table=table)


def ordering(model: type[models.Model]) -> tuple[Any, ...]:
    """The default order of a tree: as `Meta.ordering`, but children come behind their parent."""
    return tuple(TreePath(model) if isinstance(item, NaturalKey) else item for item in model._meta.ordering)


def circular(model: type[models.Model], objs: Sequence[Any]) -> list[Any]:
    """The objects whose new parents, taken together, would close a circle. One query, whatever the batch."""
    moved = {obj.pk: obj.parent_id for obj in objs if obj.pk is not None}
    starts = {parent for parent in moved.values() if parent is not None}
    if not starts:
        return []
    stored = dict(ancestors(model, starts).values_list("pk", "parent_id"))
    parents = stored | moved
    found = []
    for obj in objs:
        seen, node = {obj.pk}, obj.parent_id
        while node is not None and obj.pk is not None:
            if node in seen:
                if node == obj.pk:
                    found.append(obj)
                break
            seen.add(node)
            node = parents.get(node)
    return found
