"""What every network shares: manufacturers, device types with their components, roles, platforms, registries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps

from netsot.demo.writer import Writer
from netsot.kernel import registry

MANUFACTURERS = ("Arista", "Cisco", "Corning", "Dell", "Juniper", "Palo Alto")

PLATFORMS = (
    ("Arista EOS", "arista-eos", "Arista"),
    ("Cisco IOS XE", "cisco-ios-xe", "Cisco"),
    ("Junos OS", "junos-os", "Juniper"),
    ("PAN-OS", "pan-os", "Palo Alto"),
    ("Debian 12", "debian-12", None),
)

DEVICE_ROLES = (
    ("Router", "router", "4caf50"),
    ("Core switch", "core-switch", "3f51b5"),
    ("Access switch", "access-switch", "03a9f4"),
    ("Firewall", "firewall", "f44336"),
    ("Server", "server", "9c27b0"),
    ("Patch panel", "patch-panel", "9e9e9e"),
)

REGISTRIES = (
    ("RFC 1918", "rfc-1918", True, "Private IPv4 space"),
    ("RFC 3849", "rfc-3849", True, "IPv6 space for documentation"),
    ("RIPE NCC", "ripe-ncc", False, "Europe, the Middle East and parts of Central Asia"),
)

AGGREGATES = (
    ("10.0.0.0/8", "rfc-1918", "2019-03-04", "Sites"),
    ("192.168.0.0/16", "rfc-1918", "2019-03-04", "Networks that are kept apart"),
    ("2001:db8::/32", "rfc-3849", "2021-06-14", "Sites"),
)

NETWORK_ROLES = (
    ("Infrastructure", "infrastructure", 100),
    ("Management", "management", 200),
    ("Users", "users", 300),
    ("Voice", "voice", 400),
    ("Servers", "servers", 500),
    ("Wireless", "wireless", 600),
    ("Facilities", "facilities", 700),
    ("Guests", "guests", 800),
)

PANEL_PORTS = 24

Template = tuple[str, str, bool]
"""Name, type, whether it is for management only."""


@dataclass(frozen=True)
class Hardware:
    """A device type and the interfaces of its devices."""

    slug: str
    manufacturer: str
    model: str
    platform: str | None
    height: int
    airflow: str
    interfaces: tuple[Template, ...] = ()
    panel: bool = False
    values: dict[str, Any] = field(default_factory=dict)


def _run(pattern: str, kind: str, numbers: range) -> tuple[Template, ...]:
    return tuple((pattern.format(n), kind, False) for n in numbers)


HARDWARE = {
    item.slug: item
    for item in (
        Hardware(
            "mx204", "Juniper", "MX204", "junos-os", 1, "front-to-rear",
            (*_run("et-0/0/{}", "100gbase-x-qsfp28", range(4)), *_run("xe-0/1/{}", "10gbase-x-sfpp", range(8)),
             ("fxp0", "1000base-t", True)),
            values={"part_number": "MX204", "weight": 9.1, "weight_unit": "kg"},
        ),
        Hardware(
            "dcs-7050sx3-96yc8", "Arista", "DCS-7050SX3-96YC8", "arista-eos", 2, "front-to-rear",
            (*_run("Ethernet{}", "25gbase-x-sfp28", range(1, 97)),
             *_run("Ethernet{}/1", "100gbase-x-qsfp28", range(97, 105)),
             ("Management1", "1000base-t", True)),
            values={"part_number": "DCS-7050SX3-96YC8-F"},
        ),
        Hardware(
            "c9200l-48p-4x", "Cisco", "Catalyst 9200L-48P-4X", "cisco-ios-xe", 1, "front-to-rear",
            (*_run("GigabitEthernet1/0/{}", "1000base-t", range(1, 49)),
             *_run("TenGigabitEthernet1/1/{}", "10gbase-x-sfpp", range(1, 5)),
             ("GigabitEthernet0/0", "1000base-t", True)),
            values={"part_number": "C9200L-48P-4X"},
        ),
        Hardware(
            "pa-3220", "Palo Alto", "PA-3220", "pan-os", 2, "front-to-rear",
            (*_run("ethernet1/{}", "1000base-t", range(1, 13)), *_run("ethernet1/{}", "10gbase-x-sfpp", range(13, 21)),
             ("management", "1000base-t", True)),
            values={"part_number": "PAN-PA-3220"},
        ),
        Hardware(
            "poweredge-r650", "Dell", "PowerEdge R650", "debian-12", 1, "front-to-rear",
            (*_run("eno{}", "25gbase-x-sfp28", range(1, 5)), ("iDRAC", "1000base-t", True)),
            values={"part_number": "R650", "weight": 21, "weight_unit": "kg"},
        ),
        Hardware(
            "cch-01u-24", "Corning", "CCH-01U 24 x LC", None, 1, "passive", panel=True,
            values={"part_number": "CCH-01U-A9", "is_full_depth": False},
        ),
    )
}  # fmt: skip


@dataclass
class Catalog:
    """The ids of what is shared, by slug."""

    types: dict[str, int]
    device_roles: dict[str, int]
    network_roles: dict[str, int]


def build(writer: Writer) -> Catalog:
    """Create what isn't there yet."""
    makers = _slugged(writer, "dcim.manufacturer", [{"name": name} for name in MANUFACTURERS])
    by_name = dict(zip(MANUFACTURERS, makers.values(), strict=True))
    platforms = _slugged(writer, "dcim.platform", [
        {"name": name, "slug": slug, "manufacturer": by_name.get(maker)} for name, slug, maker in PLATFORMS
    ])  # fmt: skip
    device_roles = _slugged(writer, "dcim.devicerole", [
        {"name": name, "slug": slug, "color": color, "vm_role": slug == "server"} for name, slug, color in DEVICE_ROLES
    ])  # fmt: skip
    network_roles = _slugged(writer, "ipam.role", [
        {"name": name, "slug": slug, "weight": weight} for name, slug, weight in NETWORK_ROLES
    ])  # fmt: skip
    _space(writer)
    types = _types(writer, by_name, platforms)
    return Catalog(types, device_roles, network_roles)


def _slugged(writer: Writer, label: str, rows: list[dict[str, Any]]) -> dict[str, int]:
    for row in rows:
        row.setdefault("slug", row["name"].lower().replace(" ", "-"))
    return dict(zip([row["slug"] for row in rows], writer.ensure(label, "slug", rows), strict=True))


def _space(writer: Writer) -> None:
    """The blocks all addresses come from. They can't overlap: one that is there already, or a part of it, stays."""
    rirs = _slugged(writer, "ipam.rir", [
        {"name": name, "slug": slug, "is_private": private, "description": text}
        for name, slug, private, text in REGISTRIES
    ])  # fmt: skip
    stored = apps.get_model("ipam", "Aggregate")._default_manager.values_list("prefix", flat=True)
    taken = [(network.first, network.last, network.version) for network in stored]
    to_python = apps.get_model("ipam", "Aggregate")._meta.get_field("prefix").to_python
    rows = []
    for prefix, rir, added, text in AGGREGATES:
        network = to_python(prefix)
        if not any(
            first <= network.last and network.first <= last and version == network.version
            for first, last, version in taken
        ):
            rows.append({"prefix": prefix, "rir": rirs[rir], "date_added": added, "description": text})
    writer.create("ipam.aggregate", rows)


def _types(writer: Writer, makers: dict[str, int], platforms: dict[str, int]) -> dict[str, int]:
    model = registry.resource_for("dcim.devicetype").model
    there = set(model._default_manager.filter(slug__in=HARDWARE).values_list("slug", flat=True))
    rows = [
        {
            "manufacturer": makers[item.manufacturer],
            "model": item.model,
            "slug": item.slug,
            "default_platform": platforms.get(item.platform or ""),
            "u_height": item.height,
            "airflow": item.airflow,
            **item.values,
        }
        for item in HARDWARE.values()
    ]
    ids = dict(zip(HARDWARE, writer.ensure("dcim.devicetype", ("manufacturer", "slug"), rows), strict=True))
    new = [item for item in HARDWARE.values() if item.slug not in there]
    writer.create("dcim.interfacetemplate", [
        {"device_type": ids[item.slug], "name": name, "type": kind, "mgmt_only": mgmt}
        for item in new for name, kind, mgmt in item.interfaces
    ])  # fmt: skip
    panels = [ids[item.slug] for item in new if item.panel]
    rears = writer.create("dcim.rearporttemplate", [
        {"device_type": pk, "name": "Trunk", "type": "mpo", "positions": PANEL_PORTS} for pk in panels
    ])  # fmt: skip
    pairs = zip(panels, rears, strict=True)
    writer.create("dcim.frontporttemplate", [row for panel, rear in pairs for row in _fronts(panel, rear)])
    return ids


def _fronts(panel: int, rear: int) -> Iterator[dict[str, Any]]:
    for port in range(1, PANEL_PORTS + 1):
        wire = {"position": 1, "rear_port": rear, "rear_port_position": port}
        yield {"device_type": panel, "name": f"Port {port}", "type": "lc", "color": "2196f3", "rear_ports": [wire]}
