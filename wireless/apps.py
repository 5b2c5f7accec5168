from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WirelessConfig(AppConfig):
    """Wireless networks and radio links."""

    name = "wireless"
    verbose_name = _("Wireless")
