"""What one user likes to see: columns of lists, rows per page."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.http import HttpRequest

from netsot.conf import get_config

PAGE_SIZES = (25, 50, 100, 250, 500, 1000)


def of_request(request: HttpRequest) -> Any:
    """The preferences of who asks, read once per request; unsaved ones for somebody unknown."""
    if not hasattr(request, "_preferences"):
        model = apps.get_model("users", "UserConfig")
        found = None
        if request.user.is_authenticated:
            found = model.objects.filter(user=request.user).first() or model(user=request.user)
        request._preferences = found or model()  # type: ignore[attr-defined]
    return request._preferences  # type: ignore[attr-defined]


def change(request: HttpRequest, path: str, value: Any) -> None:
    """Set (or with None forget) one preference and keep it; nothing happens for somebody unknown."""
    if not request.user.is_authenticated:
        return
    preferences = of_request(request)
    if value is None:
        preferences.clear(path)
    else:
        preferences.set(path, value)
    preferences.save()


def columns_path(label: str) -> str:
    """Where the chosen columns of a list are kept."""
    return f"tables.{label}.columns"


def page_size(request: HttpRequest) -> int:
    """Rows per page: asked for, preferred, or configured; never more than allowed."""
    config = get_config()
    most = config.MAX_PAGE_SIZE or 1000
    asked = request.GET.get("per_page", "")
    if asked.isdecimal() and len(asked) < 6 and int(asked):
        return min(int(asked), most)
    preferred = of_request(request).get("pagination.per_page")
    return min(preferred, most) if isinstance(preferred, int) and preferred > 0 else min(config.PAGINATE_COUNT, most)


def page_sizes() -> list[int]:
    """The sizes offered."""
    most = get_config().MAX_PAGE_SIZE or 1000
    return [size for size in PAGE_SIZES if size <= most]
