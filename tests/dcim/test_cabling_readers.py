"""What the API says about cabled objects: peers, endpoints, traces, paths, lengths."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dcim.cabling import readers
from dcim.cabling.lengths import total_length, total_lengths
from dcim.cabling.segments import split_choices
from dcim.models import CablePath, Interface, RearPort
from netsot.kernel import registry, writes
from netsot.kernel.errors import BatchInvalid
from netsot.kernel.representation import Context
from tests.dcim.cabling import cable, interfaces, panel, path_of
from tests.dcim.conftest import written
from users.models import ObjectPermission, User

SYSTEM = Context(trusted=True)


@pytest.fixture
def peer(new_device):
    made = new_device(name="sw2")
    made.save()
    return made


@pytest.fixture
def panels(new_device):
    made = [new_device(name="pp1"), new_device(name="pp2")]
    for device in made:
        device.save()
    return made


@pytest.fixture
def ends(device, peer):
    return interfaces(device, 6), interfaces(peer, 6)


@pytest.fixture
def jane(db):
    """Sees the interfaces of the first device only."""
    user = User.objects.create_user("jane")
    for label, constraints in (("dcim.interface", {"device__name": "sw1"}), ("dcim.cable", None)):
        permission = ObjectPermission.objects.create(
            name=label, actions=["view", "add", "change"], constraints=constraints
        )
        app, model = label.split(".")
        permission.object_types.add(ContentType.objects.get(app_label=app, model=model))
        user.object_permissions.add(permission)
    return User.objects.get(pk=user.pk)


FIELDS = (
    "id",
    "link_peers",
    "link_peers_type",
    "connected_endpoints",
    "connected_endpoints_type",
    "connected_endpoints_reachable",
    "_occupied",
)


def shown(model, *objs, context=SYSTEM):
    resource = registry.get(model._meta.label_lower)
    fields = [name for name in FIELDS if name in resource.names]
    rows = resource.representation(fields=fields).of([obj.pk for obj in objs], context)
    for row in rows:
        for name in ("link_peers", "connected_endpoints"):
            if row.get(name):
                row[name] = [item["id"] for item in row[name]]
    return rows if len(rows) > 1 else rows[0]


def test_an_interface_without_a_cable(ends):
    assert shown(Interface, ends[0][0]) == {
        "id": ends[0][0].pk,
        "link_peers": [],
        "link_peers_type": None,
        "connected_endpoints": None,
        "connected_endpoints_type": None,
        "connected_endpoints_reachable": None,
        "_occupied": False,
    }


def test_a_planned_cable_lists_its_endpoints_as_not_reachable(ends):
    (a, *_), (b, *_rest) = ends
    cable(a, b, status="planned")
    assert shown(Interface, a) == {
        "id": a.pk,
        "link_peers": [b.pk],
        "link_peers_type": "dcim.interface",
        "connected_endpoints": [b.pk],
        "connected_endpoints_type": "dcim.interface",
        "connected_endpoints_reachable": False,
        "_occupied": True,
    }


def test_through_panels(ends, panels):
    (a, *_), (b, *_rest) = ends
    front, rear = panel(panels[0], 2)
    cable(a, front[1])
    row = shown(Interface, a)
    assert (row["link_peers"], row["link_peers_type"]) == ([front[1].pk], "dcim.frontport")
    assert (row["connected_endpoints"], row["connected_endpoints_reachable"]) == (None, False)
    cable(rear[0], b)
    row = shown(Interface, a)
    assert (row["connected_endpoints"], row["connected_endpoints_reachable"]) == ([b.pk], True)
    assert shown(RearPort, rear[0])["link_peers"] == [b.pk]


def test_profiles_pair_their_lanes(ends):
    (a1, a2, a3, *_), (b1, b2, b3, *_rest) = ends
    cable([a1, a2], [b1, b2], profile="trunk-2c1p")
    assert [row["link_peers"] for row in shown(Interface, a1, a2)] == [[b1.pk], [b2.pk]]
    assert [row["connected_endpoints"] for row in shown(Interface, a1, b2)] == [[b1.pk], [a2.pk]]
    cable(a3, [b3, ends[1][3]], profile="breakout-1c4p-4c1p")
    assert shown(Interface, a3)["link_peers"] == [b3.pk, ends[1][3].pk]
    assert shown(Interface, b3)["link_peers"] == [a3.pk]


def test_without_a_profile_all_ends_meet(ends):
    cable(ends[0][:2], ends[1][:2])
    assert shown(Interface, ends[0][1])["link_peers"] == [port.pk for port in ends[1][:2]]


def test_wireless_peers(device, peer):
    from wireless.models import WirelessLink

    a, b = written(Interface, [Interface(device=d, name="wl0", type="ieee802.11n") for d in (device, peer)])
    link = WirelessLink.objects.create(interface_a=a, interface_b=b)
    Interface.objects.filter(pk__in=[a.pk, b.pk]).update(wireless_link=link)
    assert [row["link_peers"] for row in shown(Interface, a, b)] == [[b.pk], [a.pk]]


def test_a_page_costs_the_same_however_long(ends, panels):
    front, rear = panel(panels[0], 6, 6)
    for i in range(6):
        cable(ends[0][i], front[i])
        cable(rear[i], ends[1][i])
    costs = []
    for count in (1, 6):
        with CaptureQueriesContext(connection) as queries:
            shown(Interface, *ends[0][:count], context=Context(trusted=True))
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_hidden_objects_are_left_out(ends, jane):
    (a, *_), (b, *_rest) = ends
    cable(a, b)
    row = shown(Interface, a, context=Context(user=jane))
    assert (row["link_peers"], row["link_peers_type"]) == ([], None)
    assert (row["connected_endpoints"], row["connected_endpoints_type"]) == ([], None)
    hops = readers.trace(path_of(a) and a, Context(user=jane))
    assert hops[0][0][0]["display"] == "eth0"
    assert hops[0][2][0]["display"] == "Hidden"


def test_hidden_ports_cannot_be_plugged_in(ends, jane):
    (a, c, *_), (b, *_rest) = ends
    resource = registry.get("dcim.cable")

    def payload(*ports):
        near, far = ({"object_type": "dcim.interface", "object_id": port.pk} for port in ports)
        return {"a_terminations": [near], "b_terminations": [far]}

    with pytest.raises(BatchInvalid) as caught:
        writes.create(resource, [payload(a, b)], writes.Actor(user=jane))
    assert caught.value.details == [{"b_terminations": [f"There is no interface {b.pk}."]}]
    assert writes.create(resource, [payload(a, c)], writes.Actor(user=jane)).objs
    # What is plugged in already stays, seen or not.
    made = cable(ends[0][2], b)
    writes.update(
        resource, [(made.pk, {"a_terminations": payload(ends[0][3], b)["a_terminations"]})], writes.Actor(user=jane)
    )
    assert path_of(ends[0][3]).is_complete


def ids(hop):
    return [
        [item["id"] for item in hop[0]],
        hop[1]["id"] if hop[1] else None,
        [item["id"] for item in hop[2]],
    ]


def test_trace(ends, panels):
    (a, *_), (b, *_rest) = ends
    front, rear = panel(panels[0], 2)
    first = cable(a, front[0], label="patch", length=2, length_unit="m", type="cat6")
    a.refresh_from_db()
    assert [ids(hop) for hop in readers.trace(a, SYSTEM)] == [
        [[a.pk], first.pk, [front[0].pk]],
        [[rear[0].pk], None, []],
    ]
    second = cable(rear[0], b)
    a = Interface.objects.get(pk=a.pk)
    hops = readers.trace(a, Context(trusted=True))
    assert [ids(hop) for hop in hops] == [
        [[a.pk], first.pk, [front[0].pk]],
        [[rear[0].pk], second.pk, [b.pk]],
    ]
    link = {
        name: hops[0][1][name] for name in ("label", "type", "status", "color", "length", "length_unit", "description")
    }
    assert link == {
        "label": "patch",
        "type": "cat6",
        "status": "connected",
        "color": "",
        "length": 2.0,
        "length_unit": "m",
        "description": "",
    }
    assert hops[0][1]["url"].endswith(f"/api/dcim/cables/{first.pk}/")


def test_trace_without_a_path(ends):
    assert readers.trace(ends[0][0], SYSTEM) == []


def test_trace_goes_on_across_a_bridge(ends, peer):
    (a, *_), (b, c, d, *_rest) = ends
    first, second = cable(a, b), cable(c, ends[0][1])
    Interface.objects.filter(pk=b.pk).update(bridge=c)
    a.refresh_from_db()
    assert [ids(hop) for hop in readers.trace(a, SYSTEM)] == [
        [[a.pk], first.pk, [b.pk]],
        [[c.pk], second.pk, [ends[0][1].pk]],
    ]
    Interface.objects.filter(pk=ends[0][1].pk).update(bridge=a)
    assert len(readers.trace(Interface.objects.get(pk=a.pk), SYSTEM)) == 2, "a ring of bridges ends"
    assert d.pk


def test_trace_to_a_provider_network(ends, site):
    from circuits.models import Circuit, CircuitTermination, CircuitType, Provider, ProviderNetwork
    from dcim.cabling.paths import retrace_objects

    provider = Provider.objects.create(name="Telco", slug="telco")
    circuit = Circuit.objects.create(
        cid="1",
        provider=provider,
        type=CircuitType.objects.create(name="Fibre", slug="fibre"),
        distance=Decimal(2),
        distance_unit="km",
    )
    near = CircuitTermination.objects.create(circuit=circuit, term_side="A", termination=site)
    far = CircuitTermination.objects.create(circuit=circuit, term_side="Z", termination=site)
    network = ProviderNetwork.objects.create(name="Cloud", provider=provider)
    CircuitTermination.objects.filter(pk=far.pk).update(_provider_network=network)
    a = ends[0][0]
    first = cable(a, near, length=5, length_unit="m")
    retrace_objects([near, far])
    a.refresh_from_db()
    assert [ids(hop) for hop in readers.trace(a, SYSTEM)] == [
        [[a.pk], first.pk, [near.pk]],
        [[far.pk], None, [network.pk]],
    ]
    row = shown(Interface, a)
    assert (row["connected_endpoints"], row["connected_endpoints_type"]) == ([network.pk], "circuits.providernetwork")
    assert total_length(a._path) == (Decimal(2005), True)


def test_paths_across_a_port(ends, panels):
    front, rear = panel(panels[0], 2)
    cable(ends[0][0], front[0])
    cable(ends[0][1], front[1])
    trunk = cable(rear[0], ends[1][0])
    found = readers.paths(rear[0], SYSTEM)
    assert len(found) == 3
    assert set(found[0]) == {"id", "path", "is_active", "is_complete", "is_split"}
    assert [item["id"] for item in found[0]["path"][4]] == [trunk.pk]
    assert [path["is_split"] for path in found] == [False, False, True]
    assert len(readers.paths(front[0], SYSTEM)) == 1
    with CaptureQueriesContext(connection) as queries:
        readers.paths(rear[0], Context(trusted=True))
    assert len(queries) <= 12


def test_where_a_split_path_can_go_on(ends, panels):
    front, rear = panel(panels[0], 3)
    cable(ends[0][0], rear[0])
    assert split_choices(path_of(ends[0][0])) == front
    cable(front[0], ends[1][0])
    assert split_choices(path_of(ends[1][0])) == []


def test_lengths(ends, panels):
    (a, *_), (b, *_rest) = ends
    front, rear = panel(panels[0], 2, 2)
    cable(a, front, length=1, length_unit="m")
    cable(rear[0], ends[1][2], length=30, length_unit="m")
    cable(rear[1], ends[1][3], length=2, length_unit="m")
    path = path_of(a)
    assert path.is_complete
    assert total_length(path) == (Decimal(31), True)
    direct = cable(ends[0][1], b)
    assert total_length(path_of(ends[0][1])) == (None, False)
    direct.length, direct.length_unit = Decimal(10), "ft"
    direct.save()
    assert total_length(path_of(ends[0][1])) == (Decimal("3.048"), True)
    stored = list(CablePath.objects.values_list("path", flat=True))
    with CaptureQueriesContext(connection) as queries:
        assert len(total_lengths(stored)) == len(stored)
    assert len(queries) == 1


def test_a_partly_known_length(ends, panels):
    front, rear = panel(panels[0], 1)
    cable(ends[0][0], front[0], length=1, length_unit="m")
    cable(rear[0], ends[1][0])
    assert total_length(path_of(ends[0][0])) == (Decimal(1), False)
