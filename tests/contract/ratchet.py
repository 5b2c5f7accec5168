"""The least that must be covered: facts per app. It only goes up."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from tests.contract.measure import Tally

FILE = Path(__file__).with_name("ratchet.json")


def minimum() -> dict[str, int]:
    """Facts covered so far, per app and in all."""
    found: dict[str, int] = json.loads(FILE.read_text()) if FILE.exists() else {}
    return found


def lost(table: Mapping[str, Mapping[str, Tally]]) -> dict[str, tuple[int, int]]:
    """The apps that cover less than they did: (least, now)."""
    found = {}
    for app, least in minimum().items():
        now = table[app]["all"].met if app in table else 0
        if now < least:
            found[app] = (least, now)
    return found


def raise_to(table: Mapping[str, Mapping[str, Tally]]) -> None:
    """Store what is covered now, where it is more."""
    least = minimum()
    new = {app: max(least.get(app, 0), row["all"].met) for app, row in table.items()}
    FILE.write_text(json.dumps(new, indent=2) + "\n")
