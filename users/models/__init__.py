"""Models of the `users` app."""

from users.models.accounts import Group, User, UserConfig
from users.models.owners import Owner, OwnerGroup
from users.models.permissions import ObjectPermission
from users.models.tokens import Token

__all__ = ["Group", "ObjectPermission", "Owner", "OwnerGroup", "Token", "User", "UserConfig"]
