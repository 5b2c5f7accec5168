"""Files that hold scripts and reports."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.choices import ManagedFileRootPathChoices
from netsot.models import BaseModel, ChoiceField, SyncedDataMixin


class ManagedFile(SyncedDataMixin, BaseModel):
    """A file under one of the managed folders, uploaded or synchronised from a data source."""

    private = True
    display_fields = ("file_path",)

    created = models.DateTimeField(_("created"), auto_now_add=True)
    last_updated = models.DateTimeField(_("last updated"), null=True, blank=True, editable=False)
    file_root = ChoiceField(ManagedFileRootPathChoices, verbose_name=_("file root"), max_length=1000)
    file_path = models.CharField(_("file path"), max_length=100, editable=False)

    class Meta:
        ordering = ("file_root", "file_path")
        verbose_name = _("managed file")
        verbose_name_plural = _("managed files")
        constraints = [
            models.UniqueConstraint(fields=("file_root", "file_path"), name="core_managedfile_unique_root_path")
        ]
