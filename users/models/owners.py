"""Owners: the people in charge of objects, as one name."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from netsot.models import AdminModel


class OwnerGroup(AdminModel):
    """A set of owners."""

    name = models.CharField(_("name"), max_length=100, unique=True)

    class Meta:
        ordering = ("name",)
        verbose_name = _("owner group")
        verbose_name_plural = _("owner groups")


class Owner(AdminModel):
    """Users and groups who together answer for objects."""

    clone_fields = ("user_groups", "users")

    name = models.CharField(_("name"), max_length=100, unique=True)
    group = models.ForeignKey(
        OwnerGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="members", verbose_name=_("group")
    )
    user_groups = models.ManyToManyField("users.Group", blank=True, related_name="owners", verbose_name=_("groups"))
    users = models.ManyToManyField("users.User", blank=True, related_name="owners", verbose_name=_("users"))

    class Meta:
        ordering = ("name",)
        verbose_name = _("owner")
        verbose_name_plural = _("owners")
