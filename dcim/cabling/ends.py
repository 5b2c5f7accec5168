"""The ends of cables as they are sent and as they are stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models

from dcim.cabling import kinds
from dcim.cabling.graph import Node

ENDS = ("A", "B")
FIELDS = {"A": "a_terminations", "B": "b_terminations"}
"""The fields of a cable, by end."""

PENDING = "_pending_ends"
"""Where a cable keeps ends that were set and not yet written: `{"A": [node, …]}`."""

PORTS = "_ports"
"""Where a cable keeps its ports as loaded by the check, for the write that follows."""


def node_of(item: Any) -> Node:
    """The node of an object, of a pair (content type, id), or of `{"object_type": …, "object_id": …}`."""
    if isinstance(item, models.Model):
        return int(ContentType.objects.get_for_model(item).pk), item.pk
    if isinstance(item, Mapping):
        item = (item["object_type"], item["object_id"])
    kind, pk = item
    if isinstance(kind, str):
        kind = kinds.kind(kind)
    elif isinstance(kind, ContentType):
        kind = kind.pk
    return int(kind), int(pk)


def pending(cable: Any) -> dict[str, list[Node]]:
    """The ends of `cable` that were set and not yet written."""
    found: dict[str, list[Node]] = cable.__dict__.setdefault(PENDING, {})
    return found


def set_end(cable: Any, end: str, items: Iterable[Any] | None) -> None:
    """Note what `end` of `cable` is to be plugged into; written with the cable."""
    pending(cable)[end] = [node_of(item) for item in items or ()]


def stored_ends(cables: Sequence[Any]) -> dict[Any, dict[str, list[Node]]]:
    """What the stored cables among `cables` are plugged into, by primary key and end; one query."""
    ids = [cable.pk for cable in cables if cable.pk is not None and not cable._state.adding]
    found: dict[Any, dict[str, list[Node]]] = {pk: {end: [] for end in ENDS} for pk in ids}
    if ids:
        rows = kinds.model("dcim.cabletermination")._base_manager.filter(cable__anyof=ids)
        rows = rows.order_by("cable", "cable_end", "connector", "pk")
        for cable, end, kind, pk in rows.values_list("cable_id", "cable_end", "termination_type_id", "termination_id"):
            found[cable][end].append((kind, pk))
    return found


def end_objects(cable: Any, end: str) -> list[Any]:
    """The objects at `end` of `cable`: what was set, else what is stored."""
    nodes = pending(cable).get(end)
    if nodes is None:
        nodes = stored_ends([cable]).get(cable.pk, {}).get(end, [])
    found = load_ports(nodes)
    return [found[node] for node in nodes if node in found]


def load_ports(nodes: Iterable[Node]) -> dict[Node, Any]:
    """The objects of `nodes`, whole; one query per kind. Kinds that take no cable are left out."""
    by_kind: dict[int, set[int]] = {}
    for kind, pk in nodes:
        by_kind.setdefault(kind, set()).add(pk)
    found: dict[Node, Any] = {}
    for kind, ids in by_kind.items():
        label = label_of(kind)
        if label in kinds.CABLED:
            model = kinds.model(label)
            queryset = model._base_manager.filter(pk__anyof=ids)
            if related := _names_and_places(model, label):
                queryset = queryset.select_related(*related)
            found.update({(kind, port.pk): port for port in queryset})
    return found


def label_of(kind: int) -> str:
    """The label of a content type id; empty when there is no such type."""
    try:
        return kinds.label(kind)
    except ContentType.DoesNotExist:
        return ""


def _names_and_places(model: Any, label: str) -> list[str]:
    """The relations that a port's name and place are read from."""
    related = [path.rpartition("__")[0] for path in model.display_fields if "__" in path]
    return related + (["rack", "power_panel"] if label == "dcim.powerfeed" else [])


def place(port: Any) -> dict[str, int | None]:
    """Where a port is: the columns of its termination."""
    columns = ("_device_id", "_rack_id", "_location_id", "_site_id")
    if hasattr(port, "power_panel_id"):
        # A feed belongs to its rack; without one it is where its panel is.
        spot = port.rack or port.power_panel
        return dict(zip(columns, (None, port.rack_id, spot.location_id, spot.site_id), strict=True))
    names = ("device_id", "_rack_id", "_location_id", "_site_id")
    return {column: getattr(port, name, None) for column, name in zip(columns, names, strict=True)}
