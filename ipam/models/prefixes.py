"""Networks: aggregates, prefixes and their roles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.indexes import GistIndex, OpClass
from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from dcim.rules import check_generic
from ipam import hierarchy, overlaps, uniqueness
from ipam.choices import PrefixStatusChoices
from ipam.validators import readable, validate_network
from netsot.kernel.errors import Errors
from netsot.kernel.locks import LockKey
from netsot.models import (
    CachedScopeMixin,
    ChoiceField,
    ContactsMixin,
    IPNetworkField,
    OrganizationalModel,
    PrimaryModel,
)
from netsot.models.features import SCOPES


def without_host_bits(objs: Sequence[Any]) -> None:
    """Turn `prefix` of each object into a proper network."""
    for obj in objs:
        network = obj._meta.get_field("prefix").to_python(obj.prefix)
        obj.prefix = network.cidr if network is not None else None


class Role(OrganizationalModel):
    """What a prefix, VLAN, range or AS is for; its weight gives the order of lists."""

    weight = models.PositiveSmallIntegerField(_("weight"), default=1000)

    class Meta:
        ordering = ("weight", "name")
        indexes = (models.Index(fields=("weight", "name")),)
        verbose_name = _("role")
        verbose_name_plural = _("roles")


class Aggregate(ContactsMixin, PrimaryModel):
    """A block that a registry gave out. Aggregates never overlap."""

    display_fields = ("prefix",)
    clone_fields = ("rir", "tenant", "date_added", "description")

    prefix = IPNetworkField(_("prefix"), validators=[validate_network], help_text=_("IPv4 or IPv6 network"))
    rir = models.ForeignKey(
        "ipam.RIR",
        on_delete=models.PROTECT,
        related_name="aggregates",
        verbose_name=_("RIR"),
        help_text=_("Registry that is responsible for this space"),
    )
    tenant = models.ForeignKey(
        "tenancy.Tenant",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="aggregates",
        verbose_name=_("tenant"),
    )
    date_added = models.DateField(_("date added"), null=True, blank=True)

    class Meta:
        ordering = ("prefix", "pk")
        indexes = (models.Index(fields=("prefix", "id")),)
        constraints = (
            # Its index also answers containment.
            ExclusionConstraint(
                name="ipam_aggregate_no_overlap",
                expressions=[(OpClass("prefix", "inet_ops"), "&&")],
                violation_error_message=_("Aggregates can't overlap."),
            ),
        )
        verbose_name = _("aggregate")
        verbose_name_plural = _("aggregates")

    @property
    def family(self) -> int:
        """4 or 6."""
        return self.prefix.version

    @classmethod
    def lock_keys(cls, objs: Sequence[Any]) -> Iterable[LockKey]:
        """Any two aggregates could overlap."""
        yield from super().lock_keys(objs)
        yield ("ipam.aggregate", 0)

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """A network has no host bits (forms and the API refuse them before)."""
        super().prepare_set(objs)
        without_host_bits(objs)

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """Aggregates don't overlap."""
        super().clean_set(objs, errors)
        overlaps.check_aggregates(readable(objs, errors, "prefix"), errors)


class Prefix(ContactsMixin, CachedScopeMixin, PrimaryModel):
    """A network in a VRF or in the global table."""

    display_fields = ("prefix",)
    clone_fields = (
        "scope_type",
        "scope_id",
        "vrf",
        "tenant",
        "vlan",
        "status",
        "role",
        "is_pool",
        "mark_utilized",
        "description",
    )

    prefix = IPNetworkField(
        _("prefix"), validators=[validate_network], help_text=_("IPv4 or IPv6 network with its mask")
    )
    vrf = models.ForeignKey(
        "ipam.VRF", on_delete=models.PROTECT, null=True, blank=True, related_name="prefixes", verbose_name=_("VRF")
    )
    tenant = models.ForeignKey(
        "tenancy.Tenant",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="prefixes",
        verbose_name=_("tenant"),
    )
    vlan = models.ForeignKey(
        "ipam.VLAN", on_delete=models.PROTECT, null=True, blank=True, related_name="prefixes", verbose_name=_("VLAN")
    )
    status = ChoiceField(PrefixStatusChoices, verbose_name=_("status"), default=PrefixStatusChoices.STATUS_ACTIVE)
    role = models.ForeignKey(
        Role, on_delete=models.SET_NULL, null=True, blank=True, related_name="prefixes", verbose_name=_("role")
    )
    is_pool = models.BooleanField(
        _("is a pool"), default=False, help_text=_("Every address in this prefix is usable, the first and last too")
    )
    mark_utilized = models.BooleanField(_("mark utilized"), default=False, help_text=_("Treat as fully used"))

    # What follows from the other rows of the VRF; kept by ipam.hierarchy and ipam.uniqueness.
    _depth = models.PositiveSmallIntegerField(default=0, editable=False)
    _children = models.PositiveBigIntegerField(default=0, editable=False)
    parent = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="child_prefixes",
        verbose_name=_("parent"),
    )
    unique_scope = models.BigIntegerField(null=True, blank=True, editable=False)

    class Meta:
        ordering = (models.F("vrf").asc(nulls_first=True), "prefix", "pk")
        indexes = (
            models.Index(fields=("scope_type", "scope_id")),
            models.Index(models.F("vrf").asc(nulls_first=True), "prefix", "id", name="ipam_prefix_order"),
            GistIndex(fields=["prefix"], name="ipam_prefix_gist_idx", opclasses=["inet_ops"]),
            models.Index(Coalesce("vrf_id", 0), "prefix", name="ipam_prefix_inside"),
        )
        constraints = (models.UniqueConstraint(fields=("unique_scope", "prefix"), name="ipam_prefix_unique_in_scope"),)
        verbose_name = _("prefix")
        verbose_name_plural = _("prefixes")

    @property
    def family(self) -> int:
        """4 or 6."""
        return self.prefix.version

    @property
    def mask_length(self) -> int:
        """The number of network bits."""
        return self.prefix.prefixlen

    @property
    def depth(self) -> int:
        """How many networks of the same VRF contain this one."""
        return self._depth

    @property
    def children(self) -> int:
        """How many prefixes of the same VRF lie inside this one."""
        return self._children

    @classmethod
    def lock_keys(cls, objs: Sequence[Any]) -> Iterable[LockKey]:
        """The routing tables the prefixes are in and were in."""
        yield from super().lock_keys(objs)
        yield from uniqueness.lock_keys(cls, objs)

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """A network has no host bits (forms and the API refuse them before)."""
        super().prepare_set(objs)
        without_host_bits(objs)
        uniqueness.prepare(objs)

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """The scope exists, and a prefix doesn't come twice where that is enforced."""
        super().clean_set(objs, errors)
        check_generic(objs, errors, "scope_type", "scope_id", SCOPES)
        uniqueness.check_prefixes(readable(objs, errors, "prefix"), errors)

    @classmethod
    def saved_set(cls, objs: Sequence[Any], old: Mapping[Any, Mapping[str, Any]]) -> None:
        """Keep depths, children and parents."""
        super().saved_set(objs, old)
        hierarchy.prefixes_saved(objs, old)

    @classmethod
    def deleted_set(cls, objs: Sequence[Any]) -> None:
        """Keep depths, children and parents."""
        super().deleted_set(objs)
        hierarchy.prefixes_deleted(objs)
