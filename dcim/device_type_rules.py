"""The rules of device types, one function per subject; each looks at the whole set."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dcim.device_rules import check_room
from dcim.elevations import HALF, Mounted
from dcim.rules import stored
from netsot.kernel.errors import Errors


def racks_of(type_ids: Collection[Any]) -> list[Any]:
    """The racks in which devices of these types are mounted."""
    from dcim.models import Device

    if not type_ids:
        return []
    devices = Device._base_manager.filter(device_type__in=type_ids, rack__isnull=False, position__isnull=False)
    return list(devices.order_by("rack").values_list("rack_id", flat=True).distinct())


def check_heights(objs: Sequence[Any], errors: Errors) -> None:
    """A height is a multiple of half a unit; what sits in a bay has none."""
    for obj in objs:
        if obj.u_height is None:
            continue
        height = Decimal(str(obj.u_height))
        if height < 0 or height % HALF:
            errors.add(obj, "u_height", _("A height is 0 or a multiple of 0.5 units."))
        if obj.is_child_device and height:
            errors.add(
                obj, "u_height", _("A child device takes no rack units of its own: give 0 as the height of its type.")
            )


def check_growth(objs: Sequence[Any], errors: Errors) -> None:
    """A type doesn't grow where its devices have no room, and doesn't become 0U while they are mounted."""
    from dcim.models import Device

    before = stored(objs, "u_height", "is_full_depth")
    grown = {}
    for obj in objs:
        row = before.get(obj.pk)
        if row is None or obj.u_height is None:
            continue
        height = Decimal(str(obj.u_height))
        vanished = height == 0 and row["u_height"] > 0
        if vanished or height > row["u_height"] or (obj.is_full_depth and not row["is_full_depth"]):
            grown[obj.pk] = obj
    if not grown:
        return
    devices = Device._base_manager.filter(device_type__in=grown, rack__isnull=False, position__isnull=False)
    mounted, owners = [], {}
    for device in devices.select_related("rack").order_by("rack", "position", "pk"):
        kind = grown[device.device_type_id]
        height = Decimal(str(kind.u_height))
        if height == 0:
            errors.add(
                kind,
                "u_height",
                _("“%(device)s” is mounted in rack “%(rack)s”: unmount the devices of a type before making it 0U.")
                % {"device": device, "rack": device.rack},
            )
            continue
        item = Mounted(
            device.pk,
            device.rack_id,
            device.position,
            height,
            device.face,
            kind.is_full_depth,
            device.name or str(kind),
        )
        mounted.append((device, item))
        owners[id(device)] = kind
    found = Errors()
    check_room(mounted, {device.pk for device, _item in mounted}, found)
    for device, _item in mounted:
        for message in found.of(device).get("position", ()):
            errors.add(owners[id(device)], "u_height", message)


def check_bays(objs: Sequence[Any], errors: Errors) -> None:
    """A type whose templates have device bays stays a parent."""
    from dcim.models import DeviceBayTemplate

    ids = [obj.pk for obj in objs if obj.pk is not None and not obj.is_parent_device]
    if not ids:
        return
    with_bays = set(DeviceBayTemplate._base_manager.filter(device_type__in=ids).values_list("device_type", flat=True))
    for obj in objs:
        if obj.pk in with_bays and not obj.is_parent_device:
            errors.add(
                obj,
                "subdevice_role",
                _("This type has device bay templates: delete them before it stops being a parent."),
            )


def remove_images(names: Collection[str]) -> None:
    """Delete picture files that no device type uses any more, once the change is certain."""
    from dcim.models import DeviceType

    gone = set(names) - {""}
    if not gone:
        return
    users = DeviceType._base_manager.filter(Q(front_image__in=gone) | Q(rear_image__in=gone))
    for used in users.values_list("front_image", "rear_image"):
        gone -= set(used)
    for name in gone:
        transaction.on_commit(lambda name=name: default_storage.delete(name), robust=True)
