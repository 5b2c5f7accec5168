"""The databases of the benchmark: one per size, filled once."""

from __future__ import annotations

import time
from typing import Any

from django.core.management import call_command
from django.db import connection, connections

FILLED = "filled for the benchmark"
"""The comment on a database that is complete; what an interrupted run left behind has none."""


def ready(name: str, size: str, *, fresh: bool) -> dict[str, Any]:
    """Make sure the database exists and holds the data of `size`; returns figures about it."""
    figures: dict[str, Any] = {}
    if fresh or not _is_filled(name):
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            cursor.execute(f'CREATE DATABASE "{name}"')
        connections.close_all()
        start = time.perf_counter()
        call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
        figures["migrate an empty database"] = time.perf_counter() - start
        start = time.perf_counter()
        call_command("generate_data", size=size, verbosity=0)
        figures["generate_data"] = time.perf_counter() - start
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
            cursor.execute(f"COMMENT ON DATABASE \"{name}\" IS '{FILLED}'")
    with connection.cursor() as cursor:
        for table in ("dcim_device", "dcim_interface", "dcim_cable", "ipam_prefix", "ipam_ipaddress"):
            cursor.execute(f'SELECT count(*) FROM "{table}"')  # noqa: S608
            figures[table.partition("_")[2]] = cursor.fetchone()[0]
    return figures


def _is_filled(name: str) -> bool:
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [name])
        return cursor.fetchone() == (FILLED,)


def first_answers(session: Any) -> dict[str, float]:
    """What the first request costs a process, and the schema from its cache."""
    start = time.perf_counter()
    session.call("GET", "/api/dcim/sites/?limit=1")
    first = time.perf_counter() - start
    session.api.get("/api/schema/?format=json")
    start = time.perf_counter()
    session.api.get("/api/schema/?format=json")
    return {"first request": first, "schema from cache": time.perf_counter() - start}
