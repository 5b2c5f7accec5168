"""The rules of interfaces, one function per subject; each looks at the whole set."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _

from dcim.choices import InterfaceModeChoices, InterfaceTypeChoices, WirelessChannelChoices
from dcim.constants import VIRTUAL_TYPES, WIRELESS_TYPES
from dcim.rules import warm
from netsot.kernel import bulk, changes
from netsot.kernel.errors import Errors
from netsot.kernel.relations import pending

RADIO = ("rf_channel", "rf_channel_frequency", "rf_channel_width")


def channel_values(channel: str | None) -> tuple[Decimal, Decimal] | tuple[None, None]:
    """The centre frequency and the width of a radio channel in MHz, which its value spells out: `5g-36-5180-20`."""
    if channel not in WirelessChannelChoices.labels:
        return None, None
    _band, _number, frequency, width = channel.split("-")
    return Decimal(frequency), Decimal(width)


def fill_channel(objs: Sequence[Any]) -> None:
    """A channel gives its frequency and width to interfaces that don't say them."""
    for obj in objs:
        frequency, width = channel_values(obj.rf_channel)
        if obj.rf_channel_frequency is None:
            obj.rf_channel_frequency = frequency
        if obj.rf_channel_width is None:
            obj.rf_channel_width = width


def check_hardware(objs: Sequence[Any], errors: Errors) -> None:
    """Only hardware takes a cable."""
    for obj in objs:
        if obj.cable_id and obj.type in VIRTUAL_TYPES | WIRELESS_TYPES:
            errors.add(
                obj,
                "type",
                _("Interfaces of type %(type)s can't have a cable: remove the cable first.")
                % {"type": InterfaceTypeChoices.labels.get(obj.type, obj.type)},
            )
        if obj.mark_connected and obj.type in VIRTUAL_TYPES | WIRELESS_TYPES:
            errors.add(
                obj,
                "mark_connected",
                _("Interfaces of type %(type)s can't be marked as connected.")
                % {"type": InterfaceTypeChoices.labels.get(obj.type, obj.type)},
            )


def check_radio(objs: Sequence[Any], errors: Errors) -> None:
    """Radio settings need a radio, and agree with the channel."""
    for obj in objs:
        if obj.type not in WIRELESS_TYPES:
            for field in RADIO:
                if getattr(obj, field) not in (None, ""):
                    errors.add(obj, field, _("Only wireless interfaces have radio settings."))
            if pending(obj, "wireless_lans"):
                errors.add(obj, "wireless_lans", _("Only wireless interfaces belong to wireless LANs."))
        for field, value in zip(RADIO[1:], channel_values(obj.rf_channel), strict=True):
            if value is not None and getattr(obj, field) not in (None, value):
                errors.add(
                    obj,
                    field,
                    _("The channel has %(value)s MHz here: leave this empty or choose another channel.")
                    % {"value": value},
                )


RELATIVES = ("parent", "bridge", "lag")


def check_relatives(objs: Sequence[Any], errors: Errors) -> None:
    """Parent, bridge and LAG are other interfaces of the same device or of its virtual chassis."""
    warm(objs, "device", *(f"{name}__device" for name in RELATIVES))
    for obj in objs:
        if obj.parent_id and obj.type != InterfaceTypeChoices.TYPE_VIRTUAL:
            errors.add(obj, "parent", _("Only virtual interfaces have a parent interface."))
        if obj.lag_id and obj.type == InterfaceTypeChoices.TYPE_VIRTUAL:
            errors.add(obj, "lag", _("Virtual interfaces can't be members of a LAG."))
        for name in RELATIVES:
            other_id = getattr(obj, f"{name}_id")
            if not other_id or not obj.device_id:
                continue
            if other_id == obj.pk:
                errors.add(obj, name, _("An interface can't refer to itself here: choose another one."))
                continue
            other = getattr(obj, name)
            chassis = obj.device.virtual_chassis_id
            if other.device_id != obj.device_id and (not chassis or other.device.virtual_chassis_id != chassis):
                errors.add(
                    obj,
                    name,
                    _("Interface “%(interface)s” is on %(other)s: choose one of %(device)s or of its virtual chassis.")
                    % {"interface": other, "other": other.device, "device": obj.device},
                )


def check_vlans(objs: Sequence[Any], errors: Errors, site_id: Any) -> None:
    """VLANs need the mode that carries them and lie in the site, which `site_id(obj)` gives, or in none."""
    warm(objs, "untagged_vlan")
    for obj in objs:
        if obj.untagged_vlan_id:
            if not obj.mode:
                errors.add(
                    obj, "untagged_vlan", _("An interface without 802.1Q mode carries no untagged VLAN: give the mode.")
                )
            elif obj.untagged_vlan.site_id not in (None, site_id(obj)):
                errors.add(obj, "untagged_vlan", _elsewhere(obj.untagged_vlan))
        if obj.qinq_svlan_id and obj.mode != InterfaceModeChoices.MODE_Q_IN_Q:
            errors.add(obj, "qinq_svlan", _("Only interfaces in Q-in-Q mode carry a service VLAN."))
        tagged = pending(obj, "tagged_vlans")
        if tagged and obj.mode != InterfaceModeChoices.MODE_TAGGED:
            errors.add(obj, "tagged_vlans", _("Only interfaces in tagged mode carry a list of tagged VLANs."))
        for vlan in tagged or ():
            if vlan.site_id not in (None, site_id(obj)):
                errors.add(obj, "tagged_vlans", _elsewhere(vlan))


def _elsewhere(vlan: Any) -> Any:
    return _("VLAN %(vlan)s belongs to another site: choose one of the device's site or a global one.") % {"vlan": vlan}


def check_contexts(objs: Sequence[Any], errors: Errors) -> None:
    """An interface belongs to virtual contexts of its own device."""
    for obj in objs:
        for context in pending(obj, "vdcs") or ():
            if context.device_id != obj.device_id:
                errors.add(
                    obj,
                    "vdcs",
                    _("Virtual device context “%(context)s” belongs to another device.") % {"context": context},
                )


def check_primary_mac(objs: Sequence[Any], errors: Errors) -> None:
    """The primary MAC address is the interface's own, or still free."""
    warm(objs, "primary_mac_address")
    if not any(obj.primary_mac_address_id for obj in objs):
        return
    kind = ContentType.objects.get_for_model(type(objs[0])).pk
    for obj in objs:
        if not obj.primary_mac_address_id:
            continue
        address = obj.primary_mac_address
        if address.assigned_object_id is None:
            continue
        if (address.assigned_object_type_id, address.assigned_object_id) != (kind, obj.pk):
            errors.add(
                obj,
                "primary_mac_address",
                _("MAC address %(address)s is assigned to another interface: assign it to this one first.")
                % {"address": address},
            )


def assign_primary_macs(objs: Sequence[Any]) -> None:
    """A free address that became the primary one of an interface is assigned to it."""
    warm(objs, "primary_mac_address")
    free = [obj for obj in objs if obj.primary_mac_address_id and obj.primary_mac_address.assigned_object_id is None]
    if not free:
        return
    addresses = [obj.primary_mac_address for obj in free]
    model = type(addresses[0])
    before = changes.snapshots(model, addresses)
    kind = ContentType.objects.get_for_model(type(free[0]))
    for obj, address in zip(free, addresses, strict=True):
        address.assigned_object_type, address.assigned_object_id = kind, obj.pk
    bulk.update(model, addresses, ["assigned_object_type", "assigned_object_id", "last_updated"])
    changes.updated(model, addresses, before)


def drop_vlans(objs: Sequence[Any]) -> None:
    """VLANs that the mode doesn't carry go."""
    if not objs:
        return
    model = type(objs[0])
    through = model._meta.get_field("tagged_vlans").remote_field.through
    column = model._meta.get_field("tagged_vlans").m2m_field_name()
    if untagged := [obj.pk for obj in objs if obj.mode != InterfaceModeChoices.MODE_TAGGED]:
        through._base_manager.filter(**{f"{column}__in": untagged}).delete()
    without = [obj for obj in objs if not obj.mode and obj.untagged_vlan_id]
    for obj in without:
        obj.untagged_vlan = None
    bulk.update(model, without, ["untagged_vlan"])
