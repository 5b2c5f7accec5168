"""The `users` app."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UsersConfig(AppConfig):
    """Accounts and what they may do."""

    name = "users"
    verbose_name = _("Users")
