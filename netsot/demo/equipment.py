"""The devices of sites, their ports and the cables between them."""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from netsot.demo.catalog import HARDWARE, Catalog
from netsot.demo.organization import TIERS, Organization
from netsot.demo.places import Site
from netsot.demo.sizes import Size
from netsot.demo.writer import Writer
from netsot.kernel import registry

ROOMS = {"access-switch": "closet"}
"""Where a device of a role stands, if not in the main room."""

HARDWARE_OF = {
    "router": "mx204",
    "core-switch": "dcs-7050sx3-96yc8",
    "access-switch": "c9200l-48p-4x",
    "firewall": "pa-3220",
    "server": "poweredge-r650",
    "patch-panel": "cch-01u-24",
}

STATUSES = ("active",) * 24 + ("planned", "staged", "offline", "failed", "decommissioning")

COMPONENTS = ("dcim.interface", "dcim.frontport", "dcim.rearport")

UPLINK = "TenGigabitEthernet1/1/1"


@dataclass
class Device:
    """A device that was made, with the ids of its ports by name."""

    name: str
    role: str
    site: Site
    room: str
    pk: int = 0
    ports: dict[str, int] = field(default_factory=dict)


@dataclass
class Equipment:
    """The devices of a site by role."""

    site: Site
    by_role: dict[str, list[Device]]

    @property
    def routers(self) -> list[Device]:
        """Towards the other sites."""
        return self.by_role["router"]

    @property
    def cores(self) -> list[Device]:
        """Everything in the site meets here; the first one routes between the VLANs."""
        return self.by_role["core-switch"]

    @property
    def access(self) -> list[Device]:
        """Where desks are connected."""
        return self.by_role["access-switch"]

    @property
    def firewalls(self) -> list[Device]:
        """In between."""
        return self.by_role["firewall"]

    @property
    def servers(self) -> list[Device]:
        """In the main room."""
        return self.by_role["server"]

    @property
    def panels(self) -> tuple[Device, Device]:
        """In the main room and in the closet."""
        first, second = self.by_role["patch-panel"]
        return first, second

    def devices(self) -> Iterator[Device]:
        """All of them."""
        for group in self.by_role.values():
            yield from group

    def managed(self) -> list[Device]:
        """Those with interfaces."""
        return [device for device in self.devices() if device.role != "patch-panel"]


def build(
    writer: Writer, size: Size, rng: random.Random, catalog: Catalog, organization: Organization, sites: Sequence[Site]
) -> list[Equipment]:
    """Create the devices of `sites`, with the components of their types."""
    planned = [_planned(size, site) for site in sites]
    devices = [device for equipment in planned for device in equipment.devices()]
    rows = [_row(device, rng, catalog, organization) for device in devices]
    if registry.get("dcim.rack") is not None:
        _mount(devices, rows)
    # A device comes with up to a hundred ports: fewer at a time.
    for device, pk in zip(devices, writer.create("dcim.device", rows, batch=100), strict=True):
        device.pk = pk
    _find_ports(writer, devices)
    _virtual_interfaces(writer, planned)
    return planned


def _planned(size: Size, site: Site) -> Equipment:
    numbers = {
        "router": size.routers,
        "core-switch": size.cores,
        "firewall": size.firewalls,
        "server": size.servers,
        "access-switch": size.access,
        "patch-panel": 2,
    }
    short = {"router": "rtr", "core-switch": "core", "firewall": "fw", "server": "srv", "access-switch": "sw"}
    by_role = {
        role: [
            Device(f"{site.code.lower()}-{short[role]}{n}", role, site, ROOMS.get(role, "main"))
            for n in range(1, number + 1)
        ]
        for role, number in numbers.items()
        if role != "patch-panel"
    }
    by_role["patch-panel"] = [
        Device(f"{site.code.lower()}-pp-{room}", "patch-panel", site, room) for room in ("main", "closet")
    ]
    return Equipment(site, by_role)


def _row(device: Device, rng: random.Random, catalog: Catalog, organization: Organization) -> dict[str, Any]:
    site = device.site
    serial = f"{rng.choice('FJCX')}{rng.randrange(10**9):09}"
    bought = datetime.date(2018, 1, 1) + datetime.timedelta(days=rng.randrange(2900))
    status = rng.choice(STATUSES)
    tags = ["end-of-life"] if bought.year < 2019 else []
    tags += ["critical"] if device.role in ("router", "core-switch") else []
    return {
        "name": device.name,
        "device_type": catalog.types[HARDWARE_OF[device.role]],
        "role": catalog.device_roles[device.role],
        "tenant": site.tenant,
        "serial": serial,
        "asset_tag": f"A-{site.code}-{serial[1:]}",
        "site": site.pk,
        "location": site.rooms[device.room],
        "status": "planned" if site.status == "planned" else status,
        "description": f"{device.role.replace('-', ' ').capitalize()} in the {device.room} room of {site.code}",
        "owner": organization.owners["Network operations"],
        "tags": [{"slug": slug} for slug in tags],
        "custom_fields": {"support_tier": rng.choice(TIERS), "purchased": bought.isoformat()},
    }


def _mount(devices: Sequence[Device], rows: Sequence[dict[str, Any]]) -> None:
    """Put the devices into the racks of their rooms, from the top."""
    free: dict[int, int] = {}
    for device, row in zip(devices, rows, strict=True):
        rack = device.site.racks[device.room]
        lowest = free.get(rack, 43) - HARDWARE[HARDWARE_OF[device.role]].height
        free[rack] = lowest
        row |= {"rack": rack, "position": lowest, "face": "front"}


def _find_ports(writer: Writer, devices: Sequence[Device]) -> None:
    """Note which ports the devices got."""
    by_id = {device.pk: device for device in devices}
    for label in COMPONENTS:
        model = registry.resource_for(label).model
        rows = model._default_manager.filter(device__in=list(by_id)).order_by().values_list("device_id", "name", "pk")
        found = 0
        for owner, name, pk in rows:
            by_id[owner].ports[name] = pk
            found += 1
        writer.count(model, found)


def _virtual_interfaces(writer: Writer, planned: Sequence[Equipment]) -> None:
    """Loopbacks, VLAN interfaces and link aggregates."""
    rows, owners = [], []
    for equipment in planned:
        core = equipment.cores[0]
        wanted = [(device, "lo0", "virtual", "Router ID") for device in equipment.routers]
        wanted += [(device, "Loopback0", "virtual", "Router ID") for device in equipment.cores]
        wanted += [(core, f"Vlan{vid}", "virtual", f"Gateway of VLAN {vid}") for vid in equipment.site.vlans]
        if len(equipment.cores) > 1:
            wanted += [(device, "Port-Channel1", "lag", "To the other core switch") for device in equipment.cores]
        for device, name, kind, text in wanted:
            rows.append({"device": device.pk, "name": name, "type": kind, "description": text})
            owners.append((device, name))
    for (device, name), pk in zip(owners, writer.create("dcim.interface", rows), strict=True):
        device.ports[name] = pk


def configure(writer: Writer, size: Size, planned: Sequence[Equipment]) -> None:
    """Say what the ports of switches are for."""
    changes: dict[int, dict[str, Any]] = {}
    for equipment in planned:
        vlans = equipment.site.vlans
        users = [vid for vid in vlans if 100 < vid < 200]
        carried = [vlans[vid] for vid in (10, 40, *users[:4])]
        for number, switch in enumerate(equipment.access):
            vlan = vlans[users[number % len(users)]]
            for port in range(1, size.desks + 1):
                changes[switch.ports[f"GigabitEthernet1/0/{port}"]] = {
                    "mode": "access",
                    "untagged_vlan": vlan,
                    "description": f"Desk {number + 1}.{port:02}",
                }
            changes[switch.ports[UPLINK]] = {
                "mode": "tagged",
                "tagged_vlans": carried,
                "description": f"To {_core_of(equipment, number).name}",
            }
        if len(equipment.cores) > 1:
            for core in equipment.cores:
                for name in ("Ethernet97/1", "Ethernet98/1"):
                    changes[core.ports[name]] = {"lag": core.ports["Port-Channel1"], "description": "Core to core"}
    writer.update("dcim.interface", changes)


def _core_of(equipment: Equipment, number: int) -> Device:
    return equipment.cores[number % len(equipment.cores)]


def _end(device: Device, port: str) -> list[dict[str, Any]]:
    if device.role != "patch-panel":
        kind = "dcim.interface"
    else:
        kind = "dcim.rearport" if port == "Trunk" else "dcim.frontport"
    return [{"object_type": kind, "object_id": device.ports[port]}]


def connect(writer: Writer, rng: random.Random, planned: Sequence[Equipment]) -> None:
    """Plug in the cables: access switches reach the core through both patch panels, the rest directly."""
    rows: list[dict[str, Any]] = []

    def cable(site: Site, a: Device, a_port: str, b: Device, b_port: str, kind: str, metres: float) -> None:
        rows.append({
            "a_terminations": _end(a, a_port),
            "b_terminations": _end(b, b_port),
            "type": kind,
            "status": "planned" if site.status == "planned" or rng.random() < 0.02 else "connected",
            "tenant": site.tenant,
            "label": f"{site.code}-{len(rows) + 1:04}",
            "color": {"mmf-om4": "00bcd4", "smf-os2": "ffeb3b", "dac-passive": "111111"}[kind],
            "length": metres,
            "length_unit": "m",
        })  # fmt: skip

    for equipment in planned:
        site, cores = equipment.site, equipment.cores
        main, closet = equipment.panels
        cable(site, main, "Trunk", closet, "Trunk", "mmf-om4", rng.randint(20, 90))
        for number, switch in enumerate(equipment.access):
            port = f"Port {number + 1}"
            cable(site, switch, UPLINK, closet, port, "mmf-om4", rng.choice((1, 2, 3)))
            core = _core_of(equipment, number)
            cable(site, main, port, core, f"Ethernet{number + 1}", "mmf-om4", rng.choice((3, 5)))
        for number, router in enumerate(equipment.routers):
            cable(site, router, "xe-0/1/0", _core_of(equipment, number), "Ethernet90", "smf-os2", 2)
        for firewall in equipment.firewalls:
            cable(site, firewall, "ethernet1/13", cores[0], "Ethernet80", "dac-passive", 1)
        for server in equipment.servers:
            cable(site, server, "eno1", cores[0], "Ethernet70", "dac-passive", 2.5)
        if len(cores) > 1:
            for name in ("Ethernet97/1", "Ethernet98/1"):
                cable(site, cores[0], name, cores[1], name, "dac-passive", 1)
    writer.create("dcim.cable", rows, batch=500)
