"""The list of a resource's objects: table, quick search, filters, order, pages, selection."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldError
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.functional import cached_property
from django.utils.html import format_html

from netsot.api.filters import ordered as in_order
from netsot.derive.table import TableColumn
from netsot.kernel.resource import Resource
from netsot.ui import buttons, cells, preferences
from netsot.ui.filters import FilterForm
from netsot.ui.related import list_address
from netsot.ui.views.base import ResourceView

DEEPEST = 5_000_000
"""The last row a page number may reach; a deeper OFFSET costs more than anybody gains."""


@dataclass
class Paging:
    """Which rows of how many."""

    total: int
    size: int
    number: int

    @property
    def last(self) -> int:
        """The number of the last page."""
        return max(1, -(-min(self.total, DEEPEST) // self.size))

    @property
    def start(self) -> int:
        """The first row of this page, from 0."""
        return (self.number - 1) * self.size

    @property
    def first_shown(self) -> int:
        """The first row of this page, from 1."""
        return min(self.start + 1, self.total)

    @property
    def last_shown(self) -> int:
        """The last row of this page."""
        return min(self.start + self.size, self.total)

    @property
    def previous(self) -> int:
        """The page before."""
        return self.number - 1

    @property
    def next(self) -> int:
        """The page after."""
        return self.number + 1

    @property
    def numbers(self) -> Iterator[int | None]:
        """The pages to link to; None is a gap."""
        near = {1, self.last, *range(self.number - 1, self.number + 2)}
        before = 0
        for number in sorted(n for n in near if 1 <= n <= self.last):
            if number - before > 1:
                yield None
            yield number
            before = number


@dataclass
class Row:
    """One object as a row."""

    pk: Any
    display: str
    url: str
    cells: list[tuple[str, Any]]
    buttons: Sequence[buttons.Link] = ()


@dataclass
class Heading:
    """The head of a column."""

    label: Any
    css: str
    sort: str = ""
    """The query string that sorts by this column; empty when it can't be sorted."""
    direction: str = ""


class ListView(ResourceView):
    """`/<app>/<endpoint>/`."""

    template = "resource/list.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """A page of the list; only its table for HTMX."""
        partial = request.headers.get("HX-Target") == "list"
        answer = self.page("resource/list_table.html" if partial else self.template, **self.values(request))
        patch_vary_headers(answer, ("HX-Target",))
        return answer

    def values(self, request: HttpRequest) -> dict[str, Any]:
        """What the template shows."""
        chosen = preferences.of_request(request).get(preferences.columns_path(self.resource.label))
        columns = self.resource.table.chosen(chosen if isinstance(chosen, list) else None)
        filtering = self.resource.filterset_class(request.GET, self.visible(), request=request)
        problems = [] if filtering.is_valid() else _problems(filtering.form.errors)
        queryset = self.visible().none() if problems else filtering.qs
        sorting = [term for term in request.GET.get("sort", "").split(",") if term][:5]
        queryset = self.ordered(queryset, sorting)
        paging = self.paging(request, queryset)
        panel = FilterForm(self.resource, request.GET, self.context)
        return {
            "rows": self.rows(queryset[paging.start : paging.start + paging.size], columns, indent=not sorting),
            "headings": [heading(request, column, sorting) for column in columns],
            "paging": paging,
            "page_sizes": preferences.page_sizes(),
            "panel": panel,
            "chips": (chips := list(panel.chips())),
            "applied": sum(1 for chip in chips if chip.name != "q"),
            "problems": problems,
            "search": request.GET.get("q", ""),
            "has_search": "q" in self.resource.filterset_class.base_filters,
            "available": self.resource.table.available().values(),
            "chosen": {column.name for column in columns},
            "anchor": self.resource.table.anchor,
            "may_add": self.may("add"),
            "may_change": self.may("change"),
            "may_delete": self.may("delete"),
            "has_buttons": bool(buttons.declared(self.resource)),
            "here": request.get_full_path(),
        }

    def ordered(self, queryset: Any, sorting: Sequence[str]) -> Any:
        """In the order asked for; the primary key keeps pages stable."""
        terms: list[Any] = list(self.resource.table.sorting(sorting))
        if not terms:
            return in_order(queryset)
        try:
            return queryset.order_by(*terms, "pk")
        except FieldError:
            return queryset

    def paging(self, request: HttpRequest, queryset: Any) -> Paging:
        """Which page; nonsense means the first, too far the last."""
        paging = Paging(queryset.order_by().count(), preferences.page_size(request), 1)
        asked = request.GET.get("page", "")
        if asked.isdecimal() and len(asked) < 10:
            paging.number = min(max(1, int(asked)), paging.last)
        return paging

    def rows(self, queryset: Any, columns: Sequence[TableColumn], indent: bool) -> list[Row]:
        """The rows of the page, drawn; trees are indented as long as they are in their own order."""
        return draw_rows(self.resource, queryset, columns, self.context, indent)


def draw_rows(
    resource: Resource, queryset: Any, columns: Sequence[TableColumn], context: Any, indent: bool = False
) -> list[Row]:
    """Objects as rows of these columns; a constant number of queries."""
    names = (*resource.table.fields(columns), *buttons.fields(resource))
    representation = resource.representation("full", names, related="link")
    drawer = Drawer(resource, columns, context, indent)
    return [drawer.row(item) for item in representation.render(queryset, context)]


class Drawer:
    """Draws objects of one resource."""

    def __init__(self, resource: Resource, columns: Sequence[TableColumn], context: Any, indent: bool) -> None:
        self.resource, self.columns, self.context, self.indent = resource, columns, context, indent
        self.base = f"{context.base_url}/{resource.path}/"

    @cached_property
    def counted(self) -> dict[str, str]:
        """Where the number of a count column leads, without the object's id."""
        found = {}
        for column in self.columns:
            count = self.resource.counts.get(column.name)
            if count is not None:
                address = list_address(count.model, count.field, self.context)
                if address:
                    found[column.name] = address
        return found

    def row(self, item: Mapping[str, Any]) -> Row:
        """One object."""
        url = f"{self.base}{item['id']}/"
        drawn = [(_css(column, self.resource.table.anchor), self.cell(column, item, url)) for column in self.columns]
        return Row(item["id"], str(item["display"]), url, drawn, buttons.links(self.resource, item, self.context))

    def cell(self, column: TableColumn, item: Mapping[str, Any], url: str) -> Any:
        """One cell. The anchor leads to the object, indented by its depth in a tree."""
        if column.name == self.resource.table.anchor:
            value = item.get(column.name)
            label = item["display"] if value in (None, "") else value
            dots = "·" * min(item.get("_depth") or 0, 20) if self.indent else ""
            if dots:
                return format_html(
                    '<span class="depth" aria-hidden="true">{}</span><a href="{}">{}</a>', dots, url, label
                )
            return format_html('<a href="{}">{}</a>', url, label)
        if column.name in self.counted and item.get(column.name):
            return format_html('<a href="{}{}">{}</a>', self.counted[column.name], item["id"], item[column.name])
        return cells.draw(column, item)


def _css(column: TableColumn, anchor: str) -> str:
    names = [
        name for name, wanted in (("anchor", column.name == anchor), ("num", column.cell in cells.NUMERIC)) if wanted
    ]
    return " ".join(names)


def heading(request: HttpRequest, column: TableColumn, sorting: Sequence[str]) -> Heading:
    """The head of a column, with the address that sorts by it (or turns the order around)."""
    css = "num" if column.cell in cells.NUMERIC else ""
    if not column.order:
        return Heading(column.label, css)
    direction = "ascending" if column.name in sorting else "descending" if f"-{column.name}" in sorting else ""
    query = request.GET.copy()
    query["sort"] = f"-{column.name}" if direction == "ascending" else column.name
    query.pop("page", None)
    return Heading(column.label, css, f"?{query.urlencode()}", direction)


def _problems(errors: Mapping[str, Any]) -> list[str]:
    return [f"{name}: {text}" for name, texts in errors.items() for text in texts]
