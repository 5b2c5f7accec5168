"""Compare the derived surface with its snapshot, or write the snapshot."""

from __future__ import annotations

import difflib
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from netsot.management.declarations.surface import FILE, UPDATE, dump, surface


class Command(BaseCommand):
    """`manage.py surface [--write]`."""

    help = "Compare the derived surface (endpoints, fields, filters, permissions) with surface.json, or write it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--write", action="store_true", help="write surface.json")

    def handle(self, *args: Any, **options: Any) -> None:
        now = dump(surface())
        before = FILE.read_text(encoding="utf-8") if FILE.exists() else ""
        if options["write"]:
            FILE.write_text(now, encoding="utf-8")
        changes = list(difflib.unified_diff(before.splitlines(), now.splitlines(), FILE.name, "derived", "", "", 2, ""))
        for line in changes[:500]:
            self.stdout.write(line)
        if options["write"]:
            self.stdout.write(f"{FILE.name} is written." if changes else f"{FILE.name} was up to date.")
        elif changes:
            raise CommandError(f"The surface has changed. If it is meant to: {UPDATE}")
