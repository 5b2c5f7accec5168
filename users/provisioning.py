"""A token in exchange for a name and a password."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.auth import authenticate
from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import AuthenticationFailed, Throttled

from netsot.api.client import client_address
from netsot.kernel.errors import Errors
from users import throttle
from users.models import Token

ACCEPTED = ("version", "description", "expires", "enabled", "write_enabled", "allowed_ips")


def provision(username: str, password: str, data: Mapping[str, Any], request: Any) -> Token:
    """Make a token for the user of that name and password; `data` holds its other fields, already parsed.

    The secret is `token.token`, this once. The form is v2 unless `version` is 1.
    """
    if throttle.is_waiting(username, client_address(request)):
        raise Throttled(detail=_("Too many failed logins: try again later."))
    user = authenticate(request=request, username=username, password=password)
    if user is None:
        raise AuthenticationFailed(_("Invalid username/password combination."))
    token = Token(user=user, **{name: data[name] for name in ACCEPTED if name in data})
    Token.prepare_set([token])
    errors = Errors()
    Token.clean_set([token], errors)
    errors.raise_for(token)
    token.save()
    return token
