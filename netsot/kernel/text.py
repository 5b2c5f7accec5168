"""The one door to HTML: text of users becomes markup here and nowhere else.

Markdown is rendered without raw HTML and then sanitised by nh3, so that neither alone has to be right. Everything else
reaches pages through the autoescaping of templates.
"""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlsplit

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

_TAGS = (
    "a abbr b blockquote br code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre s small span "
    "strong sub sup table tbody td th thead tr ul"
)
TAGS = frozenset(_TAGS.split())
ATTRIBUTES = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "code": {"class"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "td": {"align"},
    "th": {"align"},
}
_CONTROL = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\ufeff]")


def _usual_schemes() -> Iterable[str]:
    return ("http", "https", "mailto")


_read_schemes: Callable[[], Iterable[str]] = _usual_schemes


def register_schemes(function: Callable[[], Iterable[str]]) -> None:
    """Name the function that reads the configured URL schemes; the product's own app does."""
    global _read_schemes
    _read_schemes = function


def allowed_schemes() -> frozenset[str]:
    """The URL schemes that links may use, as configured."""
    # These run code wherever they are allowed; no setting brings them in.
    return frozenset(scheme.lower() for scheme in _read_schemes()) - {"javascript", "vbscript", "data"}


def safe_url(url: Any) -> str:
    """`url` when it is relative to this site or of an allowed scheme, else the empty string."""
    text = str(url or "").strip()
    # Browsers skip control characters inside of a scheme: `java\tscript:`.
    bare = _CONTROL.sub("", text)
    if not bare:
        return ""
    try:
        parts = urlsplit(bare)
    except ValueError:
        return ""
    if not parts.scheme:
        # `//host` and `\\host` leave the site without a scheme.
        leaves = bare.replace("\\", "/").startswith("//")
        return "" if leaves or ":" in re.split("[/?#]", bare, maxsplit=1)[0] else bare
    return bare if parts.scheme.lower() in allowed_schemes() else ""


@functools.cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "linkify": False, "breaks": False})
    parser.enable(["table", "strikethrough"])
    # Addresses are judged below and by nh3, with the schemes that are configured.
    parser.validateLink = lambda url: bool(safe_url(url))  # type: ignore[method-assign]
    for cell in ("td_open", "th_open"):
        parser.add_render_rule(cell, _cell)
    return parser


def _cell(renderer: Any, tokens: Any, index: int, options: Any, env: Any) -> str:
    """A table cell with `align` in place of the style attribute, which our policy forbids."""
    token = tokens[index]
    align = str(token.attrs.pop("style", "")).removeprefix("text-align:")
    if align:
        token.attrs["align"] = align
    return str(renderer.renderToken(tokens, index, options, env))


def markdown(source: Any) -> SafeString:
    """Markdown as sanitised HTML."""
    text = str(source or "").strip()
    if not text:
        return SafeString("")
    return sanitize(_parser().render(text))


def sanitize(markup: str) -> SafeString:
    """HTML reduced to harmless formatting."""
    cleaned = nh3.clean(
        markup,
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        attribute_filter=_attribute,
        url_schemes=set(allowed_schemes()),
        link_rel="noopener noreferrer nofollow",
        strip_comments=True,
    )
    return mark_safe(cleaned)  # noqa: S308


def _attribute(tag: str, name: str, value: str) -> str | None:
    if name in ("href", "src"):
        return safe_url(value) or None
    if name == "class":
        return value if re.fullmatch(r"language-[\w+-]{1,30}", value) else None
    if name == "align":
        return value if value in ("left", "center", "right") else None
    return value


def plain(source: Any, length: int = 200) -> str:
    """Markdown as one line of plain text, cut to `length`."""
    text = " ".join(html.unescape(nh3.clean(_parser().render(str(source or "")), tags=set())).split())
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"
