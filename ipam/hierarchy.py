"""What lies inside what: `_depth`, `_children` and `parent` of prefixes, and `parent` of addresses.

For a prefix, within its VRF (the global table counts as one):

- `_depth` is the number of different networks that contain it,
- `_children` is the number of prefixes inside it (a network that stands twice counts twice),
- `parent` is the longest network that contains it.

A prefix never contains itself or its duplicates. The parent of an address is the longest prefix of its VRF that covers
its host, also a /32.

How it is kept. A write changes *places*: (VRF, network) pairs at which prefixes came (new ones, moved ones) or went
(deleted ones, moved ones). Only three kinds of rows depend on a place, and one statement each brings them up to date,
however many places changed:

1. the networks around it gain or lose children: what came minus what went is added, nothing is counted;
2. the prefixes inside it, and what came itself, get their depth and parent anew; what came also has its children
   counted;
3. the addresses inside it get their parent anew, except those with a parent that is longer than the place.

How it is fast. PostgreSQL sorts a network right before everything inside it, so that the inside of a network is one
stretch of a B-tree over (VRF, network), from the network to its last host. The networks around it are found by asking
that B-tree for each shorter mask: at most 32 or 128 look-ups in the one VRF. A GiST index would find them at once, but
in all VRFs together, and private networks repeat in each of thousands of VRFs.

Writers of a VRF take turns (`uniqueness.lock_keys`), so that nothing moves meanwhile. What other statements get wrong
(rows deleted behind our back) is put right by `rebuild`.
"""

# ruff: noqa: S608 - the statements are put together from the parts below, never from what users send

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import netaddr
from django.db import connection

Place = tuple[int, str]
"""A VRF (0 is the global table) and a network."""

# OFFSET 0 keeps PostgreSQL from reordering the joins: it can't know that these look-ups are few, and would read whole
# tables instead.
_LAST = "set_masklen(broadcast({net}), CASE family({net}) WHEN 4 THEN 32 ELSE 128 END)"
"""The last host of {net}: what lies inside sorts from the network up to it."""

_AROUND = """(
    SELECT id, prefix FROM ipam_prefix
    WHERE coalesce(vrf_id, 0) = {vrf} AND prefix = ANY(
        ARRAY(SELECT network(set_masklen({net}, mask)) FROM generate_series(1, {longest}) AS mask)
    )
    OFFSET 0
)"""
"""The prefixes around {net} with masks up to {longest}."""

_AROUND_NETWORK = _AROUND.replace("{longest}", "masklen({net}) - 1")

_INSIDE = f"""(
    SELECT id, prefix FROM ipam_prefix
    WHERE coalesce(vrf_id, 0) = {{vrf}} AND prefix {{above}} {{net}} AND prefix <= {_LAST}
    OFFSET 0
)"""
"""The prefixes inside {net}: `>` without, `>=` with itself."""

_CHILDREN_OF_OUTER = f"""
WITH change(vrf, net, difference) AS (SELECT * FROM unnest(%s::bigint[], %s::cidr[], %s::int[])),
delta AS (
    SELECT around.id, sum(change.difference) AS difference
    FROM change CROSS JOIN LATERAL {_AROUND_NETWORK.format(net="change.net", vrf="change.vrf")} AS around
    WHERE around.id <> ALL(%s::bigint[])
    GROUP BY around.id
)
UPDATE ipam_prefix AS prefix SET _children = greatest(prefix._children + delta.difference, 0)
FROM delta WHERE prefix.id = delta.id AND delta.difference <> 0
"""

_DEPTH_AND_PARENT = f"""
WITH place(vrf, net) AS (SELECT * FROM unnest(%s::bigint[], %s::cidr[])),
touched AS (
    SELECT inside.id, inside.prefix, place.vrf
    FROM place CROSS JOIN LATERAL {_INSIDE.format(net="place.net", vrf="place.vrf", above=">=")} AS inside
),
fresh AS MATERIALIZED (
    SELECT touched.id, found.depth, found.parent
    FROM touched CROSS JOIN LATERAL (
        SELECT count(DISTINCT prefix) AS depth, (array_agg(id ORDER BY masklen(prefix) DESC, id))[1] AS parent
        FROM {_AROUND_NETWORK.format(net="touched.prefix", vrf="touched.vrf")} AS around
    ) AS found
)
UPDATE ipam_prefix AS prefix SET _depth = fresh.depth, parent_id = fresh.parent
FROM fresh WHERE prefix.id = fresh.id
    AND (prefix._depth <> fresh.depth OR prefix.parent_id IS DISTINCT FROM fresh.parent)
"""

_CHILDREN_OF_CHANGED = f"""
WITH changed AS (SELECT id, prefix AS net, coalesce(vrf_id, 0) AS vrf FROM ipam_prefix WHERE id = ANY(%s::bigint[])),
counted AS (
    SELECT changed.id, found.children
    FROM changed CROSS JOIN LATERAL (
        SELECT count(*) AS children FROM {_INSIDE.format(net="changed.net", vrf="changed.vrf", above=">")} AS inside
    ) AS found
)
UPDATE ipam_prefix AS prefix SET _children = counted.children
FROM counted WHERE prefix.id = counted.id AND prefix._children <> counted.children
"""

_PARENTS_OF_TOUCHED = f"""
fresh AS MATERIALIZED (
    SELECT touched.id, (
        SELECT id
        FROM {_AROUND.format(net="touched.host", vrf="touched.vrf", longest="masklen(touched.host)")} AS around
        ORDER BY masklen(prefix) DESC, id LIMIT 1
    ) AS parent
    FROM touched
)
UPDATE ipam_ipaddress AS address SET parent_id = fresh.parent
FROM fresh WHERE address.id = fresh.id AND address.parent_id IS DISTINCT FROM fresh.parent
"""

_ADDRESSES_INSIDE = f"""
WITH place(vrf, net) AS (SELECT * FROM unnest(%s::bigint[], %s::cidr[])),
touched AS (
    SELECT DISTINCT inside.id, inside.host, place.vrf
    FROM place CROSS JOIN LATERAL (
        SELECT id, host(address)::inet AS host, parent_id FROM ipam_ipaddress
        WHERE coalesce(vrf_id, 0) = place.vrf
            AND host(address)::inet >= place.net AND host(address)::inet <= {_LAST.format(net="place.net")}
        OFFSET 0
    ) AS inside
    LEFT JOIN ipam_prefix AS parent ON parent.id = inside.parent_id
    WHERE parent.id IS NULL OR parent.id = ANY(%s::bigint[]) OR masklen(parent.prefix) <= masklen(place.net)
),
{_PARENTS_OF_TOUCHED}"""

_ADDRESSES = f"""
WITH touched AS (
    SELECT id, host(address)::inet AS host, coalesce(vrf_id, 0) AS vrf FROM ipam_ipaddress WHERE id = ANY(%s::bigint[])
),
{_PARENTS_OF_TOUCHED}"""


def prefixes_saved(objs: Sequence[Any], old: Mapping[Any, Mapping[str, Any]]) -> None:
    """Bring everything up to date after prefixes were created or changed; `old` as in `BaseModel.saved_set`."""
    came, went, moved = [], [], []
    for obj in objs:
        place = _place(obj.vrf_id, obj.prefix)
        before = _place(old[obj.pk]["vrf_id"], old[obj.pk]["prefix"]) if obj.pk in old else None
        if place == before:
            continue
        moved.append(obj)
        came.append(place)
        if before is not None:
            went.append(before)
    if moved:
        _update(came, went, [obj.pk for obj in moved])
        _refresh(moved, "_depth", "_children", "parent_id")


def prefixes_deleted(objs: Iterable[Any]) -> None:
    """Bring everything up to date after prefixes were deleted."""
    if went := [_place(obj.vrf_id, obj.prefix) for obj in objs]:
        _update([], went, [])


def addresses_saved(objs: Sequence[Any], old: Mapping[Any, Mapping[str, Any]]) -> None:
    """Give new and moved addresses their parents."""
    moved = [
        obj
        for obj in objs
        if obj.pk not in old or (old[obj.pk]["vrf_id"], old[obj.pk]["address"]) != (obj.vrf_id, obj.address)
    ]
    if moved:
        _execute(_ADDRESSES, [obj.pk for obj in moved])
        _refresh(moved, "parent_id")


def rebuild(vrf_ids: Iterable[int]) -> None:
    """Compute everything anew for whole VRFs (0 is the global table)."""
    for vrf_id in vrf_ids:
        with connection.cursor() as cursor:
            cursor.execute("SELECT id FROM ipam_prefix WHERE coalesce(vrf_id, 0) = %s", [vrf_id])
            prefixes = [pk for (pk,) in cursor.fetchall()]
            cursor.execute("SELECT id FROM ipam_ipaddress WHERE coalesce(vrf_id, 0) = %s", [vrf_id])
            addresses = [pk for (pk,) in cursor.fetchall()]
        _execute(_DEPTH_AND_PARENT, [vrf_id] * 2, ["0.0.0.0/0", "::/0"])
        _execute(_CHILDREN_OF_CHANGED, prefixes)
        _execute(_ADDRESSES, addresses)


def _place(vrf_id: int | None, network: Any) -> Place:
    return vrf_id or 0, str(network)


def _update(came: Sequence[Place], went: Sequence[Place], moved_ids: Sequence[int]) -> None:
    changes = [*came, *went]
    differences = [1] * len(came) + [-1] * len(went)
    _execute(_CHILDREN_OF_OUTER, *_columns(changes), differences, moved_ids)
    places = _outermost(changes)
    _execute(_DEPTH_AND_PARENT, *_columns(places))
    if moved_ids:
        _execute(_CHILDREN_OF_CHANGED, moved_ids)
    _execute(_ADDRESSES_INSIDE, *_columns(sorted(set(changes))), moved_ids)


def _outermost(places: Iterable[Place]) -> list[Place]:
    """The places that lie in no other, so that a batch of parents and children visits each row once."""
    out: list[tuple[int, netaddr.IPNetwork]] = []
    for vrf, network in sorted({(vrf, netaddr.IPNetwork(text)) for vrf, text in places}):
        if not (out and out[-1][0] == vrf and network in out[-1][1]):
            out.append((vrf, network))
    return [(vrf, str(network)) for vrf, network in out]


def _columns(places: Sequence[Place]) -> tuple[list[int], list[str]]:
    return [vrf for vrf, _network in places], [network for _vrf, network in places]


def _refresh(objs: Sequence[Any], *attnames: str) -> None:
    """Show the objects at hand what the database now holds."""
    rows = type(objs[0])._base_manager.filter(pk__in=[obj.pk for obj in objs]).values("pk", *attnames)
    found = {row["pk"]: row for row in rows}
    for obj in objs:
        for name in attnames:
            setattr(obj, name, found[obj.pk][name])


def _execute(sql: str, *parameters: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
