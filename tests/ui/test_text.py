"""The door to HTML lets formatting through and nothing that runs."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from netsot.kernel import text
from netsot.ui.cells import color_classes, is_light


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[a](javascript:alert(1))",
        "[a](java\tscript:alert(1))",
        "[a](JAVASCRIPT:alert(1))",
        "![a](data:text/html;base64,AAAA)",
        "<a href='vbscript:x'>a</a>",
        "<svg/onload=alert(1)>",
        "<style>*{display:none}</style>",
        "<iframe src='https://example.com'></iframe>",
        '<p style="position:fixed">x</p>',
        "[a](//evil.example/)",
    ],
)
def test_nothing_that_runs_gets_through(source: str) -> None:
    found: list[str] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attributes: found.extend([tag, *(name for name, _ in attributes)])  # type: ignore[method-assign]
    parser.feed(str(text.markdown(source)))
    assert set(found) <= {"p"}


def test_formatting_gets_through() -> None:
    html = str(text.markdown("# A\n\n**b** `c` [d](https://e.example/)\n\n| a | b |\n|:-:|---|\n| 1 | 2 |"))
    assert "<h1>A</h1>" in html
    assert '<a href="https://e.example/" rel="noopener noreferrer nofollow">d</a>' in html
    assert '<th align="center">a</th>' in html
    assert "style" not in html


@pytest.mark.parametrize(
    "url", ["https://a.example/?b=1", "mailto:a@b.example", "/dcim/sites/", "#top", "?q=1:2", "a/b:c"]
)
def test_harmless_addresses_stay(url: str) -> None:
    assert text.safe_url(url) == url


@pytest.mark.parametrize(
    "url", ["javascript:x", " java\nscript:x", "//e", "\\\\e", "/\\e", "data:x", "unknown:x", "", None]
)
def test_other_addresses_go(url: str | None) -> None:
    assert text.safe_url(url) == ""


def test_no_setting_allows_script_schemes(settings: object) -> None:
    settings.ALLOWED_URL_SCHEMES = ["javascript", "https"]  # type: ignore[attr-defined]
    assert text.safe_url("javascript:alert(1)") == ""
    assert text.safe_url("ftp://a/") == ""


def test_plain_text_is_one_line() -> None:
    assert text.plain("# A\n\n*b* <i>\n") == "A b <i>"
    assert text.plain("x" * 300, 10) == "x" * 9 + "…"


def test_colours_are_classes_with_readable_text() -> None:
    assert color_classes("E53935") == "rgb r-e5 g-39 b-35 on-dark"
    assert color_classes("ffeb3b").endswith("on-light")
    assert color_classes('"><script>') == "rgb r-9e g-9e b-9e on-light"
    assert is_light("ffffff")
    assert not is_light("000000")
