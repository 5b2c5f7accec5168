"""What a user is granted, read in one query."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.db.models import Q

Grants = dict[tuple[str, str], list[Any]]

_MEMO = "_granted"


def granted(user: Any) -> Grants:
    """`{("dcim.site", "view"): [constraint, …]}` of a user's own permissions, those of their groups and the defaults
    of the configuration. A constraint is None, a filter or a list of filters. Memoised on the user object.
    """
    memo = user.__dict__.get(_MEMO)
    if memo is None:
        memo = user.__dict__[_MEMO] = _read(user)
    return memo


def forget(user: Any) -> None:
    """Read the grants anew next time."""
    user.__dict__.pop(_MEMO, None)


def _read(user: Any) -> Grants:
    found: Grants = {}
    for label, action, constraint in _defaults():
        found.setdefault((label, action), []).append(constraint)
    if user.pk is not None:
        for label, action, constraint in of_users([user.pk]):
            found.setdefault((label, action), []).append(constraint)
    return found


def of_users(users: Iterable[Any]) -> list[tuple[str, str, Any]]:
    """(model, action, constraint) of everything granted to any of `users`, directly or by a group; one query."""
    wanted = list(users)
    return _rows(Q(users__in=wanted) | Q(groups__users__in=wanted))


def of_permissions(permissions: Iterable[Any]) -> list[tuple[str, str, Any]]:
    """(model, action, constraint) of everything that `permissions` grant, as if they were enabled; one query."""
    return _rows(Q(pk__in=list(permissions)), enabled_only=False)


def _rows(query: Q, *, enabled_only: bool = True) -> list[tuple[str, str, Any]]:
    from users.models import ObjectPermission

    permissions = ObjectPermission._base_manager.filter(query)
    if enabled_only:
        permissions = permissions.filter(enabled=True)
    rows = permissions.order_by().values_list(
        "pk", "actions", "constraints", "object_types__app_label", "object_types__model"
    )
    found, seen = [], set()
    for pk, actions, constraint, app, model in rows:
        # A user can hold one permission by several groups.
        if app is None or (pk, app, model) in seen:
            continue
        seen.add((pk, app, model))
        found.extend((f"{app}.{model}", action, constraint or None) for action in actions)
    return found


def _defaults() -> Iterable[tuple[str, str, Any]]:
    """The permissions that every user has by configuration: `{"users.view_token": ({"user": "$user"},)}`."""
    configured: Mapping[str, Sequence[Any] | None] = settings.DEFAULT_PERMISSIONS
    for name, constraints in configured.items():
        app, action, model = split_name(name)
        yield f"{app}.{model}", action, list(constraints) if constraints else None


def split_name(name: str) -> tuple[str, str, str]:
    """App, action and model of a permission's name: `("dcim", "render_config", "device")`."""
    app, dot, rest = name.partition(".")
    action, underscore, model = rest.rpartition("_")
    if not (dot and underscore and action):
        raise ValueError(f"“{name}” is not the name of a permission: write it as app.action_model")
    return app, action, model
