"""Where a page may send its reader next."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def safe_next(request: HttpRequest, default: str = "", name: str = "next") -> str:
    """The address in the parameter `next` when it lies on this site, else `default` (the home page when empty)."""
    wanted = request.POST.get(name) or request.GET.get(name) or ""
    allowed = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    # Only a path: an absolute address of ours would be harmless today and open when host names are handed around.
    if wanted.startswith("/") and allowed and not any(ord(letter) < 32 for letter in wanted):
        return wanted
    return default or settings.LOGIN_REDIRECT_URL
