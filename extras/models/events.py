"""Event rules and webhooks."""

from __future__ import annotations

from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from extras.choices import EventRuleActionChoices, WebhookHttpMethodChoices
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
