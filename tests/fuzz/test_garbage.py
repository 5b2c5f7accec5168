"""What no client sends on purpose, over real HTTP: refused with a 4xx that says why, and the server goes on."""

from __future__ import annotations

import json
import socket
from typing import Any

import pytest

from tests.live import Live

pytestmark = pytest.mark.slow

SITES = "/api/dcim/sites/"
REFUSED = {400, 404, 405, 409, 411, 412, 413, 415, 417, 422}

BODIES = {
    "empty": b"",
    "spaces": b"   ",
    "no JSON": b"{name: x}",
    "cut off": b'{"name": "x"',
    "two documents": b'{"name": "x"} {"name": "y"}',
    "invalid UTF-8": b'{"name": "\xff\xfe", "slug": "x"}',
    "UTF-16": '{"name": "x", "slug": "x"}'.encode("utf-16"),
    "lone surrogate": b'{"name": "\\ud800", "slug": "x"}',
    "NUL escaped": b'{"name": "a\\u0000b", "slug": "x"}',
    "NUL raw": b'{"name": "a\x00b", "slug": "x"}',
    "NUL in a key": b'{"na\\u0000me": "x", "name": "x\\u0000", "slug": "x"}',
    "NaN": b'{"name": "x", "slug": "x", "latitude": NaN}',
    "infinity": b'{"name": "x", "slug": "x", "latitude": Infinity}',
    "huge float": b'{"name": "x", "slug": "x", "latitude": 1e400}',
    "huge integer": b'{"name": "x", "slug": "x", "region": ' + b"9" * 5000 + b"}",
    "deep list": b"[" * 50_000 + b"]" * 50_000,
    "deep object": b'{"a":' * 20_000 + b"1" + b"}" * 20_000,
    "list for a text": b'{"name": ["x"], "slug": {"a": 1}}',
    "object for a list": b'{"name": "x", "slug": "x", "tags": {"name": "x"}}',
    "list for a reference": b'{"name": "x", "slug": "x", "region": [1]}',
    "deep reference": b'{"name": "x", "slug": "x", "region": {"parent": {"parent": {"parent": {"id": {}}}}}}',
    "lookup in a reference": b'{"name": "x", "slug": "x", "region": {"name__regex": "("}}',
    "columns of others in a reference": b'{"name": "x", "slug": "x", "tenant": {"group__name": "x"}}',
    "text for custom fields": b'{"name": "x", "slug": "x", "custom_fields": "x"}',
    "list for custom fields": b'{"name": "x", "slug": "x", "custom_fields": [1]}',
    "list of nothing": b'[null, 1, [], "x"]',
}


@pytest.mark.parametrize("name", BODIES)
def test_a_body(live: Live, name: str) -> None:
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        answer = live.request(method, SITES, raw=BODIES[name])
        assert answer.status in REFUSED, (method, answer.status, answer.body[:300])
        assert answer.json(), method
        assert answer.headers["api-version"] == "4.6"


@pytest.mark.parametrize(
    "kind",
    ["", "text/plain", "application/xml", "application/json; charset=latin-1", "application/json; charset=nonsense",
     "multipart/form-data", "multipart/form-data; boundary=", "application/x-www-form-urlencoded", "x", "application/",
     "application/json; version=1.0; indent=99999999999999999999", "; charset=utf-8", "*/*"],
)  # fmt: skip
def test_a_type_of_content(live: Live, kind: str) -> None:
    answer = live.request("POST", SITES, raw=b"name=x&slug=x", Content_Type=kind)
    assert answer.status in REFUSED, (answer.status, answer.body[:300])
    assert answer.json()


@pytest.mark.parametrize(
    "accept",
    ["text/csv", "x", "application/json; indent=x", "application/json; indent=999999999", ";;;", "text/html;q=x"],
)
def test_a_type_to_accept(live: Live, accept: str) -> None:
    answer = live.request("GET", f"{SITES}?limit=1", Accept=accept)
    assert answer.status in (200, 406), answer.status


@pytest.mark.parametrize("tag", ["x", '"', 'W/"x"', '"x", W/"y", *', ",,,", '"' + "x" * 7000 + '"'])
def test_a_version(live: Live, tag: str) -> None:
    site = _site(live, f"etag {len(tag)} {tag[:6]}")
    for name in ("If_Match", "If_None_Match"):
        answer = live.request("GET" if name == "If_None_Match" else "PATCH", f"{SITES}{site}/", {}, **{name: tag})
        assert answer.status in (200, 304, 412), answer.status


@pytest.mark.parametrize(
    "header",
    ["Token", "Token ", "Bearer", "Bearer nbt_", "Bearer nbt_.", "Bearer nbt_x.y.z", "Basic eDp5", "Token " + "0" * 40,
     "Token " + "x" * 5000, "Nonsense 1 2 3", "Token \x80\xff", "AuthToken a:b"],
)  # fmt: skip
def test_a_token(live: Live, header: str) -> None:
    answer = live.request("GET", SITES, Authorization=header)
    assert answer.status == 403, (answer.status, answer.body[:300])
    assert answer.headers["api-version"] == "4.6"


IDS = [
    [1, 1],
    [{"id": 1}, {"id": 1}],
    [{"id": 10**30}],
    [{"id": -1}],
    [{"id": "1 OR 1=1"}],
    [{"id": None}],
    [{"id": [1]}],
    [{}],
    [{"id": 1.5}],
    [{"id": True}],
    list(range(10**6, 10**6 + 10_000)),
    [{"id": pk} for pk in range(10**6, 10**6 + 10_000)],
]


@pytest.mark.parametrize("rows", IDS, ids=lambda rows: f"{len(rows)} {str(rows[0])[:20]}")
def test_ids_of_many(live: Live, rows: list[Any]) -> None:
    for method in ("PUT", "PATCH", "DELETE"):
        answer = live.request(method, SITES, rows)
        assert answer.status in (400, 404), (method, answer.status, answer.body[:300])
    assert live.request("GET", f"{SITES}?limit=1").status == 200


def test_ten_thousand_ids_in_a_filter_of_a_body_and_a_long_query(live: Live) -> None:
    tags = live.request("POST", SITES, {"name": "many tags", "slug": "many-tags", "tags": list(range(1, 10_001))})
    assert tags.status == 400
    query = "&".join(f"id={pk}" for pk in range(1000))
    assert live.request("GET", f"{SITES}?limit=1&{query}").status == 200
    # Longer than a request line may be.
    assert live.request("GET", f"{SITES}?" + "x" * 100_000).status in (400, 414)


@pytest.mark.parametrize(
    "path",
    ["/api/dcim/sites/x/", "/api/dcim/sites/-1/", "/api/dcim/sites/0/", f"/api/dcim/sites/{'9' * 300}/",
     "/api/dcim/sites/1.5/", "/api/dcim/sites/%00/", "/api/dcim/sites/%FF/", "/api/dcim/nonsense/", "/api/x/y/z/",
     "/api/%2e%2e/%2e%2e/etc/passwd", "/api/dcim/sites/1/trace/", f"/api/dcim/interfaces/{2**62}/trace/",
     "/api/%00/", "/api/dcim/sites//", "//api/dcim/sites/", "/api/dcim/sites/①/".encode().decode("latin-1")],
)  # fmt: skip
@pytest.mark.parametrize("method", ["GET", "PATCH", "DELETE", "OPTIONS", "HEAD"])
def test_a_path(live: Live, path: str, method: str) -> None:
    answer = _raw_request(live, method, path.encode("latin-1"))
    assert answer in {200, 301, 302, 400, 403, 404, 405}, answer


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "PROPFIND", "get", "X" * 20])
def test_a_method(live: Live, method: str) -> None:
    assert _raw_request(live, method, SITES.encode()) in {400, 403, 404, 405}


QUERIES = [
    "limit=-1", "limit=x", "limit=99999999999999999999", "offset=-1", "offset=99999999999999999999999", "start=-1",
    "start=x", "start=1&offset=1", "ordering=", "ordering=--id", "ordering=tags__name", "ordering=cf_x", "ordering=%00",
    "q=%00", "name=%00", "name__regex=(", "name__regex=%5B", "name__iregex=" + "(a*)*" * 50, "name__ic=%25%5F",
    "id=%00", "id__gt=x", "id__in=1,2", "region=%00", "region_id=1e5", "created=9999-99-99",
    "created=2026-01-01T00:00:00%2B99:99", "created__gte=0001-01-01T00:00:00%2B14:00",
    "created__lte=9999-12-31T23:59:59-14:00", "last_updated=1e400", "latitude=NaN", "latitude=Infinity",
    "latitude__gt=1e400", "asn=4294967296", "tag=%00", "tag=" + "x" * 3000, "cf_x=%00", "fields=" + "x," * 1000,
    "brief=%00", "modified_by_request=x", "created_by_request=0000", "%00=1", "=1", "&&&",
    "name=%ED%A0%80", "name=%F0%9F%98%80", "name=%C0%80", "id=1&id=1&id=x", "name__empty=maybe", "format=nonsense",
]  # fmt: skip


@pytest.mark.parametrize("query", QUERIES, ids=range(len(QUERIES)))
def test_a_query(live: Live, query: str) -> None:
    for path in ("dcim/sites", "ipam/prefixes", "dcim/devices", "core/object-changes"):
        answer = live.request("GET", f"/api/{path}/?{query}")
        assert answer.status in (200, 400, 404), (path, answer.status, answer.body[:300])


@pytest.mark.parametrize("value", ["", "0", "::", "10.0.0.0/-1", "10.0.0.0/33", "::/129", "1.2.3.4.5/24", "10.0.0.0/x",
                                   "0x0a.0.0.0/8", "10/8", "fe80::1%eth0/64", " 10.0.0.0/8 ", "١٠.0.0.0/8", 167772160,
                                   10**40, True, None, ["10.0.0.0/8"], {"a": 1}, 1.5, "10.0.0.0/8\u0000"])  # fmt: skip
def test_a_network(live: Live, value: Any) -> None:
    for path, field in (("prefixes", "prefix"), ("ip-addresses", "address"), ("aggregates", "prefix")):
        answer = live.request("POST", f"/api/ipam/{path}/", {field: value, "rir": 2**40})
        assert answer.status in (201, 400), (path, answer.status, answer.body[:300])
        for query in ("parent", "contains", "within", "within_include", "prefix", "address"):
            text = json.dumps(value).strip('"').replace(" ", "%20").encode().decode("latin-1")
            sent = "".join(letter if letter.isascii() and letter.isprintable() else "%FF" for letter in text)
            answer = live.request("GET", f"/api/ipam/{path}/?limit=1&{query}={sent}")
            assert answer.status in (200, 400), (path, query, answer.status, answer.body[:300])


def test_a_body_that_never_ends_is_cut_off(live: Live) -> None:
    """A client that promises more than it sends doesn't hold a worker for ever, and the others are served meanwhile."""
    with socket.create_connection(("127.0.0.1", live.port), timeout=10) as channel:
        head = f"POST {SITES} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Token {live.tokens[1]}\r\n"
        channel.sendall(f"{head}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{".encode())
        assert live.request("GET", f"{SITES}?limit=1").status == 200
    assert live.request("GET", f"{SITES}?limit=1").status == 200


def test_a_body_too_large_is_refused(live: Live) -> None:
    answer = live.request("POST", SITES, {"name": "x" * 11_000_000, "slug": "x"})
    assert answer.status == 413


def test_nothing_failed(live: Live) -> None:
    """Last in the module: the log names no bug."""
    if failures := live.failures():
        pytest.fail(failures)


def _site(live: Live, name: str) -> int:
    slug = "".join(letter if letter.isalnum() else "-" for letter in name)
    found = live.request("GET", f"{SITES}?slug={slug}").json()["results"]
    return int(found[0]["id"] if found else live.create("dcim/sites", {"name": slug, "slug": slug})["id"])


def _raw_request(live: Live, method: str, path: bytes) -> int:
    """The status of a request written by hand; clients refuse to send some of these."""
    with socket.create_connection(("127.0.0.1", live.port), timeout=30) as channel:
        lines = [
            method.encode() + b" " + path + b" HTTP/1.1",
            b"Host: localhost",
            b"Connection: close",
            f"Authorization: Token {live.tokens[1]}".encode(),
            b"Content-Type: application/json",
            b"Content-Length: 2",
        ]
        channel.sendall(b"\r\n".join(lines) + b"\r\n\r\n{}")
        answer = channel.recv(200)
    return int(answer.split(b" ", 2)[1])
