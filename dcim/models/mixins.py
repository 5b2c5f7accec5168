"""What components and other cabled objects share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from dcim.choices import CableEndChoices
from dcim.constants import CONNECTORS_MAX
from dcim.rules import stored, warm
from netsot.kernel.errors import Errors
from netsot.models import ChoiceField, NetSoTModel
from netsot.models.base import OwnerMixin
from netsot.models.natural import NameField, NaturalKey


def named(name: Any, label: Any) -> str:
    """A component for people: its name, and the label printed on the hardware if that differs."""
    return f"{name} ({label})" if label else str(name)


class ComponentModel(OwnerMixin, NetSoTModel):
    """A part of a device. Where the device is, is kept in columns of the part, for filters."""

    display_fields = ("name", "label")
    display = staticmethod(named)

    device = models.ForeignKey(
        "dcim.Device", on_delete=models.CASCADE, related_name="%(class)ss", verbose_name=_("device")
    )
    name = NameField(_("name"), max_length=64)
    label = models.CharField(_("label"), max_length=64, blank=True, help_text=_("Physical label"))
    description = models.CharField(_("description"), max_length=200, blank=True)
    _site = models.ForeignKey(
        "dcim.Site", on_delete=models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    _location = models.ForeignKey(
        "dcim.Location", on_delete=models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    _rack = models.ForeignKey(
        "dcim.Rack", on_delete=models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )

    can_change_device = False
    """Whether the part may be moved to another device."""

    class Meta:
        abstract = True
        ordering = ("device", NaturalKey("name"))
        constraints = (
            models.UniqueConstraint(fields=("device", "name"), name="%(app_label)s_%(class)s_unique_device_name"),
        )

    @property
    def parent_object(self) -> Any:
        """The device this is part of."""
        return self.device

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """Note where the device is."""
        super().prepare_set(objs)
        warm(objs, "device")
        for obj in (obj for obj in objs if obj.device_id):
            obj._site_id, obj._location_id, obj._rack_id = (
                obj.device.site_id,
                obj.device.location_id,
                obj.device.rack_id,
            )

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """A part stays on its device."""
        super().clean_set(objs, errors)
        if cls.can_change_device:
            return
        before = stored(objs, "device_id")
        for obj in objs:
            if obj.pk in before and before[obj.pk]["device_id"] != obj.device_id:
                errors.add(obj, "device", _("A component can't be moved to another device: create it there instead."))


class ModularComponentModel(ComponentModel):
    """A part of a device that may have come with a module."""

    module = models.ForeignKey(
        "dcim.Module",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="%(class)ss",
        verbose_name=_("module"),
    )
    inventory_items = GenericRelation(
        "dcim.InventoryItem", content_type_field="component_type", object_id_field="component_id"
    )

    class Meta(ComponentModel.Meta):
        abstract = True

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """The module is installed in the same device."""
        super().clean_set(objs, errors)
        warm(objs, "module")
        for obj in objs:
            if obj.module_id and obj.module.device_id != obj.device_id:
                errors.add(obj, "module", _("The module is installed in another device."))


class CabledObjectModel(models.Model):
    """Takes a cable. The `cable…` columns repeat what its CableTermination says, and are written by the cabling
    engine only.
    """

    # Nothing to do for the database's sake when a cable goes: its terminations go along, and they free the ports.
    cable = models.ForeignKey(
        "dcim.Cable", on_delete=models.DO_NOTHING, null=True, blank=True, related_name="+", verbose_name=_("cable")
    )
    cable_end = ChoiceField(CableEndChoices, verbose_name=_("cable end"), max_length=1, null=True, blank=True)
    cable_connector = models.PositiveSmallIntegerField(
        _("cable connector"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(CONNECTORS_MAX)],
    )
    cable_positions = ArrayField(
        models.PositiveSmallIntegerField(), verbose_name=_("cable positions"), null=True, blank=True
    )
    mark_connected = models.BooleanField(
        _("mark connected"), default=False, help_text=_("Treat as if a cable is connected")
    )
    cable_terminations = GenericRelation(
        "dcim.CableTermination",
        content_type_field="termination_type",
        object_id_field="termination_id",
        related_query_name="%(class)s",
    )

    class Meta:
        abstract = True

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """The end, connector and positions describe a cable, and a cable leaves nothing to pretend."""
        super().clean_set(objs, errors)
        for obj in objs:
            if obj.cable_id:
                if not obj.cable_end:
                    errors.add(obj, "cable_end", _("Give the end of the cable (A or B) that is attached."))
                if obj.mark_connected:
                    errors.add(
                        obj,
                        "mark_connected",
                        _("An object with a cable can't be marked as connected: remove the cable."),
                    )
                if (obj.cable_connector is None) != (not obj.cable_positions):
                    errors.add(obj, "cable_positions", _("A connector and its positions go together."))
                continue
            for field in ("cable_end", "cable_connector", "cable_positions"):
                if getattr(obj, field):
                    errors.add(obj, field, _("This describes a cable, but none is attached."))

    @property
    def link(self) -> Any:
        """The cable (or wireless link) attached here."""
        return self.cable

    @property
    def _occupied(self) -> bool:
        return bool(self.mark_connected or self.cable_id)

    @property
    def opposite_cable_end(self) -> str | None:
        """The other end's letter."""
        if not self.cable_end:
            return None
        return CableEndChoices.SIDE_B if self.cable_end == CableEndChoices.SIDE_A else CableEndChoices.SIDE_A


class PathEndpoint(models.Model):
    """Where cable paths begin and end; `_path` is the path that begins here."""

    _path = models.ForeignKey("dcim.CablePath", on_delete=models.SET_NULL, null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def path(self) -> Any:
        """The path that begins here, if any."""
        return self._path


class RenderConfigMixin(models.Model):
    """Has a configuration rendered from a template."""

    config_template = models.ForeignKey(
        "extras.ConfigTemplate",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)ss",
        verbose_name=_("config template"),
    )

    class Meta:
        abstract = True

    def get_config_template(self) -> Any:
        """The object's own template, else its role's, else its platform's."""
        for holder in (self, self.role, self.platform):
            if holder is not None and holder.config_template_id:
                return holder.config_template
        return None
