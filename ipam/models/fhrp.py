"""First-hop redundancy: groups of routers that share a gateway address."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from ipam.choices import FHRPGroupAuthTypeChoices, FHRPGroupProtocolChoices
from netsot.models import ChangeLoggedModel, ChoiceField, PrimaryModel


class FHRPGroup(PrimaryModel):
    """A group of interfaces that answer for one virtual address (VRRP, HSRP, CARP …)."""

    display_fields = ("name", "protocol", "group_id")
    clone_fields = ("protocol", "auth_type", "auth_key", "description")

    group_id = models.PositiveSmallIntegerField(_("group ID"))
    name = models.CharField(_("name"), max_length=100, blank=True)
    protocol = ChoiceField(FHRPGroupProtocolChoices, verbose_name=_("protocol"))
    auth_type = ChoiceField(FHRPGroupAuthTypeChoices, verbose_name=_("authentication type"), null=True, blank=True)
    auth_key = models.CharField(_("authentication key"), max_length=255, blank=True)

    ip_addresses = GenericRelation(
        "ipam.IPAddress",
        content_type_field="assigned_object_type",
        object_id_field="assigned_object_id",
        related_query_name="fhrpgroup",
    )
    services = GenericRelation(
        "ipam.Service",
        content_type_field="parent_object_type",
        object_id_field="parent_object_id",
        related_query_name="fhrpgroup",
    )

    class Meta:
        ordering = ("protocol", "group_id", "pk")
        indexes = (models.Index(fields=("protocol", "group_id", "id")),)
        verbose_name = _("FHRP group")
        verbose_name_plural = _("FHRP groups")

    @staticmethod
    def display(name: str, protocol: str, group_id: int) -> str:
        """The name if any, the protocol and the number."""
        label = f"{FHRPGroupProtocolChoices.labels.get(protocol, protocol)}: {group_id}"
        return f"{name} {label}" if name else label


class FHRPGroupAssignment(ChangeLoggedModel):
    """An interface's membership in a redundancy group, with its priority."""

    display_fields = ("group__name", "group__protocol", "group__group_id", "priority")
    clone_fields = ("interface_type", "interface_id")

    interface_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    interface_id = models.PositiveBigIntegerField()
    interface = GenericForeignKey("interface_type", "interface_id")
    group = models.ForeignKey(FHRPGroup, on_delete=models.CASCADE, verbose_name=_("group"))
    priority = models.PositiveSmallIntegerField(_("priority"), validators=[MaxValueValidator(255)])

    class Meta:
        ordering = ("-priority", "pk")
        indexes = (
            models.Index(fields=("-priority", "id")),
            models.Index(fields=("interface_type", "interface_id")),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("interface_type", "interface_id", "group"),
                name="ipam_fhrpgroupassignment_unique_interface_group",
            ),
        )
        verbose_name = _("FHRP group assignment")
        verbose_name_plural = _("FHRP group assignments")

    @staticmethod
    def display(*values: Any) -> str:
        """The group and the priority in it."""
        return f"{FHRPGroup.display(*values[:3])} ({values[3]})"
