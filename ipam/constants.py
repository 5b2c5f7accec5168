"""Values that several rules share."""

from ipam.choices import IPAddressRoleChoices

ASSIGNABLE = ("dcim.interface", "ipam.fhrpgroup", "virtualization.vminterface")
"""What an address can be assigned to."""

SHARED_ROLES = frozenset(
    {
        IPAddressRoleChoices.ROLE_ANYCAST,
        IPAddressRoleChoices.ROLE_VIP,
        IPAddressRoleChoices.ROLE_VRRP,
        IPAddressRoleChoices.ROLE_HSRP,
        IPAddressRoleChoices.ROLE_GLBP,
        IPAddressRoleChoices.ROLE_CARP,
    }
)
"""Addresses of these roles may repeat among themselves. The trigger of migration 0004 holds the same list."""

VLAN_GROUP_SCOPES = (
    "dcim.location",
    "dcim.rack",
    "dcim.rackgroup",
    "dcim.region",
    "dcim.site",
    "dcim.sitegroup",
    "virtualization.cluster",
    "virtualization.clustergroup",
)
"""Where a VLAN group can apply."""
