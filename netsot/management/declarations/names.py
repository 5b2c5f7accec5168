"""Resources and layers by the names people type."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from django.core.management.base import CommandError

from netsot.kernel import registry
from netsot.kernel.resource import Resource


def find_resource(label: str) -> Resource:
    """The resource called `dcim.site` (in any case); CommandError with the nearest name when there is none."""
    found = registry.get(label)
    if found is None:
        labels = [resource.label for resource in registry.all_resources()]
        ends = [item for item in labels if item.partition(".")[2] == label.lower()]
        raise CommandError(f"{label} has no Resource.{nearest(label, ends or labels)}")
    return found


def find_layer(name: str, layers: Iterable[str]) -> str:
    """The layer called `name`; CommandError with the nearest name when there is none."""
    known = list(layers)
    if name not in known:
        raise CommandError(f"{name!r} is no layer.{nearest(name, known)} Layers: {', '.join(known)}.")
    return name


def nearest(name: str, known: list[str]) -> str:
    """` Did you mean …?`, or nothing when nothing is near."""
    found = known if len(known) == 1 else get_close_matches(name.lower(), known, n=1)
    return f" Did you mean {found[0]}?" if found else ""
