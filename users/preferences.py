"""Nested dictionaries addressed by dotted paths."""

from __future__ import annotations

import copy as _copy
from collections.abc import Mapping
from typing import Any

copy = _copy.deepcopy


def get(data: Mapping[str, Any], path: str) -> Any:
    """The value at `path`; None when there is none."""
    found: Any = data
    for step in path.split("."):
        if not isinstance(found, Mapping) or step not in found:
            return None
        found = found[step]
    return found


def put(data: dict[str, Any], path: str, value: Any) -> None:
    """Set the value at `path`. Raises TypeError where a value and a group would have the same name."""
    *groups, last = path.split(".")
    for step in groups:
        below = data.setdefault(step, {})
        if not isinstance(below, dict):
            raise TypeError(f"“{step}” in “{path}” is a value and can't hold others")
        data = below
    if isinstance(data.get(last), dict) and not isinstance(value, dict):
        raise TypeError(f"“{path}” is a group of values and can't become a single one")
    data[last] = value


def remove(data: dict[str, Any], path: str) -> None:
    """Remove what is at `path`, if anything."""
    *groups, last = path.split(".")
    found: Any = data
    for step in groups:
        found = found.get(step) if isinstance(found, dict) else None
    if isinstance(found, dict):
        found.pop(last, None)


def merge(data: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """`data` with `changes` merged in, level by level."""
    merged = dict(data)
    for key, value in changes.items():
        below = merged.get(key)
        merged[key] = merge(below, value) if isinstance(below, Mapping) and isinstance(value, Mapping) else copy(value)
    return merged


def flat(data: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """Every value by its dotted path."""
    found: dict[str, Any] = {}
    for key, value in data.items():
        path = f"{prefix}{key}"
        found.update(flat(value, f"{path}.") if isinstance(value, Mapping) else {path: value})
    return found
