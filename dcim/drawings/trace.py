"""The path from an endpoint as a drawing: devices from top to bottom, their ports, and the links between them.

A *stop* is a row of devices (power panels, circuits …): at their upper edge the ports a link comes in at, at their
lower edge those it leaves by. Between two stops hang the links of a hop.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _

from dcim.cabling import kinds
from dcim.cabling.graph import Node
from dcim.cabling.lengths import total_length
from dcim.cabling.segments import Segment, walk
from dcim.choices import LinkStatusChoices
from dcim.drawings.svg import Drawing, fill, ink
from netsot.kernel import registry

WIDTH, NARROWEST, WIDEST = 400, 200, 4000
PORT, BOX, GAP, LINK, PORT_WIDTH, MARGIN = 24, 46, 12, 92, 110, 10


@dataclass
class Holder:
    """What ports are part of: a device, a circuit, a power panel."""

    name: str
    note: str = ""
    color: str | None = None
    url: str | None = None
    ports: tuple[list[Node], list[Node]] = field(default_factory=lambda: ([], []))
    """Above and below."""


@dataclass
class Shown:
    """A port or link as the viewer may see it."""

    name: str
    key: Any
    obj: Any = None
    url: str | None = None
    color: str | None = None


def draw(endpoint: Any, context: Any, width: int = WIDTH, standalone: bool = True) -> str:
    """The trace of `endpoint` as SVG. What the viewer may not see is drawn without a name."""
    segments = walk(endpoint)
    drawing = Drawing(_("Cable trace of %(endpoint)s") % {"endpoint": endpoint})
    drawing.width = float(min(max(width, NARROWEST), WIDEST))
    shown = _objects(context, {node for segment in segments for group in segment for node in group})
    stops = _stops(segments, shown, context)
    most = max((sum(_slots(holder) for holder in stop) for stop in stops), default=1)
    drawing.width = max(drawing.width, most * (PORT_WIDTH + GAP) + 2 * MARGIN)
    y = float(MARGIN)
    below: dict[Node, float] = {}
    for index, stop in enumerate(stops):
        if index:
            y += LINK
        above, below_next, bottom = _draw_stop(drawing, stop, shown, y, first=index == 0)
        if index:
            _draw_links(drawing, segments[index - 1], shown, (below, y - LINK), (above, y))
        below, y = below_next, bottom
    drawing.height = _draw_end(drawing, endpoint, segments, y) + MARGIN
    return drawing.render(standalone)


def _stops(segments: Sequence[Segment], shown: dict[Node, Shown], context: Any) -> list[list[Holder]]:
    """The rows of devices. The far end of a hop and the near end of the next are mostly the same device."""
    rows: list[tuple[Sequence[Node], Sequence[Node]]] = []
    coming: Sequence[Node] = ()
    for near, _link, far in segments:
        rows.append((coming, near))
        coming = far
    if coming:
        rows.append((coming, ()))
    holders = _holders(context, shown)
    stops = []
    for ports in rows:
        stop: dict[Any, Holder] = {}
        for side, nodes in enumerate(ports):
            for node in nodes:
                key, holder = holders[node]
                stop.setdefault(key, Holder(holder.name, holder.note, holder.color, holder.url)).ports[side].append(
                    node
                )
        stops.append(list(stop.values()))
    return stops


def _objects(context: Any, nodes: Iterable[Node]) -> dict[Node, Shown]:
    """The ports and links of a trace, as far as the viewer may see them; one query per kind."""
    by_kind: dict[int, list[int]] = {}
    for kind, pk in nodes:
        by_kind.setdefault(kind, []).append(pk)
    found: dict[Node, Shown] = {}
    for kind, ids in by_kind.items():
        model: Any = ContentType.objects.get_for_id(kind).model_class()
        related = sorted({path.rpartition("__")[0] for path in model.display_fields if "__" in path})
        queryset = context.restrict(model._base_manager.filter(pk__in=ids))
        for obj in queryset.select_related(*related) if related else queryset:
            found[kind, obj.pk] = Shown(str(obj), obj.pk, obj, _url(context, obj), getattr(obj, "color", None))
        for pk in ids:
            found.setdefault((kind, pk), Shown(_("Hidden"), pk))
    return found


def _holders(context: Any, shown: dict[Node, Shown]) -> dict[Node, tuple[Any, Holder]]:
    """What each node is part of, with a key that is the same for nodes of the same holder."""
    wanted: dict[str, set[int]] = {}
    for item in shown.values():
        for label, column in _PARENTS:
            if getattr(item.obj, column, None):
                wanted.setdefault(label, set()).add(getattr(item.obj, column))
    parents: dict[tuple[str, int], Holder] = {}
    for label, ids in wanted.items():
        queryset = context.restrict(kinds.model(label)._base_manager.filter(pk__in=ids))
        for obj in queryset.select_related(*_RELATED[label]):
            parents[label, obj.pk] = Holder(str(obj), _note(label, obj), _color(label, obj), _url(context, obj))
    found: dict[Node, tuple[Any, Holder]] = {}
    for node, item in shown.items():
        for label, column in _PARENTS:
            if pk := getattr(item.obj, column, None):
                found[node] = ((label, pk), parents.get((label, pk)) or Holder(_("Hidden")))
                break
        else:
            # A site or provider network stands for itself, and what is hidden has no known parent.
            kind = kinds.model(kinds.label(node[0]))._meta.verbose_name if item.obj is not None else ""
            found[node] = (node, Holder("", str(kind)))
    return found


_PARENTS = (("dcim.device", "device_id"), ("circuits.circuit", "circuit_id"), ("dcim.powerpanel", "power_panel_id"))
_RELATED = {
    "dcim.device": ("role", "device_type__manufacturer", "site", "rack"),
    "circuits.circuit": ("provider",),
    "dcim.powerpanel": ("site",),
}


def _note(label: str, obj: Any) -> str:
    if label == "circuits.circuit":
        return str(obj.provider)
    if label == "dcim.powerpanel":
        return str(obj.site)
    return " · ".join(str(part) for part in (obj.device_type, obj.site, obj.rack) if part)


def _color(label: str, obj: Any) -> str | None:
    return obj.role.color if label == "dcim.device" else None


def _url(context: Any, obj: Any) -> str | None:
    resource = registry.get(obj._meta.label_lower)
    return f"{context.base_url}/{resource.path}/{obj.pk}/" if resource else None


def _slots(holder: Holder) -> int:
    return max(len(holder.ports[0]), len(holder.ports[1]), 1)


def _draw_stop(
    drawing: Drawing, stop: Sequence[Holder], shown: dict[Node, Shown], y: float, first: bool
) -> tuple[dict[Node, float], dict[Node, float], float]:
    """Draw a row of devices; returns where its ports are (x by node, above and below) and where it ends."""
    slots = sum(_slots(holder) for holder in stop)
    slot = (drawing.width - 2 * MARGIN) / max(slots, 1)
    upper = PORT if any(holder.ports[0] for holder in stop) else 0
    lower = PORT if any(holder.ports[1] for holder in stop) else 0
    bottom = y + upper + BOX + lower
    x = float(MARGIN)
    places: tuple[dict[Node, float], dict[Node, float]] = ({}, {})
    for holder in stop:
        width = slot * _slots(holder) - (GAP if len(stop) > 1 else 0)
        middle = x + width / 2
        if holder.name or holder.note:
            group = drawing.link(holder.url)
            drawing.add("rect", group, css="d-box", x=x, y=y + upper, width=width, height=float(BOX), rx=6, fill=None)
            if color := fill(holder.color):
                drawing.add("rect", group, x=x, y=y + upper, width=5.0, height=float(BOX), rx=2, fill=color)
            room = width - 20
            drawing.text(holder.name or holder.note, middle, y + upper + 19, room, group, 13, css="d-note")
            if holder.name and holder.note:
                drawing.text(holder.note, middle, y + upper + 36, room, group, 11, css="d-muted")
        for side, top in ((0, y), (1, y + upper + BOX)):
            for number, node in enumerate(holder.ports[side]):
                each = width / len(holder.ports[side])
                place = x + each * (number + 0.5)
                places[side][node] = place
                _draw_port(drawing, shown[node], place, top, min(each - 4, 180.0), start=first)
        x += slot * _slots(holder)
    return places[0], places[1], bottom


def _draw_port(drawing: Drawing, port: Shown, middle: float, top: float, width: float, start: bool) -> None:
    css = "d-port" + (" d-start" if start else "") + ("" if port.obj is not None else " d-hidden")
    group = drawing.link(port.url)
    drawing.add(
        "rect",
        group,
        css=css,
        x=middle - width / 2,
        y=top,
        width=width,
        height=float(PORT),
        rx=4,
        fill=fill(port.color),
    )
    drawing.text(port.name, middle, top + 16, width - 8, group, 12, fill=ink(port.color))


def _draw_links(
    drawing: Drawing,
    segment: Segment,
    shown: dict[Node, Shown],
    start: tuple[dict[Node, float], float],
    end: tuple[dict[Node, float], float],
) -> None:
    """Draw what hangs between two stops: each link from its ports above to its ports below."""
    near, links, far = segment
    (above, top), (below, bottom) = start, end
    if not links:
        for node in near:
            for other in far:
                _line(drawing, above[node], top, below[other], bottom, "d-line d-attachment", None)
        return
    level = (top + bottom) / 2
    for number, node in enumerate(links):
        link = shown[node]
        color, planned = (
            fill(link.color),
            getattr(link.obj, "status", None) not in (None, LinkStatusChoices.STATUS_CONNECTED),
        )
        uppers = [above[port] for port in near if _on(shown[port], node)] or [above[port] for port in near]
        lowers = [below[port] for port in far if _on(shown[port], node)] or [below[port] for port in far]
        middle = sum(uppers + lowers) / len(uppers + lowers) if len(links) > 1 else drawing.width / 2
        css = "d-line" + (" d-planned" if planned else "")
        for x, y in [(x, top) for x in uppers] + [(x, bottom) for x in lowers]:
            if color:
                # A casing keeps white and black cables visible on either ground.
                _line(drawing, x, y, middle, level, "d-case", None)
            _line(drawing, x, y, middle, level, css, color)
        _draw_label(drawing, link, middle, level, drawing.width / len(links) - GAP, number)


def _on(port: Shown, link: Node) -> bool:
    """Whether the port's own columns say it hangs on `link`."""
    name = "cable_id" if kinds.label(link[0]) == "dcim.cable" else "wireless_link_id"
    return port.obj is not None and getattr(port.obj, name, None) == link[1]


def _line(drawing: Drawing, x1: float, y1: float, x2: float, y2: float, css: str, color: str | None) -> None:
    bend = (y1 + y2) / 2
    drawing.add(
        "path",
        css=css,
        stroke=color,
        d=f"M{x1:.1f} {y1:.1f} C{x1:.1f} {bend:.1f} {x2:.1f} {bend:.1f} {x2:.1f} {y2:.1f}",
    )


def _draw_label(drawing: Drawing, link: Shown, middle: float, level: float, room: float, number: int) -> None:
    """The name of a link and what is known about it, on a plate over its line."""
    lines = [link.name]
    if link.obj is not None:
        length = getattr(link.obj, "length", None) or getattr(link.obj, "distance", None)
        unit = getattr(link.obj, "length_unit", None) or getattr(link.obj, "distance_unit", None)
        kind = link.obj.get_type_display() if getattr(link.obj, "type", None) else ""
        measure = f"{length.normalize():f} {unit}" if length is not None else ""
        lines.append(" · ".join(part for part in (link.obj.get_status_display(), str(kind), measure) if part))
    width = min(max(len(line) for line in lines) * 7.5 + 20, room)
    height = 18.0 * len(lines) + 6
    group = drawing.link(link.url)
    drawing.add(
        "rect",
        group,
        css="d-box",
        x=middle - width / 2,
        y=level - height / 2,
        width=width,
        height=height,
        rx=height / 2,
    )
    for row, line in enumerate(lines):
        drawing.text(
            line, middle, level - height / 2 + 16 + 17 * row, width - 14, group, 12 if row == 0 else 11,
            css="d-note" if row == 0 else "d-muted",
        )  # fmt: skip


def _draw_end(drawing: Drawing, endpoint: Any, segments: Sequence[Segment], y: float) -> float:
    """Say how the trace ended and how long it is; returns where the drawing ends."""
    path = endpoint._path if endpoint._path_id else None
    middle, room = drawing.width / 2, drawing.width - 2 * MARGIN
    if path is None or not segments:
        drawing.text(_("Nothing is connected here."), middle, y + 20, room, css="d-muted")
        return y + 30
    if path.is_split:
        verdict = _("The path splits: choose a port to go on from.")
    elif not path.is_complete:
        verdict = _("The path is incomplete.")
    else:
        verdict = _("The path is complete.") if path.is_active else _("The path is complete but not active.")
    drawing.text(verdict, middle, y + 24, room, css="d-note")
    length, whole = total_length(path)
    if length is None:
        return y + 34
    metres = f"{length.normalize():f} m"
    drawing.text(
        metres if whole else _("at least %(length)s") % {"length": metres}, middle, y + 42, room, css="d-muted"
    )
    return y + 52
