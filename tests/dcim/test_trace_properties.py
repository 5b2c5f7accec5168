"""The tracing algorithm on random plants, against a naive tracer written from the rules alone."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from dcim.cabling.trace import run
from dcim.choices import CableProfileChoices
from tests.dcim.plants import Plant, node, nodes

NO_PROFILE = st.just("")
PROFILES = st.sampled_from(
    ["", "", "single-1c1p", "single-1c2p", "trunk-2c1p", "trunk-2c2p", "breakout-1c2p-2c1p", "trunk-2c4p-shuffle"]
)
CONNECTORS = {"single": (1, 1), "trunk": (2, 2), "breakout": (1, 2)}
POSITIONS = {
    "single-1c1p": (1, 1),
    "single-1c2p": (2, 2),
    "trunk-2c1p": (1, 1),
    "trunk-2c2p": (2, 2),
    "breakout-1c2p-2c1p": (2, 1),
    "trunk-2c4p-shuffle": (4, 4),
}
SHUFFLE = {(1, 1): (1, 1), (1, 2): (1, 2), (1, 3): (2, 1), (1, 4): (2, 2)} | {
    (2, 1): (1, 3), (2, 2): (1, 4), (2, 3): (2, 3), (2, 4): (2, 4)
}  # fmt: skip


@dataclass
class Description:
    """A plant as plain lists."""

    endpoints: list[str] = field(default_factory=list)
    positions: dict[str, int] = field(default_factory=dict)
    mappings: list[tuple[str, int, str, int]] = field(default_factory=list)
    cables: dict[str, tuple[list[str], list[str], str, bool]] = field(default_factory=dict)
    circuits: list[tuple[str, str]] = field(default_factory=list)

    def plant(self) -> Plant:
        plant = Plant()
        for port, count in self.positions.items():
            plant.ports(port, count)
        for front, front_position, rear, rear_position in self.mappings:
            plant.wire(front, rear, front_position, rear_position)
        for a, z in self.circuits:
            plant.circuit(a, z)
        for name, (a, b, profile, connected) in self.cables.items():
            plant.cable(name, " ".join(a), " ".join(b), profile, connected)
        return plant


@st.composite
def descriptions(draw: st.DrawFn, profiles: st.SearchStrategy[str] = PROFILES, most: int = 2) -> Description:
    """Up to four panels, a few endpoints and circuits, and cables between whatever is free."""
    plant = Description(endpoints=[f"if{i}" for i in range(1, draw(st.integers(2, 8)) + 1)])
    for number in range(draw(st.integers(0, 4))):
        rears = [f"r{number * 10 + i}" for i in range(1, draw(st.integers(1, 2)) + 1)]
        fronts = [f"f{number * 10 + i}" for i in range(1, draw(st.integers(1, 4)) + 1)]
        for port in rears + fronts:
            plant.positions[port] = draw(st.sampled_from([1, 1, 2, 2, 4] if port[0] == "r" else [1, 1, 1, 2]))
        slots = [(rear, position) for rear in rears for position in range(1, plant.positions[rear] + 1)]
        slots = draw(st.permutations(slots))
        for front in fronts:
            for position in range(1, plant.positions[front] + 1):
                if slots and draw(st.integers(0, 9)):
                    plant.mappings.append((front, position, *slots.pop()))
    for i in range(draw(st.integers(0, 1))):
        plant.circuits.append((f"ct{2 * i + 1}", f"ct{2 * i + 2}"))
    free = draw(st.permutations([*plant.endpoints, *plant.positions, *(t for c in plant.circuits for t in c)]))
    number = 0
    while len(free) > 1:
        profile = draw(profiles)
        limits = CONNECTORS[profile.split("-")[0]] if profile else (most, most)
        ends: list[list[str]] = []
        for limit in limits:
            kind = "".join(c for c in free[-1] if c.isalpha()) if free else ""
            same = [port for port in free if port.rstrip("0123456789") == kind]
            ends.append(same[-draw(st.integers(1, limit)) :])
            free = [port for port in free if port not in ends[-1]]
        if ends[1]:
            number += 1
            plant.cables[f"c{number}"] = (ends[0], ends[1], profile, bool(draw(st.integers(0, 5))))
    return plant


def comes_again(before: tuple[int, ...], now: tuple[int, ...]) -> bool:
    """Whether a stack is an earlier one, or one that has grown somewhere below its top."""
    if before == now:
        return True
    return any(
        now[:cut] == before[:cut] and len(now) >= len(before) and now[cut - len(before) :] == before[cut:]
        for cut in range(len(before))
    )


def reference(plant: Description, origins: list[str]) -> tuple[list[set[str]], bool, bool, bool] | None:
    """(groups, active, complete, split) by following the rules of the contract literally; None when it takes long."""
    at: dict[str, tuple[str, int, int]] = {}
    for name, (a, b, _profile, _connected) in plant.cables.items():
        for end, ports in ((0, a), (1, b)):
            for index, port in enumerate(ports):
                at[port] = (name, end, index + 1)
    groups: list[set[str]] = []
    been: list[set[tuple[str, tuple[int, ...]]]] = []
    active, split = True, False
    legs: set[tuple[str, tuple[int, ...]]] = {(port, ()) for port in origins}
    while True:
        if sum(map(len, been)) > 100:
            return None
        if any(port == other and comes_again(old, new) for port, new in legs for seen in been for other, old in seen):
            return groups, active, False, split
        been.append(set(legs))
        here = {port for port, _ in legs}
        groups.append(here)
        if not any(port in at for port in here):
            return groups, active, False, split
        if not all(port in at for port in here):
            split = True
        groups.append({at[port][0] for port in here if port in at})
        active = active and all(plant.cables[name][3] for name in groups[-1])
        legs = {far for leg in legs for far in far_ends(plant, at, *leg)}
        if not legs:
            return groups, active, False, split
        groups.append({port for port, _ in legs})
        kinds = {port.rstrip("0123456789") for port, _ in legs}
        if len(kinds) > 1:
            return groups, active, False, True
        if kinds == {"if"}:
            return groups, active, not split, split
        if kinds != {"ct"} and any(
            not stack and plant.positions[port] > 1 and any(port in mapping for mapping in plant.mappings)
            for port, stack in legs
        ):
            return groups, active, False, True
        onward: set[tuple[str, tuple[int, ...]]] = set()
        dead = False
        for port, stack in legs:
            found = list(behind(plant, port, stack))
            onward.update(found)
            dead = dead or not found
        if not onward:
            return groups, active, False, split
        split = split or dead
        legs = onward


def far_ends(plant: Description, at: dict, port: str, stack: tuple[int, ...]):  # noqa: ANN201
    if port not in at:
        return
    name, end, connector = at[port]
    a, b, profile, _connected = plant.cables[name]
    others = b if end == 0 else a
    if not profile:
        yield from ((other, stack) for other in others)
        return
    mine, theirs = POSITIONS[profile] if end == 0 else POSITIONS[profile][::-1]
    for position in range(1, mine + 1):
        rest = stack
        if mine > 1 and stack:
            if stack[-1] != position:
                continue
            rest = stack[:-1]
        if profile.endswith("shuffle"):
            far_connector, far_position = SHUFFLE[(connector, position)]
        elif profile.startswith("breakout"):
            far_connector, far_position = (position, 1) if end == 0 else (1, connector)
        else:
            far_connector, far_position = connector, position
        if far_connector <= len(others):
            yield others[far_connector - 1], (*rest, far_position) if theirs > 1 else rest


def behind(plant: Description, port: str, stack: tuple[int, ...]):  # noqa: ANN201
    for a, z in plant.circuits:
        if port in (a, z):
            yield (z if port == a else a), stack
    mapped = any(port in mapping for mapping in plant.mappings)
    for front, front_position, rear, rear_position in plant.mappings:
        for near, near_position, far, far_position in (
            (front, front_position, rear, rear_position),
            (rear, rear_position, front, front_position),
        ):
            if near != port:
                continue
            rest = stack
            if plant.positions[port] > 1 and mapped:
                if stack[-1] != near_position:
                    continue
                rest = stack[:-1]
            yield far, (*rest, far_position) if plant.positions[far] > 1 else rest


@settings(max_examples=400, deadline=None)
@given(descriptions())
def test_agrees_with_the_naive_tracer(plant: Description) -> None:
    graph = plant.plant().graph
    for group in graph.groups([node(port) for port in plant.endpoints]):
        names = [f"if{pk}" for _, pk in group]
        (found,) = run([group], graph)
        assert len(found.path) < 3 * 1000
        if (known := reference(plant, names)) is None:
            continue
        groups, active, complete, split = known
        assert [set(g) for g in found.path] == [{node(name) for name in g} for g in groups]
        assert (found.is_active, found.is_complete, found.is_split) == (active, complete, split)


@settings(max_examples=200, deadline=None)
@given(descriptions(profiles=NO_PROFILE, most=1))
def test_a_complete_path_is_the_same_backwards(plant: Description) -> None:
    graph = plant.plant().graph
    for port in plant.endpoints:
        for found in run([nodes(port)], graph):
            assert all(len(group) == 1 for group in found.path)
            if found.is_complete:
                (back,) = run([found.path[-1]], graph)
                # A cable from an endpoint straight into a port of several positions says nothing on the way back.
                if not back.is_split:
                    assert back.path == found.path[::-1]
                    assert back.is_complete
                    assert back.is_active == found.is_active


@settings(max_examples=100, deadline=None)
@given(descriptions())
def test_tracing_together_is_tracing_one_by_one(plant: Description) -> None:
    graph = plant.plant().graph
    groups = graph.groups([node(port) for port in plant.endpoints])
    together = run(groups, graph)
    alone = [trace for group in groups for trace in run([group], graph)]
    assert [(t.path, t.is_complete, t.is_split) for t in together] == [
        (t.path, t.is_complete, t.is_split) for t in alone
    ]


def test_the_profiles_here_exist() -> None:
    assert set(POSITIONS) <= set(CableProfileChoices.values())
