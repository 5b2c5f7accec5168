"""API tokens."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MinLengthValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from netsot.models import BaseModel, IPNetworkField
from users.choices import TokenVersionChoices


class Token(BaseModel):
    """A secret with which a program acts as a user. Only a keyed digest of it is stored."""

    display_fields = ("version", "key", "pk")
    secret_fields = ("hmac_digest",)

    version = models.PositiveSmallIntegerField(
        _("version"), choices=TokenVersionChoices.pairs, default=TokenVersionChoices.V2
    )
    user = models.ForeignKey("users.User", on_delete=models.CASCADE, related_name="tokens", verbose_name=_("user"))
    description = models.CharField(_("description"), max_length=200, blank=True)
    created = models.DateTimeField(_("created"), auto_now_add=True)
    expires = models.DateTimeField(_("expires"), null=True, blank=True)
    last_used = models.DateTimeField(_("last used"), null=True, blank=True)
    enabled = models.BooleanField(
        _("enabled"), default=True, help_text=_("Switch this off to refuse the token without deleting it.")
    )
    write_enabled = models.BooleanField(
        _("write enabled"), default=True, help_text=_("May create, change and delete objects, not only read them.")
    )
    key = models.CharField(
        _("key"), max_length=12, null=True, blank=True, unique=True, editable=False, validators=[MinLengthValidator(12)]
    )
    pepper_id = models.PositiveSmallIntegerField(_("pepper ID"), null=True, blank=True, editable=False)
    hmac_digest = models.CharField(_("digest"), max_length=64, unique=True, editable=False)
    allowed_ips = ArrayField(
        IPNetworkField(),
        null=True,
        blank=True,
        verbose_name=_("allowed IPs"),
        help_text=_("Networks from which the token may be used: 10.1.1.0/24, 2001:db8::/48. Empty for any."),
    )

    class Meta:
        ordering = ("-created",)
        verbose_name = _("token")
        verbose_name_plural = _("tokens")
        indexes = [models.Index(fields=["-created"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(version=TokenVersionChoices.V1, key__isnull=True)
                | Q(version=TokenVersionChoices.V2, key__isnull=False),
                name="users_token_key_by_version",
            )
        ]

    @staticmethod
    def display(version: Any, key: Any, pk: Any) -> str:
        """The public part of a token; a v1 token has none."""
        return f"nbt_{key}" if key else f"v{version} #{pk}"
