"""Filtering and ordering of API lists, and how the schema describes the filters."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext as _
from django_filters.rest_framework import DjangoFilterBackend
from drf_spectacular.contrib.django_filters import DjangoFilterExtension
from rest_framework.exceptions import ValidationError
from rest_framework.filters import BaseFilterBackend

from netsot.derive.filterset import LookupFilter
from netsot.kernel import access, custom_fields, ordering
from netsot.kernel.introspection import FieldInfo, Kind, has_feature
from netsot.models import NestedGroupModel, trees

if TYPE_CHECKING:
    from netsot.kernel.resource import Resource

RESERVED = frozenset(
    "brief dry_run exclude export fields format include limit offset omit ordering page per_page sort start".split()
)
"""Query parameters with a meaning of their own. A view adds more as `query_parameters`."""


class FilterBackend(DjangoFilterBackend):
    """Applies the filter set of the view's resource."""

    def get_filterset_class(self, view: Any, queryset: Any = None) -> Any:
        """That of the view if it names one, else the resource's."""
        found = getattr(view, "filterset_class", None)
        if found is None and (resource := getattr(view, "resource", None)) is not None:
            found = resource.filterset_class
        return found

    def filter_queryset(self, request: Any, queryset: Any, view: Any) -> Any:
        """Narrow the list; parameters that make no sense are refused by name."""
        if is_strict(request):
            self._refuse_unknown(request, view)
        return super().filter_queryset(request, queryset, view)

    def _refuse_unknown(self, request: Any, view: Any) -> None:
        found = self.get_filterset_class(view)
        valid = RESERVED.union(getattr(view, "query_parameters", ()), found.base_filters if found else ())
        errors = {}
        for name in request.query_params:
            if name in valid or (found is not None and getattr(found, "find", valid.__contains__)(name)):
                continue
            closest = difflib.get_close_matches(name, valid, n=1, cutoff=0.5)
            message = _("Unknown parameter.")
            errors[name] = [message + " " + _("Did you mean “%s”?") % closest[0] if closest else message]
        if errors:
            raise ValidationError(errors)


def is_strict(request: Any) -> bool:
    """Whether unknown parameters are an error: by configuration, or because the client prefers it (RFC 7240)."""
    return settings.STRICT_QUERY_PARAMETERS or "handling=strict" in request.headers.get("Prefer", "")


class FilterExtension(DjangoFilterExtension):
    """Describes every filter with every lookup, those of custom fields included."""

    target_class = "netsot.api.filters.FilterBackend"
    priority = 1

    def get_schema_operation_parameters(self, auto_schema: Any, *args: Any, **kwargs: Any) -> list[dict[str, Any]]:
        """One query parameter per filter and lookup."""
        found = self.target.get_filterset_class(auto_schema.view)
        if found is None:
            return []
        filters = dict(found.base_filters) | (found.custom_filters() if hasattr(found, "custom_filters") else {})
        parameters: list[dict[str, Any]] = []
        for name, item in filters.items():
            if isinstance(item, LookupFilter):
                parameters.append({"in": "query", "name": name, "schema": item.schema})
            else:
                parameters += self.resolve_filter_field(auto_schema, found._meta.model, found, name, item)
        return parameters


class OrderingBackend(BaseFilterBackend):
    """`ordering=name,-created`, over the fields of the resource. Equal rows stand in the order of their ids."""

    def filter_queryset(self, request: Any, queryset: Any, view: Any) -> Any:
        """Order the list; names that can't be ordered by are ignored, or refused when strict."""
        resource = getattr(view, "resource", None)
        names = [name for text in request.query_params.getlist("ordering") for name in text.split(",") if name.strip()]
        columns: list[Any] = []
        unknown = []
        for name in names:
            found = order_by(resource, name.strip(), request.user) if resource is not None else []
            columns += found
            if not found:
                unknown.append(name.strip())
        if unknown and is_strict(request):
            text = _("Can't order by %s: no such field, or its order would tell about objects hidden from you.")
            raise ValidationError({"ordering": [text % ", ".join(unknown)]})
        return ordered(queryset, columns)

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        """The parameter `ordering`."""
        text = _("Field names to order by, separated by commas; a minus before a name reverses it.")
        return [{"name": "ordering", "in": "query", "description": text, "schema": {"type": "string"}}]


def ordered(queryset: Any, columns: Sequence[Any] = ()) -> Any:
    """`queryset` in the order of `columns`, or else its own, made total: pages need a stable order."""
    current = tuple(columns) or tuple(queryset.query.order_by) or default_order(queryset.model)
    plain = {item.lstrip("-") for item in current if isinstance(item, str)}
    if plain & {"pk", "id"} and not columns:
        return queryset if queryset.query.order_by else queryset.order_by(*current)
    return queryset.order_by(*current, "pk")


def default_order(model: type[models.Model]) -> tuple[Any, ...]:
    """That of the model; trees come in the order of the tree."""
    return trees.ordering(model) if issubclass(model, NestedGroupModel) else tuple(model._meta.ordering)


def order_by(resource: Resource, name: str, user: Any) -> list[Any]:
    """The columns that `name` or `-name` stands for; empty when this user can't order by it."""
    sign, name = ("-", name[1:]) if name.startswith("-") else ("", name)
    if name.startswith("cf_"):
        return _custom(resource, name.removeprefix("cf_"), sign)
    if name in ("id", "pk"):
        return [f"{sign}pk"]
    info = resource.infos.get(name)
    if info is None or name in resource.secret or name in resource.computed:
        return []
    terms = list(_columns(resource.model, info, user))
    return [ordering.opposite(item) for item in terms] if sign else terms


def _custom(resource: Resource, name: str, sign: str) -> list[str]:
    if not has_feature(resource.model, "custom_fields"):
        return []
    defined = {item.name for item in custom_fields.provider().fields(resource.model)}
    return [f"{sign}custom_field_data__{name}"] if name in defined else []


def _columns(model: type[models.Model], info: FieldInfo, user: Any) -> Iterator[Any]:
    column = info.column
    if info.kind is Kind.REFERENCE and info.target is not None:
        yield from _default(info.target, info.source, user, depth=3) or ()
    elif info.kind in (Kind.VALUE, Kind.CHOICE) and getattr(column, "concrete", False):
        # A stored counter counts hidden objects too.
        counted = getattr(column, "to_model", None)
        if counted is None or _sees_all(_model(counted), user):
            yield ordering.term(model, info.source)
    elif info.kind is Kind.OBJECT_TYPE:
        yield f"{info.source}_id"


def _default(model: type[models.Model], path: str, user: Any, depth: int) -> list[Any] | None:
    """The default order of related objects as terms; None when the user doesn't see all of what decides it."""
    if not _sees_all(model, user):
        return None
    found: list[Any] = []
    for item in model._meta.ordering:
        name = ordering.path_of(item)
        plain = name.removeprefix("-")
        if not plain or plain == "pk" or "__" in plain:
            continue
        field: Any = model._meta.get_field(plain)
        if not field.is_relation:
            found.append(ordering.prefixed(path, item))
        elif depth:
            inner = _default(field.related_model, f"{path}__{plain}", user, depth - 1)
            if inner is None:
                return None
            found += [ordering.opposite(term) for term in inner] if name.startswith("-") else inner
    return [*found, f"{path}_id" if "__" not in path else f"{path}__pk"]


def _sees_all(model: type[models.Model], user: Any) -> bool:
    return access.is_unlimited(user, model, "view") and not getattr(model, "visible_through", None)


def _model(label: str) -> type[models.Model]:
    from django.apps import apps

    return apps.get_model(label)
