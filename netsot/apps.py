"""The product's own app: it connects the kernel."""

from __future__ import annotations

from django.apps import AppConfig


class NetSoTConfig(AppConfig):
    """Connects what the kernel needs to hear from the ORM."""

    name = "netsot"
    verbose_name = "NetSoT"

    def ready(self) -> None:
        from django.apps import apps

        from netsot.kernel import changes, checks, counters, registry

        changes.connect()
        counters.connect()
        checks.connect()
        for config in apps.get_app_configs():
            registry.autodiscover(config.name)
