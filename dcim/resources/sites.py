"""Regions, site groups, sites and locations."""

from __future__ import annotations

from dcim.models import Location, Region, Site, SiteGroup
from netsot.kernel.registry import register
from netsot.kernel.resource import Count, F, Resource

_GROUP = F(
    "name slug parent description tags custom_fields created last_updated site_count prefix_count owner comments _depth"
)
_GROUP_SEARCH = {"name": 100, "slug": 110, "description": 500, "comments": 5000}


@register(Region)
class RegionResource(Resource):
    """A geographic area; regions may be nested."""

    menu = ("Organization", "Sites")
    fields = _GROUP
    brief = F("name slug description site_count _depth")
    nested = F("name slug _depth")
    counts = {
        "site_count": Count("dcim.Site", "region", tree=True),
        "prefix_count": Count("ipam.Prefix", "_region"),
    }
    search = _GROUP_SEARCH
    columns = F("name site_count description")
    fieldsets = (("Region", F("parent name slug description tags")), ("Ownership", F("owner")))


@register(SiteGroup)
class SiteGroupResource(Resource):
    """A functional grouping of sites; groups may be nested."""

    menu = ("Organization", "Sites")
    fields = _GROUP
    brief = F("name slug description site_count _depth")
    nested = F("name slug _depth")
    counts = {
        "site_count": Count("dcim.Site", "group", tree=True),
        "prefix_count": Count("ipam.Prefix", "_site_group"),
    }
    search = _GROUP_SEARCH
    columns = F("name site_count description")
    fieldsets = (("Site group", F("parent name slug description tags")), ("Ownership", F("owner")))


@register(Site)
class SiteResource(Resource):
    """A building or campus; the root of physical placement."""

    menu = ("Organization", "Sites")
    fields = F(
        "name slug status region group tenant facility time_zone description physical_address shipping_address "
        "latitude longitude owner comments asns tags custom_fields created last_updated circuit_count device_count "
        "prefix_count rack_count virtualmachine_count vlan_count"
    )
    brief = F("name description slug")
    counts = {
        "circuit_count": Count("circuits.CircuitTermination", "_site"),
        "device_count": Count("dcim.Device", "site"),
        "prefix_count": Count("ipam.Prefix", "_site"),
        "rack_count": Count("dcim.Rack", "site"),
        "virtualmachine_count": Count("virtualization.VirtualMachine", "cluster___site"),
        "vlan_count": Count("ipam.VLAN", "site"),
    }
    filters = {"physical_address": None, "shipping_address": None}
    search = {"name": 100, "facility": 100, "slug": 110, "description": 500, "physical_address": 2000,
              "shipping_address": 2000, "comments": 5000}  # fmt: skip
    columns = F("name status facility region group tenant description")
    fieldsets = (
        ("Site", F("name slug status region group facility asns time_zone description tags")),
        ("Tenancy", F("tenant")),
        ("Contact Info", F("physical_address shipping_address latitude longitude")),
        ("Ownership", F("owner")),
    )


@register(Location)
class LocationResource(Resource):
    """A place inside a site: a floor, a room, a cage; locations may be nested."""

    menu = ("Organization", "Sites")
    fields = F(
        "name slug site parent status tenant facility description tags custom_fields created last_updated rack_count "
        "device_count prefix_count owner comments _depth"
    )
    brief = F("name slug description rack_count _depth")
    nested = F("name slug _depth")
    counts = {
        "rack_count": Count("dcim.Rack", "location", tree=True),
        "device_count": Count("dcim.Device", "location", tree=True),
        "prefix_count": Count("ipam.Prefix", "_location"),
    }
    search = {"name": 100, "facility": 100, "slug": 110, "description": 500, "comments": 5000}
    columns = F("name status facility site tenant rack_count device_count description")
    fieldsets = (
        ("Location", F("site parent name slug status facility description tags")),
        ("Tenancy", F("tenant")),
        ("Ownership", F("owner")),
    )
