"""Databases for the tests: PostgreSQL and Redis are started for this checkout and shared by all runs of pytest.

It stands at the root so that it also serves tests that live beside an app.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import bootstrap

if TYPE_CHECKING:
    from pytest_django import DjangoDbBlocker


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_blocker: DjangoDbBlocker) -> None:
    """Point Django to a database of this process, copied from a migrated template."""
    with django_db_blocker.unblock():
        bootstrap.prepare_database()


@pytest.fixture(scope="session", autouse=True)
def _private_redis() -> None:
    """Keep the queues and cache entries of parallel runs apart."""
    bootstrap.private_redis()
