"""For schemathesis: ids that exist, so that requests get past the first check of their references.

Loaded by schemathesis itself (`SCHEMATHESIS_HOOKS`), without Django.
"""

from __future__ import annotations

from typing import Any

import schemathesis

KNOWN = 6
"""Ids up to this one are likely to exist (`tests.fuzz.seed`)."""


def likely(value: Any) -> Any:
    """Most large numbers become small ones; what isn't a number stays as it is."""
    if isinstance(value, dict):
        return {name: likely(item) for name, item in value.items()}
    if isinstance(value, list):
        return [likely(item) for item in value]
    if isinstance(value, int) and not isinstance(value, bool) and value > KNOWN and value % 4:
        return 1 + value % KNOWN
    return value


@schemathesis.hook
def map_path_parameters(context: Any, path_parameters: Any) -> Any:
    """Mostly objects that exist."""
    return likely(path_parameters)


@schemathesis.hook
def map_body(context: Any, body: Any) -> Any:
    """Mostly references to objects that exist."""
    return likely(body)


SELECTION = {"brief", "fields", "omit", "exclude", "dry_run"}
"""These change the shape of an answer; the document describes whole objects."""


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: Any) -> None:
    """Whole objects, so that answers can be compared with the document."""
    if isinstance(case.query, dict):
        case.query = {name: value for name, value in case.query.items() if name not in SELECTION}
