"""Bays: where modules and child devices go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from dcim.models.mixins import ComponentModel, ModularComponentModel
from dcim.rules import changed, stored, warm
from netsot.kernel.errors import Errors


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

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """A bay of a module lies below the bay that holds the module."""
        super().prepare_set(objs)
        warm(objs, "module")
        for obj in objs:
            obj.parent_id = obj.module.module_bay_id if obj.module_id else None

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """A bay isn't part of a module that is installed in it."""
        from dcim import module_rules

        super().clean_set(objs, errors)
        module_rules.check_bay_owners(objs, errors)


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

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """Parent devices have bays; an enabled bay takes one child device, which isn't the parent itself."""
        super().clean_set(objs, errors)
        warm(objs, "device__device_type", "installed_device__device_type")
        before = stored(objs, "installed_device_id")
        for obj in objs:
            if obj.device_id and not obj.device.device_type.is_parent_device:
                errors.add(
                    obj,
                    "device",
                    _("Device type “%(type)s” has no device bays: only parent devices have.")
                    % {"type": obj.device.device_type},
                )
            if not obj.installed_device_id:
                continue
            if obj.installed_device_id == obj.device_id:
                errors.add(obj, "installed_device", _("A device can't be installed in its own bay."))
            if not obj.enabled and changed(obj, before, "installed_device_id"):
                errors.add(obj, "installed_device", _("This bay is disabled: enable it before installing a device."))
