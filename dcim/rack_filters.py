"""Filters over racks, reservations and virtual chassis that the models can't tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import models
from django.db.models import Func, Q, QuerySet
from django.db.models.lookups import GreaterThan, GreaterThanOrEqual, LessThan, LessThanOrEqual

from netsot.derive.filterset import MethodFilter, Path
from netsot.derive.lookups import Condition
from netsot.derive.values import NUMBERS, Number

RACK: Mapping[str, Any] = {
    "serial": Path("serial", exact="iexact"),
    "manufacturer": Path("rack_type__manufacturer"),
}


def _extreme(which: str) -> Func:
    """The lowest or highest unit of a reservation."""
    return Func(
        models.F("units"),
        function=which,
        template="(SELECT %(function)s(unit) FROM unnest(%(expressions)s) AS unit)",
        output_field=models.IntegerField(),
    )


class Units(Condition):
    """Reservations with any unit that compares to any of the values."""

    lookups = NUMBERS
    comparisons = {
        "lt": (LessThan, "min"),
        "lte": (LessThanOrEqual, "min"),
        "gt": (GreaterThan, "max"),
        "gte": (GreaterThanOrEqual, "max"),
    }

    def __init__(self) -> None:
        self.value = Number()

    def query(self, model: type[models.Model], values: list[Any], suffix: str, user: Any) -> Q:
        if suffix == "empty":
            return Q(units__len=0) if values[0] else ~Q(units__len=0)
        if suffix not in self.comparisons:
            # Units are small numbers; a larger one is in no reservation, and doesn't fit the column.
            return Q(units__overlap=[value for value in values if 0 <= value <= LARGEST_UNIT])
        comparison, which = self.comparisons[suffix]
        query = Q()
        for value in values:
            query |= Q(comparison(_extreme(which), value))
        return query


LARGEST_UNIT = 32767


def at_least(queryset: QuerySet[Any], counts: Sequence[int]) -> QuerySet[Any]:
    """Reservations of that many units or more."""
    return queryset.filter(units__len__gte=min(counts))


def at_most(queryset: QuerySet[Any], counts: Sequence[int]) -> QuerySet[Any]:
    """Reservations of that many units or fewer."""
    return queryset.filter(units__len__lte=max(counts))


RACK_RESERVATION: Mapping[str, Any] = {
    "region": Path("rack__site__region", descend=True),
    "site_group": Path("rack__site__group", descend=True),
    "site": Path("rack__site"),
    "location": Path("rack__location", descend=True),
    "group": Path("rack__group"),
    "unit": Units(),
    "unit_count_min": MethodFilter(at_least, value="number"),
    "unit_count_max": MethodFilter(at_most, value="number"),
}

VIRTUAL_CHASSIS: Mapping[str, Any] = {
    "region": Path("master__site__region", descend=True),
    "site_group": Path("master__site__group", descend=True),
    "site": Path("master__site"),
    "tenant": Path("master__tenant"),
}
