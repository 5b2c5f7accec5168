"""VLANs and their groups."""

from __future__ import annotations

from typing import Any

from django.db import models
from rest_framework import serializers

from ipam.filters.vlans import VLAN as VLAN_FILTERS
from ipam.filters.vlans import VLAN_GROUP, search_vlans
from ipam.models import VLAN, VLANGroup
from netsot.kernel.generic import one_of
from netsot.kernel.registry import register
from netsot.kernel.resource import Count, F, Resource, computed


@register(VLANGroup)
class VLANGroupResource(Resource):
    """A set of VLANs in which identifiers and names are unique."""

    menu = ("IPAM", "VLANs")
    fields = F(
        "name slug scope_type scope_id scope vid_ranges total_vlan_ids tenant description owner comments tags "
        "custom_fields created last_updated vlan_count utilization"
    )
    brief = F("name slug description vlan_count")
    read_only = F("total_vlan_ids")
    counts = {"vlan_count": Count("ipam.VLAN", "group")}
    filters = VLAN_GROUP
    search = {"name": 100, "slug": 110, "description": 500, "comments": 5000}
    columns = F("name scope vlan_count utilization tenant description")
    fieldsets = (
        ("VLAN group", F("name slug description tags")),
        ("Child VLANs", F("vid_ranges")),
        ("Scope", F("scope_type scope_id")),
        ("Tenancy", F("tenant")),
        ("Ownership", F("owner")),
    )

    @computed("total_vlan_ids", schema=serializers.CharField(read_only=True))
    def utilization(self, page: Any, totals: Any) -> Any:
        """How much of the group's identifiers is taken, e.g. "12.5 %"."""
        used = dict(
            VLAN.objects.filter(group__in=page.ids).order_by().values_list("group").annotate(n=models.Count("pk"))
        )
        return [
            f"{round(100 * used.get(pk, 0) / total, 1) if total else 0} %"
            for pk, total in zip(page.ids, totals, strict=True)
        ]


@register(VLAN)
class VLANResource(Resource):
    """A layer 2 domain with a number (IEEE 802.1Q)."""

    menu = ("IPAM", "VLANs")
    fields = F(
        "site group vid name tenant status role description qinq_role qinq_svlan owner comments l2vpn_termination "
        "tags custom_fields created last_updated prefix_count"
    )
    brief = F("vid name description")
    forms = {"qinq_svlan": "nested"}
    counts = {"prefix_count": Count("ipam.Prefix", "vlan")}
    filters = VLAN_FILTERS
    search = {"name": 100, "vid": 100, "description": 500, "comments": 5000}
    columns = F("vid name site group prefix_count tenant status role description")
    fieldsets = (
        ("VLAN", F("vid name status role description tags")),
        ("Tenancy", F("tenant")),
        ("Assignment", F("group site")),
        ("Q-in-Q (802.1ad)", F("qinq_role qinq_svlan")),
        ("Ownership", F("owner")),
    )

    def search_query(self, text: str) -> models.Q:
        """By number, name or texts."""
        return search_vlans(text)

    @computed(schema=serializers.JSONField(read_only=True, allow_null=True))
    def l2vpn_termination(self, page: Any) -> Any:
        """Where the VLAN ends in an L2VPN."""
        return one_of(page, "vpn.L2VPNTermination", "assigned_object")
