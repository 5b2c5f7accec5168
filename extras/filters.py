"""Filters over tags and sets of choices that the models can't tell: parts of the `filters` of the resources."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.lookups import Overlap
from django.db.models import CharField, F, Func, Model, Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.db.models.lookups import Contains

from extras import base_choices
from extras.choices import CustomFieldChoiceSetBaseChoices
from extras.models import TaggedItem
from netsot.derive.filterset import MethodFilter, Path
from netsot.derive.lookups import Condition
from netsot.derive.values import Number, ObjectType, Value, visible


class TagsOn(Condition):
    """Tags on objects of some types, as far as the user may view those."""

    def __init__(self, value: Value) -> None:
        self.value = value

    def query(self, model: type[Model], values: list[Any], suffix: str, user: Any) -> Q:
        """The tags of the tagged objects."""
        kinds = [value for value in values if value is not None]
        return Q(pk__in=visible(TaggedItem, user).filter(content_type__in=kinds).values("tag"))


def usable_on(queryset: QuerySet[Any], kinds: Sequence[int]) -> QuerySet[Any]:
    """Tags for objects of some types: those that name one of them, and those that name none."""
    named = queryset.model.object_types.through._base_manager.filter(contenttype__in=kinds).values("tag")
    return queryset.filter(Q(object_types__isnull=True) | Q(pk__in=named))


TAG: Mapping[str, Any] = {
    "content_type": TagsOn(ObjectType()),
    "content_type_id": TagsOn(Number()),
    "for_object_type_id": MethodFilter(usable_on, value="number"),
    "object_type": None,
    "object_type_id": None,
    "object_types": Path("object_types", by="pk"),
}


def with_choice(queryset: QuerySet[Any], values: Sequence[str]) -> QuerySet[Any]:
    """Sets that offer any of the values, among their own choices or in the list they start from."""
    wanted = set(values)
    lists = [
        name
        for name in CustomFieldChoiceSetBaseChoices.values()
        if wanted & {value for value, _label in base_choices.load(name)}
    ]
    # The first column of the pairs.
    own = Func(F("extra_choices"), template="((%(expressions)s)[:][1:1])::text[]", output_field=ArrayField(CharField()))
    return queryset.filter(Q(base_choices__in=lists) | Q(Overlap(own, list(values))))


def with_color(queryset: QuerySet[Any], values: Sequence[str]) -> QuerySet[Any]:
    """Sets that use a colour, or that colour a choice."""
    stored, query = Cast(F("choice_colors"), TextField()), Q()
    for value in values:
        query |= Q(Contains(stored, json.dumps(value, ensure_ascii=False)))
    return queryset.filter(query)


CHOICE_SET: Mapping[str, Any] = {
    "choice": MethodFilter(with_choice),
    "choice_colors": MethodFilter(with_color),
}
