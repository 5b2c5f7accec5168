"""The `extras` app."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExtrasConfig(AppConfig):
    """What people add to the model."""

    name = "extras"
    verbose_name = _("Extras")

    def ready(self) -> None:
        """Give the kernel custom fields, and follow what scripts do through the ORM."""
        from django.core.signals import request_finished, request_started
        from django.db.models.signals import m2m_changed, pre_save

        from extras import tagging
        from extras.custom_fields import PROVIDER, definitions, fill_defaults, rules
        from netsot.kernel import custom_fields

        custom_fields.register(PROVIDER)
        request_started.connect(definitions.begin_request, dispatch_uid="extras.custom_fields.begin")
        request_finished.connect(definitions.end_request, dispatch_uid="extras.custom_fields.end")
        pre_save.connect(fill_defaults, dispatch_uid="extras.custom_fields.defaults")
        m2m_changed.connect(rules.types_changed, dispatch_uid="extras.custom_fields.types")
        m2m_changed.connect(tagging.check_assigned, dispatch_uid="extras.tagging")
