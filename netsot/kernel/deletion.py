"""Deleting a set of objects with everything that depends on them.

Django's Collector finds what goes along, what is emptied and what stands in the way; rows are then removed with one
statement per model, and every logged object that goes or changes gets its entry in the change log.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models, router, transaction
from django.db.models.deletion import Collector, ProtectedError, RestrictedError, get_candidate_relations_to_delete

from netsot.kernel import bulk, changes, counters, locks
from netsot.kernel.errors import DeletionProtected


class SetCollector(Collector):
    """Collects like Django's, but asks once per kind of object which of its many relations lead anywhere, follows only
    those, and only loads rows that are logged or lead to others.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._leading: dict[type[models.Model], set[Any]] = {}

    def collect(self, objs: Any, source: Any = None, *args: Any, **kwargs: Any) -> None:  # type: ignore[override]
        """Collect `objs` and what depends on them."""
        generic = source is not None and not args and "source_attr" not in kwargs
        if generic and objs.model not in self._leading.get(source, ()):
            return
        if not self.can_fast_delete(objs):
            found = list(objs)
            if found:
                self._probe(type(found[0]), [obj.pk for obj in found])
        super().collect(objs, source, *args, **kwargs)

    def related_objects(self, related_model: Any, related_fields: Any, objs: Any) -> Any:
        """The objects that refer to `objs`; no query where the probe found none."""
        leading = self._leading.get(type(objs[0]), set())
        if not leading & set(related_fields):
            return related_model._base_manager.none()
        return super().related_objects(related_model, related_fields, objs)

    def _probe(self, model: type[models.Model], ids: Sequence[Any]) -> None:
        """Which relations lead to any row, in one statement."""
        quote = connection.ops.quote_name
        parts: list[tuple[Any, str, list[Any]]] = []
        for relation in get_candidate_relations_to_delete(model._meta):
            field = relation.field
            if field.remote_field.on_delete is not models.DO_NOTHING:
                table, column = quote(field.model._meta.db_table), quote(field.column)
                parts.append((field, f"SELECT 1 FROM {table} WHERE {column} = ANY(%s)", [list(ids)]))
        for field in model._meta.private_fields:
            if hasattr(field, "bulk_related_objects"):
                target = field.bulk_related_objects([]).model
                rows = target._base_manager.filter(**_generic_limits(field, model, ids)).order_by().values("pk")
                sql, parameters = rows.query.sql_with_params()
                parts.append((target, sql, list(parameters)))
        found = self._leading.setdefault(model, set())
        if parts:
            union = " UNION ALL ".join(
                f"SELECT {position} WHERE EXISTS ({sql})" for position, (_target, sql, _parameters) in enumerate(parts)
            )
            with connection.cursor() as cursor:
                cursor.execute(union, [value for _target, _sql, values in parts for value in values])
                found.update(parts[position][0] for (position,) in cursor.fetchall())

    def can_fast_delete(self, objs: Any, from_field: Any = None) -> bool:
        """Rows nobody logs and nothing hangs on go without being loaded."""
        model = getattr(objs, "model", None) or (getattr(objs, "_meta", None) and type(objs))
        if model is None or changes.is_recorded(model) or not hasattr(objs, "_raw_delete"):
            return False
        if any(isinstance(field, GenericRelation) for field in model._meta.private_fields):
            return False
        return all(
            relation.field.remote_field.on_delete is models.DO_NOTHING
            for relation in get_candidate_relations_to_delete(model._meta)
        ) and not counters.counters_of(model)


def _generic_limits(field: Any, model: type[models.Model], ids: Sequence[Any]) -> dict[str, Any]:
    """The rows a generic relation (or a tag manager) leads to."""
    kind = ContentType.objects.get_for_model(model)
    if isinstance(field, GenericRelation):
        return {field.content_type_field_name: kind, f"{field.object_id_field_name}__anyof": ids}
    return {"content_type": kind, "object_id__anyof": ids}


def collect(model: type[models.Model], objs: Sequence[Any]) -> SetCollector:
    """What would go with `objs`. Raises DeletionProtected with everything that stands in the way."""
    collector = SetCollector(using=router.db_for_write(model), origin=objs[0] if objs else None)
    try:
        collector.collect(objs)
    except ProtectedError as error:
        raise DeletionProtected(objs, list(error.protected_objects)) from error
    except RestrictedError as error:
        raise DeletionProtected(objs, list(error.restricted_objects)) from error
    return collector


def delete_by_orm(model: type[models.Model], objs: Sequence[Any]) -> tuple[int, dict[str, int]]:
    """What `obj.delete()` and `queryset.delete()` do: the same, in a transaction and recording of their own, answered
    and refused like Django does.
    """
    with contextlib.ExitStack() as stack:
        stack.enter_context(transaction.atomic() if changes.current() else changes.recording())
        stack.enter_context(changes.muted())
        if hasattr(model, "lock_keys"):
            locks.acquire(model.lock_keys(objs))
        try:
            counts = delete(model, objs)
        except DeletionProtected as error:
            raise (error.__cause__ or error) from None
    return sum(counts.values()), counts


def delete(model: type[models.Model], objs: Sequence[Any]) -> dict[str, int]:
    """Delete `objs` and what depends on them; the caller has opened a transaction and a recording. Returns how many
    objects of which model went.
    """
    if not objs:
        return {}
    collector = collect(model, objs)
    collector.sort()
    gone: dict[type[models.Model], list[Any]] = {
        kind: sorted(instances, key=lambda obj: obj.pk) for kind, instances in collector.data.items()
    }
    for kind, instances in gone.items():
        _hook(kind, "deleting_set", instances)
    before = {kind: changes.snapshots(kind, items) for kind, items in gone.items() if changes.is_recorded(kind)}
    names = {kind: changes.labels(kind, items) for kind, items in gone.items() if kind in before}
    _empty_references(collector, gone)
    for queryset in collector.fast_deletes:
        queryset._raw_delete(using=collector.using)
    for kind, instances in gone.items():
        bulk.delete(kind, [obj.pk for obj in instances])
        for parent in kind._meta.parents:
            bulk.delete(parent, [obj.pk for obj in instances])
    with counters.together():
        for kind, instances in gone.items():
            counters.rows_came(kind, instances)
    for kind, instances in gone.items():
        _hook(kind, "deleted_set", instances)
        if kind in before:
            changes.deleted(kind, instances, before[kind], names[kind])
    return {kind._meta.label: len(instances) for kind, instances in gone.items()}


def _hook(model: type[models.Model], name: str, objs: Sequence[Any]) -> None:
    hook = getattr(model, name, None)
    if hook is not None:
        hook(objs)


def _empty_references(collector: SetCollector, gone: dict[type[models.Model], list[Any]]) -> None:
    """Clear (or default) the references of objects that stay, logged like any change."""
    going = {kind: {obj.pk for obj in instances} for kind, instances in gone.items()}
    for (field, value), batches in collector.field_updates.items():
        affected = {obj.pk: obj for batch in batches for obj in batch}
        model = field.model
        staying = [obj for pk, obj in affected.items() if pk not in going.get(model, ())]
        if staying:
            snapshots = changes.snapshots(model, staying) if changes.is_recorded(model) else []
            for obj in staying:
                setattr(obj, field.attname, value)
            names = [field.name]
            if snapshots and any(column.name == "last_updated" for column in model._meta.concrete_fields):
                names.append("last_updated")
            bulk.update(model, staying, names)
            if snapshots:
                changes.updated(model, staying, snapshots)
