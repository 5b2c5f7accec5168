"""Print what was derived from a declaration."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from netsot.management.declarations.layers import LAYERS, show
from netsot.management.declarations.names import find_layer, find_resource


class Command(BaseCommand):
    """`manage.py show_resource dcim.site [layer]`."""

    help = "Print what was derived for each layer of a resource, from where, and the SQL of its list."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("resource", help="the model, as app.model")
        parser.add_argument("layer", nargs="?", help=f"only one of: {', '.join(LAYERS)}")

    def handle(self, *args: Any, **options: Any) -> None:
        resource = find_resource(options["resource"])
        layers = [find_layer(options["layer"], LAYERS)] if options["layer"] else LAYERS
        for line in show(resource, layers):
            self.stdout.write(line)
