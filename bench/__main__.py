"""`make bench`: a table of workloads at three sizes of data, medians of repeated runs.

    python -m bench                         # small, medium and large
    python -m bench --size small --repeat 9
    python -m bench --only "create"         # workloads whose name contains this

Every size has a database of its own on the embedded server, filled once by `generate_data`; `--fresh` makes it anew.
"Floor" is the time PostgreSQL itself takes to build and send the same JSON, measured beside it in the same run.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time

SIZES = ("small", "medium", "large")


def main() -> int:
    """Run every size in a process of its own, so that none warms the next."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--size", choices=SIZES, action="append")
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--only", default="")
    parser.add_argument("--fresh", action="store_true")
    parser.add_argument("--database", help=argparse.SUPPRESS)
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "netsot.settings")
    os.environ.setdefault("NETSOT_DEV", "1")
    if options.database:
        return measure(options)
    for size in options.size or SIZES:
        command = [
            sys.executable,
            "-m",
            "bench",
            "--size",
            size,
            "--repeat",
            str(options.repeat),
            "--only",
            options.only,
        ]
        code = subprocess.run(
            [*command, *(["--fresh"] if options.fresh else []), "--database", f"netsot_bench_{size}"],
            env=os.environ | {"NETSOT_DATABASE_NAME": f"netsot_bench_{size}"},
            check=False,
        ).returncode
        if code:
            return code
    return 0


def measure(options: argparse.Namespace) -> int:
    """One size: start-up figures, then the table."""
    start = time.perf_counter()
    import django

    django.setup()
    setup = time.perf_counter() - start
    from bench import database, meter, report
    from bench.workloads import Session, floor, workloads

    size = options.size[0]
    figures = database.ready(options.database, size, fresh=options.fresh)
    session = Session()
    table = report.Table(size, figures | {"django.setup()": setup} | database.first_answers(session))
    for workload in workloads(session):
        if options.only and options.only not in workload.name:
            continue
        runs = []
        for attempt in range(options.repeat + 1):
            given = workload.prepare()
            made: list = []
            cost = meter.once(lambda w=workload, g=given, m=made: m.append(w.run(g)))
            if workload.clean:
                workload.clean(made[0])
            if attempt:
                runs.append(cost)
        floors = (
            [meter.once(lambda sql=workload.floor: floor(sql), count=False) for _ in range(options.repeat)]
            if workload.floor
            else []
        )
        table.add(workload, meter.median(runs), meter.median(floors) if floors else None)
    table.finish()
    return 0


if __name__ == "__main__":
    sys.exit(main())
