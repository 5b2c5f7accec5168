"""Addresses of interfaces and hosts, hardware addresses, and the primary addresses of devices."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import netaddr

from netsot.demo.equipment import Device, Equipment
from netsot.demo.numbering import link, network6, vlan_plan
from netsot.demo.places import Site
from netsot.demo.sizes import Size
from netsot.demo.writer import Writer

MANAGEMENT = {
    "router": "fxp0",
    "core-switch": "Management1",
    "access-switch": "GigabitEthernet0/0",
    "firewall": "management",
    "server": "iDRAC",
}

HOSTS = {"users": "pc", "voice": "phone", "wireless": "ap", "servers": "vm", "facilities": "dev", "guests": "guest"}

RESERVED = 20
"""The first addresses of a network are for routers and switches."""


class Plan:
    """Addresses to be written, and which of them become primary or out-of-band addresses."""

    def __init__(self, size: Size, rng: random.Random) -> None:
        self.size, self.rng = size, rng
        self.rows: list[dict[str, Any]] = []
        self.purposes: list[tuple[Device, str] | None] = []

    def add(self, address: str, device: Device | None, port: str = "", purpose: str = "", **values: Any) -> None:
        """An address; on a port of a device, when there is one. `purpose` names the field of the device it fills."""
        row = {"address": address, **values}
        if device is not None:
            name = f"{port.lower().replace('/', '-')}.{device.name}" if not purpose else device.name
            row |= {
                "assigned_object_type": "dcim.interface",
                "assigned_object_id": device.ports[port],
                "dns_name": f"{name}.{device.site.domain}",
                "tenant": device.site.tenant,
            }
        self.rows.append(row)
        self.purposes.append((device, purpose) if device is not None and purpose else None)

    def site(self, equipment: Equipment, following: Equipment) -> None:
        """Everything of one site. `following` is the site at the other end of its link to the others."""
        begin = len(self.rows)
        self._loopbacks(equipment)
        self._links(equipment, following)
        self._gateways(equipment)
        self._management(equipment)
        self._hosts(equipment.site, self.size.addresses - (len(self.rows) - begin))

    def _loopbacks(self, equipment: Equipment) -> None:
        site = equipment.site
        for number, device in enumerate([*equipment.routers, *equipment.cores], 1):
            port = "lo0" if device.role == "router" else "Loopback0"
            four = netaddr.IPAddress(site.four.first + number, 4)
            six = netaddr.IPAddress(site.six.first + number, 6)
            self.add(f"{four}/32", device, port, "primary_ip4", role="loopback")
            self.add(f"{six}/128", device, port, "primary_ip6", role="loopback")

    def _links(self, equipment: Equipment, following: Equipment) -> None:
        cores = equipment.cores
        ends = [
            (router, "xe-0/1/0", cores[number % len(cores)], "Ethernet90")
            for number, router in enumerate(equipment.routers)
        ]
        ends += [(firewall, "ethernet1/13", cores[0], "Ethernet80") for firewall in equipment.firewalls]
        ends.append((equipment.routers[0], "et-0/0/0", following.routers[-1], "et-0/0/1"))
        for number, (near, near_port, far, far_port) in enumerate(ends):
            _prefix, first, second = link(equipment.site, number)
            self.add(first, near, near_port)
            self.add(second, far, far_port)

    def _gateways(self, equipment: Equipment) -> None:
        site, core = equipment.site, equipment.cores[0]
        for position, (vid, _name, _role) in enumerate(vlan_plan(self.size)):
            self.add(_address(site, position, 1), core, f"Vlan{vid}")
            if position < self.size.vlans_with_ipv6:
                network = netaddr.IPNetwork(network6(site, vid))
                self.add(f"{network[1]}/64", core, f"Vlan{vid}")

    def _management(self, equipment: Equipment) -> None:
        for number, device in enumerate(equipment.managed()):
            purpose = "primary_ip4" if device.role in ("access-switch", "firewall") else "oob_ip"
            self.add(_address(equipment.site, 0, 2 + number), device, MANAGEMENT[device.role], purpose)
        servers = next(position for position, item in enumerate(vlan_plan(self.size)) if item[1] == "Servers")
        for number, server in enumerate(equipment.servers):
            self.add(_address(equipment.site, servers, 2 + number), server, "eno1", "primary_ip4")

    def _hosts(self, site: Site, count: int) -> None:
        """Hosts that aren't devices here: some networks are nearly full, most are nearly empty."""
        plan = [(position, item) for position, item in enumerate(vlan_plan(self.size)) if item[2] in HOSTS]
        room = 254 - RESERVED
        # Every twelfth network is well filled; the rest share what is left.
        weights = [
            self.rng.uniform(12, 20) if n % 12 == site.number % 12 else self.rng.uniform(0, 2) for n in range(len(plan))
        ]
        total = sum(weights)
        numbers = [min(room, int(count * weight / total)) for weight in weights]
        for _ in range(count - sum(numbers)):
            numbers[numbers.index(min(numbers))] += 1
        for (position, (_vid, _name, role)), number in zip(plan, numbers, strict=True):
            for host in range(number):
                self._host(site, position, RESERVED + host, role)

    def _host(self, site: Site, position: int, host: int, role: str) -> None:
        chance = self.rng.random()
        status = "dhcp" if role in ("users", "wireless", "guests", "voice") and chance < 0.7 else "active"
        if chance > 0.97:
            status = "reserved" if chance > 0.985 else "deprecated"
        name = f"{HOSTS[role]}{position:02}{host:03}.{site.domain}"
        tenant = site.tenant if role == "users" else None
        self.add(_address(site, position, host), None, status=status, dns_name=name, tenant=tenant)


def _address(site: Site, position: int, host: int) -> str:
    return f"{netaddr.IPAddress(site.four.first + ((position + 1) << 8) + host, 4)}/24"


def build(writer: Writer, size: Size, rng: random.Random, planned: Sequence[Equipment]) -> None:
    """Create the addresses of `planned` sites, which form a ring, and tell the devices."""
    plan = Plan(size, rng)
    for equipment, following in zip(planned, [*planned[1:], planned[0]], strict=True):
        plan.site(equipment, following)
    ids = writer.create("ipam.ipaddress", plan.rows)
    changes: dict[int, dict[str, Any]] = {}
    for pk, purpose in zip(ids, plan.purposes, strict=True):
        if purpose is not None:
            device, name = purpose
            changes.setdefault(device.pk, {})[name] = pk
    writer.update("dcim.device", changes)
    _hardware_addresses(writer, size, planned)


def _hardware_addresses(writer: Writer, size: Size, planned: Sequence[Equipment]) -> None:
    """A hardware address for every port that devices are managed by."""
    ports, rows = [], []
    for equipment in planned:
        for number, device in enumerate(equipment.managed()):
            digits = f"02{size.number:02X}{equipment.site.number:04X}{number:04X}"
            address = ":".join(digits[i : i + 2] for i in range(0, 12, 2))
            port = device.ports[MANAGEMENT[device.role]]
            ports.append(port)
            rows.append({"mac_address": address, "assigned_object_type": "dcim.interface", "assigned_object_id": port})
    ids = writer.create("dcim.macaddress", rows)
    writer.update("dcim.interface", {
        port: {"primary_mac_address": pk} for port, pk in zip(ports, ids, strict=True)
    })  # fmt: skip
