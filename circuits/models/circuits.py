"""Circuits, their ends and their groups."""

from __future__ import annotations

from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from circuits.choices import CircuitPriorityChoices, CircuitStatusChoices, CircuitTerminationSideChoices
from dcim.models.mixins import CabledObjectModel
from netsot.models import (
    ChangeLoggedModel,
    ChoiceField,
    ColorField,
    ContactsMixin,
    DistanceMixin,
    ImageAttachmentsMixin,
    OrganizationalModel,
    PrimaryModel,
)
from netsot.models.base import CustomFieldsMixin, TagsMixin


class CircuitType(OrganizationalModel):
    """A kind of circuit: transit, peering, dark fibre …"""

    color = ColorField(verbose_name=_("color"), blank=True)

    class Meta:
        ordering = ("name",)
        verbose_name = _("circuit type")
        verbose_name_plural = _("circuit types")


class Circuit(ContactsMixin, ImageAttachmentsMixin, DistanceMixin, PrimaryModel):
    """A link bought from a provider, with up to two ends."""

    display_fields = ("cid",)
    clone_fields = (
        "provider",
        "provider_account",
        "type",
        "status",
        "tenant",
        "install_date",
        "termination_date",
        "commit_rate",
        "description",
    )

    cid = models.CharField(_("circuit ID"), max_length=100, help_text=_("The provider's number of this circuit"))
    provider = models.ForeignKey(
        "circuits.Provider", on_delete=models.PROTECT, related_name="circuits", verbose_name=_("provider")
    )
    provider_account = models.ForeignKey(
        "circuits.ProviderAccount",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="circuits",
        verbose_name=_("provider account"),
    )
    type = models.ForeignKey(CircuitType, on_delete=models.PROTECT, related_name="circuits", verbose_name=_("type"))
    status = ChoiceField(CircuitStatusChoices, verbose_name=_("status"), default=CircuitStatusChoices.STATUS_ACTIVE)
    tenant = models.ForeignKey(
        "tenancy.Tenant",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="circuits",
        verbose_name=_("tenant"),
    )
    install_date = models.DateField(_("installed"), null=True, blank=True)
    termination_date = models.DateField(_("terminates"), null=True, blank=True)
    commit_rate = models.PositiveIntegerField(
        _("commit rate (Kbps)"), null=True, blank=True, help_text=_("Committed rate")
    )

    # The ends by side, kept by CircuitTermination.
    termination_a = models.ForeignKey(
        "circuits.CircuitTermination",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("termination A"),
    )
    termination_z = models.ForeignKey(
        "circuits.CircuitTermination",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("termination Z"),
    )

    group_assignments = GenericRelation(
        "circuits.CircuitGroupAssignment",
        content_type_field="member_type",
        object_id_field="member_id",
        related_query_name="circuit",
    )

    class Meta:
        ordering = ("provider", "provider_account", "cid")
        indexes = (models.Index(fields=("provider", "provider_account", "cid")),)
        constraints = (
            models.UniqueConstraint(fields=("provider", "cid"), name="circuits_circuit_unique_provider_cid"),
            models.UniqueConstraint(
                fields=("provider_account", "cid"), name="circuits_circuit_unique_provideraccount_cid"
            ),
        )
        verbose_name = _("circuit")
        verbose_name_plural = _("circuits")


class CircuitTermination(CabledObjectModel, CustomFieldsMixin, TagsMixin, ChangeLoggedModel):
    """One end of a circuit: a place of ours or a provider's network."""

    features = frozenset({"custom_links", "export_templates"})
    display_fields = ("circuit__cid", "term_side")

    circuit = models.ForeignKey(
        Circuit, on_delete=models.CASCADE, related_name="terminations", verbose_name=_("circuit")
    )
    term_side = ChoiceField(CircuitTerminationSideChoices, verbose_name=_("termination side"), max_length=1)
    termination_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    termination_id = models.PositiveBigIntegerField(null=True, blank=True)
    termination = GenericForeignKey("termination_type", "termination_id")
    port_speed = models.PositiveIntegerField(
        _("port speed (Kbps)"), null=True, blank=True, help_text=_("Physical speed of the port")
    )
    upstream_speed = models.PositiveIntegerField(
        _("upstream speed (Kbps)"), null=True, blank=True, help_text=_("Upstream speed, if it differs")
    )
    xconnect_id = models.CharField(
        _("cross-connect ID"), max_length=50, blank=True, help_text=_("Number of the local cross-connect")
    )
    pp_info = models.CharField(
        _("patch panel/port(s)"), max_length=100, blank=True, help_text=_("Patch panel and port")
    )
    description = models.CharField(_("description"), max_length=200, blank=True)

    # Where the end lies, for filters.
    _provider_network = models.ForeignKey(
        "circuits.ProviderNetwork",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="circuit_terminations",
    )
    _location = models.ForeignKey(
        "dcim.Location",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        related_name="circuit_terminations",
    )
    _site = models.ForeignKey(
        "dcim.Site",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        related_name="circuit_terminations",
    )
    _region = models.ForeignKey(
        "dcim.Region",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        related_name="circuit_terminations",
    )
    _site_group = models.ForeignKey(
        "dcim.SiteGroup",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        related_name="circuit_terminations",
    )

    class Meta:
        ordering = ("circuit", "term_side")
        indexes = (models.Index(fields=("termination_type", "termination_id")),)
        constraints = (
            models.UniqueConstraint(
                fields=("circuit", "term_side"), name="circuits_circuittermination_unique_circuit_term_side"
            ),
        )
        verbose_name = _("circuit termination")
        verbose_name_plural = _("circuit terminations")

    @staticmethod
    def display(cid: str, side: str) -> str:
        """The circuit and the side."""
        return f"{cid}: Termination {side}"

    @property
    def parent_object(self) -> Circuit:
        """The circuit this is an end of."""
        return self.circuit


class CircuitGroup(OrganizationalModel):
    """Circuits that back each other up."""

    tenant = models.ForeignKey(
        "tenancy.Tenant",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="circuit_groups",
        verbose_name=_("tenant"),
    )

    class Meta:
        ordering = ("name",)
        verbose_name = _("circuit group")
        verbose_name_plural = _("circuit groups")


class CircuitGroupAssignment(CustomFieldsMixin, TagsMixin, ChangeLoggedModel):
    """A circuit's place in a group."""

    features = frozenset({"export_templates"})
    display_fields = ("group__name", "priority")

    member_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    member_id = models.PositiveBigIntegerField(_("member ID"))
    member = GenericForeignKey("member_type", "member_id")
    group = models.ForeignKey(
        CircuitGroup, on_delete=models.CASCADE, related_name="assignments", verbose_name=_("group")
    )
    priority = ChoiceField(CircuitPriorityChoices, verbose_name=_("priority"), null=True, blank=True)

    class Meta:
        ordering = ("group", "member_type", "member_id", "priority", "pk")
        indexes = (models.Index(fields=("group", "member_type", "member_id", "priority", "id")),)
        constraints = (
            models.UniqueConstraint(
                fields=("member_type", "member_id", "group"),
                name="circuits_circuitgroupassignment_unique_member_group",
            ),
        )
        verbose_name = _("circuit group assignment")
        verbose_name_plural = _("circuit group assignments")

    @staticmethod
    def display(group: str, priority: str | None) -> str:
        """The group, with the priority when there is one."""
        return f"{group} ({CircuitPriorityChoices.labels.get(priority, priority)})" if priority else group
