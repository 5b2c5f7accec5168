"""No duplicates where a VRF forbids them, nor in the global table unless ENFORCE_GLOBAL_UNIQUE is off.

The column `unique_scope` of prefixes and addresses is the VRF's id where it enforces uniqueness, 0 for the global
table, and NULL where duplicates are welcome; a unique index over it and the value makes PostgreSQL the referee. A
trigger (migration 0004) fills the column from the VRF, so that no statement gets round it, and another rewrites it when
a VRF changes its mind. The trigger can't read our configuration: a transaction that may put duplicates into the global
table says so (`prepare`); without a word the table is guarded.

This module names the duplicates for people before PostgreSQL refuses them.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, models, transaction
from django.db.models import Case, Count, Q, Value, When
from django.utils.translation import gettext as _

from dcim.rules import warm
from ipam.constants import SHARED_ROLES
from ipam.lookups import Host
from netsot.conf import get_config
from netsot.kernel import locks
from netsot.kernel.errors import Errors
from netsot.kernel.locks import LockKey

logger = logging.getLogger("netsot.ipam")

GLOBAL = 0
"""The scope of the global table."""

SHOWN = 5
"""How many duplicates an error names."""


def lock_keys(model: type[models.Model], objs: Sequence[Any]) -> Iterable[LockKey]:
    """The routing tables that `objs` are in and, when they move, were in."""
    scopes = {obj.vrf_id or GLOBAL for obj in objs}
    ids = [obj.pk for obj in objs if obj.pk is not None and not obj._state.adding]
    if ids:
        stored = model._base_manager.filter(pk__in=ids).order_by().values_list("vrf_id", flat=True)
        scopes |= {vrf_id or GLOBAL for vrf_id in stored}
    return [("ipam.vrf", scope) for scope in scopes]


def _guarded(objs: Sequence[Any]) -> list[Any]:
    """Those of `objs` whose routing tables take no duplicates."""
    warm(objs, "vrf")
    globally = get_config().ENFORCE_GLOBAL_UNIQUE
    return [obj for obj in objs if (obj.vrf.enforce_unique if obj.vrf_id else globally)]


def prepare(objs: Sequence[Any], is_shared: Callable[[Any], bool] = lambda obj: False) -> None:
    """Fill `unique_scope` as the trigger will, and tell it when the global table takes duplicates."""
    for obj in objs:
        obj.unique_scope = None
    for obj in _guarded(objs):
        obj.unique_scope = None if is_shared(obj) else obj.vrf_id or GLOBAL
    if not get_config().ENFORCE_GLOBAL_UNIQUE and any(obj.vrf_id is None for obj in objs):
        _release_global_table()


def _release_global_table() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('netsot.enforce_global_unique', 'off', true)")


def check_prefixes(objs: Sequence[Any], errors: Errors) -> None:
    """The same prefix doesn't come twice."""
    text = _("Duplicate prefix found in %(table)s: %(value)s")
    for obj, other in _clashes(objs, "prefix", models.F("prefix"), str, lambda obj: False):
        errors.add(obj, "prefix", _message(text, obj, obj.prefix, other))


def check_addresses(objs: Sequence[Any], errors: Errors) -> None:
    """The same host doesn't come twice, unless all of its addresses have roles that are shared."""
    text = _("Duplicate IP address found in %(table)s: %(value)s")
    for obj, other in _clashes(objs, "address", Host("address"), _host, is_shared):
        errors.add(obj, "address", _message(text, obj, obj.address, other))


def is_shared(obj: Any) -> bool:
    """Whether the role of an address lets others have it too."""
    return obj.role in SHARED_ROLES


def _host(address: Any) -> str:
    return str(address.ip)


def _clashes(
    objs: Sequence[Any],
    field: str,
    column: Any,
    key: Callable[[Any], str],
    shared: Callable[[Any], bool],
) -> Iterable[tuple[Any, Any]]:
    """(object, its duplicate) for those that may not be saved; the duplicate is None when it is in the same set.

    `key` says what of the value of `field` may not repeat, and `column` is the same in SQL.
    """
    seen: dict[tuple[Any, str], list[Any]] = {}
    for obj in _guarded(objs):
        twins = seen.setdefault((obj.vrf_id, key(getattr(obj, field))), [])
        if any(not (shared(obj) and shared(twin)) for twin in twins):
            yield obj, None
        twins.append(obj)
    if not seen:
        return
    vrf_ids = {vrf_id for vrf_id, _text in seen}
    tables = Q(vrf_id__in=vrf_ids - {None})
    if None in vrf_ids:
        tables |= Q(vrf_id__isnull=True)
    stored = (
        type(objs[0])
        ._base_manager.exclude(pk__in=[obj.pk for obj in objs if obj.pk is not None])
        .annotate(_value=column)
        .filter(tables, _value__in={text for _vrf_id, text in seen})
    )
    for other in stored:
        for obj in seen.get((other.vrf_id, key(other._value)), ()):
            if not (shared(obj) and shared(other)):
                yield obj, other


def _message(text: str, obj: Any, value: Any, other: Any) -> str:
    table = _("VRF %(vrf)s") % {"vrf": obj.vrf} if obj.vrf_id else _("global table")
    message = text % {"table": table, "value": value}
    if other is None:
        return _("%(message)s. It stands twice in this request.") % {"message": message}
    url = other.get_absolute_url()
    return f"{message} ({url})" if url else message


def check_switch(vrfs: Sequence[Any], errors: Errors) -> None:
    """A VRF can start to enforce uniqueness when it holds no duplicates."""
    ids = [vrf.pk for vrf in vrfs if vrf.pk is not None and vrf.enforce_unique and not vrf._state.adding]
    if not ids:
        return
    lenient = type(vrfs[0])._base_manager.filter(pk__in=ids, enforce_unique=False).values_list("pk", flat=True)
    found = duplicates(Q(vrf_id__in=list(lenient)))
    for vrf in vrfs:
        if values := found.get(vrf.pk):
            errors.add(vrf, "enforce_unique", _refusal(values))


def _refusal(values: Sequence[str]) -> str:
    shown = ", ".join(values[:SHOWN]) + (" …" if len(values) > SHOWN else "")
    return _("Uniqueness can't be enforced while there are duplicates: remove or renumber %(values)s.") % {
        "values": shown
    }


def duplicates(tables: Q) -> dict[int | None, list[str]]:
    """The values that occur more than once, by VRF, among the prefixes and addresses that `tables` selects."""
    from ipam.models import IPAddress, Prefix

    found: dict[int | None, list[str]] = {}
    exclusive = Case(When(role__in=SHARED_ROLES, then=Value(None)), default=Value(1))
    for model, column, unshared in ((Prefix, models.F("prefix"), Value(1)), (IPAddress, Host("address"), exclusive)):
        rows = (
            model._base_manager.filter(tables)
            .order_by()
            .annotate(_value=column)
            .values("vrf_id", "_value")
            .annotate(_rows=Count("pk"), _unshared=Count(unshared))
            .filter(_rows__gt=1, _unshared__gt=0)
            .order_by("vrf_id", "_value")
        )
        for row in rows:
            value = row["_value"] if model is Prefix else row["_value"].ip
            found.setdefault(row["vrf_id"], []).append(str(value))
    return found


def apply_global_setting() -> None:
    """Bring `unique_scope` of the global table in line with ENFORCE_GLOBAL_UNIQUE after it changed.

    Raises ValidationError, and changes nothing, when uniqueness is to be enforced but there are duplicates.
    """
    from ipam.models import IPAddress, Prefix

    wanted = get_config().ENFORCE_GLOBAL_UNIQUE
    stale = [
        Prefix._base_manager.filter(vrf_id__isnull=True, unique_scope__isnull=wanted),
        IPAddress._base_manager.filter(vrf_id__isnull=True, unique_scope__isnull=wanted).exclude(role__in=SHARED_ROLES),
    ]
    if not any(rows.exists() for rows in stale):
        return
    with transaction.atomic():
        locks.acquire([("ipam.vrf", GLOBAL)])
        if wanted and (values := duplicates(Q(vrf_id__isnull=True)).get(None)):
            raise ValidationError(_refusal(values))
        if not wanted:
            _release_global_table()
        for rows in stale:
            # The trigger computes the column whatever it is set to.
            rows.update(unique_scope=models.F("unique_scope"))


def follow_global_setting(**kwargs: Any) -> None:
    """Apply the setting after migrations and when another configuration is activated; say why if that can't be."""
    try:
        apply_global_setting()
    except ValidationError as error:
        logger.warning("ENFORCE_GLOBAL_UNIQUE: %s", " ".join(error.messages))
