"""Icons from the vendored sprite (assets/icons.txt says which there are)."""

from __future__ import annotations

import functools

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString


@functools.cache
def icon(name: str) -> SafeString:
    """A decorative icon; the text beside it (or hidden in it) tells what it means."""
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}#{}"/></svg>', _sprite(), name)


@functools.cache
def _sprite() -> str:
    return static("vendor/icons/icons.svg")
