"""Expressions over addresses: what PostgreSQL can compute and index."""

from __future__ import annotations

from typing import Any

from django.db.models import Func

from netsot.models import IPAddressField


class Host(Func):
    """The address without its mask, as `inet`: comparable and sortable across masks, and what indexes are built on."""

    function = "HOST"
    template = "(%(function)s(%(expressions)s))::inet"
    output_field = IPAddressField()

    def __init__(self, expression: Any, **extra: Any) -> None:
        super().__init__(expression, **extra)
