"""Mixins that add a feature, its columns and its rules to a model."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from netsot.kernel.errors import Errors
from netsot.models.choices import ChoiceSet
from netsot.models.fields import ChoiceField


class ContactsMixin(models.Model):
    """People can be assigned to it."""

    features = frozenset({"contacts"})

    contacts = GenericRelation(
        "tenancy.ContactAssignment", content_type_field="object_type", object_id_field="object_id"
    )

    class Meta:
        abstract = True


class ImageAttachmentsMixin(models.Model):
    """Pictures can be attached to it."""

    features = frozenset({"image_attachments"})

    images = GenericRelation("extras.ImageAttachment", content_type_field="object_type", object_id_field="object_id")

    class Meta:
        abstract = True


class JobsMixin(models.Model):
    """Background jobs run for it."""

    features = frozenset({"jobs"})

    jobs = GenericRelation("core.Job", content_type_field="object_type", object_id_field="object_id")

    class Meta:
        abstract = True


class SyncedDataMixin(models.Model):
    """Its content may come from a file of a data source."""

    features = frozenset({"synced_data"})

    data_source = models.ForeignKey(
        "core.DataSource", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    data_file = models.ForeignKey("core.DataFile", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    data_path = models.CharField(_("data path"), max_length=1000, blank=True, editable=False)
    auto_sync_enabled = models.BooleanField(_("auto sync enabled"), default=False)
    data_synced = models.DateTimeField(_("date synced"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True


class WeightUnitChoices(ChoiceSet):
    """Units of mass."""

    CHOICES = [("kg", _("Kilograms")), ("g", _("Grams")), ("lb", _("Pounds")), ("oz", _("Ounces"))]

    GRAMS = {"kg": Decimal(1000), "g": Decimal(1), "lb": Decimal("453.59237"), "oz": Decimal("28.349523125")}


class DistanceUnitChoices(ChoiceSet):
    """Units of length for links."""

    CHOICES = [("km", _("Kilometers")), ("m", _("Meters")), ("mi", _("Miles")), ("ft", _("Feet"))]

    METERS = {"km": Decimal(1000), "m": Decimal(1), "mi": Decimal("1609.344"), "ft": Decimal("0.3048")}


class WeightMixin(models.Model):
    """Has a weight; `_abs_weight` is the same in grams, for sorting and sums."""

    weight = models.DecimalField(_("weight"), max_digits=8, decimal_places=2, null=True, blank=True)
    weight_unit = ChoiceField(WeightUnitChoices, verbose_name=_("weight unit"), null=True, blank=True)
    _abs_weight = models.PositiveBigIntegerField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """Keep the weight in grams."""
        super().prepare_set(objs)
        for obj in objs:
            known = obj.weight is not None and obj.weight_unit in WeightUnitChoices.GRAMS
            obj._abs_weight = int(Decimal(obj.weight) * WeightUnitChoices.GRAMS[obj.weight_unit]) if known else None

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """A weight needs its unit."""
        super().clean_set(objs, errors)
        for obj in objs:
            if obj.weight is not None and not obj.weight_unit:
                errors.add(obj, "weight_unit", _("Give the unit of the weight: kg, g, lb or oz."))


class DistanceMixin(models.Model):
    """Has a length; `_abs_distance` is the same in metres."""

    distance = models.DecimalField(_("distance"), max_digits=8, decimal_places=2, null=True, blank=True)
    distance_unit = ChoiceField(DistanceUnitChoices, verbose_name=_("distance unit"), null=True, blank=True)
    _abs_distance = models.DecimalField(max_digits=13, decimal_places=4, null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """Keep the distance in metres; a unit alone means nothing."""
        super().prepare_set(objs)
        for obj in objs:
            if obj.distance is None:
                obj.distance_unit = None
            known = obj.distance is not None and obj.distance_unit in DistanceUnitChoices.METERS
            obj._abs_distance = Decimal(obj.distance) * DistanceUnitChoices.METERS[obj.distance_unit] if known else None

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """A distance needs its unit."""
        super().clean_set(objs, errors)
        for obj in objs:
            if obj.distance is not None and not obj.distance_unit:
                errors.add(obj, "distance_unit", _("Give the unit of the distance: km, m, mi or ft."))


SCOPES = ("dcim.region", "dcim.sitegroup", "dcim.site", "dcim.location")


class CachedScopeMixin(models.Model):
    """Applies to a region, site group, site or location; which ones it lies in is kept in columns for filters."""

    scope_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    scope_id = models.PositiveBigIntegerField(null=True, blank=True)
    scope = GenericForeignKey("scope_type", "scope_id")
    _location = models.ForeignKey("dcim.Location", on_delete=models.CASCADE, null=True, blank=True, editable=False)
    _site = models.ForeignKey("dcim.Site", on_delete=models.CASCADE, null=True, blank=True, editable=False)
    _region = models.ForeignKey("dcim.Region", on_delete=models.SET_NULL, null=True, blank=True, editable=False)
    _site_group = models.ForeignKey("dcim.SiteGroup", on_delete=models.SET_NULL, null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """Keep the cached site, location, region and site group; one query per kind of scope."""
        super().prepare_set(objs)
        wanted: dict[str, set[int]] = {}
        for obj in objs:
            if obj.scope_type_id and obj.scope_id:
                wanted.setdefault(cls._scope_label(obj), set()).add(obj.scope_id)
        found = {label: cls._places(label, ids) for label, ids in wanted.items()}
        for obj in objs:
            place = found.get(cls._scope_label(obj), {}).get(obj.scope_id, {}) if obj.scope_type_id else {}
            obj._location_id = place.get("location")
            obj._site_id = place.get("site")
            obj._region_id = place.get("region")
            obj._site_group_id = place.get("site_group")

    @staticmethod
    def _scope_label(obj: Any) -> str:
        kind = ContentType.objects.get_for_id(obj.scope_type_id)
        return f"{kind.app_label}.{kind.model}"

    @staticmethod
    def _places(label: str, ids: set[int]) -> dict[int, dict[str, int | None]]:
        from django.apps import apps

        columns = {
            "dcim.region": {"region": "pk"},
            "dcim.sitegroup": {"site_group": "pk"},
            "dcim.site": {"site": "pk", "region": "region_id", "site_group": "group_id"},
            "dcim.location": {
                "location": "pk",
                "site": "site_id",
                "region": "site__region_id",
                "site_group": "site__group_id",
            },
        }.get(label)
        if columns is None:
            return {}
        rows = apps.get_model(label)._base_manager.filter(pk__in=ids).values_list("pk", *columns.values())
        return {row[0]: dict(zip(columns, row[1:], strict=True)) for row in rows}

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """A scope is a region, site group, site or location."""
        super().clean_set(objs, errors)
        for obj in objs:
            if obj.scope_type_id and cls._scope_label(obj) not in SCOPES:
                errors.add(obj, "scope_type", _("A scope is a region, site group, site or location."))
