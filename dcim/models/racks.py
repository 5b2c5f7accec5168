"""Racks: their types, roles, groups, and who reserved which units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from dcim import elevations, placement, rack_rules
from dcim.choices import (
    RackAirflowChoices,
    RackDimensionUnitChoices,
    RackFormFactorChoices,
    RackReservationStatusChoices,
    RackStatusChoices,
    RackWidthChoices,
)
from dcim.constants import RACK_U_MAX
from dcim.models.sites import scoped
from dcim.rules import changed, fresh
from netsot.kernel.errors import Errors
from netsot.kernel.locks import LockKey
from netsot.models import (
    ChoiceField,
    ColorField,
    ContactsMixin,
    CounterCacheField,
    ImageAttachmentsMixin,
    OrganizationalModel,
    PrimaryModel,
    WeightMixin,
)
from netsot.models.base import SLUG
from netsot.models.features import WeightUnitChoices
from netsot.models.natural import NameField, NaturalKey


class RackDimensions(WeightMixin, models.Model):
    """What a rack and a rack type measure."""

    form_factor = ChoiceField(RackFormFactorChoices, verbose_name=_("form factor"), null=True, blank=True)
    width = models.PositiveSmallIntegerField(
        _("width"),
        choices=RackWidthChoices.pairs,
        default=RackWidthChoices.WIDTH_19IN,
        help_text=_("Rail-to-rail width"),
    )
    # The column is smaller than that of an IntegerChoiceField; to the API and the pages it is a choice like others.
    width.choice_set = RackWidthChoices  # type: ignore[attr-defined]
    u_height = models.PositiveSmallIntegerField(
        _("height (U)"),
        default=42,
        validators=[MinValueValidator(1), MaxValueValidator(RACK_U_MAX)],
        help_text=_("Height in rack units"),
    )
    starting_unit = models.PositiveSmallIntegerField(
        _("starting unit"), default=1, validators=[MinValueValidator(1)], help_text=_("Number of the lowest unit")
    )
    desc_units = models.BooleanField(
        _("descending units"), default=False, help_text=_("Units are numbered from top to bottom")
    )
    outer_width = models.PositiveSmallIntegerField(_("outer width"), null=True, blank=True)
    outer_height = models.PositiveSmallIntegerField(_("outer height"), null=True, blank=True)
    outer_depth = models.PositiveSmallIntegerField(_("outer depth"), null=True, blank=True)
    outer_unit = ChoiceField(RackDimensionUnitChoices, verbose_name=_("outer unit"), null=True, blank=True)
    mounting_depth = models.PositiveSmallIntegerField(
        _("mounting depth"), null=True, blank=True, help_text=_("Deepest mountable device, in millimetres")
    )
    max_weight = models.PositiveIntegerField(
        _("max weight"), null=True, blank=True, help_text=_("How much the rack may carry")
    )
    _abs_max_weight = models.PositiveBigIntegerField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """Keep the maximum weight in grams, and no unit without a dimension."""
        super().prepare_set(objs)
        for obj in objs:
            known = obj.max_weight is not None and obj.weight_unit in WeightUnitChoices.GRAMS
            obj._abs_max_weight = (
                int(Decimal(obj.max_weight) * WeightUnitChoices.GRAMS[obj.weight_unit]) if known else None
            )
            if obj.outer_width is None and obj.outer_height is None and obj.outer_depth is None:
                obj.outer_unit = None

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """A measure needs its unit."""
        super().clean_set(objs, errors)
        rack_rules.check_units_of_measure(objs, errors)

    @property
    def units(self) -> Iterable[Decimal]:
        """The positions a device may take, in half units, from the top of the drawing down."""
        return elevations.positions(self)


class RackGroup(OrganizationalModel):
    """Racks that belong together: a row, an aisle."""

    class Meta(OrganizationalModel.Meta):
        verbose_name = _("rack group")
        verbose_name_plural = _("rack groups")


class RackRole(OrganizationalModel):
    """What racks are for."""

    color = ColorField(verbose_name=_("color"), default="9e9e9e")

    class Meta(OrganizationalModel.Meta):
        verbose_name = _("rack role")
        verbose_name_plural = _("rack roles")


class RackType(ImageAttachmentsMixin, RackDimensions, PrimaryModel):
    """A model of rack, as its manufacturer sells it."""

    display_fields = ("model",)
    clone_fields = (
        "manufacturer",
        "form_factor",
        "width",
        "u_height",
        "desc_units",
        "outer_width",
        "outer_height",
        "outer_depth",
        "outer_unit",
        "mounting_depth",
        "weight",
        "max_weight",
        "weight_unit",
    )

    form_factor = ChoiceField(RackFormFactorChoices, verbose_name=_("form factor"))
    manufacturer = models.ForeignKey(
        "dcim.Manufacturer", on_delete=models.PROTECT, related_name="rack_types", verbose_name=_("manufacturer")
    )
    model = models.CharField(_("model"), max_length=100)
    slug = models.SlugField(_("slug"), max_length=100, unique=True, validators=[SLUG])
    rack_count = CounterCacheField("dcim.Rack", "rack_type", verbose_name=_("rack count"))

    class Meta:
        ordering = ("manufacturer", "model")
        verbose_name = _("rack type")
        verbose_name_plural = _("rack types")
        constraints = (
            models.UniqueConstraint(fields=("manufacturer", "model"), name="dcim_racktype_unique_manufacturer_model"),
            models.UniqueConstraint(fields=("manufacturer", "slug"), name="dcim_racktype_unique_manufacturer_slug"),
        )

    @property
    def full_name(self) -> str:
        """Manufacturer and model."""
        return f"{self.manufacturer} {self.model}"

    @classmethod
    def lock_keys(cls, objs: Sequence[Any]) -> Iterable[LockKey]:
        """Its racks take its measures, those that come meanwhile too."""
        yield from super().lock_keys(objs)
        ids = [obj.pk for obj in objs if obj.pk is not None]
        yield from (("dcim.racktype", pk) for pk in ids)
        for rack_id in Rack._base_manager.filter(rack_type__in=ids).values_list("pk", flat=True) if ids else ():
            yield ("dcim.rack", rack_id)

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """Its racks keep the units in which devices are mounted."""
        super().clean_set(objs, errors)
        rack_rules.check_racks_of_types(objs, errors)

    @classmethod
    def saved_set(cls, objs: Sequence[Any], old: Mapping[Any, Mapping[str, Any]]) -> None:
        """Its racks take its measures."""
        super().saved_set(objs, old)
        rack_rules.update_racks([obj for obj in objs if obj.pk in old and changed(obj, old, *rack_rules.MEASURES)])


class Rack(ContactsMixin, ImageAttachmentsMixin, RackDimensions, PrimaryModel):
    """A frame or cabinet in which devices are mounted."""

    display_fields = ("name", "facility_id")
    clone_fields = (
        "site",
        "location",
        "tenant",
        "status",
        "role",
        "form_factor",
        "width",
        "airflow",
        "u_height",
        "desc_units",
        "outer_width",
        "outer_height",
        "outer_depth",
        "outer_unit",
        "mounting_depth",
        "weight",
        "max_weight",
        "weight_unit",
    )

    rack_type = models.ForeignKey(
        RackType, on_delete=models.PROTECT, null=True, blank=True, related_name="racks", verbose_name=_("rack type")
    )
    name = NameField(_("name"), max_length=100)
    facility_id = models.CharField(
        _("facility ID"), max_length=50, null=True, blank=True, help_text=_("The facility's own name for the rack")
    )
    site = models.ForeignKey("dcim.Site", on_delete=models.PROTECT, related_name="racks", verbose_name=_("site"))
    location = models.ForeignKey(
        "dcim.Location",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="racks",
        verbose_name=_("location"),
    )
    group = models.ForeignKey(
        RackGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="racks", verbose_name=_("group")
    )
    tenant = models.ForeignKey(
        "tenancy.Tenant",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="racks",
        verbose_name=_("tenant"),
    )
    status = ChoiceField(RackStatusChoices, verbose_name=_("status"), default=RackStatusChoices.STATUS_ACTIVE)
    role = models.ForeignKey(
        RackRole, on_delete=models.PROTECT, null=True, blank=True, related_name="racks", verbose_name=_("role")
    )
    serial = models.CharField(_("serial number"), max_length=50, blank=True)
    asset_tag = models.CharField(
        _("asset tag"), max_length=50, unique=True, null=True, blank=True, help_text=_("Unique everywhere")
    )
    airflow = ChoiceField(RackAirflowChoices, verbose_name=_("airflow"), null=True, blank=True)
    vlan_groups = scoped("ipam.VLANGroup", "rack")

    class Meta:
        ordering = ("site", "location", NaturalKey("name"), "pk")
        verbose_name = _("rack")
        verbose_name_plural = _("racks")
        constraints = (
            # Racks of one site may share a name when they are in different locations.
            models.UniqueConstraint(fields=("location", "name"), name="dcim_rack_unique_location_name"),
            models.UniqueConstraint(fields=("location", "facility_id"), name="dcim_rack_unique_location_facility_id"),
        )
        indexes = (models.Index(fields=("site", "location", "name", "id")),)

    @staticmethod
    def display(name: Any, facility_id: Any) -> str:
        """The name, with the facility's own name if it has one."""
        return f"{name} ({facility_id})" if facility_id else str(name)

    @classmethod
    def lock_keys(cls, objs: Sequence[Any]) -> Iterable[LockKey]:
        """Room in a rack depends on its height, and that perhaps on its type."""
        yield from super().lock_keys(objs)
        for obj in objs:
            if obj.pk is not None:
                yield ("dcim.rack", obj.pk)
            if obj.rack_type_id is not None:
                yield ("dcim.racktype", obj.rack_type_id)

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """A rack of a type measures what the type does."""
        fresh(objs, "rack_type")
        rack_rules.take_measures(objs)
        super().prepare_set(objs)

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """A rack is in its site, and keeps the units in which devices are mounted."""
        super().clean_set(objs, errors)
        rack_rules.check_location(objs, errors)
        rack_rules.check_mounted(objs, errors)

    @classmethod
    def saved_set(cls, objs: Sequence[Any], old: Mapping[Any, Mapping[str, Any]]) -> None:
        """Devices follow their rack."""
        super().saved_set(objs, old)
        placement.racks_moved([obj.pk for obj in objs if obj.pk in old and changed(obj, old, "site_id", "location_id")])


class RackReservation(PrimaryModel):
    """Units of a rack set aside for someone."""

    display_fields = ("rack__name",)
    clone_fields = ("rack", "user", "tenant")

    rack = models.ForeignKey(Rack, on_delete=models.CASCADE, related_name="reservations", verbose_name=_("rack"))
    units = ArrayField(models.PositiveSmallIntegerField(), verbose_name=_("units"))
    status = ChoiceField(
        RackReservationStatusChoices, verbose_name=_("status"), default=RackReservationStatusChoices.STATUS_ACTIVE
    )
    tenant = models.ForeignKey(
        "tenancy.Tenant",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="rackreservations",
        verbose_name=_("tenant"),
    )
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, verbose_name=_("user"))
    description = models.CharField(_("description"), max_length=200)

    class Meta:
        ordering = ("created", "pk")
        verbose_name = _("rack reservation")
        verbose_name_plural = _("rack reservations")
        indexes = (models.Index(fields=("created", "id")),)

    @staticmethod
    def display(rack: Any) -> str:
        """Which rack it is about."""
        return str(_("Reservation in rack %(rack)s") % {"rack": rack})

    @property
    def unit_count(self) -> int:
        """How many units are set aside."""
        return len(self.units or ())

    @property
    def unit_list(self) -> str:
        """The units as ranges: `1-3, 7`."""
        return elevations.unit_ranges(self.units or ())

    @classmethod
    def lock_keys(cls, objs: Sequence[Any]) -> Iterable[LockKey]:
        """Units are reserved per rack."""
        yield from super().lock_keys(objs)
        yield from (("dcim.rack", obj.rack_id) for obj in objs)

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """Units are kept in order, each once."""
        super().prepare_set(objs)
        for obj in objs:
            obj.units = sorted(set(obj.units or ()))

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """Reserved units exist, and are reserved once."""
        super().clean_set(objs, errors)
        rack_rules.check_reservations(objs, errors)
