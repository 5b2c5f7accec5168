"""Data and templates from which device configurations are rendered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from extras.models.mixins import RenderTemplateMixin
from extras.validation import validate_json_schema
from netsot.kernel.errors import Errors
from netsot.models import ChangeLoggedModel, PrimaryModel, SyncedDataMixin
from netsot.models.base import OwnerMixin, TagsMixin


class ConfigContextProfile(SyncedDataMixin, PrimaryModel):
    """A JSON schema that the data of config contexts must meet."""

    clone_fields = ("schema",)

    name = models.CharField(_("name"), max_length=100, unique=True)
    schema = models.JSONField(
        _("schema"), null=True, blank=True, validators=[validate_json_schema], help_text=_("A JSON schema.")
    )

    class Meta:
        ordering = ("name",)
        verbose_name = _("config context profile")
        verbose_name_plural = _("config context profiles")


class ConfigContext(SyncedDataMixin, OwnerMixin, ChangeLoggedModel):
    """Data that devices and virtual machines receive by where they are and what they are."""

    features = frozenset({"cloning", "custom_links"})
    clone_fields = (
        "weight",
        "profile",
        "is_active",
        "regions",
        "site_groups",
        "sites",
        "locations",
        "device_types",
        "roles",
        "platforms",
        "cluster_types",
        "cluster_groups",
        "clusters",
        "tenant_groups",
        "tenants",
        "tags",
        "data",
    )

    name = models.CharField(_("name"), max_length=100, unique=True)
    profile = models.ForeignKey(
        ConfigContextProfile,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="config_contexts",
        verbose_name=_("profile"),
    )
    weight = models.PositiveSmallIntegerField(
        _("weight"), default=1000, help_text=_("Among contexts, the data of the heavier wins.")
    )
    description = models.CharField(_("description"), max_length=200, blank=True)
    is_active = models.BooleanField(_("is active"), default=True)
    data = models.JSONField(_("data"))
    regions = models.ManyToManyField("dcim.Region", blank=True, related_name="+", verbose_name=_("regions"))
    site_groups = models.ManyToManyField("dcim.SiteGroup", blank=True, related_name="+", verbose_name=_("site groups"))
    sites = models.ManyToManyField("dcim.Site", blank=True, related_name="+", verbose_name=_("sites"))
    locations = models.ManyToManyField("dcim.Location", blank=True, related_name="+", verbose_name=_("locations"))
    device_types = models.ManyToManyField(
        "dcim.DeviceType", blank=True, related_name="+", verbose_name=_("device types")
    )
    roles = models.ManyToManyField("dcim.DeviceRole", blank=True, related_name="+", verbose_name=_("roles"))
    platforms = models.ManyToManyField("dcim.Platform", blank=True, related_name="+", verbose_name=_("platforms"))
    cluster_types = models.ManyToManyField(
        "virtualization.ClusterType", blank=True, related_name="+", verbose_name=_("cluster types")
    )
    cluster_groups = models.ManyToManyField(
        "virtualization.ClusterGroup", blank=True, related_name="+", verbose_name=_("cluster groups")
    )
    clusters = models.ManyToManyField(
        "virtualization.Cluster", blank=True, related_name="+", verbose_name=_("clusters")
    )
    tenant_groups = models.ManyToManyField(
        "tenancy.TenantGroup", blank=True, related_name="+", verbose_name=_("tenant groups")
    )
    tenants = models.ManyToManyField("tenancy.Tenant", blank=True, related_name="+", verbose_name=_("tenants"))
    tags = models.ManyToManyField("extras.Tag", blank=True, related_name="+", verbose_name=_("tags"))

    class Meta:
        ordering = ("weight", "name")
        verbose_name = _("config context")
        verbose_name_plural = _("config contexts")
        indexes = [models.Index(fields=["weight", "name"])]

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """The data is an object, since contexts are merged key by key, and meets the schema of the profile."""
        super().clean_set(objs, errors)
        models.prefetch_related_objects(list(objs), "profile")
        for obj in objs:
            if not isinstance(obj.data, dict):
                errors.add(obj, "data", _('The data is one JSON object: {"key": "value"}.'))
            elif obj.profile and obj.profile.schema:
                from extras.validation import schema_errors

                for message in schema_errors(obj.profile.schema, obj.data):
                    errors.add(obj, "data", message)


class ConfigTemplate(RenderTemplateMixin, SyncedDataMixin, OwnerMixin, TagsMixin, ChangeLoggedModel):
    """A template from which the configuration of a device is rendered."""

    features = frozenset({"custom_links", "export_templates"})

    name = models.CharField(_("name"), max_length=100)
    description = models.CharField(_("description"), max_length=200, blank=True)
    debug = models.BooleanField(
        _("debug"), default=False, help_text=_("Show where rendering failed, with the lines of the template.")
    )

    class Meta:
        ordering = ("name",)
        verbose_name = _("config template")
        verbose_name_plural = _("config templates")
        indexes = [models.Index(fields=["name"])]
