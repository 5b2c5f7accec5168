"""An API client for tests: a user with a token, JSON both ways."""

from __future__ import annotations

import json
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.test import Client

from tests.factories import number
from users.models import ObjectPermission, Token


class API:
    """Speaks JSON to the API as one user."""

    def __init__(self, user: Any = None) -> None:
        self.user = user
        headers = {}
        if user is not None:
            token = Token(user=user, version=1)
            token.save()
            headers["HTTP_AUTHORIZATION"] = f"Token {token.token}"
        self.client = Client(raise_request_exception=True, **headers)

    def __call__(self, method: str, path: str, data: Any = None, **headers: str) -> Any:
        extra = {f"HTTP_{name.upper()}": value for name, value in headers.items()}
        body = {} if data is None else {"data": json.dumps(data)}
        return self.client.generic(method, path, content_type="application/json", **body, **extra)

    def get(self, path: str, **headers: str) -> Any:
        """GET."""
        return self("GET", path, **headers)

    def post(self, path: str, data: Any = None, **headers: str) -> Any:
        """POST."""
        return self("POST", path, data, **headers)

    def put(self, path: str, data: Any = None, **headers: str) -> Any:
        """PUT."""
        return self("PUT", path, data, **headers)

    def patch(self, path: str, data: Any = None, **headers: str) -> Any:
        """PATCH."""
        return self("PATCH", path, data, **headers)

    def delete(self, path: str, data: Any = None, **headers: str) -> Any:
        """DELETE."""
        return self("DELETE", path, data, **headers)


def superuser() -> Any:
    """A user who may do everything."""
    return get_user_model().objects.create_superuser(f"root{number()}", password="Long-enough-secret-1")  # noqa: S106


def user_with(*grants: tuple[str, str, Any]) -> Any:
    """A user with permissions: (action, "app.model", constraints) each."""
    user = get_user_model().objects.create_user(f"someone{number()}", password="Long-enough-secret-1")  # noqa: S106
    by_label: dict[tuple[str, str], set[str]] = {}
    for action, label, constraints in grants:
        by_label.setdefault((label.lower(), json.dumps(constraints)), set()).add(action)
    together: dict[tuple[frozenset[str], str], list[ContentType]] = {}
    for (label, constraints), actions in by_label.items():
        kind = ContentType.objects.get_by_natural_key(*label.split("."))
        together.setdefault((frozenset(actions), constraints), []).append(kind)
    for (actions, constraints), kinds in together.items():
        permission = ObjectPermission.objects.create(
            name=f"permission {number()}", actions=sorted(actions), constraints=json.loads(constraints), enabled=True
        )
        permission.object_types.set(kinds)
        user.object_permissions.add(permission)
    return user
