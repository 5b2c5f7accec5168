"""The lanes of a cable with a profile.

A connector has positions; the lanes of an end are numbered through, connector by connector. A profile's name says how
many connectors and positions both ends have (`1c4p`: one connector of four positions). Lane n of the A end is lane n of
the B end, unless the cable is a shuffle: then each connector's positions are dealt out evenly to all connectors.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

Lane = tuple[int, int]
"""(connector, position), both counted from 1."""

_SIZE = re.compile(r"(\d+)c(\d+)p")


@dataclass(frozen=True)
class End:
    """What one end of a profile has."""

    connectors: int
    positions: int

    def number(self, lane: Lane) -> int | None:
        """The lane's number, counted from 0; None when the end has no such lane."""
        connector, position = lane
        if not (1 <= connector <= self.connectors and 1 <= position <= self.positions):
            return None
        return (connector - 1) * self.positions + position - 1

    def lane(self, number: int) -> Lane:
        """The lane with that number."""
        connector, position = divmod(number, self.positions)
        return connector + 1, position + 1


@dataclass(frozen=True)
class Profile:
    """A mapping of lanes between the two ends of a cable."""

    ends: dict[str, End]
    shuffled: bool = False

    def across(self, end: str, lane: Lane) -> Lane | None:
        """Where `lane` of `end` comes out at the other end."""
        number = self.ends[end].number(lane)
        if number is None:
            return None
        if self.shuffled:
            number = self._shuffle(number)
        return self.ends["B" if end == "A" else "A"].lane(number)

    def _shuffle(self, number: int) -> int:
        """Deal the lanes of each A connector out to all A connectors. Dealing twice restores the order, so one rule
        serves both directions.
        """
        side = self.ends["A"]
        share = side.positions // side.connectors
        connector, position = divmod(number, side.positions)
        hand, place = divmod(position, share)
        return hand * side.positions + connector * share + place


@functools.cache
def profile(name: str) -> Profile | None:
    """The profile of that name (`CableProfileChoices`); None for a cable without one."""
    sizes = [End(int(connectors), int(positions)) for connectors, positions in _SIZE.findall(name or "")]
    if not sizes:
        return None
    return Profile({"A": sizes[0], "B": sizes[-1]}, shuffled=name.endswith("-shuffle"))
