"""Interfaces, front ports and rear ports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Q
from rest_framework import serializers
from rest_framework.response import Response

from dcim.filters import INTERFACE, search_hardware_address
from dcim.models import FrontPort, Interface, MACAddress, RearPort
from dcim.panels import Crossing, Wires
from dcim.resources.cabled import NODES, Cabled, Endpoint, page_with
from dcim.resources.mappings import FRONT_PORTS, REAR_PORTS, mapped_ports
from netsot.derive.filterset import Path
from netsot.kernel.generic import count_of, one_of
from netsot.kernel.registry import register
from netsot.kernel.resource import F, action, computed

_SEARCH = {"name": 100, "label": 200, "description": 500}
_COUNT = serializers.IntegerField(read_only=True)


@register(Interface)
class InterfaceResource(Endpoint):
    """A network interface of a device, real or virtual."""

    fields = F(
        "device vdcs module name label type enabled parent bridge bridge_interfaces lag mtu mac_address "
        "primary_mac_address mac_addresses speed duplex wwn mgmt_only description mode rf_role rf_channel poe_mode "
        "poe_type rf_channel_frequency rf_channel_width tx_power untagged_vlan tagged_vlans qinq_svlan "
        "vlan_translation_policy mark_connected cable cable_end wireless_link link_peers link_peers_type "
        "wireless_lans vrf l2vpn_termination connected_endpoints connected_endpoints_type "
        "connected_endpoints_reachable owner tags custom_fields created last_updated count_ipaddresses "
        "count_fhrp_groups _occupied"
    )
    read_only = F("cable cable_end wireless_link bridge_interfaces mac_addresses")
    nested = F("device name cable _occupied")
    forms = {"wireless_link": "nested"}
    filters = INTERFACE
    search = {"name": 100, "label": 200, "wwn": 300, "description": 500, "mtu": 2000, "speed": 2000}
    columns = F("name device label enabled type description")
    fieldsets = (
        ("Interface", F("device module name label type speed duplex description tags")),
        ("Addressing", F("vrf primary_mac_address wwn")),
        ("Operation", F("vdcs mtu tx_power enabled mgmt_only mark_connected")),
        ("Related Interfaces", F("parent bridge lag")),
        ("PoE", F("poe_mode poe_type")),
        ("802.1Q Switching", F("mode untagged_vlan tagged_vlans qinq_svlan vlan_translation_policy")),
        ("Wireless", F("rf_role rf_channel rf_channel_frequency rf_channel_width wireless_lans")),
        ("Ownership", F("owner")),
    )

    def search_query(self, text: str) -> Q:
        """By name, label, description or World Wide Name."""
        named = Q(name__icontains=text) | Q(label__icontains=text) | Q(description__icontains=text)
        return named | search_hardware_address("wwn", text)

    @computed("primary_mac_address_id", schema=serializers.CharField(read_only=True, allow_null=True))
    def mac_address(self, page: Any, ids: Sequence[Any]) -> Sequence[Any]:
        """The primary hardware address as text."""
        shown = page.related(MACAddress, ids)
        return [(shown.get(pk) or {}).get("mac_address") for pk in ids]

    @computed(schema=serializers.JSONField(read_only=True, allow_null=True))
    def l2vpn_termination(self, page: Any) -> Sequence[Any]:
        """Where the interface ends in an L2VPN."""
        return one_of(page, "vpn.L2VPNTermination", "assigned_object")

    @computed(schema=_COUNT)
    def count_ipaddresses(self, page: Any) -> Sequence[int]:
        """How many addresses it has."""
        return count_of(page, "ipam.IPAddress", "assigned_object")

    @computed(schema=_COUNT)
    def count_fhrp_groups(self, page: Any) -> Sequence[int]:
        """In how many first-hop redundancy groups it takes part."""
        return count_of(page, "ipam.FHRPGroupAssignment", "interface")


class PassThrough(Cabled):
    """What front and rear ports share."""

    read_only = F("cable cable_end")
    brief = F("device name description cable _occupied")
    search = _SEARCH
    page = page_with(Crossing(), beside=(Wires(),))

    @action("paths", permission="view", schema=NODES)
    def paths(self, request: Any, port: Any) -> Response:
        """Every cable path that crosses the port."""
        return self.paths_of(request, port)


@register(FrontPort)
class FrontPortResource(PassThrough):
    """The side of a patch panel that patch cords go into."""

    fields = F(
        "device module name label type color positions rear_ports description mark_connected cable cable_end "
        "link_peers link_peers_type owner tags custom_fields created last_updated _occupied"
    )
    filters = {"rear_port_id": Path("mappings__rear_port")}
    columns = F("name device label type color positions rear_ports description")
    fieldsets = (
        ("Front port", F("device module name label type color positions rear_ports mark_connected description tags")),
        ("Ownership", F("owner")),
    )

    @computed(schema=REAR_PORTS, writable=True)
    def rear_ports(self, page: Any) -> Sequence[Any]:
        """The rear ports behind each position."""
        return mapped_ports(page, "front_port", "rear_port")


@register(RearPort)
class RearPortResource(PassThrough):
    """The side of a patch panel where trunk cables end."""

    fields = F(
        "device module name label type color positions front_ports description mark_connected cable cable_end "
        "link_peers link_peers_type owner tags custom_fields created last_updated _occupied"
    )
    filters = {"front_port_id": Path("mappings__front_port")}
    columns = F("name device label type color positions front_ports description")
    fieldsets = (
        ("Rear port", F("device module name label type color positions front_ports mark_connected description tags")),
        ("Ownership", F("owner")),
    )

    @computed(schema=FRONT_PORTS, writable=True)
    def front_ports(self, page: Any) -> Sequence[Any]:
        """The front ports before each position."""
        return mapped_ports(page, "rear_port", "front_port")
