"""Interfaces and hardware addresses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from dcim import interface_rules
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
from dcim.naming import interface_key
from dcim.rules import changed, check_generic, check_power_and_radio, stored, warm
from netsot.kernel.errors import Errors
from netsot.models import ChoiceField, MACAddressField, PrimaryModel, WWNField
from netsot.models.natural import NameField

INTERFACE_LABELS = ("dcim.interface", "virtualization.vminterface")


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

    @staticmethod
    def site_of(obj: Any) -> Any:
        """The id of the site whose VLANs the interface may carry. A rule asks it of many: load the holders before."""
        return obj.parent_object.site_id

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """The VLANs fit the mode and the site, and the primary MAC address is the interface's own."""
        super().clean_set(objs, errors)
        interface_rules.check_vlans(objs, errors, cls.site_of)
        interface_rules.check_primary_mac(objs, errors)

    @classmethod
    def saved_set(cls, objs: Sequence[Any], old: Mapping[Any, Mapping[str, Any]]) -> None:
        """VLANs that the mode doesn't carry go; a free primary MAC address is taken."""
        super().saved_set(objs, old)
        interface_rules.drop_vlans([obj for obj in objs if changed(obj, old, "mode")])
        interface_rules.assign_primary_macs([obj for obj in objs if changed(obj, old, "primary_mac_address_id")])


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
    name = NameField(_("name"), max_length=64, key="_name")
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

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """Keep the key that sorts interfaces by the numbers in their names, and what follows from the channel."""
        super().prepare_set(objs)
        for obj in objs:
            obj._name = interface_key(obj.name or "")
        interface_rules.fill_channel(objs)

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """See `dcim.interface_rules`."""
        warm(objs, "device")
        super().clean_set(objs, errors)
        interface_rules.check_hardware(objs, errors)
        check_power_and_radio(objs, errors)
        interface_rules.check_radio(objs, errors)
        interface_rules.check_relatives(objs, errors)
        interface_rules.check_contexts(objs, errors)


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

    @property
    def is_primary(self) -> bool:
        """Whether it is the primary address of the interface it is assigned to."""
        return self.assigned_object is not None and self.assigned_object.primary_mac_address_id == self.pk

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """An address belongs to an interface, and stays there while it is the primary one."""
        super().clean_set(objs, errors)
        check_generic(objs, errors, "assigned_object_type", "assigned_object_id", INTERFACE_LABELS)
        before = stored(objs, "assigned_object_type_id", "assigned_object_id")
        moved = [
            obj
            for obj in objs
            if obj.pk in before and changed(obj, before, "assigned_object_type_id", "assigned_object_id")
        ]
        primary = cls._primary([obj.pk for obj in moved])
        for obj in moved:
            if (before[obj.pk]["assigned_object_type_id"], before[obj.pk]["assigned_object_id"], obj.pk) in primary:
                errors.add(
                    obj,
                    "assigned_object_id",
                    _("%(address)s is the primary MAC address of its interface: give that another one first.")
                    % {"address": obj},
                )

    @staticmethod
    def _primary(ids: Sequence[Any]) -> set[tuple[Any, Any, Any]]:
        """(content type, interface, address) for those of the addresses `ids` that are primary."""
        found: set[tuple[Any, Any, Any]] = set()
        for label in INTERFACE_LABELS if ids else ():
            model = apps.get_model(label)
            kind = ContentType.objects.get_for_model(model).pk
            rows = model._base_manager.filter(primary_mac_address__in=ids).values_list("pk", "primary_mac_address_id")
            found.update((kind, pk, address) for pk, address in rows)
        return found
