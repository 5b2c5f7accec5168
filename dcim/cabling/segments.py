"""One endpoint's trace and the paths across a port, as the API shows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType

from dcim.cabling import kinds
from dcim.cabling.graph import Node, parse, text

Segment = tuple[list[Node], list[Node], list[Node]]
"""Near ends, links, far ends; the last two may be empty."""


def segments(path: Sequence[Sequence[str]]) -> list[Segment]:
    """A stored path in hops of three groups. The other side of a circuit and the network or site it ends in are a hop
    without a link; a port that nothing is plugged into is one with near ends only.
    """
    groups = [[parse(value) for value in group] for group in path]
    links = {kinds.kind("dcim.cable"), kinds.kind(kinds.WIRELESS)}
    found: list[Segment] = []
    while groups:
        near, *groups = groups
        link: list[Node] = []
        if groups and groups[0][0][0] in links:
            link, *groups = groups
        far: list[Node] = []
        if groups:
            far, *groups = groups
        found.append((near, link, far))
    return found


def walk(endpoint: Any) -> list[Segment]:
    """The path of `endpoint`, continued where it ends at a single interface that is bridged to another one."""
    found: list[Segment] = []
    interface = kinds.model("dcim.interface")
    been: set[tuple[type, int]] = set()
    while endpoint is not None and (type(endpoint), endpoint.pk) not in been:
        been.add((type(endpoint), endpoint.pk))
        path = endpoint._path if endpoint._path_id else None
        if path is None:
            break
        found += segments(path.path)
        ends = [parse(value) for value in path.path[-1]] if path.is_complete else []
        endpoint = None
        if len(ends) == 1 and ends[0][0] == kinds.kind("dcim.interface"):
            bridged = interface._base_manager.filter(bridge_interfaces=ends[0][1])
            endpoint = bridged.select_related("_path").first()
    return found


def trace(endpoint: Any, context: Any) -> list[list[Any]]:
    """The trace of `endpoint`: `[near ends, link, far ends]` per hop, as JSON values."""
    found = walk(endpoint)
    shown = _shown(context, (node for segment in found for group in segment for node in group))
    links = _links(context, [node for _, link, _ in found for node in link])
    return [
        [
            [shown[node] for node in near],
            # The contract shows one link per hop; parallel ones are of the same make.
            links[link[0]] if link else [],
            [shown[node] for node in far],
        ]
        for near, link, far in found
    ]


def paths(port: Any, context: Any) -> list[dict[str, Any]]:
    """Every path across `port`, as JSON values."""
    node = (int(ContentType.objects.get_for_model(port).pk), port.pk)
    rows = kinds.model("dcim.cablepath")._base_manager.filter(_nodes__contains=[text(node)]).order_by("pk")
    found = list(rows)
    shown = _shown(context, (parse(value) for row in found for value in row._nodes))
    return [
        {
            "id": row.pk,
            "path": [[shown[parse(value)] for value in group] for group in row.path],
            "is_active": row.is_active,
            "is_complete": row.is_complete,
            "is_split": row.is_split,
        }
        for row in found
    ]


def split_choices(path: Any) -> list[Any]:
    """Where a split path may go on: the ports behind the one it stopped at; empty when it isn't split there."""
    if not path.is_split or not path.path:
        return []
    ids: dict[int, list[int]] = {}
    for kind, pk in map(parse, path.path[-1]):
        ids.setdefault(kind, []).append(pk)
    found: list[Any] = []
    for label, other in (("dcim.rearport", "dcim.frontport"), ("dcim.frontport", "dcim.rearport")):
        if wanted := ids.get(kinds.kind(label)):
            side = "rear_port" if label == "dcim.rearport" else "front_port"
            ports = kinds.model(other)._base_manager.filter(**{f"mappings__{side}__in": wanted})
            found += ports.order_by(f"mappings__{side}_position", "pk").distinct()
    return found


def _shown(context: Any, nodes: Iterable[Node]) -> dict[Node, Any]:
    """The objects of `nodes` in their short form; one query per kind."""
    by_kind: dict[int, set[int]] = {}
    for kind, pk in nodes:
        by_kind.setdefault(kind, set()).add(pk)
    found: dict[Node, Any] = {}
    for kind, ids in by_kind.items():
        model = ContentType.objects.get_for_id(kind).model_class()
        shown = context.related(model, ids) if model else {}
        found.update({(kind, pk): shown.get(pk) for pk in ids})
    return found


def _links(context: Any, nodes: Sequence[Node]) -> dict[Node, Any]:
    """The links of a trace: cables with what a drawing needs, wireless links in their short form."""
    found = _shown(context, nodes)
    cable: Any = kinds.model("dcim.cable")
    kind = kinds.kind("dcim.cable")
    ids = [pk for node_kind, pk in nodes if node_kind == kind]
    fields = ("type", "status", "label", "color", "length", "length_unit", "description")
    for pk, *values in cable._base_manager.filter(pk__in=ids).values_list("pk", *fields):
        short = found[(kind, pk)]
        if short is None or context.is_hidden(cable, pk):
            continue
        row = dict(zip(fields, values, strict=True))
        row["length"] = None if row["length"] is None else float(row["length"])
        found[(kind, pk)] = {"id": pk, "url": short.get("url"), "display": short.get("display"), **row}
    return found
