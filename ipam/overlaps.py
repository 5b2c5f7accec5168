"""Blocks that may not overlap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import netaddr
from django.db import connection
from django.utils.translation import gettext as _

from netsot.kernel.errors import Errors


def check_aggregates(objs: Sequence[Any], errors: Errors) -> None:
    """No aggregate contains or lies in another, stored or of the same set. One query."""
    outer: Any = None
    for obj in sorted(objs, key=lambda obj: obj.prefix):
        if outer is not None and obj.prefix in outer.prefix:
            errors.add(obj, "prefix", _message(obj.prefix, outer.prefix))
        else:
            outer = obj
    if not objs:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT wanted.n, other.prefix FROM unnest(%s::cidr[]) WITH ORDINALITY AS wanted(net, n) "
            "JOIN ipam_aggregate AS other ON other.prefix && wanted.net WHERE other.id <> ALL(%s::bigint[])",
            [[str(obj.prefix) for obj in objs], [obj.pk for obj in objs if obj.pk is not None]],
        )
        for number, other in cursor.fetchall():
            obj = objs[number - 1]
            errors.add(obj, "prefix", _message(obj.prefix, netaddr.IPNetwork(other)))


def _message(prefix: netaddr.IPNetwork, other: netaddr.IPNetwork) -> str:
    if prefix in other:
        text = _("Aggregates can't overlap: %(prefix)s is already covered by the aggregate %(other)s.")
    else:
        text = _("Aggregates can't overlap: %(prefix)s covers the aggregate %(other)s.")
    return text % {"prefix": prefix, "other": other}
