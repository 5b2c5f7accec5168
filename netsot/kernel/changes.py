"""The change log's recorder: who is acting, and what became of every object in this request.

Changes are collected while a `recording()` is open and written in one INSERT before the transaction commits; outside of
one, each ORM save is written at once. An object has one entry per request, from its first state to its last.
"""

from __future__ import annotations

import contextlib
import datetime
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models.signals import m2m_changed, post_save, pre_delete, pre_save

from netsot.kernel.introspection import has_feature

CREATE, UPDATE, DELETE = "create", "update", "delete"


@dataclass
class Entry:
    """What became of one object."""

    model: type[models.Model]
    pk: Any
    action: str
    label: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    related: tuple[int, Any] | None = None


@dataclass
class Recording:
    """One request (or job, or script run) and the changes it made."""

    user: Any = None
    request_id: uuid.UUID = field(default_factory=uuid.uuid4)
    message: str = ""
    entries: dict[tuple[type[models.Model], Any], Entry] = field(default_factory=dict)
    muted: bool = False

    def note(self, entry: Entry) -> None:
        """Add an entry; a later one for the same object continues the earlier."""
        key = (entry.model, entry.pk)
        earlier = self.entries.get(key)
        if earlier is None:
            self.entries[key] = entry
        elif earlier.action == CREATE and entry.action == DELETE:
            del self.entries[key]
        else:
            earlier.action = entry.action if entry.action == DELETE else earlier.action
            earlier.after, earlier.label = entry.after, entry.label or earlier.label

    def flush(self) -> list[Entry]:
        """Write what was collected, in one statement per kind of row, and start anew."""
        entries = [e for e in self.entries.values() if e.action != UPDATE or e.before != e.after]
        self.entries.clear()
        if entries and _sink is not None:
            _sink(self, entries)
        return entries


Sink = Callable[[Recording, Sequence[Entry]], None]
_sink: Sink | None = None
_current: ContextVar[Recording | None] = ContextVar("netsot_recording", default=None)


def register_sink(sink: Sink) -> None:
    """Name the function that stores entries; the `core` app does."""
    global _sink
    _sink = sink


def current() -> Recording | None:
    """The open recording, if any."""
    return _current.get()


def current_user() -> Any:
    """Who is acting, if known."""
    recording = _current.get()
    return recording.user if recording else None


@contextlib.contextmanager
def recording(user: Any = None, request_id: uuid.UUID | None = None, message: str = "") -> Iterator[Recording]:
    """Open a recording in a transaction; what it collected is written before the transaction commits."""
    opened = Recording(user=user, request_id=request_id or uuid.uuid4(), message=message)
    token = _current.set(opened)
    try:
        with transaction.atomic():
            yield opened
            opened.flush()
    finally:
        _current.reset(token)


@contextlib.contextmanager
def muted() -> Iterator[None]:
    """Let `kernel.writes` do its own recording: signals stay silent inside."""
    now = _current.get() or Recording()
    token, before = _current.set(now), now.muted
    now.muted = True
    try:
        yield
    finally:
        now.muted = before
        _current.reset(token)


def is_recorded(model: type[models.Model]) -> bool:
    """Whether changes of this model are logged."""
    return has_feature(model, "change_logging")


def created(model: type[models.Model], objs: Sequence[Any], *, bare: bool = False) -> None:
    """Note that `objs` were created. `bare` ones are known to have no to-many relations yet, which saves asking."""
    if is_recorded(model):
        states = snapshots(model, objs, bare=bare)
        for obj, name, after in zip(objs, labels(model, objs), states, strict=True):
            _note(Entry(model, obj.pk, CREATE, name, None, after))


def updated(model: type[models.Model], objs: Sequence[Any], before: Sequence[dict[str, Any]]) -> None:
    """Note that `objs` were changed from the snapshots `before`."""
    if is_recorded(model):
        for obj, name, old, new in zip(objs, labels(model, objs), before, snapshots(model, objs), strict=True):
            if old != new:
                _note(Entry(model, obj.pk, UPDATE, name, old, new))


def deleted(
    model: type[models.Model], objs: Sequence[Any], before: Sequence[dict[str, Any]], names: Sequence[str] = ()
) -> None:
    """Note that `objs` were deleted, from the snapshots `before`; `names` are theirs from when all was there."""
    if is_recorded(model):
        for obj, name, old in zip(objs, names or labels(model, objs), before, strict=True):
            _note(Entry(model, obj.pk, DELETE, name, old, None))


def _note(entry: Entry) -> None:
    open_recording = _current.get()
    if open_recording is not None:
        open_recording.note(entry)
    elif _sink is not None:
        _sink(Recording(), [entry])


def labels(model: type[models.Model], objs: Sequence[Any]) -> list[str]:
    """The names of `objs`; what their names need of related objects is loaded for all of them at once."""
    relations = {path.rpartition("__")[0] for path in getattr(model, "display_fields", ()) if "__" in path}
    if relations:
        models.prefetch_related_objects(list(objs), *sorted(relations))
    return [str(obj) for obj in objs]


def snapshots(model: type[models.Model], objs: Sequence[Any], *, bare: bool = False) -> list[dict[str, Any]]:
    """Everything needed to rebuild each object, as JSON values; one query per many-to-many relation of the model.

    Keys are field names; a reference is the primary key it stores. Derived columns (counters, `_depth`, caches) follow
    from the rest and are left out.
    """
    out: list[dict[str, Any]] = [{} for _ in objs]
    secret = getattr(model, "secret_fields", ())
    for column in model._meta.concrete_fields:
        if column.primary_key or column.name in secret or is_derived(column):
            continue
        name = "custom_fields" if column.name == "custom_field_data" else column.name
        for state, obj in zip(out, objs, strict=True):
            state[name] = json_value(column, obj.__dict__.get(column.attname, None))
    for relation in model._meta.many_to_many:
        if not isinstance(relation, models.ManyToManyField):
            continue
        found = [[] for _ in objs] if bare else related_ids(model, relation, objs)
        for state, ids in zip(out, found, strict=True):
            state[relation.name] = ids
    if has_feature(model, "tags"):
        for state, names in zip(out, [[] for _ in objs] if bare else tag_names(model, objs), strict=True):
            state["tags"] = names
    return out


def is_derived(column: models.Field[Any, Any]) -> bool:
    """Whether the column follows from others and is rebuilt by the rules."""
    return column.name == "last_updated" or (not column.editable and column.name != "created")


def json_value(column: models.Field[Any, Any], value: Any) -> Any:
    """A column's value as JSON keeps it without loss."""
    if value is None or isinstance(value, str | int | bool | dict):
        return value
    if isinstance(value, datetime.datetime | datetime.date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [json_value(column, item) for item in value]
    if hasattr(value, "lower") and hasattr(value, "upper") and not isinstance(value, str):
        return [value.lower, value.upper]
    return str(value)


def related_ids(model: type[models.Model], relation: Any, objs: Sequence[Any]) -> list[list[Any]]:
    """The ids each object refers to through a many-to-many relation, sorted."""
    through = relation.remote_field.through
    source, target = relation.m2m_field_name(), relation.m2m_reverse_field_name()
    found: dict[Any, list[Any]] = {}
    ids = [obj.pk for obj in objs]
    rows = through._base_manager.filter(**{f"{source}__anyof": ids}).values_list(f"{source}_id", f"{target}_id")
    for owner, other in rows.order_by(f"{target}_id"):
        found.setdefault(owner, []).append(other)
    return [found.get(pk, []) for pk in ids]


def tag_names(model: type[models.Model], objs: Sequence[Any]) -> list[list[str]]:
    """The names of each object's tags, sorted."""
    through = model.tags.through  # type: ignore[attr-defined]
    kind = ContentType.objects.get_for_model(model)
    ids = [obj.pk for obj in objs]
    found: dict[Any, list[str]] = {}
    rows = through._base_manager.filter(content_type=kind, object_id__anyof=ids).values_list("object_id", "tag__name")
    for owner, name in rows.order_by("tag__name"):
        found.setdefault(owner, []).append(name)
    return [found.get(pk, []) for pk in ids]


def is_muted() -> bool:
    """Whether `kernel.writes` is doing its own bookkeeping."""
    recording_now = _current.get()
    return recording_now is not None and recording_now.muted


def _before_save(sender: type[models.Model], instance: Any, raw: bool = False, **kwargs: Any) -> None:
    if raw or is_muted() or not is_recorded(sender) or instance._state.adding:
        return
    stored = sender._base_manager.filter(pk=instance.pk).first()
    instance._recorded_before = snapshots(sender, [stored])[0] if stored else None


def _after_save(sender: type[models.Model], instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    if raw or is_muted() or not is_recorded(sender):
        return
    before = instance.__dict__.pop("_recorded_before", None)
    if created or before is None:
        globals()["created"](sender, [instance])
    else:
        updated(sender, [instance], [before])


def _before_delete(sender: type[models.Model], instance: Any, **kwargs: Any) -> None:
    if not is_muted() and is_recorded(sender):
        deleted(sender, [instance], snapshots(sender, [instance]))


def _relation_changed(sender: type[models.Model], instance: Any, action: str, reverse: bool, **kwargs: Any) -> None:
    model = type(instance)
    if reverse or is_muted() or not is_recorded(model) or not isinstance(instance, models.Model):
        return
    if action.startswith("pre_"):
        instance._recorded_relations = snapshots(model, [instance])[0]
    elif before := instance.__dict__.pop("_recorded_relations", None):
        updated(model, [instance], [before])


def connect() -> None:
    """Record what scripts do through the ORM; called once when the apps are ready."""
    pre_save.connect(_before_save, dispatch_uid="netsot.changes.before_save")
    post_save.connect(_after_save, dispatch_uid="netsot.changes.after_save")
    pre_delete.connect(_before_delete, dispatch_uid="netsot.changes.before_delete")
    m2m_changed.connect(_relation_changed, dispatch_uid="netsot.changes.relation_changed")
