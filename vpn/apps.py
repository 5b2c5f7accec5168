from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VPNConfig(AppConfig):
    """Tunnels, IPsec and layer 2 VPNs."""

    name = "vpn"
    verbose_name = _("VPN")
