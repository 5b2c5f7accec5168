"""Links and exports that people define."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from extras.choices import CustomLinkButtonClassChoices
from extras.models.mixins import RenderTemplateMixin
from netsot.kernel.errors import Errors
from netsot.models import ChangeLoggedModel, ChoiceField, SyncedDataMixin
from netsot.models.base import OwnerMixin


class CustomLink(OwnerMixin, ChangeLoggedModel):
    """A button on the pages of some objects that leads elsewhere."""

    features = frozenset({"cloning", "export_templates"})
    clone_fields = ("object_types", "enabled", "weight", "group_name", "button_class", "new_window")

    object_types = models.ManyToManyField(ContentType, related_name="custom_links", verbose_name=_("object types"))
    name = models.CharField(_("name"), max_length=100, unique=True)
    enabled = models.BooleanField(_("enabled"), default=True)
    link_text = models.TextField(
        _("link text"), help_text=_("Jinja template of the text; no button is shown when it renders empty.")
    )
    link_url = models.TextField(_("link URL"), help_text=_("Jinja template of the address."))
    weight = models.PositiveSmallIntegerField(_("weight"), default=100)
    group_name = models.CharField(
        _("group name"), max_length=50, blank=True, help_text=_("Links of one group share a menu.")
    )
    button_class = ChoiceField(
        CustomLinkButtonClassChoices,
        verbose_name=_("button class"),
        max_length=30,
        default=CustomLinkButtonClassChoices.DEFAULT,
    )
    new_window = models.BooleanField(_("new window"), default=False, help_text=_("Open the link in a new window."))

    class Meta:
        ordering = ("group_name", "weight", "name")
        verbose_name = _("custom link")
        verbose_name_plural = _("custom links")
        indexes = [models.Index(fields=["group_name", "weight", "name"])]


class ExportTemplate(RenderTemplateMixin, SyncedDataMixin, OwnerMixin, ChangeLoggedModel):
    """A template by which lists of objects are exported."""

    features = frozenset({"cloning", "export_templates"})
    clone_fields = ("object_types", "template_code", "mime_type", "file_name", "file_extension", "as_attachment")

    object_types = models.ManyToManyField(ContentType, related_name="export_templates", verbose_name=_("object types"))
    name = models.CharField(_("name"), max_length=100)
    description = models.CharField(_("description"), max_length=200, blank=True)

    class Meta:
        ordering = ("name",)
        verbose_name = _("export template")
        verbose_name_plural = _("export templates")
        indexes = [models.Index(fields=["name"])]

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """`?export=table` means the built-in export of the table."""
        super().clean_set(objs, errors)
        for obj in objs:
            if obj.name.lower() == "table":
                errors.add(obj, "name", _("“%(name)s” is a reserved name: choose another one.") % {"name": obj.name})
