"""The one visibility rule: which objects a user may see or act on.

A grant is a list of constraints per (model, action); a constraint is None (no limit), a dictionary of ORM lookups that
must all hold, or a list of such dictionaries of which one must hold. Several grants are alternatives. `$user` in a
constraint stands for the user who asks.

The kernel knows no models: the `users` app registers the function that reads a user's grants.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist, FieldError, ValidationError
from django.db import models
from django.db.models import Q

logger = logging.getLogger(__name__)

Constraint = Mapping[str, Any] | Sequence[Mapping[str, Any]] | None
Grants = Mapping[tuple[str, str], Sequence[Constraint]]
Rows = TypeVar("Rows", bound=models.QuerySet[Any])

_read_grants: Callable[[Any], Grants] | None = None


def register_grants(function: Callable[[Any], Grants]) -> None:
    """Name the function that reads a user's grants: `{("dcim.site", "view"): [constraint, …]}`, memoised per user."""
    global _read_grants
    _read_grants = function


def _is_exempt(label: str, action: str) -> bool:
    exempt = settings.EXEMPT_VIEW_PERMISSIONS
    if action != "view" or not exempt:
        return False
    app, model = label.split(".")
    if app in ("users", "auth") and label not in exempt:
        # A wildcard never opens the accounts themselves.
        return False
    return bool({"*", f"{app}.*", label} & set(exempt))


def constraints_for(user: Any, model: type[models.Model], action: str) -> list[Constraint] | bool:
    """True when `user` may perform `action` on every object of `model`, False on none, else the constraints."""
    label = model._meta.label_lower
    if _is_exempt(label, action):
        return True
    if user is None or not user.is_authenticated or not user.is_active:
        return False
    if user.is_superuser:
        return True
    if _read_grants is None:
        return False
    grants = _read_grants(user).get((label, action))
    if not grants:
        return False
    if any(not constraint for constraint in grants):
        return True
    return list(grants)


def can(user: Any, model: type[models.Model], action: str) -> bool:
    """Whether `user` may perform `action` on any object of `model` at all."""
    return constraints_for(user, model, action) is not False


def is_unlimited(user: Any, model: type[models.Model], action: str) -> bool:
    """Whether `user` may perform `action` on every object of `model`."""
    return constraints_for(user, model, action) is True


def restrict(queryset: Rows, user: Any, action: str = "view") -> Rows:
    """Only the objects of `queryset` on which `user` may perform `action`, each of them once.

    A model with `visible_through = (type column, id column)` speaks about another object (a change, a journal entry, an
    assignment): what the user may not view of those is not shown here either.
    """
    return _restrict(queryset, user, action, ())


def _restrict(queryset: Rows, user: Any, action: str, asking: tuple[type[models.Model], ...]) -> Rows:
    found = constraints_for(user, queryset.model, action)
    if found is not False and (columns := getattr(queryset.model, "visible_through", None)):
        queryset = _through(queryset, user, *columns, asking=(*asking, queryset.model))
    if found is True:
        return queryset
    if found is False:
        return queryset.none()
    query = _query(queryset.model, found, user)
    if query is None:
        return queryset.none()
    if any(_is_multivalued(queryset.model, name) for name in _names(query)):
        # A join over a to-many relation would repeat rows.
        return queryset.filter(pk__in=queryset.model._base_manager.filter(query).values("pk"))
    return queryset.filter(query)


def _through(
    queryset: Rows, user: Any, type_column: str, id_column: str, *, asking: tuple[type[models.Model], ...]
) -> Rows:
    """`asking` are the models on whose behalf this is asked: what speaks about them in turn is left out."""
    if user is not None and user.is_authenticated and user.is_superuser:
        return queryset
    whole, query = [], Q()
    for model in apps.get_models():
        found = constraints_for(user, model, "view")
        indirect = hasattr(model, "visible_through")
        if not found or model in asking:
            continue
        if found is True and not indirect:
            whole.append(model)
        else:
            kind = ContentType.objects.get_for_model(model)
            visible = _restrict(model._base_manager.all(), user, "view", asking).values("pk")
            query |= Q(**{type_column: kind, f"{id_column}__in": visible})
    kinds = ContentType.objects.get_for_models(*whole, for_concrete_models=False).values()
    return queryset.filter(query | Q(**{f"{type_column}__in": [kind.pk for kind in kinds]}))


def outside(model: type[models.Model], ids: Iterable[Any], user: Any, action: str) -> set[Any]:
    """Which of the stored objects `ids` `user` may not perform `action` on; one query, none when unlimited."""
    wanted = set(ids)
    if not wanted or is_unlimited(user, model, action):
        return set()
    allowed = restrict(model._base_manager.filter(pk__anyof=wanted), user, action).values_list("pk", flat=True)
    return wanted - set(allowed)


def constraint_query(constraint: Constraint, user: Any) -> Q:
    """One constraint as a query; an empty one limits nothing."""
    alternatives = [constraint] if isinstance(constraint, Mapping) else list(constraint or [{}])
    query = Q()
    for alternative in alternatives:
        query |= Q(**{name: _value(value, user) for name, value in alternative.items()})
    return query


def _query(model: type[models.Model], constraints: Sequence[Constraint], user: Any) -> Q | None:
    """The alternatives that make sense; a broken one grants nothing, and says so in the log."""
    query: Q | None = None
    for constraint in constraints:
        part = constraint_query(constraint, user)
        try:
            model._base_manager.filter(part)
        except (FieldError, ValueError, TypeError, ValidationError) as error:
            logger.warning(
                "A permission on %s has an invalid constraint and grants nothing: %s", model._meta.label, error
            )
            continue
        query = part if query is None else query | part
    return query


def _value(value: Any, user: Any) -> Any:
    if value == "$user":
        return user.pk
    if isinstance(value, list):
        return [_value(item, user) for item in value]
    return value


def _names(query: Q) -> Iterable[str]:
    for child in query.children:
        if isinstance(child, Q):
            yield from _names(child)
        else:
            yield child[0]


def _is_multivalued(model: type[models.Model], path: str) -> bool:
    current: Any = model
    for step in path.split("__"):
        try:
            field = current._meta.get_field(step) if step != "pk" else current._meta.pk
        except FieldDoesNotExist:
            return False
        if field.one_to_many or field.many_to_many:
            return True
        if not field.is_relation or field.related_model is None:
            return False
        current = field.related_model
    return False
