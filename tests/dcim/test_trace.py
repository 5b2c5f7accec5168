"""The tracing algorithm on plants in memory."""

from __future__ import annotations

import pytest

from dcim.cabling.graph import Crossing, Graph, Link, Node, Plug, Port, Wire
from dcim.cabling.profiles import profile
from dcim.cabling.trace import Trace, run

IF, FRONT, REAR, CIRCUIT, CABLE, NETWORK, SITE, POWER = 1, 2, 3, 4, 5, 6, 7, 8
TYPES = {"if": IF, "f": FRONT, "r": REAR, "ct": CIRCUIT, "c": CABLE, "pn": NETWORK, "site": SITE, "pp": POWER}


def n(name: str) -> Node:
    """`if3` is interface 3, `f1` front port 1, `r1` rear port 1, `ct1` circuit termination 1, `c1` cable 1."""
    letters = name.rstrip("0123456789")
    return TYPES[letters], int(name[len(letters) :])


def ns(names: str) -> tuple[Node, ...]:
    return tuple(n(name) for name in names.split())


class Plant(Graph):
    """A graph that is written down in a few words."""

    def __init__(self) -> None:
        super().__init__(port_kinds=frozenset({FRONT, REAR}), circuit_kind=CIRCUIT)

    def cable(self, number: int, a: str, b: str, profile_name: str = "", connected: bool = True) -> Plant:
        lanes = profile(profile_name)
        node = (CABLE, number)
        ends = {}
        for end, names in (("A", a), ("B", b)):
            size = lanes.ends[end].positions if lanes else 0
            ends[end] = [
                Plug(port, node, end, i if lanes else None, tuple(range(1, size + 1)))
                for i, port in enumerate(ns(names), start=1)
            ]
        self.add(Link(node, connected, lanes, ends))
        return self

    def ports(self, names: str, positions: int = 1) -> Plant:
        for port in ns(names):
            self.ports_by_node[port] = Port(positions)
        return self

    @property
    def ports_by_node(self) -> dict[Node, Port]:
        return Graph.__dict__["ports"].__get__(self)

    def wire(self, front: str, rear: str, front_position: int = 1, rear_position: int = 1) -> Plant:
        f, r = self.ports_by_node[n(front)], self.ports_by_node[n(rear)]
        f.wires[front_position] = Wire(n(rear), rear_position, r.positions > 1)
        r.wires[rear_position] = Wire(n(front), front_position, f.positions > 1)
        return self
