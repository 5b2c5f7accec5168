"""The API without the pages: what is measured doesn't depend on them."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [path("api/", include("netsot.api.urls"))]
