"""The authentication backend: passwords, slowed down against guessing, and object permissions."""

from __future__ import annotations

import logging
from typing import Any

from django.apps import apps
from django.contrib.auth.backends import ModelBackend
from django.core.exceptions import PermissionDenied

from netsot.api.client import client_address
from netsot.kernel import access
from users import throttle
from users.permissions import granted, split_name

logger = logging.getLogger("netsot.auth")


class ObjectPermissionBackend(ModelBackend):
    """Checks passwords against our users, and permissions against object permissions."""

    def authenticate(
        self, request: Any, username: str | None = None, password: str | None = None, **kwargs: Any
    ) -> Any:
        """The user with this name and password; after too many failures nothing is compared for a while."""
        if username is None or password is None:
            return None
        address = client_address(request) if request is not None else ""
        if not throttle.admit(username, address):
            logger.info("Login of %r from %s refused: too many failures", username, address or "the system")
            raise PermissionDenied
        user = super().authenticate(request, username=username, password=password, **kwargs)
        if user is None:
            logger.info("Failed login of %r from %s", username, address or "the system")
        else:
            throttle.succeeded(username, address)
        return user

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        """Whether the user holds `app.action_model`, within its constraints for `obj` when given."""
        try:
            app, action, name = split_name(perm)
            model = apps.get_model(app, name)
        except (ValueError, LookupError):
            return False
        if obj is None:
            return access.can(user_obj, model, action)
        if not isinstance(obj, model) or obj.pk is None:
            return False
        return obj.pk not in access.outside(model, [obj.pk], user_obj, action)

    def has_module_perms(self, user_obj: Any, app_label: str) -> bool:
        """Whether the user holds any permission in the app."""
        if not user_obj.is_active:
            return False
        return user_obj.is_superuser or any(label.startswith(f"{app_label}.") for label, _ in granted(user_obj))

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """The names of all permissions held, constraints aside."""
        if not user_obj.is_active or user_obj.is_anonymous or obj is not None:
            return set()
        names = set()
        for label, action in granted(user_obj):
            app, model = label.split(".")
            names.add(f"{app}.{action}_{model}")
        return names

    def get_user_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """The same as all permissions: what comes by a group is not told apart."""
        return self.get_all_permissions(user_obj, obj)

    def get_group_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """None apart from `get_all_permissions`."""
        return set()
