"""Devices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.fields import GenericRelation
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from dcim import device_rules, placement
from dcim.choices import DeviceAirflowChoices, DeviceFaceChoices, DeviceStatusChoices
from dcim.models.mixins import RenderConfigMixin
from dcim.models.sites import LATITUDE, LONGITUDE
from dcim.rules import changed, fresh, warm
from netsot.conf import get_config
from netsot.kernel import changes
from netsot.kernel.errors import Errors
from netsot.kernel.locks import LockKey
from netsot.models import (
    ChoiceField,
    ContactsMixin,
    CounterCacheField,
    ImageAttachmentsMixin,
    PrimaryModel,
)
from netsot.models.natural import NameField, NaturalKey


class Device(ContactsMixin, ImageAttachmentsMixin, RenderConfigMixin, PrimaryModel):
    """A piece of hardware: a switch, a server, a patch panel."""

    display_fields = (
        "name",
        "virtual_chassis__name",
        "vc_position",
        "device_type__manufacturer__name",
        "device_type__model",
        "asset_tag",
        "pk",
    )
    clone_fields = (
        "device_type",
        "role",
        "tenant",
        "platform",
        "site",
        "location",
        "rack",
        "face",
        "status",
        "airflow",
        "cluster",
        "virtual_chassis",
    )

    device_type = models.ForeignKey(
        "dcim.DeviceType", on_delete=models.PROTECT, related_name="instances", verbose_name=_("device type")
    )
    role = models.ForeignKey(
        "dcim.DeviceRole", on_delete=models.PROTECT, related_name="devices", verbose_name=_("role")
    )
    tenant = models.ForeignKey(
        "tenancy.Tenant",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="devices",
        verbose_name=_("tenant"),
    )
    platform = models.ForeignKey(
        "dcim.Platform",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="devices",
        verbose_name=_("platform"),
    )
    name = NameField(_("name"), max_length=64, null=True, blank=True)
    serial = models.CharField(
        _("serial number"), max_length=50, blank=True, help_text=_("The manufacturer's number for this one device")
    )
    asset_tag = models.CharField(
        _("asset tag"), max_length=50, unique=True, null=True, blank=True, help_text=_("Unique everywhere")
    )
    site = models.ForeignKey("dcim.Site", on_delete=models.PROTECT, related_name="devices", verbose_name=_("site"))
    location = models.ForeignKey(
        "dcim.Location",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="devices",
        verbose_name=_("location"),
    )
    rack = models.ForeignKey(
        "dcim.Rack", on_delete=models.PROTECT, null=True, blank=True, related_name="devices", verbose_name=_("rack")
    )
    position = models.DecimalField(
        _("position (U)"),
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(Decimal("100.5"))],
        help_text=_("The lowest unit the device takes"),
    )
    face = ChoiceField(DeviceFaceChoices, verbose_name=_("rack face"), null=True, blank=True)
    status = ChoiceField(DeviceStatusChoices, verbose_name=_("status"), default=DeviceStatusChoices.STATUS_ACTIVE)
    airflow = ChoiceField(DeviceAirflowChoices, verbose_name=_("airflow"), null=True, blank=True)
    primary_ip4 = models.OneToOneField(
        "ipam.IPAddress",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("primary IPv4"),
    )
    primary_ip6 = models.OneToOneField(
        "ipam.IPAddress",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("primary IPv6"),
    )
    oob_ip = models.OneToOneField(
        "ipam.IPAddress",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("out-of-band IP"),
    )
    cluster = models.ForeignKey(
        "virtualization.Cluster",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="devices",
        verbose_name=_("cluster"),
    )
    virtual_chassis = models.ForeignKey(
        "dcim.VirtualChassis",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="members",
        verbose_name=_("virtual chassis"),
    )
    vc_position = models.PositiveIntegerField(
        _("VC position"), null=True, blank=True, help_text=_("The device's number in its virtual chassis")
    )
    vc_priority = models.PositiveSmallIntegerField(
        _("VC priority"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(255)],
        help_text=_("Priority in the election of the virtual chassis's master"),
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
    local_context_data = models.JSONField(
        _("local context data"),
        null=True,
        blank=True,
        help_text=_("Data merged last into the config context of this device"),
    )

    console_port_count = CounterCacheField("dcim.ConsolePort", "device")
    console_server_port_count = CounterCacheField("dcim.ConsoleServerPort", "device")
    power_port_count = CounterCacheField("dcim.PowerPort", "device")
    power_outlet_count = CounterCacheField("dcim.PowerOutlet", "device")
    interface_count = CounterCacheField("dcim.Interface", "device")
    front_port_count = CounterCacheField("dcim.FrontPort", "device")
    rear_port_count = CounterCacheField("dcim.RearPort", "device")
    device_bay_count = CounterCacheField("dcim.DeviceBay", "device")
    module_bay_count = CounterCacheField("dcim.ModuleBay", "device")
    inventory_item_count = CounterCacheField("dcim.InventoryItem", "device")

    services = GenericRelation(
        "ipam.Service",
        content_type_field="parent_object_type",
        object_id_field="parent_object_id",
        related_query_name="device",
    )

    class Meta:
        ordering = (NaturalKey("name"), "pk")
        indexes = (models.Index(fields=("name", "id")),)
        verbose_name = _("device")
        verbose_name_plural = _("devices")
        permissions = (("render_config", "Render configuration"),)
        constraints = (
            models.UniqueConstraint(Lower("name"), "site", "tenant", name="dcim_device_unique_name_site_tenant"),
            models.UniqueConstraint(
                Lower("name"),
                "site",
                name="dcim_device_unique_name_site",
                condition=models.Q(tenant__isnull=True),
                violation_error_message=_("Device name must be unique per site."),
            ),
            models.UniqueConstraint(fields=("rack", "position", "face"), name="dcim_device_unique_rack_position_face"),
            models.UniqueConstraint(
                fields=("virtual_chassis", "vc_position"), name="dcim_device_unique_virtual_chassis_vc_position"
            ),
        )

    @staticmethod
    def display(
        name: Any, chassis: Any, vc_position: Any, manufacturer: Any, model: Any, asset_tag: Any, pk: Any
    ) -> str:
        """The name; else the place in its virtual chassis; else what it is and its asset tag or number."""
        if name:
            return str(name)
        if chassis:
            return f"{chassis}:{vc_position}"
        return f"{manufacturer} {model} ({asset_tag or pk})"

    @property
    def label(self) -> str | None:
        """The name, else the place in its virtual chassis, if it has either."""
        if self.name:
            return self.name
        return f"{self.virtual_chassis.name}:{self.vc_position}" if self.virtual_chassis_id else None

    @property
    def primary_ip(self) -> Any:
        """The address to reach the device by: IPv6 when it has one, unless the configuration prefers IPv4."""
        first, second = self.primary_ip6, self.primary_ip4
        if get_config().PREFER_IPV4:
            first, second = second, first
        return first or second

    @property
    def parent_device(self) -> Any:
        """The device in whose bay this one is, if any."""
        bay = getattr(self, "parent_bay", None)
        return bay.device if bay else None

    def vc_interfaces(self, if_master: bool = True) -> models.QuerySet:
        """The device's interfaces; for the master of a virtual chassis (or, without `if_master`, any member) also those
        of the other members that aren't for management.
        """
        wanted = models.Q(device=self)
        if self.virtual_chassis_id and (not if_master or self.virtual_chassis.master_id == self.pk):
            wanted |= models.Q(device__virtual_chassis=self.virtual_chassis_id, mgmt_only=False)
        return apps.get_model("dcim", "Interface").objects.filter(wanted)

    @classmethod
    def lock_keys(cls, objs: Sequence[Any]) -> Iterable[LockKey]:
        """Names are taken per site, and room per rack; a device is where its rack is."""
        yield from super().lock_keys(objs)
        for obj in objs:
            yield ("dcim.site", obj.site_id)
            if obj.rack_id:
                yield ("dcim.rack", obj.rack_id)

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """A device is where its rack is, and a new one is like its type."""
        super().prepare_set(objs)
        fresh(objs, "rack")
        warm(objs, "device_type")
        for obj in objs:
            obj.name = obj.name or None
            obj.asset_tag = obj.asset_tag or None
            if obj.rack_id and not obj.location_id:
                obj.location_id = obj.rack.location_id
            if obj._state.adding and obj.device_type_id:
                obj.airflow = obj.airflow or obj.device_type.airflow
                obj.platform_id = obj.platform_id or obj.device_type.default_platform_id

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """See `dcim.device_rules`."""
        from dcim import instantiation

        super().clean_set(objs, errors)
        device_rules.check_place(objs, errors)
        device_rules.check_mounting(objs, errors)
        device_rules.check_platform(objs, errors)
        device_rules.check_cluster(objs, errors)
        device_rules.check_chassis(objs, errors)
        device_rules.check_addresses(objs, errors)
        new = [obj for obj in objs if obj._state.adding]
        instantiation.check_names(new, [instantiation.device_target(obj) for obj in new], "device_type", errors)

    @classmethod
    def saved_set(cls, objs: Sequence[Any], old: Mapping[Any, Mapping[str, Any]]) -> None:
        """New devices get their components; what belongs to a device that moved comes along."""
        from dcim import instantiation

        super().saved_set(objs, old)
        if new := [obj for obj in objs if obj.pk not in old]:
            for model, components in instantiation.instantiate(new).items():
                changes.created(model, components, bare=True)
        placement.devices_moved(
            [obj.pk for obj in objs if obj.pk in old and changed(obj, old, "site_id", "location_id", "rack_id")]
        )

    @classmethod
    def restored_set(cls, objs: Sequence[Any]) -> None:
        """The components of a device that is brought back come back by themselves."""
        super().saved_set(objs, {})
