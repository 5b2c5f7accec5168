"""Cable plants in memory, written down in a few words."""

from __future__ import annotations

from dcim.cabling.graph import Crossing, Graph, Link, Node, Plug, Port, Wire
from dcim.cabling.profiles import profile
from dcim.cabling.trace import Trace, run

IF, FRONT, REAR, CIRCUIT, CABLE, NETWORK, SITE, POWER = 1, 2, 3, 4, 5, 6, 7, 8
TYPES = {"if": IF, "f": FRONT, "r": REAR, "ct": CIRCUIT, "c": CABLE, "pn": NETWORK, "site": SITE, "pp": POWER}


def node(name: str) -> Node:
    """`if3` is interface 3, `f1` front port 1, `r1` rear port 1, `ct1` circuit termination 1, `c1` cable 1."""
    letters = name.rstrip("0123456789")
    return TYPES[letters], int(name[len(letters) :])


def nodes(names: str) -> tuple[Node, ...]:
    """Several nodes: `if1 if2`."""
    return tuple(node(name) for name in names.split())


class Plant:
    """A graph under construction."""

    def __init__(self) -> None:
        self.graph = Graph(port_kinds=frozenset({FRONT, REAR}), circuit_kind=CIRCUIT)

    def cable(self, name: str, a: str, b: str, profile_name: str = "", connected: bool = True) -> Plant:
        """Plug a cable in; connectors are given out in order."""
        lanes = profile(profile_name)
        ends = {}
        for end, names in (("A", a), ("B", b)):
            size = lanes.ends[end].positions if lanes else 0
            ends[end] = [
                Plug(port, node(name), end, i if lanes else None, tuple(range(1, size + 1)))
                for i, port in enumerate(nodes(names), start=1)
            ]
        self.graph.add(Link(node(name), connected, lanes, ends))
        return self

    def ports(self, names: str, positions: int = 1) -> Plant:
        """Front or rear ports."""
        for port in nodes(names):
            self.graph.ports[port] = Port(positions)
        return self

    def wire(self, front: str, rear: str, front_position: int = 1, rear_position: int = 1) -> Plant:
        """A port mapping."""
        f, r = self.graph.ports[node(front)], self.graph.ports[node(rear)]
        f.wires[front_position] = Wire(node(rear), rear_position, r.positions > 1)
        r.wires[rear_position] = Wire(node(front), front_position, f.positions > 1)
        return self

    def panel(self, fronts: str, rear: str) -> Plant:
        """Front ports on the positions of one rear port."""
        self.ports(fronts).ports(rear, len(fronts.split()))
        for position, front in enumerate(fronts.split(), start=1):
            self.wire(front, rear, 1, position)
        return self

    def circuit(self, a: str, z: str) -> Plant:
        """A circuit with two sides."""
        self.graph.circuits[node(a)] = Crossing(node(z))
        self.graph.circuits[node(z)] = Crossing(node(a))
        return self

    def trace(self, *origins: str) -> Trace:
        """The path from one group of endpoints."""
        (found,) = run([nodes(" ".join(origins))], self.graph)
        return found


def path(*groups: str) -> list[tuple[Node, ...]]:
    """A path: one string per group."""
    return [nodes(group) for group in groups]
