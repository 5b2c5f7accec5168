"""What the documentation names is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
PAGES = sorted((ROOT / "docs").rglob("*.md"))
TOP = {item.name for item in ROOT.iterdir()}


def page_id(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page_id(page)} links to {target}"


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_files_that_are_named_exist(page: Path) -> None:
    """Names in backticks that start with a folder or file of the repository; the kernel's also without its package."""
    for name in re.findall(r"`([\w./-]+/[\w./-]*)`", page.read_text(encoding="utf-8")):
        first = name.partition("/")[0]
        if first in TOP:
            assert (ROOT / name).exists(), f"{page_id(page)} names {name}"
        elif first == "kernel":
            assert (ROOT / "netsot" / name).exists(), f"{page_id(page)} names {name}"


def test_every_page_is_in_the_table_of_contents() -> None:
    contents = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    pages = [page for page in PAGES if page.name != "README.md"]
    missing = [page_id(page) for page in pages if str(page.relative_to(ROOT / "docs")) not in contents]
    assert missing == []
