"""Who is told what happened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from extras.choices import EventTypeChoices
from extras.models.mixins import require_feature
from netsot.kernel.errors import Errors
from netsot.models import BaseModel, ChangeLoggedModel


class Notification(BaseModel):
    """Tells one user what happened to one object."""

    display_fields = ("object_repr",)

    created = models.DateTimeField(_("created"), auto_now_add=True)
    read = models.DateTimeField(_("read"), null=True, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notifications", verbose_name=_("user")
    )
    object_type = models.ForeignKey(ContentType, on_delete=models.PROTECT)
    object_id = models.PositiveBigIntegerField()
    object = GenericForeignKey("object_type", "object_id")
    object_repr = models.CharField(_("object representation"), max_length=200, editable=False)
    event_type = models.CharField(_("event"), max_length=50)

    class Meta:
        ordering = ("-created", "pk")
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        indexes = [models.Index(fields=["-created", "id"]), models.Index(fields=["object_type", "object_id"])]
        constraints = [
            models.UniqueConstraint(
                fields=("object_type", "object_id", "user"), name="extras_notification_unique_per_object_and_user"
            )
        ]

    def get_event_type_display(self) -> str:
        """What happened, in words."""
        return str(EventTypeChoices.labels.get(self.event_type, self.event_type))


class NotificationGroup(ChangeLoggedModel):
    """Users and groups who are told by event rules."""

    event_rules = GenericRelation("extras.EventRule", "action_object_id", "action_object_type", related_query_name="+")

    name = models.CharField(_("name"), max_length=100, unique=True)
    description = models.CharField(_("description"), max_length=200, blank=True)
    groups = models.ManyToManyField(
        "users.Group", blank=True, related_name="notification_groups", verbose_name=_("groups")
    )
    users = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="notification_groups", verbose_name=_("users")
    )

    class Meta:
        ordering = ("name",)
        verbose_name = _("notification group")
        verbose_name_plural = _("notification groups")


class Subscription(BaseModel):
    """A user's wish to be told about changes of one object."""

    display_fields = ("object_type_id", "object_id")

    created = models.DateTimeField(_("created"), auto_now_add=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="subscriptions", verbose_name=_("user")
    )
    object_type = models.ForeignKey(ContentType, on_delete=models.PROTECT)
    object_id = models.PositiveBigIntegerField()
    object = GenericForeignKey("object_type", "object_id")

    class Meta:
        ordering = ("-created", "user")
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")
        indexes = [models.Index(fields=["-created", "user"]), models.Index(fields=["object_type", "object_id"])]
        constraints = [
            models.UniqueConstraint(
                fields=("object_type", "object_id", "user"), name="extras_subscription_unique_per_object_and_user"
            )
        ]

    @staticmethod
    def display(type_id: int, object_id: int) -> str:
        """The object, by kind and number."""
        return f"{ContentType.objects.get_for_id(type_id).name} {object_id}"

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """Only objects of some types can be subscribed to."""
        super().clean_set(objs, errors)
        require_feature(objs, errors, "object_type", "notifications")
