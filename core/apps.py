"""The `core` app."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    """What the product itself keeps."""

    name = "core"
    verbose_name = _("Core")

    def ready(self) -> None:
        """Store what the kernel records, answer for dynamic parameters and keep the object types."""
        from django.db.models.signals import post_migrate

        from core import changelog, config, object_types
        from netsot.conf import register_source
        from netsot.kernel import changes

        changes.register_sink(changelog.store)
        register_source(config.stored)
        post_migrate.connect(object_types.sync, dispatch_uid="core.object_types")
