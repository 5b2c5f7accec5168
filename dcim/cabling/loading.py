"""Fills a graph from the database with what the legs of many traces need next.

Statements do not depend on how many traces there are: a hop costs one for the links, one for the insides of front and
rear ports and, where there are any, one for circuits. Wireless links are only looked for at interfaces without a cable.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection

from dcim.cabling import kinds
from dcim.cabling.graph import Crossing, Graph, Link, Node, Plug, Port, Wire
from dcim.cabling.profiles import profile
from dcim.cabling.trace import Trace, run
from dcim.choices import LinkStatusChoices

CONNECTED = LinkStatusChoices.STATUS_CONNECTED


def empty_graph() -> Graph:
    """A graph that knows which kinds of nodes there are."""
    return Graph(port_kinds=frozenset(kinds.kind(name) for name in kinds.PORTS), circuit_kind=kinds.kind(kinds.CIRCUIT))


def trace(groups: Sequence[Sequence[Node]], graph: Graph) -> list[Trace]:
    """Trace from each group of origins."""
    return run(groups, graph, load_links, load_insides)


def load_links(graph: Graph, nodes: set[Node]) -> None:
    """Load the links of `nodes`, with everything plugged into them."""
    if missing := nodes - graph.plugs.keys():
        _load_cables(graph, missing)
        interface = kinds.kind("dcim.interface")
        if bare := [pk for kind, pk in missing if kind == interface and (kind, pk) not in graph.plugs]:
            _load_wireless(graph, interface, bare)
        for node in missing - graph.plugs.keys():
            graph.plugs[node] = None


def _load_cables(graph: Graph, nodes: set[Node]) -> None:
    rows = _fetch(
        "SELECT t.cable_id, c.status, c.profile, t.cable_end, t.termination_type_id, t.termination_id, t.connector, "
        "t.positions FROM dcim_cabletermination t JOIN dcim_cable c ON c.id = t.cable_id WHERE t.cable_id IN ("
        "SELECT near.cable_id FROM dcim_cabletermination near "
        "JOIN unnest(%s::bigint[], %s::bigint[]) AS wanted(kind, pk) "
        "ON near.termination_type_id = wanted.kind AND near.termination_id = wanted.pk"
        ") ORDER BY t.cable_id, t.cable_end, t.connector, t.id",
        [[kind for kind, _ in nodes], [pk for _, pk in nodes]],
    )
    cable_kind = kinds.kind("dcim.cable")
    links: dict[Node, Link] = {}
    for pk, status, name, end, kind, port, connector, positions in rows:
        node = (cable_kind, pk)
        link = links.setdefault(node, Link(node, status == CONNECTED, profile(name)))
        link.ends[end].append(Plug((kind, port), node, end, connector, tuple(positions or ())))
    for link in links.values():
        graph.add(link)


def _load_wireless(graph: Graph, interface: int, ids: Sequence[int]) -> None:
    rows = _fetch(
        "SELECT w.id, w.status, w.interface_a_id, w.interface_b_id FROM dcim_interface i "
        "JOIN wireless_wirelesslink w ON w.id = i.wireless_link_id WHERE i.id = ANY(%s)",
        [ids],
    )
    wireless = kinds.kind(kinds.WIRELESS)
    for pk, status, a, b in rows:
        node = (wireless, pk)
        ends = {"A": [Plug((interface, a), node, "A")], "B": [Plug((interface, b), node, "B")]}
        graph.add(Link(node, status == CONNECTED, None, ends))


def load_insides(graph: Graph, nodes: set[Node]) -> None:
    """Load what lies behind those of `nodes` that are pass-through ports or circuit terminations."""
    missing = {node for node in nodes if not graph.is_endpoint(node)} - graph.ports.keys() - graph.circuits.keys()
    if circuits := [pk for kind, pk in missing if kind == graph.circuit_kind]:
        _load_circuits(graph, circuits)
    front, rear = (kinds.kind(name) for name in kinds.PORTS)
    fronts = [pk for kind, pk in missing if kind == front]
    rears = [pk for kind, pk in missing if kind == rear]
    if fronts or rears:
        _load_ports(graph, {front: fronts, rear: rears})


def _load_ports(graph: Graph, wanted: dict[int, list[int]]) -> None:
    (front, fronts), (rear, rears) = wanted.items()
    rows = _fetch(
        "SELECT %s, p.id, p.positions, m.front_port_position, m.rear_port_id, m.rear_port_position, o.positions "
        "FROM dcim_frontport p LEFT JOIN dcim_portmapping m ON m.front_port_id = p.id "
        "LEFT JOIN dcim_rearport o ON o.id = m.rear_port_id WHERE p.id = ANY(%s) "
        "UNION ALL SELECT %s, p.id, p.positions, m.rear_port_position, m.front_port_id, m.front_port_position, "
        "o.positions FROM dcim_rearport p LEFT JOIN dcim_portmapping m ON m.rear_port_id = p.id "
        "LEFT JOIN dcim_frontport o ON o.id = m.front_port_id WHERE p.id = ANY(%s)",
        [front, fronts, rear, rears],
    )
    for kind, pk, positions, position, other, other_position, other_positions in rows:
        port = graph.ports.setdefault((kind, pk), Port(positions))
        if other is not None:
            port.wires[position] = Wire((rear if kind == front else front, other), other_position, other_positions > 1)
    for kind, pks in wanted.items():
        for pk in pks:
            # Terminations of ports that are about to go may still be there.
            graph.ports.setdefault((kind, pk), Port(1))


def _load_circuits(graph: Graph, ids: Sequence[int]) -> None:
    rows = _fetch(
        "SELECT near.id, far.id, far._provider_network_id, far.termination_type_id, far.termination_id, far.cable_id "
        "FROM circuits_circuittermination near "
        "JOIN circuits_circuittermination far ON far.circuit_id = near.circuit_id AND far.id <> near.id "
        "WHERE near.id = ANY(%s)",
        [ids],
    )
    for pk, far, network, place_kind, place, cable in rows:
        crossing = Crossing((graph.circuit_kind, far))
        if network is not None:
            crossing = Crossing(crossing.other, network=(kinds.kind(kinds.NETWORK), network))
        elif cable is None and place is not None:
            crossing = Crossing(crossing.other, place=(place_kind, place))
        graph.circuits[(graph.circuit_kind, pk)] = crossing
    for pk in ids:
        graph.circuits.setdefault((graph.circuit_kind, pk), None)


def _fetch(sql: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()
