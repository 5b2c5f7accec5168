"""Which custom fields a model has.

Every process keeps the definitions it last read, together with a fingerprint of the rows they came from. One small
query compares the fingerprint, once per request and whenever this process changes a definition; so a definition that
another process committed is in force with the next request, and one that was rolled back never is.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models

from netsot.kernel.introspection import has_feature

_compiled: tuple[str, dict[int, list[Any]]] | None = None
_request: ContextVar[dict[str, str] | None] = ContextVar("custom_field_version", default=None)

# A row version is where and by whom a row was written; every update changes it.
_FINGERPRINT = """
SELECT md5(coalesce(string_agg(version, ',' ORDER BY version), '')) FROM (
    SELECT 'f' || id || ':' || xmin::text || ':' || ctid::text AS version FROM extras_customfield
    UNION ALL
    SELECT 'c' || id || ':' || xmin::text || ':' || ctid::text FROM extras_customfieldchoiceset
) AS rows
"""


def fields_for(model: type[models.Model]) -> list[Any]:
    """The custom fields of `model`, in order, with their choice sets."""
    if not has_feature(model, "custom_fields"):
        return []
    return _definitions().get(ContentType.objects.get_for_model(model).pk, [])


def _definitions() -> dict[int, list[Any]]:
    global _compiled
    version = _version()
    known = _compiled
    if known is None or known[0] != version:
        known = _compiled = (version, _read())
    return known[1]


def _version() -> str:
    remembered = _request.get()
    if remembered is not None and "version" in remembered:
        return remembered["version"]
    with connection.cursor() as cursor:
        cursor.execute(_FINGERPRINT)
        version: str = cursor.fetchone()[0]
    if remembered is not None:
        remembered["version"] = version
    return version


def _read() -> dict[int, list[Any]]:
    from extras.models import CustomField

    found: dict[int, list[Any]] = {}
    for field in CustomField._base_manager.select_related("choice_set").order_by(*CustomField._meta.ordering):
        for kind in field._applied_types:
            found.setdefault(kind, []).append(field)
    return found


def forget() -> None:
    """Compare again at the next question: this process changed a definition."""
    remembered = _request.get()
    if remembered is not None:
        remembered.pop("version", None)


def begin_request(**kwargs: Any) -> None:
    """Receiver of `request_started`: the answer holds for this request."""
    _request.set({})


def end_request(**kwargs: Any) -> None:
    """Receiver of `request_finished`: outside of requests every question is compared."""
    _request.set(None)
