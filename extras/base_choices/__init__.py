"""The lists of choices that come with the product.

`ISO_3166` is whole: it is read from the time zone database (public domain), which the `tzdata` package carries. `IATA`
holds every airport of the airportsdata project (MIT). `UN_LOCODE` holds the larger places, kept by hand. An installation
replaces any of the lists by a file `choices/<name>.csv` in its home folder: one `value,label` per line.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext_lazy as _

ISO_3166 = "ISO_3166"


def load(name: str | None) -> list[tuple[str, str]]:
    """(value, label) of a list; empty when there is no such list."""
    return list(_load(name, str(_own(name)))) if name else []


def missing(name: str) -> str:
    """What to do about a list that isn't there."""
    return _("The list %(name)s isn't installed: put its choices into %(path)s, one “value,label” per line.") % {
        "name": name,
        "path": _own(name),
    }


def _own(name: str | None) -> Path:
    return Path(settings.NETSOT_HOME) / "choices" / f"{name}.csv"


@lru_cache
def _load(name: str, own: str) -> tuple[tuple[str, str], ...]:
    path = Path(own)
    if path.is_file():
        return tuple(_pairs(path.read_text(encoding="utf-8").splitlines()))
    if name == ISO_3166:
        return tuple(_countries())
    shipped = resources.files(__package__) / f"{name}.csv"
    return tuple(_pairs(shipped.read_text(encoding="utf-8").splitlines())) if shipped.is_file() else ()


def _pairs(lines: Iterable[str]) -> Iterable[tuple[str, str]]:
    for row in csv.reader(line for line in lines if line and not line.startswith("#")):
        if len(row) >= 2:
            yield row[0].strip(), row[1].strip()


def _countries() -> Iterable[tuple[str, str]]:
    text = (resources.files("tzdata") / "zoneinfo" / "iso3166.tab").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            code, name = line.split("\t", 1)
            yield code, name
