"""Numbers and sets of values that several rules share."""

from dcim.choices import InterfaceTypeChoices


def _group_with(value: str) -> frozenset[str]:
    """The interface types of the group that `value` is in."""
    groups = (frozenset(item[0] for item in items) for _, items in InterfaceTypeChoices.CHOICES)
    return next(group for group in groups if value in group)


VIRTUAL_TYPES = _group_with(InterfaceTypeChoices.TYPE_VIRTUAL)
"""Interface types without hardware of their own: virtual, bridge, LAG."""

WIRELESS_TYPES = _group_with("ieee802.11a")
"""Interface types that talk over the air."""

UNCABLED_TYPES = VIRTUAL_TYPES | WIRELESS_TYPES
"""Interface types that never take a cable."""

MTU_MIN, MTU_MAX = 1, 65536
RACK_U_MAX = 100
PORT_POSITIONS_MAX = 1024
CONNECTORS_MAX = 256

COMPONENT_LABELS = (
    "dcim.consoleport",
    "dcim.consoleserverport",
    "dcim.frontport",
    "dcim.interface",
    "dcim.poweroutlet",
    "dcim.powerport",
    "dcim.rearport",
)
"""What an inventory item can stand for."""
