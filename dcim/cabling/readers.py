"""What the API says about cabled objects, a page at a time: a constant number of queries per page.

Objects the user may not see are left out of lists; in a trace they stand as hidden ones, so that its shape stays right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection

from dcim.cabling import kinds
from dcim.cabling.graph import Node, parse
from dcim.cabling.profiles import profile
from dcim.cabling.segments import paths, trace

__all__ = [
    "connected_endpoints",
    "connected_endpoints_reachable",
    "connected_endpoints_type",
    "link_peers",
    "link_peers_type",
    "paths",
    "trace",
]


def link_peers(page: Any) -> list[list[Any]]:
    """What is at the other end of each row's cable or wireless link; with a profile, at the other end of its lanes."""
    return _shown(page, _peers(page))


def link_peers_type(page: Any) -> list[str | None]:
    """What kind of objects they are."""
    return _types(page, _peers(page))


def connected_endpoints(page: Any) -> list[list[Any] | None]:
    """Where each row's path ends; None without a complete path."""
    ends = _destinations(page)
    return [shown if nodes else None for nodes, shown in zip(ends, _shown(page, ends), strict=True)]


def connected_endpoints_type(page: Any) -> list[str | None]:
    """What kind of objects they are."""
    return _types(page, _destinations(page))


def connected_endpoints_reachable(page: Any) -> list[bool | None]:
    """Whether each row's path is complete and all its links are connected; None without a path."""
    return _memo(page, "paths", lambda: _read_paths(page))[1]


def _memo(page: Any, name: str, read: Any) -> Any:
    """Several fields of a page read the same; it is read once."""
    known = vars(page).setdefault("_cabling", {})
    if name not in known:
        known[name] = read()
    return known[name]


def _peers(page: Any) -> list[list[Node]]:
    return _memo(page, "peers", lambda: read_peers(page.resource.model, page.ids))


def _destinations(page: Any) -> list[list[Node]]:
    return _memo(page, "paths", lambda: _read_paths(page))[0]


def read_peers(model: Any, ids: Sequence[int]) -> list[list[Node]]:
    """The nodes at the other end of the link of each object; one query for cables, one for wireless links."""
    kind = int(ContentType.objects.get_for_model(model).pk)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT near.termination_id, c.profile, near.cable_end, near.connector, near.positions, "
            "far.termination_type_id, far.termination_id, far.connector, far.positions "
            "FROM dcim_cabletermination near JOIN dcim_cable c ON c.id = near.cable_id "
            "JOIN dcim_cabletermination far ON far.cable_id = near.cable_id AND far.cable_end <> near.cable_end "
            "WHERE near.termination_type_id = %s AND near.termination_id = ANY(%s) ORDER BY far.connector, far.id",
            [kind, list(ids)],
        )
        rows = cursor.fetchall()
    found: dict[int, list[Node]] = {}
    for pk, name, end, connector, positions, far_kind, far, far_connector, far_positions in rows:
        if name == "" or _lanes_meet(name, end, (connector, positions), (far_connector, far_positions)):
            found.setdefault(pk, []).append((far_kind, far))
    if kind == kinds.kind("dcim.interface"):
        links = model._base_manager.filter(pk__anyof=ids, wireless_link__isnull=False)
        for pk, a, b in links.values_list("pk", "wireless_link__interface_a", "wireless_link__interface_b"):
            found.setdefault(pk, []).append((kind, b if pk == a else a))
    return [found.get(pk, []) for pk in ids]


def _lanes_meet(name: str, end: str, near: tuple[Any, Any], far: tuple[Any, Any]) -> bool:
    lanes = profile(name)
    if lanes is None or near[0] is None or far[0] is None:
        return False
    ends = (lanes.across(end, (near[0], position)) for position in near[1] or ())
    return any(lane is not None and lane[0] == far[0] and lane[1] in (far[1] or ()) for lane in ends)


def _read_paths(page: Any) -> tuple[list[list[Node]], list[bool | None]]:
    """(where the path of each row ends, whether it gets there)."""
    rows = page.resource.model._base_manager.filter(pk__anyof=page.ids, _path__isnull=False).values_list(
        "pk", "_path__path__-1", "_path__is_complete", "_path__is_active"
    )
    found = {pk: (ends, complete, active) for pk, ends, complete, active in rows}
    ends: list[list[Node]] = []
    reachable: list[bool | None] = []
    for pk in page.ids:
        last, complete, active = found.get(pk, ((), None, None))
        ends.append([parse(value) for value in last] if complete else [])
        reachable.append(None if complete is None else bool(complete and active))
    return ends, reachable


def _shown(page: Any, groups: Iterable[Sequence[Node]]) -> list[list[Any]]:
    """The visible objects of each group; one query per kind."""
    groups = list(groups)
    flat = [node for nodes in groups for node in nodes]
    shown = dict(zip(flat, page.generic([kind for kind, _ in flat], [pk for _, pk in flat]), strict=True))
    return [
        [shown[node] for node in nodes if shown[node] is not None and not _is_hidden(page, node)] for nodes in groups
    ]


def _types(page: Any, groups: Sequence[Sequence[Node]]) -> list[str | None]:
    """The kind of each group's visible objects."""
    visible = _shown(page, groups)
    return [kinds.label(nodes[0][0]) if shown else None for nodes, shown in zip(groups, visible, strict=True)]


def _is_hidden(page: Any, node: Node) -> bool:
    model = ContentType.objects.get_for_id(node[0]).model_class()
    return model is None or page.context.is_hidden(model, node[1])
