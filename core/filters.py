"""Filters over the change log.

A recorded name may hold that of a related object: it is looked at only where the user may view all of those, as it is
shown only then.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet

from core.models import ObjectChange
from netsot.derive.filterset import MethodFilter, Path
from netsot.derive.lookups import Column, Relation, Search
from netsot.derive.values import ObjectType
from netsot.kernel import access


def named_by(model: type[Model] | None) -> Iterator[type[Model]]:
    """The kinds of related objects whose names are part of the names of a model's objects."""
    for path in getattr(model, "display_fields", ()):
        related: Any = model
        for step in path.split("__")[:-1]:
            related = related._meta.get_field(step).related_model
            yield related


def _readable(user: Any) -> Q:
    """Changes of objects whose recorded names the user may read."""
    models = apps.get_models()
    veiled = [model for model in models if not all(access.is_unlimited(user, kind, "view") for kind in named_by(model))]
    kinds = ContentType.objects.get_for_models(*veiled, for_concrete_models=False).values()
    return ~Q(changed_object_type__in=[kind.pk for kind in kinds])


class RecordedName(Column):
    """The name of the changed object at the time."""

    def query(self, model: type[Model], values: list[Any], suffix: str, user: Any) -> Q:
        """The changes whose names match."""
        return super().query(model, values, suffix, user) & _readable(user)


class SearchChanges(Search):
    """`q`: who changed, what was changed, and why."""

    def __init__(self) -> None:
        super().__init__(lambda text: Q(user_name__icontains=text) | Q(message__icontains=text))

    def query(self, model: type[Model], values: list[Any], suffix: str, user: Any) -> Q:
        """The changes in which the text stands."""
        named = Q(object_repr__icontains=values[0].strip()) & _readable(user)
        return super().query(model, values, suffix, user) | named


OBJECT_CHANGE: Mapping[str, Any] = {
    "q": SearchChanges(),
    "time": None,
    "time_after": Path("time", exact="gte", lookups=""),
    "time_before": Path("time", exact="lte", lookups=""),
    "message": None,
    "object_repr": RecordedName(ObjectChange, "object_repr"),
    "changed_object_type_id": Path("changed_object_type"),
    "related_object_type": Relation("related_object_type", ObjectType()),
    "related_object_id": Path("related_object_id"),
}


def with_features(queryset: QuerySet[Any], names: Sequence[str]) -> QuerySet[Any]:
    """Types of objects that have any of the features."""
    return queryset.filter(features__overlap=list(names))


OBJECT_TYPE: Mapping[str, Any] = {"features": MethodFilter(with_features)}
