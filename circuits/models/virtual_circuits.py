"""Virtual circuits: connections between interfaces across a provider's network."""

from __future__ import annotations

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _

from circuits.choices import CircuitStatusChoices, VirtualCircuitTerminationRoleChoices
from netsot.models import (
    ChangeLoggedModel,
    ChoiceField,
    ColorField,
    ContactsMixin,
    OrganizationalModel,
    PrimaryModel,
)
from netsot.models.base import CustomFieldsMixin, TagsMixin


class VirtualCircuitType(OrganizationalModel):
    """A kind of virtual circuit."""

    color = ColorField(verbose_name=_("color"), blank=True)

    class Meta:
        ordering = ("name",)
        verbose_name = _("virtual circuit type")
        verbose_name_plural = _("virtual circuit types")


class VirtualCircuit(ContactsMixin, PrimaryModel):
    """A connection between two or more interfaces across a provider's network."""

    display_fields = ("cid",)
    clone_fields = ("provider_network", "provider_account", "status", "tenant", "description")

    cid = models.CharField(_("circuit ID"), max_length=100, help_text=_("The provider's number of this circuit"))
    provider_network = models.ForeignKey(
        "circuits.ProviderNetwork",
        on_delete=models.PROTECT,
        related_name="virtual_circuits",
        verbose_name=_("provider network"),
    )
    provider_account = models.ForeignKey(
        "circuits.ProviderAccount",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="virtual_circuits",
        verbose_name=_("provider account"),
    )
    type = models.ForeignKey(
        VirtualCircuitType, on_delete=models.PROTECT, related_name="virtual_circuits", verbose_name=_("type")
    )
    status = ChoiceField(CircuitStatusChoices, verbose_name=_("status"), default=CircuitStatusChoices.STATUS_ACTIVE)
    tenant = models.ForeignKey(
        "tenancy.Tenant",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="virtual_circuits",
        verbose_name=_("tenant"),
    )

    group_assignments = GenericRelation(
        "circuits.CircuitGroupAssignment",
        content_type_field="member_type",
        object_id_field="member_id",
        related_query_name="virtual_circuit",
    )

    class Meta:
        ordering = ("provider_network", "provider_account", "cid")
        indexes = (models.Index(fields=("provider_network", "provider_account", "cid")),)
        constraints = (
            models.UniqueConstraint(
                fields=("provider_network", "cid"), name="circuits_virtualcircuit_unique_provider_network_cid"
            ),
            models.UniqueConstraint(
                fields=("provider_account", "cid"), name="circuits_virtualcircuit_unique_provideraccount_cid"
            ),
        )
        verbose_name = _("virtual circuit")
        verbose_name_plural = _("virtual circuits")


class VirtualCircuitTermination(CustomFieldsMixin, TagsMixin, ChangeLoggedModel):
    """One end of a virtual circuit: the interface it comes out of."""

    features = frozenset({"custom_links", "export_templates"})
    display_fields = ("virtual_circuit__cid", "role")

    virtual_circuit = models.ForeignKey(
        VirtualCircuit, on_delete=models.CASCADE, related_name="terminations", verbose_name=_("virtual circuit")
    )
    role = ChoiceField(
        VirtualCircuitTerminationRoleChoices,
        verbose_name=_("role"),
        default=VirtualCircuitTerminationRoleChoices.ROLE_PEER,
    )
    interface = models.OneToOneField(
        "dcim.Interface",
        on_delete=models.CASCADE,
        related_name="virtual_circuit_termination",
        verbose_name=_("interface"),
    )
    description = models.CharField(_("description"), max_length=200, blank=True)

    class Meta:
        ordering = ("virtual_circuit", "role", "pk")
        indexes = (models.Index(fields=("virtual_circuit", "role", "id")),)
        verbose_name = _("virtual circuit termination")
        verbose_name_plural = _("virtual circuit terminations")

    @staticmethod
    def display(cid: str, role: str) -> str:
        """The circuit and the role."""
        return f"{cid}: {VirtualCircuitTerminationRoleChoices.labels.get(role, role)} termination"

    @property
    def parent_object(self) -> VirtualCircuit:
        """The virtual circuit this is an end of."""
        return self.virtual_circuit
