"""IP addresses."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from ipam.filters.networks import ADDRESS, search_addresses
from ipam.models import IPAddress
from ipam.resources.common import FAMILY, families
from netsot.kernel.registry import register
from netsot.kernel.resource import F, Resource, computed


@register(IPAddress)
class IPAddressResource(Resource):
    """A host address with its mask, perhaps assigned to an interface."""

    menu = ("IPAM", "IP Addresses")
    fields = F(
        "family address vrf tenant status role assigned_object_type assigned_object_id assigned_object nat_inside "
        "nat_outside dns_name description owner comments"
    )
    hidden = F("unique_scope parent")
    brief = F("family address description")
    nested = F("family address")
    filters = ADDRESS
    search = {"address": 100, "dns_name": 300, "description": 500, "comments": 5000}
    columns = F("address vrf status role tenant assigned_object dns_name description")
    fieldsets = (
        ("IP address", F("address status role vrf dns_name description tags")),
        ("Assignment", F("assigned_object_type assigned_object_id")),
        ("NAT", F("nat_inside")),
        ("Tenancy", F("tenant")),
        ("Ownership", F("owner")),
    )

    def search_query(self, text: str) -> Q:
        """By the address, a part of it or its network; or by name and texts."""
        written = Q(dns_name__icontains=text) | Q(description__icontains=text) | Q(comments__icontains=text)
        return written | search_addresses(text)

    @computed("address", schema=FAMILY)
    def family(self, page: Any, addresses: Any) -> Any:
        """IPv4 or IPv6."""
        return families(addresses)
