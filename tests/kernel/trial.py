"""Resources on trial: a registered one with other attributes, not registered."""

from __future__ import annotations

from typing import Any

from netsot.kernel import registry
from netsot.kernel.resource import Resource


def trial(label: str, **attributes: Any) -> Resource:
    """The resource `label` with `attributes` instead of its own."""
    resource = registry.resource_for(label)
    base = type(resource)
    return type(f"Trial{base.__name__}", (base,), {"__module__": __name__, **attributes})(resource.model)
