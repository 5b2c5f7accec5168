"""`manage.py trace_paths`: trace what has no path yet, or everything anew."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from dcim.cabling import paths


class Command(BaseCommand):
    """Generate the missing cable paths; `--force` rebuilds all of them."""

    help = "Generate any missing cable paths. With --force, delete and rebuild all of them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--force", action="store_true", help="rebuild all paths, not only the missing ones")
        parser.add_argument("--no-input", action="store_true", help="don't ask for confirmation")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["force"] and not options["no_input"]:
            self.stdout.write("All cable paths will be deleted and rebuilt. Nothing else is changed.")
            if input("Type yes to continue: ").strip().lower() not in ("y", "yes"):
                self.stdout.write("Nothing was changed.")
                return
        with transaction.atomic():
            count = paths.rebuild_all() if options["force"] else paths.trace_missing()
        self.stdout.write(self.style.SUCCESS(f"Traced {count} cable paths."))
