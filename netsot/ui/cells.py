"""How values of the API are drawn: in cells of lists and rows of attributes. Everything is escaped."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping
from typing import Any

from django.utils import formats, timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from netsot.derive.table import TableColumn
from netsot.kernel import custom_fields, text
from netsot.ui.icons import icon

Draw = Callable[[Any, Mapping[str, Any], TableColumn], Any]

NOTHING = format_html('<span class="none">{}</span>', "—")


def draw(column: TableColumn, row: Mapping[str, Any], full: bool = False) -> Any:
    """The value of `column` in `row` (an object of the API) as HTML. `full` shows long text entirely."""
    if column.custom_field is not None:
        return custom(column.custom_field, (row.get("custom_fields") or {}).get(column.custom_field.name), full)
    value = row.get(column.name)
    if value is None or value == "" or value == [] or value == {}:
        return NOTHING
    if full and column.cell == "markdown":
        return format_html('<div class="markdown">{}</div>', text.markdown(value))
    if full and column.cell == "json":
        return json_block(value)
    return CELLS.get(column.cell, anything)(value, row, column)


def plain(value: Any, row: Mapping[str, Any], column: TableColumn) -> Any:
    """Text."""
    return str(value)


def number(value: Any, row: Mapping[str, Any], column: TableColumn) -> Any:
    """A number as it is: identifiers have no thousands separators."""
    return f"{value:g}" if isinstance(value, float) else str(value)


def mono(value: Any, row: Mapping[str, Any], column: TableColumn) -> Any:
    """An address or identifier."""
    return format_html('<span class="mono">{}</span>', value)


def boolean(value: Any, row: Mapping[str, Any], column: TableColumn) -> Any:
    """Yes or no."""
    if value:
        return format_html(
            '<span class="yes">{}<span class="visually-hidden">{}</span></span>', icon("check"), _("Yes")
        )
    return format_html('<span class="no">{}<span class="visually-hidden">{}</span></span>', icon("close"), _("No"))


def choice(value: Any, row: Mapping[str, Any], column: TableColumn) -> Any:
    """A choice as a badge in its colour; plain text where the choices have none."""
    choice_set = column.info.choice_set if column.info else None
    raw = value.get("value") if isinstance(value, Mapping) else value
    labels = getattr(choice_set, "labels", None) or dict(
        getattr(getattr(column.info, "column", None), "choices", None) or ()
    )
    label = value.get("label") if isinstance(value, Mapping) else labels.get(raw, raw)
    colors = getattr(choice_set, "colors", {})
    return badge(label, colors.get(raw, "gray")) if colors else str(label)


def badge(label: Any, color: str) -> SafeString:
    """A word on a tint of a named colour."""
    return format_html('<span class="badge c-{}">{}</span>', color, label)


def reference(value: Any, row: Mapping[str, Any], column: TableColumn) -> Any:
    """A related object: its name, linked unless it is hidden from the reader."""
    if not isinstance(value, Mapping):
        return anything(value, row, column)
    if "color" in value and "slug" in value:
        return pill(value)
    return link(value.get("display_url") or _page_of(value), value.get("display"))


def _page_of(value: Mapping[str, Any]) -> str:
    """The page of an object in its brief form: its API address without `/api`. A hidden object has only three keys."""
    return str(value.get("url", "")).replace("/api/", "/", 1) if len(value) > 3 else ""


def link(url: str | None, label: Any) -> Any:
    """A link inside of the site, or the bare text without an address."""
    return (
        format_html('<a href="{}">{}</a>', url, label) if url else format_html('<span class="muted">{}</span>', label)
    )


def references(value: Any, row: Mapping[str, Any], column: TableColumn) -> Any:
    """Several related objects."""
    shown = format_html_join(", ", "{}", ((reference(item, row, column),) for item in value[:8]))
    return format_html('{} <span class="muted">+{}</span>', shown, len(value) - 8) if len(value) > 8 else shown


def _part(item: Mapping[str, Any]) -> Any:
    """A component, after what it is part of: `switch 1 › eth0`."""
    item = item["object"] if "object" in item and "object_type" in item else item
    if not isinstance(item, Mapping):
        return NOTHING
    whole = next((item[key] for key in ("device", "circuit", "power_panel") if item.get(key)), None)
    own = link(item.get("display_url") or _page_of(item), item.get("display"))
    if not isinstance(whole, Mapping):
        return own
    return format_html("{} › {}", link(whole.get("display_url") or _page_of(whole), whole.get("display")), own)


def tags(value: Any, row: Mapping[str, Any], column: TableColumn) -> Any:
    """Tags as pills in their colours."""
    return format_html('<span class="pills">{}</span>', format_html_join(" ", "{}", ((pill(tag),) for tag in value)))


def pill(item: Mapping[str, Any]) -> SafeString:
    """A tag or role in its own colour, dark or light text whichever can be read."""
    return format_html(
        '<a class="pill {}" href="{}">{}</a>', color_classes(item.get("color")), item.get("display_url") or "",
        item.get("display") or item.get("name"),
    )  # fmt: skip


def color_classes(color: Any) -> str:
    """The classes (of css/rgb.css) that paint the background `color` and pick the text on it."""
    digits = str(color or "").lower().lstrip("#")
    if len(digits) != 6 or any(letter not in "0123456789abcdef" for letter in digits):
        digits = "9e9e9e"
    return f"rgb r-{digits[:2]} g-{digits[2:4]} b-{digits[4:]} {'on-light' if is_light(digits) else 'on-dark'}"


def is_light(digits: str) -> bool:
    """Whether dark text has more contrast on this colour than white (relative luminance of WCAG 2)."""
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] > 0.207


def color(value: Any, row: Mapping[str, Any], column: TableColumn) -> Any:
    """A colour: a swatch and its digits."""
    return format_html('<span class="swatch {}"></span><span class="mono">#{}</span>', color_classes(value), value)


def moment(value: Any, row: Mapping[str, Any], column: TableColumn) -> Any:
    """How long ago, with the exact time as title."""
    if isinstance(value, str):
        return value
    return when(value)


def when(value: datetime.datetime) -> SafeString:
    """A point in time, relative to now."""
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    exact = formats.date_format(local, "Y-m-d H:i:s T")
    now = timezone.now()
    if value > now:
        words = formats.date_format(local, "Y-m-d H:i")
    elif (now - value).total_seconds() < 60:
        words = _("just now")
    else:
        words = _("%s ago") % timesince(value, now, depth=1)
    return format_html('<time datetime="{}" title="{}">{}</time>', value.isoformat(), exact, words)


def date(value: Any, row: Mapping[str, Any], column: TableColumn) -> Any:
    """A day."""
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def markdown(value: Any, row: Mapping[str, Any], column: TableColumn) -> Any:
    """The beginning of a longer text."""
    return text.plain(value, 90)


def json_short(value: Any, row: Mapping[str, Any], column: TableColumn) -> Any:
    """The beginning of a document."""
    return format_html(
        '<span class="mono">{}</span>', Truncator(json.dumps(value, ensure_ascii=False, default=str)).chars(80)
    )


def json_block(value: Any) -> SafeString:
    """A whole document."""
    return format_html('<pre class="data">{}</pre>', json.dumps(value, indent=2, ensure_ascii=False, default=str))


def web_address(value: Any, row: Mapping[str, Any], column: TableColumn) -> Any:
    """A link out of the site, as far as its scheme is allowed."""
    target = text.safe_url(value)
    return format_html('<a href="{}" rel="noopener noreferrer">{}</a>', target, value) if target else str(value)


def mail(value: Any, row: Mapping[str, Any], column: TableColumn) -> Any:
    """A mail address."""
    return format_html('<a href="mailto:{}">{}</a>', value, value)


def items(value: Any, row: Mapping[str, Any], column: TableColumn) -> Any:
    """A list of values; ranges as 1–100."""
    values = value if isinstance(value, list | tuple) else [value]
    return ", ".join(_range(item) for item in values)


def _range(item: Any) -> str:
    if isinstance(item, list | tuple) and len(item) == 2:
        if all(isinstance(end, int) for end in item):
            return str(item[0]) if item[0] == item[1] else f"{item[0]}–{item[1]}"
        return str(item[1])
    return str(item)


def object_type(value: Any, row: Mapping[str, Any], column: TableColumn) -> Any:
    """A kind of object, by its name for people."""
    from django.apps import apps
    from django.utils.text import capfirst

    try:
        return capfirst(str(apps.get_model(value)._meta.verbose_name))
    except (LookupError, ValueError):
        return str(value)


def object_types(value: Any, row: Mapping[str, Any], column: TableColumn) -> Any:
    """Several kinds of objects."""
    return ", ".join(str(object_type(item, row, column)) for item in value)


def anything(value: Any, row: Mapping[str, Any], column: TableColumn) -> Any:
    """A value whose kind only shows when it is there."""
    if isinstance(value, bool):
        return boolean(value, row, column)
    if isinstance(value, datetime.datetime):
        return when(value)
    if isinstance(value, Mapping):
        if "display" in value:
            return reference(value, row, column)
        if set(value) == {"value", "label"}:
            return str(value["label"])
        return json_short(value, row, column)
    if isinstance(value, list | tuple):
        if value and all(isinstance(item, Mapping) and ("device" in item or "object_id" in item) for item in value):
            shown = format_html_join(", ", "{}", ((_part(item),) for item in value[:8]))
            return format_html('{} <span class="muted">+{}</span>', shown, len(value) - 8) if len(value) > 8 else shown
        if value and all(isinstance(item, Mapping) and "display" in item for item in value):
            return references(value, row, column)
        if value and all(isinstance(item, Mapping) for item in value):
            return str(len(value))
        return items(value, row, column)
    return str(value)


def custom(definition: Any, value: Any, full: bool = False) -> Any:
    """The value of a custom field."""
    if value is None or value == "" or value == []:
        return NOTHING
    column = TableColumn(definition.name, "", "custom")
    kind = str(definition.type)
    if kind == "longtext":
        return format_html('<div class="markdown">{}</div>', text.markdown(value)) if full else text.plain(value, 90)
    if kind == "json":
        return json_block(value) if full else json_short(value, {}, column)
    if kind in ("select", "multiselect") and isinstance(value, str | list):
        labels = dict(custom_fields.provider().choices(definition))
        return ", ".join(str(labels.get(item, item)) for item in (value if isinstance(value, list) else [value]))
    if kind == "url":
        return web_address(value, {}, column)
    return anything(value, {}, column)


def count(value: Any, row: Mapping[str, Any], column: TableColumn) -> Any:
    """How many, linked to the list of them where there is one."""
    return format_html('<span class="none">{}</span>', 0) if not value else str(value)


CELLS: dict[str, Draw] = {
    "text": plain,
    "number": number,
    "mono": mono,
    "boolean": boolean,
    "choice": choice,
    "reference": reference,
    "references": references,
    "tags": tags,
    "color": color,
    "datetime": moment,
    "date": date,
    "markdown": markdown,
    "json": json_short,
    "url": web_address,
    "email": mail,
    "list": items,
    "object_type": object_type,
    "object_types": object_types,
    "count": count,
}
NUMERIC = {"number", "count"}
