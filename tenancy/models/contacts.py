"""Contacts: whom to call about an object."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from netsot.kernel.errors import Errors
from netsot.models import ChangeLoggedModel, ChoiceField, NestedGroupModel, OrganizationalModel, PrimaryModel
from netsot.models.base import CustomFieldsMixin, TagsMixin
from netsot.models.natural import NameField, NaturalKey
from tenancy.choices import ContactPriorityChoices


class ContactGroup(NestedGroupModel):
    """A node in the tree by which contacts are sorted."""

    class Meta:
        ordering = (NaturalKey("name"),)
        verbose_name = _("contact group")
        verbose_name_plural = _("contact groups")
        constraints = [
            models.UniqueConstraint(
                fields=("parent", "name"),
                name="tenancy_contactgroup_unique_parent_name",
                violation_error_message=_("A contact group of this name exists under the same parent."),
            )
        ]


class ContactRole(OrganizationalModel):
    """What a contact is called for: support, billing, operations."""

    class Meta:
        ordering = ("name",)
        verbose_name = _("contact role")
        verbose_name_plural = _("contact roles")


class Contact(PrimaryModel):
    """A person or team that can be reached."""

    clone_fields = ("groups",)

    groups = models.ManyToManyField(ContactGroup, blank=True, related_name="contacts", verbose_name=_("groups"))
    name = NameField(_("name"), max_length=100)
    title = models.CharField(_("title"), max_length=100, blank=True)
    phone = models.CharField(_("phone"), max_length=50, blank=True)
    email = models.EmailField(_("email"), blank=True)
    address = models.CharField(_("address"), max_length=200, blank=True)
    link = models.URLField(_("link"), blank=True)

    class Meta:
        ordering = (NaturalKey("name"),)
        indexes = [models.Index(fields=["name"])]
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")


class ContactAssignment(CustomFieldsMixin, TagsMixin, ChangeLoggedModel):
    """A contact, in a role, for an object."""

    features = frozenset({"export_templates"})
    clone_fields = ("object_type", "object_id", "role", "priority")
    display_fields = ("contact__name", "priority")

    object_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, verbose_name=_("object type"))
    object_id = models.PositiveBigIntegerField(_("object ID"))
    object = GenericForeignKey("object_type", "object_id")
    contact = models.ForeignKey(
        Contact, on_delete=models.PROTECT, related_name="assignments", verbose_name=_("contact")
    )
    role = models.ForeignKey(ContactRole, on_delete=models.PROTECT, related_name="assignments", verbose_name=_("role"))
    priority = ChoiceField(ContactPriorityChoices, verbose_name=_("priority"), null=True, blank=True)

    class Meta:
        ordering = ("contact", "priority", "role", "pk")
        verbose_name = _("contact assignment")
        verbose_name_plural = _("contact assignments")
        indexes = [
            models.Index(fields=["contact", "priority", "role", "id"]),
            models.Index(fields=["object_type", "object_id"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=("object_type", "object_id", "contact", "role"),
                name="tenancy_contactassignment_unique_object_contact_role",
                violation_error_message=_("This contact already has this role for the object."),
            )
        ]

    @staticmethod
    def display(contact: Any, priority: Any) -> str:
        """The contact and how soon to call them."""
        label = ContactPriorityChoices.labels.get(priority)
        return f"{contact} ({label})" if label else str(contact)

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """Only objects that can have contacts get them."""
        super().clean_set(objs, errors)
        for obj in objs:
            if not obj.object_type_id:
                continue
            model = ContentType.objects.get_for_id(obj.object_type_id).model_class()
            if "contacts" not in getattr(model, "features", ()):
                errors.add(
                    obj,
                    "object_type",
                    _("Contacts can't be assigned to this object type (%(kind)s).")
                    % {"kind": model._meta.label_lower if model else "?"},
                )
