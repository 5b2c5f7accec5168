"""Write the hand-written class that equals a derived layer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from netsot.management.declarations.eject import LAYERS, eject
from netsot.management.declarations.names import find_layer, find_resource


class Command(BaseCommand):
    """`manage.py eject dcim.site serializer`."""

    help = "Write the class that equals a derived layer, to nest it into the Resource and change it there."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("resource", help="the model, as app.model")
        parser.add_argument("layer", help=f"one of: {', '.join(LAYERS)}")
        parser.add_argument("--output", type=Path, help="the file to write instead of the terminal")

    def handle(self, *args: Any, **options: Any) -> None:
        text = eject(find_resource(options["resource"]), find_layer(options["layer"], LAYERS))
        if options["output"]:
            options["output"].write_text(text, encoding="utf-8")
        else:
            self.stdout.write(text, ending="")
