"""API tokens."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

import netaddr
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import PermissionDenied
from django.core.validators import MinLengthValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from netsot.conf import get_config
from netsot.kernel import access, changes
from netsot.kernel.errors import Errors
from netsot.models import BaseModel, IPNetworkField, RestrictedManager
from users import secrets
from users.choices import TokenVersionChoices

LAST_USED_EVERY = datetime.timedelta(minutes=1)
FORMS = _("A v1 token is 40 lower-case hexadecimal digits, the secret of a v2 token 40 letters or digits.")


class TokenManager(RestrictedManager):
    """Finds the token that a client shows."""

    def shown(self, text: str) -> Token | None:
        """The token of the text after `Token` or `Bearer`, with its user; one query, None when there is none."""
        tokens = self.select_related("user")
        if secrets.V1_FORM.match(text):
            wanted = secrets.digests(text)
            token = tokens.filter(version=TokenVersionChoices.V1, hmac_digest__in=wanted).first()
            return token if token and any(secrets.same(token.hmac_digest, item) for item in wanted) else None
        if not (parts := secrets.split(text)):
            return None
        key, secret = parts
        token = tokens.filter(version=TokenVersionChoices.V2, key=key).first()
        # An unknown key costs the same as a wrong secret.
        expected = secrets.digest(secret, token.pepper_id if token else secrets.newest())
        return token if token and expected and secrets.same(token.hmac_digest, expected) else None


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
    pepper_id = models.PositiveSmallIntegerField(_("pepper ID"), null=True, blank=True)
    hmac_digest = models.CharField(_("digest"), max_length=64, unique=True, editable=False)
    allowed_ips = ArrayField(
        IPNetworkField(),
        null=True,
        blank=True,
        verbose_name=_("allowed IPs"),
        help_text=_("Networks from which the token may be used: 10.1.1.0/24, 2001:db8::/48. Empty for any."),
    )

    objects = TokenManager()

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

    @property
    def token(self) -> str | None:
        """The secret itself, only on the object that was just created: the v1 token, or the part of a v2 token after
        the dot. Setting it before the creation chooses the secret.
        """
        return self.__dict__.get("_token")

    @token.setter
    def token(self, value: str | None) -> None:
        self.__dict__["_token"] = value or None

    @property
    def authorization(self) -> str | None:
        """The value of the `Authorization` header, only on the object that was just created."""
        if not self.token:
            return None
        return f"Bearer {secrets.PREFIX}{self.key}.{self.token}" if self.key else f"Token {self.token}"

    @property
    def is_expired(self) -> bool:
        """Whether its time is over."""
        return self.expires is not None and self.expires <= timezone.now()

    @property
    def is_active(self) -> bool:
        """Whether it may be used."""
        return self.enabled and not self.is_expired

    def allows_address(self, address: str) -> bool:
        """Whether it may be used from this address."""
        if not self.allowed_ips:
            return True
        try:
            client = netaddr.IPAddress(address)
        except (netaddr.AddrFormatError, ValueError, TypeError):
            return False
        if client.is_ipv4_mapped():
            client = client.ipv4()
        return any(client in network for network in self.allowed_ips)

    def note_use(self) -> None:
        """Remember the moment; at most one UPDATE a minute, whatever the number of processes."""
        now = timezone.now()
        if get_config().MAINTENANCE_MODE or (self.last_used and now - self.last_used < LAST_USED_EVERY):
            return
        stale = Q(last_used__isnull=True) | Q(last_used__lt=now - LAST_USED_EVERY)
        type(self)._base_manager.filter(stale, pk=self.pk).update(last_used=now)
        self.last_used = now

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """Make the secrets of new tokens; what is stored is their digest."""
        super().prepare_set(objs)
        for obj in objs:
            if not obj._state.adding or obj.hmac_digest:
                continue
            v1 = obj.version == TokenVersionChoices.V1
            obj.token = obj.token or (secrets.new_v1() if v1 else secrets.new_secret())
            obj.key = None if v1 else secrets.new_key()
            obj.pepper_id = secrets.newest() if obj.pepper_id is None else obj.pepper_id
            obj.hmac_digest = secrets.digest(obj.token, obj.pepper_id) or ""

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """A new token is not over yet and has the form of its version; version and secret never change."""
        super().clean_set(objs, errors)
        stored = {
            pk: columns
            for pk, *columns in cls._base_manager.filter(
                pk__in=[obj.pk for obj in objs if not obj._state.adding]
            ).values_list("pk", "version", "pepper_id")
        }
        now = timezone.now()
        for obj in objs:
            if obj._state.adding:
                form = secrets.V1_FORM if obj.version == TokenVersionChoices.V1 else secrets.V2_FORM
                if obj.token and not form.match(obj.token):
                    errors.add(obj, "token", FORMS)
                if obj.pepper_id is not None and obj.pepper_id not in secrets.peppers():
                    errors.add(obj, "pepper_id", _("There is no pepper %s in API_TOKEN_PEPPERS.") % obj.pepper_id)
                if obj.expires and obj.expires <= now:
                    errors.add(obj, "expires", _("The token would never be valid: choose a moment in the future."))
                continue
            version, pepper = stored.get(obj.pk, (obj.version, obj.pepper_id))
            if obj.version != version:
                errors.add(obj, "version", _("The version of a token can't be changed: make a new token."))
            if obj.pepper_id != pepper:
                errors.add(obj, "pepper_id", _("The pepper of a token can't be changed: make a new token."))

    @classmethod
    def saved_set(cls, objs: Sequence[Any], old: Mapping[Any, Mapping[str, Any]]) -> None:
        """A token for somebody else needs the permission to grant it, and hands out no more than the giver holds."""
        super().saved_set(objs, old)
        actor = changes.current_user()
        if actor is None:
            return
        given = [
            obj
            for obj in objs
            if obj.user_id != actor.pk and (obj.pk not in old or old[obj.pk]["user_id"] != obj.user_id)
        ]
        if not given:
            return
        if access.outside(cls, [obj.pk for obj in given], actor, "grant"):
            raise PermissionDenied(_("You may not make tokens for other users."))
        from users import escalation

        escalation.refuse_stronger_users(actor, {obj.user_id for obj in given})
