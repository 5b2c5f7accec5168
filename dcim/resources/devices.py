"""Devices and hardware addresses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db.models import Q
from rest_framework import serializers

from dcim.filters import DEVICE, MAC_ADDRESS, search_hardware_address
from dcim.models import Device, DeviceBay, MACAddress
from netsot.kernel.registry import register
from netsot.kernel.resource import F, Resource, computed

_OBJECT = serializers.JSONField(read_only=True, allow_null=True)


@register(Device)
class DeviceResource(Resource):
    """A piece of hardware in the network."""

    menu = ("Devices", "Devices")
    fields = F(
        "name device_type role tenant platform serial asset_tag site location rack position face latitude longitude "
        "parent_device status airflow primary_ip primary_ip4 primary_ip6 oob_ip cluster virtual_chassis vc_position "
        "vc_priority description owner comments config_template config_context local_context_data tags custom_fields "
        "created last_updated console_port_count console_server_port_count power_port_count power_outlet_count "
        "interface_count front_port_count rear_port_count device_bay_count module_bay_count inventory_item_count"
    )
    brief = F("name description")
    nested = F("name")
    filters = DEVICE
    search = {
        "asset_tag": 50,
        "serial": 60,
        "name": 100,
        "virtual_chassis__name": 200,
        "description": 500,
        "comments": 5000,
    }
    columns = F("name status tenant site location rack role device_type primary_ip")
    fieldsets = (
        ("Device", F("name role description tags")),
        ("Hardware", F("device_type airflow serial asset_tag")),
        ("Location", F("site location rack position face latitude longitude")),
        ("Management", F("status platform config_template primary_ip4 primary_ip6 oob_ip")),
        ("Virtualization", F("cluster")),
        ("Virtual Chassis", F("virtual_chassis vc_position vc_priority")),
        ("Tenancy", F("tenant")),
        ("Ownership", F("owner")),
        ("Local Config Context Data", F("local_context_data")),
    )  # fmt: skip

    @computed(schema=_OBJECT)
    def parent_device(self, page: Any) -> Sequence[Any]:
        """The chassis in whose bay the device sits."""
        bays = dict(
            DeviceBay.objects.filter(installed_device__anyof=page.ids).values_list("installed_device_id", "device_id")
        )
        shown = page.related(Device, bays.values(), "nested")
        return [shown.get(bays.get(pk)) for pk in page.ids]

    @computed("primary_ip4_id", "primary_ip6_id", schema=_OBJECT)
    def primary_ip(self, page: Any, fours: Sequence[Any], sixes: Sequence[Any]) -> Sequence[Any]:
        """The preferred one of the primary addresses."""
        pairs = zip(fours, sixes, strict=True)
        chosen = [(four or six) if settings.PREFER_IPV4 else (six or four) for four, six in pairs]
        address = Device._meta.get_field("primary_ip4").related_model
        shown = page.related(address, chosen)
        return [shown.get(pk) for pk in chosen]

    @computed("local_context_data", schema=_OBJECT)
    def config_context(self, page: Any, local: Sequence[Any]) -> Sequence[Any]:
        """The merged configuration context."""
        return [data or {} for data in local]


@register(MACAddress)
class MACAddressResource(Resource):
    """A hardware address, perhaps assigned to an interface."""

    menu = ("Devices", "Addressing")
    fields = F("mac_address assigned_object_type assigned_object_id assigned_object description owner comments")
    brief = F("mac_address description")
    filters = MAC_ADDRESS
    search = {"mac_address": 100, "description": 500, "comments": 5000}
    columns = F("mac_address assigned_object description")
    fieldsets = (
        ("MAC address", F("mac_address description tags")),
        ("Assignment", F("assigned_object_type assigned_object_id")),
        ("Ownership", F("owner")),
    )

    def search_query(self, text: str) -> Q:
        """By the address in any notation, or a part of it; or by its texts."""
        written = Q(description__icontains=text) | Q(comments__icontains=text)
        return written | search_hardware_address("mac_address", text)
