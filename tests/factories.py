"""Makes valid payloads for any resource, from its declaration; what a declaration can't tell is said in `SPECIAL`.

`payloads(resource, n)` gives n payloads as a client would send them; `create(resource, n)` sends them through
`kernel.writes` and gives the objects. Everything a payload needs is created first.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

from rest_framework import serializers

from netsot.kernel import inputs, registry, writes
from netsot.kernel.introspection import FieldInfo, Kind
from netsot.kernel.resource import Resource

_numbers = itertools.count(1)
SYSTEM = writes.Actor(trusted=True)


def number() -> int:
    """A number no other object of this run has."""
    return next(_numbers)


def writable_resources() -> list[Resource]:
    """The resources whose objects can be created through the API."""
    return [resource for resource in registry.all_resources() if "create" in resource.methods]


def create(what: Resource | str, count: int = 1, **values: Any) -> list[Any]:
    """Create objects as the system itself; `values` override what the factory chooses."""
    resource = registry.resource_for(what) if isinstance(what, str) else what
    return writes.create(resource, [row | values for row in payloads(resource, count)], SYSTEM).objs


def one(what: Resource | str, **values: Any) -> Any:
    """Create one object."""
    return create(what, 1, **values)[0]


def payloads(what: Resource | str, count: int = 1, text: str = "") -> list[dict[str, Any]]:
    """Valid payloads, distinct from each other and from every earlier one; `text` appears in every free text."""
    resource = registry.resource_for(what) if isinstance(what, str) else what
    special = SPECIAL.get(resource.label)
    base = {info.name: _value(info, resource, text) for info in resource.writable if info.required}
    rows = []
    for _ in range(count):
        row = {
            info.name: _value(info, resource, text) if _is_own(info) else base[info.name]
            for info in resource.writable
            if info.required
        }
        for info in resource.writable:
            if text and info.name in ("description", "comments", "label") and info.name not in row:
                row[info.name] = f"{text} {number()}"
        rows.append(row)
    if special:
        for row, extra in zip(rows, special(count), strict=True):
            row.update(extra)
    return rows


def _is_own(info: FieldInfo) -> bool:
    """Whether each object wants its own value; references are shared."""
    return info.kind in (Kind.VALUE, Kind.COMPUTED)


def _value(info: FieldInfo, resource: Resource, text: str = "") -> Any:
    label = f"{text} {number()}".strip() if text else f"{info.name}-{number()}"
    match info.kind:
        case Kind.CHOICE:
            return info.choice_set.values()[0]
        case Kind.REFERENCE:
            assert info.target is not None
            return shared(info.target._meta.label_lower)
        case Kind.REFERENCES:
            return []
        case Kind.OBJECT_TYPE:
            return "dcim.site"
        case Kind.OBJECT_TYPES:
            return ["dcim.site"]
    field = resource.serializer_class().fields[info.name]
    if isinstance(field, inputs.ModelValue):
        return VALUES[type(info.column).__name__]()
    if isinstance(field, serializers.SlugField):
        return f"slug-{number()}"
    if isinstance(field, serializers.IntegerField):
        return number()
    if isinstance(field, serializers.DecimalField | serializers.FloatField):
        return 1
    if isinstance(field, serializers.BooleanField):
        return True
    if isinstance(field, serializers.ListField):
        return []
    if isinstance(field, serializers.EmailField):
        return f"user{number()}@example.com"
    if isinstance(field, serializers.DateTimeField):
        return "2026-01-02T03:04:05Z"
    maximum = getattr(field, "max_length", None) or 100
    return label[-maximum:]


def shared(label: str) -> int:
    """The id of an object of this kind that payloads may refer to; made anew when none is left."""
    resource = registry.resource_for(label)
    found = resource.model._default_manager.filter(**SHARED.get(label, {})).order_by("pk").first()
    return found.pk if found else one(resource, **SHARED.get(label, {})).pk


def network() -> str:
    """A /24 that wasn't given out before."""
    n = number()
    return f"10.{n // 256 % 256}.{n % 256}.0/24"


def address() -> str:
    """An address that wasn't given out before."""
    n = number()
    return f"172.{16 + n // 65536 % 16}.{n // 256 % 256}.{n % 256}/8"


def hardware_address() -> str:
    """A MAC address."""
    digits = f"{number():012X}"
    return ":".join(digits[i : i + 2] for i in range(0, 12, 2))


VALUES: dict[str, Callable[[], str]] = {
    "IPNetworkField": network,
    "IPAddressField": address,
    "MACAddressField": hardware_address,
    "WWNField": lambda: f"10:00:{hardware_address()}",
}

SHARED: dict[str, dict[str, Any]] = {}
"""What an object that others refer to must look like."""


def _cables(count: int) -> list[dict[str, Any]]:
    ports = create("dcim.interface", 2 * count, type="1000base-t")
    ends = [[{"object_type": "dcim.interface", "object_id": port.pk}] for port in ports]
    return [{"a_terminations": ends[2 * i], "b_terminations": ends[2 * i + 1]} for i in range(count)]


def _templates(count: int) -> list[dict[str, Any]]:
    return [{"device_type": shared("dcim.devicetype")} for _ in range(count)]


def _journal(count: int) -> list[dict[str, Any]]:
    return [{"assigned_object_id": shared("dcim.site")} for _ in range(count)]


def _aggregates(count: int) -> list[dict[str, Any]]:
    rows = []
    for _ in range(count):
        n = number()
        rows.append({"prefix": f"2001:db8:{n:x}::/48"})
    return rows


def _vlans(count: int) -> list[dict[str, Any]]:
    group = one("ipam.vlangroup")
    return [{"group": group.pk, "vid": i + 1, "name": f"VLAN {number()}"} for i in range(count)]


def _vrfs(count: int) -> list[dict[str, Any]]:
    return [{"rd": f"65000:{number()}"} for _ in range(count)]


def _choice_sets(count: int) -> list[dict[str, Any]]:
    return [{"extra_choices": [["a", "A"], ["b", "B"]]} for _ in range(count)]


def _custom_fields(count: int) -> list[dict[str, Any]]:
    return [{"name": f"field_{number()}", "type": "text"} for _ in range(count)]


def _permissions(count: int) -> list[dict[str, Any]]:
    return [{"actions": ["view"], "object_types": ["dcim.site"]} for _ in range(count)]


def _users(count: int) -> list[dict[str, Any]]:
    return [{"username": f"user{number()}", "password": f"Long-enough-{number()}-secret"} for _ in range(count)]


def _interfaces(count: int) -> list[dict[str, Any]]:
    return [{"type": "1000base-t"} for _ in range(count)]


def _reservations(count: int) -> list[dict[str, Any]]:
    racks = create("dcim.rack", -(-count // 100), u_height=100)
    return [{"rack": racks[i // 100].pk, "units": [i % 100 + 1]} for i in range(count)]


SPECIAL: dict[str, Callable[[int], list[dict[str, Any]]]] = {
    "dcim.cable": _cables,
    "dcim.interface": _interfaces,
    "dcim.interfacetemplate": _templates,
    "dcim.frontporttemplate": _templates,
    "dcim.rackreservation": _reservations,
    "dcim.rearporttemplate": _templates,
    "extras.journalentry": _journal,
    "extras.customfield": _custom_fields,
    "extras.customfieldchoiceset": _choice_sets,
    "ipam.aggregate": _aggregates,
    "ipam.vlan": _vlans,
    "ipam.vrf": _vrfs,
    "users.objectpermission": _permissions,
    "users.user": _users,
}
