"""Bays: where modules and child devices go."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from dcim.models.mixins import ComponentModel, ModularComponentModel


class ModuleBay(ModularComponentModel):
    """Where a module goes, in a device or in another module."""

    clone_fields = ("device", "enabled")

    parent = models.ForeignKey(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        related_name="children",
        verbose_name=_("parent"),
    )
    position = models.CharField(
        _("position"), max_length=30, blank=True, help_text=_("Replaces {module} in the names of a module's components")
    )
    enabled = models.BooleanField(_("enabled"), default=True)

    class Meta(ComponentModel.Meta):
        verbose_name = _("module bay")
        verbose_name_plural = _("module bays")
        constraints = (
            models.UniqueConstraint(
                fields=("device", "module", "name"), name="dcim_modulebay_unique_device_module_name"
            ),
        )

    @property
    def _occupied(self) -> bool:
        return hasattr(self, "installed_module") or not self.enabled


class DeviceBay(ComponentModel):
    """Where a child device goes: a blade's slot in its chassis."""

    clone_fields = ("device", "enabled")

    installed_device = models.OneToOneField(
        "dcim.Device",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="parent_bay",
        verbose_name=_("installed device"),
    )
    enabled = models.BooleanField(_("enabled"), default=True)

    class Meta(ComponentModel.Meta):
        verbose_name = _("device bay")
        verbose_name_plural = _("device bays")

    @property
    def _occupied(self) -> bool:
        return bool(self.installed_device_id) or not self.enabled
