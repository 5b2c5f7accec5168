from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VirtualizationConfig(AppConfig):
    """Clusters and virtual machines."""

    name = "virtualization"
    verbose_name = _("Virtualization")
