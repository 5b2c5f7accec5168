"""A plain connection to the configured database, without Django."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netsot.conf import services
from netsot.server.paths import Layout

if TYPE_CHECKING:
    from psycopg2.extensions import connection


def connect(values: dict[str, Any], places: Layout) -> connection:
    """Connect as the settings say."""
    import psycopg2

    found = services.database(values, places)
    given = {"host": found["HOST"], "port": found["PORT"], "user": found["USER"], "password": found["PASSWORD"]}
    return psycopg2.connect(
        dbname=found["NAME"], **{name: value for name, value in given.items() if value}, **found["OPTIONS"]
    )
