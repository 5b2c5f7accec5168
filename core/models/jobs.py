"""Background jobs."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.fields import ArrayField
from django.core.serializers.json import DjangoJSONEncoder
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.choices import JobNotificationChoices, JobStatusChoices
from netsot.models import BaseModel, ChoiceField


class Job(BaseModel):
    """One run of background work, and what came of it."""

    object_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="jobs", null=True, blank=True)
    object_id = models.PositiveBigIntegerField(null=True, blank=True)
    object = GenericForeignKey("object_type", "object_id", for_concrete_model=False)
    name = models.CharField(_("name"), max_length=200)
    created = models.DateTimeField(_("created"), auto_now_add=True)
    scheduled = models.DateTimeField(_("scheduled"), null=True, blank=True)
    interval = models.PositiveIntegerField(
        _("interval"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Minutes until the job runs again."),
    )
    started = models.DateTimeField(_("started"), null=True, blank=True)
    completed = models.DateTimeField(_("completed"), null=True, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("user"),
    )
    status = ChoiceField(
        JobStatusChoices, verbose_name=_("status"), max_length=30, default=JobStatusChoices.STATUS_PENDING
    )
    data = models.JSONField(_("data"), encoder=DjangoJSONEncoder, null=True, blank=True)
    error = models.TextField(_("error"), blank=True, editable=False)
    job_id = models.UUIDField(_("job ID"), unique=True)
    queue_name = models.CharField(_("queue name"), max_length=100, blank=True)
    notifications = ChoiceField(
        JobNotificationChoices,
        verbose_name=_("notifications"),
        max_length=30,
        default=JobNotificationChoices.NOTIFICATION_ALWAYS,
    )
    log_entries = ArrayField(
        models.JSONField(encoder=DjangoJSONEncoder), verbose_name=_("log entries"), default=list, blank=True
    )

    class Meta:
        ordering = ("-created",)
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        indexes = [models.Index(fields=["-created"]), models.Index(fields=["object_type", "object_id"])]

    @property
    def duration(self) -> datetime.timedelta | None:
        """How long the job ran; None while it has not ended."""
        begun = self.started or self.created
        return self.completed - begun if self.completed and begun else None
