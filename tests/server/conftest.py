"""Fixtures for tests with real server processes."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from netsot.server import paths


@pytest.fixture
def root() -> Iterator[Path]:
    """A folder that an unprivileged service user can pass through (pytest's own are private to us)."""
    folder = Path(tempfile.mkdtemp(prefix="netsot-test-", dir="/tmp"))
    folder.chmod(0o711)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def places(root: Path) -> paths.Layout:
    """The folders of an installation of its own."""
    return paths.Layout(
        home=root / "home",
        services=root / "services",
        run=root / "services" / "run",
        user=paths.service_user(),
    )
