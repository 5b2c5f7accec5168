"""Stores what the kernel's recorder collected: one INSERT per request, whatever it changed."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from core.models import ObjectChange
from netsot.kernel import bulk
from netsot.kernel.changes import Entry, Recording


def store(recording: Recording, entries: Sequence[Entry]) -> None:
    """Write the change log entries of a request."""
    user = recording.user if getattr(recording.user, "pk", None) else None
    now = timezone.now()
    kinds = {model: ContentType.objects.get_for_model(model) for model in {entry.model for entry in entries}}
    rows = [
        ObjectChange(
            time=now,
            user=user,
            user_name=user.username if user else "",
            request_id=recording.request_id,
            action=entry.action,
            changed_object_type=kinds[entry.model],
            changed_object_id=entry.pk,
            object_repr=entry.label[:200],
            message=recording.message,
            prechange_data=entry.before,
            postchange_data=entry.after,
        )
        for entry in entries
    ]
    bulk.insert(ObjectChange, rows)
