"""How long paths are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from dcim.cabling import kinds
from dcim.cabling.graph import Node, parse

Length = tuple[Decimal | None, bool]
"""Metres (None: nothing is known), and whether that is all of it."""


def total_lengths(paths: Sequence[Sequence[Sequence[str]]]) -> list[Length]:
    """The lengths of stored paths. Of parallel links the longest counts; a circuit counts once when it is crossed. One
    query per kind of link, however many paths.
    """
    crossed = [[_hop(group) for group in path] for path in paths]
    known = _known({node for path in crossed for hop in path for node in hop})
    found: list[Length] = []
    for path in crossed:
        total, any_known, all_known = Decimal(0), False, True
        been: set[Node] = set()
        for hop in path:
            lengths = []
            for node in hop:
                key, length = known.get(node, (node, None))
                # Both sides of a circuit are in the path; it is crossed once.
                if key not in been:
                    been.add(key)
                    lengths.append(length)
            values = [length for length in lengths if length is not None]
            all_known &= len(values) == len(lengths)
            if values:
                any_known = True
                total += max(values)
        found.append((total if any_known else None, any_known and all_known))
    return found


def total_length(path: Any) -> Length:
    """The length of one CablePath."""
    return total_lengths([path.path])[0]


def _hop(group: Iterable[str]) -> list[Node]:
    """The nodes of a group that have a length."""
    measured = {kinds.kind(name) for name in ("dcim.cable", kinds.WIRELESS, kinds.CIRCUIT)}
    return [node for node in map(parse, group) if node[0] in measured]


def _known(nodes: set[Node]) -> dict[Node, tuple[Node, Decimal | None]]:
    """What each node measures, and under which node it counts (a circuit termination: under its circuit)."""
    found: dict[Node, tuple[Node, Decimal | None]] = {}
    for label, column in (("dcim.cable", "_abs_length"), (kinds.WIRELESS, "_abs_distance")):
        kind = kinds.kind(label)
        ids = [pk for node_kind, pk in nodes if node_kind == kind]
        rows = kinds.model(label)._base_manager.filter(pk__in=ids).values_list("pk", column) if ids else ()
        found.update({(kind, pk): ((kind, pk), length) for pk, length in rows})
    kind, circuit = kinds.kind(kinds.CIRCUIT), kinds.kind("circuits.circuit")
    if ids := [pk for node_kind, pk in nodes if node_kind == kind]:
        rows = kinds.model(kinds.CIRCUIT)._base_manager.filter(pk__in=ids)
        for pk, circuit_pk, length in rows.values_list("pk", "circuit_id", "circuit___abs_distance"):
            found[(kind, pk)] = ((circuit, circuit_pk), length)
    return found
