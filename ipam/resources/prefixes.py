"""Registries, aggregates, roles and prefixes."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from ipam.filters.networks import AGGREGATE, PREFIX, search_networks
from ipam.models import RIR, Aggregate, Prefix, Role
from ipam.resources.common import FAMILY, families
from netsot.kernel.registry import register
from netsot.kernel.resource import Count, F, Resource, computed

_SEARCH = {"name": 100, "slug": 110, "description": 500, "comments": 5000}


@register(RIR)
class RIRResource(Resource):
    """Who hands out address space: a regional registry, or RFC 1918."""

    menu = ("IPAM", "Aggregates")
    fields = F("name slug is_private description owner comments")
    brief = F("name slug description aggregate_count")
    counts = {"aggregate_count": Count("ipam.Aggregate", "rir")}
    search = _SEARCH
    columns = F("name is_private aggregate_count description")
    fieldsets = (("RIR", F("name slug is_private description tags")), ("Ownership", F("owner")))


@register(Aggregate)
class AggregateResource(Resource):
    """A block of address space handed out by a registry; the root of the prefixes in it."""

    menu = ("IPAM", "Aggregates")
    fields = F("family prefix rir tenant date_added description owner comments")
    brief = F("family prefix description")
    filters = AGGREGATE
    search = {"prefix": 120, "description": 500, "date_added": 2000, "comments": 5000}
    columns = F("prefix rir tenant date_added description")
    fieldsets = (
        ("Aggregate", F("prefix rir date_added description tags")),
        ("Tenancy", F("tenant")),
        ("Ownership", F("owner")),
    )

    def search_query(self, text: str) -> Q:
        """By the network, a part of it, what is in it or around it; or by its texts."""
        return search_networks(text) | Q(description__icontains=text) | Q(comments__icontains=text)

    @computed("prefix", schema=FAMILY)
    def family(self, page: Any, prefixes: Any) -> Any:
        """IPv4 or IPv6."""
        return families(prefixes)


@register(Role)
class RoleResource(Resource):
    """What a prefix, range or VLAN is for."""

    menu = ("IPAM", "Prefixes")
    fields = F("name slug weight description owner comments")
    brief = F("name slug description prefix_count vlan_count asn_count")
    counts = {
        "prefix_count": Count("ipam.Prefix", "role"),
        "vlan_count": Count("ipam.VLAN", "role"),
        "asn_count": Count("ipam.ASN", "role"),
    }
    search = _SEARCH
    columns = F("name prefix_count vlan_count asn_count description weight")
    fieldsets = (("Role", F("name slug weight description tags")), ("Ownership", F("owner")))


@register(Prefix)
class PrefixResource(Resource):
    """A network: a container of others, or a pool of addresses."""

    menu = ("IPAM", "Prefixes")
    fields = F(
        "family prefix vrf scope_type scope_id scope tenant vlan status role is_pool mark_utilized description owner "
        "comments tags custom_fields created last_updated children _depth"
    )
    hidden = F("unique_scope parent")
    read_only = F("children")
    source = {"children": "_children"}
    brief = F("family prefix description _depth")
    filters = PREFIX
    search = {"prefix": 110, "description": 500, "comments": 5000}
    columns = F("prefix status children vrf tenant scope vlan role description")
    fieldsets = (
        ("Prefix", F("prefix status vrf role is_pool mark_utilized description tags")),
        ("Scope", F("scope_type scope_id")),
        ("VLAN Assignment", F("vlan")),
        ("Tenancy", F("tenant")),
        ("Ownership", F("owner")),
    )

    def search_query(self, text: str) -> Q:
        """By the network, a part of it, what is in it or around it; or by its texts."""
        return search_networks(text) | Q(description__icontains=text) | Q(comments__icontains=text)

    @computed("prefix", schema=FAMILY)
    def family(self, page: Any, prefixes: Any) -> Any:
        """IPv4 or IPv6."""
        return families(prefixes)
