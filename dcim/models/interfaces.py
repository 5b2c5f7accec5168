"""Interfaces and hardware addresses."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from dcim.choices import (
    InterfaceDuplexChoices,
    InterfaceModeChoices,
    InterfacePoEModeChoices,
    InterfacePoETypeChoices,
    InterfaceTypeChoices,
    WirelessChannelChoices,
    WirelessRoleChoices,
)
from dcim.constants import MTU_MAX, MTU_MIN, VIRTUAL_TYPES, WIRELESS_TYPES
from dcim.models.mixins import (
    CabledObjectModel,
    ComponentModel,
    ModularComponentModel,
    PathEndpoint,
)
from netsot.models import ChoiceField, MACAddressField, PrimaryModel, WWNField


class BaseInterface(models.Model):
    """What interfaces of devices and of virtual machines share."""

    enabled = models.BooleanField(_("enabled"), default=True)
    mtu = models.PositiveIntegerField(
        _("MTU"), null=True, blank=True, validators=[MinValueValidator(MTU_MIN), MaxValueValidator(MTU_MAX)]
    )
    mode = ChoiceField(
        InterfaceModeChoices, verbose_name=_("mode"), null=True, blank=True, help_text=_("How 802.1Q tags are treated")
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="child_interfaces",
        verbose_name=_("parent interface"),
    )
    bridge = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="bridge_interfaces",
        verbose_name=_("bridge interface"),
    )
    untagged_vlan = models.ForeignKey(
        "ipam.VLAN",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="%(class)ss_as_untagged",
        verbose_name=_("untagged VLAN"),
    )
    tagged_vlans = models.ManyToManyField(
        "ipam.VLAN", blank=True, related_name="%(class)ss_as_tagged", verbose_name=_("tagged VLANs")
    )
    qinq_svlan = models.ForeignKey(
        "ipam.VLAN",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="%(class)ss_svlan",
        verbose_name=_("Q-in-Q SVLAN"),
    )
    vlan_translation_policy = models.ForeignKey(
        "ipam.VLANTranslationPolicy",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("VLAN translation policy"),
    )
    primary_mac_address = models.OneToOneField(
        "dcim.MACAddress",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("primary MAC address"),
    )

    class Meta:
        abstract = True

    @property
    def mac_address(self) -> str | None:
        """The primary hardware address."""
        return self.primary_mac_address.mac_address if self.primary_mac_address_id else None


class Interface(BaseInterface, CabledObjectModel, PathEndpoint, ModularComponentModel):
    """A network interface of a device, physical or virtual."""

    clone_fields = (
        "device",
        "module",
        "parent",
        "bridge",
        "lag",
        "type",
        "mgmt_only",
        "mtu",
        "mode",
        "speed",
        "duplex",
        "rf_role",
        "rf_channel",
        "rf_channel_frequency",
        "rf_channel_width",
        "tx_power",
        "poe_mode",
        "poe_type",
        "vrf",
    )

    # "C": the key is made to be compared byte by byte.
    _name = models.CharField(max_length=100, blank=True, editable=False, db_collation="C")
    vdcs = models.ManyToManyField(
        "dcim.VirtualDeviceContext",
        blank=True,
        related_name="interfaces",
        verbose_name=_("virtual device contexts"),
    )
    lag = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="member_interfaces",
        verbose_name=_("parent LAG"),
    )
    type = ChoiceField(InterfaceTypeChoices, verbose_name=_("type"))
    mgmt_only = models.BooleanField(
        _("management only"), default=False, help_text=_("Only for managing the device, out of band")
    )
    speed = models.PositiveBigIntegerField(_("speed (Kbps)"), null=True, blank=True)
    duplex = ChoiceField(InterfaceDuplexChoices, verbose_name=_("duplex"), null=True, blank=True)
    wwn = WWNField(verbose_name=_("WWN"), null=True, blank=True, help_text=_("64-bit World Wide Name"))
    rf_role = ChoiceField(WirelessRoleChoices, verbose_name=_("wireless role"), max_length=30, null=True, blank=True)
    rf_channel = ChoiceField(WirelessChannelChoices, verbose_name=_("wireless channel"), null=True, blank=True)
    rf_channel_frequency = models.DecimalField(
        _("channel frequency (MHz)"),
        max_digits=8,
        decimal_places=3,
        null=True,
        blank=True,
        help_text=_("Filled in from the channel"),
    )
    rf_channel_width = models.DecimalField(
        _("channel width (MHz)"),
        max_digits=7,
        decimal_places=3,
        null=True,
        blank=True,
        help_text=_("Filled in from the channel"),
    )
    tx_power = models.SmallIntegerField(
        _("transmit power (dBm)"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-40), MaxValueValidator(127)],
    )
    poe_mode = ChoiceField(InterfacePoEModeChoices, verbose_name=_("PoE mode"), null=True, blank=True)
    poe_type = ChoiceField(InterfacePoETypeChoices, verbose_name=_("PoE type"), null=True, blank=True)
    wireless_link = models.ForeignKey(
        "wireless.WirelessLink",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("wireless link"),
    )
    wireless_lans = models.ManyToManyField(
        "wireless.WirelessLAN", blank=True, related_name="interfaces", verbose_name=_("wireless LANs")
    )
    vrf = models.ForeignKey(
        "ipam.VRF", on_delete=models.SET_NULL, null=True, blank=True, related_name="interfaces", verbose_name=_("VRF")
    )
    ip_addresses = GenericRelation(
        "ipam.IPAddress",
        content_type_field="assigned_object_type",
        object_id_field="assigned_object_id",
        related_query_name="interface",
    )
    mac_addresses = GenericRelation(
        "dcim.MACAddress",
        content_type_field="assigned_object_type",
        object_id_field="assigned_object_id",
        related_query_name="interface",
    )
    fhrp_group_assignments = GenericRelation(
        "ipam.FHRPGroupAssignment",
        content_type_field="interface_type",
        object_id_field="interface_id",
        related_query_name="+",
    )
    tunnel_terminations = GenericRelation(
        "vpn.TunnelTermination",
        content_type_field="termination_type",
        object_id_field="termination_id",
        related_query_name="interface",
    )
    l2vpn_terminations = GenericRelation(
        "vpn.L2VPNTermination",
        content_type_field="assigned_object_type",
        object_id_field="assigned_object_id",
        related_query_name="interface",
    )

    class Meta(ComponentModel.Meta):
        ordering = ("device", "_name")
        verbose_name = _("interface")
        verbose_name_plural = _("interfaces")
        indexes = (models.Index(fields=("device", "_name"), name="dcim_interface_device_order"),)

    @property
    def is_virtual(self) -> bool:
        """Whether it has no hardware of its own."""
        return self.type in VIRTUAL_TYPES

    @property
    def is_wireless(self) -> bool:
        """Whether it talks over the air."""
        return self.type in WIRELESS_TYPES

    @property
    def is_wired(self) -> bool:
        """Whether it takes a cable."""
        return not self.is_virtual and not self.is_wireless

    @property
    def is_lag(self) -> bool:
        """Whether it bundles others."""
        return self.type == InterfaceTypeChoices.TYPE_LAG

    @property
    def is_bridge(self) -> bool:
        """Whether it bridges others."""
        return self.type == InterfaceTypeChoices.TYPE_BRIDGE

    @property
    def link(self) -> Any:
        """The cable or wireless link attached here."""
        return self.cable or self.wireless_link


class MACAddress(PrimaryModel):
    """A hardware address, maybe assigned to an interface. The same address may exist more than once."""

    display_fields = ("mac_address",)

    mac_address = MACAddressField(verbose_name=_("MAC address"))
    assigned_object_type = models.ForeignKey(
        "contenttypes.ContentType",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to=models.Q(app_label="dcim", model="interface")
        | models.Q(app_label="virtualization", model="vminterface"),
    )
    assigned_object_id = models.PositiveBigIntegerField(null=True, blank=True)
    assigned_object = GenericForeignKey("assigned_object_type", "assigned_object_id")

    class Meta:
        ordering = ("mac_address", "pk")
        verbose_name = _("MAC address")
        verbose_name_plural = _("MAC addresses")
        indexes = (
            models.Index(fields=("mac_address", "id")),
            models.Index(fields=("assigned_object_type", "assigned_object_id")),
        )
