"""Fixtures shared by all tests. The database itself is prepared in ``conftest.py`` at the root."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from django.contrib.auth import hashers
from django.test import override_settings

if TYPE_CHECKING:
    from pytest_django import DjangoDbBlocker

    from tests.live import Live


@pytest.fixture(scope="session")
def live(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Live]:
    """A running server with a database of its own; see `tests.live`."""
    from tests.live import running

    with django_db_blocker.unblock(), running() as server:
        django_db_blocker.block()
        try:
            yield server
        finally:
            django_db_blocker.restore()


@pytest.fixture(scope="session", autouse=True)
def _quick_passwords() -> Iterator[None]:
    """Argon2 is slow on purpose; most tests only need some password."""
    with override_settings(
        PASSWORD_HASHERS=[
            "django.contrib.auth.hashers.MD5PasswordHasher",
            "django.contrib.auth.hashers.Argon2PasswordHasher",
        ]
    ):
        hashers.get_hashers.cache_clear()
        yield
    hashers.get_hashers.cache_clear()
