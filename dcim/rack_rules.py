"""The rules of racks, rack types and reservations; each looks at the whole set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from dcim.elevations import mounted_in, unit_ranges
from dcim.rules import changed, fresh, stored, warm
from netsot.kernel import bulk, changes
from netsot.kernel.errors import Errors

MEASURES = (
    "form_factor",
    "width",
    "u_height",
    "starting_unit",
    "desc_units",
    "outer_width",
    "outer_height",
    "outer_depth",
    "outer_unit",
    "mounting_depth",
    "weight",
    "weight_unit",
    "max_weight",
    "_abs_weight",
    "_abs_max_weight",
)
"""What a rack has from its type."""


def check_units_of_measure(objs: Sequence[Any], errors: Errors) -> None:
    """A measure needs its unit."""
    for obj in objs:
        outer = (obj.outer_width, obj.outer_height, obj.outer_depth)
        if any(measure is not None for measure in outer) and not obj.outer_unit:
            errors.add(obj, "outer_unit", _("Give the unit of the outer dimensions: mm or in."))
        if obj.max_weight is not None and not obj.weight_unit:
            errors.add(obj, "weight_unit", _("Give the unit of the maximum weight: kg, g, lb or oz."))


def take_measures(racks: Sequence[Any]) -> None:
    """A rack of a type measures what the type does."""
    warm(racks, "rack_type")
    for rack in racks:
        if rack.rack_type_id:
            for name in MEASURES:
                setattr(rack, name, getattr(rack.rack_type, name))


def update_racks(rack_types: Sequence[Any]) -> None:
    """Give the racks of changed types their new measures, and log it."""
    from dcim.models import Rack

    types = {kind.pk: kind for kind in rack_types}
    racks = [
        rack
        for rack in Rack._base_manager.filter(rack_type__in=types).order_by("pk")
        if any(getattr(rack, name) != getattr(types[rack.rack_type_id], name) for name in MEASURES)
    ]
    if not racks:
        return
    before = changes.snapshots(Rack, racks)
    for rack in racks:
        rack.rack_type = types[rack.rack_type_id]
    take_measures(racks)
    bulk.update(Rack, racks, [*MEASURES, "last_updated"])
    changes.updated(Rack, racks, before)


def check_location(objs: Sequence[Any], errors: Errors) -> None:
    """The location is in the site."""
    warm(objs, "site", "location")
    for obj in objs:
        if obj.location_id and obj.location.site_id != obj.site_id:
            errors.add(
                obj,
                "location",
                _("Location “%(location)s” is not in site “%(site)s”: choose one that is.")
                % {"location": obj.location, "site": obj.site if obj.site_id else ""},
            )


def check_mounted(racks: Sequence[Any], errors: Errors) -> None:
    """A rack keeps the units in which devices are mounted."""
    before = stored(racks, "u_height", "starting_unit")
    measured = [rack for rack in racks if rack.pk in before and changed(rack, before, "u_height", "starting_unit")]
    _check_room(measured, {rack.pk: [(rack, "u_height", "starting_unit")] for rack in measured}, errors)


def check_racks_of_types(rack_types: Sequence[Any], errors: Errors) -> None:
    """The racks of a type keep the units in which devices are mounted."""
    from dcim.models import Rack

    before = stored(rack_types, "u_height", "starting_unit")
    measured = {
        kind.pk: kind for kind in rack_types if kind.pk in before and changed(kind, before, "u_height", "starting_unit")
    }
    if not measured:
        return
    racks = []
    for rack in Rack._base_manager.filter(rack_type__in=measured):
        kind = measured[rack.rack_type_id]
        rack.u_height, rack.starting_unit = kind.u_height, kind.starting_unit
        racks.append(rack)
    targets = {rack.pk: [(measured[rack.rack_type_id], "u_height", "starting_unit")] for rack in racks}
    _check_room(racks, targets, errors)


def _check_room(racks: Sequence[Any], targets: dict[Any, list[tuple[Any, str, str]]], errors: Errors) -> None:
    known = {rack.pk: rack for rack in racks}
    for item in mounted_in(list(known)):
        rack = known[item.rack_id]
        if item.fits(rack):
            continue
        for obj, height, start in targets[rack.pk]:
            errors.add(
                obj,
                start if item.position < rack.starting_unit else height,
                _("“%(device)s” is mounted at U%(position)s of rack “%(rack)s”: move it first.")
                % {"device": item.label, "position": item.position.normalize(), "rack": rack},
            )


def check_reservations(objs: Sequence[Any], errors: Errors) -> None:
    """Reserved units exist, and are reserved once."""
    fresh(objs, "rack")
    taken = _reserved({obj.rack_id for obj in objs}, {obj.pk for obj in objs if obj.pk is not None})
    for obj in objs:
        if not obj.units:
            errors.add(obj, "units", _("Give at least one unit to reserve."))
        if not obj.rack_id or not obj.units:
            continue
        units = set(obj.units)
        beyond = units - set(range(obj.rack.starting_unit, obj.rack.starting_unit + obj.rack.u_height))
        if beyond:
            errors.add(
                obj,
                "units",
                _("Rack “%(rack)s” has no such units: %(units)s.") % {"rack": obj.rack, "units": unit_ranges(beyond)},
            )
        mine = taken.setdefault(obj.rack_id, set())
        if double := units & mine:
            errors.add(
                obj,
                "units",
                _("These units of rack “%(rack)s” are reserved already: %(units)s.")
                % {"rack": obj.rack, "units": unit_ranges(double)},
            )
        mine |= units


def _reserved(rack_ids: set[Any], without: set[Any]) -> dict[Any, set[int]]:
    from dcim.models import RackReservation

    found: dict[Any, set[int]] = {}
    rows = RackReservation._base_manager.filter(rack__in=rack_ids).exclude(pk__in=without)
    for rack_id, units in rows.values_list("rack_id", "units"):
        found.setdefault(rack_id, set()).update(units)
    return found
