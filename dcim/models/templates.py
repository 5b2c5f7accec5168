"""Templates: the components that devices and modules of a type are created with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from dcim import inventory_rules
from dcim.choices import (
    ConsolePortTypeChoices,
    InterfacePoEModeChoices,
    InterfacePoETypeChoices,
    InterfaceTypeChoices,
    PowerOutletFeedLegChoices,
    PowerOutletTypeChoices,
    PowerPortTypeChoices,
    WirelessRoleChoices,
)
from dcim.constants import COMPONENT_LABELS
from dcim.models.mixins import named
from dcim.naming import interface_key
from dcim.rules import check_draws, check_generic, check_power_and_radio, stored, warm
from netsot.kernel.errors import Errors
from netsot.models import ChangeLoggedModel, ChoiceField, ColorField
from netsot.models.natural import NameField, NaturalKey

NAME_HELP = _("{module} stands for the position of the module's bay, {vc_position} for the device's VC position")


class ComponentTemplateModel(ChangeLoggedModel):
    """A component that is still to be."""

    display_fields = ("name", "label")
    display = staticmethod(named)

    name = NameField(
        _("name"),
        max_length=64,
        help_text=NAME_HELP,
    )
    label = models.CharField(_("label"), max_length=64, blank=True, help_text=_("Physical label"))
    description = models.CharField(_("description"), max_length=200, blank=True)

    class Meta:
        abstract = True

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """A template stays with its type."""
        super().clean_set(objs, errors)
        before = stored(objs, "device_type_id")
        for obj in objs:
            if obj.pk in before and before[obj.pk]["device_type_id"] not in (None, obj.device_type_id):
                errors.add(
                    obj, "device_type", _("A template can't be moved to another device type: create it there instead.")
                )


class ModularComponentTemplateModel(ComponentTemplateModel):
    """A component of a device type or of a module type."""

    device_type = models.ForeignKey(
        "dcim.DeviceType",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="%(class)ss",
        verbose_name=_("device type"),
    )
    module_type = models.ForeignKey(
        "dcim.ModuleType",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="%(class)ss",
        verbose_name=_("module type"),
    )

    class Meta:
        abstract = True
        ordering = ("device_type", "module_type", NaturalKey("name"))
        constraints = (
            models.UniqueConstraint(
                fields=("device_type", "name"), name="%(app_label)s_%(class)s_unique_device_type_name"
            ),
            models.UniqueConstraint(
                fields=("module_type", "name"), name="%(app_label)s_%(class)s_unique_module_type_name"
            ),
        )
        indexes = (models.Index(fields=("device_type", "module_type", "name")),)

    @property
    def type_key(self) -> tuple[Any, Any]:
        """Which type it belongs to, to compare with another template's."""
        return self.device_type_id, self.module_type_id

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """A template belongs to a device type or to a module type."""
        super().clean_set(objs, errors)
        for obj in objs:
            if obj.device_type_id and obj.module_type_id:
                errors.add(obj, None, _("A template belongs to a device type or to a module type, not to both."))
            elif not obj.device_type_id and not obj.module_type_id:
                errors.add(obj, None, _("Give the device type or the module type the template belongs to."))


class ConsolePortTemplate(ModularComponentTemplateModel):
    """A console port of a type."""

    type = ChoiceField(ConsolePortTypeChoices, verbose_name=_("type"), null=True, blank=True)

    class Meta(ModularComponentTemplateModel.Meta):
        verbose_name = _("console port template")
        verbose_name_plural = _("console port templates")


class ConsoleServerPortTemplate(ModularComponentTemplateModel):
    """A console server port of a type."""

    type = ChoiceField(ConsolePortTypeChoices, verbose_name=_("type"), null=True, blank=True)

    class Meta(ModularComponentTemplateModel.Meta):
        verbose_name = _("console server port template")
        verbose_name_plural = _("console server port templates")


class PowerPortTemplate(ModularComponentTemplateModel):
    """A power port of a type."""

    type = ChoiceField(PowerPortTypeChoices, verbose_name=_("type"), null=True, blank=True)
    maximum_draw = models.PositiveIntegerField(
        _("maximum draw"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Highest draw in watts"),
    )
    allocated_draw = models.PositiveIntegerField(
        _("allocated draw"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Planned draw in watts"),
    )

    class Meta(ModularComponentTemplateModel.Meta):
        verbose_name = _("power port template")
        verbose_name_plural = _("power port templates")

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """No more is planned than the port can take."""
        super().clean_set(objs, errors)
        check_draws(objs, errors)


class PowerOutletTemplate(ModularComponentTemplateModel):
    """A power outlet of a type."""

    type = ChoiceField(PowerOutletTypeChoices, verbose_name=_("type"), null=True, blank=True)
    color = ColorField(verbose_name=_("color"), blank=True)
    power_port = models.ForeignKey(
        PowerPortTemplate,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="poweroutlet_templates",
        verbose_name=_("power port"),
    )
    feed_leg = ChoiceField(
        PowerOutletFeedLegChoices,
        verbose_name=_("feed leg"),
        null=True,
        blank=True,
        help_text=_("Phase (for three-phase feeds)"),
    )

    class Meta(ModularComponentTemplateModel.Meta):
        verbose_name = _("power outlet template")
        verbose_name_plural = _("power outlet templates")

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """An outlet is fed by a port of the same type."""
        super().clean_set(objs, errors)
        warm(objs, "power_port")
        for obj in objs:
            if obj.power_port_id and obj.power_port.type_key != obj.type_key:
                errors.add(obj, "power_port", _("The power port belongs to another type: choose one of the same type."))


class InterfaceTemplate(ModularComponentTemplateModel):
    """An interface of a type."""

    name = NameField(_("name"), max_length=64, key="_name", help_text=NAME_HELP)
    _name = models.CharField(max_length=100, blank=True, editable=False, db_collation="C")
    type = ChoiceField(InterfaceTypeChoices, verbose_name=_("type"))
    enabled = models.BooleanField(_("enabled"), default=True)
    mgmt_only = models.BooleanField(_("management only"), default=False)
    bridge = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="bridge_interfaces",
        verbose_name=_("bridge interface"),
    )
    poe_mode = ChoiceField(InterfacePoEModeChoices, verbose_name=_("PoE mode"), null=True, blank=True)
    poe_type = ChoiceField(InterfacePoETypeChoices, verbose_name=_("PoE type"), null=True, blank=True)
    rf_role = ChoiceField(WirelessRoleChoices, verbose_name=_("wireless role"), max_length=30, null=True, blank=True)

    class Meta(ModularComponentTemplateModel.Meta):
        verbose_name = _("interface template")
        verbose_name_plural = _("interface templates")

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """Keep the key that sorts interfaces by the numbers in their names."""
        super().prepare_set(objs)
        for obj in objs:
            obj._name = interface_key(obj.name or "")

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """A bridge is another interface of the same type; power and radio settings fit the kind of interface."""
        super().clean_set(objs, errors)
        check_power_and_radio(objs, errors)
        warm(objs, "bridge")
        for obj in objs:
            if not obj.bridge_id:
                continue
            if obj.bridge_id == obj.pk:
                errors.add(obj, "bridge", _("An interface can't be its own bridge."))
            elif obj.bridge.type_key != obj.type_key:
                errors.add(
                    obj, "bridge", _("The bridge interface belongs to another type: choose one of the same type.")
                )


class ModuleBayTemplate(ModularComponentTemplateModel):
    """A module bay of a type."""

    position = models.CharField(
        _("position"), max_length=30, blank=True, help_text=_("Replaces {module} in the names of a module's components")
    )
    enabled = models.BooleanField(_("enabled"), default=True)

    class Meta(ModularComponentTemplateModel.Meta):
        verbose_name = _("module bay template")
        verbose_name_plural = _("module bay templates")


class DeviceBayTemplate(ComponentTemplateModel):
    """A device bay of a device type."""

    device_type = models.ForeignKey(
        "dcim.DeviceType", on_delete=models.CASCADE, related_name="devicebaytemplates", verbose_name=_("device type")
    )
    enabled = models.BooleanField(_("enabled"), default=True)

    class Meta:
        ordering = ("device_type", NaturalKey("name"))
        verbose_name = _("device bay template")
        verbose_name_plural = _("device bay templates")
        constraints = (
            models.UniqueConstraint(
                fields=("device_type", "name"), name="dcim_devicebaytemplate_unique_device_type_name"
            ),
        )

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """Only parent devices have device bays."""
        super().clean_set(objs, errors)
        warm(objs, "device_type")
        for obj in objs:
            if obj.device_type_id and not obj.device_type.is_parent_device:
                errors.add(
                    obj,
                    "device_type",
                    _("“%(type)s” can't have device bays: set its parent/child status to parent first.")
                    % {"type": obj.device_type},
                )


class InventoryItemTemplate(ComponentTemplateModel):
    """An inventory item of a device type."""

    device_type = models.ForeignKey(
        "dcim.DeviceType",
        on_delete=models.CASCADE,
        related_name="inventoryitemtemplates",
        verbose_name=_("device type"),
    )
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
    role = models.ForeignKey(
        "dcim.InventoryItemRole",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="inventory_item_templates",
        verbose_name=_("role"),
    )
    manufacturer = models.ForeignKey(
        "dcim.Manufacturer",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="inventory_item_templates",
        verbose_name=_("manufacturer"),
    )
    part_id = models.CharField(
        _("part ID"), max_length=50, blank=True, help_text=_("The manufacturer's number for the part")
    )

    class Meta:
        ordering = ("device_type__id", "parent__id", NaturalKey("name"))
        verbose_name = _("inventory item template")
        verbose_name_plural = _("inventory item templates")
        constraints = (
            models.UniqueConstraint(
                fields=("device_type", "parent", "name"),
                name="dcim_inventoryitemtemplate_unique_device_type_parent_name",
            ),
        )
        indexes = (models.Index(fields=("component_type", "component_id")),)

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """An item, its parent and its component belong to one type."""
        super().clean_set(objs, errors)
        inventory_rules.check_parents(objs, errors, "device_type")
        allowed = [f"{label}template" for label in COMPONENT_LABELS]
        check_generic(objs, errors, "component_type", "component_id", allowed)
        inventory_rules.check_components(objs, errors, "device_type")
