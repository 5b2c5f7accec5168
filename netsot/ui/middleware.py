"""Response headers that tell browsers what a page may do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.conf import settings
from django.http import HttpRequest, HttpResponse

POLICY: Mapping[str, str] = {
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "object-src": "'none'",
    "frame-ancestors": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
}

PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in ("camera", "display-capture", "geolocation", "microphone", "midi", "payment", "serial", "usb")
)


class SecurityHeadersMiddleware:
    """Sends the Content-Security-Policy and its siblings with every response.

    A view that can't live with the policy sets `response.csp` to the directives that differ:
    `response.csp = {"style-src": "'self' 'unsafe-inline'"}`; None removes a directive.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", policy(_exceptions(response)))
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return response


def policy(changes: Mapping[str, str | None]) -> str:
    """The header's value: our policy with `changes`."""
    directives = {**POLICY, **changes}
    return "; ".join(f"{name} {value}" for name, value in directives.items() if value)


def _exceptions(response: HttpResponse) -> Mapping[str, str | None]:
    if settings.DEBUG and response.status_code in (404, 500) and not hasattr(response, "csp"):
        # Django's own debugging pages carry their style and script inline.
        return {"style-src": "'self' 'unsafe-inline'", "script-src": "'self' 'unsafe-inline'"}
    changes: Mapping[str, str | None] = getattr(response, "csp", {})
    return changes
