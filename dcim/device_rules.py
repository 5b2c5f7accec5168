"""The rules of devices, one function per subject; each looks at the whole set."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _

from dcim.elevations import HALF, Mounted, Occupancy, mounted_in
from dcim.rules import warm
from netsot.kernel.errors import Errors


def check_place(objs: Sequence[Any], errors: Errors) -> None:
    """The rack and the location are in the device's site, and the rack is in the device's location."""
    warm(objs, "site", "rack", "location")
    for obj in objs:
        if obj.rack_id and obj.rack.site_id != obj.site_id:
            errors.add(
                obj,
                "rack",
                _("Rack “%(rack)s” is not in site “%(site)s”: choose one that is.")
                % {"rack": obj.rack, "site": obj.site if obj.site_id else ""},
            )
        if obj.location_id and obj.location.site_id != obj.site_id:
            errors.add(
                obj,
                "location",
                _("Location “%(location)s” is not in site “%(site)s”: choose one that is.")
                % {"location": obj.location, "site": obj.site if obj.site_id else ""},
            )
        if obj.rack_id and obj.location_id and obj.rack.location_id != obj.location_id:
            errors.add(
                obj,
                "rack",
                _("Rack “%(rack)s” is not in location “%(location)s”: choose one that is.")
                % {"rack": obj.rack, "location": obj.location},
            )


def check_mounting(objs: Sequence[Any], errors: Errors) -> None:
    """Face and position make sense together and with the device type, and there is room."""
    warm(objs, "device_type")
    mounted = []
    for obj in objs:
        if not obj.rack_id:
            if obj.face:
                errors.add(obj, "face", _("A device has a rack face only in a rack: give the rack."))
            if obj.position is not None:
                errors.add(obj, "position", _("A device has a position only in a rack: give the rack."))
            continue
        kind = obj.device_type if obj.device_type_id else None
        if kind is None:
            continue
        if kind.is_child_device:
            if obj.face:
                errors.add(obj, "face", _("A child device has no rack face of its own: it is mounted in its parent."))
            if obj.position is not None:
                errors.add(
                    obj, "position", _("A child device has no position of its own: it is mounted in its parent.")
                )
            continue
        if obj.position is None:
            continue
        position, height = Decimal(str(obj.position)), Decimal(str(kind.u_height))
        if position % HALF:
            errors.add(obj, "position", _("A position is a multiple of 0.5 units."))
        elif height == 0:
            errors.add(
                obj,
                "position",
                _("A device of 0U type “%(type)s” takes no rack units: leave the position empty.") % {"type": kind},
            )
        elif not obj.face:
            errors.add(obj, "face", _("A device with a position is mounted on a face: give front or rear."))
        else:
            item = Mounted(id(obj), obj.rack_id, position, height, obj.face, kind.is_full_depth, obj.name or str(kind))
            mounted.append((obj, item))
    check_room(mounted, {obj.pk for obj in objs if obj.pk is not None}, errors)


def check_room(
    mounted: Sequence[tuple[Any, Mounted]], without: set[Any], errors: Errors, field: str = "position"
) -> None:
    """Each device fits between what is in its rack already (except the devices `without`) and the devices before it."""
    warm([obj for obj, _item in mounted], "rack")
    occupancy = Occupancy(mounted_in({item.rack_id for _obj, item in mounted}, without=without))
    for obj, item in mounted:
        if not item.fits(obj.rack):
            errors.add(
                obj,
                field,
                _(
                    "“%(device)s” (%(height)sU) doesn't fit at U%(position)s of rack “%(rack)s”, "
                    "whose units are %(first)s to %(last)s."
                )
                % {
                    "device": item.label,
                    "height": item.height.normalize(),
                    "position": item.position.normalize(),
                    "rack": obj.rack,
                    "first": obj.rack.starting_unit,
                    "last": obj.rack.starting_unit + obj.rack.u_height - 1,
                },
            )
        elif other := occupancy.in_the_way(item):
            errors.add(
                obj,
                field,
                _(
                    "U%(position)s of rack “%(rack)s” has no room for “%(device)s” (%(height)sU): "
                    "“%(other)s” is in the way."
                )
                % {
                    "position": item.position.normalize(),
                    "rack": obj.rack,
                    "device": item.label,
                    "height": item.height.normalize(),
                    "other": other.label,
                },
            )
        else:
            occupancy.add(item)


def check_platform(objs: Sequence[Any], errors: Errors) -> None:
    """A platform of one manufacturer runs on devices of that manufacturer."""
    warm(objs, "platform", "device_type")
    for obj in objs:
        if (
            obj.platform_id
            and obj.device_type_id
            and obj.platform.manufacturer_id
            and obj.platform.manufacturer_id != obj.device_type.manufacturer_id
        ):
            errors.add(
                obj,
                "platform",
                _("Platform “%(platform)s” runs only on devices of %(manufacturer)s.")
                % {"platform": obj.platform, "manufacturer": obj.platform.manufacturer},
            )


def check_cluster(objs: Sequence[Any], errors: Errors) -> None:
    """A host is where its cluster is."""
    warm(objs, "cluster")
    for obj in objs:
        if not obj.cluster_id:
            continue
        if obj.cluster._site_id and obj.cluster._site_id != obj.site_id:
            errors.add(
                obj,
                "cluster",
                _("Cluster “%(cluster)s” belongs to another site: choose one of the device's site.")
                % {"cluster": obj.cluster},
            )
        if obj.cluster._location_id and obj.cluster._location_id != obj.location_id:
            errors.add(
                obj,
                "cluster",
                _("Cluster “%(cluster)s” belongs to another location: choose one of the device's location.")
                % {"cluster": obj.cluster},
            )


def check_chassis(objs: Sequence[Any], errors: Errors) -> None:
    """A member of a virtual chassis has a position in it, and its master stays."""
    from dcim.models import VirtualChassis

    stored = [obj.pk for obj in objs if obj.pk is not None]
    chassis = VirtualChassis._base_manager.filter(master__in=stored) if stored else ()
    mastered = {item.master_id: item for item in chassis}
    for obj in objs:
        if obj.virtual_chassis_id and obj.vc_position is None:
            errors.add(obj, "vc_position", _("A member of a virtual chassis needs its position in it."))
        own = mastered.get(obj.pk)
        if own is not None and obj.virtual_chassis_id != own.pk:
            errors.add(
                obj,
                "virtual_chassis",
                _("This device is the master of virtual chassis “%(chassis)s”: give that another master first.")
                % {"chassis": own},
            )


ADDRESSES = (("primary_ip4", 4), ("primary_ip6", 6), ("oob_ip", None))


def check_addresses(
    objs: Sequence[Any],
    errors: Errors,
    fields: Sequence[tuple[str, int | None]] = ADDRESSES,
    holder: str | None = None,
) -> None:
    """The addresses of a device are on its interfaces (or those of its virtual chassis), or translated to one that is.

    With `holder`, the objects are not devices but name theirs in that field.
    """
    warm(objs, *(f"{name}__nat_inside" for name, _family in fields))
    if holder:
        warm(objs, holder)
    candidates = [
        address
        for obj in objs
        for name, _family in fields
        if getattr(obj, f"{name}_id")
        for address in _with_inside(getattr(obj, name))
    ]
    if not candidates:
        return
    interfaces = _interfaces_of(candidates)
    for obj in objs:
        device = getattr(obj, holder) if holder else obj
        for name, family in fields:
            if not getattr(obj, f"{name}_id"):
                continue
            address = getattr(obj, name)
            if family and _version(address) != family:
                errors.add(
                    obj,
                    name,
                    _("%(address)s is not an IPv%(family)s address.") % {"address": address, "family": family},
                )
            if not any(_is_on(device, interfaces.get(_target(item))) for item in _with_inside(address)):
                errors.add(
                    obj,
                    name,
                    _("Address %(address)s is not assigned to this device: assign it to one of its interfaces first.")
                    % {"address": address},
                )


def _with_inside(address: Any) -> Iterable[Any]:
    yield address
    if address.nat_inside_id:
        yield address.nat_inside


def _version(address: Any) -> int:
    # A script may have set the address as text a moment ago.
    return address._meta.get_field("address").to_python(address.address).version


def _target(address: Any) -> tuple[Any, Any]:
    return address.assigned_object_type_id, address.assigned_object_id


def _interfaces_of(addresses: Sequence[Any]) -> dict[tuple[Any, Any], tuple[Any, Any, bool]]:
    """(device, virtual chassis, management only) of the device interfaces that carry `addresses`."""
    from dcim.models import Interface

    kind = ContentType.objects.get_for_model(Interface).pk
    ids = {item.assigned_object_id for item in addresses if item.assigned_object_type_id == kind}
    rows = Interface._base_manager.filter(pk__in=ids).values_list(
        "pk", "device_id", "device__virtual_chassis_id", "mgmt_only"
    )
    return {(kind, pk): (device, chassis, management) for pk, device, chassis, management in rows}


def _is_on(device: Any, interface: tuple[Any, Any, bool] | None) -> bool:
    if interface is None or device is None:
        return False
    device_id, chassis_id, management = interface
    if device_id == device.pk:
        return True
    return chassis_id is not None and chassis_id == device.virtual_chassis_id and not management
