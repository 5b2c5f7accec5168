"""How big the generated networks are, and which part of the number space each of them has to itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import netaddr

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Size:
    """One network. Networks of different sizes share no name and no number, so that they fit into one database."""

    name: str
    letter: str
    """Stands in the codes of sites, so that they differ between the sizes."""
    number: int
    """Stands in route distinguishers and IPv6 networks."""
    countries: int
    sites_per_country: int
    """A power of two: a country's block holds the blocks of its sites."""
    space: str
    site_length: int
    """How long the prefix of a site's IPv4 block is."""
    routers: int
    cores: int
    firewalls: int
    servers: int
    access: int
    vlans: int
    vlans_with_ipv6: int
    vrfs: int
    addresses: int
    """How many addresses a site has, roughly."""
    desks: int
    """How many ports of an access switch are configured for a desk."""

    @property
    def sites(self) -> int:
        """How many sites there are."""
        return self.countries * self.sites_per_country

    @property
    def devices_per_site(self) -> int:
        """How many devices a site has; two of them are patch panels."""
        return self.routers + self.cores + self.firewalls + self.servers + self.access + 2

    def country_blocks(self) -> Iterator[tuple[netaddr.IPNetwork, netaddr.IPNetwork]]:
        """The IPv4 and the IPv6 block of each country."""
        bits = self.sites_per_country.bit_length() - 1
        four = netaddr.IPNetwork(self.space).subnet(self.site_length - bits)
        six = netaddr.IPNetwork(f"2001:db8:{self.number << 12:x}::/36").subnet(48 - bits)
        for _ in range(self.countries):
            yield next(four), next(six)

    def site_blocks(self) -> Iterator[tuple[netaddr.IPNetwork, netaddr.IPNetwork]]:
        """The IPv4 and the IPv6 block of each site, country by country."""
        for four, six in self.country_blocks():
            yield from zip(four.subnet(self.site_length), six.subnet(48), strict=True)


SIZES = {
    size.name: size
    for size in (
        Size(
            "small", "", 0, 5, 4, "10.0.0.0/11", 16, routers=2, cores=2, firewalls=1, servers=1, access=5,
            vlans=25, vlans_with_ipv6=14, vrfs=4, addresses=250, desks=24,
        ),
        Size(
            "medium", "M", 1, 10, 8, "10.32.0.0/11", 18, routers=2, cores=2, firewalls=1, servers=1, access=5,
            vlans=25, vlans_with_ipv6=14, vrfs=4, addresses=250, desks=24,
        ),
        Size(
            "large", "L", 2, 25, 8, "10.128.0.0/9", 17, routers=1, cores=1, firewalls=0, servers=0, access=6,
            vlans=40, vlans_with_ipv6=40, vrfs=12, addresses=1000, desks=12,
        ),
    )
}  # fmt: skip
