"""Keeps the rows of CablePath right.

Whatever changes in the plant, `retrace` is told which nodes were touched. Every path that crosses one of them is traced
anew, and so are the endpoints among them. Only rows that come out different are written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import Q

from dcim.cabling import kinds, loading
from dcim.cabling.graph import Graph, Node, parse, text
from dcim.cabling.trace import Trace
from netsot.kernel import bulk, locks

PLANT = ("dcim.cabling", 0)
"""The lock of everyone who traces: two writers at work on the two ends of one path must see each other's cables."""

Origins = tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Stored:
    """A path as it is stored."""

    pk: int
    path: list[list[str]]
    state: tuple[bool, bool, bool]

    @property
    def origins(self) -> Origins:
        """The endpoints it begins at."""
        return tuple(parse(value) for value in self.path[0]) if self.path else ()


def retrace(touched: Iterable[Node]) -> None:
    """Bring all paths that cross, begin at, or could begin at one of `touched` up to date.

    The rows of the plant (terminations, mappings, circuits …) must have been written before.
    """
    nodes = set(touched)
    if nodes:
        locks.acquire([PLANT])
        graph = loading.empty_graph()
        stale = _crossing(nodes)
        origins = {node for node in nodes if _begins_paths(graph, node)}
        origins.update(node for path in stale for node in path.origins)
        _replace(stale, _trace(origins, graph))


def retrace_objects(objs: Iterable[Any]) -> None:
    """The same for objects: circuit terminations (both sides) or the interfaces of wireless links that changed."""
    retrace((int(ContentType.objects.get_for_model(obj).pk), obj.pk) for obj in objs)


def retrace_ports(pairs: Iterable[tuple[int, int]]) -> None:
    """The same for (front port, rear port) pairs whose mapping changed."""
    front, rear = (kinds.kind(name) for name in kinds.PORTS)
    pairs = list(pairs)
    retrace({(front, pk) for pk, _ in pairs} | {(rear, pk) for _, pk in pairs})


def trace_missing(batch: int = 500) -> int:
    """Trace the endpoints that have a link and no path; returns how many paths came of it."""
    locks.acquire([PLANT])
    count = 0
    seen: set[Node] = set()
    for label in kinds.ENDPOINTS:
        ids = _linked(label)
        kind = kinds.kind(label)
        for start in range(0, len(ids), batch):
            traces = _trace({(kind, pk) for pk in ids[start : start + batch]} - seen, loading.empty_graph())
            seen.update(node for trace in traces for node in trace.path[0])
            _replace([], traces)
            count += len(traces)
    return count


def rebuild_all() -> int:
    """Forget all paths and trace every endpoint that has a link; returns how many paths there are."""
    locks.acquire([PLANT])
    for label in kinds.ENDPOINTS:
        kinds.model(label)._base_manager.filter(_path__isnull=False).update(_path=None)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM dcim_cablepath")
    return trace_missing()


def _linked(label: str) -> list[int]:
    """The endpoints of a kind that have a link but no path."""
    manager = kinds.model(label)._base_manager
    linked = Q(cable__isnull=False)
    if label == "dcim.interface":
        linked |= Q(wireless_link__isnull=False)
    return list(manager.filter(linked, _path__isnull=True).order_by("pk").values_list("pk", flat=True))


def set_active(links: Iterable[Node], connected: bool) -> None:
    """Links were (dis)connected: mark the paths across them without tracing them anew."""
    found = {text(link) for link in links}
    if not found:
        return
    locks.acquire([PLANT])
    with connection.cursor() as cursor:
        if not connected:
            cursor.execute(
                "UPDATE dcim_cablepath SET is_active = FALSE WHERE is_active AND _nodes && %s::varchar[]", [list(found)]
            )
            return
        cursor.execute(
            "SELECT id, _nodes FROM dcim_cablepath WHERE NOT is_active AND _nodes && %s::varchar[]", [list(found)]
        )
        rows = [(pk, {parse(node) for node in nodes}) for pk, nodes in cursor.fetchall()]
    down = _disconnected({node for _, nodes in rows for node in nodes})
    whole = [pk for pk, nodes in rows if not nodes & down]
    kinds.model("dcim.cablepath")._base_manager.filter(pk__in=whole).update(is_active=True)


def _disconnected(nodes: set[Node]) -> set[Node]:
    """The links among `nodes` that aren't connected."""
    found: set[Node] = set()
    for label in ("dcim.cable", kinds.WIRELESS):
        kind = kinds.kind(label)
        if ids := [pk for node_kind, pk in nodes if node_kind == kind]:
            down = kinds.model(label)._base_manager.filter(pk__in=ids).exclude(status=loading.CONNECTED)
            found.update((kind, pk) for pk in down.values_list("pk", flat=True))
    return found


def _begins_paths(graph: Graph, node: Node) -> bool:
    return graph.is_endpoint(node) and kinds.label(node[0]) in kinds.ENDPOINTS


def _trace(origins: set[Node], graph: Graph) -> list[Trace]:
    if not origins:
        return []
    loading.load_links(graph, origins)
    return loading.trace(graph.groups(sorted(origins)), graph)


def _crossing(nodes: set[Node]) -> list[Stored]:
    """The stored paths across any of `nodes`."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, path::text, is_active, is_complete, is_split FROM dcim_cablepath "
            "WHERE _nodes && %s::varchar[] ORDER BY id",
            [[text(node) for node in nodes]],
        )
        return [Stored(pk, orjson.loads(path), (a, c, s)) for pk, path, a, c, s in cursor.fetchall()]


def _replace(stale: Sequence[Stored], traces: Sequence[Trace]) -> None:
    """Turn the rows `stale` into what `traces` say."""
    model: Any = kinds.model("dcim.cablepath")
    by_origins: dict[Origins, Stored] = {}
    surplus: list[Stored] = []
    for path in stale:
        surplus += [path] if path.origins in by_origins else []
        by_origins.setdefault(path.origins, path)
    fresh: list[Any] = []
    differing: list[Any] = []
    pointers: dict[Node, int | None] = {node: None for path in stale for node in path.origins}
    for trace in traces:
        state = (trace.is_active, trace.is_complete, trace.is_split)
        groups = [[text(node) for node in group] for group in trace.path]
        earlier = by_origins.pop(tuple(trace.path[0]), None)
        if earlier is not None:
            pointers.update(dict.fromkeys(trace.path[0], earlier.pk))
            if earlier.path == groups and earlier.state == state:
                continue
        row = model(path=groups, is_active=state[0], is_complete=state[1], is_split=state[2])
        row._nodes = list(dict.fromkeys(node for group in groups for node in group))
        if earlier is None:
            fresh.append(row)
        else:
            row.pk = earlier.pk
            differing.append(row)
    surplus += by_origins.values()
    bulk.update(model, differing, ["path", "_nodes", "is_active", "is_complete", "is_split"])
    bulk.insert(model, fresh)
    pointers.update({parse(node): row.pk for row in fresh for node in row.path[0]})
    moved = {node for path in surplus for node in path.origins} | {parse(n) for row in fresh for n in row.path[0]}
    _point({node: path for node, path in pointers.items() if node in moved})
    bulk.delete(model, [path.pk for path in surplus])


def _point(pointers: dict[Node, int | None]) -> None:
    """Set the `_path` of endpoints; one statement per kind."""
    by_kind: dict[int, list[tuple[int, int | None]]] = {}
    for (kind, pk), path in pointers.items():
        by_kind.setdefault(kind, []).append((pk, path))
    with connection.cursor() as cursor:
        for kind, pairs in by_kind.items():
            cursor.execute(
                f"UPDATE {kinds.table(kind)} AS port SET _path_id = wanted.path "  # noqa: S608 - a table of ours
                "FROM unnest(%s::bigint[], %s::bigint[]) AS wanted(pk, path) WHERE port.id = wanted.pk",
                [[pk for pk, _ in pairs], [path for _, path in pairs]],
            )
