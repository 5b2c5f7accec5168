"""Routes of the plumbing's tests: the real API, and views that fail on purpose."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.http import Http404
from django.urls import include, path
from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework.views import APIView

from netsot.api.pagination import Pagination


class Echo(APIView):
    """Answers what was sent."""

    authentication_classes: list[Any] = []
    permission_classes = [AllowAny]

    def post(self, request: Any) -> Response:
        """Echo."""
        return Response(request.data)

    def get(self, request: Any) -> Response:
        """Something small."""
        return Response({"id": str(request.id)})


class Numbers(APIView):
    """Content types in pages."""

    authentication_classes: list[Any] = []
    permission_classes = [AllowAny]

    def get(self, request: Any) -> Response:
        """A page of ids."""
        paginator = Pagination()
        page = paginator.paginate_queryset(ContentType.objects.order_by("-pk"), request, self)
        return paginator.get_paginated_response(list(page.values_list("pk", flat=True)))


class Closed(Echo):
    """For those who have logged in."""

    def check_permissions(self, request: Any) -> None:
        self.permission_denied(request)


class Failing(Echo):
    """Fails as told."""

    def get(self, request: Any) -> Response:
        """Raise."""
        kind = request.query_params["kind"]
        if kind == "missing":
            raise Http404("No Site matches the given query.")
        if kind == "bug":
            raise RuntimeError("a bug")
        with connection.cursor() as cursor:
            cursor.execute(request.query_params["sql"])
        return Response({})


urlpatterns = [
    path("api/echo/", Echo.as_view()),
    path("api/numbers/", Numbers.as_view()),
    path("api/closed/", Closed.as_view()),
    path("api/failing/", Failing.as_view()),
    path("page/", Echo.as_view()),
    path("api/", include("netsot.api.urls")),
]

handler404 = "netsot.api.handlers.not_found"
