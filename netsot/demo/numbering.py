"""The number plan: routing tables, VLANs and prefixes."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import netaddr

from netsot.demo.catalog import Catalog
from netsot.demo.organization import Organization
from netsot.demo.places import Places, Site
from netsot.demo.sizes import Size
from netsot.demo.writer import Writer

VRFS = (
    "Guests", "Payment", "Building", "Lab", "Voice", "Cameras", "Partners", "Backup", "Storage", "Medical", "Logistics",
    "Quarantine",
)  # fmt: skip

VLANS = (
    (10, "Management", "management"),
    (30, "Wireless", "wireless"),
    (40, "Voice", "voice"),
    (50, "Guests", "guests"),
    (60, "Printers", "facilities"),
    (70, "Cameras", "facilities"),
    (80, "Building control", "facilities"),
    (90, "Access control", "facilities"),
    (200, "Servers", "servers"),
    (210, "Storage", "servers"),
    (220, "Backup", "servers"),
    (230, "DMZ", "servers"),
    (240, "Virtualization", "servers"),
)

PREFIX_STATUSES = ("active",) * 30 + ("reserved", "deprecated")


def vlan_plan(size: Size) -> list[tuple[int, str, str]]:
    """Number, name and role of every VLAN of a site: the fixed ones, and as many for users as there is room."""
    users = [(100 + n, f"Users {n:02}", "users") for n in range(1, size.vlans - len(VLANS) + 1)]
    return [*VLANS, *users]


def tables(writer: Writer, size: Size, organization: Organization) -> list[int]:
    """The VRFs of the network: each imports what is shared, and exports what is its own."""
    names = VRFS[: size.vrfs]
    own = "" if not size.letter else f" ({size.name})"
    base = 1000 * size.number
    shared, *targets = writer.create("ipam.routetarget", [
        {"name": f"64512:{base + n}", "description": f"{name}{own}"}
        for n, name in enumerate(("Shared services", *names))
    ])  # fmt: skip
    return writer.create("ipam.vrf", [
        {
            "name": f"{name}{own}",
            "rd": f"64512:{base + n}",
            "enforce_unique": True,
            "description": f"{name}, apart from the rest",
            "owner": organization.owners["Network engineering"],
            "import_targets": [target, shared],
            "export_targets": [target],
            "tags": [{"slug": "pci"}] if name == "Payment" else [],
        }
        for n, (name, target) in enumerate(zip(names, targets, strict=True), 1)
    ])  # fmt: skip


def containers(writer: Writer, size: Size, catalog: Catalog, places: Places, vrfs: Sequence[int]) -> None:
    """The blocks of the countries, and the space of each VRF."""
    rows: list[dict[str, Any]] = [
        {
            "prefix": str(block),
            "status": "container",
            "scope_type": "dcim.region",
            "scope_id": country,
            "description": "Sites of the country",
        }
        for country, blocks in zip(places.countries, size.country_blocks(), strict=True)
        for block in blocks
    ]
    rows += [{"prefix": "192.168.0.0/16", "status": "container", "vrf": vrf} for vrf in vrfs]
    writer.create("ipam.prefix", rows)


def vlans(
    writer: Writer, size: Size, rng: random.Random, catalog: Catalog, organization: Organization, sites: Sequence[Site]
) -> None:
    """A group of VLANs for each site."""
    groups = writer.create("ipam.vlangroup", [
        {
            "name": f"{site.code} VLANs",
            "slug": f"{site.code.lower()}-vlans",
            "scope_type": "dcim.site",
            "scope_id": site.pk,
            "vid_ranges": [[1, 99], [100, 199], [200, 299]],
            "description": f"Every VLAN of {site.code}",
        }
        for site in sites
    ])  # fmt: skip
    rows = [
        {
            "vid": vid,
            "name": name,
            "group": group,
            "site": site.pk,
            "tenant": site.tenant if role == "users" else None,
            "role": catalog.network_roles[role],
            "status": rng.choice(PREFIX_STATUSES) if role == "users" else "active",
            "owner": organization.owners["Network operations"] if role == "management" else None,
        }
        for site, group in zip(sites, groups, strict=True)
        for vid, name, role in vlan_plan(size)
    ]
    keys = [(site, vid) for site in sites for vid, _name, _role in vlan_plan(size)]
    for (site, vid), pk in zip(keys, writer.create("ipam.vlan", rows), strict=True):
        site.vlans[vid] = pk


def network(site: Site, position: int) -> str:
    """The /24 number `position` of a site; number 0 holds loopbacks and links."""
    return f"{netaddr.IPAddress(site.four.first + (position << 8), 4)}/24"


def network6(site: Site, vid: int) -> str:
    """The /64 of a VLAN."""
    return f"{netaddr.IPAddress(site.six.first + (vid << 64), 6)}/64"


def link(site: Site, number: int) -> tuple[str, str, str]:
    """The /31 number `number` between routers of a site, and its two addresses."""
    first = site.four.first + 128 + 2 * number
    near, far = (f"{netaddr.IPAddress(value, 4)}/31" for value in (first, first + 1))
    return near, near, far


def prefixes(
    writer: Writer, size: Size, rng: random.Random, catalog: Catalog, sites: Sequence[Site], vrfs: Sequence[int]
) -> None:
    """The networks of sites: their block, loopbacks, links, a network for each VLAN, and their part of each VRF."""
    rows: list[dict[str, Any]] = []
    roles = catalog.network_roles
    for site in sites:
        here = {"scope_type": "dcim.site", "scope_id": site.pk}
        infrastructure = {**here, "role": roles["infrastructure"]}
        first = site.four.network
        rows += [
            {**here, "prefix": str(site.four), "status": "container", "description": f"Block of {site.code}"},
            {**here, "prefix": str(site.six), "status": "container", "description": f"Block of {site.code}"},
            {**infrastructure, "prefix": f"{first}/26", "is_pool": True, "description": "Loopbacks"},
            {**infrastructure, "prefix": network6(site, 0), "is_pool": True, "description": "Loopbacks"},
            {**infrastructure, "prefix": f"{first + 128}/25", "status": "container", "description": "Links"},
        ]
        for number in range(links(size)):
            rows.append({**infrastructure, "prefix": link(site, number)[0], "description": f"Link {number + 1}"})
        for position, (vid, name, role) in enumerate(vlan_plan(size)):
            row = {
                **here,
                "vlan": site.vlans[vid],
                "role": roles[role],
                "tenant": site.tenant if role == "users" else None,
                "status": rng.choice(PREFIX_STATUSES),
                "description": name,
                "custom_fields": {"dhcp_relay": role in ("users", "voice", "wireless", "guests")},
            }
            rows.append({**row, "prefix": network(site, position + 1)})
            if position < size.vlans_with_ipv6:
                rows.append({**row, "prefix": network6(site, vid)})
        rows += [
            {**here, "prefix": f"192.168.{site.number}.0/24", "vrf": vrf, "mark_utilized": rng.random() < 0.02}
            for vrf in vrfs
        ]
    writer.create("ipam.prefix", rows)


def links(size: Size) -> int:
    """How many links a site numbers: between routers or firewalls and core switches, and one to the next site."""
    return size.routers + size.firewalls + 1
