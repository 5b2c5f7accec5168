"""Helpers for tests about who may do what."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType

from users.models import ObjectPermission, User


@pytest.fixture
def jane(db) -> User:
    """A user without any permission."""
    return User.objects.create_user("jane")


@pytest.fixture
def allow():
    """Give permissions: `allow(user_or_group, "tenancy.tenant", "view", constraints={…})`."""

    def give(holder: Any, label: str, *actions: str, constraints: Any = None, enabled: bool = True) -> ObjectPermission:
        permission = ObjectPermission.objects.create(
            name=f"{label} {actions}", actions=list(actions), constraints=constraints, enabled=enabled
        )
        permission.object_types.add(ContentType.objects.get_for_model(apps.get_model(label)))
        holder.object_permissions.add(permission)
        if isinstance(holder, User):
            holder.refresh_from_db()
        return permission

    return give
