"""Tenants and their groups."""

from __future__ import annotations

from netsot.kernel.registry import register
from netsot.kernel.resource import Count, F, Resource
from tenancy.models import Tenant, TenantGroup


@register(TenantGroup)
class TenantGroupResource(Resource):
    """A group of tenants; groups may be nested."""

    menu = ("Organization", "Tenancy")
    fields = F(
        "name slug parent description tags custom_fields created last_updated tenant_count owner comments _depth"
    )
    brief = F("name slug description tenant_count _depth")
    nested = F("name slug _depth")
    counts = {"tenant_count": Count("tenancy.Tenant", "group", tree=True)}
    search = {"name": 100, "slug": 110, "description": 500, "comments": 5000}
    columns = F("name tenant_count description")
    fieldsets = (("Tenant group", F("parent name slug description tags")), ("Ownership", F("owner")))


@register(Tenant)
class TenantResource(Resource):
    """A discrete entity that network resources are allotted to: a customer, a department."""

    menu = ("Organization", "Tenancy")
    fields = F(
        "name slug group description owner comments tags custom_fields created last_updated circuit_count "
        "device_count ipaddress_count prefix_count rack_count site_count virtualmachine_count vlan_count vrf_count "
        "cluster_count"
    )
    brief = F("name slug description")
    counts = {
        "circuit_count": Count("circuits.Circuit", "tenant"),
        "device_count": Count("dcim.Device", "tenant"),
        "ipaddress_count": Count("ipam.IPAddress", "tenant"),
        "prefix_count": Count("ipam.Prefix", "tenant"),
        "rack_count": Count("dcim.Rack", "tenant"),
        "site_count": Count("dcim.Site", "tenant"),
        "virtualmachine_count": Count("virtualization.VirtualMachine", "tenant"),
        "vlan_count": Count("ipam.VLAN", "tenant"),
        "vrf_count": Count("ipam.VRF", "tenant"),
        "cluster_count": Count("virtualization.Cluster", "tenant"),
    }
    search = {"name": 100, "slug": 110, "description": 500, "comments": 5000}
    columns = F("name group description")
    fieldsets = (("Tenant", F("name slug group description tags")), ("Ownership", F("owner")))
