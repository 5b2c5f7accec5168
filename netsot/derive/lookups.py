"""What a filter asks: conditions over columns, relations and custom fields, as queries.

A condition over a related object's column looks only at what the user may view of those objects: it can't be used to
guess at hidden ones.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models import Value as Literal
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce, Concat

from netsot.derive.values import (
    STRINGS,
    TEXTS,
    Boolean,
    Day,
    Fraction,
    Identifier,
    Moment,
    Number,
    Pattern,
    Reference,
    Text,
    Typed,
    Value,
    value_for,
    visible,
)

OPERATORS = {
    "": "exact", "n": "exact", "any": "exact", "ic": "icontains", "nic": "icontains", "ie": "iexact", "nie": "iexact",
    "isw": "istartswith", "nisw": "istartswith", "iew": "iendswith", "niew": "iendswith", "regex": "regex",
    "iregex": "iregex", "lt": "lt", "lte": "lte", "gt": "gt", "gte": "gte", "empty": "isnull",
}  # fmt: skip
NEGATIVE = {"n", "nic", "nie", "nisw", "niew"}
PATTERNS = set(TEXTS.split()) - {"n"}


def split(model: type[models.Model], path: str) -> tuple[str, Any, str]:
    """(relations, field, column name) of a path: `device__status` → ("device", <status of Device>, "status").

    A path that ends at a relation has no column name; what follows a column is a transformation and stays with it.
    """
    steps, current, field = path.split("__"), model, None
    relations: list[str] = []
    for position, step in enumerate(steps):
        try:
            field = current._meta.get_field(step)
        except FieldDoesNotExist:
            raise FieldDoesNotExist(f"{model._meta.label} has no path {path}: {current} has no {step}") from None
        if not field.is_relation:
            return "__".join(relations), field, "__".join(steps[position:])
        relations.append(step)
        current = field.related_model
    return "__".join(relations), field, ""


def related_model(model: type[models.Model], path: str) -> type[models.Model]:
    """The model at the end of a path of relations."""
    for step in path.split("__"):
        model = model._meta.get_field(step).related_model
    return model


def is_many(model: type[models.Model], path: str) -> bool:
    """Whether a path can lead to several objects."""
    for step in path.split("__"):
        field: Any = model._meta.get_field(step)
        if field.one_to_many or field.many_to_many:
            return True
        model = field.related_model
    return False


def reach(model: type[models.Model], path: str, ids: Any) -> Q:
    """The rows of `model` whose `path` leads to one of `ids` (a list or a subquery), each of them once."""
    query = Q(**{f"{path}__pk__in": ids})
    # A join over a to-many relation would repeat rows.
    return Q(pk__in=model._base_manager.filter(query).order_by().values("pk")) if is_many(model, path) else query


def linked(model: type[models.Model], path: str) -> Q:
    """The rows that have anything at a path of relations."""
    query = Q(**{f"{path}__isnull": False})
    return Q(pk__in=model._base_manager.filter(query).order_by().values("pk")) if is_many(model, path) else query


def present(model: type[models.Model], path: str, user: Any) -> Q:
    """The rows that hold something at `path`; over to-many relations only what the user may view counts."""
    relations, field, column = split(model, path)
    if column:
        return ~is_empty(field, path)
    if not is_many(model, path):
        return linked(model, path)
    return reach(model, path, visible(related_model(model, relations), user).values("pk"))


def is_empty(field: Any, name: str) -> Q:
    """The rows whose column holds nothing; of text, also the empty text."""
    query = Q(**{f"{name}__isnull": True})
    texts = (models.CharField, models.TextField, models.FileField)
    return query | Q(**{name: ""}) if isinstance(field, texts) else query


def compare(name: str, values: Sequence[Any], suffix: str, exact: str = "exact") -> Q:
    """The rows where `name` compares to any of the values."""
    operator = exact if OPERATORS[suffix] == "exact" else OPERATORS[suffix]
    known = [value for value in values if value is not None]
    query = Q(**{f"{name}__isnull": True}) if len(known) < len(values) else Q()
    if operator == "exact":
        return query | Q(**{f"{name}__in": known}) if known else query
    for value in known:
        query |= Q(**{f"{name}__{operator}": value})
    return query


class Condition:
    """What a filter asks. `query` gets parsed values and never negates: the filter excludes for `n`, `nic` …"""

    value: Value
    lookups = ""
    label: Any = None

    def query(self, model: type[models.Model], values: list[Any], suffix: str, user: Any) -> Q:
        """The rows of `model` that match."""
        raise NotImplementedError

    def value_of(self, suffix: str) -> Value:
        """How values are read under a lookup."""
        if suffix == "empty":
            return Boolean()
        if suffix in ("regex", "iregex"):
            return Pattern()
        return Text() if suffix in PATTERNS else self.value


class Column(Condition):
    """A column of the object, or of an object it relates to; then of those the user may view."""

    def __init__(
        self, model: type[models.Model], path: str, value: Value | None = None, lookups: str | None = None,
        exact: str = "exact",
    ) -> None:  # fmt: skip
        self.relations, self.field, self.name = split(model, path)
        found = value or value_for(self.field)
        if found is None:
            raise TypeError(f"{model._meta.label}.{path} can't be filtered: give the kind of its value")
        self.value, self.exact = found, exact
        self.lookups = found.lookups if lookups is None else lookups
        self.label = self.field.verbose_name

    def query(self, model: type[models.Model], values: list[Any], suffix: str, user: Any) -> Q:
        if suffix == "empty":
            query = is_empty(self.field, self.name)
            query = query if values[0] else ~query
        else:
            # Hardware addresses are shown in capitals and stored without.
            suffix = "iregex" if suffix == "regex" and isinstance(self.value, Typed) else suffix
            if (counted := getattr(self.field, "to_model", None)) and not self.relations:
                return self._counted(model, visible(apps.get_model(counted), user), values, suffix)
            query = compare(self.name, values, suffix, self.exact)
        if not self.relations:
            return query
        inner = visible(related_model(model, self.relations), user).filter(query)
        return reach(model, self.relations, inner.values("pk"))

    def _counted(self, model: type[models.Model], rows: models.QuerySet[Any], values: list[Any], suffix: str) -> Q:
        """A stored counter; for a user who doesn't see all it counts, the count of what is visible."""
        if not rows.query.where:
            return compare(self.name, values, suffix)
        owner = self.field.to_field
        counts = rows.filter(**{owner: OuterRef("pk")}).values(owner).annotate(found=Count("pk")).values("found")
        counted = model._base_manager.order_by().alias(found=Coalesce(Subquery(counts), Literal(0)))
        return Q(pk__in=counted.filter(compare("found", values, suffix)).values("pk"))


class Relation(Condition):
    """A related object, with `descend` also everything below it in its tree."""

    def __init__(
        self, path: str, value: Value, *, descend: bool = False, lookups: str | None = None, label: Any = None
    ) -> None:
        self.path, self.value, self.descend, self.label = path, value, descend, label
        self.lookups = value.lookups if lookups is None else lookups

    def query(self, model: type[models.Model], values: list[Any], suffix: str, user: Any) -> Q:
        if suffix in PATTERNS:
            kinds = ContentType.objects.annotate(label=Concat("app_label", Literal("."), "model"))
            return reach(model, self.path, kinds.filter(compare("label", values, suffix)).values("pk"))
        ids: Any = [value for value in values if value is not None]
        query = ~linked(model, self.path) if len(ids) < len(values) else Q()
        if not ids:
            return query
        if self.descend:
            ids = related_model(model, self.path).subtree(ids)
        return query | reach(model, self.path, ids)


class Custom(Condition):
    """A custom field. Exact values are found by containment, which the GIN index over the data serves."""

    def __init__(self, definition: Any) -> None:
        self.name, self.label, kind = definition.name, str(definition), definition.type
        self.many = kind in ("multiselect", "multiobject")
        self.loose = kind in ("text", "longtext", "url") and definition.filter_logic == "loose"
        simple: dict[str, Value] = {
            "integer": Number(), "decimal": Fraction(), "boolean": Boolean(), "date": Day(), "datetime": Moment(),
        }  # fmt: skip
        if kind in ("object", "multiobject"):
            self.value = Reference(definition.related_object_type.model_class())
        else:
            self.value = simple.get(kind) or Text()
        self.lookups = "n empty" if self.many or isinstance(self.value, Reference) else self.value.lookups
        if self.loose:
            self.lookups = " ".join(item for item in STRINGS.split() if item not in ("ic", "nic"))

    def query(self, model: type[models.Model], values: list[Any], suffix: str, user: Any) -> Q:
        if suffix == "empty":
            return self._empty() if values[0] else ~self._empty()
        if self.loose and suffix in ("", "n"):
            suffix = "ic"
        query = Q()
        if suffix in PATTERNS:
            for value in values:
                query |= self._text(OPERATORS[suffix], value)
        elif suffix in ("lt", "lte", "gt", "gte"):
            # JSON orders null below everything.
            for value in values:
                query |= Q(**{f"custom_field_data__{self.name}__{suffix}": self._stored(value)})
            query &= ~Q(custom_field_data__contains={self.name: None})
        else:
            for value in values:
                item = self._stored(value)
                wanted = {self.name: [item] if self.many else item}
                query |= self._empty() if value is None else Q(custom_field_data__contains=wanted)
        return query

    def _empty(self) -> Q:
        return self._text("in", ["", "[]"])

    def _text(self, operator: str, value: Any) -> Q:
        # Without the empty text for rows that lack the field, the negated lookups would miss them.
        column = models.TextField()
        text = Coalesce(KeyTextTransform(self.name, "custom_field_data"), Literal(""), output_field=column)
        return Q(column.get_lookup(operator)(text, value))

    def _stored(self, value: Any) -> Any:
        """The value as the JSON holds it."""
        if isinstance(value, Decimal):
            return int(value) if value == value.to_integral_value() else float(value)
        return value.isoformat() if isinstance(value, datetime.date) else value


class Presence(Condition):
    """Whether any of `paths` leads to something the user may view."""

    def __init__(self, *paths: str) -> None:
        self.paths, self.value = paths, Boolean()

    def query(self, model: type[models.Model], values: list[Any], suffix: str, user: Any) -> Q:
        query = Q()
        for path in self.paths:
            query |= present(model, path, user)
        return query if values[0] else ~query


class Truth(Condition):
    """Whether a query holds; where it is unknown, it doesn't."""

    def __init__(self, query: Q) -> None:
        self.condition, self.value = query, Boolean()

    def query(self, model: type[models.Model], values: list[Any], suffix: str, user: Any) -> Q:
        return self.condition if values[0] else ~self.condition


class Method(Condition):
    """What a MethodFilter asks."""

    def __init__(self, function: Callable[[Any, Any], Any], value: Value, lookups: str = "") -> None:
        self.function, self.value, self.lookups = function, value, lookups

    def query(self, model: type[models.Model], values: list[Any], suffix: str, user: Any) -> Q:
        queryset = self.function(model._base_manager.order_by(), values[0] if self.value.single else values)
        return Q(pk__in=queryset.order_by().values("pk"))


class Named(Method):
    """What a function asks about objects named by the column `by` of `target`; it gets their ids.

    What nothing is called, or only what the user may not view, finds nothing; a MethodFilter with a target refuses it.
    """

    def __init__(
        self, function: Callable[[Any, Any], Any], target: str, by: str = "pk", *, lookups: str = "", label: Any = None
    ) -> None:
        self.target, self.by, self.label = target, by, label
        super().__init__(function, Reference(target, by).column_value(), lookups)

    def query(self, model: type[models.Model], values: list[Any], suffix: str, user: Any) -> Q:
        named = visible(apps.get_model(self.target), user).filter(**{f"{self.by}__in": values})
        return super().query(model, list(named.values_list("pk", flat=True)), suffix, user)


class Search(Condition):
    """`q`: any part of the columns the Resource searches."""

    def __init__(self, function: Callable[[str], Q]) -> None:
        self.function, self.value = function, Text()
        self.value.single = True

    def query(self, model: type[models.Model], values: list[Any], suffix: str, user: Any) -> Q:
        return self.function(values[0].strip())


class Tagged(Condition):
    """Tags: all of those named; `n` none of them, `any` one of them."""

    lookups = "n any"

    def __init__(self, by: str) -> None:
        self.value = Reference("extras.Tag", by)

    def query(self, model: type[models.Model], values: list[Any], suffix: str, user: Any) -> Q:
        kind = ContentType.objects.get_for_model(model)
        rows = apps.get_model("extras", "TaggedItem")._base_manager.filter(content_type=kind)
        parts = [
            ~Q(pk__in=rows.values("object_id")) if tag is None else Q(pk__in=rows.filter(tag=tag).values("object_id"))
            for tag in values
        ]
        query = parts[0]
        for part in parts[1:]:
            query = query & part if suffix == "" else query | part
        return query


class ChangedBy(Condition):
    """Objects that one request created or changed. Request ids can't be guessed: whoever has one made the request."""

    def __init__(self, *actions: str) -> None:
        self.actions, self.value = actions, Identifier()

    def query(self, model: type[models.Model], values: list[Any], suffix: str, user: Any) -> Q:
        changes = apps.get_model("core", "ObjectChange")._base_manager.filter(
            changed_object_type=ContentType.objects.get_for_model(model),
            request_id=values[0],
            action__in=self.actions,
        )
        return Q(pk__in=changes.values("changed_object_id"))
