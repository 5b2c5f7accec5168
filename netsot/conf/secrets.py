"""The keys that are made once per installation and kept in a file only its owner can read."""

from __future__ import annotations

import json
import os
import secrets
import string
from pathlib import Path

from netsot.conf.loader import ConfigurationError

FILE_NAME = "secrets.json"
MIN_LENGTH = 50
# Keys printed in manuals, sample files and container images: whoever uses one has no secret.
KNOWN_SAMPLES = (
    "django-insecure-",
    "r(m)9nln@5vwz",
    "r8owdvndhan1",
    "changeme",
    "change-me",
    "insecure",
    "your-secret-key",
    "secret-key",
    "0123456789",
    "xxxxxxxx",
)


def generate_key(length: int = 64) -> str:
    """A new random key without quotes, spaces or characters that shells and env files expand."""
    alphabet = string.ascii_letters + string.digits + "-_=+!@^*()."
    return "".join(secrets.choice(alphabet) for _ in range(length))


def read(home: Path) -> dict[str, str]:
    """The keys of an installation; empty when it has not been initialised."""
    try:
        return json.loads((home / FILE_NAME).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}


def ensure(home: Path) -> bool:
    """Make the keys when there are none; whether they were made."""
    path = home / FILE_NAME
    if path.exists():
        return False
    text = json.dumps({"SECRET_KEY": generate_key(), "API_TOKEN_PEPPER_1": generate_key()}, indent=2)
    write_private(path, text + "\n")
    return True


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read, whole or not at all."""
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    partial.replace(path)


def check(secret_key: str, peppers: dict[int, str]) -> None:
    """Refuse keys that protect nothing."""
    problem = _problem(secret_key)
    if problem:
        raise ConfigurationError(
            f"SECRET_KEY {problem}. Run `nsot-server init` to have one made, or `nsot-server generate_key` for a new"
            " one (in a checkout without an installation: set NETSOT_DEV=1)."
        )
    for number, pepper in peppers.items():
        if problem := _problem(pepper):
            raise ConfigurationError(f"API_TOKEN_PEPPERS[{number}] {problem}.")


def _problem(key: str) -> str | None:
    if not key:
        return "is not set"
    if any(sample in key.lower() for sample in KNOWN_SAMPLES):
        return "is a published sample"
    if len(key) < MIN_LENGTH:
        return f"is shorter than {MIN_LENGTH} characters"
    if len(set(key)) < 10:
        return "has too few different characters"
    return None
