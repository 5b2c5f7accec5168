"""Who sells connectivity."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from netsot.models import ContactsMixin, PrimaryModel
from netsot.models.base import SLUG
from netsot.models.natural import NameField, NaturalKey


class Provider(ContactsMixin, PrimaryModel):
    """A company that sells circuits."""

    name = NameField(_("name"), max_length=100, unique=True)
    slug = models.SlugField(_("slug"), max_length=100, unique=True, validators=[SLUG])
    asns = models.ManyToManyField("ipam.ASN", related_name="providers", blank=True, verbose_name=_("ASNs"))

    class Meta:
        ordering = (NaturalKey("name"),)
        verbose_name = _("provider")
        verbose_name_plural = _("providers")


class ProviderAccount(ContactsMixin, PrimaryModel):
    """A contract with a provider, under the number the provider knows it by."""

    display_fields = ("account", "name")
    clone_fields = ("provider",)

    provider = models.ForeignKey(
        Provider, on_delete=models.PROTECT, related_name="accounts", verbose_name=_("provider")
    )
    account = models.CharField(_("account ID"), max_length=100)
    name = models.CharField(_("name"), max_length=100, blank=True)

    class Meta:
        ordering = ("provider", "account")
        constraints = (
            models.UniqueConstraint(
                fields=("provider", "account"), name="circuits_provideraccount_unique_provider_account"
            ),
            models.UniqueConstraint(
                fields=("provider", "name"),
                condition=~models.Q(name=""),
                name="circuits_provideraccount_unique_provider_name",
            ),
        )
        verbose_name = _("provider account")
        verbose_name_plural = _("provider accounts")

    @staticmethod
    def display(account: str, name: str) -> str:
        """The number, with the name when there is one."""
        return f"{account} ({name})" if name else account


class ProviderNetwork(PrimaryModel):
    """A provider's network as a customer sees it: a cloud that circuits end in."""

    name = NameField(_("name"), max_length=100)
    provider = models.ForeignKey(
        Provider, on_delete=models.PROTECT, related_name="networks", verbose_name=_("provider")
    )
    service_id = models.CharField(_("service ID"), max_length=100, blank=True)

    class Meta:
        ordering = ("provider", NaturalKey("name"))
        constraints = (
            models.UniqueConstraint(fields=("provider", "name"), name="circuits_providernetwork_unique_provider_name"),
        )
        verbose_name = _("provider network")
        verbose_name_plural = _("provider networks")
