"""Fixtures shared by all tests. The database itself is prepared in ``conftest.py`` at the root."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

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
