"""IKE and IPsec: what peers propose, and the policies and profiles made of it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from netsot.models import ChoiceField, IntegerChoiceField, PrimaryModel
from netsot.models.natural import NameField, NaturalKey
from vpn.choices import (
    AuthenticationAlgorithmChoices,
    AuthenticationMethodChoices,
    DHGroupChoices,
    EncryptionAlgorithmChoices,
    IKEModeChoices,
    IKEVersionChoices,
    IPSecModeChoices,
)


class IKEProposal(PrimaryModel):
    """What a peer offers when it negotiates an IKE association."""

    clone_fields = (
        "authentication_method",
        "encryption_algorithm",
        "authentication_algorithm",
        "group",
        "sa_lifetime",
    )

    name = NameField(_("name"), max_length=100, unique=True)
    authentication_method = ChoiceField(AuthenticationMethodChoices, verbose_name=_("authentication method"))
    encryption_algorithm = ChoiceField(EncryptionAlgorithmChoices, verbose_name=_("encryption algorithm"))
    authentication_algorithm = ChoiceField(
        AuthenticationAlgorithmChoices, verbose_name=_("authentication algorithm"), null=True, blank=True
    )
    group = IntegerChoiceField(DHGroupChoices, verbose_name=_("group"), help_text=_("Diffie-Hellman group"))
    sa_lifetime = models.PositiveIntegerField(
        _("SA lifetime"), null=True, blank=True, help_text=_("Lifetime of the security association in seconds")
    )

    class Meta:
        ordering = (NaturalKey("name"),)
        verbose_name = _("IKE proposal")
        verbose_name_plural = _("IKE proposals")


class IKEPolicy(PrimaryModel):
    """The proposals a peer accepts, with the version and mode of IKE."""

    clone_fields = ("version", "mode", "proposals")

    name = NameField(_("name"), max_length=100, unique=True)
    version = IntegerChoiceField(IKEVersionChoices, verbose_name=_("version"), default=IKEVersionChoices.VERSION_2)
    mode = ChoiceField(IKEModeChoices, verbose_name=_("mode"), null=True, blank=True)
    preshared_key = models.TextField(_("pre-shared key"), blank=True)
    proposals = models.ManyToManyField(IKEProposal, related_name="ike_policies", verbose_name=_("proposals"))

    class Meta:
        ordering = (NaturalKey("name"),)
        verbose_name = _("IKE policy")
        verbose_name_plural = _("IKE policies")


class IPSecProposal(PrimaryModel):
    """What a peer offers when it negotiates an IPsec association."""

    clone_fields = ("encryption_algorithm", "authentication_algorithm", "sa_lifetime_seconds", "sa_lifetime_data")

    name = NameField(_("name"), max_length=100, unique=True)
    encryption_algorithm = ChoiceField(EncryptionAlgorithmChoices, verbose_name=_("encryption"), null=True, blank=True)
    authentication_algorithm = ChoiceField(
        AuthenticationAlgorithmChoices, verbose_name=_("authentication"), null=True, blank=True
    )
    sa_lifetime_seconds = models.PositiveIntegerField(
        _("SA lifetime (seconds)"), null=True, blank=True, help_text=_("Lifetime of the security association")
    )
    sa_lifetime_data = models.PositiveIntegerField(
        _("SA lifetime (KB)"), null=True, blank=True, help_text=_("Lifetime of the security association in kilobytes")
    )

    class Meta:
        ordering = (NaturalKey("name"),)
        verbose_name = _("IPSec proposal")
        verbose_name_plural = _("IPSec proposals")


class IPSecPolicy(PrimaryModel):
    """The proposals a peer accepts for IPsec."""

    clone_fields = ("proposals", "pfs_group")

    name = NameField(_("name"), max_length=100, unique=True)
    pfs_group = IntegerChoiceField(
        DHGroupChoices,
        verbose_name=_("PFS group"),
        null=True,
        blank=True,
        help_text=_("Diffie-Hellman group for perfect forward secrecy"),
    )
    proposals = models.ManyToManyField(IPSecProposal, related_name="ipsec_policies", verbose_name=_("proposals"))

    class Meta:
        ordering = (NaturalKey("name"),)
        verbose_name = _("IPSec policy")
        verbose_name_plural = _("IPSec policies")


class IPSecProfile(PrimaryModel):
    """An IKE policy and an IPsec policy, as a tunnel uses them together."""

    clone_fields = ("mode", "ike_policy", "ipsec_policy")

    name = NameField(_("name"), max_length=100, unique=True)
    mode = ChoiceField(IPSecModeChoices, verbose_name=_("mode"))
    ike_policy = models.ForeignKey(
        IKEPolicy, on_delete=models.PROTECT, related_name="ipsec_profiles", verbose_name=_("IKE policy")
    )
    ipsec_policy = models.ForeignKey(
        IPSecPolicy, on_delete=models.PROTECT, related_name="ipsec_profiles", verbose_name=_("IPSec policy")
    )

    class Meta:
        ordering = (NaturalKey("name"),)
        verbose_name = _("IPSec profile")
        verbose_name_plural = _("IPSec profiles")
