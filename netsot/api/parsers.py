"""How bodies are read. A body that can't be read is the client's mistake and says where."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import orjson
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from rest_framework import exceptions, parsers, status

from netsot.api.renderers import JSONRenderer

MAX_DEPTH = 64
"""How deep a body may nest. Deeper ones only serve to exhaust the stack of whoever walks them."""

# An escaped NUL: \u0000 after an even number of backslashes.
_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")


class PayloadTooLarge(exceptions.APIException):
    """413."""

    status_code = status.HTTP_413_REQUEST_ENTITY_TOO_LARGE
    default_detail = _("The request body is too large.")
    default_code = "payload_too_large"


class JSONParser(parsers.BaseParser):
    """Reads JSON with orjson: strict, no NaN, limited in size and depth."""

    media_type = "application/json"
    renderer_class = JSONRenderer

    def parse(self, stream: Any, media_type: str | None = None, parser_context: Mapping[str, Any] | None = None) -> Any:
        return loads(read(stream))


def read(stream: Any) -> bytes:
    """The body, unless it is larger than DATA_UPLOAD_MAX_MEMORY_SIZE."""
    limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    if limit is None:
        return stream.read()
    meta = getattr(stream, "META", {})
    declared = str(meta.get("CONTENT_LENGTH") or "")
    if declared.isdecimal() and int(declared) > limit:
        raise _too_large(limit)
    body: bytes = stream.read(limit + 1)
    if len(body) > limit:
        raise _too_large(limit)
    return body


def loads(body: bytes) -> Any:
    """The value of a JSON body. Raises ParseError (400) that names the position."""
    try:
        data = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise exceptions.ParseError(
            _("JSON parse error at line %(line)d, column %(column)d: %(problem)s")
            % {"line": error.lineno, "column": error.colno, "problem": error.msg}
        ) from error
    if _depth_exceeds(data, MAX_DEPTH):
        raise exceptions.ParseError(_("The body nests deeper than %d levels.") % MAX_DEPTH)
    if b"\\u0000" in body and _NUL.search(body):
        raise exceptions.ParseError(_("Text can't hold the NUL character (\\u0000)."))
    return data


def _too_large(limit: int) -> PayloadTooLarge:
    return PayloadTooLarge(_("The request body is larger than %d bytes.") % limit)


def _depth_exceeds(data: Any, limit: int) -> bool:
    """Level by level, so that the check itself needs no stack."""
    level = [data] if isinstance(data, dict | list) else []
    for _depth in range(limit):
        if not level:
            return False
        level = [
            child
            for item in level
            for child in (item.values() if type(item) is dict else item)
            if isinstance(child, dict | list)
        ]
    return bool(level)
