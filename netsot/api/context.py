"""From a request to the kernel's terms: who asks, from where, who acts."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings

from netsot.kernel.representation import Context
from netsot.kernel.writes import Actor

TRUE = {"1", "true", "yes", "on"}


def context_for(request: Any) -> Context:
    """The rendering context of a request; URLs begin with the address the client used."""
    base = request.build_absolute_uri("/").rstrip("/")
    path = settings.BASE_PATH.strip("/")
    return Context(user=request.user, base_url=f"{base}/{path}" if path else base)


def actor_for(request: Any, message: str = "") -> Actor:
    """Who writes in this request; the request id is the one in `X-Request-ID`."""
    identifier = getattr(request, "id", None) or getattr(getattr(request, "_request", None), "id", None)
    return Actor(
        user=request.user, request_id=uuid.UUID(str(identifier)) if identifier else uuid.uuid4(), message=message
    )


def is_true(value: str | None) -> bool:
    """How a switch in a query string is read."""
    return (value or "").strip().lower() in TRUE
