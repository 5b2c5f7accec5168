"""The `users` app."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UsersConfig(AppConfig):
    """Accounts and what they may do."""

    name = "users"
    verbose_name = _("Users")

    def ready(self) -> None:
        """Tell the kernel how to read grants, and watch what is handed out through the ORM."""
        from django.db.models.signals import m2m_changed

        from netsot.kernel import access
        from users import escalation
        from users.permissions import granted

        access.register_grants(granted)
        m2m_changed.connect(escalation.relation_changed, dispatch_uid="users.escalation")
