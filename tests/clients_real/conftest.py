"""pynetbox against the running server."""

from __future__ import annotations

import itertools
from typing import Any

import pynetbox
import pytest

from tests.live import Live

_numbers = itertools.count(1)


@pytest.fixture
def nb(live: Live) -> Any:
    """pynetbox with a v1 token."""
    return pynetbox.api(live.url, token=live.tokens[1])


@pytest.fixture
def word() -> str:
    """A word that no other test uses; the server's database is shared."""
    return f"w{next(_numbers)}"
