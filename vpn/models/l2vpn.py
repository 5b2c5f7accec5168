"""Layer 2 VPNs and what they join."""

from __future__ import annotations

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from netsot.models import ChoiceField, ContactsMixin, NetSoTModel, PrimaryModel
from netsot.models.base import SLUG
from netsot.models.natural import NameField, NaturalKey
from vpn.choices import L2VPNStatusChoices, L2VPNTypeChoices


class L2VPN(ContactsMixin, PrimaryModel):
    """A layer 2 network carried over another network."""

    display_fields = ("name", "identifier")
    clone_fields = ("type", "status")

    name = NameField(_("name"), max_length=100, unique=True)
    slug = models.SlugField(_("slug"), max_length=100, unique=True, validators=[SLUG])
    type = ChoiceField(L2VPNTypeChoices, verbose_name=_("type"))
    status = ChoiceField(L2VPNStatusChoices, verbose_name=_("status"), default=L2VPNStatusChoices.STATUS_ACTIVE)
    identifier = models.BigIntegerField(_("identifier"), null=True, blank=True)
    tenant = models.ForeignKey(
        "tenancy.Tenant",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="l2vpns",
        verbose_name=_("tenant"),
    )
    import_targets = models.ManyToManyField(
        "ipam.RouteTarget", related_name="importing_l2vpns", blank=True, verbose_name=_("import targets")
    )
    export_targets = models.ManyToManyField(
        "ipam.RouteTarget", related_name="exporting_l2vpns", blank=True, verbose_name=_("export targets")
    )

    class Meta:
        ordering = (NaturalKey("name"), "identifier")
        verbose_name = _("L2VPN")
        verbose_name_plural = _("L2VPNs")

    @staticmethod
    def display(name: str, identifier: int | None) -> str:
        """The name, with the identifier when there is one."""
        return f"{name} ({identifier})" if identifier is not None else name


class L2VPNTermination(NetSoTModel):
    """An interface or VLAN that an L2VPN joins."""

    display_fields = ("l2vpn__name", "pk")
    clone_fields = ("l2vpn",)

    l2vpn = models.ForeignKey(L2VPN, on_delete=models.CASCADE, related_name="terminations", verbose_name=_("L2VPN"))
    assigned_object_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    assigned_object_id = models.PositiveBigIntegerField()
    assigned_object = GenericForeignKey("assigned_object_type", "assigned_object_id")

    class Meta:
        ordering = ("l2vpn",)
        constraints = (
            models.UniqueConstraint(
                fields=("assigned_object_type", "assigned_object_id"), name="vpn_l2vpntermination_assigned_object"
            ),
        )
        verbose_name = _("L2VPN termination")
        verbose_name_plural = _("L2VPN terminations")

    @staticmethod
    def display(l2vpn: str, pk: int | None) -> str:
        """The L2VPN and the number of the end."""
        return f"{l2vpn}: Termination {pk}"
