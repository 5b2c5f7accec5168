"""The dynamic parameters of the active configuration revision, kept in the cache for every process.

They are read from the database when the cache doesn't have them. While the cache is away, each process remembers them
for a second.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from django.core.cache import cache
from django.db import ProgrammingError, transaction

KEY = "core:config-revision"
CACHED_FOR = 3600
REMEMBERED_FOR = 1.0

_memo: tuple[float, dict[str, Any]] | None = None


def stored() -> Mapping[str, Any]:
    """The values edited in the user interface; empty when there is no active revision."""
    global _memo
    now = time.monotonic()
    if _memo is not None and now - _memo[0] < REMEMBERED_FOR:
        return _memo[1]
    data = cache.get(KEY)
    if data is None:
        data = _read()
        cache.set(KEY, data, CACHED_FOR)
    _memo = (now, data)
    return data


def _read() -> dict[str, Any]:
    from core.models import ConfigRevision

    try:
        with transaction.atomic():
            found = ConfigRevision._base_manager.filter(active=True).values_list("data", flat=True).first()
    except ProgrammingError:
        # Before the first migration there is no table.
        return {}
    return found or {}


def forget() -> None:
    """Read the active revision anew, in every process."""
    global _memo
    _memo = None
    cache.delete(KEY)
