"""The `extras` app."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExtrasConfig(AppConfig):
    """What people add to the model."""

    name = "extras"
    verbose_name = _("Extras")
