"""The table `make bench` prints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bench.meter import Cost

HEADS = ("wall ms", "CPU ms", "of it PG", "SQL", "floor ms", "× floor", "peer CPU", "÷", "peer SQL")
WIDTHS = (9, 9, 9, 6, 10, 9, 10, 7, 10)


class Table:
    """Prints a row as soon as it is known."""

    def __init__(self, size: str, figures: Mapping[str, Any]) -> None:
        print(f"\n{size}: " + ", ".join(f"{name} {_shown(value)}" for name, value in figures.items()))
        heads = zip(HEADS, WIDTHS, strict=True)
        print(f"{'workload':36}" + "".join(f"{head:>{width}}" for head, width in heads))

    def add(self, workload: Any, cost: Cost, floor: Cost | None) -> None:
        """One workload: its cost, PostgreSQL's own time, and the peer's on a machine of this size."""
        row = f"{workload.name:36}{cost.wall:9.1f}{cost.total:9.1f}{cost.database:9.1f}{cost.statements:6}"
        row += f"{floor.wall:10.1f}{cost.wall / floor.wall:9.2f}" if floor else f"{'':19}"
        if workload.peer:
            row += f"{workload.peer[0]:10.0f}{workload.peer[0] / max(cost.total, 0.1):7.0f}{workload.peer[1]:10}"
        print(row, flush=True)

    def finish(self) -> None:
        """Explain the columns."""
        print("CPU: this process and its database session. Peer: CPU and SQL statements of NetBox 4.6.8, 'small'.")


def _shown(value: Any) -> str:
    return f"{value:.2f} s" if isinstance(value, float) else f"{value:,}"
