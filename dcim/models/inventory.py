"""What is inside a device: optics, fans, disks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey
from django.db import models
from django.utils.translation import gettext_lazy as _

from dcim import inventory_rules
from dcim.choices import InventoryItemStatusChoices
from dcim.constants import COMPONENT_LABELS
from dcim.models.mixins import ComponentModel
from dcim.rules import changed, check_generic, stored
from netsot.kernel.errors import Errors
from netsot.models import ChoiceField, ColorField, OrganizationalModel
from netsot.models.natural import NaturalKey


class InventoryItemRole(OrganizationalModel):
    """What inventory items are for."""

    color = ColorField(verbose_name=_("color"), default="9e9e9e")

    class Meta(OrganizationalModel.Meta):
        verbose_name = _("inventory item role")
        verbose_name_plural = _("inventory item roles")


class InventoryItem(ComponentModel):
    """A piece of hardware inside a device; it may stand for one of the device's components."""

    clone_fields = ("device", "parent", "role", "manufacturer", "status", "part_id")
    can_change_device = True

    parent = models.ForeignKey(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="child_items",
        verbose_name=_("parent"),
    )
    component_type = models.ForeignKey(
        "contenttypes.ContentType", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    component_id = models.PositiveBigIntegerField(null=True, blank=True)
    component = GenericForeignKey("component_type", "component_id")
    status = ChoiceField(
        InventoryItemStatusChoices, verbose_name=_("status"), default=InventoryItemStatusChoices.STATUS_ACTIVE
    )
    role = models.ForeignKey(
        InventoryItemRole,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="inventory_items",
        verbose_name=_("role"),
    )
    manufacturer = models.ForeignKey(
        "dcim.Manufacturer",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="inventory_items",
        verbose_name=_("manufacturer"),
    )
    part_id = models.CharField(
        _("part ID"), max_length=50, blank=True, help_text=_("The manufacturer's number for the part")
    )
    serial = models.CharField(_("serial number"), max_length=50, blank=True)
    asset_tag = models.CharField(
        _("asset tag"), max_length=50, unique=True, null=True, blank=True, help_text=_("Unique everywhere")
    )
    discovered = models.BooleanField(
        _("discovered"), default=False, help_text=_("Found by a tool, not entered by hand")
    )

    class Meta:
        ordering = ("device__id", "parent__id", NaturalKey("name"))
        verbose_name = _("inventory item")
        verbose_name_plural = _("inventory items")
        constraints = (
            models.UniqueConstraint(
                fields=("device", "parent", "name"), name="dcim_inventoryitem_unique_device_parent_name"
            ),
        )
        indexes = (models.Index(fields=("component_type", "component_id")),)

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """An item that moves to another device leaves its component behind."""
        super().prepare_set(objs)
        before = stored(objs, "device_id", "component_type_id", "component_id")
        for obj in objs:
            obj.asset_tag = obj.asset_tag or None
            moved = obj.pk in before and changed(obj, before, "device_id")
            if moved and not changed(obj, before, "component_type_id", "component_id"):
                obj.component_type, obj.component_id = None, None

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """An item, its parent, its children and its component are all in one device."""
        super().clean_set(objs, errors)
        inventory_rules.check_parents(objs, errors)
        inventory_rules.check_children(objs, errors)
        check_generic(objs, errors, "component_type", "component_id", COMPONENT_LABELS)
        inventory_rules.check_components(objs, errors)
