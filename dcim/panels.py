"""Panels on the pages of components."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from dcim.drawings.trace import draw
from netsot.ui.panels import Panel, Subject

WIDTH = 620


@dataclass(frozen=True)
class Trace(Panel):
    """The cable path that begins at the component, as a drawing."""

    template: ClassVar[str] = "panels/trace.html"

    def values(self, subject: Subject) -> Mapping[str, Any] | None:
        if not getattr(subject.obj, "_path_id", None):
            return None
        svg = draw(subject.obj, subject.context, WIDTH, standalone=False)
        api = f"{subject.context.base_url}/api/{subject.resource.path}/{subject.obj.pk}/trace/?render=svg"
        # The drawing is written by an XML library, which escapes what people entered.
        return {"title": _("Cable trace"), "svg": mark_safe(svg), "svg_url": api}  # noqa: S308
