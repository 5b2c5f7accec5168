"""Writes what cables are plugged into: the CableTermination rows, the columns of the ports that repeat them, the change
log of both, and the paths that follow. A constant number of statements per kind of port.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dcim.cabling import ends as cable_ends
from dcim.cabling import kinds, paths
from dcim.cabling.ends import ENDS, PENDING, PORTS
from dcim.cabling.graph import Node
from dcim.cabling.profiles import profile
from dcim.choices import LinkStatusChoices
from netsot.kernel import bulk, changes

Plugged = tuple[int | None, str | None, int | None, list[int] | None]
"""The columns of a port: cable, end, connector, positions."""

UNPLUGGED: Plugged = (None, None, None, None)
COLUMNS = ("cable", "cable_end", "cable_connector", "cable_positions")


def saved(cables: Sequence[Any], old: Mapping[Any, Mapping[str, Any]]) -> None:
    """Cables were written: plug them in as asked, and bring the paths across them up to date."""
    rebuilt = [c for c in cables if c.pk not in old or c.__dict__.get(PENDING) or old[c.pk]["profile"] != c.profile]
    if rebuilt:
        _plug_in(rebuilt, old)
    kind = kinds.kind("dcim.cable")
    switched = [c for c in cables if c.pk in old and old[c.pk]["status"] != c.status]
    up = LinkStatusChoices.STATUS_CONNECTED
    paths.set_active([(kind, c.pk) for c in switched if c.status != up], connected=False)
    paths.set_active([(kind, c.pk) for c in switched if c.status == up and old[c.pk]["status"] != up], connected=True)


def _plug_in(cables: Sequence[Any], old: Mapping[Any, Mapping[str, Any]]) -> None:
    model: Any = kinds.model("dcim.cabletermination")
    cable_kind = kinds.kind("dcim.cable")
    existing = [cable.pk for cable in cables if cable.pk in old]
    stored: dict[int, dict[str, list[Any]]] = {pk: {end: [] for end in ENDS} for pk in existing}
    if existing:
        for row in model._base_manager.filter(cable__in=existing).order_by("connector", "pk"):
            stored[row.cable_id][row.cable_end].append(row)
    ports: dict[Node, Any] = {}
    removed: list[Any] = []
    added: list[Any] = []
    touched: set[Node] = set()
    for cable in cables:
        ports.update(cable.__dict__.pop(PORTS, {}))
        before = stored.get(cable.pk, {})
        wanted = _rows(model, cable, before)
        keep = {_identity(row) for row in wanted} & {_identity(row) for rows in before.values() for row in rows}
        removed += [row for rows in before.values() for row in rows if _identity(row) not in keep]
        added += [row for row in wanted if _identity(row) not in keep]
        if cable.pk in old and old[cable.pk]["profile"] != cable.profile:
            touched.add((cable_kind, cable.pk))
        cable.__dict__.pop(PENDING, None)
    assignments: dict[Node, Plugged] = {_node(row): UNPLUGGED for row in removed}
    assignments.update({_node(row): (row.cable_id, row.cable_end, row.connector, row.positions) for row in added})
    ports.update(cable_ends.load_ports(assignments.keys() - ports.keys()))
    if removed:
        snapshots = changes.snapshots(model, removed)
        bulk.delete(model, [row.pk for row in removed])
        changes.deleted(model, removed, snapshots)
    _fill(added, ports)
    bulk.insert(model, added)
    changes.created(model, added)
    write_ports(assignments, ports)
    touched.update(_node(row) for row in (*removed, *added))
    touched.update((cable_kind, row.cable_id) for row in (*removed, *added))
    paths.retrace(touched)


def _rows(model: Any, cable: Any, before: Mapping[str, Sequence[Any]]) -> list[Any]:
    """The terminations `cable` is to have. Connectors are given out in the order of the terminations."""
    sent, lanes = cable_ends.pending(cable), profile(cable.profile)
    rows = []
    for end in ENDS:
        nodes = sent[end] if end in sent else [_node(row) for row in before.get(end, ())]
        for number, (kind, pk) in enumerate(nodes, start=1):
            row = model(cable_id=cable.pk, cable_end=end, termination_type_id=kind, termination_id=pk)
            if lanes is not None:
                row.connector, row.positions = number, list(range(1, lanes.ends[end].positions + 1))
            rows.append(row)
    return rows


def _node(row: Any) -> Node:
    return row.termination_type_id, row.termination_id


def _identity(row: Any) -> tuple[Any, ...]:
    return row.cable_id, row.cable_end, *_node(row), row.connector, tuple(row.positions or ())


def write_ports(assignments: Mapping[Node, Plugged], ports: Mapping[Node, Any]) -> None:
    """Note in the ports what is plugged into them; logged as changes of the ports."""
    by_model: dict[Any, list[tuple[Any, Plugged]]] = {}
    for node, plugged in assignments.items():
        if (port := ports.get(node)) is not None:
            by_model.setdefault(type(port), []).append((port, plugged))
    for model, pairs in by_model.items():
        objs = [port for port, _ in pairs]
        before = changes.snapshots(model, objs)
        for port, (cable, end, connector, positions) in pairs:
            port.cable_id, port.cable_end, port.cable_connector, port.cable_positions = cable, end, connector, positions
        bulk.update(model, objs, [*COLUMNS, "last_updated"])
        changes.updated(model, objs, before)


def attach(rows: Sequence[Any], old: Mapping[Any, Mapping[str, Any]]) -> None:
    """Terminations were written one by one (scripts do): ports and paths follow."""
    assignments: dict[Node, Plugged] = {
        (row["termination_type_id"], row["termination_id"]): UNPLUGGED for row in old.values()
    }
    assignments.update({_node(row): (row.cable_id, row.cable_end, row.connector, row.positions) for row in rows})
    write_ports(assignments, cable_ends.load_ports(assignments))
    kind = kinds.kind("dcim.cable")
    cables = {row.cable_id for row in rows} | {row["cable_id"] for row in old.values()}
    paths.retrace({*assignments, *((kind, pk) for pk in cables)})


def detach(rows: Sequence[Any]) -> None:
    """Terminations were deleted: ports that are still there are free, and the paths across them end."""
    cables = {_node(row): row.cable_id for row in rows}
    ports = cable_ends.load_ports(cables)
    # Another cable may have been plugged in since.
    held = {node: port for node, port in ports.items() if port.cable_id == cables[node]}
    write_ports(dict.fromkeys(held, UNPLUGGED), held)
    kind = kinds.kind("dcim.cable")
    paths.retrace({*cables, *((kind, pk) for pk in cables.values())})


def fill_places(rows: Sequence[Any]) -> None:
    """Fill in where terminations are."""
    _fill(rows, cable_ends.load_ports({_node(row) for row in rows}))


def _fill(rows: Sequence[Any], ports: Mapping[Node, Any]) -> None:
    for row in rows:
        if (port := ports.get(_node(row))) is not None:
            for column, value in cable_ends.place(port).items():
                setattr(row, column, value)
