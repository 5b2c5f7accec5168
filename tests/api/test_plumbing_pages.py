"""Pages by limit and offset, and by cursor."""

from __future__ import annotations

import pytest
from django.contrib.contenttypes.models import ContentType

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.api.plumbing_urls")]


def get(client, query):
    return client.get(f"/api/numbers/?{query}")


@pytest.fixture
def ids():
    return sorted(ContentType.objects.values_list("pk", flat=True))


def test_limit_and_offset(client, ids):
    page = get(client, "limit=3&offset=3&x=y").json()
    assert page["results"] == ids[::-1][3:6]
    assert page["count"] == len(ids)
    assert page["next"] == "http://testserver/api/numbers/?limit=3&offset=6&x=y"
    assert page["previous"] == "http://testserver/api/numbers/?limit=3&x=y"
    assert get(client, "limit=3&offset=6").json()["previous"].endswith("limit=3&offset=3")


def test_a_page_costs_two_queries(client, django_assert_num_queries):
    for query in ("limit=2", "limit=2&start=1"):
        with django_assert_num_queries(2):
            get(client, query)


@pytest.mark.parametrize("query", ["limit=abc", "limit=-5", "limit=", "offset=-1", "offset=abc", "limit=1.5"])
def test_nonsense_means_the_default(client, query, ids, settings):
    settings.PAGINATE_COUNT = 7
    assert get(client, query).json()["results"] == ids[::-1][:7]


def test_zero_and_too_many_mean_the_most(client, settings, ids):
    settings.MAX_PAGE_SIZE = 4
    for query in ("limit=0", "limit=5", f"limit={10**40}", f"limit={2**63}"):
        page = get(client, query).json()
        assert len(page["results"]) == 4
        assert "limit=4&offset=4" in page["next"]
    settings.MAX_PAGE_SIZE = 0
    assert len(get(client, "limit=0").json()["results"]) == len(ids)


@pytest.mark.parametrize("offset", ["100000", str(2**63), "9" * 40, "9" * 5000])
def test_beyond_the_end_there_is_nothing(client, offset):
    page = get(client, f"offset={offset}").json()
    assert page["results"] == []
    assert page["next"] is None


def test_the_cursor_reads_everything_once_without_a_count(client, ids):
    found, address = [], "/api/numbers/?limit=5&start=0"
    while address:
        page = client.get(address).json()
        assert page["count"] is None
        assert page["previous"] is None
        found += page["results"]
        address = page["next"]
    assert found == ids


def test_the_cursor_says_where_to_go_on(client, ids):
    page = get(client, f"limit=2&start={ids[1]}").json()
    assert page["results"] == ids[1:3]
    assert page["next"] == f"http://testserver/api/numbers/?limit=2&start={ids[2] + 1}"
    assert get(client, f"limit=2&start={ids[-1]}").json()["next"] is None


@pytest.mark.parametrize("query", ["start=0&offset=0", "start=-1", "start=x", "start="])
def test_a_wrong_cursor_is_refused(client, query):
    assert get(client, query).status_code == 400


@pytest.mark.parametrize("start", [str(2**63 - 1), str(2**63), "9" * 40, "9" * 5000])
def test_a_cursor_beyond_the_end_finds_nothing(client, start):
    assert get(client, f"start={start}").json() == {"count": None, "next": None, "previous": None, "results": []}
