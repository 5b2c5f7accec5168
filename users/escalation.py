"""Nobody hands out more than they hold.

A user who isn't a superuser may write permissions, groups and accounts as far as their own permissions for those
objects go, but never so that anybody ends up with more than the writer has: not by a permission, not by a group, not
by taking over a stronger account (its password, its tokens). The system itself, where nobody acts, is not limited.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from netsot.kernel import changes
from users.permissions import granted, of_permissions, of_users

Grant = tuple[str, str, Any]


def limited_actor() -> Any:
    """Who acts, if their powers have to be compared; their grants are read now, before anything is written."""
    actor = changes.current_user()
    if actor is None or getattr(actor, "is_superuser", False):
        return None
    granted(actor)
    return actor


def exceeding(actor: Any, grants: Iterable[Grant]) -> Grant | None:
    """The first of `grants` that goes beyond what `actor` holds."""
    return next((grant for grant in grants if not _covers(actor, *grant)), None)


def _covers(actor: Any, label: str, action: str, constraint: Any) -> bool:
    held = granted(actor).get((label, action), [])
    if any(not item for item in held):
        return True
    known = [part for item in held for part in _alternatives(item)]
    wanted = _alternatives(constraint)
    return bool(wanted) and all(any(_narrower(part, other) for other in known) for part in wanted)


def _alternatives(constraint: Any) -> list[Mapping[str, Any]]:
    if not constraint:
        return []
    return [constraint] if isinstance(constraint, Mapping) else list(constraint)


def _narrower(wanted: Any, held: Any) -> bool:
    """Whether one filter demands at least what another does; compared as written."""
    return (
        isinstance(wanted, Mapping)
        and isinstance(held, Mapping)
        and all(name in wanted and wanted[name] == value for name, value in held.items())
    )


def refuse_stronger_permissions(actor: Any, permissions: Iterable[Any]) -> None:
    """Raise PermissionDenied when one of the stored permissions goes beyond what `actor` holds."""
    _refuse(exceeding(actor, of_permissions(permissions)))


def refuse_stronger_groups(actor: Any, groups: Iterable[Any]) -> None:
    """The same for what groups grant."""
    from users.models import Group

    through = Group.object_permissions.through
    ids = through._base_manager.filter(group_id__in=list(groups)).values_list("objectpermission_id", flat=True)
    refuse_stronger_permissions(actor, ids)


def refuse_stronger_users(actor: Any, users: Iterable[Any]) -> None:
    """The same for accounts; a superuser is stronger than everybody else."""
    from users.models import User

    wanted = list(users)
    if getattr(actor, "is_superuser", False) or not wanted:
        return
    if User._base_manager.filter(pk__in=wanted, is_superuser=True).exists():
        raise PermissionDenied(_("Only a superuser may change a superuser."))
    _refuse(exceeding(actor, of_users(wanted)))


def _refuse(grant: Grant | None) -> None:
    if grant is not None:
        label, action, _constraint = grant
        raise PermissionDenied(
            _("You can't hand out more than you hold: %(action)s on %(model)s.") % {"action": action, "model": label}
        )


def relation_changed(sender: Any, instance: Any, action: str, reverse: bool, pk_set: Any, **kwargs: Any) -> None:
    """Receiver of `m2m_changed` for groups and permissions written through the ORM by somebody known."""
    from users.models import Group, ObjectPermission, User

    if action not in ("pre_add", "post_add"):
        return
    # Before the rows are written, so that what the actor holds is not what they just gave themselves.
    actor = limited_actor()
    if actor is None or action == "pre_add":
        return
    ids = list(pk_set or ()) if reverse else [instance.pk]
    if sender is ObjectPermission.object_types.through:
        refuse_stronger_permissions(actor, ids)
    elif sender is Group.object_permissions.through:
        refuse_stronger_groups(actor, ids)
    elif sender in (User.groups.through, User.object_permissions.through):
        refuse_stronger_users(actor, ids)
