"""Routing tables and what they exchange."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from ipam import uniqueness
from netsot.kernel.errors import Errors
from netsot.kernel.locks import LockKey
from netsot.models import PrimaryModel
from netsot.models.natural import NameField, NaturalKey


class RouteTarget(PrimaryModel):
    """A BGP community that says which routes a VRF imports or exports."""

    name = NameField(_("name"), max_length=21, unique=True)
    tenant = models.ForeignKey(
        "tenancy.Tenant",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="route_targets",
        verbose_name=_("tenant"),
    )

    class Meta:
        ordering = (NaturalKey("name"),)
        verbose_name = _("route target")
        verbose_name_plural = _("route targets")


class VRF(PrimaryModel):
    """A routing table of its own. What lies in no VRF lies in the global table."""

    display_fields = ("name", "rd")
    clone_fields = ("tenant", "enforce_unique", "description")

    name = NameField(_("name"), max_length=100)
    rd = models.CharField(
        _("route distinguisher"),
        max_length=21,
        unique=True,
        null=True,
        blank=True,
        help_text=_("Unique route distinguisher, as in RFC 4364"),
    )
    tenant = models.ForeignKey(
        "tenancy.Tenant", on_delete=models.PROTECT, null=True, blank=True, related_name="vrfs", verbose_name=_("tenant")
    )
    enforce_unique = models.BooleanField(
        _("enforce unique space"),
        default=True,
        help_text=_("Refuse a second prefix or address of the same value in this VRF"),
    )
    import_targets = models.ManyToManyField(
        RouteTarget, related_name="importing_vrfs", blank=True, verbose_name=_("import targets")
    )
    export_targets = models.ManyToManyField(
        RouteTarget, related_name="exporting_vrfs", blank=True, verbose_name=_("export targets")
    )

    class Meta:
        ordering = (NaturalKey("name"), "rd", "pk")
        indexes = (models.Index(fields=("name", "rd", "id")),)
        verbose_name = _("VRF")
        verbose_name_plural = _("VRFs")

    @staticmethod
    def display(name: str, rd: str | None) -> str:
        """The name, with the route distinguisher when there is one."""
        return f"{name} ({rd})" if rd else name

    @classmethod
    def lock_keys(cls, objs: Sequence[Any]) -> Iterable[LockKey]:
        """Nobody writes into a VRF while it changes its mind about duplicates."""
        yield from super().lock_keys(objs)
        yield from (("ipam.vrf", obj.pk) for obj in objs if obj.pk is not None)

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """Uniqueness can be enforced when there are no duplicates. (A trigger rewrites the contents.)"""
        super().clean_set(objs, errors)
        uniqueness.check_switch(objs, errors)
