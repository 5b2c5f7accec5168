"""Who may call a view at all. Which objects they then find is the business of `netsot.kernel.access.restrict`."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import PermissionDenied
from rest_framework.permissions import SAFE_METHODS, BasePermission

from netsot.kernel import access

ACTIONS = {
    "GET": "view",
    "HEAD": "view",
    "OPTIONS": "view",
    "POST": "add",
    "PUT": "change",
    "PATCH": "change",
    "DELETE": "delete",
}


def may_enter(request: Any) -> bool:
    """Whether the user has logged in, or needn't."""
    return bool(request.user and request.user.is_authenticated) or not settings.LOGIN_REQUIRED


def check_token(request: Any) -> None:
    """A read-only token writes nothing, whatever its user may do."""
    if request.method not in SAFE_METHODS and getattr(request.auth, "write_enabled", True) is False:
        raise PermissionDenied(_("This token is read-only."))


class EntryPermission(BasePermission):
    """For views about no model: everybody who has logged in."""

    def has_permission(self, request: Any, view: Any) -> bool:
        check_token(request)
        return may_enter(request)


class ResourcePermission(BasePermission):
    """For views of a model: the user may perform the method's action on at least some of its objects.

    A view names its model by `resource` (or `model`), and its action by `required_permission` where the method doesn't
    say it. The operations on one object that a Resource adds let everybody in who may look for the object: the object
    is looked up among those the user may operate on, and one that isn't there is a 404.
    """

    def has_permission(self, request: Any, view: Any) -> bool:
        check_token(request)
        if not may_enter(request):
            return False
        model = _model(view)
        if model is None:
            return bool(request.user and request.user.is_authenticated)
        if request.method == "OPTIONS":
            return any(access.can(request.user, model, action) for action in ("view", "add", "change", "delete"))
        operation = _operation(view)
        if operation is not None and operation.detail:
            return bool(request.user.is_authenticated) or access.can(request.user, model, "view")
        named = operation.permission if operation is not None else getattr(view, "required_permission", None)
        action = named or ACTIONS.get(request.method)
        return action is not None and access.can(request.user, model, action)


def _model(view: Any) -> Any:
    resource = getattr(view, "resource", None)
    return resource.model if resource is not None else getattr(view, "model", None)


def _operation(view: Any) -> Any:
    """The custom operation of the Resource that the view runs, if any."""
    resource = getattr(view, "resource", None)
    return resource.actions.get(getattr(view, "action", None)) if resource is not None else None
