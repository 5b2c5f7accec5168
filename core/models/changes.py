"""The change log."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.choices import ObjectChangeActionChoices
from netsot.models import BaseModel, ChoiceField


class ObjectChange(BaseModel):
    """What one request did to one object, with everything needed to rebuild the object before and after."""

    visible_through = ("changed_object_type", "changed_object_id")
    display_fields = ("changed_object_type_id", "object_repr", "action", "user_name")

    time = models.DateTimeField(_("time"), auto_now_add=True, db_index=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="changes",
        verbose_name=_("user"),
    )
    user_name = models.CharField(_("user name"), max_length=150, editable=False)
    request_id = models.UUIDField(_("request ID"), db_index=True, editable=False)
    action = ChoiceField(ObjectChangeActionChoices, verbose_name=_("action"))
    changed_object_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    changed_object_id = models.PositiveBigIntegerField()
    changed_object = GenericForeignKey("changed_object_type", "changed_object_id")
    related_object_type = models.ForeignKey(
        ContentType, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    related_object_id = models.PositiveBigIntegerField(null=True, blank=True)
    related_object = GenericForeignKey("related_object_type", "related_object_id")
    object_repr = models.CharField(max_length=200, editable=False)
    message = models.CharField(_("message"), max_length=200, blank=True, editable=False)
    prechange_data = models.JSONField(_("pre-change data"), null=True, blank=True, editable=False)
    postchange_data = models.JSONField(_("post-change data"), null=True, blank=True, editable=False)

    class Meta:
        # The id breaks ties: all entries of one request carry one moment, and pages must be stable.
        ordering = ("-time", "-id")
        verbose_name = _("object change")
        verbose_name_plural = _("object changes")
        indexes = [
            models.Index(fields=["-time", "-id"]),
            models.Index(fields=["changed_object_type", "changed_object_id"]),
            models.Index(fields=["related_object_type", "related_object_id"]),
        ]

    @staticmethod
    def display(type_id: Any, label: Any, action: Any, user_name: Any) -> str:
        """`Site AMS1 updated by jane`."""
        kind = ContentType.objects.get_for_id(type_id)
        done = ObjectChangeActionChoices.labels.get(action, action)
        return _("%(kind)s %(object)s %(action)s by %(user)s") % {
            "kind": kind.name,
            "object": label,
            "action": str(done).lower(),
            "user": user_name,
        }

    @property
    def diff(self) -> dict[str, dict[str, Any]]:
        """The changed keys only: `{"pre": {…}, "post": {…}}`."""
        before, after = self.prechange_data or {}, self.postchange_data or {}
        changed = sorted(key for key in before.keys() | after.keys() if before.get(key) != after.get(key))
        return {"pre": {key: before.get(key) for key in changed}, "post": {key: after.get(key) for key in changed}}

    @property
    def has_changes(self) -> bool:
        """Whether the object is different after than before."""
        return self.prechange_data != self.postchange_data
