from typing import Any

from django.apps import AppConfig
from django.db import transaction
from django.db.models.signals import post_migrate, post_save
from django.utils.translation import gettext_lazy as _


class IPAMConfig(AppConfig):
    """Prefixes, addresses, VLANs and what routes between them."""

    name = "ipam"
    verbose_name = _("IPAM")

    def ready(self) -> None:
        """Keep the global table in line with the configuration."""
        from ipam import uniqueness

        post_migrate.connect(uniqueness.follow_global_setting, sender=self, dispatch_uid="ipam.uniqueness")
        post_save.connect(_configuration_changed, sender="core.ConfigRevision", dispatch_uid="ipam.uniqueness")


def _configuration_changed(**kwargs: Any) -> None:
    from core import config
    from ipam import uniqueness

    def apply() -> None:
        config.forget()
        uniqueness.follow_global_setting()

    transaction.on_commit(apply)
