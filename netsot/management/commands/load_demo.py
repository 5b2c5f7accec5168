"""Load a network to look around in."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Sequence
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from netsot.demo import community, generate
from netsot.demo.client import Client
from netsot.demo.community import Outcome
from netsot.demo.sizes import SIZES
from netsot.demo.verify import verify
from netsot.demo.writer import Refused

SHOWN = 50
"""How many differences are printed."""


class Command(BaseCommand):
    """`manage.py load_demo`; `make serve` calls it on the first start."""

    help = "Load a network to look around in: a generated one, or one that a community published."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The options."""
        parser.add_argument(
            "--source", choices=("generated", "community"), default="generated",
            help="generated: the small network of generate_data; community: the data in netsot/demo/data, "
            "loaded through the REST API",
        )  # fmt: skip
        parser.add_argument("--user", help="the administrator who loads the community's network (default: the first)")
        parser.add_argument(
            "--verify", action="store_true",
            help="read every field of the community's network back and compare it with what was sent",
        )  # fmt: skip

    def handle(self, *args: Any, **options: Any) -> None:
        """Load it."""
        if options["verify"] and options["source"] != "community":
            raise CommandError("--verify goes with --source community.")
        try:
            if options["source"] == "generated":
                self._generated()
            else:
                self._community(options["user"], check=options["verify"])
        except Refused as error:
            raise CommandError(str(error)) from error

    def _generated(self) -> None:
        if found := generate.there(SIZES["small"]):
            # A start that was interrupted at the very end asks again.
            self.stdout.write(f"The demo network is there already (site {found}).")
            return
        with transaction.atomic():
            report = generate.generate("small")
        self.stdout.write(f"{sum(report.made.values()):,} objects in {report.seconds:.1f} s")

    def _community(self, user: str | None, *, check: bool) -> None:
        client = Client(community.administrator(user))
        outcomes = community.load(client)
        self._table(outcomes)
        if not check:
            return
        compared, different = verify(client, outcomes)
        for line in different[:SHOWN]:
            self.stdout.write(line)
        self.stdout.write(f"{compared:,} fields compared, {len(different):,} different")
        if different:
            raise CommandError("What was read back is not what was sent.")

    def _table(self, outcomes: Sequence[Outcome]) -> None:
        width = max(len(outcome.file) for outcome in outcomes)
        self.stdout.write(f"{'file':<{width}}  loaded  there  skipped  why")
        for item in outcomes:
            why = ", ".join(f"{reason} × {number}" for reason, number in sorted(item.reasons.items()))
            self.stdout.write(
                f"{item.file:<{width}}  {len(item.loaded):>6}  {item.existing:>5}  {item.skipped:>7}  {why}".rstrip()
            )
        loaded, skipped = sum(len(item.loaded) for item in outcomes), sum(item.skipped for item in outcomes)
        self.stdout.write(f"{loaded:,} objects loaded, {skipped:,} skipped")
