"""The built OpenAPI document: made once per state of the code and of the custom fields, kept compressed.

It is kept in the memory of the process and in a file, so that only the first process ever builds it;
`manage.py warm_schema` does so before anybody asks.
"""

from __future__ import annotations

import fcntl
import functools
import gzip
import hashlib
import logging
import os
import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models import Count, Max
from django.utils import translation

from netsot.api.renderers import dumps

logger = logging.getLogger(__name__)

CONTENT_TYPES = {
    "json": "application/json",
    "yaml": "application/vnd.oai.openapi; charset=utf-8",
    # For people: without the lookups of each filter, of which there are thousands.
    "short": "application/json",
}
PACKAGES = ("django", "djangorestframework", "django-filter", "drf-spectacular")
"""What the document is also made with."""
KEPT = 3
"""How many states stay on disk: processes of the previous release may still be running."""


@dataclass(frozen=True)
class Stored:
    """One document as it goes over the wire."""

    format: str
    compressed: bytes
    etag: str

    @property
    def content_type(self) -> str:
        return CONTENT_TYPES[self.format]

    def content(self) -> bytes:
        """Uncompressed."""
        return gzip.decompress(self.compressed)


_memory: dict[tuple[str, str], Stored] = {}
_building = threading.Lock()


def stored(kind: str) -> Stored:
    """The document as a `kind` of CONTENT_TYPES for the present state; built when nobody has yet."""
    state = state_now()
    found = _memory.get((state, kind)) or _load(state, kind)
    if found is None:
        with _building, _alone():
            found = _load(state, kind)
            if found is None:
                _store(state, build())
                found = _load(state, kind)
    if found is None:
        raise RuntimeError("The schema could not be stored.")
    return found


def build() -> dict[str, Any]:
    """The document itself, in the site's language."""
    from netsot.api.schema import SchemaGenerator

    with translation.override(settings.LANGUAGE_CODE):
        return SchemaGenerator().get_schema(public=True)


def shortened(document: dict[str, Any]) -> dict[str, Any]:
    """The document without the lookups of filters (`name__ic`), which pages that render everything choke on."""
    paths = {
        path: {
            method: {
                **operation,
                "parameters": [item for item in operation.get("parameters", ()) if "__" not in item["name"]],
            }
            for method, operation in item.items()
        }
        for path, item in document["paths"].items()
    }
    return {**document, "paths": paths}


def state_now() -> str:
    """A name for everything the document depends on."""
    return hashlib.sha256(f"{_code()} {_custom_fields()}".encode()).hexdigest()[:20]


@functools.cache
def _code() -> str:
    """Changes with our code, the packages it stands on and the settings that show in the document."""
    parts = [sys.version, settings.VERSION, settings.BASE_PATH, repr(settings.FIELD_CHOICES)]
    parts += [f"{name} {version(name)}" for name in PACKAGES]
    for config in apps.get_app_configs():
        folder = Path(config.path)
        parts.append(f"{config.name} {folder}")
        # Our own apps and plugins change while they are developed; others with their version, which requirements pin.
        if folder.parent == Path(settings.BASE_DIR) or config.name in settings.PLUGINS:
            parts += [
                f"{path} {(status := path.stat()).st_mtime_ns} {status.st_size}"
                for path in sorted(folder.rglob("*.py"))
                if not {"tests", "migrations"} & set(path.parts)
            ]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _custom_fields() -> str:
    """Changes when a custom field is made, changed or removed; one cheap query."""
    try:
        model = apps.get_model("extras", "CustomField")
    except LookupError:
        return ""
    found = model._default_manager.order_by().aggregate(number=Count("pk"), latest=Max("last_updated"), last=Max("pk"))
    return f"{found['number']} {found['last']} {found['latest']}"


def _folder() -> Path:
    folder = Path(settings.NETSOT_HOME) / "cache" / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _load(state: str, kind: str) -> Stored | None:
    if (state, kind) in _memory:
        return _memory[state, kind]
    try:
        compressed = (_folder() / f"{state}.{kind}.gz").read_bytes()
    except FileNotFoundError:
        return None
    found = Stored(kind, compressed, f'"{state}-{kind}"')
    for key in [key for key in _memory if key[0] != state]:
        del _memory[key]
    _memory[state, kind] = found
    return found


def _store(state: str, document: dict[str, Any]) -> None:
    _write(state, "json", dumps(document))
    _write(state, "yaml", to_yaml(document).encode())
    _write(state, "short", dumps(shortened(document)))
    files = sorted(_folder().glob("*.gz"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in files[len(CONTENT_TYPES) * KEPT :]:
        path.unlink(missing_ok=True)


def _write(state: str, kind: str, content: bytes) -> None:
    target = _folder() / f"{state}.{kind}.gz"
    partial = target.with_suffix(f".{os.getpid()}.part")
    partial.write_bytes(gzip.compress(content, 6, mtime=0))
    partial.replace(target)


@contextmanager
def _alone() -> Iterator[None]:
    """Only one process of this machine builds; the others wait and then load."""
    with (_folder() / "lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


_PLAIN = re.compile(r"[A-Za-z_/][A-Za-z0-9_/.-]*\Z")
_WORDS = {"y", "n", "yes", "no", "true", "false", "on", "off", "null"}


def to_yaml(document: Any) -> str:
    """Plain data as block-style YAML; PyYAML takes half a minute for what this does in a second."""
    lines: list[str] = []
    _block(document, "", lines)
    return "\n".join(lines) + "\n"


def _block(value: Any, indent: str, lines: list[str]) -> None:
    if isinstance(value, dict):
        for key, item in value.items():
            _entry(f"{indent}{_scalar(str(key))}:", item, indent + "  ", lines)
    else:
        for item in value:
            _entry(f"{indent}-", item, indent + "  ", lines)


def _entry(head: str, item: Any, indent: str, lines: list[str]) -> None:
    if isinstance(item, dict | list | tuple) and item:
        lines.append(head)
        _block(item, indent, lines)
    else:
        lines.append(f"{head} {_scalar(item)}")


def _scalar(value: Any) -> str:
    if isinstance(value, str) and _PLAIN.match(value) and value.lower() not in _WORDS:
        return value
    # JSON is YAML.
    return dumps(value).decode()
