"""The way out: how a page of objects becomes JSON.

A Representation is compiled once per selection of fields. It works by column: the rows are fetched once with only the
columns it needs, each field renders its whole column, and the columns are zipped into dictionaries. Related objects are
loaded once per kind and page; a request remembers them (`Context`). The number of queries depends on the fields, never
on the number of rows.

What the user may not see is not shown through a relation either: a hidden object is its id, its URL and the word
"Hidden"; in lists of related objects it is left out, and counts leave it out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext

from netsot.kernel import access, registry
from netsot.kernel.columns import Column, column_for
from netsot.kernel.sources import source

if TYPE_CHECKING:
    from netsot.kernel.resource import Resource


@dataclass
class Context:
    """Who asks and from where; remembers what was loaded for this request."""

    user: Any = None
    base_url: str = ""
    trusted: bool = False
    """Nobody asks: webhooks and exports of the system itself see everything."""
    loaded: dict[tuple[str, str], dict[Any, Any]] = field(default_factory=dict)
    concealed: set[tuple[str, Any]] = field(default_factory=set)
    """(model, id) of what was asked for and may not be shown."""

    def restrict(self, queryset: Any) -> Any:
        """What of `queryset` may be shown."""
        return queryset if self.trusted else access.restrict(queryset, self.user, "view")

    def sees_all(self, model: type[models.Model]) -> bool:
        """Whether nothing of `model` is hidden."""
        return self.trusted or access.is_unlimited(self.user, model, "view")

    def related(self, model: type[models.Model], ids: Iterable[Any], form: str = "brief") -> dict[Any, Any]:
        """The objects `ids` of `model` in `form`, by id; a hidden one in the hidden form, a missing one not at all.

        One query per kind for what this request hasn't loaded yet.
        """
        label = model._meta.label_lower
        known = self.loaded.setdefault((label, form), {})
        missing = {pk for pk in ids if pk is not None and pk not in known}
        if missing:
            resource = registry.get(label)
            queryset = self.restrict(model._default_manager.filter(pk__anyof=missing).order_by())
            if resource is None:
                known.update({obj.pk: {"id": obj.pk, "display": str(obj)} for obj in queryset})
            elif form == "id":
                known.update({pk: pk for pk in queryset.values_list("pk", flat=True)})
            else:
                known.update(
                    resource.representation(form, related="link" if form == "link" else "").by_id(queryset, self)
                )
            if not self.sees_all(model):
                for pk in missing - known.keys():
                    self.concealed.add((label, pk))
                    known[pk] = self._stand_in(resource, pk, form)
        return known

    def is_hidden(self, model: type[models.Model], pk: Any) -> bool:
        """Whether an object that was asked for (`related`) may not be shown."""
        return (model._meta.label_lower, pk) in self.concealed

    def _stand_in(self, resource: Resource | None, pk: Any, form: str) -> Any:
        """What stands for an object the user may not see. Whether it exists isn't told either."""
        if form == "id" or resource is None:
            return pk if form == "id" else None
        return {"id": pk, "url": self.url(resource, pk), "display": gettext("Hidden")}

    def url(self, resource: Resource, pk: Any) -> str:
        """The object's address in the API."""
        return f"{self.base_url}/api/{resource.path}/{pk}/"


@dataclass
class Page:
    """The rows being rendered, by column."""

    context: Context
    resource: Resource
    ids: Sequence[Any]
    fetched: dict[str, Sequence[Any]]

    def __getitem__(self, path: str) -> Sequence[Any]:
        return self.fetched[path]

    def related(self, model: type[models.Model], ids: Iterable[Any], form: str = "brief") -> dict[Any, Any]:
        """See `Context.related`."""
        return self.context.related(model, ids, form)

    def generic(self, types: Sequence[Any], ids: Sequence[Any], form: str = "brief") -> list[Any]:
        """The targets of a generic relation, row by row; one query per kind of target."""
        wanted: dict[Any, set[Any]] = {}
        for kind, pk in zip(types, ids, strict=True):
            if kind is not None and pk is not None:
                wanted.setdefault(kind, set()).add(pk)
        found: dict[Any, dict[Any, Any]] = {}
        for kind, pks in wanted.items():
            model = ContentType.objects.get_for_id(kind).model_class()
            found[kind] = self.related(model, pks, form) if model else {}
        return [found[kind].get(pk) if kind in found else None for kind, pk in zip(types, ids, strict=True)]


class Representation:
    """One selection of fields of one resource, compiled."""

    def __init__(self, resource: Resource, names: Sequence[str], related: str = "") -> None:
        self.resource = resource
        self.names = tuple(names)
        self.columns: list[Column] = [column_for(resource, name, related) for name in self.names]
        paths = dict.fromkeys(["pk", *(path for column in self.columns for path in column.sources)])
        self._paths = tuple(paths)
        self._sources = [source(resource.model, path) for path in self._paths]  # type: ignore[arg-type]

    def render(self, queryset: Any, context: Context) -> list[dict[str, Any]]:
        """The objects of `queryset` (restricted, ordered and cut by the caller) as dictionaries."""
        names = self.names
        return [dict(zip(names, row, strict=True)) for row in self._rows(queryset, context)]

    def by_id(self, queryset: Any, context: Context) -> dict[Any, dict[str, Any]]:
        """The same, by primary key."""
        page = self._page(queryset, context)
        names = self.names
        rows = zip(*(column.render(page) for column in self.columns), strict=True)
        return (
            {pk: dict(zip(names, row, strict=True)) for pk, row in zip(page.ids, rows, strict=True)} if page.ids else {}
        )

    def of(self, ids: Sequence[Any], context: Context) -> list[dict[str, Any]]:
        """The objects `ids`, in that order; unrestricted, for what was just written."""
        found = self.by_id(self.resource.model._default_manager.filter(pk__anyof=ids).order_by(), context)
        return [found[pk] for pk in ids if pk in found]

    def _rows(self, queryset: Any, context: Context) -> Iterable[Sequence[Any]]:
        page = self._page(queryset, context)
        if not page.ids:
            return []
        return zip(*(column.render(page) for column in self.columns), strict=True)

    def rows(self, queryset: Any) -> Any:
        """The query that reads the objects themselves."""
        return queryset.values_list(*(expression for expression, _ in self._sources))

    def _page(self, queryset: Any, context: Context) -> Page:
        rows = list(self.rows(queryset))
        by_column: Iterable[Sequence[Any]] = zip(*rows, strict=True) if rows else ([] for _ in self._paths)
        fetched = {
            path: convert(values) if convert else values
            for path, (_, convert), values in zip(self._paths, self._sources, by_column, strict=True)
        }
        return Page(context, self.resource, fetched["pk"], fetched)
