"""Tunnels and their ends."""

from __future__ import annotations

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from netsot.models import ChangeLoggedModel, ChoiceField, ContactsMixin, OrganizationalModel, PrimaryModel
from netsot.models.base import CustomFieldsMixin, TagsMixin
from netsot.models.natural import NameField, NaturalKey
from vpn.choices import TunnelEncapsulationChoices, TunnelStatusChoices, TunnelTerminationRoleChoices


class TunnelGroup(ContactsMixin, OrganizationalModel):
    """What tunnels are sorted by."""

    class Meta:
        ordering = ("name",)
        verbose_name = _("tunnel group")
        verbose_name_plural = _("tunnel groups")


class Tunnel(ContactsMixin, PrimaryModel):
    """A virtual link between two or more peers."""

    clone_fields = ("status", "encapsulation", "ipsec_profile", "tenant")

    name = NameField(_("name"), max_length=100, unique=True)
    status = ChoiceField(TunnelStatusChoices, verbose_name=_("status"), default=TunnelStatusChoices.STATUS_ACTIVE)
    group = models.ForeignKey(
        TunnelGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="tunnels", verbose_name=_("group")
    )
    encapsulation = ChoiceField(TunnelEncapsulationChoices, verbose_name=_("encapsulation"))
    ipsec_profile = models.ForeignKey(
        "vpn.IPSecProfile",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="tunnels",
        verbose_name=_("IPSec profile"),
    )
    tenant = models.ForeignKey(
        "tenancy.Tenant",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="tunnels",
        verbose_name=_("tenant"),
    )
    tunnel_id = models.PositiveBigIntegerField(_("tunnel ID"), null=True, blank=True)

    class Meta:
        ordering = (NaturalKey("name"),)
        constraints = (
            models.UniqueConstraint(fields=("group", "name"), name="vpn_tunnel_group_name"),
            models.UniqueConstraint(fields=("name",), condition=models.Q(group__isnull=True), name="vpn_tunnel_name"),
        )
        verbose_name = _("tunnel")
        verbose_name_plural = _("tunnels")


class TunnelTermination(CustomFieldsMixin, TagsMixin, ChangeLoggedModel):
    """One end of a tunnel: the interface it comes out of."""

    features = frozenset({"custom_links"})
    display_fields = ("tunnel__name", "pk")

    tunnel = models.ForeignKey(Tunnel, on_delete=models.CASCADE, related_name="terminations", verbose_name=_("tunnel"))
    role = ChoiceField(
        TunnelTerminationRoleChoices, verbose_name=_("role"), default=TunnelTerminationRoleChoices.ROLE_PEER
    )
    termination_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    termination_id = models.PositiveBigIntegerField(null=True, blank=True)
    termination = GenericForeignKey("termination_type", "termination_id")
    outside_ip = models.ForeignKey(
        "ipam.IPAddress",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="tunnel_terminations",
        verbose_name=_("outside IP"),
    )

    class Meta:
        ordering = ("tunnel", "role", "pk")
        indexes = (models.Index(fields=("tunnel", "role", "id")),)
        constraints = (
            models.UniqueConstraint(
                fields=("termination_type", "termination_id"),
                name="vpn_tunneltermination_termination",
                violation_error_message=_("An interface can be the end of one tunnel only."),
            ),
        )
        verbose_name = _("tunnel termination")
        verbose_name_plural = _("tunnel terminations")

    @staticmethod
    def display(tunnel: str, pk: int | None) -> str:
        """The tunnel and the number of the end."""
        return f"{tunnel}: Termination {pk}"
