"""The values in force right now: what the file or the environment sets, else what the UI sets, else the default.

    from netsot.conf import get_config
    get_config().MAX_PAGE_SIZE

The app that stores revisions of the configuration registers itself as the source of the values edited in the UI; this
module knows no model.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from netsot.conf.defaults import PARAMETERS

Source = Callable[[], Mapping[str, Any]]
_sources: list[Source] = []


class Config:
    """Read access to the parameters by attribute."""

    def __init__(self, stored: Mapping[str, Any] | None = None) -> None:
        self._stored = stored or {}

    def __getattr__(self, name: str) -> Any:
        from django.conf import settings

        item = PARAMETERS.get(name)
        if item is None:
            raise AttributeError(f"no configuration parameter is called {name}")
        # What the operator wrote down wins over what was clicked.
        if item.dynamic and name in self._stored and name not in settings.CONFIGURED_PARAMETERS:
            return self._stored[name]
        return getattr(settings, name)


def register_source(source: Source) -> None:
    """Name the callable that returns the values edited in the UI; every ``get_config()`` asks it, so it caches."""
    if source not in _sources:
        _sources.append(source)


def get_config() -> Config:
    """The parameters as they are now; keep the result for a request at most."""
    stored: dict[str, Any] = {}
    for source in _sources:
        stored.update(source())
    return Config(stored)
