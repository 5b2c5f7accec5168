"""What virtual chassis do to their members; each function looks at the whole set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import F

from netsot.kernel import bulk, changes, counters
from netsot.kernel.errors import DeletionProtected

FIRST_POSITION = 1


def enrol_masters(chassis: Sequence[Any]) -> None:
    """Make the masters of new chassis their first members, and log it."""
    if not chassis:
        return
    masters = [obj.master for obj in chassis]
    device = type(masters[0])
    before = changes.snapshots(device, masters)
    for obj, master in zip(chassis, masters, strict=True):
        master.virtual_chassis = obj
        if master.vc_position is None:
            master.vc_position = FIRST_POSITION
    bulk.update(device, masters, ["virtual_chassis", "vc_position", "last_updated"])
    counters.recount_for(device, {"virtual_chassis": {obj.pk for obj in chassis}})
    changes.updated(device, masters, before)


def refuse_shared_lags(chassis: Sequence[Any]) -> None:
    """Raise when a LAG of a chassis has ports on more than one member."""
    from dcim.models import Interface

    shared = Interface._base_manager.filter(
        device__virtual_chassis__in=[obj.pk for obj in chassis], lag__isnull=False
    ).exclude(lag__device=F("device"))
    if found := list(shared.select_related("device")):
        raise DeletionProtected(chassis, found)


def remember_members(chassis: Sequence[Any]) -> None:
    """Note on each chassis who its members are, since nothing tells once it is gone."""
    from dcim.models import Device

    members: dict[Any, list[Any]] = {obj.pk: [] for obj in chassis}
    rows = Device._base_manager.filter(virtual_chassis__in=members).values_list("virtual_chassis_id", "pk")
    for chassis_id, pk in rows:
        members[chassis_id].append(pk)
    for obj in chassis:
        obj.__dict__["_member_ids"] = members[obj.pk]


def dismiss_members(chassis: Sequence[Any]) -> None:
    """Members of chassis that are gone have no place and no priority any more; logged."""
    from dcim.models import Device

    ids = [pk for obj in chassis for pk in obj.__dict__.pop("_member_ids", ())]
    members = list(Device._base_manager.filter(pk__in=ids).order_by("pk")) if ids else []
    if members:
        before = changes.snapshots(Device, members)
        for member in members:
            member.vc_position, member.vc_priority = None, None
        bulk.update(Device, members, ["vc_position", "vc_priority", "last_updated"])
        changes.updated(Device, members, before)
