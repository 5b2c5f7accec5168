"""How API tokens are made and recognised.

A v1 token is 40 hexadecimal digits; a v2 token is a public key of 12 characters and a secret of 40,
`nbt_<key>.<secret>`. The database holds HMAC-SHA256(pepper, secret) only, and the peppers are in the configuration: who
reads a dump of the database can't use a token. A pepper is replaced by adding one with a higher number; tokens made
with an older one work as long as that one is configured.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import string

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

PREFIX = "nbt_"
KEY_LENGTH = 12
SECRET_LENGTH = 40

V1_FORM = re.compile(r"[0-9a-f]{40}\Z")
V2_FORM = re.compile(r"[0-9A-Za-z]{40}\Z")

_ALPHABET = string.ascii_letters + string.digits


def new_v1() -> str:
    """A new v1 token."""
    return secrets.token_hex(SECRET_LENGTH // 2)


def new_key() -> str:
    """A new public key of a v2 token."""
    return _random(KEY_LENGTH)


def new_secret() -> str:
    """A new secret of a v2 token."""
    return _random(SECRET_LENGTH)


def _random(length: int) -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(length))


def peppers() -> dict[int, str]:
    """The configured peppers by number."""
    found = {int(number): pepper for number, pepper in settings.API_TOKEN_PEPPERS.items()}
    if not found:
        raise ImproperlyConfigured(
            "API_TOKEN_PEPPERS is empty, so no API token can be made or checked. Run `nsot-server init`."
        )
    return found


def newest() -> int:
    """The number of the pepper for new tokens."""
    return max(peppers())


def digest(secret: str, pepper_id: int) -> str | None:
    """The stored form of a secret; None when that pepper is no longer configured."""
    pepper = peppers().get(pepper_id)
    return None if pepper is None else hmac.new(pepper.encode(), secret.encode(), hashlib.sha256).hexdigest()


def digests(secret: str) -> list[str]:
    """The stored form of a secret with every pepper there is."""
    return [found for number in peppers() if (found := digest(secret, number))]


def same(one: str, other: str) -> bool:
    """Whether two digests are equal, in a time that doesn't tell where they differ."""
    return hmac.compare_digest(one, other)


def split(text: str) -> tuple[str, str] | None:
    """Key and secret of a v2 token in its full form; None for anything else."""
    key, dot, secret = text.removeprefix(PREFIX).partition(".")
    if not (text.startswith(PREFIX) and dot and len(key) == KEY_LENGTH and V2_FORM.match(secret)):
        return None
    return key, secret
