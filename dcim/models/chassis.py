"""Devices that act as one, and one device that acts as several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from dcim import chassis_rules, device_rules
from dcim.choices import VirtualDeviceContextStatusChoices
from dcim.rules import warm
from netsot.conf import get_config
from netsot.kernel.errors import Errors
from netsot.models import ChoiceField, CounterCacheField, PrimaryModel
from netsot.models.natural import NameField, NaturalKey


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
    name = NameField(_("name"), max_length=64)
    domain = models.CharField(_("domain"), max_length=30, blank=True)
    member_count = CounterCacheField("dcim.Device", "virtual_chassis")

    class Meta:
        ordering = (NaturalKey("name"),)
        indexes = (models.Index(fields=("name",)),)
        verbose_name = _("virtual chassis")
        verbose_name_plural = _("virtual chassis")

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """The master is a member, and of no other chassis."""
        super().clean_set(objs, errors)
        warm(objs, "master")
        for obj in objs:
            if not obj.master_id:
                continue
            chassis_id = obj.master.virtual_chassis_id
            # The master of a new chassis becomes its first member.
            if chassis_id != obj.pk and not (obj._state.adding and chassis_id is None):
                errors.add(
                    obj,
                    "master",
                    _("“%(device)s” is not a member of this virtual chassis: add it before making it the master.")
                    % {"device": obj.master},
                )

    @classmethod
    def saved_set(cls, objs: Sequence[Any], old: Mapping[Any, Mapping[str, Any]]) -> None:
        """The master of a new chassis becomes its first member."""
        super().saved_set(objs, old)
        warm(objs, "master")
        chassis_rules.enrol_masters(
            [obj for obj in objs if obj.pk not in old and obj.master_id and obj.master.virtual_chassis_id is None]
        )

    @classmethod
    def deleting_set(cls, objs: Sequence[Any]) -> None:
        """A chassis whose members share a LAG stays."""
        super().deleting_set(objs)
        chassis_rules.refuse_shared_lags(objs)
        chassis_rules.remember_members(objs)

    @classmethod
    def deleted_set(cls, objs: Sequence[Any]) -> None:
        """Its members forget their places in it."""
        super().deleted_set(objs)
        chassis_rules.dismiss_members(objs)


class VirtualDeviceContext(PrimaryModel):
    """A logical device inside a device."""

    device = models.ForeignKey(
        "dcim.Device", on_delete=models.PROTECT, null=True, blank=True, related_name="vdcs", verbose_name=_("device")
    )
    name = NameField(_("name"), max_length=64)
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
        ordering = (NaturalKey("name"),)
        indexes = (models.Index(fields=("name",)),)
        verbose_name = _("virtual device context")
        verbose_name_plural = _("virtual device contexts")
        constraints = (
            models.UniqueConstraint(
                fields=("device", "identifier"), name="dcim_virtualdevicecontext_device_identifier"
            ),
            models.UniqueConstraint(fields=("device", "name"), name="dcim_virtualdevicecontext_device_name"),
        )

    @property
    def primary_ip(self) -> Any:
        """The address to reach the context by: IPv6 when it has one, unless the configuration prefers IPv4."""
        first, second = self.primary_ip6, self.primary_ip4
        if get_config().PREFER_IPV4:
            first, second = second, first
        return first or second

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """Its addresses are on interfaces of its device."""
        super().clean_set(objs, errors)
        device_rules.check_addresses(objs, errors, device_rules.ADDRESSES[:2], holder="device")
