"""Undoing: bring objects back to what they were before a change, or say exactly what is in the way.

An entry of the change log holds everything needed to rebuild its object. Undoing goes backwards: what was created is
deleted, what was changed gets its former values, what was deleted is made again under its old id. Undoing a deletion
brings back what went with it in the same request. It is a write like any other: rules, permissions and the change log
apply, and it can be undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, models
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from core.models import ObjectChange
from netsot.kernel import access, bulk, changes, deletion, locks, relations, uniqueness
from netsot.kernel.errors import Errors

MISSING = _("It refers to a %(kind)s (id %(id)s) that no longer exists: restore that first.")


@dataclass
class Obstacles(Exception):
    """Why a change can't be undone: one line per object."""

    lines: list[str] = field(default_factory=list)


def undo(entries: Sequence[ObjectChange], user: Any, request_id: Any, message: str = "") -> list[changes.Entry]:
    """Undo `entries` (of one request, or a single one) in one transaction.

    Returns what that changed. Raises Obstacles, PermissionDenied or DeletionProtected; then nothing was changed.
    """
    with changes.recording(user, request_id, message) as recording, changes.muted():
        plan = _Plan(_with_companions(entries), user)
        plan.run()
        if plan.obstacles:
            raise Obstacles(plan.obstacles)
        return list(recording.entries.values())


def _with_companions(entries: Sequence[ObjectChange]) -> list[ObjectChange]:
    """A deleted object's entry, and those of everything that was deleted along with it."""
    chosen = {entry.pk: entry for entry in entries}
    requests = {entry.request_id for entry in entries if entry.action == changes.DELETE}
    if not requests:
        return list(chosen.values())
    others = list(ObjectChange.objects.filter(request_id__in=requests, action=changes.DELETE))
    others += list(ObjectChange.objects.filter(request_id__in=requests, action=changes.UPDATE))
    found = True
    while found:
        gone = {(entry.changed_object_type_id, entry.changed_object_id) for entry in chosen.values()
                if entry.action == changes.DELETE}  # fmt: skip
        found = False
        for entry in others:
            if entry.pk not in chosen and _lost(entry) & gone:
                chosen[entry.pk] = entry
                found = True
    return list(chosen.values())


def _lost(entry: ObjectChange) -> set[tuple[int, int]]:
    """What the object of an entry referred to before and not after."""
    model = entry.changed_object_type.model_class()
    if model is None:
        return set()
    before, after = entry.prechange_data or {}, entry.postchange_data or {}
    found = set()
    for column in model._meta.concrete_fields:
        if isinstance(column, models.ForeignKey) and column.related_model is not ContentType:
            value = before.get(column.name)
            if value is not None and after.get(column.name) != value:
                found.add((ContentType.objects.get_for_model(column.related_model).pk, value))
    for generic in _generic_relations(model):
        kind, pk = before.get(generic.ct_field), before.get(generic.fk_field)
        if kind and pk and (after.get(generic.ct_field), after.get(generic.fk_field)) != (kind, pk):
            found.add((kind, pk))
    return found


def _generic_relations(model: type[models.Model]) -> list[Any]:
    return [item for item in model._meta.private_fields if hasattr(item, "ct_field")]


class _Plan:
    """The work of one undo, model by model."""

    def __init__(self, entries: Sequence[ObjectChange], user: Any) -> None:
        self.user = user
        self.obstacles: list[str] = []
        self.by_model: dict[str, dict[type[models.Model], list[ObjectChange]]] = {
            changes.CREATE: {}, changes.UPDATE: {}, changes.DELETE: {}
        }  # fmt: skip
        for entry in entries:
            model = entry.changed_object_type.model_class()
            if model is None:
                self.obstacles.append(_("%s is of a kind that no longer exists.") % entry.object_repr)
            else:
                self.by_model[entry.action].setdefault(model, []).append(entry)

    def run(self) -> None:
        """Rebuild first, then restore values, then remove what was created."""
        restored = [
            (model, self._build(model, entries)) for model, entries in _by_dependency(self.by_model[changes.DELETE])
        ]
        for model, objs in restored:
            self._insert(model, objs)
        for model, entries in self.by_model[changes.UPDATE].items():
            self._restore_values(model, entries)
        for model, entries in self.by_model[changes.CREATE].items():
            self._remove(model, entries)
        if not self.obstacles:
            with connection.cursor() as cursor:
                # References among restored rows are checked here, where the answer can still be a clear one.
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                cursor.execute("SET CONSTRAINTS ALL DEFERRED")

    def _require(self, model: type[models.Model], action: str) -> None:
        if not access.can(self.user, model, action):
            raise PermissionDenied(
                _("Undoing this needs permission to %(action)s %(objects)s.")
                % {"action": action, "objects": model._meta.verbose_name_plural}
            )

    def _build(self, model: type[models.Model], entries: Sequence[ObjectChange]) -> list[Any]:
        self._require(model, "add")
        objs = []
        for entry in entries:
            obj = model(pk=entry.changed_object_id)
            _assign(obj, entry.prechange_data or {})
            obj._snapshot = entry.prechange_data or {}
            objs.append(obj)
        taken = set(model._base_manager.filter(pk__in=[obj.pk for obj in objs]).values_list("pk", flat=True))
        for obj in objs:
            if obj.pk in taken:
                self.obstacles.append(_("%(object)s (id %(id)s) exists.") % {"object": obj, "id": obj.pk})
        return [obj for obj in objs if obj.pk not in taken]

    def _insert(self, model: type[models.Model], objs: Sequence[Any]) -> None:
        if not objs or self.obstacles:
            return
        locks.acquire(model.lock_keys(objs))  # type: ignore[attr-defined]
        if not self._references_exist(model, objs):
            return
        model.prepare_set(objs)  # type: ignore[attr-defined]
        for obj in objs:
            # Defaults are for new objects; this one was as it was.
            _assign(obj, obj._snapshot)
        errors = Errors()
        uniqueness.check(model, objs, errors)
        if self._report(objs, errors):
            return
        bulk.insert(model, objs)
        _write_relations(model, objs)
        model.restored_set(objs)  # type: ignore[attr-defined]
        self._recheck(model, objs, "add")
        changes.created(model, objs)

    def _restore_values(self, model: type[models.Model], entries: Sequence[ObjectChange]) -> None:
        if self.obstacles:
            return
        self._require(model, "change")
        wanted = {entry.changed_object_id: entry for entry in entries}
        objs = list(access.restrict(
            model._default_manager.filter(pk__in=wanted), self.user, "change"
        ).order_by("pk").select_for_update(of=("self",)))  # fmt: skip
        found = {obj.pk for obj in objs}
        for pk, entry in wanted.items():
            if pk not in found:
                self.obstacles.append(
                    _("%(object)s (id %(id)s) no longer exists.") % {"object": entry.object_repr, "id": pk}
                )
        if not objs or self.obstacles:
            return
        names = [column.attname for column in model._meta.concrete_fields]
        old = {obj.pk: {name: obj.__dict__.get(name) for name in names} for obj in objs}
        before = changes.snapshots(model, objs)
        locks.acquire(model.lock_keys(objs))  # type: ignore[attr-defined]
        for obj, now in zip(objs, before, strict=True):
            entry = wanted[obj.pk]
            was, became = entry.prechange_data or {}, entry.postchange_data or {}
            back = {name: value for name, value in was.items() if became.get(name) != value}
            for name, value in back.items():
                # Restoring something else may have brought the value back already (a cable: the columns of its ports).
                if now.get(name) not in (became.get(name), value):
                    self.obstacles.append(
                        _("%(object)s: %(field)s was changed again since then.") % {"object": obj, "field": name}
                    )
            _assign(obj, back)
            obj._snapshot = back
        if self.obstacles or not self._references_exist(model, objs):
            return
        locks.acquire(model.lock_keys(objs))  # type: ignore[attr-defined]
        model.prepare_set(objs)  # type: ignore[attr-defined]
        errors = Errors()
        model.clean_set(objs, errors)  # type: ignore[attr-defined]
        uniqueness.check(model, objs, errors)
        if self._report(objs, errors):
            return
        bulk.update(model, objs, [column.name for column in model._meta.concrete_fields if not column.primary_key])
        _write_relations(model, objs)
        model.saved_set(objs, old)  # type: ignore[attr-defined]
        self._recheck(model, objs, "change")
        changes.updated(model, objs, before)

    def _remove(self, model: type[models.Model], entries: Sequence[ObjectChange]) -> None:
        if self.obstacles:
            return
        self._require(model, "delete")
        ids = [entry.changed_object_id for entry in entries]
        objs = list(
            access.restrict(model._default_manager.filter(pk__in=ids), self.user, "delete").select_for_update(
                of=("self",)
            )
        )
        # What is gone already (a component that went with its device) needs no undoing.
        locks.acquire(model.lock_keys(objs))  # type: ignore[attr-defined]
        deletion.delete(model, objs)

    def _references_exist(self, model: type[models.Model], objs: Sequence[Any]) -> bool:
        """Every object referred to is there; those restored in this undo count too."""
        fine = True
        for column in model._meta.concrete_fields:
            if not isinstance(column, models.ForeignKey):
                continue
            wanted = {getattr(obj, column.attname) for obj in objs} - {None}
            if not wanted:
                continue
            target = column.related_model
            known = set(target._base_manager.filter(pk__in=wanted).values_list("pk", flat=True))
            coming = {pk for other, ids in self._coming().items() if issubclass(other, target) for pk in ids}
            for obj in objs:
                pk = getattr(obj, column.attname)
                if pk is not None and pk not in known and pk not in coming:
                    line = MISSING % {"kind": target._meta.verbose_name, "id": pk}
                    self.obstacles.append(f"{obj}: {line}")
                    fine = False
        return fine

    def _coming(self) -> dict[type[models.Model], set[Any]]:
        return {
            model: {entry.changed_object_id for entry in entries}
            for model, entries in self.by_model[changes.DELETE].items()
        }

    def _report(self, objs: Sequence[Any], errors: Errors) -> bool:
        for obj in objs:
            for name, messages in errors.of(obj).items():
                self.obstacles += [f"{obj}: {name}: {message}" for message in messages]
        return bool(errors)

    def _recheck(self, model: type[models.Model], objs: Sequence[Any], action: str) -> None:
        if access.outside(model, [obj.pk for obj in objs], self.user, action):
            raise PermissionDenied(_("Your permission doesn't cover the objects as they were before."))


def _assign(obj: Any, state: dict[str, Any]) -> None:
    """Set columns from a snapshot."""
    for column in obj._meta.concrete_fields:
        name = "custom_fields" if column.name == "custom_field_data" else column.name
        if name not in state or column.primary_key:
            continue
        value = state[name]
        if isinstance(column, models.ForeignKey):
            setattr(obj, column.attname, value)
        elif isinstance(column, models.JSONField) or value is None:
            setattr(obj, column.attname, value)
        elif isinstance(column, models.DateTimeField):
            setattr(obj, column.attname, parse_datetime(value))
        elif type(column).__name__ == "ArrayField" and type(column.base_field).__name__.endswith("RangeField"):
            setattr(obj, column.attname, [column.base_field.range_type(low, high) for low, high in value])
        else:
            try:
                setattr(obj, column.attname, column.to_python(value))
            except ValidationError:
                setattr(obj, column.attname, value)


def _write_relations(model: type[models.Model], objs: Sequence[Any]) -> None:
    """Many-to-many relations and tags from the snapshots."""
    for relation in model._meta.many_to_many:
        if isinstance(relation, models.ManyToManyField):
            wanted = {obj.pk: obj._snapshot[relation.name] for obj in objs if relation.name in obj._snapshot}
            ids = {pk for pks in wanted.values() for pk in pks}
            known = set(relation.related_model._base_manager.filter(pk__in=ids).values_list("pk", flat=True))
            relations.write_relation(relation, {pk: [i for i in pks if i in known] for pk, pks in wanted.items()})
    tagged = {obj.pk: obj._snapshot["tags"] for obj in objs if "tags" in obj._snapshot}
    if tagged:
        names = {name for tags in tagged.values() for name in tags}
        tag = model.tags.through._meta.get_field("tag").related_model  # type: ignore[attr-defined]
        found = dict(tag._default_manager.filter(name__in=names).values_list("name", "pk"))
        relations.write_tags(model, {pk: [found[n] for n in tags if n in found] for pk, tags in tagged.items()})


def _by_dependency(
    by_model: dict[type[models.Model], list[ObjectChange]],
) -> Iterable[tuple[type[models.Model], list[ObjectChange]]]:
    """Referred-to models before those that refer; constraints are deferred, so circles don't matter."""
    left = dict(by_model)
    needed = {model: _needs(model, entries) - {model} for model, entries in by_model.items()}
    while left:
        free = [model for model in left if not needed[model] & left.keys()] or [next(iter(left))]
        for model in free:
            yield model, left.pop(model)


def _needs(model: type[models.Model], entries: Sequence[ObjectChange]) -> set[type[models.Model]]:
    """The models the deleted objects referred to, through foreign keys and generic relations."""
    found = {column.related_model for column in model._meta.concrete_fields if isinstance(column, models.ForeignKey)}
    for generic in _generic_relations(model):
        kinds = {(entry.prechange_data or {}).get(generic.ct_field) for entry in entries} - {None}
        found |= {ContentType.objects.get_for_id(kind).model_class() for kind in kinds}
    return found - {None}
