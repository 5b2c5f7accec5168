"""Event rules and webhooks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from extras.choices import EventRuleActionChoices, WebhookHttpMethodChoices
from netsot.kernel.errors import Errors
from netsot.models import ChangeLoggedModel, ChoiceField
from netsot.models.base import CustomFieldsMixin, OwnerMixin, TagsMixin


class EventRule(CustomFieldsMixin, TagsMixin, OwnerMixin, ChangeLoggedModel):
    """What is done when something happens to objects of some types."""

    features = frozenset({"export_templates"})

    object_types = models.ManyToManyField(ContentType, related_name="event_rules", verbose_name=_("object types"))
    name = models.CharField(_("name"), max_length=150, unique=True)
    description = models.CharField(_("description"), max_length=200, blank=True)
    event_types = ArrayField(
        models.CharField(max_length=50), verbose_name=_("event types"), help_text=_("What must happen.")
    )
    enabled = models.BooleanField(_("enabled"), default=True)
    conditions = models.JSONField(
        _("conditions"), null=True, blank=True, help_text=_("When the rule applies; always if empty.")
    )
    action_type = ChoiceField(
        EventRuleActionChoices,
        verbose_name=_("action type"),
        max_length=30,
        default=EventRuleActionChoices.WEBHOOK,
    )
    action_object_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="eventrule_actions")
    action_object_id = models.PositiveBigIntegerField(null=True, blank=True)
    action_object = GenericForeignKey("action_object_type", "action_object_id")
    action_data = models.JSONField(
        _("data"), null=True, blank=True, help_text=_("Given to the script or webhook in addition.")
    )
    comments = models.TextField(_("comments"), blank=True)

    class Meta:
        ordering = ("name",)
        verbose_name = _("event rule")
        verbose_name_plural = _("event rules")
        indexes = [models.Index(fields=["action_object_type", "action_object_id"])]

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """A rule waits for something, and what it does matches its kind of action."""
        super().clean_set(objs, errors)
        actors = {
            EventRuleActionChoices.WEBHOOK: "extras.webhook",
            EventRuleActionChoices.SCRIPT: "extras.script",
            EventRuleActionChoices.NOTIFICATION: "extras.notificationgroup",
        }
        for obj in objs:
            if not obj.event_types:
                errors.add(obj, "event_types", _("Choose at least one event."))
            if obj.conditions is not None and not isinstance(obj.conditions, dict):
                errors.add(obj, "conditions", _('The conditions are one JSON object: {"and": […]}.'))
            if obj.action_object_type_id and obj.action_type in actors:
                kind = ContentType.objects.get_for_id(obj.action_object_type_id)
                if f"{kind.app_label}.{kind.model}" != actors[obj.action_type]:
                    errors.add(
                        obj,
                        "action_object_type",
                        _("The action “%(action)s” is done by an object of type %(kind)s.")
                        % {"action": obj.action_type, "kind": actors[obj.action_type]},
                    )


class Webhook(CustomFieldsMixin, TagsMixin, OwnerMixin, ChangeLoggedModel):
    """An HTTP request that tells another system what happened."""

    features = frozenset({"export_templates"})
    secret_fields = ("secret",)

    events = GenericRelation(EventRule, "action_object_id", "action_object_type")

    name = models.CharField(_("name"), max_length=150, unique=True)
    description = models.CharField(_("description"), max_length=200, blank=True)
    payload_url = models.CharField(_("URL"), max_length=500, help_text=_("Jinja template of the address to call."))
    http_method = ChoiceField(
        WebhookHttpMethodChoices,
        verbose_name=_("HTTP method"),
        max_length=30,
        default=WebhookHttpMethodChoices.METHOD_POST,
    )
    http_content_type = models.CharField(_("HTTP content type"), max_length=100, default="application/json")
    additional_headers = models.TextField(
        _("additional headers"), blank=True, help_text=_("Jinja template; one “Name: value” per line.")
    )
    body_template = models.TextField(
        _("body template"), blank=True, help_text=_("Jinja template of the body; the event as JSON when empty.")
    )
    secret = models.CharField(
        _("secret"), max_length=255, blank=True, help_text=_("Signs the body: X-Hook-Signature, HMAC with SHA-512.")
    )
    ssl_verification = models.BooleanField(_("SSL verification"), default=True)
    ca_file_path = models.CharField(_("CA file path"), max_length=4096, null=True, blank=True)

    class Meta:
        ordering = ("name",)
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """A certificate authority is for checking certificates."""
        super().clean_set(objs, errors)
        for obj in objs:
            if obj.ca_file_path and not obj.ssl_verification:
                errors.add(
                    obj, "ca_file_path", _("Leave the CA file empty, or switch SSL verification on: it is not used.")
                )
