"""Every route: the API under /api/, the pages under /."""

from __future__ import annotations

from django.conf import settings
from django.urls import include, path

_routes = [
    path("api/", include("netsot.api.urls")),
    path("", include("netsot.ui.urls")),
]

urlpatterns = [path(settings.BASE_PATH, include(_routes))] if settings.BASE_PATH else _routes

handler404 = "netsot.api.handlers.not_found"
