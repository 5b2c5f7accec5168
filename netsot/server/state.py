"""What the server remembers about its home between two starts."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from netsot import __version__
from netsot.conf.secrets import write_private
from netsot.server.paths import CHECKOUT

FILE_NAME = "state.json"


def read(home: Path) -> dict[str, Any]:
    """The remembered values; empty when there are none or they can't be read."""
    try:
        found = json.loads((home / FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def update(home: Path, **values: Any) -> None:
    """Remember values."""
    write_private(home / FILE_NAME, json.dumps(read(home) | values, indent=2) + "\n")


def fingerprint(values: dict[str, Any]) -> str:
    """Changes when something has that a prepared installation depends on: code of migrations, static files, target."""
    found = hashlib.sha256()
    database = values["DATABASE"]
    for part in (
        __version__,
        sys.version,
        sys.prefix,
        str(CHECKOUT),
        *(str(database.get(key, "")) for key in ("HOST", "PORT", "NAME")),
        *map(str, values["PLUGINS"]),
        values["BASE_PATH"],
    ):
        found.update(f"{part}\0".encode())
    for path in _files():
        stat = path.stat()
        found.update(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\0".encode())
    return found.hexdigest()


def _files() -> Iterator[Path]:
    yield from sorted(CHECKOUT.glob("*/migrations/*.py"))
    yield CHECKOUT / "requirements.txt"
    for folder in (CHECKOUT / "static", *sorted(CHECKOUT.glob("*/static"))):
        yield from sorted(path for path in folder.rglob("*") if path.is_file())
