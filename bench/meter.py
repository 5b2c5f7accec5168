"""Measuring one piece of work: wall time, CPU of this process and of its database session, and SQL statements."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Cost:
    """What one run took: milliseconds, and the number of SQL statements."""

    wall: float
    cpu: float
    database: float
    statements: int

    @property
    def total(self) -> float:
        """CPU of both sides."""
        return self.cpu + self.database


def database_cpu() -> float:
    """Milliseconds of CPU the database session has used; 0 when it runs on another machine."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        pid = cursor.fetchone()[0]
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) * 1000 / TICK


def once(work: Callable[[], Any], *, count: bool = True) -> Cost:
    """Run `work` and say what it took."""
    before = database_cpu()
    wall, cpu = time.perf_counter(), time.process_time()
    if count:
        with CaptureQueriesContext(connection) as queries:
            work()
        statements = sum(1 for query in queries if not _is_control(query["sql"]))
    else:
        work()
        statements = 0
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    return Cost(wall * 1000, cpu * 1000, database_cpu() - before, statements)


def _is_control(sql: str) -> bool:
    return sql.startswith(("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE"))


def median(runs: list[Cost]) -> Cost:
    """The middle of several runs, figure by figure. The database's CPU is known to 10 ms only, so its mean is taken."""
    return Cost(
        statistics.median(run.wall for run in runs),
        statistics.median(run.cpu for run in runs),
        statistics.fmean(run.database for run in runs),
        round(statistics.median(run.statements for run in runs)),
    )
