"""Every filter of every resource: those of the contract are there, and none fails on nonsense."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db.models import Q, QuerySet

from netsot.derive.filterset import LookupFilter
from netsot.kernel import registry
from netsot.kernel.resource import Resource
from tests import factories
from tests.clients import API, superuser
from tests.filtering import filterset
from tests.kernel.filter_contract import contract, missing_filters

pytestmark = pytest.mark.django_db

ALL = list(registry.all_resources())
GARBAGE = [
    "\x00",
    "-1",
    "99999999999999999999",
    "9223372036854775807",
    "abc",
    "",
    "null",
    "(",
    "1/33",
    "2001::/999",
    "10.1.2.3/24",
]
TOGETHER = 40
"""How many filters one query holds."""
LOOKUPS = {"", "any", "ic", "regex", "lt", "empty"}
"""The others ask in the same way."""


def label(resource: Resource) -> str:
    return resource.label


@pytest.mark.skipif(not contract(), reason="the contract is not at hand")
@pytest.mark.parametrize("resource", ALL, ids=label)
def test_it_has_the_filters_of_the_contract_and_no_others(resource: Resource) -> None:
    if f"/api/{resource.path}/" not in contract():
        pytest.skip("it is not in the contract")
    assert missing_filters(resource) == (set(), set())


def narrowed(resource: Resource, text: str, user: Any) -> Iterator[QuerySet[Any]]:
    """What each filter makes of a value, where it takes it."""
    for name in resource.filterset_class.base_filters:
        if name.partition("__")[2] not in LOOKUPS:
            continue
        filters = filterset(resource.label, urlencode({name: text}), user)
        if filters.is_valid():
            yield filters.qs
        else:
            assert set(filters.errors) == {name}


@pytest.mark.parametrize("resource", ALL, ids=label)
def test_nonsense_is_refused_or_finds_something(resource: Resource) -> None:
    user = superuser()
    if "create" in resource.methods:
        factories.one(resource)
    for text in GARBAGE:
        rows = narrowed(resource, text, user)
        while several := list(itertools.islice(rows, TOGETHER)):
            query = Q()
            for found in several:
                query |= Q(pk__in=found.order_by().values("pk"))
            list(resource.model._base_manager.filter(query).values_list("pk")[:5])


def kinds(resource: Resource) -> dict[str, str]:
    """One parameter for each kind of condition and value."""
    found: dict[str, str] = {}
    for name, item in resource.filterset_class.base_filters.items():
        lookup = name.partition("__")[2]
        if isinstance(item, LookupFilter) and lookup in LOOKUPS:
            kind = f"{type(item.condition).__name__} {type(item.value).__name__} {lookup}"
            found.setdefault(kind, name)
    return found


@pytest.mark.parametrize("resource", ALL, ids=label)
def test_nonsense_is_answered_with_200_or_400(resource: Resource) -> None:
    api = API(superuser())
    api.client.raise_request_exception = False
    texts = itertools.islice(itertools.cycle(GARBAGE), ALL.index(resource), None)
    for name, text in zip(kinds(resource).values(), texts, strict=False):
        answer = api.get(f"/api/{resource.path}/?{urlencode({name: text, 'limit': 1})}")
        assert answer.status_code in (200, 400), f"{name}={text!r}: {answer.content[:300]!r}"
        if answer.status_code == 400:
            assert set(answer.json()) == {name}, f"{name}={text!r}: {answer.content[:300]!r}"
