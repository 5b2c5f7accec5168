"""Regions, sites and their locations (and racks, where there are racks)."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

import netaddr

from netsot.demo.organization import Organization
from netsot.demo.sizes import Size
from netsot.demo.world import COUNTRIES, STREETS, City, Country
from netsot.demo.writer import Writer
from netsot.kernel import registry

GROUPS = (
    ("Data centers", "data-centers", "Staffed around the clock"),
    ("Offices", "offices", "Where most people work"),
    ("Branches", "branches", "Small offices without staff for the network"),
)

STATUSES = ("active",) * 16 + ("planned", "staging", "decommissioning")


@dataclass
class Site:
    """A site that was made, and what the next steps add to it."""

    pk: int
    number: int
    code: str
    status: str
    tenant: int
    four: netaddr.IPNetwork
    six: netaddr.IPNetwork
    rooms: dict[str, int] = field(default_factory=dict)
    """The location by its kind: `main` or `closet`."""
    racks: dict[str, int] = field(default_factory=dict)
    """The rack by the room it is in."""
    vlans: dict[int, int] = field(default_factory=dict)
    """The VLAN by its number."""

    @property
    def domain(self) -> str:
        """What DNS names of the site end in."""
        return f"{self.code.lower()}.example.net"


@dataclass
class Places:
    """The countries (regions) and the sites, in order."""

    countries: list[int]
    sites: list[Site]


def codes(size: Size) -> list[str]:
    """The code of every site, in order."""
    return [_code(size, city, number) for _country, city, number in _cities(size)]


def _code(size: Size, city: City, number: int) -> str:
    return f"{city.code}{size.letter}{number:02}"


def _cities(size: Size) -> list[tuple[Country, City, int]]:
    """Country, city and number of every site: a country's sites are divided between its two cities."""
    return [
        (country, country.cities[number % 2], number // 2 + 1)
        for country in COUNTRIES[: size.countries]
        for number in range(size.sites_per_country)
    ]


def build(writer: Writer, size: Size, rng: random.Random, organization: Organization) -> Places:
    """Create regions and sites."""
    countries, cities = _regions(writer, size)
    groups = writer.ensure("dcim.sitegroup", ("parent", "slug"), [
        {"name": name, "slug": slug, "description": text, "parent": None} for name, slug, text in GROUPS
    ])  # fmt: skip
    rows, sites = [], []
    blocks = size.site_blocks()
    for position, ((country, city, number), (four, six)) in enumerate(zip(_cities(size), blocks, strict=True)):
        code = _code(size, city, number)
        status = "active" if position < 3 else rng.choice(STATUSES)
        tenant = rng.choice(organization.internal)
        kind = 0 if number == 1 and city is country.cities[0] else rng.choice((1, 1, 2))
        street = f"{rng.randint(1, 180)} {rng.choice(STREETS)}"
        rows.append({
            "name": f"{city.name} {size.letter}{number}",
            "slug": code.lower(),
            "status": status,
            "region": cities[city.code],
            "group": groups[kind],
            "tenant": tenant,
            "facility": code,
            "time_zone": country.time_zone,
            "description": f"{GROUPS[kind][0].removesuffix('s')} in {city.name}, {country.name}",
            "physical_address": f"{street}\n{city.name}\n{country.name}",
            "latitude": round(city.latitude + rng.uniform(-0.05, 0.05), 6),
            "longitude": round(city.longitude + rng.uniform(-0.05, 0.05), 6),
            "owner": organization.owners["Site services"],
            "tags": [{"slug": "critical"}] if kind == 0 else [],
            "custom_fields": {"cost_center": 4000 + position},
        })  # fmt: skip
        sites.append(Site(0, position, code, status, tenant, four, six))
    for site, pk in zip(sites, writer.create("dcim.site", rows), strict=True):
        site.pk = pk
    _rooms(writer, sites)
    _racks(writer, sites)
    return Places(countries, sites)


def _regions(writer: Writer, size: Size) -> tuple[list[int], dict[str, int]]:
    """The ids of the countries, and of the cities by code."""
    chosen = COUNTRIES[: size.countries]
    names = sorted({country.continent for country in chosen})
    continents = dict(zip(names, writer.ensure("dcim.region", ("parent", "slug"), [
        {"name": name, "slug": name.lower().replace(" ", "-"), "parent": None} for name in names
    ]), strict=True))  # fmt: skip
    countries = writer.ensure("dcim.region", ("parent", "slug"), [
        {"name": item.name, "slug": item.slug, "parent": continents[item.continent]} for item in chosen
    ])  # fmt: skip
    pairs = [(pk, city) for pk, item in zip(countries, chosen, strict=True) for city in item.cities]
    cities = writer.ensure("dcim.region", ("parent", "slug"), [
        {"name": city.name, "slug": city.code.lower(), "parent": pk} for pk, city in pairs
    ])  # fmt: skip
    return countries, dict(zip([city.code for _pk, city in pairs], cities, strict=True))


def _rooms(writer: Writer, sites: list[Site]) -> None:
    """Two floors a site, with a room for the network on each."""
    common = [{"site": site.pk, "status": "planned" if site.status == "planned" else "active"} for site in sites]
    for floor, room, kind in (("Ground floor", "Main room", "main"), ("First floor", "Closet", "closet")):
        floors = writer.create("dcim.location", [{**row, "name": floor, "slug": _slug(floor)} for row in common])
        rooms = writer.create("dcim.location", [
            {**row, "name": room, "slug": _slug(room), "parent": parent, "facility": f"{site.code}-{room[0]}"}
            for row, parent, site in zip(common, floors, sites, strict=True)
        ])  # fmt: skip
        for site, pk in zip(sites, rooms, strict=True):
            site.rooms[kind] = pk


def _racks(writer: Writer, sites: list[Site]) -> None:
    """One rack in each room."""
    if registry.get("dcim.rack") is None:
        return
    places = [(site, kind) for site in sites for kind in site.rooms]
    rows: list[dict[str, Any]] = [
        {
            "name": f"{site.code}-{kind[0].upper()}1",
            "site": site.pk,
            "location": site.rooms[kind],
            "status": "planned" if site.status == "planned" else "active",
            "u_height": 42,
            "width": 19,
        }
        for site, kind in places
    ]
    for (site, kind), pk in zip(places, writer.create("dcim.rack", rows), strict=True):
        site.racks[kind] = pk


def _slug(name: str) -> str:
    return name.lower().replace(" ", "-")
