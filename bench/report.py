"""The table `make bench` prints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bench.meter import Cost


class Table:
    """Prints a row as soon as it is known."""

    def __init__(self, size: str, figures: Mapping[str, Any]) -> None:
        print(f"\n{size}: " + ", ".join(f"{name} {_shown(value)}" for name, value in figures.items()))
        print(f"{'workload':36}{'wall ms':>9}{'CPU ms':>9}{'of it PG':>9}{'SQL':>6}{'floor ms':>10}{'× floor':>9}{'peer CPU':>10}{'÷':>7}{'peer SQL':>10}")  # fmt: skip

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
