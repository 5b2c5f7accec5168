"""The part of the cable plant that is in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dcim.cabling.profiles import Profile

Node = tuple[int, int]
"""(content type id, object id)."""

Stack = tuple[int, ...]
"""The positions a leg has to come out at, innermost last."""


def text(node: Node) -> str:
    """A node as it is stored: `"ct:id"`."""
    return f"{node[0]}:{node[1]}"


def parse(value: str) -> Node:
    """The node that `value` stands for."""
    kind, _, pk = value.partition(":")
    return int(kind), int(pk)


@dataclass(frozen=True, slots=True)
class Plug:
    """One node at one end of a link; connector and positions when the cable has a profile."""

    node: Node
    link: Node
    end: str
    connector: int | None = None
    positions: tuple[int, ...] = ()


@dataclass(slots=True)
class Link:
    """A cable or wireless link."""

    node: Node
    connected: bool = True
    profile: Profile | None = None
    ends: dict[str, list[Plug]] = field(default_factory=lambda: {"A": [], "B": []})

    def across(self, plug: Plug, stack: Stack) -> Iterator[tuple[Node, Stack]]:
        """Where a leg that leaves through `plug` comes out, with the stack it then has."""
        others = self.ends["B" if plug.end == "A" else "A"]
        if self.profile is None or plug.connector is None:
            # Without a profile all ends meet.
            for other in others:
                yield other.node, stack
            return
        by_connector = {other.connector: other for other in others}
        for position, left in _lanes(plug, stack):
            lane = self.profile.across(plug.end, (plug.connector, position))
            far = by_connector.get(lane[0]) if lane else None
            if lane is not None and far is not None and lane[1] in far.positions:
                yield far.node, (*left, lane[1]) if len(far.positions) > 1 else left


def _lanes(plug: Plug, stack: Stack) -> Iterator[tuple[int, Stack]]:
    """The lanes a leg takes and the stack without them: the one on top of the stack; all of them when the stack is
    empty. A connector with a single position carries whatever there is as it is.
    """
    if len(plug.positions) == 1:
        yield plug.positions[0], stack
    elif not stack:
        for position in plug.positions:
            yield position, stack
    elif stack[-1] in plug.positions:
        yield stack[-1], stack[:-1]


@dataclass(frozen=True, slots=True)
class Wire:
    """Where a position of a port leads to inside the device."""

    node: Node
    position: int
    pushed: bool
    """Whether the port it leads to has several positions."""


@dataclass(slots=True)
class Port:
    """A front or rear port."""

    positions: int
    wires: dict[int, Wire] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Crossing:
    """What lies behind a circuit termination."""

    other: Node
    network: Node | None = None
    """The provider network the other side ends in."""
    place: Node | None = None
    """The site (region …) the other side ends at without a cable."""


@dataclass(slots=True)
class Graph:
    """Nodes and what joins them, as far as loaded. A node that is known to be joined to nothing maps to None."""

    ports: dict[Node, Port] = field(default_factory=dict)
    circuits: dict[Node, Crossing | None] = field(default_factory=dict)
    plugs: dict[Node, Plug | None] = field(default_factory=dict)
    links: dict[Node, Link] = field(default_factory=dict)
    port_kinds: frozenset[int] = frozenset()
    circuit_kind: int = 0

    def add(self, link: Link, ends: dict[str, Iterable[Plug]] | None = None) -> None:
        """Take in a link and what is plugged into it."""
        self.links[link.node] = link
        for end, plugs in (ends or {}).items():
            link.ends[end].extend(plugs)
        for plugs in link.ends.values():
            for plug in plugs:
                self.plugs[plug.node] = plug

    def is_endpoint(self, node: Node) -> bool:
        """Whether paths begin and end there."""
        return node[0] not in self.port_kinds and node[0] != self.circuit_kind

    def groups(self, nodes: Iterable[Node]) -> list[tuple[Node, ...]]:
        """The groups of endpoints that begin a path together, for those of `nodes` that have a link: the endpoints at
        the same connector of the same end (without a profile: at the same end).
        """
        found: dict[tuple[Node, ...], None] = {}
        for node in nodes:
            plug = self.plugs.get(node)
            if plug is not None and self.is_endpoint(node):
                same_end = self.links[plug.link].ends[plug.end]
                found[tuple(p.node for p in same_end if p.connector == plug.connector and self.is_endpoint(p.node))] = (
                    None
                )
        return list(found)
