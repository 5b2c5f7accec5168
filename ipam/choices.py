"""What prefixes, addresses, VLANs and services may be set to."""

from django.utils.translation import gettext_lazy as _

from netsot.models import ChoiceSet


class FHRPGroupAuthTypeChoices(ChoiceSet):
    """How members of a redundancy group authenticate."""

    AUTH_PLAINTEXT = "plaintext"
    AUTH_MD5 = "md5"

    CHOICES = [
        (AUTH_PLAINTEXT, _("Plaintext")),
        (AUTH_MD5, "MD5"),
    ]


class FHRPGroupProtocolChoices(ChoiceSet):
    """Protocols of first-hop redundancy."""

    PROTOCOL_VRRP2 = "vrrp2"
    PROTOCOL_VRRP3 = "vrrp3"
    PROTOCOL_CARP = "carp"
    PROTOCOL_CLUSTERXL = "clusterxl"
    PROTOCOL_HSRP = "hsrp"
    PROTOCOL_GLBP = "glbp"
    PROTOCOL_OTHER = "other"

    CHOICES = [
        (
            _("Standard"),
            [
                (PROTOCOL_VRRP2, "VRRPv2"),
                (PROTOCOL_VRRP3, "VRRPv3"),
                (PROTOCOL_CARP, "CARP"),
            ],
        ),
        (
            "CheckPoint",
            [
                (PROTOCOL_CLUSTERXL, "ClusterXL"),
            ],
        ),
        (
            "Cisco",
            [
                (PROTOCOL_HSRP, "HSRP"),
                (PROTOCOL_GLBP, "GLBP"),
            ],
        ),
        (PROTOCOL_OTHER, _("Other")),
    ]


class IPAddressFamilyChoices(ChoiceSet):
    """Versions of the Internet Protocol."""

    FAMILY_4 = 4
    FAMILY_6 = 6

    CHOICES = [
        (FAMILY_4, "IPv4"),
        (FAMILY_6, "IPv6"),
    ]


class IPAddressRoleChoices(ChoiceSet):
    """What an address is for, beyond its host."""

    ROLE_LOOPBACK = "loopback"
    ROLE_SECONDARY = "secondary"
    ROLE_ANYCAST = "anycast"
    ROLE_VIP = "vip"
    ROLE_VRRP = "vrrp"
    ROLE_HSRP = "hsrp"
    ROLE_GLBP = "glbp"
    ROLE_CARP = "carp"

    CHOICES = [
        (ROLE_LOOPBACK, _("Loopback"), "gray"),
        (ROLE_SECONDARY, _("Secondary"), "blue"),
        (ROLE_ANYCAST, _("Anycast"), "yellow"),
        (ROLE_VIP, "VIP", "purple"),
        (ROLE_VRRP, "VRRP", "green"),
        (ROLE_HSRP, "HSRP", "green"),
        (ROLE_GLBP, "GLBP", "green"),
        (ROLE_CARP, "CARP", "green"),
    ]


class IPAddressStatusChoices(ChoiceSet):
    """The state of an address."""

    key = "IPAddress.status"

    STATUS_ACTIVE = "active"
    STATUS_RESERVED = "reserved"
    STATUS_DEPRECATED = "deprecated"
    STATUS_DHCP = "dhcp"
    STATUS_SLAAC = "slaac"

    CHOICES = [
        (STATUS_ACTIVE, _("Active"), "blue"),
        (STATUS_RESERVED, _("Reserved"), "cyan"),
        (STATUS_DEPRECATED, _("Deprecated"), "red"),
        (STATUS_DHCP, "DHCP", "purple"),
        (STATUS_SLAAC, "SLAAC", "purple"),
    ]


class IPRangeStatusChoices(ChoiceSet):
    """The state of a range of addresses."""

    key = "IPRange.status"

    STATUS_ACTIVE = "active"
    STATUS_RESERVED = "reserved"
    STATUS_DEPRECATED = "deprecated"

    CHOICES = [
        (STATUS_ACTIVE, _("Active"), "blue"),
        (STATUS_RESERVED, _("Reserved"), "cyan"),
        (STATUS_DEPRECATED, _("Deprecated"), "red"),
    ]


class PrefixStatusChoices(ChoiceSet):
    """The state of a prefix."""

    key = "Prefix.status"

    STATUS_CONTAINER = "container"
    STATUS_ACTIVE = "active"
    STATUS_RESERVED = "reserved"
    STATUS_DEPRECATED = "deprecated"

    CHOICES = [
        (STATUS_CONTAINER, _("Container"), "gray"),
        (STATUS_ACTIVE, _("Active"), "blue"),
        (STATUS_RESERVED, _("Reserved"), "cyan"),
        (STATUS_DEPRECATED, _("Deprecated"), "red"),
    ]


class ServiceProtocolChoices(ChoiceSet):
    """Transport protocols of services."""

    PROTOCOL_TCP = "tcp"
    PROTOCOL_UDP = "udp"
    PROTOCOL_SCTP = "sctp"

    CHOICES = [
        (PROTOCOL_TCP, "TCP"),
        (PROTOCOL_UDP, "UDP"),
        (PROTOCOL_SCTP, "SCTP"),
    ]


class VLANQinQRoleChoices(ChoiceSet):
    """The side of a VLAN in IEEE 802.1ad stacking."""

    ROLE_SVLAN = "svlan"
    ROLE_CVLAN = "cvlan"

    CHOICES = [
        (ROLE_SVLAN, _("Service"), "blue"),
        (ROLE_CVLAN, _("Customer"), "orange"),
    ]


class VLANStatusChoices(ChoiceSet):
    """The state of a VLAN."""

    key = "VLAN.status"

    STATUS_ACTIVE = "active"
    STATUS_RESERVED = "reserved"
    STATUS_DEPRECATED = "deprecated"

    CHOICES = [
        (STATUS_ACTIVE, _("Active"), "blue"),
        (STATUS_RESERVED, _("Reserved"), "cyan"),
        (STATUS_DEPRECATED, _("Deprecated"), "red"),
    ]
