"""The schema as pages: Swagger UI and ReDoc, served from our own static files."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views import View


class SwaggerView(View):
    """The API to try out."""

    template_name = "api/swagger.html"
    # Swagger UI writes style attributes.
    csp: dict[str, str] = {"style-src": "'self' 'unsafe-inline'"}
    query = "format=json"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page; it fetches the schema itself."""
        response = render(request, self.template_name, {"schema_url": f"{reverse('schema')}?{self.query}"})
        response.csp = self.csp  # type: ignore[attr-defined]
        return response


class RedocView(SwaggerView):
    """The API to read."""

    template_name = "api/redoc.html"
    # ReDoc renders the whole document at once.
    query = "format=json&lookups=false"
    # ReDoc makes style elements at run time and searches in a worker it builds from a blob.
    csp = {"style-src": "'self' 'unsafe-inline'", "worker-src": "'self' blob:"}
