"""Users, groups, permissions and tokens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q
from rest_framework import serializers

from netsot.derive.filterset import Path, Truth
from netsot.kernel.registry import register
from netsot.kernel.resource import Count, F, Resource, computed
from users.models import Group, ObjectPermission, Token

User = get_user_model()

_MEMBER = {
    "owner": Path("owners", by="name"),
    "owner_id": Path("owners"),
    "notification_group_id": Path("notification_groups"),
}
"""Filters by what users and groups are members of."""


@register(Group)
class GroupResource(Resource):
    """Users who share permissions."""

    menu = ("Admin", "Authentication")
    fields = F("name description permissions user_count")
    source = {"permissions": "object_permissions"}
    brief = F("name description")
    nested = F("name")
    counts = {"user_count": Count("users.User", "groups")}
    filters = {"user_id": Path("users"), **_MEMBER}
    search = {"name": 100, "description": 500}
    columns = F("name user_count description")
    fieldsets = (("Group", F("name description")), ("Permissions", F("permissions")))


@register(User)
class UserResource(Resource):
    """A person or machine that logs in."""

    menu = ("Admin", "Authentication")
    fields = F("username password first_name last_name email is_active date_joined last_login groups permissions")
    hidden = F("is_superuser")
    secret = F("password")
    required = F("password")
    source = {"permissions": "object_permissions", "password": "new_password"}
    brief = F("username")
    nested = F("username")
    filters = {"is_superuser": Path("is_superuser"), **_MEMBER}
    search = {"username": 100, "first_name": 200, "last_name": 200, "email": 300}
    columns = F("username first_name last_name email groups is_active")
    fieldsets = (
        ("User", F("username password first_name last_name email")),
        ("Status", F("is_active")),
        ("Groups", F("groups")),
        ("Permissions", F("permissions")),
    )

    @computed(schema=serializers.CharField(write_only=True, max_length=128, trim_whitespace=False), writable=True)
    def password(self, page: Any) -> Sequence[Any]:
        """Never shown."""
        return [None for _ in page.ids]


@register(ObjectPermission)
class ObjectPermissionResource(Resource):
    """What its users and groups may do with objects of some types."""

    endpoint = "permissions"
    menu = ("Admin", "Authentication")
    fields = F("name description enabled object_types actions constraints groups users")
    brief = F("name description enabled object_types actions")
    forms = {"groups": "nested", "users": "nested"}
    filters = {
        "user": Path("users"),
        "group": Path("groups"),
        "object_types": Path("object_types", by="pk"),
        **{f"can_{name}": Truth(Q(actions__contains=[name])) for name in ("view", "add", "change", "delete")},
    }
    search = {"name": 100, "description": 500}
    columns = F("name enabled object_types actions groups users description")
    fieldsets = (
        ("Permission", F("name description enabled")),
        ("Actions", F("actions")),
        ("Objects", F("object_types")),
        ("Assignment", F("groups users")),
        ("Constraints", F("constraints")),
    )


@register(Token)
class TokenResource(Resource):
    """A secret with which a program acts as a user; shown once, when it is made."""

    menu = ("Admin", "Authentication")
    fields = F(
        "version key user description created expires last_used enabled write_enabled pepper_id allowed_ips token"
    )
    hidden = F("hmac_digest")
    brief = F("version key enabled write_enabled description")
    filters = {name: Path(name, lookups="gte lte") for name in ("created", "expires", "last_used")}
    search = {"description": 100, "key": 100}
    columns = F("key version user enabled write_enabled expires last_used description")
    fieldsets = (("Token", F("version user description enabled write_enabled expires allowed_ips")),)
    form_exclude = F("last_used pepper_id token")

    @computed(schema=serializers.CharField(max_length=40, allow_null=True), writable=True)
    def token(self, page: Any) -> Sequence[Any]:
        """Only shown in the answer that creates it."""
        return [None for _ in page.ids]

    class ViewSet:
        """Shows a new token's secret once."""

        def created(self, objs: Sequence[Any], rendered: list[dict[str, Any]]) -> list[dict[str, Any]]:
            """The answer to a creation, secrets included."""
            return [item | {"token": obj.token} for obj, item in zip(objs, rendered, strict=True)]
