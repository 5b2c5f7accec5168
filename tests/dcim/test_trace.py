"""The tracing algorithm on plants in memory: one test per topology."""

from __future__ import annotations

import pytest

from dcim.cabling.graph import Crossing
from dcim.cabling.profiles import profile
from dcim.cabling.trace import Trace, run
from dcim.choices import CableProfileChoices
from tests.dcim.plants import Plant, node, nodes, path


def state(trace: Trace) -> str:
    flags = [("complete", trace.is_complete), ("split", trace.is_split), ("active", trace.is_active)]
    return " ".join(name for name, on in flags if on)


def test_direct() -> None:
    found = Plant().cable("c1", "if1", "if2").trace("if1")
    assert found.path == path("if1", "c1", "if2")
    assert state(found) == "complete active"


def test_no_link_no_path() -> None:
    assert run([nodes("if1")], Plant().graph) == []


def test_planned_cable_is_complete_but_inactive() -> None:
    plant = Plant().ports("f1 r1").wire("f1", "r1").cable("c1", "if1", "f1").cable("c2", "r1", "if2", connected=False)
    assert state(plant.trace("if1")) == "complete"


def test_through_a_panel_without_onward_cable() -> None:
    found = Plant().ports("f1 r1").wire("f1", "r1").cable("c1", "if1", "f1").trace("if1")
    assert found.path == path("if1", "c1", "f1", "r1")
    assert state(found) == "active"


def test_port_without_mapping() -> None:
    found = Plant().ports("f1").cable("c1", "if1", "f1").trace("if1")
    assert found.path == path("if1", "c1", "f1")
    assert state(found) == "active"


def test_through_two_panels() -> None:
    plant = Plant().ports("f1 r1 f2 r2").wire("f1", "r1").wire("f2", "r2")
    plant.cable("c1", "if1", "f1").cable("c2", "r1", "r2").cable("c3", "f2", "if2")
    assert plant.trace("if1").path == path("if1", "c1", "f1", "r1", "c2", "r2", "f2", "c3", "if2")
    assert plant.trace("if2").path == path("if2", "c3", "f2", "r2", "c2", "r1", "f1", "c1", "if1")
    assert state(plant.trace("if2")) == "complete active"


@pytest.fixture
def trunk() -> Plant:
    """Two panels with four front ports on one rear port each, joined by a trunk."""
    plant = Plant().panel("f1 f2 f3 f4", "r1").panel("f11 f12 f13 f14", "r2").cable("c9", "r1", "r2")
    for i in (1, 2, 3, 4):
        plant.cable(f"c{i}", f"if{i}", f"f{i}").cable(f"c1{i}", f"if1{i}", f"f1{i}")
    return plant


@pytest.mark.parametrize("i", [1, 2, 3, 4])
def test_each_position_of_a_trunk_is_its_own_path(trunk: Plant, i: int) -> None:
    found = trunk.trace(f"if{i}")
    assert found.path == path(f"if{i}", f"c{i}", f"f{i}", "r1", "c9", "r2", f"f1{i}", f"c1{i}", f"if1{i}")
    assert state(found) == "complete active"


def test_trunk_inside_a_trunk() -> None:
    plant = Plant().panel("f1 f2", "r1").panel("f3 f4", "r2").panel("f5 f6", "r3").panel("f7 f8", "r4")
    # The rear port of the inner panel is plugged into a front port of the outer one.
    plant.cable("c1", "if1", "f2").cable("c2", "r1", "f4").cable("c3", "r2", "r3").cable("c4", "f6", "r4")
    plant.cable("c5", "f8", "if2")
    found = plant.trace("if1")
    assert found.path == path(
        "if1", "c1", "f2", "r1", "c2", "f4", "r2", "c3", "r3", "f6", "c4", "r4", "f8", "c5", "if2"
    )
    assert state(found) == "complete active"


def test_front_port_with_several_positions() -> None:
    plant = Plant().ports("f1 f2", 2).ports("r1 r2 r3 r4")
    plant.wire("f1", "r1", 1).wire("f1", "r2", 2).wire("f2", "r3", 1).wire("f2", "r4", 2)
    plant.cable("c1", "if1", "r2").cable("c2", "f1", "f2").cable("c3", "r4", "if2")
    assert plant.trace("if1").path == path("if1", "c1", "r2", "f1", "c2", "f2", "r4", "c3", "if2")


def test_split_at_a_rear_port() -> None:
    plant = Plant().panel("f1 f2", "r1").cable("c1", "if1", "r1").cable("c2", "f1", "if2").cable("c3", "f2", "if3")
    found = plant.trace("if1")
    assert found.path == path("if1", "c1", "r1")
    assert state(found) == "split active"
    assert plant.trace("if2").path == path("if2", "c2", "f1", "r1", "c1", "if1")
    assert state(plant.trace("if2")) == "complete active"


def test_several_terminations_without_profile_all_meet() -> None:
    plant = Plant().cable("c1", "if1", "if2 if3")
    assert plant.trace("if1").path == path("if1", "c1", "if2 if3")
    assert plant.graph.groups(nodes("if3 if2 if1")) == [nodes("if2 if3"), nodes("if1")]
    assert plant.trace("if2", "if3").path == path("if2 if3", "c1", "if1")


@pytest.fixture
def duplex() -> Plant:
    """A pair of strands with rear cables of their own."""
    plant = Plant().ports("f1 f2 r1 r2 f3 f4 r3 r4")
    for i in (1, 2, 3, 4):
        plant.wire(f"f{i}", f"r{i}")
    return plant.cable("c1", "if1", "f1 f2").cable("c2", "r1", "r3").cable("c3", "r2", "r4").cable("c4", "f3 f4", "if2")


def test_parallel_legs(duplex: Plant) -> None:
    found = duplex.trace("if1")
    assert found.path == path("if1", "c1", "f1 f2", "r1 r2", "c2 c3", "r3 r4", "f3 f4", "c4", "if2")
    assert state(found) == "complete active"


def test_parallel_legs_on_different_positions_of_different_trunks() -> None:
    plant = Plant().panel("f1 f2", "r1").panel("f3 f4", "r2").panel("f5 f6", "r3").panel("f7 f8", "r4")
    plant.cable("c1", "if1", "f1 f4").cable("c2", "r1", "r3").cable("c3", "r2", "r4").cable("c4", "f5 f8", "if2")
    # Another device on a strand that the legs would enter, if their positions were mixed up.
    plant.cable("c5", "f6", "if3").cable("c6", "f7", "if4")
    found = plant.trace("if1")
    assert found.path == path("if1", "c1", "f1 f4", "r1 r2", "c2 c3", "r3 r4", "f5 f8", "c4", "if2")
    assert state(found) == "complete active"


def test_a_leg_that_ends_early_splits_the_path() -> None:
    plant = Plant().ports("f1 f2 r1 r2").wire("f1", "r1").wire("f2", "r2")
    plant.cable("c1", "if1", "f1 f2").cable("c2", "r1", "if2")
    found = plant.trace("if1")
    assert found.path == path("if1", "c1", "f1 f2", "r1 r2", "c2", "if2")
    assert state(found) == "split active"


def test_legs_of_different_length_split_the_path() -> None:
    plant = Plant().ports("f1 f2 r1 r2 f3 r3").wire("f1", "r1").wire("f2", "r2").wire("f3", "r3")
    plant.cable("c1", "if1", "f1 f2").cable("c2", "r1", "if2").cable("c3", "r2", "r3").cable("c4", "f3", "if3")
    found = plant.trace("if1")
    assert found.path == path("if1", "c1", "f1 f2", "r1 r2", "c2 c3", "if2 r3")
    assert state(found) == "split active"


def test_one_leg_without_mapping_splits_the_path() -> None:
    plant = Plant().ports("f1 f2 r1").wire("f1", "r1").cable("c1", "if1", "f1 f2").cable("c2", "r1", "if2")
    assert state(plant.trace("if1")) == "split active"


def test_a_circle_ends() -> None:
    # The trunk comes back into its own panel: every round would push another position.
    plant = Plant().panel("f1 f2", "r1").cable("c1", "if1", "f1").cable("c2", "r1", "f2")
    found = plant.trace("if1")
    assert not found.is_complete
    assert len(found.path) < 12


def test_a_circle_that_grows_below_the_top_ends() -> None:
    # Both lanes of a profiled cable come back into a port that pushes again before they are used.
    plant = Plant().panel("f1 f2", "r1").ports("f11 r11").wire("f11", "r11")
    plant.cable("c1", "if1", "f1").cable("c2", "r1", "f11").cable("c3", "f2 f22", "r21 r11", "trunk-2c4p-shuffle")
    assert len(plant.trace("if1").path) < 20


def test_legs_that_multiply_without_bounds_end() -> None:
    plant = Plant()
    for stage in range(1, 31):
        a, b = f"f{2 * stage}", f"f{2 * stage + 1}"
        plant.panel(f"{a} {b}", f"r{stage}")
        plant.cable(f"c{stage}", "if1" if stage == 1 else f"r{stage - 1}", f"{a} {b}")
    found = plant.trace("if1")
    assert not found.is_complete
    assert len(found.path) < 60


def test_a_strand_may_cross_one_trunk_twice() -> None:
    plant = Plant().panel("f1 f2", "r1").panel("f3 f4", "r2").cable("c1", "r1", "r2")
    plant.cable("c2", "if1", "f1").cable("c3", "f3", "f4").cable("c4", "f2", "if2")
    found = plant.trace("if1")
    assert found.path == path(
        "if1", "c2", "f1", "r1", "c1", "r2", "f3", "c3", "f4", "r2", "c1", "r1", "f2", "c4", "if2"
    )
    assert state(found) == "complete active"


# Profiles


def test_every_profile_maps_its_lanes_one_to_one() -> None:
    for name in CableProfileChoices.values():
        lanes = profile(name)
        assert lanes is not None, name
        a, b = lanes.ends["A"], lanes.ends["B"]
        assert a.connectors * a.positions == b.connectors * b.positions, name
        there = {lane: lanes.across("A", lane) for lane in map(a.lane, range(a.connectors * a.positions))}
        assert len(set(there.values())) == len(there), name
        assert all(far is not None and lanes.across("B", far) == lane for lane, far in there.items()), name
    assert profile("") is None


def test_lanes_of_profiles() -> None:
    assert profile("trunk-2c4p").across("A", (2, 3)) == (2, 3)
    assert profile("breakout-1c4p-4c1p").across("A", (1, 3)) == (3, 1)
    assert profile("breakout-1c4p-4c1p").across("B", (3, 1)) == (1, 3)
    assert profile("single-1c4p").across("A", (1, 5)) is None
    assert profile("single-1c4p").across("A", (2, 1)) is None


def test_lanes_of_shuffles() -> None:
    two = profile("trunk-2c4p-shuffle")
    assert [two.across("A", (1, i)) for i in (1, 2, 3, 4)] == [(1, 1), (1, 2), (2, 1), (2, 2)]
    assert [two.across("A", (2, i)) for i in (1, 2, 3, 4)] == [(1, 3), (1, 4), (2, 3), (2, 4)]
    four = profile("trunk-4c4p-shuffle")
    assert [four.across("A", (2, i)) for i in (1, 2, 3, 4)] == [(1, 2), (2, 2), (3, 2), (4, 2)]
    out = profile("breakout-2c4p-8c1p-shuffle")
    assert [out.across("A", (c, i))[0] for c in (1, 2) for i in (1, 2, 3, 4)] == [1, 2, 5, 6, 3, 4, 7, 8]
    assert out.across("B", (5, 1)) == (1, 3)


def test_trunk_pairs_connectors() -> None:
    plant = Plant().cable("c1", "if1 if2", "if3 if4", "trunk-2c1p")
    assert plant.trace("if1").path == path("if1", "c1", "if3")
    assert plant.trace("if4").path == path("if4", "c1", "if2")
    assert plant.graph.groups(nodes("if1 if2")) == [nodes("if1"), nodes("if2")]


def test_breakout_to_endpoints() -> None:
    plant = Plant().cable("c1", "if1", "if2 if3 if4", "breakout-1c4p-4c1p")
    assert plant.trace("if1").path == path("if1", "c1", "if2 if3 if4")
    assert state(plant.trace("if1")) == "complete active"
    assert plant.trace("if3").path == path("if3", "c1", "if1")


def test_breakout_through_a_panel_and_back() -> None:
    plant = Plant().ports("f1 f2 r1 r2").wire("f1", "r1").wire("f2", "r2")
    plant.cable("c1", "if1", "f1 f2", "breakout-1c2p-2c1p").cable("c2", "r1", "if2").cable("c3", "r2", "if3")
    assert plant.trace("if2").path == path("if2", "c2", "r1", "f1", "c1", "if1")
    found = plant.trace("if1")
    assert found.path == path("if1", "c1", "f1 f2", "r1 r2", "c2 c3", "if2 if3")
    assert state(found) == "complete active"


def test_breakout_from_a_rear_port() -> None:
    plant = Plant().panel("f1 f2 f3 f4", "r1").cable("c1", "r1", "if11 if12 if13 if14", "breakout-1c4p-4c1p")
    for i in (1, 2, 3, 4):
        plant.cable(f"c1{i}", f"if{i}", f"f{i}")
        assert plant.trace(f"if{i}").path == path(f"if{i}", f"c1{i}", f"f{i}", "r1", "c1", f"if1{i}")
        assert plant.trace(f"if1{i}").path == path(f"if1{i}", "c1", "r1", f"f{i}", f"c1{i}", f"if{i}")


def test_profiled_trunk_between_rear_ports() -> None:
    plant = Plant().panel("f1 f2 f3 f4", "r1").panel("f5 f6 f7 f8", "r2")
    plant.panel("f11 f12 f13 f14", "r3").panel("f15 f16 f17 f18", "r4")
    plant.cable("c9", "r1 r2", "r3 r4", "trunk-2c4p-shuffle")
    wanted = {1: 11, 2: 12, 3: 15, 4: 16, 5: 13, 6: 14, 7: 17, 8: 18}
    for i, j in wanted.items():
        plant.cable(f"c{20 + i}", f"if{i}", f"f{i}").cable(f"c{30 + i}", f"if{j}", f"f{j}")
    for i, j in wanted.items():
        assert plant.trace(f"if{i}").path[-1] == nodes(f"if{j}")
        assert plant.trace(f"if{j}").path[-1] == nodes(f"if{i}")


def test_all_lanes_of_an_endpoint_enter_a_rear_port() -> None:
    plant = Plant().panel("f1 f2", "r1").cable("c1", "if1", "r1", "single-1c2p").cable("c2", "f1 f2", "if2")
    found = plant.trace("if1")
    assert found.path == path("if1", "c1", "r1", "f1 f2", "c2", "if2")
    assert state(found) == "complete active"


def test_lanes_pass_a_coupler_with_one_position() -> None:
    plant = Plant().panel("f1 f2", "r1").panel("f3 f4", "r2").ports("f9 r9").wire("f9", "r9")
    plant.cable("c1", "r1", "f9", "single-1c2p").cable("c2", "r9", "r2", "single-1c2p")
    plant.cable("c3", "if1", "f2").cable("c4", "if2", "f4")
    assert plant.trace("if1").path == path("if1", "c3", "f2", "r1", "c1", "f9", "r9", "c2", "r2", "f4", "c4", "if2")


def test_a_lane_that_ends_nowhere() -> None:
    plant = Plant().panel("f1 f2", "r1").cable("c1", "r1", "if11", "breakout-1c2p-2c1p").cable("c2", "if1", "f2")
    found = plant.trace("if1")
    assert found.path == path("if1", "c2", "f2", "r1", "c1")
    assert state(found) == "active"


# Circuits


def test_across_a_circuit() -> None:
    plant = Plant().circuit("ct1", "ct2").cable("c1", "if1", "ct1").cable("c2", "ct2", "if2")
    found = plant.trace("if1")
    assert found.path == path("if1", "c1", "ct1", "ct2", "c2", "if2")
    assert state(found) == "complete active"


def test_circuit_with_one_side() -> None:
    plant = Plant().cable("c1", "if1", "ct1")
    plant.graph.circuits[node("ct1")] = None
    found = plant.trace("if1")
    assert found.path == path("if1", "c1", "ct1")
    assert state(found) == "active"


def test_circuit_to_a_provider_network_is_complete() -> None:
    plant = Plant().cable("c1", "if1", "ct1")
    plant.graph.circuits[node("ct1")] = Crossing(node("ct2"), network=node("pn1"))
    found = plant.trace("if1")
    assert found.path == path("if1", "c1", "ct1", "ct2", "pn1")
    assert state(found) == "complete active"


def test_circuit_to_a_site_is_incomplete() -> None:
    plant = Plant().cable("c1", "if1", "ct1")
    plant.graph.circuits[node("ct1")] = Crossing(node("ct2"), place=node("site1"))
    found = plant.trace("if1")
    assert found.path == path("if1", "c1", "ct1", "ct2", "site1")
    assert state(found) == "active"


def test_trunk_over_a_circuit() -> None:
    plant = Plant().panel("f1 f2", "r1").panel("f3 f4", "r2").circuit("ct1", "ct2")
    plant.cable("c1", "if1", "f2").cable("c2", "r1", "ct1").cable("c3", "ct2", "r2").cable("c4", "f4", "if2")
    assert plant.trace("if1").path[-1] == nodes("if2")


def test_circuits_that_end_differently_split_the_path() -> None:
    plant = Plant().cable("c1", "if1", "ct1 ct3").circuit("ct3", "ct4").cable("c2", "ct4", "if2")
    plant.graph.circuits[node("ct1")] = Crossing(node("ct2"), network=node("pn1"))
    assert state(plant.trace("if1")) == "split active"


# Loading


def test_traces_advance_together_and_ask_once_per_hop() -> None:
    plant = Plant().ports(" ".join(f"f{i} r{i}" for i in range(1, 41)))
    for i in range(1, 41):
        plant.wire(f"f{i}", f"r{i}")
    for i in range(1, 21):
        j = i + 20
        plant.cable(f"c{i}", f"if{i}", f"f{i}").cable(f"c{j}", f"r{i}", f"r{j}").cable(f"c{i + 50}", f"f{j}", f"if{j}")
    asked: list[str] = []
    traces = run(
        [nodes(f"if{i}") for i in range(1, 21)],
        plant.graph,
        lambda graph, wanted: asked.append("links"),
        lambda graph, wanted: asked.append("insides"),
    )
    assert len(traces) == 20
    assert all(trace.is_complete for trace in traces)
    assert asked == ["links", "insides"] * 3
