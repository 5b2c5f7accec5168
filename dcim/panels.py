"""Panels on the pages of components."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django.contrib.contenttypes.models import ContentType
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from dcim.cabling.graph import parse, text
from dcim.drawings.trace import draw
from dcim.models import CablePath
from netsot.ui.panels import Panel, Subject

WIDTH = 620


def drawing(endpoint: Any, context: Any) -> SafeString:
    """The trace of an endpoint for a page."""
    # An XML library writes it and escapes what people entered.
    return mark_safe(draw(endpoint, context, WIDTH, standalone=False))  # noqa: S308


@dataclass(frozen=True)
class Wires(Panel):
    """Which positions of a front or rear port are wired to which port on the other side."""

    template: ClassVar[str] = "panels/wires.html"

    def values(self, subject: Subject) -> Mapping[str, Any] | None:
        name = next(name for name in ("rear_ports", "front_ports") if name in subject.resource.infos)
        port = name.removesuffix("s")
        wires = subject.row.get(name) or []
        model = subject.resource.model._meta.get_field("mappings").related_model._meta.get_field(port).related_model
        shown = subject.context.related(model, [wire[port] for wire in wires], "link")
        rows = [(wire["position"], shown.get(wire[port]), wire[f"{port}_position"]) for wire in wires]
        return {"title": capfirst(str(model._meta.verbose_name_plural)), "wires": rows} if rows else None


@dataclass(frozen=True)
class Trace(Panel):
    """The cable path that begins at a component, as a drawing."""

    template: ClassVar[str] = "panels/trace.html"

    def values(self, subject: Subject) -> Mapping[str, Any] | None:
        if not getattr(subject.obj, "_path_id", None):
            return None
        api = f"{subject.context.base_url}/api/{subject.resource.path}/{subject.obj.pk}/trace/?render=svg"
        return {"title": _("Cable trace"), "drawings": [drawing(subject.obj, subject.context)], "svg_url": api}


@dataclass(frozen=True)
class Crossing(Panel):
    """The cable paths that cross a port, each from an end that the reader may see; both directions are one drawing."""

    limit: int = 4

    template: ClassVar[str] = "panels/trace.html"

    def values(self, subject: Subject) -> Mapping[str, Any] | None:
        node = text((int(ContentType.objects.get_for_model(subject.obj).pk), subject.obj.pk))
        rows = CablePath._base_manager.filter(_nodes__contains=[node]).order_by("pk")
        found: dict[frozenset[str], Any] = {}
        # Twice as many as shown: each way there is one of its own back.
        for row in rows[: 2 * self.limit]:
            nodes = frozenset(row._nodes)
            if nodes not in found and (origin := _origin(row, subject.context)) is not None:
                found[nodes] = origin
        drawings = [drawing(origin, subject.context) for origin in list(found.values())[: self.limit]]
        return {"title": _("Cable paths"), "drawings": drawings} if drawings else None


def _origin(path: CablePath, context: Any) -> Any:
    """Where a path begins, as far as the reader may see it."""
    kind, pk = parse(path.path[0][0])
    model = ContentType.objects.get_for_id(kind).model_class()
    return context.restrict(model._default_manager.filter(pk=pk)).first() if model else None
