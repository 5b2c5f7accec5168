"""How answers are written: JSON with orjson, and HTML for people who look at the API in a browser."""

from __future__ import annotations

import datetime
import decimal
import json
from collections.abc import Mapping
from typing import Any

import netaddr
import orjson
from django.conf import settings
from django.shortcuts import resolve_url
from django.utils.functional import Promise
from django.utils.http import urlencode
from rest_framework import renderers
from rest_framework.utils.encoders import JSONEncoder

OPTIONS = orjson.OPT_NON_STR_KEYS | orjson.OPT_UTC_Z

_standard = JSONEncoder()


def dumps(data: Any, *, indent: bool = False) -> bytes:
    """`data` as JSON. What orjson can't write (integers over 64 bits, broken surrogates), the standard library does."""
    try:
        return orjson.dumps(data, default=_default, option=OPTIONS | (orjson.OPT_INDENT_2 if indent else 0))
    except orjson.JSONEncodeError:
        return json.dumps(data, default=_default, indent=2 if indent else None, allow_nan=False).encode()


def _default(value: Any) -> Any:
    """Types orjson doesn't know."""
    if isinstance(value, decimal.Decimal):
        return float(value)
    if isinstance(value, bytes):
        return value.decode(errors="replace")
    if isinstance(value, Promise | netaddr.IPNetwork | netaddr.IPAddress | netaddr.IPRange | netaddr.EUI):
        return str(value)
    if isinstance(value, datetime.timedelta):
        return value.total_seconds()
    if isinstance(value, set | frozenset):
        return list(value)
    return _standard.default(value)


class JSONRenderer(renderers.BaseRenderer):
    """JSON. `Accept: application/json; indent=4` gives it indented (always by two)."""

    media_type = "application/json"
    format = "json"
    charset = None  # JSON is UTF-8; RFC 8259 knows no parameter for it.

    def render(
        self, data: Any, accepted_media_type: str | None = None, renderer_context: Mapping[str, Any] | None = None
    ) -> bytes:
        if data is None:
            return b""
        if isinstance(data, bytes):
            return data
        return dumps(data, indent=_wants_indent(accepted_media_type, renderer_context or {}))


def _wants_indent(accepted_media_type: str | None, context: Mapping[str, Any]) -> bool:
    if context.get("indent"):
        return True
    if not accepted_media_type or ";" not in accepted_media_type:
        return False
    parameters = (part.strip().partition("=") for part in accepted_media_type.split(";")[1:])
    return any(name == "indent" and value not in ("", "0") for name, _, value in parameters)


class BrowsableAPIRenderer(renderers.BrowsableAPIRenderer):
    """The API as pages. Bodies are typed as JSON: forms would have to list what related objects there are."""

    template = "api/browsable.html"

    def render(
        self, data: Any, accepted_media_type: str | None = None, renderer_context: dict[str, Any] | None = None
    ) -> Any:
        response = (renderer_context or {}).get("response")
        if response is not None:
            # The page of REST framework has style attributes of its own; scripts stay limited to our files.
            response.csp = {"style-src": "'self' 'unsafe-inline'"}
        return super().render(data, accepted_media_type, renderer_context)

    def get_default_renderer(self, view: Any) -> Any:
        return JSONRenderer()

    def get_rendered_html_form(self, data: Any, view: Any, method: str, request: Any) -> Any:
        if method in ("DELETE", "OPTIONS"):
            return super().get_rendered_html_form(data, view, method, request)
        return None

    def get_filter_form(self, data: Any, view: Any, request: Any) -> None:
        """None: hundreds of filters are read in the schema, not in a form."""

    def get_raw_data_form(self, data: Any, view: Any, method: str, request: Any) -> Any:
        with renderers.override_method(view, request, method) as overridden:
            if not self.show_form_for_method(view, method, overridden, None):
                return None
            return _body_form(_example(view, data, method))

    def get_context(self, data: Any, accepted_media_type: str | None, renderer_context: dict[str, Any]) -> Any:
        context = super().get_context(data, accepted_media_type, renderer_context)
        context["available_formats"] = ["json"]
        here = urlencode({"next": renderer_context["request"].get_full_path()})
        context["login_url"] = f"{resolve_url(settings.LOGIN_URL)}?{here}"
        return context


def _body_form(content: str) -> Any:
    from django import forms
    from django.utils.translation import gettext as _

    class BodyForm(forms.Form):
        _content_type = forms.ChoiceField(
            label=_("Media type"),
            choices=[("application/json", "application/json")],
            widget=forms.Select(attrs={"data-override": "content-type"}),
        )
        _content = forms.CharField(
            label=_("Content"),
            widget=forms.Textarea(attrs={"data-override": "content", "rows": 14, "spellcheck": "false"}),
            initial=content,
            required=False,
        )

    return BodyForm()


def _example(view: Any, data: Any, method: str) -> str:
    """A body to start from: the required fields when creating, nothing when changing."""
    fields: dict[str, Any] = {}
    serializer_class = getattr(view, "serializer_class", None) or getattr(
        getattr(view, "resource", None), "serializer_class", None
    )
    if method == "POST" and serializer_class is not None:
        fields = {
            name: None for name, field in serializer_class().fields.items() if field.required and not field.read_only
        }
    return dumps(fields, indent=True).decode()
