"""Looking up what is connected to a peer by names, as seen in LLDP."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import ValidationError
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView

from dcim.models import Device, Interface
from netsot.api.context import context_for
from netsot.kernel import access, registry


class ConnectedDeviceView(APIView):
    """The device at the other end of a peer's interface."""

    permission_classes = [IsAuthenticated]

    @extend_schema(
        parameters=[
            OpenApiParameter("peer_device", str, required=True, description="The name of the peer device"),
            OpenApiParameter("peer_interface", str, required=True, description="The name of the peer interface"),
        ],
        responses={200: OpenApiTypes.OBJECT},
    )
    def get(self, request: Any) -> Response:
        """The device a path leads to from `peer_interface` of `peer_device`."""
        wanted = {name: request.query_params.get(name, "") for name in ("peer_device", "peer_interface")}
        missing = [name for name, value in wanted.items() if not value or "\x00" in value]
        if missing:
            raise ValidationError({name: [_("This parameter is required.")] for name in missing})
        context = context_for(request)
        interfaces = access.restrict(Interface.objects.all(), request.user, "view").filter(
            device__name__iexact=wanted["peer_device"], name=wanted["peer_interface"]
        )
        ends = (
            registry.resource_for(Interface)
            .representation(fields=("connected_endpoints",))
            .render(interfaces[:1], context)
        )
        ids = [
            end["device"]["id"] for row in ends for end in row["connected_endpoints"] or () if end and "device" in end
        ]
        devices = access.restrict(Device.objects.filter(pk__in=ids), request.user, "view")
        found = registry.resource_for(Device).representation().render(devices[:1], context)
        if not found:
            raise Http404(_("No connected device was found."))
        return Response(found[0])
