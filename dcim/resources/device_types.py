"""What devices are made of: manufacturers, device types, platforms, roles, and component templates."""

from __future__ import annotations

from typing import Any

from dcim.filters import DEVICE_TYPE, PLATFORM
from dcim.models import (
    DeviceRole,
    DeviceType,
    FrontPortTemplate,
    InterfaceTemplate,
    Manufacturer,
    Platform,
    RearPortTemplate,
)
from dcim.resources.mappings import FRONT_PORT_TEMPLATES, REAR_PORT_TEMPLATES, mapped_ports
from netsot.derive.filterset import Path
from netsot.kernel.registry import register
from netsot.kernel.resource import HEAD, Count, F, Resource, computed

_TREE_SEARCH = {"name": 100, "slug": 110, "description": 500, "comments": 5000}
_WITHOUT_PAGE = tuple(name for name in HEAD if name != "display_url")
_BY_ID: dict[str, Any] = {"device_type": None, "module_type": None}
"""Templates are asked for by the id of their type only."""


@register(Manufacturer)
class ManufacturerResource(Resource):
    """Who makes a device."""

    menu = ("Devices", "Device Types")
    fields = F("name slug description owner comments")
    brief = F("name slug description")
    counts = {
        "devicetype_count": Count("dcim.DeviceType", "manufacturer"),
        "moduletype_count": Count("dcim.ModuleType", "manufacturer"),
        "inventoryitem_count": Count("dcim.InventoryItem", "manufacturer"),
        "platform_count": Count("dcim.Platform", "manufacturer"),
    }
    search = _TREE_SEARCH
    columns = F("name devicetype_count moduletype_count inventoryitem_count platform_count description")
    fieldsets = (("Manufacturer", F("name slug description tags")), ("Ownership", F("owner")))


@register(DeviceType)
class DeviceTypeResource(Resource):
    """A make and model of hardware, with the components every device of it has."""

    menu = ("Devices", "Device Types")
    fields = F(
        "manufacturer default_platform model slug part_number u_height exclude_from_utilization is_full_depth "
        "subdevice_role airflow weight weight_unit front_image rear_image description owner comments tags "
        "custom_fields created last_updated device_count console_port_template_count "
        "console_server_port_template_count power_port_template_count power_outlet_template_count "
        "interface_template_count front_port_template_count rear_port_template_count device_bay_template_count "
        "module_bay_template_count inventory_item_template_count"
    )
    brief = F("manufacturer model slug description device_count")
    filters = DEVICE_TYPE
    search = {"model": 100, "part_number": 200, "description": 500, "comments": 5000}
    columns = F("model manufacturer part_number u_height is_full_depth device_count")
    fieldsets = (
        ("Device type", F("manufacturer model slug default_platform description tags")),
        ("Chassis", F("u_height exclude_from_utilization is_full_depth part_number subdevice_role airflow")),
        ("Weight", F("weight weight_unit")),
        ("Ownership", F("owner")),
    )


@register(DeviceRole)
class DeviceRoleResource(Resource):
    """What a device is for: router, access switch; roles may be nested."""

    menu = ("Devices", "Devices")
    fields = F(
        "name slug color vm_role config_template parent description tags custom_fields created last_updated "
        "device_count virtualmachine_count owner comments _depth"
    )
    brief = F("name slug description device_count virtualmachine_count _depth")
    nested = F("name")
    counts = {
        "device_count": Count("dcim.Device", "role", tree=True),
        "virtualmachine_count": Count("virtualization.VirtualMachine", "role", tree=True),
    }
    search = _TREE_SEARCH
    columns = F("name device_count virtualmachine_count color vm_role description")
    fieldsets = (
        ("Device role", F("parent name slug color vm_role config_template description tags")),
        ("Ownership", F("owner")),
    )


@register(Platform)
class PlatformResource(Resource):
    """The software a device runs; platforms may be nested."""

    menu = ("Devices", "Devices")
    fields = F(
        "parent name slug manufacturer config_template description owner comments tags custom_fields created "
        "last_updated device_count virtualmachine_count _depth"
    )
    brief = F("name slug description device_count virtualmachine_count _depth")
    nested = F("name")
    counts = {
        "device_count": Count("dcim.Device", "platform", tree=True),
        "virtualmachine_count": Count("virtualization.VirtualMachine", "platform", tree=True),
    }
    filters = PLATFORM
    search = _TREE_SEARCH
    columns = F("name manufacturer device_count virtualmachine_count description")
    fieldsets = (
        ("Platform", F("parent manufacturer name slug config_template description tags")),
        ("Ownership", F("owner")),
    )


class ComponentTemplateResource(Resource):
    """What all component templates share."""

    head = _WITHOUT_PAGE
    brief = F("name description")
    filters = _BY_ID


@register(InterfaceTemplate)
class InterfaceTemplateResource(ComponentTemplateResource):
    """An interface every device of a type has."""

    fields = F("device_type module_type name label type enabled mgmt_only description bridge poe_mode poe_type rf_role")
    nested = F("name")
    search = {"name": 100}


@register(FrontPortTemplate)
class FrontPortTemplateResource(ComponentTemplateResource):
    """A front port every device of a type has."""

    fields = F("device_type module_type name label type color positions rear_ports description")
    filters = {**_BY_ID, "rear_port_id": Path("mappings__rear_port")}
    search = {"name": 100}

    @computed(schema=REAR_PORT_TEMPLATES, writable=True)
    def rear_ports(self, page: Any) -> Any:
        """The rear ports behind each position."""
        return mapped_ports(page, "front_port", "rear_port")


@register(RearPortTemplate)
class RearPortTemplateResource(ComponentTemplateResource):
    """A rear port every device of a type has."""

    fields = F("device_type module_type name label type color positions front_ports description")
    filters = {**_BY_ID, "front_port_id": Path("mappings__front_port")}
    search = {"name": 100}

    @computed(schema=FRONT_PORT_TEMPLATES, writable=True)
    def front_ports(self, page: Any) -> Any:
        """The front ports before each position."""
        return mapped_ports(page, "rear_port", "front_port")
