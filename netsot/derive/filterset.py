"""The filter set of a Resource: what `?name=value` can ask for.

Derived from the model: every column with the lookups of its type, every reference by id (`site_id`) and by the name
people use (`site`), trees with their descendants, tags, owners, tenants, contacts, places, who changed it in which
request, the search `q`, and custom fields (`cf_<name>`). What the model can't tell stands in `Resource.filters`:

    filters = {
        # Another way to a column or a related object. A path that ends at a relation gives two filters, by natural key
        # and by id: region, region_id. A name in `_id`, or an explicit `by`, gives exactly that one.
        "region": Path("device__site__region", descend=True),
        "parent_bay_id": Path("parent_bay"),
        "device_type": Path("device__device_type", by="model"),
        "contact": Path("contacts__contact", by="pk"),
        "device_status": Path("device__status"),
        "name": Path("name", exact="iexact"),
        "time_after": Path("time", exact="gte", lookups=""),
        "mask_length": Path("prefix__mask_length", value="number", lookups="gte lte"),
        # Yes or no: whether any of the paths leads to something.
        "console_ports": Presence("consoleports"),
        "has_primary_ip": Presence("primary_ip4", "primary_ip6"),
        # Yes or no: whether a query over the object's own columns holds.
        "has_front_image": Truth(~Q(front_image="")),
        # Anything else: a function that narrows a queryset. `value` is a kind of `values.VALUES` ("text", "number",
        # "decimal", "boolean", "date", "datetime", "uuid", "object_type"): it gets the parsed values as a list, of a
        # boolean the value itself.
        "within": MethodFilter(within),                                # def within(queryset, values)
        "occupied": MethodFilter(occupied, value="boolean"),           # def occupied(queryset, value)
        # With `target`, the values name objects: the function gets the ids of those the user may view. Two filters,
        # by natural key and by id, as for paths. Others are refused; with `lookups.Named` they find nothing.
        "present_in_vrf": MethodFilter(present_in_vrf, target="ipam.VRF"),
        # Gone, with its lookups; `untagged_vlan` is another name.
        "untagged_vlan_id": None,
    }

A Resource may replace the search by `def search_query(self, text) -> Q`, and the whole layer by a nested
`class FilterSet` of ordinary django-filter filters.

Related objects are looked up among what the user of the request may view: hidden ones are refused like unknown ones.
Only the filters that a query string names are built into a request's filter set.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.apps import apps
from django.core.validators import ProhibitNullCharactersValidator
from django.db import models
from django.db.models import Q
from django.http import QueryDict
from django.utils.text import capfirst
from django_filters import Filter, FilterSet

from netsot.derive.lookups import (
    NEGATIVE,
    ChangedBy,
    Column,
    Condition,
    Custom,
    Method,
    Presence,
    Relation,
    Search,
    Tagged,
    Truth,
    related_model,
    split,
)
from netsot.derive.values import TEXTS, VALUES, ObjectType, Reference, natural_key, value_for
from netsot.kernel import custom_fields
from netsot.kernel.introspection import FieldInfo, Kind, has_feature

if TYPE_CHECKING:
    from netsot.kernel.resource import Resource


@dataclass(frozen=True)
class Path:
    """A column or related object at the end of `path`; see the module's examples."""

    path: str
    by: str = ""
    descend: bool = False
    lookups: str | None = None
    exact: str = "exact"
    value: str = ""


@dataclass(frozen=True)
class MethodFilter:
    """A filter by `function(queryset, values)`; see the module's examples."""

    function: Callable[[Any, Any], Any]
    value: str = "text"
    target: str = ""
    by: str = ""
    lookups: str = ""


class ManyTexts(forms.TextInput):
    """Reads a parameter that may be given several times."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        found = data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])
        found = found if isinstance(found, list | tuple) else [found]
        return [str(text) for text in found if text not in (None, "")]


class Values(forms.Field):
    """The form field of a filter: parses all values of the parameter."""

    widget = ManyTexts

    def __init__(self, lookup: LookupFilter, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.lookup = lookup

    def clean(self, value: Any) -> list[Any]:
        texts: list[str] = value or []
        for text in texts:
            ProhibitNullCharactersValidator()(text)
        if not texts:
            return []
        parser = self.lookup.value
        request = getattr(getattr(self.lookup, "parent", None), "request", None)
        wanted = texts[-1:] if parser.single else list(dict.fromkeys(texts))
        return parser.parse_all(wanted, getattr(request, "user", None))


class LookupFilter(Filter):
    """One filter of a resource: a condition under one lookup."""

    def __init__(self, name: str, condition: Condition, suffix: str = "") -> None:
        super().__init__(name, label=condition.label and capfirst(condition.label), exclude=suffix in NEGATIVE)
        self.condition, self.suffix, self.value = condition, suffix, condition.value_of(suffix)

    @property
    def field(self) -> Values:
        """A form field bound to this filter, and through it to the user of the request."""
        return Values(self, label=self.label, required=False)

    @property
    def schema(self) -> dict[str, Any]:
        """The parameter's JSON schema."""
        item = dict(self.value.schema)
        return item if self.value.single else {"type": "array", "items": item}

    def filter(self, qs: models.QuerySet[Any], value: list[Any]) -> models.QuerySet[Any]:
        """Narrow `qs` to what matches any of the values; nothing given narrows nothing."""
        if not value:
            return qs
        query = self.condition.query(qs.model, value, self.suffix, getattr(self.parent.request, "user", None))
        return qs.exclude(query) if self.exclude else qs.filter(query)


class ResourceFilterSet(FilterSet):
    """Base of every derived filter set."""

    resource: Resource

    def __init__(
        self, data: Mapping[str, Any] | None = None, queryset: Any = None, *, request: Any = None,
        prefix: str | None = None,
    ) -> None:  # fmt: skip
        self.is_bound = data is not None
        self.data = QueryDict() if data is None else data
        self.queryset = self._meta.model._default_manager.all() if queryset is None else queryset
        self.request, self.form_prefix = request, prefix
        self.filters = {}
        for name, found in self._wanted():
            # Hand-written filters keep state; ours have none but the filter set they belong to.
            filter_ = copy.copy(found) if isinstance(found, LookupFilter) else copy.deepcopy(found)
            filter_.parent, filter_.model = self, self.queryset.model
            self.filters[name] = filter_

    def _wanted(self) -> Iterator[tuple[str, Filter]]:
        if not self.is_bound:
            yield from self.base_filters.items()
            return
        start = f"{self.form_prefix}-" if self.form_prefix else ""
        for name in self.data:
            found = self.find(name.removeprefix(start))
            if isinstance(found, LookupFilter):
                yield name.removeprefix(start), found
        for name, found in self.base_filters.items():
            # One filter of django-filter may read several parameters.
            if not isinstance(found, LookupFilter):
                yield name, found

    @classmethod
    def find(cls, name: str) -> Filter | None:
        """The filter of a parameter, a custom field's included."""
        found = cls.base_filters.get(name)
        if found is None and name.startswith("cf_"):
            root, _separator, suffix = name.removeprefix("cf_").partition("__")
            definition = next((item for item in cls._definitions() if item.name == root), None)
            if definition is not None:
                found = expand(f"cf_{root}", Custom(definition)).get(f"cf_{root}{'__' if suffix else ''}{suffix}")
        return found

    @classmethod
    def custom_filters(cls) -> dict[str, Filter]:
        """The filters of all custom fields, for the schema and for forms."""
        found: dict[str, Filter] = {}
        for definition in cls._definitions():
            found |= expand(f"cf_{definition.name}", Custom(definition))
        return found

    @classmethod
    def _definitions(cls) -> Sequence[Any]:
        if not has_feature(cls._meta.model, "custom_fields"):
            return ()
        defined = custom_fields.provider().fields(cls._meta.model)
        return [item for item in defined if item.filter_logic != "disabled" and item.type != "json"]


def _tree(path: str, by: str = "") -> Path:
    return Path(path, by=by, descend=True)


FAMILIES: tuple[tuple[tuple[str, ...], dict[str, Path | Condition]], ...] = (
    (("owner",), {"owner_group": Path("owner__group")}),
    (("tenant",), {"tenant_group": _tree("tenant__group")}),
    (
        ("contacts",),
        {
            "contact": Path("contacts__contact", by="pk"),
            "contact_role": Path("contacts__role", by="pk"),
            "contact_group": _tree("contacts__contact__groups", by="pk"),
        },
    ),
    (("parent", "slug"), {"ancestor": _tree("parent")}),
    (("site",), {"region": _tree("site__region"), "site_group": _tree("site__group")}),
    (("_region", "_site"), {"region": _tree("_region"), "site": Path("_site")}),
    (("_site_group", "_location"), {"site_group": _tree("_site_group"), "location": _tree("_location")}),
    (
        ("device", "_site", "_location", "_rack"),
        {
            "region": _tree("device__site__region"),
            "site_group": _tree("device__site__group"),
            "site": Path("_site"),
            "location": Path("_location"),
            "rack_id": Path("_rack"),
            "rack": Path("_rack", by="name"),
            "tenant": Path("device__tenant"),
            "device_role": Path("device__role"),
            "device_type_id": Path("device__device_type"),
            "device_type": Path("device__device_type", by="model"),
            "device_status": Path("device__status"),
            "virtual_chassis_id": Path("device__virtual_chassis"),
            "virtual_chassis": Path("device__virtual_chassis", by="name"),
        },
    ),
    (
        ("cable", "mark_connected"),
        {
            "cabled": Presence("cable"),
            "cable_end": Path("cable_end"),
            "cable_connector": Path("cable_connector"),
            "occupied": Truth(Q(cable__isnull=False) | Q(mark_connected=True)),
        },
    ),
    (("_path",), {"connected": Truth(Q(_path__is_active=True))}),
)
"""Filters that follow from the columns a model has."""


def derive(resource: Resource) -> type[ResourceFilterSet]:
    """The filter set class with every filter of the resource."""
    declared: dict[str, dict[str, Filter]] = {}

    def declare(name: str, declaration: Any) -> None:
        for root, filters in _roots(resource, name, declaration):
            declared[root] = filters

    model = resource.model
    declare("id", Path("id"))
    for info in resource.infos.values():
        if info.name not in resource.secret:
            for name, declaration in _from_field(resource, info):
                declare(name, declaration)
    columns = {field.name for field in (*model._meta.concrete_fields, *model._meta.private_fields)}
    for needed, filters in FAMILIES:
        if columns.issuperset(needed):
            for name, declaration in filters.items():
                declare(name, declaration)
    if has_feature(model, "change_logging"):
        declare("created_by_request", ChangedBy("create"))
        declare("updated_by_request", ChangedBy("update"))
        declare("modified_by_request", ChangedBy("create", "update"))
    if search := _search(resource):
        declare("q", Search(search))
    for name, declaration in resource.filters.items():
        if declaration is None:
            declared.pop(name, None)
        else:
            declare(name, declaration)

    attributes: dict[str, Any] = {name: item for filters in declared.values() for name, item in filters.items()}
    bases: tuple[type[Any], ...] = (ResourceFilterSet,)
    if own := getattr(type(resource), "FilterSet", None):
        bases = (own,) if issubclass(own, ResourceFilterSet) else (own, ResourceFilterSet)
        attributes = {name: item for name, item in attributes.items() if name not in own.declared_filters}
    attributes |= {
        "Meta": type("Meta", (), {"model": model, "fields": []}),
        "resource": resource,
        "__module__": type(resource).__module__,
    }
    return type(f"{model.__name__}FilterSet", bases, attributes)


def expand(name: str, condition: Condition) -> dict[str, Filter]:
    """The filters of a condition, one per lookup: name, name__n, name__ic …"""
    found: dict[str, Filter] = {name: LookupFilter(name, condition)}
    for suffix in condition.lookups.split():
        found[f"{name}__{suffix}"] = LookupFilter(name, condition, suffix)
    return found


def _roots(resource: Resource, name: str, item: Any) -> Iterator[tuple[str, dict[str, Filter]]]:
    """(name, filters by full name) for the one or two filters that a declaration stands for."""
    model = resource.model
    if isinstance(item, Filter):
        yield name, {name: item}
    elif isinstance(item, Condition):
        yield name, expand(name, item)
    elif isinstance(item, MethodFilter) and not item.target:
        yield name, expand(name, Method(item.function, VALUES[item.value](), item.lookups))
    elif isinstance(item, MethodFilter):
        for root, by in _pair(name, apps.get_model(item.target), item.by):
            yield root, expand(root, Method(item.function, Reference(item.target, by), item.lookups))
    elif (found := split(model, item.path))[2]:
        value = VALUES[item.value]() if item.value else None
        yield name, expand(name, Column(model, item.path, value, item.lookups, item.exact))
    else:
        target = related_model(model, item.path)
        label = getattr(found[1], "verbose_name", None)
        for root, by in _pair(name, target, item.by):
            relation = Relation(
                item.path, Reference(target, by), descend=item.descend, lookups=item.lookups, label=label
            )
            yield root, expand(root, relation)


def _pair(name: str, target: type[models.Model], by: str) -> Iterator[tuple[str, str]]:
    """(filter name, column that names the object)."""
    if by or name.endswith("_id"):
        yield name, by or "pk"
        return
    if key := natural_key(target):
        yield name, key
    yield f"{name}_id", "pk"


def _from_field(resource: Resource, info: FieldInfo) -> Iterator[tuple[str, Path | Condition]]:
    """The filters that follow from one field of the API."""
    name, path = info.name.strip("_"), info.source
    match info.kind:
        case Kind.VALUE | Kind.CHOICE:
            if value_for(info.column) is not None:
                yield name, Path(path)
        case Kind.REFERENCE:
            # `parent` asks for direct children; `ancestor` includes everything below.
            yield name, Path(path, descend=hasattr(info.target, "subtree") and name != "parent")
        case Kind.REFERENCES if isinstance(info.column, models.ManyToManyField):
            yield name.removesuffix("s"), Path(path, descend=hasattr(info.target, "subtree"))
        case Kind.OBJECT_TYPE:
            yield name, Relation(path, ObjectType(), label=info.label)
        case Kind.OBJECT_TYPES:
            yield name.removesuffix("s"), Relation(path, ObjectType(), lookups=TEXTS, label=info.label)
            yield name.removesuffix("s") + "_id", Path(path)
        case Kind.TAGS:
            yield "tag", Tagged("slug")
            yield "tag_id", Tagged("pk")


def _search(resource: Resource) -> Callable[[str], Q] | None:
    """The Resource's own search, or one over the columns it weighs, or over what its names are made of."""
    if own := getattr(resource, "search_query", None):
        return own
    columns = {field.name: field for field in resource.model._meta.concrete_fields}
    names = [name for name in resource.search if name in columns and name not in resource.secret]
    if not names:
        usual = ("name", "label", "description")
        names = [name for name in usual if isinstance(columns.get(name), models.CharField)]
    if not names:
        return None

    def search(text: str) -> Q:
        query = Q()
        for name in names:
            query |= Q(**{f"{name}__icontains": text})
        return query

    return search
