"""The `core` app."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    """What the product itself keeps."""

    name = "core"
    verbose_name = _("Core")
