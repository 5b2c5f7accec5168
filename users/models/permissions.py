"""Object permissions: who may do what to which objects."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from netsot.models import BaseModel


class ObjectPermission(BaseModel):
    """Allows actions on objects of some types, within constraints, to users and groups."""

    features = frozenset({"cloning"})
    clone_fields = ("description", "enabled", "object_types", "actions", "constraints")

    name = models.CharField(_("name"), max_length=100)
    description = models.CharField(_("description"), max_length=200, blank=True)
    enabled = models.BooleanField(_("enabled"), default=True)
    object_types = models.ManyToManyField(
        "contenttypes.ContentType", related_name="object_permissions", verbose_name=_("object types")
    )
    actions = ArrayField(
        models.CharField(max_length=30),
        verbose_name=_("actions"),
        help_text=_("What may be done: view, add, change, delete or the name of a custom action."),
    )
    constraints = models.JSONField(
        _("constraints"),
        null=True,
        blank=True,
        help_text=_("Filters that an object must match, as one JSON object or a list of alternatives."),
    )

    class Meta:
        ordering = ("name",)
        verbose_name = _("permission")
        verbose_name_plural = _("permissions")
        indexes = [models.Index(fields=["name"])]

    def alternatives(self) -> list[dict[str, Any]]:
        """The constraints as a list of filters of which one must match; empty when there is no limit."""
        if not self.constraints:
            return []
        return list(self.constraints) if isinstance(self.constraints, list) else [self.constraints]
