"""The version of a row, as a strong entity tag (RFC 9110 §8.8.3)."""

from __future__ import annotations

from typing import Any


def version_of(obj: Any) -> str:
    """The tag of the stored state of `obj`: its moment of change, or its content where none is kept."""
    moment = getattr(obj, "last_updated", None)
    if moment is not None:
        return f'"{obj.pk}-{int(moment.timestamp() * 1_000_000):x}"'
    import hashlib

    content = repr([(column.attname, obj.__dict__.get(column.attname)) for column in obj._meta.concrete_fields])
    return f'"{obj.pk}-{hashlib.blake2b(content.encode(), digest_size=8).hexdigest()}"'


def parse_tags(header: str) -> list[str]:
    """The entity tags of an `If-Match` or `If-None-Match` header; weak ones count as what they wrap."""
    return [tag.strip().removeprefix("W/") for tag in header.split(",") if tag.strip()]
