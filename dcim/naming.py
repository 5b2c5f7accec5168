"""Sorting keys of interface names, and the tokens in the names of templates."""

from __future__ import annotations


def interface_key(name: str) -> str:
    """A key whose order, byte by byte, is the order in which a person reads the interfaces of a device."""
    return name[:100]
