"""Scripts, as rows that jobs and event rules can point to."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.choices import ManagedFileRootPathChoices
from core.models import ManagedFile
from netsot.models import BaseModel, JobsMixin, RestrictedManager


class ScriptModuleManager(RestrictedManager):
    """The managed files that hold scripts or reports."""

    def get_queryset(self) -> Any:
        """Only files in the folders of scripts and reports."""
        return super().get_queryset().filter(file_root__in=ManagedFileRootPathChoices.values())


class ScriptModule(JobsMixin, ManagedFile):
    """A file with scripts."""

    private = True
    event_rules = GenericRelation(
        "extras.EventRule", "action_object_id", "action_object_type", for_concrete_model=False
    )

    objects = ScriptModuleManager()

    class Meta:
        proxy = True
        ordering = ("file_root", "file_path")
        verbose_name = _("script module")
        verbose_name_plural = _("script modules")


class Script(JobsMixin, BaseModel):
    """One script class of a file."""

    features = frozenset({"event_rules"})

    name = models.CharField(_("name"), max_length=79, editable=False)
    module = models.ForeignKey(
        ScriptModule, on_delete=models.CASCADE, related_name="scripts", editable=False, verbose_name=_("module")
    )
    is_executable = models.BooleanField(_("is executable"), default=True, editable=False)
    events = GenericRelation("extras.EventRule", "action_object_id", "action_object_type", for_concrete_model=False)

    class Meta:
        ordering = ("module", "name")
        verbose_name = _("script")
        verbose_name_plural = _("scripts")
        indexes = [models.Index(fields=["module", "name"])]
        constraints = [models.UniqueConstraint(fields=("name", "module"), name="extras_script_unique_name_module")]
