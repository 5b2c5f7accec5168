"""Who hands out numbers, and autonomous systems."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from netsot.models import ASNField, ContactsMixin, OrganizationalModel, PrimaryModel
from netsot.models.natural import NameField, NaturalKey


class RIR(OrganizationalModel):
    """A regional internet registry, or another authority that hands out address space."""

    is_private = models.BooleanField(
        _("private"), default=False, help_text=_("The space of this registry is private, as in RFC 1918.")
    )

    class Meta:
        ordering = ("name",)
        verbose_name = _("RIR")
        verbose_name_plural = _("RIRs")


class ASNRange(OrganizationalModel):
    """A block of AS numbers to allocate from."""

    display_fields = ("name", "start", "end")

    name = NameField(_("name"), max_length=100, unique=True)
    rir = models.ForeignKey(RIR, on_delete=models.PROTECT, related_name="asn_ranges", verbose_name=_("RIR"))
    start = ASNField(_("start"))
    end = ASNField(_("end"))
    tenant = models.ForeignKey(
        "tenancy.Tenant",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="asn_ranges",
        verbose_name=_("tenant"),
    )

    class Meta:
        ordering = (NaturalKey("name"),)
        verbose_name = _("ASN range")
        verbose_name_plural = _("ASN ranges")

    @staticmethod
    def display(name: str, start: int, end: int) -> str:
        """Name and bounds."""
        return f"{name} ({start}-{end})"


def asdot(asn: int) -> str:
    """The number in asdot notation (RFC 5396): 65536 is 1.0, up to 65535 it stays as it is."""
    return f"{asn >> 16}.{asn & 0xFFFF}" if asn > 0xFFFF else str(asn)


class ASN(ContactsMixin, PrimaryModel):
    """An autonomous system number."""

    display_fields = ("asn",)

    rir = models.ForeignKey(RIR, on_delete=models.PROTECT, related_name="asns", verbose_name=_("RIR"))
    asn = ASNField(_("ASN"), unique=True, help_text=_("16- or 32-bit autonomous system number"))
    role = models.ForeignKey(
        "ipam.Role", on_delete=models.SET_NULL, null=True, blank=True, related_name="asns", verbose_name=_("role")
    )
    tenant = models.ForeignKey(
        "tenancy.Tenant", on_delete=models.PROTECT, null=True, blank=True, related_name="asns", verbose_name=_("tenant")
    )

    class Meta:
        ordering = ("asn",)
        verbose_name = _("ASN")
        verbose_name_plural = _("ASNs")

    @staticmethod
    def display(asn: int) -> str:
        """AS64512; a 32-bit number with its asdot form."""
        return f"AS{asn} ({asdot(asn)})" if asn > 0xFFFF else f"AS{asn}"

    @property
    def asn_asdot(self) -> str:
        """The number in asdot notation."""
        return asdot(self.asn)

    @property
    def prefixed_name(self) -> str:
        """The number as people search for it: AS64512."""
        return f"AS{self.asn}"
