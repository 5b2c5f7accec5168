"""The configuration file that ``nsot-server init`` writes: every parameter with its meaning, commented out."""

from __future__ import annotations

import textwrap

from netsot.conf.defaults import SECTIONS

HEADER = """\
# Configuration of NetSoT: plain Python assignments. Whatever is left out has its default, shown here.
# Environment variables named NETSOT_<parameter> come before this file. Restart NetSoT after a change.
"""
GENERATED = {"SECRET_KEY", "API_TOKEN_PEPPERS"}


def sample() -> str:
    """The text of the file."""
    parts = [HEADER]
    for title, items in SECTIONS.items():
        parts.append(f"\n# {title}\n")
        for item in items:
            parts.append("\n")
            parts.extend(f"# {line}\n" for line in textwrap.wrap(item.help, 110))
            if item.name in GENERATED:
                parts.append(f"# {item.name} is kept in secrets.json beside this file unless it is set here.\n")
            else:
                parts.append(f"# {item.name} = {item.default!r}\n")
    return "".join(parts)
