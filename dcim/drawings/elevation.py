"""One face of a rack as a drawing: a column of unit numbers, the units with what is mounted in them, and beside them
who reserved which.

A device as deep as the rack that is mounted on the other face is drawn hatched: its units are blocked.
"""

from __future__ import annotations

import base64
import mimetypes
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from dcim.choices import DeviceFaceChoices, SubdeviceRoleChoices
from dcim.drawings.svg import Drawing, clean, fill, ink
from dcim.elevations import HALF, Mounted, unit_ranges
from dcim.rack_elevations import Elevation
from netsot.kernel import access, registry

LEGEND, MARGIN = 30, 15
LARGEST_IMAGE = 2_000_000
"""In bytes; larger ones are left out of drawings."""
RASTER = ("image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/bmp")


@dataclass(frozen=True)
class Measures:
    """How large things are drawn, in pixels."""

    width: int
    height: int
    """Of one unit."""
    legend: int = LEGEND
    margin: int = MARGIN


@dataclass
class Shown:
    """A device as the viewer may see it."""

    name: str
    url: str
    color: str | None
    notes: list[str]
    image: str | None = None
    """The id of its picture in the drawing."""


@dataclass
class Sheet:
    """A drawing in progress, and where things are on it."""

    elevation: Elevation
    measures: Measures
    context: Any
    drawing: Drawing
    images: dict[str, str] = field(default_factory=dict)

    @property
    def left(self) -> float:
        return float(self.measures.legend)

    def top(self, position: Decimal, height: Decimal) -> float:
        """The upper edge of what takes `height` units from `position` up."""
        rack = self.elevation.rack
        below = position - rack.starting_unit
        units = below if rack.desc_units else rack.u_height - below - height
        return float(units) * self.measures.height + 1


def draw(
    elevation: Elevation,
    context: Any,
    measures: Measures,
    *,
    images: bool = True,
    highlighted: Collection[Any] = (),
    standalone: bool = True,
) -> str:
    """The face as SVG; `highlighted` are ids of devices. How many queries it takes doesn't depend on what is there."""
    face = DeviceFaceChoices.labels[elevation.face]
    title = _("Rack %(rack)s, %(face)s") % {"rack": elevation.rack, "face": str(face).lower()}
    sheet = Sheet(elevation, measures, context, Drawing(title))
    drawing = sheet.drawing
    drawing.width = float(measures.legend + measures.width + measures.margin)
    drawing.height = float(elevation.rack.u_height * measures.height + 2)
    _define_hatches(drawing)
    reserved = _reservations(sheet)
    _draw_units(sheet, {unit for reservation in reserved for unit in reservation.units})
    _draw_reservations(sheet, reserved)
    _draw_hidden(sheet)
    devices = _devices(sheet, images)
    for item in elevation.shown:
        _draw_device(sheet, item, devices[item.key], highlighted=item.key in highlighted)
    drawing.add("rect", css="d-frame", x=sheet.left, y=1, width=measures.width, height=drawing.height - 2, fill="none")
    return drawing.render(standalone)


def _define_hatches(drawing: Drawing) -> None:
    definitions = drawing.add("defs")
    for name, angle in (("reserved", 45), ("blocked", -45)):
        pattern = drawing.add(
            "pattern", definitions, id=f"d-{name}", width=8, height=8,
            patternUnits="userSpaceOnUse", patternTransform=f"rotate({angle})",
        )  # fmt: skip
        drawing.add("rect", pattern, css=f"d-{name}-ground", width=8, height=8)
        drawing.add("line", pattern, css=f"d-{name}-line", x1=0, y1=0, x2=0, y2=8)


def _box(sheet: Sheet, position: Decimal, height: Decimal) -> dict[str, float]:
    """The place of something in the rack."""
    measures = sheet.measures
    return {
        "x": sheet.left,
        "y": sheet.top(position, height),
        "width": float(measures.width),
        "height": float(height) * measures.height,
    }


def _title(drawing: Drawing, group: Any, lines: Iterable[str]) -> None:
    """What shows when people point at a group."""
    drawing.add("title", group).text = clean("\n".join(line for line in lines if line))


# Units


def _draw_units(sheet: Sheet, reserved: Collection[int]) -> None:
    """The numbers of the units, and their ground; a free one leads to the form for a device there."""
    from dcim.models import Device

    rack, drawing, measures = sheet.elevation.rack, sheet.drawing, sheet.measures
    taken = sheet.elevation.slots(sheet.elevation.mounted)
    may_add = sheet.context.trusted or access.can(sheet.context.user, Device, "add")
    size = min(12.0, measures.height * 0.6)
    for unit in range(rack.starting_unit, rack.starting_unit + rack.u_height):
        box = _box(sheet, Decimal(unit), Decimal(1))
        middle = box["y"] + measures.height / 2 + size * 0.35
        if measures.legend:
            drawing.text(str(unit), measures.legend / 2, middle, measures.legend, size=size, css="d-muted")
        free = not ({2 * unit, 2 * unit + 1} & taken.keys())
        group = drawing.link(_add_url(sheet, unit) if free and may_add else None)
        ground = "url(#d-reserved)" if unit in reserved else None
        drawing.add("rect", group, css="d-unit" + (" d-free" if free else ""), fill=ground, **box)
        if free and may_add:
            _title(drawing, group, [_("Add a device at U%(unit)s") % {"unit": unit}])


def _add_url(sheet: Sheet, unit: int) -> str | None:
    from dcim.models import Device

    rack, resource = sheet.elevation.rack, registry.get(Device._meta.label_lower)
    values = {
        "site": rack.site_id,
        "location": rack.location_id,
        "rack": rack.pk,
        "face": sheet.elevation.face,
        "position": unit,
    }
    query = urlencode({name: value for name, value in values.items() if value is not None})
    return f"{sheet.context.base_url}/{resource.path}/add/?{query}" if resource else None


# Reservations


def _reservations(sheet: Sheet) -> list[Any]:
    """The reservations that the viewer may see."""
    from dcim.models import RackReservation

    rows = RackReservation._base_manager.filter(rack=sheet.elevation.rack.pk).order_by("pk")
    return list(sheet.context.restrict(rows))


def _draw_reservations(sheet: Sheet, reservations: Iterable[Any]) -> None:
    """A bar in the margin beside each run of reserved units."""
    drawing, measures = sheet.drawing, sheet.measures
    if measures.margin < 4:
        return
    for reservation in reservations:
        for first, last in _runs(reservation.units):
            box = _box(sheet, Decimal(first), Decimal(last - first + 1))
            group = drawing.link(_url(sheet, reservation))
            note = _("Reserved: U%(units)s") % {"units": unit_ranges(reservation.units)}
            _title(drawing, group, [note, reservation.description])
            drawing.add(
                "rect", group, css="d-reservation", x=sheet.left + measures.width + 3, y=box["y"] + 1,
                width=max(measures.margin - 6, 1), height=max(box["height"] - 2, 1.0), rx=2,
            )  # fmt: skip


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Numbers that follow each other, as (first, last)."""
    first = last = None
    for number in sorted(numbers):
        if first is None or number != last + 1:
            if first is not None:
                yield first, last
            first = number
        last = number
    if first is not None:
        yield first, last


def _url(sheet: Sheet, obj: Any) -> str | None:
    resource = registry.get(obj._meta.label_lower)
    return f"{sheet.context.base_url}/{resource.path}/{obj.pk}/" if resource else None


# Devices


def _draw_hidden(sheet: Sheet) -> None:
    """What the viewer may not see: taken, and no more; where one device ends and the next begins isn't told."""
    for first, last in _runs(sheet.elevation.slots(sheet.elevation.hidden)):
        box = _box(sheet, first * HALF, (last - first + 1) * HALF)
        group = sheet.drawing.add("g")
        _title(sheet.drawing, group, [_("Occupied")])
        sheet.drawing.add("rect", group, css="d-box d-hidden", **box)
        _label(sheet, group, _("Occupied"), box, css="d-muted")


def _draw_device(sheet: Sheet, item: Mounted, device: Shown, *, highlighted: bool) -> None:
    drawing, box = sheet.drawing, _box(sheet, item.position, item.height)
    blocked = item.face != sheet.elevation.face
    group = drawing.link(device.url)
    _title(drawing, group, [device.name, *device.notes])
    css = "d-device" + (" d-blocked" if blocked else "") + (" d-highlight" if highlighted else "")
    color = None if blocked else fill(device.color)
    drawing.add("rect", group, css=css, fill="url(#d-blocked)" if blocked else color, **box)
    if device.image:
        drawing.add("use", group, css="d-image", href=f"#{device.image}", x=box["x"], y=box["y"], width=box["width"],
                    height=box["height"])  # fmt: skip
        _label(sheet, group, device.name, box, css="d-label d-over-image")
    else:
        _label(sheet, group, device.name, box, css="d-label", fill=ink(device.color) if color else None)
    if highlighted:
        inner = {"x": box["x"] + 1.5, "y": box["y"] + 1.5, "width": box["width"] - 3, "height": box["height"] - 3}
        drawing.add("rect", group, css="d-ring", fill="none", **inner)


def _label(sheet: Sheet, group: Any, text: str, box: dict[str, float], **look: Any) -> None:
    """Text in the middle of a box, if it can be read there."""
    size = min(12.0, box["height"] * 0.75)
    if size < 5:
        return
    middle = box["y"] + box["height"] / 2 + size * 0.35
    sheet.drawing.text(text, box["x"] + box["width"] / 2, middle, box["width"] - 8, group, size, **look)


def _devices(sheet: Sheet, images: bool) -> dict[Any, Shown]:
    """The devices that may be named, with what people want to know about them."""
    from dcim.models import Device

    faces = {item.key: item.face for item in sheet.elevation.shown}
    rows = Device._base_manager.filter(pk__in=faces)
    fields = ("id", "display", "display_url", "role", "device_type", "status", "asset_tag", "serial", "description")
    details = registry.resource_for(Device).representation("full", fields, related="link").by_id(rows, sheet.context)
    columns = rows.values_list(
        "pk", "role__color", "device_type__u_height", "device_type_id", "device_type__subdevice_role"
    )
    plain = {pk: rest for pk, *rest in columns}
    parents = [pk for pk, (_color, _height, _kind, role) in plain.items() if role == SubdeviceRoleChoices.ROLE_PARENT]
    bays = _bays(sheet, parents)
    kinds = {kind for _color, _height, kind, _role in plain.values()}
    pictures = _pictures(sheet, kinds) if images else {}
    found = {}
    for pk, detail in details.items():
        color, height, kind, _role = plain[pk]
        name = detail["display"]
        if pk in bays:
            name = "{} ({}/{})".format(name, *bays[pk])
        picture = pictures.get((kind, faces[pk] == sheet.elevation.face))
        found[pk] = Shown(name, detail["display_url"], color, list(_notes(detail, height)), picture)
    return found


def _notes(detail: dict[str, Any], height: Decimal) -> Iterator[str]:
    kind = detail["device_type"]["display"] if detail["device_type"] else ""
    yield f"{kind} ({height.normalize():f}U)"
    if detail["role"]:
        yield _("Role: %(name)s") % {"name": detail["role"]["display"]}
    if detail["status"]:
        yield _("Status: %(name)s") % {"name": detail["status"]["label"]}
    if detail["asset_tag"]:
        yield _("Asset tag: %(tag)s") % {"tag": detail["asset_tag"]}
    if detail["serial"]:
        yield _("Serial number: %(number)s") % {"number": detail["serial"]}
    yield detail["description"]


def _bays(sheet: Sheet, devices: Collection[Any]) -> dict[Any, tuple[int, int]]:
    """(taken, all) bays of each chassis, as far as the viewer may see them."""
    from dcim.models import DeviceBay

    counts: dict[Any, list[int]] = defaultdict(lambda: [0, 0])
    rows = sheet.context.restrict(DeviceBay._base_manager.filter(device__in=devices).order_by())
    for device, child in rows.values_list("device_id", "installed_device_id"):
        counts[device][0] += child is not None
        counts[device][1] += 1
    return {device: (taken, every) for device, (taken, every) in counts.items()}


# Pictures


def _pictures(sheet: Sheet, kinds: Collection[Any]) -> dict[tuple[Any, bool], str]:
    """The pictures of the device types, each put into the drawing once: (type, seen from the front) → its id there."""
    from dcim.models import DeviceType

    rows = sheet.context.restrict(DeviceType._base_manager.filter(pk__in=kinds).order_by("pk"))
    found = {}
    for kind in rows.only("pk", "front_image", "rear_image"):
        for front, image in ((True, kind.front_image), (False, kind.rear_image)):
            if image and (content := _embedded(image)):
                name = f"d-picture-{kind.pk}-{'front' if front else 'rear'}"
                symbol = sheet.drawing.add("symbol", id=name, viewBox="0 0 100 100", preserveAspectRatio="none")
                sheet.drawing.add(
                    "image", symbol, href=content, width=100, height=100, preserveAspectRatio="none"
                )  # fmt: skip
                found[kind.pk, front] = name
    return found


def _embedded(image: Any) -> str | None:
    """The picture as a `data:` address; None for one that is gone, too large or no picture of pixels."""
    kind = mimetypes.guess_type(image.name)[0]
    if kind not in RASTER:
        return None
    try:
        if image.size > LARGEST_IMAGE:
            return None
        with image.storage.open(image.name) as file:
            return f"data:{kind};base64,{base64.b64encode(file.read()).decode()}"
    except OSError:
        # The row outlived its file: the device is drawn in its colour.
        return None
