from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IPAMConfig(AppConfig):
    """Prefixes, addresses, VLANs and what routes between them."""

    name = "ipam"
    verbose_name = _("IPAM")
