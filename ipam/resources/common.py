"""What resources of the address space share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rest_framework import serializers

FAMILIES = {4: {"value": 4, "label": "IPv4"}, 6: {"value": 6, "label": "IPv6"}}

FAMILY = serializers.ChoiceField(choices=[(4, "IPv4"), (6, "IPv6")], read_only=True)


def families(texts: Sequence[str]) -> list[dict[str, Any]]:
    """The address family of each network or address."""
    return [FAMILIES[6 if ":" in text else 4] for text in texts]
