"""What a user arranges for themselves, and may share: bookmarks, dashboards, filters, tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from extras.models.mixins import require_feature
from netsot.kernel.errors import Errors
from netsot.models import BaseModel, ChangeLoggedModel
from netsot.models.base import SLUG, OwnerMixin


class Bookmark(BaseModel):
    """An object a user wants to find again."""

    display_fields = ("object_type_id", "object_id")

    created = models.DateTimeField(_("created"), auto_now_add=True)
    object_type = models.ForeignKey(ContentType, on_delete=models.PROTECT)
    object_id = models.PositiveBigIntegerField()
    object = GenericForeignKey("object_type", "object_id")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, verbose_name=_("user"))

    class Meta:
        ordering = ("created", "pk")
        verbose_name = _("bookmark")
        verbose_name_plural = _("bookmarks")
        indexes = [models.Index(fields=["created", "id"]), models.Index(fields=["object_type", "object_id"])]
        constraints = [
            models.UniqueConstraint(
                fields=("object_type", "object_id", "user"), name="extras_bookmark_unique_per_object_and_user"
            )
        ]

    @staticmethod
    def display(type_id: int, object_id: int) -> str:
        """The object, by kind and number."""
        return f"{ContentType.objects.get_for_id(type_id).name} {object_id}"

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """Only objects of some types can be bookmarked."""
        super().clean_set(objs, errors)
        require_feature(objs, errors, "object_type", "bookmarks")


class Dashboard(BaseModel):
    """The widgets of a user's start page."""

    display_fields = ("user__username",)

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="dashboard")
    layout = models.JSONField(_("layout"), default=list)
    config = models.JSONField(_("config"), default=dict)

    class Meta:
        verbose_name = _("dashboard")
        verbose_name_plural = _("dashboards")


class SavedFilter(OwnerMixin, ChangeLoggedModel):
    """A filter of lists under a name."""

    features = frozenset({"cloning", "export_templates"})
    clone_fields = ("object_types", "weight", "enabled", "parameters")

    object_types = models.ManyToManyField(ContentType, related_name="saved_filters", verbose_name=_("object types"))
    name = models.CharField(_("name"), max_length=100, unique=True)
    slug = models.SlugField(_("slug"), max_length=100, unique=True, validators=[SLUG])
    description = models.CharField(_("description"), max_length=200, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, verbose_name=_("user")
    )
    weight = models.PositiveSmallIntegerField(_("weight"), default=100)
    enabled = models.BooleanField(_("enabled"), default=True)
    shared = models.BooleanField(_("shared"), default=True)
    parameters = models.JSONField(_("parameters"))

    class Meta:
        ordering = ("weight", "name")
        verbose_name = _("saved filter")
        verbose_name_plural = _("saved filters")
        indexes = [models.Index(fields=["weight", "name"])]

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """The parameters are those of a query string."""
        super().clean_set(objs, errors)
        for obj in objs:
            if not isinstance(obj.parameters, dict):
                errors.add(obj, "parameters", _('The parameters are one JSON object: {"status": ["active"]}.'))


class TableConfig(ChangeLoggedModel):
    """The columns and order of a table under a name."""

    features = frozenset({"cloning"})
    clone_fields = ("object_type", "table", "enabled", "shared", "columns", "ordering")

    object_type = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, related_name="table_configs", verbose_name=_("object type")
    )
    table = models.CharField(_("table"), max_length=100)
    name = models.CharField(_("name"), max_length=100)
    description = models.CharField(_("description"), max_length=200, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, verbose_name=_("user")
    )
    weight = models.PositiveSmallIntegerField(_("weight"), default=1000)
    enabled = models.BooleanField(_("enabled"), default=True)
    shared = models.BooleanField(_("shared"), default=True)
    columns = ArrayField(models.CharField(max_length=100), verbose_name=_("columns"))
    ordering = ArrayField(models.CharField(max_length=100), verbose_name=_("ordering"), null=True, blank=True)

    class Meta:
        ordering = ("weight", "name")
        verbose_name = _("table config")
        verbose_name_plural = _("table configs")
        indexes = [models.Index(fields=["weight", "name"])]
