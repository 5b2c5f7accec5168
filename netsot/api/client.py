"""Where a request comes from."""

from __future__ import annotations

from typing import Any

import netaddr
from django.conf import settings


def client_address(request: Any) -> str:
    """The client's address: the rightmost hop that is not one of our proxies.

    Hops further left are what the client itself claims, and are never believed.
    """
    hops = [request.META.get("REMOTE_ADDR", "")]
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
    hops = [hop.strip() for hop in forwarded.split(",") if hop.strip()] + hops
    while len(hops) > 1 and is_trusted(hops[-1]):
        hops.pop()
    return bare(hops[-1])


def is_trusted(address: str) -> bool:
    """Whether the address is one of TRUSTED_PROXIES. A Unix socket has no address; its peer is on this machine."""
    if not settings.TRUSTED_PROXIES:
        return False
    if not address:
        return True
    try:
        peer = netaddr.IPAddress(bare(address))
        return any(peer in netaddr.IPNetwork(str(network)) for network in settings.TRUSTED_PROXIES)
    except (netaddr.AddrFormatError, ValueError):
        return False


def bare(address: str) -> str:
    """An address without port and brackets; an IPv4 address written in IPv6 form as IPv4."""
    text = address.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        found = netaddr.IPAddress(text)
    except (netaddr.AddrFormatError, ValueError):
        return text
    return str(found.ipv4() if found.is_ipv4_mapped() else found)
