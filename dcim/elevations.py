"""Which units of a rack are taken, and which are free.

Positions are counted in half units, so that everything is whole numbers: a 1U device at U10 takes the slots 20 and 21
of its face, or of both faces when it is as deep as the rack.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Q

from dcim.choices import DeviceFaceChoices

HALF = Decimal("0.5")
FACES = (DeviceFaceChoices.FACE_FRONT, DeviceFaceChoices.FACE_REAR)


def positions(rack: Any) -> Iterator[Decimal]:
    """Every position of a rack (or rack type) in half units, from the top of the drawing down."""
    count = rack.u_height * 2
    bottom_up = (rack.starting_unit + HALF * step for step in range(count))
    return bottom_up if rack.desc_units else reversed(list(bottom_up))


def unit_ranges(units: Iterable[int]) -> str:
    """Units as people write them: `1-3, 7`."""
    runs: list[list[int]] = []
    for unit in sorted(set(units)):
        if runs and unit == runs[-1][1] + 1:
            runs[-1][1] = unit
        else:
            runs.append([unit, unit])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


@dataclass(frozen=True)
class Mounted:
    """A device in a rack, as far as room goes."""

    key: Any
    rack_id: Any
    position: Decimal
    height: Decimal
    face: str
    full_depth: bool
    label: str

    @property
    def slots(self) -> list[tuple[str, int]]:
        """The half units it takes, each with its face."""
        first = int(self.position * 2)
        faces = FACES if self.full_depth else (self.face,)
        return [(face, slot) for face in faces for slot in range(first, first + int(self.height * 2))]

    def fits(self, rack: Any) -> bool:
        """Whether it lies between the top and the bottom of the rack."""
        top = rack.starting_unit + rack.u_height
        return rack.starting_unit <= self.position and self.position + self.height <= top


class Occupancy:
    """What is mounted where, in any number of racks."""

    def __init__(self, mounted: Iterable[Mounted] = ()) -> None:
        self._taken: dict[tuple[Any, str, int], Mounted] = {}
        for item in mounted:
            self.add(item)

    def add(self, item: Mounted) -> None:
        """Mount a device."""
        for face, slot in item.slots:
            self._taken.setdefault((item.rack_id, face, slot), item)

    def in_the_way(self, item: Mounted) -> Mounted | None:
        """The device that takes some of the room `item` needs, if any."""
        for face, slot in item.slots:
            other = self._taken.get((item.rack_id, face, slot))
            if other is not None and other.key != item.key:
                return other
        return None


def mounted_in(rack_ids: Collection[Any], *, without: Collection[Any] = ()) -> list[Mounted]:
    """Every device mounted in the racks, but not the devices `without`; one query."""
    from dcim.models import Device

    if not rack_ids:
        return []
    devices = Device._base_manager.filter(~Q(pk__in=without), rack__in=rack_ids, position__isnull=False)
    rows = devices.values_list(
        "pk", "rack_id", "position", "device_type__u_height", "face", "device_type__is_full_depth", "name"
    )
    return [Mounted(*row[:6], label=row[6] or f"#{row[0]}") for row in rows]


def free_positions(
    rack: Any,
    occupancy: Occupancy,
    height: Decimal = Decimal(1),
    face: str = DeviceFaceChoices.FACE_FRONT,
    full_depth: bool = True,
) -> Sequence[Decimal]:
    """The positions of `rack` where a device of this size could be mounted, from the top of the drawing down."""
    found = []
    for position in positions(rack):
        item = Mounted(None, rack.pk, position, height, face, full_depth, "")
        if item.fits(rack) and occupancy.in_the_way(item) is None:
            found.append(position)
    return found
