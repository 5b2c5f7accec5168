"""Advisory locks: who may change a scope (a VRF, a VLAN group, a tree …) at a time.

A lock is held until the transaction ends. It is taken before the first read that a rule depends on; the database
constraint behind the rule stays the referee.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from django.db import connection

LockKey = tuple[str, int | str]


def lock_number(key: LockKey) -> int:
    """The signed 64-bit number PostgreSQL locks for `key`, the same in every process."""
    digest = hashlib.blake2b(f"{key[0]}:{key[1]}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def acquire(keys: Iterable[LockKey]) -> None:
    """Take the locks of all `keys` in one statement and in one order everywhere, so that writers never deadlock."""
    numbers = sorted({lock_number(key) for key in keys})
    if not numbers:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(n) FROM (SELECT unnest(%s::bigint[]) AS n ORDER BY 1) AS keys", [numbers]
        )
