"""API routes of the `users` app that belong to no resource."""

from __future__ import annotations

from django.urls import path

from users.api_views import ConfigView, ProvisionView

urlpatterns = [
    path("users/config/", ConfigView.as_view(), name="users-config"),
    path("users/tokens/provision/", ProvisionView.as_view(), name="users-token-provision"),
]
