"""What tunnels, IKE, IPsec and L2VPNs may be set to."""

from django.utils.translation import gettext_lazy as _

from netsot.models import ChoiceSet


class AuthenticationAlgorithmChoices(ChoiceSet):
    """Algorithms that authenticate packets."""

    AUTH_HMAC_SHA1 = "hmac-sha1"
    AUTH_HMAC_SHA256 = "hmac-sha256"
    AUTH_HMAC_SHA384 = "hmac-sha384"
    AUTH_HMAC_SHA512 = "hmac-sha512"
    AUTH_HMAC_MD5 = "hmac-md5"

    CHOICES = [
        (AUTH_HMAC_SHA1, "SHA-1 HMAC"),
        (AUTH_HMAC_SHA256, "SHA-256 HMAC"),
        (AUTH_HMAC_SHA384, "SHA-384 HMAC"),
        (AUTH_HMAC_SHA512, "SHA-512 HMAC"),
        (AUTH_HMAC_MD5, "MD5 HMAC"),
    ]


class AuthenticationMethodChoices(ChoiceSet):
    """How IKE peers prove who they are."""

    METHOD_PRESHARED_KEYS = "preshared-keys"
    METHOD_CERTIFICATES = "certificates"
    METHOD_RSA_SIGNATURES = "rsa-signatures"
    METHOD_DSA_SIGNATURES = "dsa-signatures"

    CHOICES = [
        (METHOD_PRESHARED_KEYS, _("Pre-shared keys")),
        (METHOD_CERTIFICATES, _("Certificates")),
        (METHOD_RSA_SIGNATURES, _("RSA signatures")),
        (METHOD_DSA_SIGNATURES, _("DSA signatures")),
    ]


class DHGroupChoices(ChoiceSet):
    """Diffie-Hellman groups (RFC 2409, 3526, 5114, 5903, 6932, 8031)."""

    GROUP_1 = 1
    GROUP_2 = 2
    GROUP_5 = 5
    GROUP_14 = 14
    GROUP_15 = 15
    GROUP_16 = 16
    GROUP_17 = 17
    GROUP_18 = 18
    GROUP_19 = 19
    GROUP_20 = 20
    GROUP_21 = 21
    GROUP_22 = 22
    GROUP_23 = 23
    GROUP_24 = 24
    GROUP_25 = 25
    GROUP_26 = 26
    GROUP_27 = 27
    GROUP_28 = 28
    GROUP_29 = 29
    GROUP_30 = 30
    GROUP_31 = 31
    GROUP_32 = 32
    GROUP_33 = 33
    GROUP_34 = 34

    CHOICES = [
        (GROUP_1, "Group 1"),
        (GROUP_2, "Group 2"),
        (GROUP_5, "Group 5"),
        (GROUP_14, "Group 14"),
        (GROUP_15, "Group 15"),
        (GROUP_16, "Group 16"),
        (GROUP_17, "Group 17"),
        (GROUP_18, "Group 18"),
        (GROUP_19, "Group 19"),
        (GROUP_20, "Group 20"),
        (GROUP_21, "Group 21"),
        (GROUP_22, "Group 22"),
        (GROUP_23, "Group 23"),
        (GROUP_24, "Group 24"),
        (GROUP_25, "Group 25"),
        (GROUP_26, "Group 26"),
        (GROUP_27, "Group 27"),
        (GROUP_28, "Group 28"),
        (GROUP_29, "Group 29"),
        (GROUP_30, "Group 30"),
        (GROUP_31, "Group 31"),
        (GROUP_32, "Group 32"),
        (GROUP_33, "Group 33"),
        (GROUP_34, "Group 34"),
    ]


class EncryptionAlgorithmChoices(ChoiceSet):
    """Algorithms that encrypt packets."""

    ENCRYPTION_AES_128_CBC = "aes-128-cbc"
    ENCRYPTION_AES_128_GCM = "aes-128-gcm"
    ENCRYPTION_AES_192_CBC = "aes-192-cbc"
    ENCRYPTION_AES_192_GCM = "aes-192-gcm"
    ENCRYPTION_AES_256_CBC = "aes-256-cbc"
    ENCRYPTION_AES_256_GCM = "aes-256-gcm"
    ENCRYPTION_3DES_CBC = "3des-cbc"
    ENCRYPTION_DES_CBC = "des-cbc"

    CHOICES = [
        (ENCRYPTION_AES_128_CBC, "128-bit AES (CBC)"),
        (ENCRYPTION_AES_128_GCM, "128-bit AES (GCM)"),
        (ENCRYPTION_AES_192_CBC, "192-bit AES (CBC)"),
        (ENCRYPTION_AES_192_GCM, "192-bit AES (GCM)"),
        (ENCRYPTION_AES_256_CBC, "256-bit AES (CBC)"),
        (ENCRYPTION_AES_256_GCM, "256-bit AES (GCM)"),
        (ENCRYPTION_3DES_CBC, "3DES"),
        (ENCRYPTION_DES_CBC, "DES"),
    ]


class IKEModeChoices(ChoiceSet):
    """Modes of an IKEv1 negotiation."""

    MODE_AGGRESSIVE = "aggressive"
    MODE_MAIN = "main"

    CHOICES = [
        (MODE_AGGRESSIVE, _("Aggressive")),
        (MODE_MAIN, _("Main")),
    ]


class IKEVersionChoices(ChoiceSet):
    """Versions of IKE."""

    VERSION_1 = 1
    VERSION_2 = 2

    CHOICES = [
        (VERSION_1, "IKEv1"),
        (VERSION_2, "IKEv2"),
    ]


class IPSecModeChoices(ChoiceSet):
    """Protocols of IPsec."""

    MODE_ESP = "esp"
    MODE_AH = "ah"

    CHOICES = [
        (MODE_ESP, "ESP"),
        (MODE_AH, "AH"),
    ]


class L2VPNStatusChoices(ChoiceSet):
    """The state of an L2VPN."""

    key = "L2VPN.status"

    STATUS_ACTIVE = "active"
    STATUS_PLANNED = "planned"
    STATUS_DECOMMISSIONING = "decommissioning"

    CHOICES = [
        (STATUS_ACTIVE, _("Active"), "green"),
        (STATUS_PLANNED, _("Planned"), "cyan"),
        (STATUS_DECOMMISSIONING, _("Decommissioning"), "red"),
    ]


class L2VPNTypeChoices(ChoiceSet):
    """Technologies of layer 2 networks."""

    TYPE_VPWS = "vpws"
    TYPE_VPLS = "vpls"
    TYPE_VXLAN = "vxlan"
    TYPE_VXLAN_EVPN = "vxlan-evpn"
    TYPE_MPLS_EVPN = "mpls-evpn"
    TYPE_PBB_EVPN = "pbb-evpn"
    TYPE_EVPN_VPWS = "evpn-vpws"
    TYPE_EPL = "epl"
    TYPE_EVPL = "evpl"
    TYPE_EP_LAN = "ep-lan"
    TYPE_EVP_LAN = "evp-lan"
    TYPE_EP_TREE = "ep-tree"
    TYPE_EVP_TREE = "evp-tree"
    TYPE_SPB = "spb"

    CHOICES = [
        (
            "VPLS",
            [
                (TYPE_VPWS, "VPWS"),
                (TYPE_VPLS, "VPLS"),
            ],
        ),
        (
            "VXLAN",
            [
                (TYPE_VXLAN, "VXLAN"),
                (TYPE_VXLAN_EVPN, "VXLAN-EVPN"),
            ],
        ),
        (
            "L2VPN E-VPN",
            [
                (TYPE_MPLS_EVPN, "MPLS EVPN"),
                (TYPE_PBB_EVPN, "PBB EVPN"),
                (TYPE_EVPN_VPWS, "EVPN VPWS"),
            ],
        ),
        (
            "E-Line",
            [
                (TYPE_EPL, "EPL"),
                (TYPE_EVPL, "EVPL"),
            ],
        ),
        (
            "E-LAN",
            [
                (TYPE_EP_LAN, _("Ethernet Private LAN")),
                (TYPE_EVP_LAN, _("Ethernet Virtual Private LAN")),
            ],
        ),
        (
            "E-Tree",
            [
                (TYPE_EP_TREE, _("Ethernet Private Tree")),
                (TYPE_EVP_TREE, _("Ethernet Virtual Private Tree")),
            ],
        ),
        (
            _("Other"),
            [
                (TYPE_SPB, "SPB"),
            ],
        ),
    ]


class TunnelEncapsulationChoices(ChoiceSet):
    """How a tunnel wraps packets."""

    ENCAPSULATION_IPSEC_TRANSPORT = "ipsec-transport"
    ENCAPSULATION_IPSEC_TUNNEL = "ipsec-tunnel"
    ENCAPSULATION_IP_IP = "ip-ip"
    ENCAPSULATION_GRE = "gre"
    ENCAPSULATION_WIREGUARD = "wireguard"
    ENCAPSULATION_OPENVPN = "openvpn"
    ENCAPSULATION_L2TP = "l2tp"
    ENCAPSULATION_PPTP = "pptp"

    CHOICES = [
        (ENCAPSULATION_IPSEC_TRANSPORT, _("IPsec - Transport")),
        (ENCAPSULATION_IPSEC_TUNNEL, _("IPsec - Tunnel")),
        (ENCAPSULATION_IP_IP, _("IP-in-IP")),
        (ENCAPSULATION_GRE, "GRE"),
        (ENCAPSULATION_WIREGUARD, "WireGuard"),
        (ENCAPSULATION_OPENVPN, "OpenVPN"),
        (ENCAPSULATION_L2TP, "L2TP"),
        (ENCAPSULATION_PPTP, "PPTP"),
    ]


class TunnelStatusChoices(ChoiceSet):
    """The state of a tunnel."""

    key = "Tunnel.status"

    STATUS_PLANNED = "planned"
    STATUS_ACTIVE = "active"
    STATUS_DISABLED = "disabled"

    CHOICES = [
        (STATUS_PLANNED, _("Planned"), "cyan"),
        (STATUS_ACTIVE, _("Active"), "green"),
        (STATUS_DISABLED, _("Disabled"), "red"),
    ]


class TunnelTerminationRoleChoices(ChoiceSet):
    """The part an end plays in a tunnel."""

    ROLE_PEER = "peer"
    ROLE_HUB = "hub"
    ROLE_SPOKE = "spoke"

    CHOICES = [
        (ROLE_PEER, _("Peer"), "green"),
        (ROLE_HUB, _("Hub"), "blue"),
        (ROLE_SPOKE, _("Spoke"), "orange"),
    ]


class TunnelTerminationTypeChoices(ChoiceSet):
    """What a tunnel may end on, as a form asks."""

    TYPE_DCIM_DEVICE = "dcim.device"
    TYPE_VIRTUALIZATION_VIRTUALMACHINE = "virtualization.virtualmachine"

    CHOICES = [
        (TYPE_DCIM_DEVICE, _("Device")),
        (TYPE_VIRTUALIZATION_VIRTUALMACHINE, _("Virtual Machine")),
    ]
