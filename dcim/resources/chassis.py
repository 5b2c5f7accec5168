"""Virtual chassis."""

from __future__ import annotations

from dcim.models import VirtualChassis
from dcim.rack_filters import VIRTUAL_CHASSIS
from netsot.kernel.registry import register
from netsot.kernel.resource import F, Resource


@register(VirtualChassis)
class VirtualChassisResource(Resource):
    """Devices that share one control plane."""

    menu = ("Devices", "Devices")
    fields = F(
        "name domain master description owner comments tags custom_fields created last_updated member_count members"
    )
    read_only = F("members")
    brief = F("name master description member_count")
    forms = {"master": "nested", "members": "nested"}
    filters = VIRTUAL_CHASSIS
    search = {"name": 100, "domain": 300, "description": 500, "comments": 5000}
    columns = F("name domain master member_count")
    fieldsets = (("Virtual chassis", F("name domain master description tags")), ("Ownership", F("owner")))
