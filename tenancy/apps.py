"""The `tenancy` app."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TenancyConfig(AppConfig):
    """Tenants and contacts."""

    name = "tenancy"
    verbose_name = _("Tenancy")
