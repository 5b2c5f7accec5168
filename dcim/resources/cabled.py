"""What every cabled component shows: its cable, the ports at the other end, and where its path leads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from rest_framework import serializers
from rest_framework.response import Response

from dcim.buttons import Connect
from dcim.cabling import readers
from dcim.drawings.answer import svg_answer
from dcim.drawings.trace import WIDTH, draw
from dcim.panels import Trace
from netsot.kernel.resource import F, Resource, action, computed
from netsot.ui.panels import Attributes, Comments, CustomFields, Page, Panel, RelatedObjects, Tags

NODES = {"responses": {200: {"type": "array", "items": {}}}}
"""What the answer of `trace` and `paths` looks like to a schema."""
_OBJECTS = serializers.ListField(child=serializers.JSONField(), read_only=True)
_NAME = serializers.CharField(read_only=True, allow_null=True)


def page_with(*below: Panel, beside: tuple[Panel, ...] = ()) -> Page:
    """The usual page, with more panels."""
    return Page(
        left=(Attributes(), Comments()), right=(*beside, Tags(), CustomFields(), RelatedObjects()), bottom=below
    )


class Cabled(Resource):
    """A component that takes a cable."""

    menu = ("Devices", "Device Components")
    brief = F("device name description cable _occupied")
    raw = F("cable_end")
    hidden = F("cable_connector cable_positions")
    buttons = (Connect(),)
    page = page_with(Trace())

    @computed(schema=_OBJECTS)
    def link_peers(self, page: Any) -> Sequence[Any]:
        """The ports at the other end of the cable."""
        return readers.link_peers(page)

    @computed(schema=_NAME)
    def link_peers_type(self, page: Any) -> Sequence[Any]:
        """What kind of ports they are."""
        return readers.link_peers_type(page)

    @computed("cable_id", "mark_connected", schema=serializers.BooleanField(read_only=True))
    def _occupied(self, page: Any, cables: Sequence[Any], marked: Sequence[bool]) -> Sequence[bool]:
        """Whether the port is taken."""
        return [bool(cable or mark) for cable, mark in zip(cables, marked, strict=True)]

    def paths_of(self, request: Any, port: Any) -> Response:
        """Every cable path that crosses the port."""
        from netsot.api.context import context_for

        return Response(readers.paths(port, context_for(request)))


class Endpoint(Cabled):
    """A component where a cable path begins or ends."""

    @computed(schema=serializers.ListField(child=serializers.JSONField(), read_only=True, allow_null=True))
    def connected_endpoints(self, page: Any) -> Sequence[Any]:
        """The far ends of its path."""
        return readers.connected_endpoints(page)

    @computed(schema=_NAME)
    def connected_endpoints_type(self, page: Any) -> Sequence[Any]:
        """What kind of endpoints they are."""
        return readers.connected_endpoints_type(page)

    @computed(schema=serializers.BooleanField(read_only=True, allow_null=True))
    def connected_endpoints_reachable(self, page: Any) -> Sequence[bool | None]:
        """Whether every cable of the path is connected."""
        return readers.connected_endpoints_reachable(page)

    @action("trace", permission="view", schema=NODES)
    def trace(self, request: Any, endpoint: Any) -> HttpResponse:
        """The path from here, hop by hop: [near ends, cable, far ends]; a drawing of it with `render=svg`."""
        from netsot.api.context import context_for

        if request.query_params.get("render") == "svg":
            width = _width(request.query_params.get("width"))
            return svg_answer(request, draw(endpoint, context_for(request), width))
        return Response(readers.trace(endpoint, context_for(request)))


def _width(text: str | None) -> int:
    """The width of the drawing that was asked for."""
    try:
        return WIDTH if text is None else int(text)
    except ValueError as error:
        raise serializers.ValidationError({"width": [_("Give the width of the drawing in pixels.")]}) from error
