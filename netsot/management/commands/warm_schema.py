"""Build and store the OpenAPI document, so that no client waits for it."""

from __future__ import annotations

import time
from typing import Any

from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """`manage.py warm_schema`; part of `nsot-server upgrade`."""

    help = "Build and store the OpenAPI document of the REST API, so that no client waits for it."

    def handle(self, *args: Any, **options: Any) -> None:
        from netsot.api import schema_store

        begin = time.monotonic()
        found = [schema_store.stored(kind) for kind in schema_store.CONTENT_TYPES]
        sizes = ", ".join(f"{item.format} {len(item.compressed) // 1024} KB" for item in found)
        if options["verbosity"]:
            self.stdout.write(f"The schema is stored ({sizes} compressed, {time.monotonic() - begin:.1f} s).")
