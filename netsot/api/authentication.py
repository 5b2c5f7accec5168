"""Who asks: API tokens and sessions.

Neither class offers a `WWW-Authenticate` challenge, so that a request without or with wrong credentials is answered
with 403, as clients of this API expect.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.utils.translation import gettext_lazy as _
from rest_framework import authentication
from rest_framework.exceptions import AuthenticationFailed, PermissionDenied
from rest_framework.permissions import SAFE_METHODS

from netsot.api.client import client_address


class TokenAuthentication(authentication.BaseAuthentication):
    """`Authorization: Token <v1 token>` or `Authorization: Bearer nbt_<key>.<secret>`."""

    def authenticate(self, request: Any) -> tuple[Any, Any] | None:
        """The user and the token; None when the request shows no token of ours."""
        header = request.META.get("HTTP_AUTHORIZATION", "")
        scheme, _space, text = header.strip().partition(" ")
        scheme, text = scheme.lower(), text.strip()
        if scheme not in ("token", "bearer") or (scheme == "bearer" and not text.startswith("nbt_")):
            return None
        if scheme == "token" and text.startswith("nbt_"):
            raise AuthenticationFailed(_("A v2 token is sent as “Authorization: Bearer nbt_<key>.<secret>”."))
        token = apps.get_model("users", "Token").objects.shown(text)
        if token is None:
            raise AuthenticationFailed(_("Invalid token."))
        self.check(token, request)
        token.note_use()
        return token.user, token

    def check(self, token: Any, request: Any) -> None:
        """Refuse a token that may not be used now, from there or for this."""
        if not token.allows_address(address := client_address(request)):
            raise AuthenticationFailed(
                _("Source address %(address)s is not permitted to use this token.") % {"address": address}
            )
        if not token.enabled:
            raise AuthenticationFailed(_("The token is disabled."))
        if token.is_expired:
            raise AuthenticationFailed(_("The token is expired."))
        if not token.user.is_active:
            raise AuthenticationFailed(_("User inactive."))
        if not token.write_enabled and request.method not in SAFE_METHODS:
            raise PermissionDenied(
                _("This token is read-only: it may not be used for %(method)s.") % {"method": request.method}
            )


class SessionAuthentication(authentication.SessionAuthentication):
    """The session of a logged-in browser; every write needs the CSRF token."""
