"""The workloads: what the peer was measured with, through the whole stack (middleware, authentication, JSON)."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client

from users.models import Token

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
    """SQL by which PostgreSQL builds the same JSON."""


class Session:
    """A client of the API and the pages, as administrator."""

    def __init__(self) -> None:
        self.user = get_user_model().objects.filter(is_superuser=True).first() or (
            get_user_model().objects.create_superuser("bench", password="Bench-password-0815")
        )
        token = Token(user=self.user, version=1, description="bench")
        token.save()
        self.api = Client(headers={"authorization": f"Token {token.token}"})
        self.pages = Client()
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


ADDRESSES = """
SELECT json_agg(row) FROM (SELECT json_build_object('id', i.id, 'url', 'http://testserver/api/ipam/ip-addresses/' || i.id || '/',
  'display_url', 'http://testserver/ipam/ip-addresses/' || i.id || '/', 'display', i.address::text,
  'family', json_build_object('value', family(i.address), 'label', 'IPv' || family(i.address)), 'address', i.address::text,
  'vrf', CASE WHEN v.id IS NOT NULL THEN json_build_object('id', v.id, 'url', 'http://testserver/api/ipam/vrfs/' || v.id || '/',
    'display', v.name, 'name', v.name, 'rd', v.rd, 'description', v.description) END,
  'tenant', CASE WHEN t.id IS NOT NULL THEN json_build_object('id', t.id, 'url', 'http://testserver/api/tenancy/tenants/' || t.id || '/',
    'display', t.name, 'name', t.name, 'slug', t.slug, 'description', t.description) END,
  'status', json_build_object('value', i.status, 'label', initcap(i.status)),
  'role', CASE WHEN i.role IS NOT NULL THEN json_build_object('value', i.role, 'label', initcap(i.role)) END,
  'assigned_object_type', CASE WHEN c.id IS NOT NULL THEN c.app_label || '.' || c.model END,
  'assigned_object_id', i.assigned_object_id,
  'assigned_object', CASE WHEN f.id IS NOT NULL THEN json_build_object('id', f.id, 'url', 'http://testserver/api/dcim/interfaces/' || f.id || '/',
    'display', f.name, 'device', json_build_object('id', d.id, 'url', 'http://testserver/api/dcim/devices/' || d.id || '/', 'display', d.name,
    'name', d.name, 'description', d.description), 'name', f.name, 'description', f.description, 'cable',
    CASE WHEN k.id IS NOT NULL THEN json_build_object('id', k.id, 'url', 'http://testserver/api/dcim/cables/' || k.id || '/', 'display', k.label,
    'label', k.label, 'description', k.description) END, '_occupied', f.cable_id IS NOT NULL OR f.mark_connected) END,
  'nat_inside', i.nat_inside_id, 'nat_outside', coalesce((SELECT json_agg(o.id) FROM ipam_ipaddress o WHERE o.nat_inside_id = i.id), '[]'),
  'dns_name', i.dns_name, 'description', i.description, 'owner', i.owner_id, 'comments', i.comments,
  'tags', coalesce((SELECT json_agg(json_build_object('id', g.id, 'url', 'http://testserver/api/extras/tags/' || g.id || '/',
    'display', g.name, 'name', g.name, 'slug', g.slug, 'color', g.color)) FROM extras_taggeditem ti JOIN extras_tag g ON g.id = ti.tag_id
    WHERE ti.object_id = i.id AND ti.content_type_id = (SELECT id FROM django_content_type WHERE app_label = 'ipam' AND model = 'ipaddress')), '[]'),
  'custom_fields', i.custom_field_data, 'created', i.created, 'last_updated', i.last_updated) AS row
FROM (SELECT * FROM ipam_ipaddress ORDER BY (host(address)::inet), id LIMIT 1000) i
LEFT JOIN ipam_vrf v ON v.id = i.vrf_id LEFT JOIN tenancy_tenant t ON t.id = i.tenant_id
LEFT JOIN django_content_type c ON c.id = i.assigned_object_type_id
LEFT JOIN dcim_interface f ON f.id = i.assigned_object_id AND c.model = 'interface'
LEFT JOIN dcim_device d ON d.id = f.device_id LEFT JOIN dcim_cable k ON k.id = f.cable_id) AS rows
"""

INTERFACES = """
SELECT json_agg(rows) FROM (SELECT json_build_object('id', f.id, 'url', 'http://testserver/api/dcim/interfaces/' || f.id || '/',
  'display_url', 'http://testserver/dcim/interfaces/' || f.id || '/', 'display', f.name,
  'device', json_build_object('id', d.id, 'url', 'http://testserver/api/dcim/devices/' || d.id || '/', 'display', d.name,
    'name', d.name, 'description', d.description),
  'vdcs', coalesce((SELECT json_agg(x.virtualdevicecontext_id) FROM dcim_interface_vdcs x WHERE x.interface_id = f.id), '[]'),
  'module', f.module_id, 'name', f.name, 'label', f.label, 'type', json_build_object('value', f.type, 'label', f.type),
  'enabled', f.enabled, 'parent', f.parent_id, 'bridge', f.bridge_id, 'lag', f.lag_id, 'mtu', f.mtu) AS a,
  json_build_object('bridge_interfaces', coalesce((SELECT json_agg(b.id) FROM dcim_interface b WHERE b.bridge_id = f.id), '[]'),
  'mac_address', m.mac_address, 'primary_mac_address', CASE WHEN m.id IS NOT NULL THEN json_build_object('id', m.id, 'url',
    'http://testserver/api/dcim/mac-addresses/' || m.id || '/', 'display', m.mac_address, 'mac_address', m.mac_address, 'description',
    m.description) END, 'mac_addresses', coalesce((SELECT json_agg(json_build_object('id', a.id, 'url', 'http://testserver/api/dcim/mac-addresses/'
    || a.id || '/', 'display', a.mac_address, 'mac_address', a.mac_address, 'description', a.description)) FROM dcim_macaddress a
    WHERE a.assigned_object_id = f.id AND a.assigned_object_type_id = ct.id), '[]'),
  'speed', f.speed, 'duplex', f.duplex, 'wwn', f.wwn, 'mgmt_only', f.mgmt_only, 'description', f.description, 'mode', f.mode,
  'rf_role', f.rf_role, 'rf_channel', f.rf_channel, 'poe_mode', f.poe_mode, 'poe_type', f.poe_type,
  'rf_channel_frequency', f.rf_channel_frequency, 'rf_channel_width', f.rf_channel_width, 'tx_power', f.tx_power,
  'untagged_vlan', CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'url', 'http://testserver/api/ipam/vlans/' || u.id || '/',
    'display', u.name, 'vid', u.vid, 'name', u.name, 'description', u.description) END,
  'tagged_vlans', coalesce((SELECT json_agg(x.vlan_id) FROM dcim_interface_tagged_vlans x WHERE x.interface_id = f.id), '[]'),
  'mark_connected', f.mark_connected, 'cable', CASE WHEN k.id IS NOT NULL THEN json_build_object('id', k.id, 'url',
    'http://testserver/api/dcim/cables/' || k.id || '/', 'display', k.label, 'label', k.label, 'description', k.description) END,
  'cable_end', f.cable_end, 'link_peers', coalesce((SELECT json_agg(json_build_object('id', o.termination_id, 'type', o.termination_type_id))
    FROM dcim_cabletermination o WHERE o.cable_id = f.cable_id AND o.cable_end <> f.cable_end), '[]')) AS b,
  json_build_object('wireless_lans', coalesce((SELECT json_agg(x.wirelesslan_id) FROM dcim_interface_wireless_lans x WHERE x.interface_id = f.id), '[]'),
  'vrf', f.vrf_id, 'l2vpn_termination', (SELECT l.id FROM vpn_l2vpntermination l WHERE l.assigned_object_id = f.id AND l.assigned_object_type_id = ct.id LIMIT 1),
  'connected_endpoints', p.path -> -1, 'connected_endpoints_reachable', p.is_active, 'owner', f.owner_id,
  'tags', coalesce((SELECT json_agg(g.tag_id) FROM extras_taggeditem g WHERE g.object_id = f.id AND g.content_type_id = ct.id), '[]'),
  'custom_fields', f.custom_field_data, 'created', f.created, 'last_updated', f.last_updated,
  'count_ipaddresses', (SELECT count(*) FROM ipam_ipaddress n WHERE n.assigned_object_id = f.id AND n.assigned_object_type_id = ct.id),
  'count_fhrp_groups', (SELECT count(*) FROM ipam_fhrpgroupassignment h WHERE h.interface_id = f.id AND h.interface_type_id = ct.id),
  '_occupied', f.cable_id IS NOT NULL OR f.mark_connected) AS c
FROM (SELECT * FROM dcim_interface ORDER BY device_id, _name, id LIMIT 1000) f JOIN dcim_device d ON d.id = f.device_id
CROSS JOIN (SELECT id FROM django_content_type WHERE app_label = 'dcim' AND model = 'interface') ct
LEFT JOIN dcim_macaddress m ON m.id = f.primary_mac_address_id LEFT JOIN ipam_vlan u ON u.id = f.untagged_vlan_id
LEFT JOIN dcim_cable k ON k.id = f.cable_id LEFT JOIN dcim_cablepath p ON p.id = f._path_id) AS rows
"""


def floor(sql: str) -> int:
    """Let PostgreSQL build the JSON and send it; returns its length."""
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return len(str(cursor.fetchone()[0]))


def reads(session: Session) -> Iterator[Workload]:
    """Lists and single objects."""
    get = session.call
    yield Workload("list 1,000 addresses", lambda _: get("GET", "/api/ipam/ip-addresses/?limit=1000"), peer=(863, 11), floor=ADDRESSES)  # fmt: skip
    yield Workload("list 1,000 interfaces", lambda _: get("GET", "/api/dcim/interfaces/?limit=1000"), peer=(2639, 31), floor=INTERFACES)  # fmt: skip
    yield Workload("list 1,000 addresses, brief", lambda _: get("GET", "/api/ipam/ip-addresses/?limit=1000&brief=1"), peer=(226, 7))  # fmt: skip
    yield Workload("list 100 devices", lambda _: get("GET", "/api/dcim/devices/?limit=100"), peer=(286, 17))
    yield Workload("list 50 prefixes", lambda _: get("GET", "/api/ipam/prefixes/?limit=50"), peer=(77, 10))
    yield Workload("list 50 cables", lambda _: get("GET", "/api/dcim/cables/?limit=50"), peer=(359, 210))
    yield Workload("addresses by q=", lambda _: get("GET", "/api/ipam/ip-addresses/?q=10.1"), peer=(113, 10))
    yield Workload("prefixes within a /16", lambda _: get("GET", "/api/ipam/prefixes/?within_include=10.0.0.0/16"), peer=(163, 10))  # fmt: skip
    first = get("GET", "/api/dcim/devices/?limit=1")["results"]
    if first:
        yield Workload("get a device", lambda _: get("GET", first[0]["url"]), peer=(113, 16))


def pages(session: Session) -> Iterator[Workload]:
    """Pages in the browser."""
    yield Workload("page: list of 100 devices", lambda _: session.page("/dcim/devices/?per_page=100"), peer=(666, 120))
    yield Workload("page: list of 100 prefixes", lambda _: session.page("/ipam/prefixes/?per_page=100"), peer=(1069, 215))  # fmt: skip
    yield Workload("page: list of 100 addresses", lambda _: session.page("/ipam/ip-addresses/?per_page=100"), peer=(728, 115))  # fmt: skip


def _addresses(count: int) -> list[dict[str, Any]]:
    block = next(_numbers)
    return [{"address": f"100.{64 + block // 64 % 64}.{block % 64 * 4 + i // 250}.{i % 250 + 1}/10", "dns_name": f"h{i}.example.com"}
            for i in range(count)]  # fmt: skip


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

    yield Workload("create 500 addresses", lambda rows: call("POST", addresses, rows), lambda: _addresses(500),
                   remove(addresses), peer=(5733, 4464))  # fmt: skip
    yield Workload("change 500 addresses",
                   lambda rows: call("PATCH", addresses, [{"id": r["id"], "description": "changed"} for r in rows]),
                   made_addresses, remove(addresses), peer=(8666, 6868))  # fmt: skip
    yield Workload("delete 500 addresses", lambda rows: call("DELETE", addresses, _ids(rows)), made_addresses,
                   peer=(11151, 12560))  # fmt: skip
    yield Workload("create one address", lambda rows: call("POST", addresses, rows), lambda: _addresses(1),
                   remove(addresses), peer=(35, 17))  # fmt: skip
    yield Workload("create 100 prefixes", lambda rows: call("POST", prefixes, rows),
                   lambda: [{"prefix": f"198.18.{i}.0/24"} for i in range(100)], remove(prefixes), peer=(1921, 1711))  # fmt: skip
    yield Workload("create 50 devices of 51 components", lambda rows: call("POST", devices, rows),
                   lambda: _devices(session, 50), remove(devices), peer=(25416, 12710))  # fmt: skip
    yield Workload("delete 10 devices of 51 components", lambda rows: call("DELETE", devices, _ids(rows)),
                   lambda: call("POST", devices, _devices(session, 10)), peer=(21320, 15950))  # fmt: skip
    yield Workload("create 50 cables", lambda rows: call("POST", cables, rows), lambda: _cables(session, 50),
                   remove(cables), peer=(5080, 5665))  # fmt: skip


def _devices(session: Session, count: int) -> list[dict[str, Any]]:
    """Payloads of devices whose type has 48 interfaces, two front ports and a rear port."""
    call = session.call
    found = call("GET", "/api/dcim/device-types/?slug=bench-51")["results"]
    if found:
        kind = found[0]["id"]
    else:
        maker = call("POST", "/api/dcim/manufacturers/", {"name": "Bench", "slug": "bench"})["id"]
        kind = call("POST", "/api/dcim/device-types/", {"manufacturer": maker, "model": "Bench 51", "slug": "bench-51"})["id"]  # fmt: skip
        call("POST", "/api/dcim/interface-templates/",
             [{"device_type": kind, "name": f"ge-0/0/{i}", "type": "1000base-t"} for i in range(48)])  # fmt: skip
        rear = call(
            "POST", "/api/dcim/rear-port-templates/", {"device_type": kind, "name": "R", "type": "mpo", "positions": 2}
        )
        call("POST", "/api/dcim/front-port-templates/",
             [{"device_type": kind, "name": f"F{i}", "type": "lc",
               "rear_ports": [{"position": 1, "rear_port": rear["id"], "rear_port_position": i}]} for i in (1, 2)])  # fmt: skip
    site = (call("GET", "/api/dcim/sites/?limit=1")["results"] or [call("POST", "/api/dcim/sites/", {"name": "Bench", "slug": "bench"})])[0]["id"]  # fmt: skip
    roles = call("GET", "/api/dcim/device-roles/?slug=bench")["results"]
    role = (roles or [call("POST", "/api/dcim/device-roles/", {"name": "Bench", "slug": "bench", "color": "9e9e9e"})])[0]["id"]  # fmt: skip
    batch = next(_numbers)
    return [{"name": f"bench-{batch}-{i}", "device_type": kind, "role": role, "site": site} for i in range(count)]


def _cables(session: Session, count: int) -> list[dict[str, Any]]:
    """Payloads of cables between interfaces of two new devices, which stay."""
    ids = [device["id"] for device in session.call("POST", "/api/dcim/devices/", _devices(session, 4))]
    query = "&".join(f"device_id={pk}" for pk in ids)
    ports = session.call("GET", f"/api/dcim/interfaces/?{query}&limit=500")["results"]
    ends = [[{"object_type": "dcim.interface", "object_id": port["id"]}] for port in ports]
    return [{"a_terminations": ends[i], "b_terminations": ends[-1 - i]} for i in range(count)]
