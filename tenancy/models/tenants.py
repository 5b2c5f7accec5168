"""Tenants and their groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from netsot.kernel.errors import DeletionProtected
from netsot.models import ContactsMixin, NestedGroupModel, PrimaryModel, trees
from netsot.models.base import SLUG
from netsot.models.natural import NameField, NaturalKey


class TenantGroup(NestedGroupModel):
    """A node in the tree by which tenants are sorted."""

    name = NameField(_("name"), max_length=100, unique=True)
    slug = models.SlugField(_("slug"), max_length=100, unique=True, validators=[SLUG])

    class Meta:
        ordering = (NaturalKey("name"),)
        verbose_name = _("tenant group")
        verbose_name_plural = _("tenant groups")

    @classmethod
    def deleting_set(cls, objs: Sequence[Any]) -> None:
        """Tenants of a deleted group lose their group; those whose name or slug then repeats stand in the way."""
        super().deleting_set(objs)
        going = trees.descendants(cls, [obj.pk for obj in objs]).values("pk")
        freed = list(Tenant._base_manager.filter(group__in=going))
        if not freed:
            return
        clashing = set()
        for column in ("name", "slug"):
            values = [getattr(tenant, column) for tenant in freed]
            top = Tenant._base_manager.filter(group__isnull=True, **{f"{column}__in": values})
            repeated = Counter([*values, *top.values_list(column, flat=True)])
            clashing |= {tenant for tenant in freed if repeated[getattr(tenant, column)] > 1}
        if clashing:
            raise DeletionProtected(objs, sorted(clashing, key=lambda tenant: tenant.pk))


class Tenant(ContactsMixin, PrimaryModel):
    """A customer or department that objects serve."""

    clone_fields = ("group", "description")

    name = NameField(_("name"), max_length=100)
    slug = models.SlugField(_("slug"), max_length=100, validators=[SLUG])
    group = models.ForeignKey(
        TenantGroup, on_delete=models.SET_NULL, null=True, blank=True, related_name="tenants", verbose_name=_("group")
    )

    class Meta:
        ordering = (NaturalKey("name"),)
        verbose_name = _("tenant")
        verbose_name_plural = _("tenants")
        constraints = [
            models.UniqueConstraint(
                fields=("group", "name"),
                name="tenancy_tenant_unique_group_name",
                violation_error_message=_("Tenant name must be unique per group."),
            ),
            models.UniqueConstraint(
                fields=("name",), name="tenancy_tenant_unique_name", condition=Q(group__isnull=True)
            ),
            models.UniqueConstraint(
                fields=("group", "slug"),
                name="tenancy_tenant_unique_group_slug",
                violation_error_message=_("Tenant slug must be unique per group."),
            ),
            models.UniqueConstraint(
                fields=("slug",), name="tenancy_tenant_unique_slug", condition=Q(group__isnull=True)
            ),
        ]
