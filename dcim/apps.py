"""The app of the physical inventory."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DCIMConfig(AppConfig):
    """Sites, racks, devices, components, cables and power."""

    name = "dcim"
    verbose_name = _("DCIM")
