"""What one face of a rack shows: its half units from the top of the drawing down, and the devices mounted in it.

Room is taken by every device, but only those the viewer may see are named.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from dcim.choices import DeviceFaceChoices
from dcim.elevations import Mounted, mounted_in, positions


@dataclass(frozen=True)
class Elevation:
    """One face of a rack."""

    rack: Any
    face: str
    mounted: list[Mounted]
    """Everything that takes room on this face, of whatever face it is mounted on."""
    visible: frozenset[Any]
    """The ids of the devices that may be named."""

    @property
    def shown(self) -> list[Mounted]:
        """The devices that may be named."""
        return [item for item in self.mounted if item.key in self.visible]

    @property
    def hidden(self) -> list[Mounted]:
        """The others."""
        return [item for item in self.mounted if item.key not in self.visible]

    def slots(self, items: list[Mounted]) -> dict[int, Mounted]:
        """The half units of this face that the items take, counted as in `dcim.elevations`."""
        return {slot: item for item in items for face, slot in item.slots if face == self.face}


def look(rack: Any, face: str, context: Any, exclude: Any = None) -> Elevation:
    """A face of the rack as `context` may see it, without the device `exclude`; at most two queries."""
    from dcim.models import Device

    mounted = [item for item in mounted_in([rack.pk]) if item.full_depth or item.face == face]
    ids = [item.key for item in mounted]
    if not context.sees_all(Device):
        ids = list(context.restrict(Device._base_manager.filter(pk__in=ids)).values_list("pk", flat=True))
    # Leaving out a device that can't be seen would tell which units are its.
    left = [item for item in mounted if item.key != exclude or item.key not in ids]
    return Elevation(rack, face, left, frozenset(ids))


def units(
    elevation: Elevation, context: Any, *, expand: bool = True, text: str = "", lowest: int | None = None
) -> list[dict[str, Any]]:
    """The half units as the API shows them; `text` is part of the number or name of each, `lowest` their lowest.

    A device is at each of its units; without `expand` at its lowest one only, and its other units are left out.
    """
    from dcim.models import Device

    shown, taken = elevation.slots(elevation.shown), elevation.slots(elevation.mounted)
    devices = context.related(Device, {item.key for item in shown.values()})
    face = {"value": elevation.face, "label": str(DeviceFaceChoices.labels[elevation.face])}
    found = []
    for position in positions(elevation.rack):
        slot = int(position * 2)
        device = shown.get(slot)
        name = f"U{position.normalize():f}"
        if lowest is not None and position < lowest:
            continue
        if not expand and device is not None and int(device.position * 2) != slot:
            continue
        if text and text.lower() not in name.lower() and text not in str(float(position)):
            continue
        shown_device = devices.get(device.key) if device else None
        note = shown_device["display"] if shown_device else gettext("Occupied") if slot in taken else ""
        found.append(
            {
                "id": float(position),
                "name": name,
                "face": face,
                "device": shown_device,
                "occupied": slot in taken,
                "display": name,
                "description": note,
            }
        )
    return found
