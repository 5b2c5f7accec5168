"""Tenants and their groups."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from netsot.models import ContactsMixin, NestedGroupModel, PrimaryModel
from netsot.models.base import SLUG


class TenantGroup(NestedGroupModel):
    """A node in the tree by which tenants are sorted."""

    name = models.CharField(_("name"), max_length=100, unique=True, db_collation="natural_sort")
    slug = models.SlugField(_("slug"), max_length=100, unique=True, validators=[SLUG])

    class Meta:
        ordering = ("name",)
        verbose_name = _("tenant group")
        verbose_name_plural = _("tenant groups")


class Tenant(ContactsMixin, PrimaryModel):
    """A customer or department that objects serve."""

    clone_fields = ("group", "description")

    name = models.CharField(_("name"), max_length=100, db_collation="natural_sort")
    slug = models.SlugField(_("slug"), max_length=100, validators=[SLUG])
    group = models.ForeignKey(
        TenantGroup, on_delete=models.SET_NULL, null=True, blank=True, related_name="tenants", verbose_name=_("group")
    )

    class Meta:
        ordering = ("name",)
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
