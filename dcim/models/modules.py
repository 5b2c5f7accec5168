"""Modules: field-replaceable units with components of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import jsonschema
from django.db import models
from django.utils.translation import gettext_lazy as _

from dcim.choices import ModuleAirflowChoices, ModuleStatusChoices
from dcim.rules import changed, warm
from dcim.validators import validate_schema
from netsot.kernel import changes
from netsot.kernel.errors import Errors
from netsot.models import (
    ChoiceField,
    CounterCacheField,
    ImageAttachmentsMixin,
    PrimaryModel,
    WeightMixin,
)


class ModuleTypeProfile(PrimaryModel):
    """Which attributes module types of one kind have, as a JSON schema."""

    clone_fields = ("schema",)

    name = models.CharField(_("name"), max_length=100, unique=True)
    schema = models.JSONField(_("schema"), null=True, blank=True, validators=[validate_schema])

    class Meta:
        ordering = ("name",)
        verbose_name = _("module type profile")
        verbose_name_plural = _("module type profiles")


class ModuleType(ImageAttachmentsMixin, WeightMixin, PrimaryModel):
    """A model of module; its templates say which components it brings."""

    display_fields = ("model",)
    clone_fields = ("profile", "manufacturer", "weight", "weight_unit", "airflow")

    profile = models.ForeignKey(
        ModuleTypeProfile,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="module_types",
        verbose_name=_("profile"),
    )
    manufacturer = models.ForeignKey(
        "dcim.Manufacturer", on_delete=models.PROTECT, related_name="module_types", verbose_name=_("manufacturer")
    )
    model = models.CharField(_("model"), max_length=100)
    part_number = models.CharField(
        _("part number"), max_length=50, blank=True, help_text=_("The manufacturer's number for it")
    )
    airflow = ChoiceField(ModuleAirflowChoices, verbose_name=_("airflow"), null=True, blank=True)
    attribute_data = models.JSONField(_("attributes"), null=True, blank=True)

    module_count = CounterCacheField("dcim.Module", "module_type")
    console_port_template_count = CounterCacheField("dcim.ConsolePortTemplate", "module_type")
    console_server_port_template_count = CounterCacheField("dcim.ConsoleServerPortTemplate", "module_type")
    power_port_template_count = CounterCacheField("dcim.PowerPortTemplate", "module_type")
    power_outlet_template_count = CounterCacheField("dcim.PowerOutletTemplate", "module_type")
    interface_template_count = CounterCacheField("dcim.InterfaceTemplate", "module_type")
    front_port_template_count = CounterCacheField("dcim.FrontPortTemplate", "module_type")
    rear_port_template_count = CounterCacheField("dcim.RearPortTemplate", "module_type")
    module_bay_template_count = CounterCacheField("dcim.ModuleBayTemplate", "module_type")

    class Meta:
        ordering = ("profile", "manufacturer", "model")
        verbose_name = _("module type")
        verbose_name_plural = _("module types")
        constraints = (
            models.UniqueConstraint(fields=("manufacturer", "model"), name="dcim_moduletype_unique_manufacturer_model"),
        )
        indexes = (models.Index(fields=("profile", "manufacturer", "model")),)

    @property
    def full_name(self) -> str:
        """Manufacturer and model."""
        return f"{self.manufacturer} {self.model}"

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """Attributes are those of a profile: without one there are none."""
        super().prepare_set(objs)
        for obj in objs:
            if not obj.profile_id:
                obj.attribute_data = None

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """The attributes follow the schema of the profile."""
        super().clean_set(objs, errors)
        warm(objs, "profile")
        checkers: dict[Any, Any] = {}
        for obj in objs:
            if not obj.profile_id or not obj.profile.schema:
                continue
            checker = checkers.setdefault(obj.profile_id, jsonschema.Draft202012Validator(obj.profile.schema))
            for problem in checker.iter_errors(obj.attribute_data or {}):
                place = "/".join(str(part) for part in problem.absolute_path)
                errors.add(obj, "attribute_data", f"{place}: {problem.message}" if place else problem.message)


class Module(PrimaryModel):
    """A module in a bay of a device."""

    display_fields = ("module_bay__name", "module_type__model", "asset_tag")
    clone_fields = ("device", "module_type", "status")

    replicate_components = True
    """Whether creating it creates the components of its type (set on the object before it is created)."""

    adopt_components = False
    """Whether components of the device with the same names become the module's instead."""

    device = models.ForeignKey(
        "dcim.Device", on_delete=models.CASCADE, related_name="modules", verbose_name=_("device")
    )
    module_bay = models.OneToOneField(
        "dcim.ModuleBay", on_delete=models.CASCADE, related_name="installed_module", verbose_name=_("module bay")
    )
    module_type = models.ForeignKey(
        ModuleType, on_delete=models.PROTECT, related_name="instances", verbose_name=_("module type")
    )
    status = ChoiceField(ModuleStatusChoices, verbose_name=_("status"), default=ModuleStatusChoices.STATUS_ACTIVE)
    serial = models.CharField(_("serial number"), max_length=50, blank=True)
    asset_tag = models.CharField(
        _("asset tag"), max_length=50, unique=True, null=True, blank=True, help_text=_("Unique everywhere")
    )

    class Meta:
        ordering = ("module_bay",)
        verbose_name = _("module")
        verbose_name_plural = _("modules")

    @staticmethod
    def display(bay: object, module_type: object, asset_tag: object) -> str:
        """The bay and what is in it."""
        return f"{bay}: {module_type} ({asset_tag})" if asset_tag else f"{bay}: {module_type}"

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """An empty asset tag is none."""
        super().prepare_set(objs)
        for obj in objs:
            obj.asset_tag = obj.asset_tag or None

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """See `dcim.module_rules`."""
        from dcim import module_rules

        super().clean_set(objs, errors)
        module_rules.check_bays(objs, errors)
        module_rules.check_components(objs, errors)

    @classmethod
    def saved_set(cls, objs: Sequence[Any], old: Mapping[Any, Mapping[str, Any]]) -> None:
        """A new module brings its components; the bays of a module that moved move along."""
        from dcim import module_rules

        super().saved_set(objs, old)
        for model, components in module_rules.install([obj for obj in objs if obj.pk not in old]).items():
            changes.created(model, components)
        module_rules.move_bays([obj for obj in objs if obj.pk in old and changed(obj, old, "module_bay_id")])
