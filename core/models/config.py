"""Configuration kept in the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from netsot.models import BaseModel


class ConfigRevision(BaseModel):
    """One state of the dynamic configuration parameters; at most one is active."""

    display_fields = ("pk", "active")

    active = models.BooleanField(_("active"), default=False)
    created = models.DateTimeField(_("created"), auto_now_add=True)
    comment = models.CharField(_("comment"), max_length=200, blank=True)
    data = models.JSONField(_("configuration data"), null=True, blank=True)

    class Meta:
        ordering = ("-created",)
        verbose_name = _("config revision")
        verbose_name_plural = _("config revisions")
        indexes = [models.Index(fields=["-created"])]
        constraints = [
            models.UniqueConstraint(fields=("active",), condition=Q(active=True), name="unique_active_config_revision")
        ]

    @staticmethod
    def display(pk: Any, active: Any) -> str:
        """The number of the revision."""
        if not pk:
            return str(_("Default configuration"))
        if active:
            return str(_("Current configuration"))
        return _("Config revision #%(id)s") % {"id": pk}

    @classmethod
    def saved_set(cls, objs: Sequence[Any], old: Mapping[Any, Mapping[str, Any]]) -> None:
        """What changed is in force at once."""
        super().saved_set(objs, old)
        from core import config

        transaction.on_commit(config.forget)

    @classmethod
    def deleted_set(cls, objs: Sequence[Any]) -> None:
        """Without an active revision the configured defaults are in force."""
        super().deleted_set(objs)
        from core import config

        transaction.on_commit(config.forget)

    def activate(self) -> None:
        """Put this revision in force, in place of the active one."""
        with transaction.atomic():
            ConfigRevision._base_manager.filter(active=True).exclude(pk=self.pk).update(active=False)
            self.active = True
            self.save(update_fields=["active"])
