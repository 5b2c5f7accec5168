"""Turn the parameters ``DATABASE`` and ``REDIS`` into what Django, its cache and the queues expect."""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import quote

from netsot.conf.loader import ConfigurationError
from netsot.server.paths import Layout

ROLE = "netsot"
DATABASE = "netsot"
QUEUES = ("high", "default", "low")
DATABASE_KEYS = {
    "NAME",
    "USER",
    "PASSWORD",
    "HOST",
    "PORT",
    "CONN_MAX_AGE",
    "OPTIONS",
    "ENGINE",
    "DISABLE_SERVER_SIDE_CURSORS",
}


def role() -> str:
    """What this process is: ``web``, ``worker`` or ``command``."""
    return os.environ.get("NETSOT_ROLE", "command")


def database(values: dict[str, Any], places: Layout) -> dict[str, Any]:
    """Django's settings of the database."""
    given: dict[str, Any] = dict(values["DATABASE"])
    if unknown := set(given) - DATABASE_KEYS:
        raise ConfigurationError(f"DATABASE has unknown keys: {', '.join(sorted(unknown))}")
    if not given:
        given = {"HOST": str(places.run), "PORT": "5432", "NAME": DATABASE, "USER": ROLE}
    elif not given.get("NAME"):
        raise ConfigurationError("DATABASE needs at least NAME")
    options = dict(given.get("OPTIONS") or {})
    # What the operator passes comes last and wins.
    options["options"] = " ".join(filter(None, (_limits(values), options.get("options", ""))))
    options.setdefault("application_name", f"netsot-{role()}")
    options.setdefault("connect_timeout", 10)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": os.environ.get("NETSOT_DATABASE_NAME") or given["NAME"],
        "USER": given.get("USER", ""),
        "PASSWORD": given.get("PASSWORD", ""),
        "HOST": given.get("HOST", ""),
        "PORT": str(given.get("PORT") or ""),
        "CONN_MAX_AGE": given.get("CONN_MAX_AGE", 300),
        "CONN_HEALTH_CHECKS": True,
        "DISABLE_SERVER_SIDE_CURSORS": given.get("DISABLE_SERVER_SIDE_CURSORS", False),
        "OPTIONS": options,
    }


def _limits(values: dict[str, Any]) -> str:
    """Time limits set on every connection; commands such as migrations take as long as they need."""
    statement = {
        "web": values["STATEMENT_TIMEOUT_WEB"],
        "worker": values["STATEMENT_TIMEOUT_WORKER"],
    }.get(role(), 0)
    limits = {
        "statement_timeout": statement,
        "lock_timeout": values["LOCK_TIMEOUT"],
        "idle_in_transaction_session_timeout": values["IDLE_IN_TRANSACTION_TIMEOUT"],
    }
    return " ".join(f"-c {name}={int(seconds * 1000)}" for name, seconds in limits.items())


def redis(values: dict[str, Any], places: Layout) -> tuple[dict[str, Any], dict[str, Any]]:
    """The connection parameters of the task Redis and of the cache Redis."""
    given = values["REDIS"]
    if not given:
        socket = str(places.redis_socket)
        offset = int(os.environ.get("NETSOT_REDIS_DATABASE", "0"))
        return (
            {"UNIX_SOCKET_PATH": socket, "DATABASE": offset},
            {"UNIX_SOCKET_PATH": socket, "DATABASE": offset + 1},
        )
    if unknown := set(given) - {"tasks", "caching"}:
        raise ConfigurationError(f"REDIS has unknown keys: {', '.join(sorted(unknown))}; expected tasks and caching")
    tasks = dict(given.get("tasks") or given["caching"])
    caching = dict(given.get("caching") or tasks | {"DATABASE": int(tasks.get("DATABASE", 0)) + 1})
    return tasks, caching


def caches(connection: dict[str, Any]) -> dict[str, Any]:
    """Django's cache. A Redis that is away is a cache that is empty, not an error."""
    options: dict[str, Any] = {
        "CLIENT_CLASS": "django_redis.client.DefaultClient",
        "IGNORE_EXCEPTIONS": True,
        "SOCKET_CONNECT_TIMEOUT": 1,
        "SOCKET_TIMEOUT": 2,
        "PASSWORD": connection.get("PASSWORD") or None,
    }
    location: str | list[str]
    if connection.get("SENTINELS"):
        options["CLIENT_CLASS"] = "django_redis.client.SentinelClient"
        options["CONNECTION_POOL_CLASS"] = "redis.sentinel.SentinelConnectionPool"
        options["SENTINELS"] = [tuple(item) for item in connection["SENTINELS"]]
        service = connection.get("SENTINEL_SERVICE", "mymaster")
        location = f"redis://{service}/{connection.get('DATABASE', 0)}"
    else:
        location = url(connection, with_password=False)
    return {
        "default": {
            "BACKEND": "django_redis.cache.RedisCache",
            "LOCATION": location,
            "KEY_PREFIX": os.environ.get("NETSOT_CACHE_PREFIX", "netsot"),
            "TIMEOUT": 300,
            "OPTIONS": options,
        }
    }


def url(connection: dict[str, Any], *, with_password: bool = True) -> str:
    """The address of a Redis."""
    number = connection.get("DATABASE", 0)
    if path := connection.get("UNIX_SOCKET_PATH"):
        return f"unix://{quote(path)}?db={number}"
    scheme = "rediss" if connection.get("SSL") else "redis"
    user = quote(connection.get("USERNAME") or "", safe="")
    password = quote(connection.get("PASSWORD") or "", safe="") if with_password else ""
    login = f"{user}:{password}@" if password else (f"{user}@" if user else "")
    host = connection.get("HOST", "localhost")
    host = f"[{host}]" if ":" in host else host
    return f"{scheme}://{login}{host}:{connection.get('PORT', 6379)}/{number}"


def queues(values: dict[str, Any], connection: dict[str, Any]) -> dict[str, Any]:
    """The settings of the queues."""
    common: dict[str, Any] = {"DEFAULT_TIMEOUT": values["RQ_DEFAULT_TIMEOUT"]}
    if connection.get("SENTINELS"):
        common |= {
            "SENTINELS": [tuple(item) for item in connection["SENTINELS"]],
            "MASTER_NAME": connection.get("SENTINEL_SERVICE", "mymaster"),
            "DB": int(connection.get("DATABASE", 0)),
            "PASSWORD": connection.get("PASSWORD") or None,
            "SOCKET_TIMEOUT": None,
            "CONNECTION_KWARGS": {"socket_connect_timeout": 1},
        }
    else:
        address = url(connection)
        # A Redis that is away must not hold up the request that enqueues; the outbox sends the event later.
        common["URL"] = f"{address}{'&' if '?' in address else '?'}socket_connect_timeout=1"
    return {name: dict(common) for name in QUEUES}
