"""Models of the address space, VLANs, autonomous systems and services."""

from ipam.models.addresses import IPAddress, IPRange
from ipam.models.fhrp import FHRPGroup, FHRPGroupAssignment
from ipam.models.prefixes import Aggregate, Prefix, Role
from ipam.models.registries import ASN, RIR, ASNRange
from ipam.models.services import Service, ServiceTemplate
from ipam.models.vlans import (
    VLAN,
    VLANGroup,
    VLANTranslationPolicy,
    VLANTranslationRule,
)
from ipam.models.vrfs import VRF, RouteTarget

__all__ = [
    "ASN",
    "RIR",
    "VLAN",
    "VRF",
    "ASNRange",
    "Aggregate",
    "FHRPGroup",
    "FHRPGroupAssignment",
    "IPAddress",
    "IPRange",
    "Prefix",
    "Role",
    "RouteTarget",
    "Service",
    "ServiceTemplate",
    "VLANGroup",
    "VLANTranslationPolicy",
    "VLANTranslationRule",
]
