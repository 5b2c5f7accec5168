"""Stores what the kernel's recorder collected as rows of the change log, in the transaction of the change."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.contrib.contenttypes.models import ContentType

from core.models import ObjectChange
from netsot.kernel import bulk
from netsot.kernel.changes import Entry, Recording

Listener = Callable[[Recording, Sequence[Entry], Sequence[ObjectChange]], None]
_listeners: list[Listener] = []


def on_store(listener: Listener) -> None:
    """Call `listener(recording, entries, rows)` in the same transaction, after the rows are written: what has to
    happen exactly when a change is kept (the outbox of events) goes there.
    """
    if listener not in _listeners:
        _listeners.append(listener)


def store(recording: Recording, entries: Sequence[Entry]) -> None:
    """Write one row per entry with one INSERT."""
    user = recording.user if getattr(recording.user, "pk", None) else None
    limit = ObjectChange._meta.get_field("object_repr").max_length
    rows = [
        ObjectChange(
            user_id=user.pk if user else None,
            user_name=user.get_username() if user else "",
            request_id=recording.request_id,
            message=recording.message[:200],
            action=entry.action,
            changed_object_type_id=ContentType.objects.get_for_model(entry.model).pk,
            changed_object_id=entry.pk,
            related_object_type_id=entry.related[0] if entry.related else None,
            related_object_id=entry.related[1] if entry.related else None,
            object_repr=entry.label[:limit],
            prechange_data=entry.before,
            postchange_data=entry.after,
        )
        for entry in entries
    ]
    bulk.insert(ObjectChange, rows)
    for listener in _listeners:
        listener(recording, entries, rows)
