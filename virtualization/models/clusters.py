"""Clusters: the hosts that virtual machines run on, taken together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _

from dcim.rules import check_generic
from netsot.kernel.errors import Errors
from netsot.models import CachedScopeMixin, ChoiceField, ContactsMixin, OrganizationalModel, PrimaryModel
from netsot.models.features import SCOPES
from netsot.models.natural import NameField, NaturalKey
from virtualization.choices import ClusterStatusChoices


class ClusterType(OrganizationalModel):
    """A technology that clusters are built with."""

    class Meta:
        ordering = ("name",)
        verbose_name = _("cluster type")
        verbose_name_plural = _("cluster types")


class ClusterGroup(ContactsMixin, OrganizationalModel):
    """What clusters are sorted by."""

    vlan_groups = GenericRelation(
        "ipam.VLANGroup",
        content_type_field="scope_type",
        object_id_field="scope_id",
        related_query_name="cluster_group",
    )

    class Meta:
        ordering = ("name",)
        verbose_name = _("cluster group")
        verbose_name_plural = _("cluster groups")


class Cluster(ContactsMixin, CachedScopeMixin, PrimaryModel):
    """Hosts on which virtual machines run."""

    clone_fields = ("scope_type", "scope_id", "type", "group", "status", "tenant")

    name = NameField(_("name"), max_length=100)
    type = models.ForeignKey(ClusterType, on_delete=models.PROTECT, related_name="clusters", verbose_name=_("type"))
    group = models.ForeignKey(
        ClusterGroup,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="clusters",
        verbose_name=_("group"),
    )
    status = ChoiceField(ClusterStatusChoices, verbose_name=_("status"), default=ClusterStatusChoices.STATUS_ACTIVE)
    tenant = models.ForeignKey(
        "tenancy.Tenant",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="clusters",
        verbose_name=_("tenant"),
    )

    vlan_groups = GenericRelation(
        "ipam.VLANGroup",
        content_type_field="scope_type",
        object_id_field="scope_id",
        related_query_name="cluster",
    )

    class Meta:
        ordering = (NaturalKey("name"),)
        indexes = (models.Index(fields=("scope_type", "scope_id")),)
        constraints = (
            models.UniqueConstraint(fields=("group", "name"), name="virtualization_cluster_unique_group_name"),
            models.UniqueConstraint(fields=("_site", "name"), name="virtualization_cluster_unique__site_name"),
        )
        verbose_name = _("cluster")
        verbose_name_plural = _("clusters")

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """The scope exists."""
        super().clean_set(objs, errors)
        check_generic(objs, errors, "scope_type", "scope_id", SCOPES)
