"""Virtual machines, their interfaces and disks."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from dcim.models.interfaces import BaseInterface
from dcim.models.mixins import RenderConfigMixin
from netsot.models import (
    ChoiceField,
    ContactsMixin,
    CounterCacheField,
    ImageAttachmentsMixin,
    NetSoTModel,
    PrimaryModel,
)
from netsot.models.base import SLUG, OwnerMixin
from netsot.models.natural import NameField, NaturalKey
from virtualization.choices import VirtualMachineStartOnBootChoices, VirtualMachineStatusChoices

VCPUS_MIN = MinValueValidator(Decimal("0.01"))


class VirtualMachineType(ImageAttachmentsMixin, PrimaryModel):
    """A size of virtual machine; new machines of the type start with its values."""

    clone_fields = ("default_platform", "default_vcpus", "default_memory")

    name = models.CharField(_("name"), max_length=100)
    slug = models.SlugField(_("slug"), max_length=100, unique=True, validators=[SLUG])
    default_platform = models.ForeignKey(
        "dcim.Platform",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("default platform"),
    )
    default_vcpus = models.DecimalField(
        _("default vCPUs"), max_digits=6, decimal_places=2, null=True, blank=True, validators=[VCPUS_MIN]
    )
    default_memory = models.PositiveIntegerField(_("default memory (MB)"), null=True, blank=True)

    virtual_machine_count = CounterCacheField("virtualization.VirtualMachine", "virtual_machine_type")

    class Meta:
        ordering = ("name",)
        indexes = (models.Index(fields=("name",)),)
        constraints = (
            models.UniqueConstraint(
                Lower("name"),
                name="virtualization_virtualmachinetype_unique_name",
                violation_error_message=_("Another virtual machine type has this name."),
            ),
        )
        verbose_name = _("virtual machine type")
        verbose_name_plural = _("virtual machine types")


class VirtualMachine(ContactsMixin, ImageAttachmentsMixin, RenderConfigMixin, PrimaryModel):
    """A machine in software, on a cluster, a device, or somewhere at a site."""

    clone_fields = (
        "virtual_machine_type",
        "site",
        "cluster",
        "device",
        "tenant",
        "platform",
        "status",
        "role",
        "vcpus",
        "memory",
        "disk",
    )

    virtual_machine_type = models.ForeignKey(
        VirtualMachineType,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="instances",
        verbose_name=_("type"),
    )
    site = models.ForeignKey(
        "dcim.Site",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="virtual_machines",
        verbose_name=_("site"),
    )
    cluster = models.ForeignKey(
        "virtualization.Cluster",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="virtual_machines",
        verbose_name=_("cluster"),
    )
    device = models.ForeignKey(
        "dcim.Device",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="virtual_machines",
        verbose_name=_("device"),
    )
    tenant = models.ForeignKey(
        "tenancy.Tenant",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="virtual_machines",
        verbose_name=_("tenant"),
    )
    platform = models.ForeignKey(
        "dcim.Platform",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="virtual_machines",
        verbose_name=_("platform"),
    )
    name = NameField(_("name"), max_length=64)
    status = ChoiceField(
        VirtualMachineStatusChoices, verbose_name=_("status"), default=VirtualMachineStatusChoices.STATUS_ACTIVE
    )
    start_on_boot = ChoiceField(
        VirtualMachineStartOnBootChoices,
        verbose_name=_("start on boot"),
        max_length=32,
        default=VirtualMachineStartOnBootChoices.STATUS_OFF,
    )
    role = models.ForeignKey(
        "dcim.DeviceRole",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="virtual_machines",
        verbose_name=_("role"),
    )
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
    vcpus = models.DecimalField(
        _("vCPUs"), max_digits=6, decimal_places=2, null=True, blank=True, validators=[VCPUS_MIN]
    )
    memory = models.PositiveIntegerField(_("memory (MB)"), null=True, blank=True)
    disk = models.PositiveIntegerField(_("disk (MB)"), null=True, blank=True)
    serial = models.CharField(_("serial number"), max_length=50, blank=True)
    local_context_data = models.JSONField(
        _("local context data"),
        null=True,
        blank=True,
        help_text=_("Data merged last into the config context of this machine"),
    )

    interface_count = CounterCacheField("virtualization.VMInterface", "virtual_machine")
    virtual_disk_count = CounterCacheField("virtualization.VirtualDisk", "virtual_machine")

    services = GenericRelation(
        "ipam.Service",
        content_type_field="parent_object_type",
        object_id_field="parent_object_id",
        related_query_name="virtual_machine",
    )

    class Meta:
        ordering = (NaturalKey("name"), "pk")
        indexes = (models.Index(fields=("name", "id")),)
        permissions = (("render_config", "Render configuration"),)
        constraints = (
            models.UniqueConstraint(
                Lower("name"),
                "cluster",
                "tenant",
                name="virtualization_virtualmachine_unique_name_cluster_tenant",
                violation_error_message=_("The name is taken in this cluster and tenant."),
            ),
            models.UniqueConstraint(
                Lower("name"),
                "cluster",
                name="virtualization_virtualmachine_unique_name_cluster",
                condition=models.Q(tenant__isnull=True),
                violation_error_message=_("The name is taken in this cluster."),
            ),
            models.UniqueConstraint(
                Lower("name"),
                "device",
                "tenant",
                name="virtualization_virtualmachine_unique_name_device_tenant",
                condition=models.Q(cluster__isnull=True, device__isnull=False),
                violation_error_message=_("The name is taken on this device and in this tenant."),
            ),
            models.UniqueConstraint(
                Lower("name"),
                "device",
                name="virtualization_virtualmachine_unique_name_device",
                condition=models.Q(cluster__isnull=True, device__isnull=False, tenant__isnull=True),
                violation_error_message=_("The name is taken on this device."),
            ),
        )
        verbose_name = _("virtual machine")
        verbose_name_plural = _("virtual machines")

    @property
    def primary_ip(self) -> Any:
        """The primary address: of the preferred version when there are two."""
        from django.conf import settings

        first, second = self.primary_ip6, self.primary_ip4
        if getattr(settings, "PREFER_IPV4", False):
            first, second = second, first
        return first or second


class VMInterface(BaseInterface, OwnerMixin, NetSoTModel):
    """A network interface of a virtual machine."""

    virtual_machine = models.ForeignKey(
        VirtualMachine, on_delete=models.CASCADE, related_name="interfaces", verbose_name=_("virtual machine")
    )
    name = NameField(_("name"), max_length=64, key="_name")
    # "C": the key is made to be compared byte by byte.
    _name = models.CharField(max_length=100, blank=True, editable=False, db_collation="C")
    description = models.CharField(_("description"), max_length=200, blank=True)
    vrf = models.ForeignKey(
        "ipam.VRF", on_delete=models.SET_NULL, null=True, blank=True, related_name="vminterfaces", verbose_name=_("VRF")
    )

    ip_addresses = GenericRelation(
        "ipam.IPAddress",
        content_type_field="assigned_object_type",
        object_id_field="assigned_object_id",
        related_query_name="vminterface",
    )
    mac_addresses = GenericRelation(
        "dcim.MACAddress",
        content_type_field="assigned_object_type",
        object_id_field="assigned_object_id",
        related_query_name="vminterface",
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
        related_query_name="vminterface",
    )
    l2vpn_terminations = GenericRelation(
        "vpn.L2VPNTermination",
        content_type_field="assigned_object_type",
        object_id_field="assigned_object_id",
        related_query_name="vminterface",
    )

    class Meta:
        ordering = ("virtual_machine", "_name")
        indexes = (models.Index(fields=("virtual_machine", "_name"), name="virtualization_vminterface_ord"),)
        constraints = (
            models.UniqueConstraint(
                fields=("virtual_machine", "name"), name="virtualization_vminterface_unique_virtual_machine_name"
            ),
        )
        verbose_name = _("interface")
        verbose_name_plural = _("interfaces")

    @property
    def parent_object(self) -> VirtualMachine:
        """The machine this is part of."""
        return self.virtual_machine


class VirtualDisk(OwnerMixin, NetSoTModel):
    """A disk of a virtual machine."""

    virtual_machine = models.ForeignKey(
        VirtualMachine, on_delete=models.CASCADE, related_name="virtualdisks", verbose_name=_("virtual machine")
    )
    name = NameField(_("name"), max_length=64)
    description = models.CharField(_("description"), max_length=200, blank=True)
    size = models.PositiveIntegerField(_("size (MB)"))

    class Meta:
        ordering = ("virtual_machine", NaturalKey("name"))
        constraints = (
            models.UniqueConstraint(
                fields=("virtual_machine", "name"), name="virtualization_virtualdisk_unique_virtual_machine_name"
            ),
        )
        verbose_name = _("virtual disk")
        verbose_name_plural = _("virtual disks")

    @property
    def parent_object(self) -> VirtualMachine:
        """The machine this is part of."""
        return self.virtual_machine
