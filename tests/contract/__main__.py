"""Measure the contract: `python -m tests.contract [--missing APP_OR_PATH] [--update] [--document FILE]`."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import defaultdict
from pathlib import Path

from tests.contract import ratchet
from tests.contract.measure import KINDS, Document, Fact, Tally, compare, tally


def main() -> int:
    """Print a table; 1 when less is covered than before."""
    parser = argparse.ArgumentParser(prog="python -m tests.contract", description="Measure the REST contract.")
    parser.add_argument("--document", type=Path, help="an OpenAPI document in JSON instead of the present code's")
    parser.add_argument("--missing", action="append", default=[], metavar="APP_OR_PATH", help="list what lacks; or all")
    parser.add_argument("--update", action="store_true", help="raise the ratchet to what is covered now")
    options = parser.parse_args()

    content = json.loads(options.document.read_text()) if options.document else build()
    found = list(compare(Document(content)))
    show_missing(found, set(options.missing))
    table = tally(found)
    show(table)
    lost = ratchet.lost(table)
    for app, (least, now) in lost.items():
        write(f"{app}: {now} facts are covered, {least} were.")
    if options.update and not lost:
        ratchet.raise_to(table)
    return 1 if lost else 0


def build() -> dict:
    """The document of the present code, without custom fields and so without a database."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "netsot.settings")
    os.environ.setdefault("NETSOT_DEV", "1")
    import django

    django.setup()
    from netsot.api import schema_store
    from netsot.api.renderers import dumps
    from netsot.kernel import custom_fields

    custom_fields.register(custom_fields.NoCustomFields())
    return json.loads(dumps(schema_store.build()))


def show_missing(found: list[Fact], wanted: set[str]) -> None:
    """One line per path and kind."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for fact in found:
        if not fact.met and wanted & {fact.app, fact.path, "all"}:
            groups[fact.path, fact.kind].append(fact.name)
    for (path, kind), names in groups.items():
        write(f"{path} {kind}: {', '.join(names)}")


def show(table: dict[str, dict[str, Tally]]) -> None:
    """A line per app."""
    width = max(map(len, table)) + 2
    write("".ljust(width) + "".join(kind.rjust(13) for kind in (*KINDS, "all")))
    for app, row in table.items():
        cells = "".join(str(row[kind]).rjust(13) for kind in (*KINDS, "all"))
        write(f"{app.ljust(width)}{cells} {row['all'].percent:6.1f} %")


def write(line: str) -> None:
    """To the terminal."""
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
