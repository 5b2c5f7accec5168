"""The product's own app: it connects the kernel."""

from __future__ import annotations

from django.apps import AppConfig


class NetSoTConfig(AppConfig):
    """Connects what the kernel needs to hear from the ORM."""

    name = "netsot"
    verbose_name = "NetSoT"

    def ready(self) -> None:
        from netsot.kernel import changes, checks, counters

        changes.connect()
        counters.connect()
        checks.connect()
