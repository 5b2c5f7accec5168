"""Reading and writing JSON."""

from __future__ import annotations

import datetime
import decimal
import io
import json
import uuid

import netaddr
import pytest
from django.utils.translation import gettext_lazy
from rest_framework.exceptions import ParseError

from netsot.api import parsers
from netsot.api.renderers import JSONRenderer, dumps


def render(data, media_type=None):
    return JSONRenderer().render(data, media_type)


def test_it_writes_what_the_contract_writes():
    moment = datetime.datetime(2026, 1, 2, 3, 4, 5, 678, tzinfo=datetime.UTC)
    identifier = uuid.uuid4()
    data = {
        1: decimal.Decimal("1.50"),
        "moment": moment,
        "day": datetime.date(2026, 1, 2),
        "lazy": gettext_lazy("Site"),
        "id": identifier,
        "network": netaddr.IPNetwork("10.0.0.0/8"),
        "set": {7},
    }
    assert json.loads(render(data)) == {
        "1": 1.5,
        "moment": "2026-01-02T03:04:05.000678Z",
        "day": "2026-01-02",
        "lazy": "Site",
        "id": str(identifier),
        "network": "10.0.0.0/8",
        "set": [7],
    }


def test_numbers_over_64_bits_and_broken_text_are_written_too():
    assert json.loads(dumps({"size": 2**128})) == {"size": 2**128}
    assert json.loads(dumps({"text": "\ud800"})) == {"text": "\ud800"}


def test_nothing_and_bytes_pass_as_they_are():
    assert render(None) == b""
    assert render(b'{"a":1}') == b'{"a":1}'


@pytest.mark.parametrize(
    ("media_type", "indented"),
    [
        ("application/json", False),
        ("application/json; indent=4", True),
        ("application/json;q=0.8;indent=2", True),
        ("application/json; indent=0", False),
    ],
)
def test_people_may_ask_for_indentation(media_type, indented):
    assert (b"\n" in render({"a": [1]}, media_type)) is indented


def test_a_mistake_is_named_with_its_position():
    with pytest.raises(ParseError, match="line 2, column 7"):
        parsers.loads(b'{"a": 1,\n "b": x}')


@pytest.mark.parametrize("body", [b"NaN", b'{"a": Infinity}', b"[1,]", b"", b"\xff\xfe", b'{"a": "\\ud800"}'])
def test_what_is_not_json_is_refused(body):
    with pytest.raises(ParseError):
        parsers.loads(body)


def test_depth_is_limited():
    assert parsers.loads(b"[" * 60 + b"]" * 60)
    with pytest.raises(ParseError, match="64"):
        parsers.loads(b"[" * 65 + b"]" * 65)
    with pytest.raises(ParseError):
        parsers.loads(b"[" * 500_000 + b"]" * 500_000)


def test_nul_characters_are_refused_but_their_escaped_spelling_is_text():
    with pytest.raises(ParseError, match="NUL"):
        parsers.loads(b'{"a": "x\\u0000"}')
    assert parsers.loads(b'{"a": "x\\\\u0000"}') == {"a": "x\\u0000"}


def test_size_is_limited(settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10
    assert parsers.read(io.BytesIO(b"1234567890")) == b"1234567890"
    with pytest.raises(parsers.PayloadTooLarge):
        parsers.read(io.BytesIO(b"12345678901"))
