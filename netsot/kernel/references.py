"""Resolving the references of a whole batch: one query per related model.

An id and attributes are looked up among what the user may view, so that a hidden object answers like one that doesn't
exist. `ALLOW_HIDDEN_REFERENCES` lifts that for ids.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.conf import settings
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from netsot.kernel import access
from netsot.kernel.inputs import Lookup


def resolve(model: type[models.Model], lookups: Iterable[Lookup], user: Any) -> dict[Lookup, Any]:
    """Each lookup's object, or the message (a string) that says why there is none."""
    wanted = set(lookups)
    ids = {item: item.pk for item in wanted if item.pk is not None}
    return _by_id(model, ids, user) | _by_attributes(model, wanted - ids.keys(), user)


def _by_id(model: type[models.Model], ids: dict[Lookup, Any], user: Any) -> dict[Lookup, Any]:
    if not ids:
        return {}
    queryset = model._default_manager.filter(pk__anyof=set(ids.values())).order_by()
    if not settings.ALLOW_HIDDEN_REFERENCES:
        queryset = access.restrict(queryset, user, "view")
    objs = {obj.pk: obj for obj in queryset}
    missing = _("Related object not found using the provided numeric ID: %s")
    return {item: objs.get(pk) or missing % pk for item, pk in ids.items()}


def _by_attributes(model: type[models.Model], wanted: set[Lookup], user: Any) -> dict[Lookup, Any]:
    found: dict[Lookup, Any] = {}
    conditions: dict[Lookup, dict[str, Any]] = {}
    inner = _resolve_inner(model, wanted, user)
    for item in wanted:
        try:
            conditions[item] = _conditions(model, item, inner)
        except (FieldDoesNotExist, ValueError) as error:
            found[item] = _invalid(item, error)
    if not conditions:
        return found
    visible = access.restrict(model._default_manager.order_by(), user, "view")
    try:
        candidates = list(visible.filter(reduce(or_, (Q(**parts) for parts in conditions.values()))))
    except (ValueError, TypeError, ValidationError):
        # One value doesn't fit its column: say which, one by one.
        candidates = []
        for item, parts in list(conditions.items()):
            try:
                candidates += visible.filter(**parts)[:2]
            except (ValueError, TypeError, ValidationError) as error:
                found[item] = _invalid(item, error)
                del conditions[item]
    for item, parts in conditions.items():
        matching = {obj.pk: obj for obj in candidates if all(_same(obj, name, value) for name, value in parts.items())}
        if len(matching) == 1:
            found[item] = next(iter(matching.values()))
        elif matching:
            found[item] = _("Multiple objects match the provided attributes: %s") % _shown(item)
        else:
            found[item] = _("Related object not found using the provided attributes: %s") % _shown(item)
    return found


def _resolve_inner(model: type[models.Model], wanted: set[Lookup], user: Any) -> dict[tuple[str, Lookup], Any]:
    """The references inside attributes ({"manufacturer": {"slug": "x"}}), one level of relations at a time."""
    by_field: dict[str, set[Lookup]] = {}
    for item in wanted:
        for name, value in item.attributes:
            if isinstance(value, Lookup):
                by_field.setdefault(name, set()).add(value)
    found: dict[tuple[str, Lookup], Any] = {}
    for name, lookups in by_field.items():
        try:
            target = model._meta.get_field(name).related_model
        except FieldDoesNotExist:
            continue
        if target is not None and target != "self":
            found |= {(name, inner): obj for inner, obj in resolve(target, lookups, user).items()}  # type: ignore[arg-type]
    return found


def _conditions(model: type[models.Model], item: Lookup, inner: dict[tuple[str, Lookup], Any]) -> dict[str, Any]:
    """Attributes as exact values of the model's own columns. Nothing else: a lookup expression in a body would be a way
    to guess at hidden values."""
    parts = {}
    for name, value in item.attributes:
        field = model._meta.get_field(name)
        if not field.concrete or field.many_to_many or name in getattr(model, "secret_fields", ()):
            raise ValueError(_("%s can't be used to look up an object") % name)
        if isinstance(value, Lookup):
            obj = inner.get((name, value))
            if obj is None or isinstance(obj, str):
                raise ValueError(obj or _("%s is not a relation") % name)
            parts[name] = obj.pk
        else:
            parts[name] = value
    return parts


def _same(obj: Any, name: str, value: Any) -> bool:
    field = obj._meta.get_field(name)
    stored = getattr(obj, field.attname)
    if stored is None or value is None:
        return stored is value
    return bool(
        stored == field.target_field.to_python(value) if field.is_relation else stored == field.to_python(value)
    )


def _invalid(item: Lookup, error: Exception) -> str:
    detail = "; ".join(error.messages) if isinstance(error, ValidationError) else str(error)
    return _("Invalid attributes %(attributes)s: %(error)s") % {"attributes": _shown(item), "error": detail}


def _shown(item: Lookup) -> dict[str, Any]:
    return {name: _shown(value) if isinstance(value, Lookup) else value for name, value in item.attributes}
