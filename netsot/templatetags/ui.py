"""What the templates need beyond Django's own tags."""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings
from django.forms import BoundField, CheckboxInput, Textarea
from django.utils.safestring import SafeString

from netsot.conf import get_config
from netsot.derive import rows
from netsot.derive.objectlists import ObjectsField
from netsot.derive.rows import RowsField
from netsot.kernel import text
from netsot.ui import cells, inputs, navigation
from netsot.ui.icons import icon as draw_icon

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """`{% icon "plus" %}`: a decorative icon."""
    return draw_icon(name)


@register.simple_tag(takes_context=True)
def navigation_menus(context: dict[str, Any]) -> list[navigation.Menu]:
    """The menu of who asks."""
    request = context.get("request")
    user = getattr(request, "user", None)
    if request is None or user is None:
        return []
    return navigation.menus(user, request.path, f"/{settings.BASE_PATH}")


@register.simple_tag
def product_version() -> str:
    """The version in the footer."""
    return str(settings.VERSION)


@register.simple_tag
def banner(name: str) -> SafeString:
    """A banner of the configuration (`TOP`, `BOTTOM`, `LOGIN`), written in Markdown."""
    return text.markdown(getattr(get_config(), f"BANNER_{name}"))


@register.simple_tag
def maintenance() -> str:
    """What to say in maintenance mode; empty otherwise."""
    config = get_config()
    return str(config.BANNER_MAINTENANCE) if config.MAINTENANCE_MODE else ""


@register.filter
def markdown(source: Any) -> SafeString:
    """Markdown as sanitised HTML."""
    return text.markdown(source)


@register.filter
def ago(moment: Any) -> Any:
    """A point in time, relative to now."""
    return cells.when(moment) if moment else cells.NOTHING


@register.filter
def colored(tag: Any) -> str:
    """The classes that paint the colour of a tag."""
    return cells.color_classes(tag)


@register.filter
def is_check(field: BoundField) -> bool:
    """Whether a field is a box to tick."""
    return isinstance(field.field.widget, CheckboxInput)


@register.filter
def kind_of(field: BoundField) -> BoundField | None:
    """The field that asks for the kind of the objects in `field`, where it has no row of its own."""
    return field.form[field.field.type_field] if isinstance(field.field, ObjectsField) else None


@register.filter
def rows_of(field: BoundField) -> dict[str, Any] | None:
    """The rows of a field that has some, and where the objects in them are looked up."""
    own = field.field
    if not isinstance(own, RowsField) or own.target is None:
        return None
    parameter, source = own.rows.within
    return {
        "rows": (found := rows.cells(field)),
        "blank": found[-1],
        "headings": [label for _name, label in own.rows.columns],
        "api": inputs.api_of(own.target),
        "within": field.form[source].id_for_label if source in field.form.fields else "",
        "within_as": parameter,
        "plain": own.plain,
    }


@register.filter
def is_long(field: BoundField) -> bool:
    """Whether a field takes several lines."""
    return isinstance(field.field.widget, Textarea)


@register.filter
def tone(level: str) -> str:
    """The look of a message by its level."""
    return {"error": "error", "warning": "warning", "success": "success"}.get(
        level.split()[-1] if level else "", "info"
    )


@register.filter
def tone_icon(level: str) -> str:
    """The icon of a message by its level."""
    return {"error": "alert-circle", "warning": "alert", "success": "check-circle"}.get(tone(level), "information")
