"""Where things are: regions, site groups, sites and locations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from dcim import placement
from dcim.choices import LocationStatusChoices, SiteStatusChoices
from dcim.rules import changed, warm
from netsot.kernel.errors import Errors
from netsot.models import (
    ChoiceField,
    ContactsMixin,
    ImageAttachmentsMixin,
    NestedGroupModel,
    PrimaryModel,
    TimeZoneField,
)
from netsot.models.base import SLUG
from netsot.models.natural import NameField, NaturalKey

LATITUDE = (MinValueValidator(-90), MaxValueValidator(90))
LONGITUDE = (MinValueValidator(-180), MaxValueValidator(180))


def scoped(model: str, query_name: str) -> GenericRelation:
    """The objects of `model` whose scope is the object that holds this relation."""
    return GenericRelation(
        model, content_type_field="scope_type", object_id_field="scope_id", related_query_name=query_name
    )


def unique_in_parent(*scope: str) -> list[models.UniqueConstraint]:
    """Names and slugs are unique below each parent, and among the nodes without one."""
    constraints = []
    for field, message in (
        ("name", _("A top-level object with this name already exists.")),
        ("slug", _("A top-level object with this slug already exists.")),
    ):
        constraints += [
            models.UniqueConstraint(fields=(*scope, "parent", field), name=f"%(app_label)s_%(class)s_parent_{field}"),
            models.UniqueConstraint(
                fields=(*scope, field),
                name=f"%(app_label)s_%(class)s_{field}",
                condition=models.Q(parent__isnull=True),
                violation_error_message=message,
            ),
        ]
    return constraints


class Region(ContactsMixin, NestedGroupModel):
    """A part of the world: a continent, a country, a city."""

    prefixes = scoped("ipam.Prefix", "region")
    vlan_groups = scoped("ipam.VLANGroup", "region")
    clusters = scoped("virtualization.Cluster", "region")
    wireless_lans = scoped("wireless.WirelessLAN", "region")

    class Meta:
        ordering = (NaturalKey("name"), "pk")
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        constraints = unique_in_parent()


class SiteGroup(ContactsMixin, NestedGroupModel):
    """What sites have in common other than geography: branches, data centres."""

    prefixes = scoped("ipam.Prefix", "site_group")
    vlan_groups = scoped("ipam.VLANGroup", "site_group")
    clusters = scoped("virtualization.Cluster", "site_group")
    wireless_lans = scoped("wireless.WirelessLAN", "site_group")

    class Meta:
        ordering = (NaturalKey("name"), "pk")
        verbose_name = _("site group")
        verbose_name_plural = _("site groups")
        constraints = unique_in_parent()


class Site(ContactsMixin, ImageAttachmentsMixin, PrimaryModel):
    """A building or campus; the root of physical placement."""

    clone_fields = (
        "status",
        "region",
        "group",
        "tenant",
        "facility",
        "time_zone",
        "physical_address",
        "shipping_address",
        "latitude",
        "longitude",
        "description",
    )

    name = NameField(
        _("name"),
        max_length=100,
        unique=True,
        help_text=_("Full name of the site"),
    )
    slug = models.SlugField(_("slug"), max_length=100, unique=True, validators=[SLUG])
    status = ChoiceField(SiteStatusChoices, verbose_name=_("status"), default=SiteStatusChoices.STATUS_ACTIVE)
    region = models.ForeignKey(
        Region, on_delete=models.SET_NULL, null=True, blank=True, related_name="sites", verbose_name=_("region")
    )
    group = models.ForeignKey(
        SiteGroup, on_delete=models.SET_NULL, null=True, blank=True, related_name="sites", verbose_name=_("group")
    )
    tenant = models.ForeignKey(
        "tenancy.Tenant",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="sites",
        verbose_name=_("tenant"),
    )
    facility = models.CharField(
        _("facility"), max_length=50, blank=True, help_text=_("Name of the data centre or its provider's name for it")
    )
    asns = models.ManyToManyField("ipam.ASN", blank=True, related_name="sites", verbose_name=_("ASNs"))
    time_zone = TimeZoneField(verbose_name=_("time zone"), null=True, blank=True)
    physical_address = models.CharField(
        _("physical address"), max_length=200, blank=True, help_text=_("Where the building stands")
    )
    shipping_address = models.CharField(
        _("shipping address"), max_length=200, blank=True, help_text=_("Where parcels go, if elsewhere")
    )
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=6,
        null=True,
        blank=True,
        validators=LATITUDE,
        help_text=_("Degrees, positive to the north"),
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=LONGITUDE,
        help_text=_("Degrees, positive to the east"),
    )
    prefixes = scoped("ipam.Prefix", "site")
    vlan_groups = scoped("ipam.VLANGroup", "site")

    class Meta:
        ordering = (NaturalKey("name"),)
        verbose_name = _("site")
        verbose_name_plural = _("sites")

    @classmethod
    def saved_set(cls, objs: Sequence[Any], old: Mapping[Any, Mapping[str, Any]]) -> None:
        """What is scoped to a site follows it into another region or group."""
        super().saved_set(objs, old)
        placement.sites_moved([obj.pk for obj in objs if obj.pk in old and changed(obj, old, "region_id", "group_id")])


class Location(ContactsMixin, ImageAttachmentsMixin, NestedGroupModel):
    """A part of a site: a floor, a room, a cage."""

    clone_fields = ("site", "parent", "status", "tenant", "facility", "description")

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="locations", verbose_name=_("site"))
    status = ChoiceField(LocationStatusChoices, verbose_name=_("status"), default=LocationStatusChoices.STATUS_ACTIVE)
    tenant = models.ForeignKey(
        "tenancy.Tenant",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="locations",
        verbose_name=_("tenant"),
    )
    facility = models.CharField(
        _("facility"), max_length=50, blank=True, help_text=_("Local name or number of the facility")
    )
    prefixes = scoped("ipam.Prefix", "location")
    vlan_groups = scoped("ipam.VLANGroup", "location")

    class Meta:
        ordering = ("site", NaturalKey("name"))
        verbose_name = _("location")
        verbose_name_plural = _("locations")
        constraints = unique_in_parent("site")

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """A location and its parent are in the same site."""
        super().clean_set(objs, errors)
        warm(objs, "site", "parent")
        moving = {obj.pk: obj.site_id for obj in objs if obj.pk is not None}
        for obj in objs:
            if obj.parent_id and moving.get(obj.parent_id, obj.parent.site_id) != obj.site_id:
                errors.add(
                    obj,
                    "parent",
                    _("The parent location “%(parent)s” is not in site “%(site)s”: choose one that is, or none.")
                    % {"parent": obj.parent, "site": obj.site},
                )

    @classmethod
    def saved_set(cls, objs: Sequence[Any], old: Mapping[Any, Mapping[str, Any]]) -> None:
        """Everything in a location follows it into another site."""
        super().saved_set(objs, old)
        moved = [obj.pk for obj in objs if obj.pk in old and changed(obj, old, "site_id")]
        placement.locations_moved(moved)
