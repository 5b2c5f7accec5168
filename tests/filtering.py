"""What a query string finds and what it refuses, as the filter set of a resource sees it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from django.http import QueryDict

from netsot.kernel import registry


def filterset(label: str, query: str, user: Any) -> Any:
    """The filter set of a resource for a query string."""
    resource = registry.resource_for(label)
    return resource.filterset_class(QueryDict(query), resource.queryset(), request=SimpleNamespace(user=user))


def found(label: str, query: str, user: Any, column: str = "name") -> set[str]:
    """One column of what is found, as text; no object may be there twice."""
    filters = filterset(label, query, user)
    assert filters.is_valid(), filters.errors
    ids = list(filters.qs.values_list("pk", flat=True))
    assert len(ids) == len(set(ids)), "an object is listed twice"
    return {str(value) for value in filters.qs.values_list(column, flat=True)}


def refused(label: str, query: str, user: Any) -> set[str]:
    """The names of the parameters that are refused."""
    filters = filterset(label, query, user)
    assert not filters.is_valid(), f"{query} was accepted"
    return set(filters.errors)
