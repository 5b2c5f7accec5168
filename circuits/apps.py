from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CircuitsConfig(AppConfig):
    """Providers and the circuits they sell."""

    name = "circuits"
    verbose_name = _("Circuits")
