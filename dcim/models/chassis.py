"""Devices that act as one, and one device that acts as several."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from dcim.choices import VirtualDeviceContextStatusChoices
from netsot.models import ChoiceField, CounterCacheField, PrimaryModel


class VirtualChassis(PrimaryModel):
    """Devices that share one control plane: a stack."""

    master = models.OneToOneField(
        "dcim.Device",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="vc_master_for",
        verbose_name=_("master"),
    )
    name = models.CharField(_("name"), max_length=64, db_collation="natural_sort")
    domain = models.CharField(_("domain"), max_length=30, blank=True)
    member_count = CounterCacheField("dcim.Device", "virtual_chassis")

    class Meta:
        ordering = ("name",)
        verbose_name = _("virtual chassis")
        verbose_name_plural = _("virtual chassis")
        indexes = (models.Index(fields=("name",)),)


class VirtualDeviceContext(PrimaryModel):
    """A logical device inside a device."""

    device = models.ForeignKey(
        "dcim.Device", on_delete=models.PROTECT, null=True, blank=True, related_name="vdcs", verbose_name=_("device")
    )
    name = models.CharField(_("name"), max_length=64, db_collation="natural_sort")
    status = ChoiceField(VirtualDeviceContextStatusChoices, verbose_name=_("status"))
    identifier = models.PositiveSmallIntegerField(
        _("identifier"), null=True, blank=True, help_text=_("Number of the context in its device")
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
    tenant = models.ForeignKey(
        "tenancy.Tenant",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="vdcs",
        verbose_name=_("tenant"),
    )

    class Meta:
        ordering = ("name",)
        verbose_name = _("virtual device context")
        verbose_name_plural = _("virtual device contexts")
        constraints = (
            models.UniqueConstraint(
                fields=("device", "identifier"), name="dcim_virtualdevicecontext_device_identifier"
            ),
            models.UniqueConstraint(fields=("device", "name"), name="dcim_virtualdevicecontext_device_name"),
        )
        indexes = (models.Index(fields=("name",)),)
