"""The entry points of the API: what there is, and who is asking."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView

from netsot.api.context import context_for
from netsot.api.permissions import EntryPermission
from netsot.kernel import registry


class APIRootView(APIView):
    """The apps of the API. Public: clients read the version from the headers before they log in."""

    permission_classes = [AllowAny]

    def get_view_name(self) -> str:
        return _("API root")

    @extend_schema(exclude=True)
    def get(self, request: Any) -> Response:
        """The apps and their addresses."""
        base = context_for(request).base_url
        names = {path.partition("/")[0] for path in endpoints()} | {"status"}
        return Response({name: f"{base}/api/{name}/" for name in sorted(names)})


class AppRootView(APIView):
    """The endpoints of one app."""

    permission_classes = [EntryPermission]

    def get_view_name(self) -> str:
        return _("%s API root") % getattr(self, "kwargs", {}).get("app", "").title()

    @extend_schema(exclude=True)
    def get(self, request: Any, app: str) -> Response:
        """The endpoints and their addresses."""
        base = context_for(request).base_url
        names = sorted(path.partition("/")[2] for path in endpoints() if path.startswith(f"{app}/"))
        if not names:
            raise Http404(_("Not found."))
        return Response({name: f"{base}/api/{app}/{name}/" for name in names})


class AuthenticationCheckView(APIView):
    """Who the credentials belong to; 403 for nobody."""

    permission_classes = [IsAuthenticated]

    @extend_schema(operation_id="authentication_check_retrieve", responses={200: {"$ref": "#/components/schemas/User"}})
    def get(self, request: Any) -> Response:
        """The user who is asking."""
        found = registry.resource_for("users.user").representation().of([request.user.pk], context_for(request))
        return Response(found[0])


def endpoints() -> list[str]:
    """`app/endpoint` of every list there is: of the resources, and of the routes that apps add."""
    from netsot.api.urls import extra_routes

    found = [resource.path for resource in registry.all_resources()]
    routes = (str(route.pattern).strip("/") for route in extra_routes())
    return found + [route for route in routes if route.count("/") == 1 and "<" not in route]
