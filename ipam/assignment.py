"""Rules about the object an address is assigned to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import Q
from django.utils.translation import gettext as _

from dcim.models import Device, Interface
from dcim.rules import stored
from ipam.choices import IPAddressStatusChoices
from netsot.kernel.errors import Errors

POINTS_TO_POINT = {4: (31, 32), 6: (127, 128)}
"""Masks that leave no room for a network identifier."""


def check_hosts(objs: Sequence[Any], errors: Errors) -> None:
    """An interface has neither the identifier nor the broadcast address of its network, and only IPv6 knows SLAAC."""
    for obj in objs:
        address = obj.address
        if obj.status == IPAddressStatusChoices.STATUS_SLAAC and address.version != 6:
            errors.add(obj, "status", _("Only IPv6 addresses come from SLAAC: choose another status."))
        if obj.assigned_object_id is None or address.prefixlen in POINTS_TO_POINT[address.version]:
            continue
        if address.ip == address.network:
            errors.add(obj, "address", _("%(ip)s is a network ID: an interface can't have it.") % {"ip": address.ip})
        if address.version == 4 and address.ip == address.broadcast:
            text = _("%(ip)s is a broadcast address: an interface can't have it.")
            errors.add(obj, "address", text % {"ip": address.ip})


def check_ranges(objs: Sequence[Any], errors: Errors) -> None:
    """No address is created in, or moved into, a range that is marked as populated. One query for all."""
    before = stored(objs, "vrf_id", "address")
    entering = [
        obj
        for obj in objs
        if obj.pk not in before
        or (before[obj.pk]["vrf_id"], before[obj.pk]["address"].ip) != (obj.vrf_id, obj.address.ip)
    ]
    if not entering:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT address.n, host(taken.start_address), host(taken.end_address) "
            "FROM unnest(%s::bigint[], %s::inet[]) WITH ORDINALITY AS address(vrf, ip, n) "
            "JOIN ipam_iprange AS taken ON coalesce(taken.vrf_id, 0) = address.vrf "
            "AND host(taken.start_address)::inet <= address.ip AND host(taken.end_address)::inet >= address.ip "
            "WHERE taken.mark_populated",
            [[obj.vrf_id or 0 for obj in entering], [str(obj.address.ip) for obj in entering]],
        )
        for number, start, end in cursor.fetchall():
            obj = entering[number - 1]
            errors.add(
                obj,
                "address",
                _("%(ip)s lies in the range %(start)s-%(end)s, which is marked as populated.")
                % {"ip": obj.address.ip, "start": start, "end": end},
            )


def check_primary(objs: Sequence[Any], errors: Errors) -> None:
    """The primary or out-of-band address of a device or virtual machine stays on it."""
    before = stored(objs, "assigned_object_type_id", "assigned_object_id")
    moved = {
        obj.pk: obj
        for obj in objs
        if obj.pk in before
        and (obj.assigned_object_type_id, obj.assigned_object_id)
        != (before[obj.pk]["assigned_object_type_id"], before[obj.pk]["assigned_object_id"])
    }
    if not moved:
        return
    parents: dict[int, Any] | None = None
    for holder, columns in holders(moved):
        for column in columns:
            obj = moved.get(getattr(holder, column))
            if obj is None:
                continue
            if parents is None:
                parents = _parents(list(moved.values()))
            if not _same_place(parents.get(obj.pk), holder):
                text = _("%(address)s is the %(kind)s of %(holder)s: choose another one there before moving it.")
                kind = holder._meta.get_field(column.removesuffix("_id")).verbose_name
                errors.add(obj, None, text % {"address": obj.address, "kind": kind, "holder": holder})


def holders(ids: Any) -> list[tuple[Any, tuple[str, ...]]]:
    """The devices and virtual machines with one of the addresses `ids` as primary or out-of-band address, each with
    the columns in which they may hold it.
    """
    wanted = list(ids)
    machine = apps.get_model("virtualization", "VirtualMachine")
    found: list[tuple[Any, tuple[str, ...]]] = []
    for model, columns in (
        (Device, ("primary_ip4_id", "primary_ip6_id", "oob_ip_id")),
        (machine, ("primary_ip4_id", "primary_ip6_id")),
    ):
        condition = Q()
        for column in columns:
            condition |= Q(**{f"{column}__in": wanted})
        found += [(obj, columns) for obj in model._base_manager.filter(condition)]
    return found


def _parents(objs: Sequence[Any]) -> dict[int, Any]:
    """The device or virtual machine that each address would be on; one query per kind of interface."""
    out: dict[int, Any] = {}
    for model, parent in ((Interface, "device"), (apps.get_model("virtualization", "VMInterface"), "virtual_machine")):
        kind = ContentType.objects.get_for_model(model)
        wanted = {obj.pk: obj.assigned_object_id for obj in objs if obj.assigned_object_type_id == kind.pk}
        if wanted:
            rows = model._base_manager.filter(pk__in=set(wanted.values())).select_related(parent)
            owners = {row.pk: getattr(row, parent) for row in rows}
            out.update({pk: owners.get(interface_id) for pk, interface_id in wanted.items()})
    return out


def _same_place(parent: Any, holder: Any) -> bool:
    """The holder itself, or another member of its virtual chassis."""
    if type(parent) is not type(holder):
        return False
    chassis = getattr(holder, "virtual_chassis_id", None)
    return parent.pk == holder.pk or (chassis is not None and parent.virtual_chassis_id == chassis)
