"""The algorithm: legs walk abreast through a graph. See the package's docstring for the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from dcim.cabling.graph import Crossing, Graph, Node, Stack

Leg = tuple[Node, Stack]
Load = Callable[[Graph, set[Node]], None]
"""Makes sure the graph knows what is joined to some nodes."""

MOST_STEPS = 5000
"""How many legs a trace follows over how many hops, multiplied, before it gives up. Real ones take dozens."""

MOST_REMEMBERED = 128
"""How many stacks are remembered per port and position."""


def nothing_to_load(graph: Graph, nodes: set[Node]) -> None:
    """For a graph that is whole."""


@dataclass(slots=True)
class Trace:
    """One path on its way."""

    origins: Sequence[Node]
    path: list[tuple[Node, ...]] = field(default_factory=list)
    is_active: bool = True
    is_complete: bool = False
    is_split: bool = False
    is_done: bool = False
    legs: list[Leg] = field(init=False)
    _seen: dict[tuple[Node, Stack], list[Stack]] = field(default_factory=dict)
    _steps: int = 0

    def __post_init__(self) -> None:
        self.legs = [(node, ()) for node in self.origins]

    @property
    def nodes(self) -> list[Node]:
        """Where the legs are, each node once, in order."""
        return list(dict.fromkeys(node for node, _ in self.legs))

    def cross(self, graph: Graph) -> None:
        """Take the legs along their links to the far ends."""
        if self._goes_round():
            self.is_done = True
            return
        self.path.append(tuple(self.nodes))
        plugs = {node: plug for node in self.path[-1] if (plug := graph.plugs.get(node)) is not None}
        if not plugs:
            self.is_done = True
            if len(self.path) == 1:
                self.path.clear()
            return
        if len(plugs) < len(self.path[-1]):
            self.is_split = True
        links = tuple(dict.fromkeys(plug.link for plug in plugs.values()))
        self.path.append(links)
        self.is_active &= all(graph.links[link].connected for link in links)
        self.legs = list(
            dict.fromkeys(
                far
                for node, stack in self.legs
                if node in plugs
                for far in graph.links[plugs[node].link].across(plugs[node], stack)
            )
        )
        if not self.legs:
            self.is_done = True
            return
        self.path.append(tuple(self.nodes))
        if len({kind for kind, _ in self.path[-1]}) > 1:
            self.is_split = self.is_done = True

    def enter(self, graph: Graph) -> None:
        """Take the legs from the far ends through what they have reached."""
        kind = self.legs[0][0][0]
        if kind in graph.port_kinds:
            self._enter_ports(graph)
        elif kind == graph.circuit_kind:
            self._enter_circuits(graph)
        else:
            self.is_complete = not self.is_split
            self.is_done = True

    def _enter_ports(self, graph: Graph) -> None:
        onward: list[Leg] = []
        dead = False
        for node, stack in self.legs:
            port = graph.ports[node]
            position = 1
            if port.positions > 1 and port.wires:
                if not stack:
                    self.is_split = self.is_done = True
                    return
                position, stack = stack[-1], stack[:-1]
            wire = port.wires.get(position)
            if wire is None:
                dead = True
            else:
                onward.append((wire.node, (*stack, wire.position) if wire.pushed else stack))
        self._go_on(onward, dead)

    def _enter_circuits(self, graph: Graph) -> None:
        crossings: list[tuple[Crossing, Stack]] = []
        dead = False
        for node, stack in self.legs:
            crossing = graph.circuits.get(node)
            if crossing is None:
                dead = True
            else:
                crossings.append((crossing, stack))
        networks = [crossing.network for crossing, _ in crossings if crossing.network is not None]
        places = [crossing.place for crossing, _ in crossings if crossing.place is not None]
        if not networks and not places:
            self._go_on([(crossing.other, stack) for crossing, stack in crossings], dead)
        elif dead or len(networks) not in (0, len(crossings)) or len(places) not in (0, len(crossings)):
            self.is_split = self.is_done = True
        else:
            self.path.append(tuple(dict.fromkeys(crossing.other for crossing, _ in crossings)))
            self.path.append(tuple(dict.fromkeys(networks or places)))
            self.is_complete = bool(networks) and not self.is_split
            self.is_done = True

    def _go_on(self, onward: list[Leg], dead: bool) -> None:
        """Continue with `onward`; some legs being `dead` splits the path, all of them ends it."""
        self.legs = list(dict.fromkeys(onward))
        self.is_done = not onward
        self.is_split |= dead and bool(onward)

    def _goes_round(self) -> bool:
        """Whether a leg has left by the same port before, with the same stack or with that stack grown in its middle:
        what decided the way then decides it again, so it would come back for ever. Also true for a trace that doesn't
        end within reason: cables without a profile can multiply legs without bounds.
        """
        self._steps += len(self.legs)
        if self._steps > MOST_STEPS:
            return True
        keys = [(node, stack[-1:]) for node, stack in self.legs]
        for key, (_node, stack) in zip(keys, self.legs, strict=True):
            if any(_has_grown(before, stack) for before in self._seen.get(key, ())):
                return True
        for key, (_node, stack) in zip(keys, self.legs, strict=True):
            remembered = self._seen.setdefault(key, [])
            if len(remembered) < MOST_REMEMBERED:
                remembered.append(stack)
        return False


def _has_grown(before: Stack, now: Stack) -> bool:
    """Whether `now` is `before` with something put in between; the tops are equal."""
    if len(now) < len(before):
        return False
    head = 0
    while head < len(before) and before[head] == now[head]:
        head += 1
    tail = 0
    while tail < len(before) - head and before[-1 - tail] == now[-1 - tail]:
        tail += 1
    return head + tail == len(before) and (bool(before) or not now)


def run(
    groups: Iterable[Sequence[Node]],
    graph: Graph,
    load_links: Load = nothing_to_load,
    load_insides: Load = nothing_to_load,
) -> list[Trace]:
    """Trace from each group of origins, all together. Origins without a link have no path and are left out."""
    traces = [Trace(tuple(group)) for group in groups]
    walking = traces
    while walking:
        load_links(graph, {node for trace in walking for node, _ in trace.legs})
        for trace in walking:
            trace.cross(graph)
        walking = [trace for trace in walking if not trace.is_done]
        load_insides(graph, {node for trace in walking for node, _ in trace.legs})
        for trace in walking:
            trace.enter(graph)
        walking = [trace for trace in walking if not trace.is_done]
    return [trace for trace in traces if trace.path]
