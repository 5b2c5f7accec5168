"""What Django answers when no view does: JSON under /api/, pages elsewhere."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views import defaults

from netsot.api.middleware import is_api, json_response


def not_found(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """An unknown path. A page would cost a template and the session; a client of the API can't read it anyway."""
    if is_api(request):
        return json_response({"detail": _("Not found.")}, status=404)
    answer: Any = defaults.page_not_found(request, exception)
    return answer
