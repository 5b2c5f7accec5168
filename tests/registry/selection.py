"""Parameters for suites over the registry: every resource, the awkward ones also in `make test-fast`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from netsot.kernel.resource import Resource

AWKWARD = {
    "dcim.interface",
    "dcim.cable",
    "dcim.device",
    "dcim.location",
    "ipam.prefix",
    "ipam.ipaddress",
    "extras.tag",
}


def each(resources: Iterable[Resource]) -> list[Any]:
    """One parameter per resource, named by its label."""
    return [
        pytest.param(resource, id=resource.label, marks=() if resource.label in AWKWARD else pytest.mark.slow)
        for resource in resources
    ]
