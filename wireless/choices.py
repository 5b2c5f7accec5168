"""What wireless networks, links and radios may be set to. The choices of radio interfaces come from `dcim`."""

from django.utils.translation import gettext_lazy as _

from dcim.choices import WirelessChannelChoices, WirelessRoleChoices
from netsot.models import ChoiceSet

__all__ = [
    "WirelessAuthCipherChoices",
    "WirelessAuthTypeChoices",
    "WirelessChannelChoices",
    "WirelessLANStatusChoices",
    "WirelessRoleChoices",
]


class WirelessAuthCipherChoices(ChoiceSet):
    """Ciphers of a wireless network."""

    CIPHER_AUTO = "auto"
    CIPHER_TKIP = "tkip"
    CIPHER_AES = "aes"

    CHOICES = [
        (CIPHER_AUTO, _("Auto")),
        (CIPHER_TKIP, "TKIP"),
        (CIPHER_AES, "AES"),
    ]


class WirelessAuthTypeChoices(ChoiceSet):
    """How stations authenticate."""

    AUTH_OPEN = "open"
    AUTH_WEP = "wep"
    AUTH_WPA_PERSONAL = "wpa-personal"
    AUTH_WPA_ENTERPRISE = "wpa-enterprise"

    CHOICES = [
        (AUTH_OPEN, _("Open")),
        (AUTH_WEP, "WEP"),
        (AUTH_WPA_PERSONAL, _("WPA Personal (PSK)")),
        (AUTH_WPA_ENTERPRISE, _("WPA Enterprise")),
    ]


class WirelessLANStatusChoices(ChoiceSet):
    """The state of a wireless LAN."""

    key = "WirelessLAN.status"

    STATUS_ACTIVE = "active"
    STATUS_RESERVED = "reserved"
    STATUS_DISABLED = "disabled"
    STATUS_DEPRECATED = "deprecated"

    CHOICES = [
        (STATUS_ACTIVE, _("Active"), "green"),
        (STATUS_RESERVED, _("Reserved"), "cyan"),
        (STATUS_DISABLED, _("Disabled"), "orange"),
        (STATUS_DEPRECATED, _("Deprecated"), "red"),
    ]
