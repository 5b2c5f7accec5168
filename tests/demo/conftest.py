"""A network small enough for tests."""

from __future__ import annotations

import pytest

from netsot.demo.sizes import SIZES, Size

TINY = Size(
    "tiny", "T", 3, 2, 2, "10.64.0.0/12", 18, routers=2, cores=2, firewalls=1, servers=1, access=3,
    vlans=16, vlans_with_ipv6=5, vrfs=2, addresses=90, desks=3,
)  # fmt: skip


@pytest.fixture
def tiny(monkeypatch) -> Size:
    """A size of four sites that `generate` knows for the time of the test."""
    monkeypatch.setitem(SIZES, "tiny", TINY)
    return TINY
