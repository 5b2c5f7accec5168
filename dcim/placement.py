"""What follows when sites, locations, racks and devices move.

Columns that repeat where something is (`_site`, `_rack` …) and the places of contents are rewritten with one statement
per table, however many objects are concerned.
"""

from __future__ import annotations

import functools
from collections.abc import Collection
from typing import Any

from django.apps import apps
from django.db import connection, models

from netsot.kernel import bulk, changes
from netsot.models import CachedScopeMixin, trees


def sites_moved(site_ids: Collection[Any]) -> None:
    """Sites came to another region or group: refresh what is scoped in them."""
    _refresh_scopes("_site_id", site_ids)


def locations_moved(location_ids: Collection[Any]) -> None:
    """Locations came to another site: everything in them comes along."""
    if not location_ids:
        return
    location = apps.get_model("dcim", "Location")
    table = connection.ops.quote_name(location._meta.db_table)
    # Each subtree takes the site of its topmost moved location; a location moved by itself already has it.
    _execute(
        f"UPDATE {table} AS node SET site_id = top.site_id FROM ({trees.subtree_pairs(location, ())}) AS pair "  # noqa: S608 - names of our tables
        f"JOIN {table} AS top ON top.id = pair.root "
        "WHERE node.id = pair.node AND NOT node.id = ANY(%s) AND node.site_id <> top.site_id",
        location_ids,
        location_ids,
    )
    inside = list(trees.descendants(location, location_ids).values_list("pk", flat=True))
    _follow("dcim_rack", "site_id = source.site_id", "dcim_location", "location_id", inside)
    _follow("dcim_powerpanel", "site_id = source.site_id", "dcim_location", "location_id", inside)
    _follow("dcim_cabletermination", "_site_id = source.site_id", "dcim_location", "_location_id", inside)
    device = apps.get_model("dcim", "Device")
    moved = list(device._base_manager.filter(location__in=inside).values_list("pk", flat=True))
    _follow("dcim_device", "site_id = source.site_id", "dcim_location", "location_id", inside)
    devices_moved(moved)
    _refresh_scopes("_location_id", inside)


def racks_moved(rack_ids: Collection[Any]) -> None:
    """Racks came to another site or location: their devices come along."""
    if not rack_ids:
        return
    device = apps.get_model("dcim", "Device")
    _follow(
        "dcim_device", "site_id = source.site_id, location_id = source.location_id", "dcim_rack", "rack_id", rack_ids
    )
    place = "_site_id = source.site_id, _location_id = source.location_id"
    _follow("dcim_cabletermination", place, "dcim_rack", "_rack_id", rack_ids)
    devices_moved(list(device._base_manager.filter(rack__in=rack_ids).values_list("pk", flat=True)))


def devices_moved(device_ids: Collection[Any]) -> None:
    """Devices came to another site, location or rack: refresh their components and cable ends, and bring along the
    devices in their bays.
    """
    if not device_ids:
        return
    ids = [*device_ids, *_bring_children(device_ids)]
    place = "_site_id = source.site_id, _location_id = source.location_id, _rack_id = source.rack_id"
    for model in component_models():
        _follow(model._meta.db_table, place, "dcim_device", "device_id", ids)
    _follow("dcim_cabletermination", place, "dcim_device", "_device_id", ids)


def _bring_children(parent_ids: Collection[Any]) -> list[Any]:
    """Put the devices in the bays of the parents where their parents are; returns those that moved."""
    device = apps.get_model("dcim", "Device")
    children = [
        child
        for child in device._base_manager.filter(parent_bay__device__in=parent_ids).select_related("parent_bay__device")
        if _place(child) != _place(child.parent_bay.device)
    ]
    if children:
        before = changes.snapshots(device, children)
        for child in children:
            child.site_id, child.location_id, child.rack_id = _place(child.parent_bay.device)
        bulk.update(device, children, ["site", "location", "rack", "last_updated"])
        changes.updated(device, children, before)
    return [child.pk for child in children]


def _place(device: Any) -> tuple[Any, Any, Any]:
    return device.site_id, device.location_id, device.rack_id


@functools.cache
def component_models() -> tuple[type[models.Model], ...]:
    """The models whose rows are parts of a device."""
    from dcim.models.mixins import ComponentModel

    return tuple(model for model in apps.get_models() if issubclass(model, ComponentModel))


def _refresh_scopes(column: str, ids: Collection[Any]) -> None:
    """Write the region and site group (and site) anew for everything scoped to these sites or locations."""
    if not ids:
        return
    source = "dcim_site" if column == "_site_id" else "dcim_location"
    for model in apps.get_models():
        if not issubclass(model, CachedScopeMixin):
            continue
        table = connection.ops.quote_name(model._meta.db_table)
        joined = "" if source == "dcim_site" else "JOIN dcim_location AS location ON location.site_id = site.id"
        key = "site.id" if source == "dcim_site" else "location.id"
        _execute(
            f"UPDATE {table} AS scoped SET _site_id = site.id, _region_id = site.region_id, "  # noqa: S608 - names of our tables
            f"_site_group_id = site.group_id FROM dcim_site AS site {joined} "
            f"WHERE scoped.{column} = {key} AND {key} = ANY(%s)",
            ids,
        )


def _follow(table: str, assignments: str, source: str, column: str, ids: Collection[Any]) -> None:
    """UPDATE the rows of `table` whose `column` names one of the rows `ids` of `source`."""
    _execute(
        f"UPDATE {connection.ops.quote_name(table)} AS target SET {assignments} FROM {source} AS source "  # noqa: S608 - names of our tables
        f"WHERE target.{column} = source.id AND source.id = ANY(%s)",
        ids,
    )


def _execute(sql: str, *parameters: Collection[Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, [list(ids) for ids in parameters])
