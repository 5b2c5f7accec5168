"""The configuration reference of the documentation, written from the declared parameters."""

from __future__ import annotations

from netsot.conf.defaults import SECTIONS, Parameter
from netsot.server.paths import CHECKOUT

PATH = CHECKOUT / "docs" / "administration" / "configuration.md"
HEADER = """\
# Configuration parameters

Written by `python -m netsot.conf.reference` from `netsot/conf/defaults.py`; change them there.

Set them in `nsot.conf.py` or by the environment variable `NETSOT_<name>`; other variables that work are named.
Parameters marked *in the pages* can also be changed there while NetSoT runs.
"""


def render() -> str:
    """The text of the page."""
    parts = [HEADER]
    for title, items in SECTIONS.items():
        parts.append(f"\n## {title}\n")
        parts.extend(_entry(item) for item in items)
    return "".join(parts)


def _entry(item: Parameter) -> str:
    lines = [f"\n### `{item.name}`\n\n{item.help}\n"]
    default = f"`{item.default!r}`"
    notes = [f"Default: {default if len(default) <= 100 else 'see `netsot/conf/defaults.py`'}"]
    if item.env:
        notes.append("Variable: " + ", ".join(f"`{name}`" for name in item.env))
    if item.dynamic:
        notes.append("*in the pages*")
    lines.append("\n" + " · ".join(notes) + "\n")
    return "".join(lines)


if __name__ == "__main__":
    PATH.write_text(render(), encoding="utf-8")
