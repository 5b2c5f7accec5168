"""A worker for background jobs, or only the scheduler that queues those whose time has come."""

from __future__ import annotations

import logging
import os
import sys

QUEUES = ("high", "default", "low")


def main(argv: list[str]) -> int:
    """Work until told to stop."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "netsot.settings")
    os.environ.setdefault("NETSOT_ROLE", "worker")
    import django

    django.setup()
    from django.db import connections
    from django_rq import get_connection
    from django_rq.workers import get_worker

    # A connection must not be shared with the processes that run the jobs.
    connections.close_all()
    if "--scheduler-only" in argv:
        from rq.scheduler import RQScheduler

        scheduler = RQScheduler(QUEUES, connection=get_connection("default"), logging_level=logging.WARNING)
        scheduler.acquire_locks()
        scheduler.work()
        return 0
    worker = get_worker(*QUEUES)
    worker.work(with_scheduler=True, logging_level="WARNING")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
