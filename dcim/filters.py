"""Filters over devices, interfaces and cables that the models can't tell: parts of the `filters` of the resources."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Replace
from django.db.models.lookups import Contains

from dcim.choices import CableEndChoices
from dcim.constants import UNCABLED_TYPES, VIRTUAL_TYPES, WIRELESS_TYPES
from dcim.models import CableTermination, Device, DeviceType, Interface
from netsot.derive.filterset import MethodFilter, Path, Presence
from netsot.derive.lookups import Method, Named
from netsot.derive.values import ObjectType, Word

_HEX = frozenset("0123456789abcdef")


def search_hardware_address(column: str, text: str) -> Q:
    """Rows whose hardware address holds the digits of `text`, however it is written; nothing for other texts."""
    digits = text.lower().translate(str.maketrans("", "", ":-. "))
    if len(digits) < 2 or not _HEX.issuperset(digits):
        return Q(pk__in=[])
    stored = Replace(Cast(F(column), TextField()), Value(":"), Value(""), output_field=CharField())
    return Q(Contains(stored, digits))


# What devices have


def components(plural: str = "{}s") -> dict[str, Presence]:
    """Whether there are components of each kind; `plural` makes the relation from the name of the model."""
    names = {
        "console_ports": "consoleport", "console_server_ports": "consoleserverport", "power_ports": "powerport",
        "power_outlets": "poweroutlet", "interfaces": "interface", "module_bays": "modulebay",
        "device_bays": "devicebay",
    }  # fmt: skip
    found = {name: Presence(plural.format(model)) for name, model in names.items()}
    return found | {"pass_through_ports": Presence(plural.format("frontport"), plural.format("rearport"))}


DEVICE: Mapping[str, Any] = {
    "name": Path("name", exact="iexact"),
    "serial": Path("serial", exact="iexact"),
    # What it is
    "manufacturer": Path("device_type__manufacturer"),
    "model": Path("device_type", by="slug"),
    "is_full_depth": Path("device_type__is_full_depth"),
    "local_context_data": Presence("local_context_data"),
    # Where it belongs
    "cluster_group": Path("cluster__group"),
    "parent_bay_id": Path("parent_bay"),
    "parent_device_id": Path("parent_bay__device"),
    "virtual_chassis_member": Presence("virtual_chassis"),
    "has_virtual_device_context": Presence("vdcs"),
    # How it is reached
    "mac_address": Path("interfaces__mac_addresses__mac_address"),
    "primary_ip4": Path("primary_ip4", by="address"),
    "primary_ip6": Path("primary_ip6", by="address"),
    "has_primary_ip": Presence("primary_ip4", "primary_ip6"),
    "has_oob_ip": Presence("oob_ip"),
    **components(),
}

DEVICE_TYPE: Mapping[str, Any] = {
    "has_front_image": Presence("front_image"),
    "has_rear_image": Presence("rear_image"),
    **components("{}templates"),
    "inventory_items": Presence("inventoryitemtemplates"),
}


def available_for_device_type(queryset: QuerySet[Any], ids: Sequence[int | None]) -> QuerySet[Any]:
    """Platforms of the device types' manufacturers, and those of none."""
    makers = DeviceType._base_manager.filter(pk__in=[pk for pk in ids if pk is not None]).values("manufacturer")
    return queryset.filter(Q(manufacturer__isnull=True) | Q(manufacturer__in=makers))


PLATFORM: Mapping[str, Any] = {
    "available_for_device_type": MethodFilter(available_for_device_type, target="dcim.DeviceType", by="pk"),
}

# Interfaces, and what is assigned to them


def of_masters(devices: Sequence[int]) -> Q:
    """Interfaces of the devices; for the master of a virtual chassis, those of all members."""
    return _with_members(devices, Device._base_manager.filter(virtual_chassis__master__in=devices))


def of_members(devices: Sequence[int]) -> Q:
    """Interfaces of the devices and of all that share a virtual chassis with them."""
    return _with_members(devices, Device._base_manager.filter(virtual_chassis__members__in=devices))


def _with_members(devices: Sequence[int], members: QuerySet[Any]) -> Q:
    """Interfaces of the devices, and those of members that aren't for management."""
    # As numbers: alternatives with subqueries would make PostgreSQL read all interfaces.
    return Q(device__in=devices) | Q(mgmt_only=False, device__in=list(members.values_list("pk", flat=True)))


def _matching(query: Callable[[Sequence[int]], Q]) -> Callable[[QuerySet[Any], Sequence[int]], QuerySet[Any]]:
    return lambda queryset, ids: queryset.filter(query(ids))


def _assigned_to(queryset: QuerySet[Any], devices: Sequence[int]) -> QuerySet[Any]:
    interfaces = Interface._base_manager.filter(of_masters(devices)).values("pk")
    kind = ContentType.objects.get_for_model(Interface)
    return queryset.filter(assigned_object_type=kind, assigned_object_id__in=interfaces)


OF_DEVICES: Mapping[str, Any] = {
    "device": Named(_assigned_to, "dcim.Device", "name"),
    "device_id": Named(_assigned_to, "dcim.Device"),
    "virtual_machine": Path("vminterface__virtual_machine__name", lookups=""),
    "virtual_machine_id": Path("vminterface__virtual_machine__id", lookups=""),
    "interface": Path("interface", by="name"),
    "interface_id": Path("interface"),
    "vminterface": Path("vminterface", by="name"),
    "vminterface_id": Path("vminterface"),
}
"""For what is assigned to interfaces: hardware and network addresses."""


def primary(queryset: QuerySet[Any], value: bool) -> QuerySet[Any]:
    """Hardware addresses that are the primary one of an interface, or aren't."""
    used = Q()
    for model in (Interface, apps.get_model("virtualization.VMInterface")):
        used |= Q(Exists(model._base_manager.filter(primary_mac_address=OuterRef("pk"))))
    return queryset.filter(used if value else ~used)


MAC_ADDRESS: Mapping[str, Any] = {
    **OF_DEVICES,
    "assigned": Presence("interface", "vminterface"),
    "primary": MethodFilter(primary, value="boolean"),
}

KINDS = {
    "physical": ~Q(type__in=UNCABLED_TYPES),
    "virtual": Q(type__in=VIRTUAL_TYPES),
    "wireless": Q(type__in=WIRELESS_TYPES),
}


def of_kinds(queryset: QuerySet[Any], names: Sequence[str]) -> QuerySet[Any]:
    """Interfaces of any of the kinds."""
    query = Q()
    for name in names:
        query |= KINDS[name]
    return queryset.filter(query)


def carrying(queryset: QuerySet[Any], vlans: Sequence[int]) -> QuerySet[Any]:
    """Interfaces that carry any of the VLANs, tagged or not."""
    rows = Interface._base_manager.order_by()
    tagged = Interface.tagged_vlans.through._base_manager.filter(vlan__in=vlans).values("interface")
    others = rows.filter(Q(untagged_vlan__in=vlans) | Q(qinq_svlan__in=vlans)).values("pk")
    return queryset.filter(pk__in=tagged.union(others))


INTERFACE: Mapping[str, Any] = {
    "kind": Method(of_kinds, Word(" ".join(KINDS))),
    "mac_address": Path("mac_addresses__mac_address"),
    # Devices
    "virtual_chassis_member": Named(_matching(of_members), "dcim.Device", "name"),
    "virtual_chassis_member_id": Named(_matching(of_members), "dcim.Device"),
    "virtual_chassis_member_or_master": Named(_matching(of_masters), "dcim.Device", "name"),
    "virtual_chassis_member_or_master_id": Named(_matching(of_masters), "dcim.Device"),
    "vdc": Path("vdcs", by="name"),
    "vdc_identifier": Path("vdcs", by="identifier"),
    # Networks
    "vlan": Named(carrying, "ipam.VLAN", "vid"),
    "vlan_id": Named(carrying, "ipam.VLAN"),
    "qinq_svlan_id": None,
    "tagged_vlan_id": None,
    "untagged_vlan_id": None,
    "l2vpn": Path("l2vpn_terminations__l2vpn", by="identifier"),
    "l2vpn_id": Path("l2vpn_terminations__l2vpn"),
    "virtual_circuit_id": Path("virtual_circuit_termination__virtual_circuit"),
    "virtual_circuit_termination_id": Path("virtual_circuit_termination"),
}

# Cables

PORTS = (
    "dcim.ConsolePort", "dcim.ConsoleServerPort", "dcim.PowerPort", "dcim.PowerOutlet", "dcim.Interface",
    "dcim.FrontPort", "dcim.RearPort", "dcim.PowerFeed", "circuits.CircuitTermination",
)  # fmt: skip
"""What a cable can be plugged into."""


def _plugged(label: str) -> Callable[[Sequence[int]], QuerySet[Any]]:
    """The terminations in ports of a kind, given by their ids."""
    app, model = label.lower().split(".")

    def rows(ids: Sequence[int]) -> QuerySet[Any]:
        kind = ContentType.objects.get_by_natural_key(app, model)
        return CableTermination._base_manager.filter(termination_type=kind, termination_id__in=ids)

    return rows


def _by_port(column: str) -> dict[str, Named]:
    """`interface_id`, `frontport_id` …: rows whose `column` is that of a termination in such a port."""

    def narrow(label: str) -> Callable[[QuerySet[Any], Sequence[Any]], QuerySet[Any]]:
        rows = _plugged(label)
        return lambda queryset, ids: queryset.filter(pk__in=rows(ids).values(column))

    return {f"{label.partition('.')[2].lower()}_id": Named(narrow(label), label) for label in PORTS}


def _at_end(end: str, column: str) -> Callable[[QuerySet[Any], Sequence[Any]], QuerySet[Any]]:
    """Cables whose end is plugged into something with any of the values in `column`."""

    def narrow(queryset: QuerySet[Any], values: Sequence[Any]) -> QuerySet[Any]:
        rows = CableTermination._base_manager.filter(cable_end=end, **{f"{column}__in": values})
        return queryset.filter(pk__in=rows.values("cable"))

    return narrow


def unterminated(queryset: QuerySet[Any], value: bool) -> QuerySet[Any]:
    """Cables with a loose end, or with none."""
    ends = CableTermination._base_manager.filter(cable=OuterRef("pk"))
    a_end, b_end = (Exists(ends.filter(cable_end=end)) for end in (CableEndChoices.SIDE_A, CableEndChoices.SIDE_B))
    return queryset.filter(~Q(a_end, b_end) if value else Q(a_end, b_end))


def _places() -> dict[str, Path]:
    """Where the ends of a cable are; names nobody has find nothing."""
    keys = {"device": "name", "rack": "name", "location": "name", "site": "slug"}
    found = {}
    for name, key in keys.items():
        found[name] = Path(f"terminations___{name}__{key}", lookups="")
        found[f"{name}_id"] = Path(f"terminations___{name}__id", lookups="")
    return found


CABLE: Mapping[str, Any] = {
    "unterminated": MethodFilter(unterminated, value="boolean"),
    "termination_a_type": Method(_at_end(CableEndChoices.SIDE_A, "termination_type"), ObjectType(), "n"),
    "termination_b_type": Method(_at_end(CableEndChoices.SIDE_B, "termination_type"), ObjectType(), "n"),
    "termination_a_id": MethodFilter(_at_end(CableEndChoices.SIDE_A, "termination_id"), value="number"),
    "termination_b_id": MethodFilter(_at_end(CableEndChoices.SIDE_B, "termination_id"), value="number"),
    **_places(),
    **_by_port("cable"),
}

CABLE_TERMINATION: Mapping[str, Any] = {
    "cable": Path("cable", by="pk"),
    "connector": None,
    **_by_port("pk"),
}
