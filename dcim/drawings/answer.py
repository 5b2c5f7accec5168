"""A drawing as the answer to a request."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.cache import get_conditional_response, set_response_etag


def svg_answer(request: Any, svg: str) -> HttpResponse:
    """The drawing, or 304 when the client has it already."""
    response = HttpResponse(svg, content_type="image/svg+xml")
    set_response_etag(response)
    # It shows what this user may see; the browser keeps it and asks whether it is still right.
    response["Cache-Control"] = "private, no-cache"
    answer: Any = get_conditional_response(request, etag=response["ETag"], response=response)
    # The drawing carries its style sheet, and nothing that runs.
    answer.csp = {"style-src": "'unsafe-inline'", "script-src": "'none'"}
    return answer  # type: ignore[no-any-return]
