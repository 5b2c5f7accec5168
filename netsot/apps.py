"""The product's own app: it connects the kernel."""

from __future__ import annotations

from django.apps import AppConfig


class NetSoTConfig(AppConfig):
    """Connects what the kernel needs to hear from the ORM."""

    name = "netsot"
    verbose_name = "NetSoT"

    def ready(self) -> None:
        from django.apps import apps

        from netsot.conf import get_config
        from netsot.kernel import changes, checks, counters, registry, text

        changes.connect()
        counters.connect()
        checks.connect()
        text.register_schemes(lambda: get_config().ALLOWED_URL_SCHEMES)
        for config in apps.get_app_configs():
            registry.autodiscover(config.name)
