"""VRFs and route targets."""

from __future__ import annotations

from ipam.models import VRF, RouteTarget
from netsot.derive.filterset import Path
from netsot.kernel.registry import register
from netsot.kernel.resource import Count, F, Resource


@register(VRF)
class VRFResource(Resource):
    """A routing table of its own."""

    menu = ("IPAM", "VRFs")
    fields = F("name rd tenant enforce_unique description owner comments import_targets export_targets")
    brief = F("name rd description prefix_count")
    counts = {"ipaddress_count": Count("ipam.IPAddress", "vrf"), "prefix_count": Count("ipam.Prefix", "vrf")}
    search = {"name": 100, "rd": 200, "description": 500, "comments": 5000}
    columns = F("name rd tenant description")
    fieldsets = (
        ("VRF", F("name rd enforce_unique description tags")),
        ("Route Targets", F("import_targets export_targets")),
        ("Tenancy", F("tenant")),
        ("Ownership", F("owner")),
    )


@register(RouteTarget)
class RouteTargetResource(Resource):
    """A community by which routes are imported into and exported from VRFs (RFC 4360)."""

    menu = ("IPAM", "VRFs")
    fields = F("name tenant description owner comments")
    brief = F("name description")
    filters = {
        "importing_vrf": Path("importing_vrfs"),
        "exporting_vrf": Path("exporting_vrfs"),
        "importing_l2vpn": Path("importing_l2vpns", by="identifier"),
        "importing_l2vpn_id": Path("importing_l2vpns"),
        "exporting_l2vpn": Path("exporting_l2vpns", by="identifier"),
        "exporting_l2vpn_id": Path("exporting_l2vpns"),
    }
    search = {"name": 100, "description": 500, "comments": 5000}
    columns = F("name tenant description")
    fieldsets = (("Route target", F("name description tags")), ("Tenancy", F("tenant")), ("Ownership", F("owner")))
