"""Slows down the guessing of passwords, per account and per network.

An attempt is counted before it is compared, so that parallel guesses count too. The first attempts are free; after them
one attempt is let through at a time, after a wait that doubles up to a quarter of an hour. The counters are in the
cache; while it is away every process counts for itself.
"""

from __future__ import annotations

import hashlib
from typing import Any

import netaddr
from django.core.cache import cache
from django.core.cache.backends.locmem import LocMemCache

FREE_PER_ACCOUNT = 5
FREE_PER_NETWORK = 20
LONGEST_WAIT = 15 * 60
MEMORY = 24 * 3600
"""Seconds after the last attempt until failures are forgotten."""

_local = LocMemCache("login-throttle", {"OPTIONS": {"MAX_ENTRIES": 10_000}})


def admit(username: str, address: str) -> bool:
    """Whether this attempt may be compared; counts it."""
    keys = _keys(username, address)
    if any(_get(f"{key}:wait") for key, _ in keys):
        return False
    for key, free in keys:
        store, count = _count(key)
        # `add` lets one of several waiting attempts through.
        if count > free and not store.add(f"{key}:wait", 1, min(2 ** (count - free), LONGEST_WAIT)):
            return False
    return True


def is_waiting(username: str, address: str) -> bool:
    """Whether an attempt would be refused now."""
    return any(_get(f"{key}:wait") for key, _ in _keys(username, address))


def succeeded(username: str, address: str) -> None:
    """Forget the failures of the account; the network may still be guessing at others."""
    account = _keys(username, address)[0][0]
    for store in (cache, _local):
        store.delete_many([account, f"{account}:wait"])


def _keys(username: str, address: str) -> list[tuple[str, int]]:
    """(key, free attempts) of the account, and of the network when the address is known."""
    keys = [(_key("account", username.casefold()), FREE_PER_ACCOUNT)]
    if address:
        keys.append((_key("network", _network(address)), FREE_PER_NETWORK))
    return keys


def _key(kind: str, value: str) -> str:
    # A name can be of any length and hold any character; a cache key can't.
    return f"login:{kind}:{hashlib.blake2b(value.encode(), digest_size=16).hexdigest()}"


def _network(address: str) -> str:
    """The /24 or /64 of an address: what one guesser usually has at hand."""
    try:
        client = netaddr.IPAddress(address)
    except (netaddr.AddrFormatError, ValueError):
        return address
    return str(netaddr.IPNetwork(f"{client}/{24 if client.version == 4 else 64}").cidr)


def _count(key: str) -> tuple[Any, int]:
    """Count one attempt; (the store that works, attempts so far)."""
    for store in (cache, _local):
        store.add(key, 0, MEMORY)
        try:
            count = store.incr(key)
        except ValueError:
            # The cache is away, and ignores it: `add` stored nothing.
            continue
        if count:
            return store, int(count)
    return _local, 1


def _get(key: str) -> Any:
    return cache.get(key) or _local.get(key)
