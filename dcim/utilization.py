"""How full racks are: room, power and weight, for any number of racks with a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import Any

from django.db.models import Sum

from dcim.elevations import Mounted

GRAMS_PER_KILOGRAM = 1000


def space(racks: Sequence[Any]) -> dict[Any, float]:
    """Per cent of the units that are taken or reserved; device types may ask not to be counted."""
    from dcim.models import Device, RackReservation

    ids = [rack.pk for rack in racks]
    taken: dict[Any, set[int]] = defaultdict(set)
    devices = Device._base_manager.filter(
        rack__in=ids, position__isnull=False, device_type__exclude_from_utilization=False
    )
    rows = devices.values_list("pk", "rack_id", "position", "device_type__u_height")
    for pk, rack_id, position, height in rows:
        item = Mounted(pk, rack_id, position, height, "", False, "")
        taken[rack_id].update(slot for _face, slot in item.slots)
    for rack_id, units in RackReservation._base_manager.filter(rack__in=ids).values_list("rack_id", "units"):
        taken[rack_id].update(slot for unit in units for slot in (2 * unit, 2 * unit + 1))
    found = {}
    for rack in racks:
        slots = range(2 * rack.starting_unit, 2 * (rack.starting_unit + rack.u_height))
        found[rack.pk] = len(taken[rack.pk].intersection(slots)) * 100 / len(slots)
    return found


def power(racks: Sequence[Any]) -> dict[Any, float]:
    """Per cent of the power of a rack's feeds that the power ports at their other ends have been allocated.

    A port without a draw of its own (that of a power strip) passes on what its outlets feed.
    """
    from dcim.models import PowerFeed, PowerOutlet

    feeds = PowerFeed._base_manager.filter(rack__in=[rack.pk for rack in racks])
    available: dict[Any, int] = defaultdict(int)
    rack_of_cable: dict[Any, Any] = {}
    for rack_id, cable_id, amount in feeds.values_list("rack_id", "cable_id", "available_power"):
        available[rack_id] += amount
        if cable_id is not None:
            rack_of_cable[cable_id] = rack_id
    allocated: dict[Any, int] = defaultdict(int)
    rack_of_strip: dict[Any, Any] = {}
    for pk, cable_id, draw, maximum in _plugged(rack_of_cable):
        allocated[rack_of_cable[cable_id]] += draw or 0
        if draw is None and maximum is None:
            rack_of_strip[pk] = rack_of_cable[cable_id]
    outlets = PowerOutlet._base_manager.filter(power_port__in=rack_of_strip, cable__isnull=False)
    rack_behind = {cable: rack_of_strip[port] for cable, port in outlets.values_list("cable_id", "power_port_id")}
    for _pk, cable_id, draw, _maximum in _plugged(rack_behind):
        allocated[rack_behind[cable_id]] += draw or 0
    return {rack.pk: allocated[rack.pk] * 100 / available[rack.pk] if available[rack.pk] else 0.0 for rack in racks}


def _plugged(cables: Collection[Any]) -> list[tuple[Any, Any, int | None, int | None]]:
    """(id, cable, allocated draw, maximum draw) of the power ports that hang on the cables."""
    from dcim.models import PowerPort

    rows = PowerPort._base_manager.filter(cable__in=list(cables)) if cables else PowerPort._base_manager.none()
    return list(rows.values_list("pk", "cable_id", "allocated_draw", "maximum_draw"))


def weight(racks: Sequence[Any]) -> dict[Any, Decimal]:
    """Kilograms of the racks with the devices in them and the modules in those."""
    from dcim.models import Device, Module

    ids = [rack.pk for rack in racks]
    grams: dict[Any, int] = defaultdict(int)
    for model, path, kind in ((Device, "rack", "device_type"), (Module, "device__rack", "module_type")):
        rows = model._base_manager.filter(**{f"{path}__in": ids}).order_by().values_list(path)
        for rack_id, total in rows.annotate(total=Sum(f"{kind}___abs_weight")):
            grams[rack_id] += total or 0
    return {rack.pk: Decimal(grams[rack.pk] + (rack._abs_weight or 0)) / GRAMS_PER_KILOGRAM for rack in racks}
