"""The small set of SVG that drawings are made of."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

STYLE = Path(__file__).resolve().parents[2] / "static" / "css" / "drawings.css"

# XML can't hold them, not even escaped.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Drawing:
    """An SVG under construction; coordinates are pixels from the top left."""

    def __init__(self, title: str) -> None:
        self.title = clean(title)
        self.root = ElementTree.Element("g")
        self.width = self.height = 0.0

    def add(self, tag: str, parent: Any = None, **attributes: Any) -> Any:
        """Add an element. Underscores stand for hyphens, `css` for `class`; None is left out."""
        named = {
            {"css": "class"}.get(name, name.replace("_", "-")): clean(_number(value))
            for name, value in attributes.items()
            if value is not None
        }
        return ElementTree.SubElement(self.root if parent is None else parent, tag, named)

    def link(self, url: str | None, parent: Any = None) -> Any:
        """A group that leads to `url`; without one, a plain group."""
        return self.add("a", parent, href=url, target="_top") if url else self.add("g", parent)

    def text(
        self, value: str, x: float, y: float, room: float, parent: Any = None, size: float = 12, **more: Any
    ) -> Any:
        """One line of text, centred at x and cut to the room it has; the whole of it shows as a tooltip."""
        value = clean(value)
        shown = fit(value, room, size)
        element = self.add("text", parent, x=x, y=y, text_anchor="middle", font_size=size, **more)
        element.text = shown
        if shown != value:
            ElementTree.SubElement(element, "title").text = value
        return element

    def render(self, standalone: bool = True) -> str:
        """The document; `standalone` brings its own style."""
        width, height = _number(self.width), _number(self.height)
        document = ElementTree.Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "width": width,
                "height": height,
                "viewBox": f"0 0 {width} {height}",
                "class": "drawing",
                "role": "img",
                "aria-label": self.title,
            },
        )
        ElementTree.SubElement(document, "title").text = self.title
        if standalone:
            ElementTree.SubElement(document, "style").text = _style()
        document.append(self.root)
        return ElementTree.tostring(document, encoding="unicode")


@functools.cache
def _style() -> str:
    return STYLE.read_text(encoding="utf-8")


def _number(value: Any) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def clean(value: Any) -> str:
    """Text without the characters that XML can't hold."""
    return _FORBIDDEN.sub("\ufffd", str(value))


def fit(value: str, room: float, size: float) -> str:
    """`value`, cut so that it takes no more than `room` pixels at a font of `size` pixels (letters are estimated)."""
    most = max(int(room / (size * 0.58)), 1)
    return value if len(value) <= most else value[: max(most - 1, 1)] + "…"


def fill(color: str | None) -> str | None:
    """The fill of an RGB colour of six digits; None for none."""
    return f"#{color}" if color and re.fullmatch(r"[0-9a-fA-F]{6}", color) else None


def ink(color: str | None) -> str | None:
    """Black or white: what is readable on `color` (WCAG relative luminance)."""
    if fill(color) is None or color is None:
        return None
    channels = [int(color[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#000000" if luminance > 0.179 else "#ffffff"
