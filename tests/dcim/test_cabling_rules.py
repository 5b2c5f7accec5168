"""What may be plugged into what: one test per rule."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dcim.cabling.compatibility import COMPATIBLE, compatible
from dcim.models import (
    Cable,
    CableBundle,
    ConsolePort,
    ConsoleServerPort,
    Interface,
    PowerFeed,
    PowerOutlet,
    PowerPanel,
    PowerPort,
)
from tests.dcim.cabling import cable, interfaces, panel
from tests.dcim.conftest import problems, written


@pytest.fixture
def peer(new_device):
    made = new_device(name="sw2")
    made.save()
    return made


@pytest.fixture
def ends(device, peer):
    return interfaces(device, 5), interfaces(peer, 5)


def new(a, b, **values):
    return Cable(a_terminations=a, b_terminations=b, **values)


def test_a_good_cable(ends):
    assert problems(new([ends[0][0]], [ends[1][0]])) == {}


def test_both_ends_are_needed(ends):
    assert set(problems(new([ends[0][0]], []))) == {"b_terminations"}
    assert set(problems(Cable())) == {"a_terminations", "b_terminations"}


def test_a_stored_cable_may_lose_an_end(ends):
    made = cable(ends[0][0], ends[1][0])
    made.b_terminations = []
    assert problems(made) == {}
    made.save()
    assert made.b_terminations == []


def test_one_kind_per_end(device, ends):
    console = written(ConsolePort, [ConsolePort(device=device, name="c")])[0]
    assert "same type" in problems(new([ends[0][0], console], [ends[1][0]]))["a_terminations"][0]


def test_the_matrix_is_symmetrical():
    for label, others in COMPATIBLE.items():
        for other in others:
            assert compatible(other, label)
    assert not compatible("dcim.consoleport", "dcim.consoleport")
    assert not compatible("dcim.poweroutlet", "dcim.powerfeed")
    assert not compatible("dcim.frontport", "dcim.powerport")
    assert compatible("dcim.interface", "circuits.circuittermination")


def test_kinds_that_do_not_fit(device, ends):
    power = written(PowerPort, [PowerPort(device=device, name="p")])[0]
    found = problems(new([ends[0][0]], [power]))
    assert "interface" in found["b_terminations"][0]
    assert "power port" in found["b_terminations"][0]


def test_kinds_that_fit(device, site):
    console, server = written(ConsolePort, [ConsolePort(device=device, name="c")])[0], None
    server = written(ConsoleServerPort, [ConsoleServerPort(device=device, name="s")])[0]
    power = written(PowerPort, [PowerPort(device=device, name=f"p{i}") for i in (1, 2)])
    outlet = written(PowerOutlet, [PowerOutlet(device=device, name="o")])[0]
    feed = PowerFeed.objects.create(power_panel=PowerPanel.objects.create(site=site, name="pp"), name="f")
    fed = cable(feed, power[1])
    assert [problems(new([console], [server])), problems(new([power[0]], [outlet]))] == [{}, {}]
    row = fed.terminations.get(cable_end="A")
    assert (row._device, row._site, row._rack) == (None, site, None)


def test_other_objects_take_no_cable(device, site, ends):
    assert "dcim.site" in problems(new([site], [ends[1][0]]))["a_terminations"][0]


def test_objects_that_do_not_exist(ends):
    assert "999999" in problems(new([("dcim.interface", 999999)], [ends[1][0]]))["a_terminations"][0]


def test_not_at_both_ends_and_not_twice(ends):
    (a, *_), (b, *_rest) = ends
    assert "both ends" in problems(new([a], [a]))["b_terminations"][0]
    assert "twice" in problems(new([a], [b, b]))["b_terminations"][0]


def test_a_port_takes_one_cable(ends):
    (a, *_), (b, c, *_rest) = ends
    cable(a, b, label="the first")
    found = problems(new([a], [c]))
    assert "the first" in found["a_terminations"][0]
    assert "eth0" in found["a_terminations"][0]


def test_a_port_takes_one_cable_also_inside_a_batch(ends):
    (a, *_), (b, c, *_rest) = ends
    found = problems(new([a], [b]), new([a], [c]))
    assert len(found["a_terminations"]) == 2
    assert set(found) == {"a_terminations"}


def test_marked_as_connected(ends):
    Interface.objects.filter(pk=ends[0][0].pk).update(mark_connected=True)
    assert "marked as connected" in problems(new([ends[0][0]], [ends[1][0]]))["a_terminations"][0]


@pytest.mark.parametrize("kind", ["virtual", "lag", "bridge", "ieee802.11ac"])
def test_interfaces_without_a_socket(device, ends, kind):
    port = written(Interface, [Interface(device=device, name="v", type=kind)])[0]
    assert "takes no cable" in problems(new([port], [ends[1][0]]))["a_terminations"][0]


def test_circuit_ends_in_a_provider_network_take_no_cable(ends, site):
    from circuits.models import Circuit, CircuitTermination, CircuitType, Provider, ProviderNetwork

    provider = Provider.objects.create(name="Telco", slug="telco")
    circuit = Circuit.objects.create(
        cid="1", provider=provider, type=CircuitType.objects.create(name="Fibre", slug="fibre")
    )
    here = CircuitTermination.objects.create(circuit=circuit, term_side="A", termination=site)
    there = CircuitTermination.objects.create(circuit=circuit, term_side="Z", termination=site)
    network = ProviderNetwork.objects.create(name="Cloud", provider=provider)
    CircuitTermination.objects.filter(pk=there.pk).update(_provider_network=network)
    assert problems(new([here], [ends[0][0]])) == {}
    assert "provider network" in problems(new([there], [ends[0][0]]))["a_terminations"][0]


def test_a_profile_limits_the_connectors(ends):
    (a1, a2, *_), (b1, b2, b3, *_rest) = ends
    assert problems(new([a1], [b1, b2], profile="breakout-1c2p-2c1p")) == {}
    assert set(problems(new([a1, a2], [b1], profile="breakout-1c2p-2c1p"))) == {"a_terminations"}
    assert set(problems(new([a1], [b1, b2, b3], profile="breakout-1c2p-2c1p"))) == {"b_terminations"}


def test_a_profile_that_the_stored_ends_do_not_fit(ends):
    made = cable(ends[0][0], ends[1][:2])
    made.profile = "single-1c1p"
    assert set(problems(made)) == {"profile"}


def test_length_and_unit(ends):
    made = new([ends[0][0]], [ends[1][0]], length=Decimal(10))
    assert set(problems(made)) == {"length_unit"}
    made.length_unit = "ft"
    assert problems(made) == {}
    assert made._abs_length == Decimal("3.048")
    made.length = None
    assert problems(made) == {}
    assert made.length_unit is None
    assert made._abs_length is None


def test_the_way_through_full_clean(ends):
    with pytest.raises(ValidationError) as caught:
        new([ends[0][0]], []).full_clean()
    assert set(caught.value.message_dict) == {"b_terminations"}


def test_validation_is_set_based(device, peer):
    a, b = interfaces(device, 40, "x"), interfaces(peer, 40, "x")
    costs = []
    for count in (1, 40):
        with CaptureQueriesContext(connection) as queries:
            assert problems(*(new([a[i]], [b[i]]) for i in range(count))) == {}
        costs.append(len(queries))
    for i in range(40):
        cable(a[i], b[i], label=f"c{i}")
    for count in (1, 40):
        with CaptureQueriesContext(connection) as queries:
            assert problems(*(new([a[i]], [b[i]]) for i in range(count)))
        costs.append(len(queries))
    assert costs[0] == costs[1], costs
    assert costs[2] == costs[3], costs


def test_names(ends):
    assert str(CableBundle(name="trunk 1")) == "trunk 1"
    made = cable(ends[0][0], ends[1][0])
    assert str(made) == f"#{made.pk}"
    assert str(Cable(label="x")) == "x"


def test_a_rear_port_joins_front_ports(device):
    front, rear = panel(device, 2, 2)
    assert problems(new([front[0]], [rear[1]])) == {}
