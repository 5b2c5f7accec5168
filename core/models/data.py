"""Data sources: files fetched from elsewhere."""

from __future__ import annotations

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.choices import DataSourceStatusChoices, JobIntervalChoices
from netsot.models import BaseModel, ChoiceField, JobsMixin, PrimaryModel


class DataSource(JobsMixin, PrimaryModel):
    """A place that files come from: a local folder, a Git repository, a bucket."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    type = models.CharField(_("type"), max_length=50)
    source_url = models.CharField(_("URL"), max_length=200)
    status = ChoiceField(
        DataSourceStatusChoices, verbose_name=_("status"), default=DataSourceStatusChoices.NEW, editable=False
    )
    enabled = models.BooleanField(_("enabled"), default=True)
    sync_interval = models.PositiveIntegerField(
        _("sync interval"), choices=JobIntervalChoices.pairs, null=True, blank=True
    )
    ignore_rules = models.TextField(
        _("ignore rules"), blank=True, help_text=_("Patterns of files to leave out, one per line.")
    )
    parameters = models.JSONField(_("parameters"), null=True, blank=True)
    last_synced = models.DateTimeField(_("last synced"), null=True, blank=True, editable=False)

    class Meta:
        ordering = ("name",)
        verbose_name = _("data source")
        verbose_name_plural = _("data sources")
        permissions = [("sync", "Synchronize data from remote source")]


class DataFile(BaseModel):
    """One file of a data source, as it was at the last synchronisation."""

    display_fields = ("path",)

    created = models.DateTimeField(_("created"), auto_now_add=True)
    last_updated = models.DateTimeField(_("last updated"), editable=False)
    source = models.ForeignKey(
        DataSource, on_delete=models.CASCADE, related_name="datafiles", editable=False, verbose_name=_("source")
    )
    path = models.CharField(_("path"), max_length=1000, editable=False)
    size = models.PositiveIntegerField(_("size"), editable=False)
    hash = models.CharField(
        _("hash"),
        max_length=64,
        editable=False,
        validators=[RegexValidator(r"^[0-9a-f]{64}\Z", _("A hash is 64 hexadecimal digits."))],
    )
    data = models.BinaryField(_("data"))

    class Meta:
        ordering = ("source", "path")
        verbose_name = _("data file")
        verbose_name_plural = _("data files")
        constraints = [models.UniqueConstraint(fields=("source", "path"), name="core_datafile_unique_source_path")]

    @property
    def data_as_string(self) -> str | None:
        """The content as text; None when it is not UTF-8."""
        try:
            return bytes(self.data).decode()
        except UnicodeDecodeError:
            return None


class AutoSyncRecord(BaseModel):
    """Says that an object follows a data file."""

    private = True
    display_fields = ("datafile__path",)

    datafile = models.ForeignKey(DataFile, on_delete=models.CASCADE, related_name="+")
    object_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    object = GenericForeignKey("object_type", "object_id")

    class Meta:
        verbose_name = _("auto sync record")
        verbose_name_plural = _("auto sync records")
        constraints = [models.UniqueConstraint(fields=("object_type", "object_id"), name="core_autosyncrecord_object")]
