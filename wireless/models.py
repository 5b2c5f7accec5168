"""Wireless LANs and point-to-point radio links."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from dcim.choices import LinkStatusChoices
from dcim.rules import check_generic
from netsot.kernel.errors import Errors
from netsot.models import CachedScopeMixin, ChoiceField, DistanceMixin, NestedGroupModel, PrimaryModel
from netsot.models.base import SLUG
from netsot.models.features import SCOPES
from netsot.models.natural import NameField, NaturalKey
from wireless.choices import WirelessAuthCipherChoices, WirelessAuthTypeChoices, WirelessLANStatusChoices


class WirelessAuthenticationMixin(models.Model):
    """How stations prove who they are."""

    auth_type = ChoiceField(WirelessAuthTypeChoices, verbose_name=_("authentication type"), null=True, blank=True)
    auth_cipher = ChoiceField(WirelessAuthCipherChoices, verbose_name=_("authentication cipher"), null=True, blank=True)
    auth_psk = models.CharField(_("pre-shared key"), max_length=64, blank=True)

    class Meta:
        abstract = True


class WirelessLANGroup(NestedGroupModel):
    """A node of the tree by which wireless LANs are sorted."""

    name = NameField(_("name"), max_length=100, unique=True)
    slug = models.SlugField(_("slug"), max_length=100, unique=True, validators=[SLUG])

    class Meta:
        ordering = (NaturalKey("name"), "pk")
        constraints = (
            models.UniqueConstraint(fields=("parent", "name"), name="wireless_wirelesslangroup_unique_parent_name"),
        )
        verbose_name = _("wireless LAN group")
        verbose_name_plural = _("wireless LAN groups")


class WirelessLAN(WirelessAuthenticationMixin, CachedScopeMixin, PrimaryModel):
    """A wireless network that stations join."""

    display_fields = ("ssid",)
    clone_fields = ("ssid", "group", "scope_type", "scope_id", "tenant", "description")

    ssid = models.CharField(_("SSID"), max_length=32)
    group = models.ForeignKey(
        WirelessLANGroup,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="wireless_lans",
        verbose_name=_("group"),
    )
    status = ChoiceField(
        WirelessLANStatusChoices, verbose_name=_("status"), default=WirelessLANStatusChoices.STATUS_ACTIVE
    )
    vlan = models.ForeignKey("ipam.VLAN", on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("VLAN"))
    tenant = models.ForeignKey(
        "tenancy.Tenant",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="wireless_lans",
        verbose_name=_("tenant"),
    )

    class Meta:
        ordering = ("ssid", "pk")
        indexes = (models.Index(fields=("ssid", "id")), models.Index(fields=("scope_type", "scope_id")))
        verbose_name = _("wireless LAN")
        verbose_name_plural = _("wireless LANs")

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """The scope exists."""
        super().clean_set(objs, errors)
        check_generic(objs, errors, "scope_type", "scope_id", SCOPES)


class WirelessLink(WirelessAuthenticationMixin, DistanceMixin, PrimaryModel):
    """A radio link between two interfaces."""

    display_fields = ("ssid", "pk")
    clone_fields = ("ssid", "status")

    interface_a = models.ForeignKey(
        "dcim.Interface", on_delete=models.PROTECT, related_name="+", verbose_name=_("interface A")
    )
    interface_b = models.ForeignKey(
        "dcim.Interface", on_delete=models.PROTECT, related_name="+", verbose_name=_("interface B")
    )
    ssid = models.CharField(_("SSID"), max_length=32, blank=True)
    status = ChoiceField(LinkStatusChoices, verbose_name=_("status"), default=LinkStatusChoices.STATUS_CONNECTED)
    tenant = models.ForeignKey(
        "tenancy.Tenant",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="wireless_links",
        verbose_name=_("tenant"),
    )

    # The devices of both interfaces, for filters and for deletion with them.
    _interface_a_device = models.ForeignKey(
        "dcim.Device", on_delete=models.CASCADE, null=True, blank=True, editable=False, related_name="+"
    )
    _interface_b_device = models.ForeignKey(
        "dcim.Device", on_delete=models.CASCADE, null=True, blank=True, editable=False, related_name="+"
    )

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("interface_a", "interface_b"), name="wireless_wirelesslink_unique_interfaces"
            ),
        )
        verbose_name = _("wireless link")
        verbose_name_plural = _("wireless links")

    @staticmethod
    def display(ssid: str, pk: int | None) -> str:
        """The SSID, or the number of the link."""
        return ssid or f"#{pk}"
