"""VLANs, the groups their numbers come from, and translation between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.fields import ArrayField, IntegerRangeField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.backends.postgresql.psycopg_any import NumericRange
from django.utils.translation import gettext_lazy as _

from dcim.rules import check_generic
from ipam import vids
from ipam.choices import VLANQinQRoleChoices, VLANStatusChoices
from ipam.constants import VLAN_GROUP_SCOPES
from netsot.kernel.errors import Errors
from netsot.kernel.locks import LockKey
from netsot.models import ChoiceField, NetSoTModel, OrganizationalModel, PrimaryModel
from netsot.models.base import SLUG
from netsot.models.natural import NameField, NaturalKey

VID_VALIDATORS = [MinValueValidator(vids.VID_MIN), MaxValueValidator(vids.VID_MAX)]


def default_vid_ranges() -> list[NumericRange]:
    """Every VLAN ID there is."""
    return [NumericRange(vids.VID_MIN, vids.VID_MAX + 1)]


class VLANGroup(OrganizationalModel):
    """A set of VLANs with unique numbers and names, for the whole network or one place."""

    name = NameField(_("name"), max_length=100)
    slug = models.SlugField(_("slug"), max_length=100, validators=[SLUG])
    scope_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, null=True, blank=True)
    scope_id = models.PositiveBigIntegerField(null=True, blank=True)
    scope = GenericForeignKey("scope_type", "scope_id")
    vid_ranges = ArrayField(IntegerRangeField(), verbose_name=_("VLAN ID ranges"), default=default_vid_ranges)
    # How many IDs the ranges hold.
    total_vlan_ids = models.PositiveBigIntegerField(default=vids.VID_MAX, editable=False)
    tenant = models.ForeignKey(
        "tenancy.Tenant",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="vlan_groups",
        verbose_name=_("tenant"),
    )

    class Meta:
        ordering = (NaturalKey("name"), "pk")
        indexes = (models.Index(fields=("name", "id")), models.Index(fields=("scope_type", "scope_id")))
        constraints = (
            models.UniqueConstraint(fields=("scope_type", "scope_id", "name"), name="ipam_vlangroup_unique_scope_name"),
            models.UniqueConstraint(fields=("scope_type", "scope_id", "slug"), name="ipam_vlangroup_unique_scope_slug"),
        )
        verbose_name = _("VLAN group")
        verbose_name_plural = _("VLAN groups")

    @classmethod
    def lock_keys(cls, objs: Sequence[Any]) -> Iterable[LockKey]:
        """Nobody takes an ID while the ranges change."""
        yield from super().lock_keys(objs)
        yield from (("ipam.vlangroup", obj.pk) for obj in objs if obj.pk is not None)

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """Ranges have one form, and their size is known."""
        super().prepare_set(objs)
        for obj in objs:
            obj.vid_ranges = [vids.canonical(item) for item in obj.vid_ranges or ()]
            obj.total_vlan_ids = sum(vids.size(item) for item in obj.vid_ranges)

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """The scope exists, and the ranges lie within what there is and don't overlap."""
        super().clean_set(objs, errors)
        check_generic(objs, errors, "scope_type", "scope_id", VLAN_GROUP_SCOPES)
        vids.check_ranges(objs, errors)


class VLAN(PrimaryModel):
    """A virtual LAN (IEEE 802.1Q)."""

    display_fields = ("name", "vid")
    clone_fields = ("site", "group", "tenant", "status", "role", "description", "qinq_role", "qinq_svlan")

    site = models.ForeignKey(
        "dcim.Site",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="vlans",
        verbose_name=_("site"),
        help_text=_("The site this VLAN is at, if only at one"),
    )
    group = models.ForeignKey(
        VLANGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="vlans", verbose_name=_("group")
    )
    vid = models.PositiveSmallIntegerField(_("VLAN ID"), validators=VID_VALIDATORS)
    name = models.CharField(_("name"), max_length=64)
    tenant = models.ForeignKey(
        "tenancy.Tenant",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="vlans",
        verbose_name=_("tenant"),
    )
    status = ChoiceField(VLANStatusChoices, verbose_name=_("status"), default=VLANStatusChoices.STATUS_ACTIVE)
    role = models.ForeignKey(
        "ipam.Role", on_delete=models.SET_NULL, null=True, blank=True, related_name="vlans", verbose_name=_("role")
    )
    qinq_svlan = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="qinq_cvlans",
        verbose_name=_("Q-in-Q SVLAN"),
    )
    qinq_role = ChoiceField(VLANQinQRoleChoices, verbose_name=_("Q-in-Q role"), null=True, blank=True)

    l2vpn_terminations = GenericRelation(
        "vpn.L2VPNTermination",
        content_type_field="assigned_object_type",
        object_id_field="assigned_object_id",
        related_query_name="vlan",
    )

    class Meta:
        ordering = ("site", "group", "vid", "pk")
        indexes = (models.Index(fields=("site", "group", "vid", "id")),)
        constraints = (
            models.UniqueConstraint(fields=("group", "vid"), name="ipam_vlan_unique_group_vid"),
            models.UniqueConstraint(fields=("group", "name"), name="ipam_vlan_unique_group_name"),
            models.UniqueConstraint(fields=("qinq_svlan", "vid"), name="ipam_vlan_unique_qinq_svlan_vid"),
            models.UniqueConstraint(fields=("qinq_svlan", "name"), name="ipam_vlan_unique_qinq_svlan_name"),
        )
        verbose_name = _("VLAN")
        verbose_name_plural = _("VLANs")

    @staticmethod
    def display(name: str, vid: int) -> str:
        """Name and number."""
        return f"{name} ({vid})"

    @classmethod
    def lock_keys(cls, objs: Sequence[Any]) -> Iterable[LockKey]:
        """The groups the VLANs are in and were in."""
        yield from super().lock_keys(objs)
        yield from vids.lock_keys(cls, objs)

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """The VLAN fits its group, and stacking is consistent."""
        super().clean_set(objs, errors)
        vids.check_groups(objs, errors)
        vids.check_stacking(objs, errors)


class VLANTranslationPolicy(PrimaryModel):
    """A set of rules that change VLAN IDs on an interface."""

    name = models.CharField(_("name"), max_length=100, unique=True)

    class Meta:
        ordering = ("name",)
        verbose_name = _("VLAN translation policy")
        verbose_name_plural = _("VLAN translation policies")


class VLANTranslationRule(NetSoTModel):
    """One local VLAN ID and what it is on the other side."""

    display_fields = ("local_vid", "remote_vid", "policy__name")
    clone_fields = ("policy",)

    policy = models.ForeignKey(
        VLANTranslationPolicy, on_delete=models.CASCADE, related_name="rules", verbose_name=_("policy")
    )
    description = models.CharField(_("description"), max_length=200, blank=True)
    local_vid = models.PositiveSmallIntegerField(_("local VLAN ID"), validators=VID_VALIDATORS)
    remote_vid = models.PositiveSmallIntegerField(_("remote VLAN ID"), validators=VID_VALIDATORS)

    class Meta:
        ordering = ("policy", "local_vid")
        constraints = (
            models.UniqueConstraint(
                fields=("policy", "local_vid"), name="ipam_vlantranslationrule_unique_policy_local_vid"
            ),
            models.UniqueConstraint(
                fields=("policy", "remote_vid"), name="ipam_vlantranslationrule_unique_policy_remote_vid"
            ),
        )
        verbose_name = _("VLAN translation rule")
        verbose_name_plural = _("VLAN translation rules")

    @staticmethod
    def display(local_vid: int, remote_vid: int, policy: Any) -> str:
        """Both numbers and the policy."""
        return f"{local_vid} -> {remote_vid} ({policy})"
