"""The detail page as data: which panels, in which column. `Resource.page` names them where the default isn't enough.

page = Page(
    left=(Attributes(), Comments()),
    right=(Tags(), CustomFields(), RelatedObjects(), Objects("dcim.rack", "site", title=_("Racks"))),
)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from netsot.derive.table import TableColumn, column_of
from netsot.kernel import access, custom_fields, registry
from netsot.kernel.introspection import Kind
from netsot.kernel.representation import Context
from netsot.kernel.resource import Resource
from netsot.ui import cells, navigation, related

ELSEWHERE = {"tags", "custom_fields", "comments", "created", "last_updated", "config_context", "rendered_config"}
"""Fields of the page that have a place of their own, or cost too much to be shown by the way."""


MANY = 16
"""Attributes beyond which the empty ones are folded away."""


@dataclass
class Subject:
    """What a page is about: the object, also as the API shows it, and who looks."""

    request: HttpRequest
    resource: Resource
    obj: Any
    row: Mapping[str, Any]
    context: Context


class Panel:
    """One card of a page."""

    template: ClassVar[str]

    def values(self, subject: Subject) -> Mapping[str, Any] | None:
        """What the template shows; None leaves the panel out."""
        raise NotImplementedError(type(self).__name__)


@dataclass(frozen=True)
class Attributes(Panel):
    """Fields with their values; those of the resource that have no other place unless named."""

    fields: tuple[str, ...] = ()
    title: Any = ""

    template: ClassVar[str] = "panels/attributes.html"

    def values(self, subject: Subject) -> Mapping[str, Any] | None:
        names = self.fields or tuple(subject.resource.infos)
        shown: list[tuple[int, Any, Any]] = []
        empty: list[tuple[int, Any, Any]] = []
        for name in names:
            info = subject.resource.infos.get(name)
            if info is None or name not in subject.row or (not self.fields and not _is_listed(subject.resource, name)):
                continue
            column = column_of(subject.resource, info)
            drawn = cells.draw(column, subject.row, full=True)
            (empty if drawn is cells.NOTHING else shown).append((len(shown) + len(empty), column.label, drawn))
        if self.fields or len(shown) + len(empty) <= MANY:
            shown, empty = sorted([*shown, *empty]), []
        title = self.title or navigation.singular(subject.resource)
        return {"title": title, "attributes": shown, "empty": empty} if shown or empty else None


def _is_listed(resource: Resource, name: str) -> bool:
    info = resource.infos[name]
    hidden = info.kind in (Kind.HEAD, Kind.COUNT, Kind.DEPTH) or name in ELSEWHERE or name in resource.secret
    if info.kind is Kind.COMPUTED and name.startswith("count_"):
        return False
    # The kind and number of what another field shows by name.
    whole = resource.infos.get(name.removesuffix("_type").removesuffix("_id"))
    if whole is not None and whole is not info and whole.kind in (Kind.GENERIC, Kind.COMPUTED):
        return False
    return not hidden and type(info.column).__name__ != "CounterCacheField"


@dataclass(frozen=True)
class Tags(Panel):
    """The object's tags."""

    template: ClassVar[str] = "panels/tags.html"

    def values(self, subject: Subject) -> Mapping[str, Any] | None:
        if "tags" not in subject.resource.infos:
            return None
        return {"tags": subject.row.get("tags") or []}


@dataclass(frozen=True)
class CustomFields(Panel):
    """The custom fields, by their groups."""

    template: ClassVar[str] = "panels/custom_fields.html"

    def values(self, subject: Subject) -> Mapping[str, Any] | None:
        if "custom_fields" not in subject.resource.infos:
            return None
        held = subject.row.get("custom_fields") or {}
        groups: dict[str, list[tuple[str, Any]]] = {}
        for definition in custom_fields.provider().fields(subject.resource.model):
            visible = str(getattr(definition, "ui_visible", "always"))
            value = held.get(definition.name)
            if visible == "hidden" or (visible == "if-set" and value in (None, "", [])):
                continue
            label = definition.label or capfirst(definition.name.replace("_", " "))
            groups.setdefault(definition.group_name, []).append((label, cells.custom(definition, value, full=True)))
        return {"groups": groups.items()} if groups else None


@dataclass(frozen=True)
class Comments(Panel):
    """Free text, written in Markdown."""

    field: str = "comments"
    title: Any = _("Comments")

    template: ClassVar[str] = "panels/comments.html"

    def values(self, subject: Subject) -> Mapping[str, Any] | None:
        text = subject.row.get(self.field)
        return {"title": self.title, "text": text} if text else None


@dataclass(frozen=True)
class RelatedObjects(Panel):
    """How many objects of which kind refer to this one."""

    template: ClassVar[str] = "panels/related.html"

    def values(self, subject: Subject) -> Mapping[str, Any] | None:
        found = related.related_to(subject.obj, subject.context)
        return {"related": found} if found else None


@dataclass(frozen=True)
class Objects(Panel):
    """The first objects of `model` that refer to this one through `field`, as a table."""

    model: str
    field: str
    title: Any = ""
    columns: tuple[str, ...] = ()
    limit: int = 10

    template: ClassVar[str] = "panels/objects.html"

    def values(self, subject: Subject) -> Mapping[str, Any] | None:
        from netsot.ui.views.list import draw_rows

        resource = registry.get(self.model)
        if resource is None or not access.can(subject.context.user, resource.model, "view"):
            return None
        columns: Sequence[TableColumn] = resource.table.chosen(self.columns or None)
        rows = subject.context.restrict(resource.queryset().filter(**{self.field: subject.obj.pk}))
        address = related.list_address(self.model, self.field, subject.context)
        may_add = "create" in resource.methods and access.can(subject.context.user, resource.model, "add")
        return {
            "title": self.title or navigation.plural(resource),
            "headings": [column.label for column in columns],
            "rows": draw_rows(resource, rows[: self.limit], columns, subject.context),
            "all_url": f"{address}{subject.obj.pk}" if address else "",
            "add_url": f"{subject.context.base_url}/{resource.path}/add/?{self.field}={subject.obj.pk}"
            if may_add
            else "",
        }


@dataclass(frozen=True)
class Page:
    """The panels of a detail page."""

    left: tuple[Panel, ...] = ()
    right: tuple[Panel, ...] = ()
    bottom: tuple[Panel, ...] = ()

    def columns(self, subject: Subject) -> dict[str, list[tuple[str, Mapping[str, Any]]]]:
        """The panels that have something to show, per column: (template, values)."""
        return {name: list(_filled(getattr(self, name), subject)) for name in ("left", "right", "bottom")}


def _filled(panels: Sequence[Panel], subject: Subject) -> Any:
    for panel in panels:
        values = panel.values(subject)
        if values is not None:
            yield panel.template, values


DEFAULT = Page(left=(Attributes(), Comments()), right=(Tags(), CustomFields(), RelatedObjects()))


def page_of(resource: Resource) -> Page:
    """The page a resource declares, or the usual one."""
    return resource.page or DEFAULT
