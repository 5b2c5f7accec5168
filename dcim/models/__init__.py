"""Models of the physical inventory."""

from dcim.models.bays import DeviceBay, ModuleBay
from dcim.models.cables import Cable, CableBundle, CablePath, CableTermination
from dcim.models.chassis import VirtualChassis, VirtualDeviceContext
from dcim.models.components import (
    ConsolePort,
    ConsoleServerPort,
    PowerOutlet,
    PowerPort,
)
from dcim.models.device_types import DeviceRole, DeviceType, Manufacturer, Platform
from dcim.models.devices import Device
from dcim.models.interfaces import BaseInterface, Interface, MACAddress
from dcim.models.inventory import InventoryItem, InventoryItemRole
from dcim.models.mixins import (
    CabledObjectModel,
    ComponentModel,
    ModularComponentModel,
    PathEndpoint,
    RenderConfigMixin,
)
from dcim.models.modules import Module, ModuleType, ModuleTypeProfile
from dcim.models.port_templates import (
    FrontPortTemplate,
    PortTemplateMapping,
    RearPortTemplate,
)
from dcim.models.ports import FrontPort, PortMapping, RearPort
from dcim.models.power import PowerFeed, PowerPanel
from dcim.models.racks import Rack, RackGroup, RackReservation, RackRole, RackType
from dcim.models.sites import Location, Region, Site, SiteGroup
from dcim.models.templates import (
    ConsolePortTemplate,
    ConsoleServerPortTemplate,
    DeviceBayTemplate,
    InterfaceTemplate,
    InventoryItemTemplate,
    ModuleBayTemplate,
    PowerOutletTemplate,
    PowerPortTemplate,
)

__all__ = [
    "BaseInterface",
    "Cable",
    "CableBundle",
    "CablePath",
    "CableTermination",
    "CabledObjectModel",
    "ComponentModel",
    "ConsolePort",
    "ConsolePortTemplate",
    "ConsoleServerPort",
    "ConsoleServerPortTemplate",
    "Device",
    "DeviceBay",
    "DeviceBayTemplate",
    "DeviceRole",
    "DeviceType",
    "FrontPort",
    "FrontPortTemplate",
    "Interface",
    "InterfaceTemplate",
    "InventoryItem",
    "InventoryItemRole",
    "InventoryItemTemplate",
    "Location",
    "MACAddress",
    "Manufacturer",
    "ModularComponentModel",
    "Module",
    "ModuleBay",
    "ModuleBayTemplate",
    "ModuleType",
    "ModuleTypeProfile",
    "PathEndpoint",
    "Platform",
    "PortMapping",
    "PortTemplateMapping",
    "PowerFeed",
    "PowerOutlet",
    "PowerOutletTemplate",
    "PowerPanel",
    "PowerPort",
    "PowerPortTemplate",
    "Rack",
    "RackGroup",
    "RackReservation",
    "RackRole",
    "RackType",
    "RearPort",
    "RearPortTemplate",
    "Region",
    "RenderConfigMixin",
    "Site",
    "SiteGroup",
    "VirtualChassis",
    "VirtualDeviceContext",
]
