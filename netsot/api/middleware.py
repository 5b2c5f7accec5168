"""What every request and answer carries: an id, the API version, the right `Vary`, errors that clients can read."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable

import orjson
from django.conf import settings
from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
from django.core.signals import got_request_exception
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from netsot.api.client import is_trusted

API_VERSION = "4.6"
"""The level of the REST contract this server keeps."""

FORWARDING_HEADERS = (
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PORT",
    "HTTP_X_FORWARDED_FOR",
    "HTTP_FORWARDED",
)

logger = logging.getLogger("django.request")


class RequestContextMiddleware:
    """Gives the request its id and the answer its common headers. Opens nothing in the database."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.id = request_id(request)  # type: ignore[attr-defined]
        if not is_trusted(request.META.get("REMOTE_ADDR", "")):
            _forget_claims(request)
        response = self.get_response(request)
        response["X-Request-ID"] = str(request.id)  # type: ignore[attr-defined]
        if is_api(request):
            response["API-Version"] = API_VERSION
            patch_vary_headers(response, ("Accept", "Authorization", "Cookie"))
            if _is_html_error(response):
                response = self._as_json(response)
        else:
            patch_vary_headers(response, ("HX-Request",))
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer a failure under /api/ in JSON; it is reported and logged like any other."""
        if settings.DEBUG or not is_api(request) or not _is_failure(exception):
            return None
        got_request_exception.send(sender=self.__class__, request=request)
        found = request_id(request)
        logger.error(
            "Internal Server Error: %s (request %s)",
            request.path,
            found,
            exc_info=exception,
            extra={"status_code": 500, "request": request},
        )
        response = json_response(
            {
                "detail": _("The server failed to answer this request. The log has the details under the request id."),
                "request_id": str(found),
            },
            status=500,
        )
        # Django would log the answer once more, without the traceback.
        response._has_been_logged = True  # type: ignore[attr-defined]
        return response

    def _as_json(self, response: HttpResponseBase) -> HttpResponse:
        text = _("Not found.") if response.status_code == 404 else response.reason_phrase
        answer = json_response({"detail": text}, status=response.status_code)
        for name, value in response.items():
            if name.lower() not in ("content-type", "content-length"):
                answer[name] = value
        answer.cookies = response.cookies
        return answer


def is_api(request: HttpRequest) -> bool:
    """Whether the path belongs to the API."""
    return request.path.startswith(f"/{settings.BASE_PATH}api/")


def request_id(request: HttpRequest) -> uuid.UUID:
    """The request's id: what the middleware noted, else a valid `X-Request-ID` that came in, else a new one."""
    known = getattr(request, "id", None)
    if isinstance(known, uuid.UUID):
        return known
    sent = request.META.get("HTTP_X_REQUEST_ID", "")
    if len(sent) in (32, 36):
        try:
            return uuid.UUID(sent)
        except ValueError:
            pass  # Whatever the client calls it, the change log needs a UUID.
    return uuid.uuid4()


def json_response(data: object, status: int) -> HttpResponse:
    """A JSON answer made outside of REST framework."""
    return HttpResponse(orjson.dumps(data, default=str), status=status, content_type="application/json")


def _forget_claims(request: HttpRequest) -> None:
    """Forwarding headers count only from TRUSTED_PROXIES; so does the header with a user's name."""
    for name in FORWARDING_HEADERS:
        request.META.pop(name, None)
    if settings.REMOTE_AUTH_HEADER.startswith("HTTP_"):
        request.META.pop(settings.REMOTE_AUTH_HEADER, None)


def _is_failure(exception: Exception) -> bool:
    known = (Http404, PermissionDenied, MultiPartParserError, BadRequest, SuspiciousOperation)
    return not isinstance(exception, known)


def _is_html_error(response: HttpResponseBase) -> bool:
    """Whether Django answered with an error page of its own (an unknown path, a refused body)."""
    return (
        response.status_code in (400, 403, 404, 413)
        and not response.streaming
        and not hasattr(response, "accepted_renderer")
        and response.get("Content-Type", "").startswith("text/html")
    )
