"""API routes of the `dcim` app that belong to no resource."""

from __future__ import annotations

from django.urls import path

from dcim.api_views import ConnectedDeviceView

urlpatterns = [path("dcim/connected-device/", ConnectedDeviceView.as_view(), name="connected-device")]
