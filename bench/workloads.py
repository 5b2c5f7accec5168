"""The workloads: what the peer was measured with, through the whole stack (middleware, authentication, JSON)."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client

from users.models import Token

FLOORS = Path(__file__).parent / "floors"

_numbers = itertools.count(1)


@dataclass(frozen=True)
class Workload:
    """One row of the table. `prepare` gives what `run` is called with; `peer` is the peer's (CPU ms, statements)."""

    name: str
    run: Callable[[Any], Any]
    prepare: Callable[[], Any] = lambda: None
    clean: Callable[[Any], Any] | None = None
    peer: tuple[float, int] | None = None
    floor: str = ""
    """Which file of `floors/` holds the SQL by which PostgreSQL builds the same JSON."""


class Session:
    """A client of the API and the pages, as administrator."""

    def __init__(self) -> None:
        self.user = get_user_model().objects.filter(is_superuser=True).first() or (
            get_user_model().objects.create_superuser("bench", password="Bench-password-0815")
        )
        token = Token(user=self.user, version=1, description="bench")
        token.save()
        self.api = Client(SERVER_NAME="localhost", headers={"authorization": f"Token {token.token}"})
        self.pages = Client(SERVER_NAME="localhost")
        self.pages.force_login(self.user)

    def call(self, method: str, path: str, data: Any = None) -> Any:
        """One API call; anything but success ends the run."""
        body = {} if data is None else {"data": json.dumps(data)}
        answer = self.api.generic(method, path, content_type="application/json", **body)
        if answer.status_code >= 400:
            raise RuntimeError(f"{method} {path}: {answer.status_code} {answer.content[:500]!r}")
        return json.loads(answer.content) if answer.content else None

    def page(self, path: str) -> Any:
        """One page."""
        answer = self.pages.get(path)
        if answer.status_code != 200:
            raise RuntimeError(f"{path}: {answer.status_code}")
        return answer


def workloads(session: Session) -> Iterator[Workload]:
    """Every workload, reads first."""
    yield from reads(session)
    yield from pages(session)
    yield from writes(session)


def floor(name: str) -> int:
    """Let PostgreSQL build the JSON of `floors/<name>.sql` and send it; returns its length."""
    with connection.cursor() as cursor:
        cursor.execute((FLOORS / f"{name}.sql").read_text())
        return len(str(cursor.fetchone()[0]))


def reads(session: Session) -> Iterator[Workload]:
    """Lists and single objects."""
    get = session.call
    yield Workload(
        "list 1,000 addresses",
        lambda _: get("GET", "/api/ipam/ip-addresses/?limit=1000"),
        peer=(863, 11),
        floor="addresses",
    )
    yield Workload(
        "list 1,000 interfaces",
        lambda _: get("GET", "/api/dcim/interfaces/?limit=1000"),
        peer=(2639, 31),
        floor="interfaces",
    )
    yield Workload(
        "list 1,000 addresses, brief", lambda _: get("GET", "/api/ipam/ip-addresses/?limit=1000&brief=1"), peer=(226, 7)
    )
    yield Workload("list 100 devices", lambda _: get("GET", "/api/dcim/devices/?limit=100"), peer=(286, 17))
    yield Workload("list 50 prefixes", lambda _: get("GET", "/api/ipam/prefixes/?limit=50"), peer=(77, 10))
    yield Workload("list 50 cables", lambda _: get("GET", "/api/dcim/cables/?limit=50"), peer=(359, 210))
    yield Workload("addresses by q=", lambda _: get("GET", "/api/ipam/ip-addresses/?q=10.1"), peer=(113, 10))
    yield Workload(
        "prefixes within a /16", lambda _: get("GET", "/api/ipam/prefixes/?within_include=10.0.0.0/16"), peer=(163, 10)
    )
    first = get("GET", "/api/dcim/devices/?limit=1")["results"]
    if first:
        yield Workload("get a device", lambda _: get("GET", first[0]["url"]), peer=(113, 16))


def pages(session: Session) -> Iterator[Workload]:
    """Pages in the browser."""
    yield Workload("page: list of 100 devices", lambda _: session.page("/dcim/devices/?per_page=100"), peer=(666, 120))
    yield Workload(
        "page: list of 100 prefixes", lambda _: session.page("/ipam/prefixes/?per_page=100"), peer=(1069, 215)
    )
    yield Workload(
        "page: list of 100 addresses", lambda _: session.page("/ipam/ip-addresses/?per_page=100"), peer=(728, 115)
    )


def _addresses(count: int) -> list[dict[str, Any]]:
    block = next(_numbers)
    return [
        {
            "address": f"100.{64 + block // 64 % 64}.{block % 64 * 4 + i // 250}.{i % 250 + 1}/10",
            "dns_name": f"h{i}.example.com",
        }
        for i in range(count)
    ]


def _ids(rows: list[dict[str, Any]]) -> list[dict[str, int]]:
    return [{"id": row["id"]} for row in rows]


def writes(session: Session) -> Iterator[Workload]:
    """Bulk and single writes. What they make is deleted again, outside of the measurement."""
    call = session.call
    addresses, prefixes, devices, cables = (
        f"/api/{path}/" for path in ("ipam/ip-addresses", "ipam/prefixes", "dcim/devices", "dcim/cables")
    )

    def remove(path: str) -> Callable[[Any], Any]:
        return lambda made: call("DELETE", path, _ids(made))

    def made_addresses() -> list[dict[str, Any]]:
        return call("POST", addresses, _addresses(500))

    yield Workload(
        "create 500 addresses",
        lambda rows: call("POST", addresses, rows),
        lambda: _addresses(500),
        remove(addresses),
        peer=(5733, 4464),
    )
    yield Workload(
        "change 500 addresses",
        lambda rows: call("PATCH", addresses, [{"id": r["id"], "description": "changed"} for r in rows]),
        made_addresses,
        remove(addresses),
        peer=(8666, 6868),
    )
    yield Workload(
        "delete 500 addresses", lambda rows: call("DELETE", addresses, _ids(rows)), made_addresses, peer=(11151, 12560)
    )
    yield Workload(
        "create one address",
        lambda rows: call("POST", addresses, rows),
        lambda: _addresses(1),
        remove(addresses),
        peer=(35, 17),
    )
    yield Workload(
        "create 100 prefixes",
        lambda rows: call("POST", prefixes, rows),
        lambda: [{"prefix": f"198.18.{i}.0/24"} for i in range(100)],
        remove(prefixes),
        peer=(1921, 1711),
    )
    yield Workload(
        "create 50 devices of 51 components",
        lambda rows: call("POST", devices, rows),
        lambda: _devices(session, 50),
        remove(devices),
        peer=(25416, 12710),
    )
    yield Workload(
        "delete 10 devices of 51 components",
        lambda rows: call("DELETE", devices, _ids(rows)),
        lambda: call("POST", devices, _devices(session, 10)),
        peer=(21320, 15950),
    )
    yield Workload(
        "create 50 cables",
        lambda rows: call("POST", cables, rows),
        lambda: _cables(session, 50),
        remove(cables),
        peer=(5080, 5665),
    )


def _devices(session: Session, count: int) -> list[dict[str, Any]]:
    """Payloads of devices whose type has 48 interfaces, two front ports and a rear port."""
    call = session.call
    found = call("GET", "/api/dcim/device-types/?slug=bench-51")["results"]
    if found:
        kind = found[0]["id"]
    else:
        maker = call("POST", "/api/dcim/manufacturers/", {"name": "Bench", "slug": "bench"})["id"]
        kind = call(
            "POST", "/api/dcim/device-types/", {"manufacturer": maker, "model": "Bench 51", "slug": "bench-51"}
        )["id"]
        call(
            "POST",
            "/api/dcim/interface-templates/",
            [{"device_type": kind, "name": f"ge-0/0/{i}", "type": "1000base-t"} for i in range(48)],
        )
        rear = call(
            "POST", "/api/dcim/rear-port-templates/", {"device_type": kind, "name": "R", "type": "mpo", "positions": 2}
        )
        call(
            "POST",
            "/api/dcim/front-port-templates/",
            [
                {
                    "device_type": kind,
                    "name": f"F{i}",
                    "type": "lc",
                    "rear_ports": [{"position": 1, "rear_port": rear["id"], "rear_port_position": i}],
                }
                for i in (1, 2)
            ],
        )
    site = (
        call("GET", "/api/dcim/sites/?limit=1")["results"]
        or [call("POST", "/api/dcim/sites/", {"name": "Bench", "slug": "bench"})]
    )[0]["id"]
    roles = call("GET", "/api/dcim/device-roles/?slug=bench")["results"]
    role = (roles or [call("POST", "/api/dcim/device-roles/", {"name": "Bench", "slug": "bench", "color": "9e9e9e"})])[
        0
    ]["id"]
    batch = next(_numbers)
    return [{"name": f"bench-{batch}-{i}", "device_type": kind, "role": role, "site": site} for i in range(count)]


def _cables(session: Session, count: int) -> list[dict[str, Any]]:
    """Payloads of cables between interfaces of two new devices, which stay."""
    ids = [device["id"] for device in session.call("POST", "/api/dcim/devices/", _devices(session, 4))]
    query = "&".join(f"device_id={pk}" for pk in ids)
    ports = session.call("GET", f"/api/dcim/interfaces/?{query}&limit=500")["results"]
    ends = [[{"object_type": "dcim.interface", "object_id": port["id"]}] for port in ports]
    return [{"a_terminations": ends[i], "b_terminations": ends[-1 - i]} for i in range(count)]
