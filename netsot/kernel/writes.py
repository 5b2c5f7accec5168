"""The way in: every creation, change and deletion, for sets of objects, in one transaction.

parse → resolve references → permission → locks → prepare → rules → INSERT/UPDATE in bulk → to-many relations → derived
rows → permission again → change log → commit. Each step is done for the whole set; the number of statements does not
grow with it. All or nothing: `BatchInvalid` says what is wrong with which row.
"""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, OperationalError, connection, models, transaction
from django.http import Http404
from django.utils.translation import gettext as _

from netsot.kernel import access, bulk, changes, counters, custom_fields, deletion, locks, relations, uniqueness
from netsot.kernel.errors import BatchInvalid, Errors, PreconditionFailed
from netsot.kernel.introspection import Kind
from netsot.kernel.parse import Parsed, parse
from netsot.kernel.versions import version_of

if TYPE_CHECKING:
    from netsot.kernel.resource import Resource

ATTEMPTS = 3
"""A write that lost a race is tried again: the second try sees the winner and names it."""

RETRYABLE = {"40001", "40P01", "23505", "23P01"}
"""Serialization failure, deadlock, unique and exclusion violation."""


@dataclass(frozen=True)
class Actor:
    """Who writes, in which request, and why. `trusted` is the system itself: no permission is asked."""

    user: Any = None
    request_id: uuid.UUID = field(default_factory=uuid.uuid4)
    message: str = ""
    trusted: bool = False

    def may(self, model: type[models.Model], action: str) -> bool:
        """Whether the actor may perform `action` on any object of `model`."""
        return self.trusted or access.can(self.user, model, action)


@dataclass
class Result:
    """What a write did. `rendered` is what the caller's `render` made of the objects inside the transaction."""

    objs: list[Any]
    entries: list[changes.Entry]
    rendered: Any = None


Render = Callable[[list[Any]], Any]


def create(
    resource: Resource, payloads: Sequence[Any], actor: Actor, *, dry_run: bool = False, render: Render | None = None
) -> Result:
    """Create one object per payload (dictionaries as the API takes them), in order.

    Raises PermissionDenied and BatchInvalid.
    """
    _require(resource, actor, "add")
    return _attempt(lambda: _create(resource, payloads, actor), actor, dry_run, render)


def update(
    resource: Resource,
    rows: Sequence[tuple[Any, Mapping[str, Any]]],
    actor: Actor,
    *,
    partial: bool = True,
    versions: Mapping[Any, Sequence[str]] | None = None,
    dry_run: bool = False,
    render: Render | None = None,
) -> Result:
    """Change objects: (primary key, payload) each. Without `partial`, required fields must be sent.

    `versions` maps a primary key to the entity tags the client accepts (`If-Match`). Raises Http404 for an object that
    doesn't exist or is hidden, PermissionDenied, PreconditionFailed and BatchInvalid.
    """
    _require(resource, actor, "change")
    return _attempt(lambda: _update(resource, rows, actor, partial, versions or {}), actor, dry_run, render)


def delete(
    resource: Resource,
    ids: Sequence[Any],
    actor: Actor,
    *,
    versions: Mapping[Any, Sequence[str]] | None = None,
    dry_run: bool = False,
    render: Render | None = None,
) -> Result:
    """Delete objects and what depends on them. Raises Http404, PermissionDenied, PreconditionFailed and
    DeletionProtected.
    """
    _require(resource, actor, "delete")
    return _attempt(lambda: _delete(resource, ids, actor, versions or {}), actor, dry_run, render)


def _require(resource: Resource, actor: Actor, action: str) -> None:
    if not actor.may(resource.model, action):
        raise PermissionDenied(
            _("You may not %(action)s %(objects)s.")
            % {"action": action, "objects": resource.model._meta.verbose_name_plural}
        )


def _attempt(work: Callable[[], list[Any]], actor: Actor, dry_run: bool, render: Render | None) -> Result:
    for attempt in range(1, ATTEMPTS + 1):
        nested = connection.in_atomic_block
        try:
            with _recorded(actor) as recording:
                objs = work()
                entries = list(recording.entries.values())
                rendered = render(objs) if render else None
                if dry_run:
                    recording.entries.clear()
                    transaction.set_rollback(True)
            return Result(objs, entries, rendered)
        except (IntegrityError, OperationalError) as error:
            if nested or _state(error) not in RETRYABLE:
                raise
            if attempt == ATTEMPTS:
                raise _refusal(error) from error
    raise AssertionError("unreachable")


@contextlib.contextmanager
def _recorded(actor: Actor) -> Iterator[changes.Recording]:
    """The open recording of a script or an outer write, or one of our own, flushed before the commit."""
    outer = changes.current()
    with contextlib.ExitStack() as stack:
        if outer is None:
            recording = stack.enter_context(changes.recording(actor.user, actor.request_id, actor.message))
        else:
            stack.enter_context(transaction.atomic())
            recording = outer
        stack.enter_context(changes.muted())
        yield recording


def _state(error: DatabaseError) -> str:
    return getattr(error.__cause__, "pgcode", "") or ""


def _refusal(error: DatabaseError) -> BatchInvalid:
    constraint = getattr(getattr(error.__cause__, "diag", None), "constraint_name", "") or "?"
    text = _("Another writer got there first: the database refuses a conflicting object (constraint %s). Try again.")
    return BatchInvalid([{"__all__": [text % constraint]}])


def _create(resource: Resource, payloads: Sequence[Any], actor: Actor) -> list[Any]:
    model = resource.model
    parsed = parse(resource, payloads, _viewer(actor), partial=False)
    objs = [_build(resource, values) for values in parsed.values]
    locks.acquire(model.lock_keys(objs))  # type: ignore[attr-defined]
    _validate(resource, objs, parsed, changed=None)
    bulk.insert(model, objs)
    related = relations.write(resource, objs, parsed, fresh=True)
    model.saved_set(objs, {})  # type: ignore[attr-defined]
    _check_permission(resource, objs, actor, "add")
    changes.created(model, objs, bare=not related)
    return objs


def _build(resource: Resource, values: Mapping[str, Any]) -> Any:
    obj = resource.model()
    _apply(resource, obj, values)
    return obj


def _apply(resource: Resource, obj: Any, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        info = resource.infos[name]
        if info.kind is Kind.REFERENCES or info.kind is Kind.OBJECT_TYPES:
            # Written after the row; rules read it with `relations.pending`.
            obj.__dict__.setdefault("_pending", {})[info.source] = value
            continue
        setattr(obj, resource.source.get(name, info.source), value)


def _viewer(actor: Actor) -> Any:
    return _System() if actor.trusted else actor.user


class _System:
    """The system itself, where an access rule asks for a user."""

    is_authenticated = is_active = is_superuser = True
    pk = None


def _validate(resource: Resource, objs: Sequence[Any], parsed: Parsed, changed: set[str] | None) -> None:
    model = resource.model
    errors = Errors()
    # Rules need whole objects: they are asked when every row could be read.
    if not any(parsed.errors):
        custom_fields.provider().parse(model, objs, parsed.custom, errors)
        model.prepare_set(objs)  # type: ignore[attr-defined]
        model.clean_set(objs, errors)  # type: ignore[attr-defined]
        uniqueness.check(model, objs, errors, changed)
    details = [sent | errors.of(obj) for sent, obj in zip(parsed.errors, objs, strict=True)]
    if any(details):
        raise BatchInvalid(details)


def _check_permission(resource: Resource, objs: Sequence[Any], actor: Actor, action: str) -> None:
    """What was written must lie within the permission that allowed it."""
    if actor.trusted:
        return
    outside = access.outside(resource.model, [obj.pk for obj in objs], actor.user, action)
    if outside:
        raise PermissionDenied(
            _("Your permission doesn't cover the %(objects)s as they would be after this request.")
            % {"objects": resource.model._meta.verbose_name_plural}
        )


def _fetch(resource: Resource, ids: Sequence[Any], actor: Actor, action: str) -> dict[Any, Any]:
    """The objects to work on, locked; Http404 names the first one that isn't there for this user."""
    queryset = resource.model._default_manager.filter(pk__anyof=ids).order_by("pk").select_for_update(of=("self",))
    if not actor.trusted:
        queryset = access.restrict(queryset, actor.user, action)
    objs = {obj.pk: obj for obj in queryset}
    missing = [pk for pk in ids if pk not in objs]
    if missing:
        if not actor.trusted and action != "view":
            visible = access.restrict(resource.model._default_manager.filter(pk__in=missing), actor.user, "view")
            if visible.exists():
                raise PermissionDenied(
                    _("You may not %(action)s %(object)s %(id)s.")
                    % {"action": action, "object": resource.model._meta.verbose_name, "id": missing[0]}
                )
        raise Http404(
            _("No %(object)s matches the given query.") % {"object": resource.model._meta.object_name}
        )  # fmt: skip
    return objs


def _lock_scopes(model: type[models.Model], ids: Sequence[Any]) -> None:
    """Take the locks of stored objects before any row lock. Writers touch other rows of a scope (the parent of a new
    prefix counts it) while they hold its lock: the other way round, two of them would wait for each other.
    """
    # A queryset, so that a model without scopes never reads it.
    locks.acquire(model.lock_keys(model._base_manager.filter(pk__anyof=list(ids))))  # type: ignore[attr-defined]


def _check_versions(objs: Mapping[Any, Any], versions: Mapping[Any, Sequence[str]]) -> None:
    for pk, accepted in versions.items():
        if "*" not in accepted and version_of(objs[pk]) not in accepted:
            raise PreconditionFailed


def _update(
    resource: Resource,
    rows: Sequence[tuple[Any, Mapping[str, Any]]],
    actor: Actor,
    partial: bool,
    versions: Mapping[Any, Sequence[str]],
) -> list[Any]:
    model = resource.model
    ids = [pk for pk, _payload in rows]
    _lock_scopes(model, ids)
    stored = _fetch(resource, ids, actor, "change")
    _check_versions(stored, versions)
    objs = [stored[pk] for pk in ids]
    names = [column.attname for column in model._meta.concrete_fields]
    old = {obj.pk: {name: obj.__dict__.get(name) for name in names} for obj in objs}
    for obj in objs:
        if "custom_field_data" in old[obj.pk]:
            old[obj.pk]["custom_field_data"] = dict(obj.custom_field_data)
    before = changes.snapshots(model, objs) if changes.is_recorded(model) else []
    parsed = parse(resource, [payload for _pk, payload in rows], _viewer(actor), partial=partial)
    locks.acquire(model.lock_keys(objs))  # type: ignore[attr-defined]
    for obj, values in zip(objs, parsed.values, strict=True):
        _apply(resource, obj, values)
    locks.acquire(model.lock_keys(objs))  # type: ignore[attr-defined]
    touched = {resource.infos[name].source for values in parsed.values for name in values}
    _validate(resource, objs, parsed, touched | _differences(model, objs, old))
    changed = _differences(model, objs, old)
    related = relations.write(resource, objs, parsed, fresh=False)
    virtual = any(resource.infos[name].kind is Kind.COMPUTED for values in parsed.values for name in values)
    dirty = [
        obj for obj in objs
        if obj.pk in related or virtual or any(obj.__dict__.get(n) != old[obj.pk][n] for n in names)
    ]  # fmt: skip
    stamp = {"last_updated"} & {column.name for column in model._meta.concrete_fields}
    bulk.update(model, dirty, sorted(changed | stamp))
    _recount(model, dirty, old)
    model.saved_set(dirty, old)  # type: ignore[attr-defined]
    _check_permission(resource, objs, actor, "change")
    if before:
        known = dict(zip(ids, before, strict=True))
        changes.updated(model, dirty, [known[obj.pk] for obj in dirty])
    return objs


def _differences(model: type[models.Model], objs: Sequence[Any], old: Mapping[Any, Mapping[str, Any]]) -> set[str]:
    """The columns in which any object differs from what is stored."""
    return {
        column.name
        for column in model._meta.concrete_fields
        if any(obj.__dict__.get(column.attname) != old[obj.pk][column.attname] for obj in objs)
    }


def _recount(model: type[models.Model], objs: Sequence[Any], old: Mapping[Any, Mapping[str, Any]]) -> None:
    moved: dict[str, set[Any]] = {}
    for _parent, _counter, link in counters.counters_of(model):
        for obj in objs:
            was, now = old[obj.pk][link.attname], getattr(obj, link.attname)
            if was != now:
                moved.setdefault(link.name, set()).update({was, now})
    counters.recount_for(model, moved)


def _delete(resource: Resource, ids: Sequence[Any], actor: Actor, versions: Mapping[Any, Sequence[str]]) -> list[Any]:
    _lock_scopes(resource.model, ids)
    stored = _fetch(resource, list(dict.fromkeys(ids)), actor, "delete")
    _check_versions(stored, versions)
    objs = [stored[pk] for pk in dict.fromkeys(ids)]
    locks.acquire(resource.model.lock_keys(objs))  # type: ignore[attr-defined]
    deletion.delete(resource.model, objs)
    return objs
