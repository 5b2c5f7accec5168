"""Generate a believable network of a given size, always the same."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from netsot.demo import generate
from netsot.demo.sizes import SIZES
from netsot.demo.writer import Refused


class Command(BaseCommand):
    """`manage.py generate_data --size small`."""

    help = "Generate a believable network (sites, devices, cables, addresses); the same seed gives the same rows."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The options."""
        sizes = ", ".join(f"{size.name}: {size.sites} sites" for size in SIZES.values())
        parser.add_argument("--size", choices=list(SIZES), default="small", help=f"{sizes} (default: small)")
        parser.add_argument("--seed", type=int, default=generate.SEED, help="another number gives another network")

    def handle(self, *args: Any, **options: Any) -> None:
        """Generate it and say what was made."""
        quiet = options["verbosity"] == 0
        try:
            report = generate.generate(
                options["size"], options["seed"], say=lambda text: None if quiet else self.stdout.write(text)
            )
        except Refused as error:
            raise CommandError(str(error)) from error
        if quiet:
            return
        for name, number in report.made.items():
            self.stdout.write(f"{number:>9,}  {name}")
        self.stdout.write(f"{sum(report.made.values()):>9,}  objects in {report.seconds:.1f} s")
