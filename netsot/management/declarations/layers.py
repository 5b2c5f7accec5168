"""What was derived for each layer of a resource, as lines of text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import sqlparse

from netsot.kernel.resource import Resource
from netsot.management.declarations.facts import field_fact, filter_facts, origin_of, place_of, route_facts


def show(resource: Resource, layers: Iterable[str]) -> Iterator[str]:
    """The lines that describe `layers`, each under its title."""
    yield f"{resource.label}: {type(resource).__qualname__} ({place_of(type(resource))})"
    yield f"model {resource.model.__qualname__} ({place_of(resource.model)})"
    for name in layers:
        yield ""
        yield name
        for line in LAYERS[name](resource):
            yield f"  {line}".rstrip()


def _table(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Rows in columns."""
    found = [tuple(map(str, row)) for row in rows]
    widths = [max((len(row[i]) for row in found), default=0) for i in range(len(found[0]) if found else 0)]
    for row in found:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def fields(resource: Resource) -> Iterator[str]:
    """The classification: kind, what may be sent, target, origin."""
    yield from _table(
        (
            info.name,
            info.kind.value,
            "required" if info.required else "writable" if info.writable else "read-only",
            f"{info.target._meta.label_lower} ({info.form})" if info.target else "-",
            origin_of(resource, info),
        )
        for info in resource.infos.values()
    )


def serializer(resource: Resource) -> Iterator[str]:
    """The DRF fields."""
    made = resource.serializer_class
    yield _title(resource, made, "Serializer")
    yield from _table((n, field_fact(f, resource.infos.get(n))) for n, f in made().fields.items())


def filters(resource: Resource) -> Iterator[str]:
    """The filters and their lookups."""
    yield _title(resource, resource.filterset_class, "FilterSet")
    yield from _table(filter_facts(resource))


def form(resource: Resource) -> Iterator[str]:
    """The groups of the form with their inputs."""
    made = resource.form_class
    yield _title(resource, made, "Form")
    for title, names in made.layout:
        yield f"{title}:"
        rows = ((name, made.base_fields[name]) for name in names)
        yield from (
            f"  {line}"
            for line in _table((n, type(f).__name__, "required" if f.required else "optional") for n, f in rows)
        )


def table(resource: Resource) -> Iterator[str]:
    """The columns: how they are drawn and sorted, and which people see first."""
    made = resource.table
    yield _title(resource, made, "Table")
    yield from _table(
        (
            column.name,
            column.cell,
            f"sorts by {' '.join(column.order)}" if column.order else "-",
            "links to the object" if column.name == made.anchor else "shown" if column.name in made.default else "",
        )
        for column in made.columns.values()
    )


def viewset(resource: Resource) -> Iterator[str]:
    """Methods and actions of the API with the permission each needs."""
    yield _title(resource, resource.viewset_class, "ViewSet")
    yield from _table(route_facts(resource))


def urls(resource: Resource) -> Iterator[str]:
    """The routes of the API and the pages, with their names."""
    from netsot.api.urls import resource_routes
    from netsot.ui.urls import routes

    yield from _table((f"/api/{route.pattern}", route.name) for route in resource_routes(resource))
    app = resource.app_label
    yield from _table((f"/{app}/{route.pattern}", f"{app}:{route.name}") for route in routes(resource))


def representation(resource: Resource) -> Iterator[str]:
    """How each field is rendered and which columns of the row it reads (`-`: none, or it has queries of its own);
    then the forms of the object inside others.
    """
    made = resource.representation()
    yield from _table(
        (name, type(column).__name__, " ".join(column.sources) or "-")
        for name, column in zip(made.names, made.columns, strict=True)
    )
    for name in ("brief", "nested"):
        yield f"{name}: {' '.join(resource.form_names(name))}"


def sql(resource: Resource) -> Iterator[str]:
    """The query of a list, for somebody who may see everything; related objects follow with one query per kind."""
    query = str(resource.representation().rows(resource.queryset()[:50]).query)
    yield from sqlparse.format(query, reindent=True, wrap_after=100).splitlines()


def _title(resource: Resource, made: type[Any], own: str) -> str:
    nested = getattr(type(resource), own, None)
    where = f"with {nested.__qualname__} ({place_of(nested)})" if nested else "derived"
    return f"{made.__module__}.{made.__qualname__}, {where}"


LAYERS: dict[str, Callable[[Resource], Iterator[str]]] = {
    "fields": fields,
    "serializer": serializer,
    "filters": filters,
    "form": form,
    "table": table,
    "viewset": viewset,
    "urls": urls,
    "representation": representation,
    "sql": sql,
}
