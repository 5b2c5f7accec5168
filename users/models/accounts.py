"""Users, groups and preferences."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from netsot.models import BaseModel, RestrictedQuerySet


class Group(BaseModel):
    """Users who share permissions."""

    name = models.CharField(_("name"), max_length=150, unique=True)
    description = models.CharField(_("description"), max_length=200, blank=True)
    object_permissions = models.ManyToManyField(
        "users.ObjectPermission", blank=True, related_name="groups", verbose_name=_("object permissions")
    )

    class Meta:
        ordering = ("name",)
        verbose_name = _("group")
        verbose_name_plural = _("groups")


class UserManager(BaseUserManager.from_queryset(RestrictedQuerySet)):
    """Finds users by name whatever the case, and creates them with a usable password."""

    use_in_migrations = False

    def get_by_natural_key(self, username: str | None) -> User:
        """The user of that name; names are unique whatever the case."""
        return self.get(username__iexact=username)

    def create_user(self, username: str, email: str = "", password: str | None = None, **fields: Any) -> User:
        """Create a user; without a password they can't log in with one."""
        user = self.model(username=username, email=email or "", **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, username: str, email: str = "", password: str | None = None, **fields: Any) -> User:
        """Create a user who may do everything."""
        fields.pop("is_staff", None)
        return self.create_user(username, email, password, **fields | {"is_superuser": True})


class User(BaseModel, AbstractBaseUser):
    """A person or machine that logs in."""

    display_fields = ("username",)
    secret_fields = ("password",)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["email"]

    username = models.CharField(
        _("username"),
        max_length=150,
        unique=True,
        validators=[UnicodeUsernameValidator()],
        help_text=_("Letters, digits and @ . + - _ only."),
        error_messages={"unique": _("A user with that username already exists.")},
    )
    first_name = models.CharField(_("first name"), max_length=150, blank=True)
    last_name = models.CharField(_("last name"), max_length=150, blank=True)
    email = models.EmailField(_("email address"), blank=True)
    is_active = models.BooleanField(
        _("active"), default=True, help_text=_("Switch this off instead of deleting an account.")
    )
    is_superuser = models.BooleanField(
        _("superuser status"), default=False, help_text=_("May do everything without holding permissions for it.")
    )
    date_joined = models.DateTimeField(_("date joined"), default=timezone.now)
    groups = models.ManyToManyField(Group, blank=True, related_name="users", verbose_name=_("groups"))
    object_permissions = models.ManyToManyField(
        "users.ObjectPermission", blank=True, related_name="users", verbose_name=_("object permissions")
    )

    objects = UserManager()

    class Meta:
        ordering = ("username",)
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.UniqueConstraint(
                Lower("username"),
                name="users_user_unique_username_any_case",
                violation_error_message=_("A user with that username already exists."),
            )
        ]

    @property
    def is_staff(self) -> bool:
        """What Django's tools ask: here it is the same as being a superuser."""
        return self.is_superuser

    def get_full_name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()

    def get_short_name(self) -> str:
        """The first name."""
        return self.first_name

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """Whether the user holds the permission `app.action_model`, on `obj` when given."""
        from users.backends import ObjectPermissionBackend

        return self.is_active and ObjectPermissionBackend().has_perm(self, perm, obj)

    def has_perms(self, perms: Sequence[str], obj: Any = None) -> bool:
        """Whether the user holds all the permissions."""
        return all(self.has_perm(perm, obj) for perm in perms)

    def has_module_perms(self, app_label: str) -> bool:
        """Whether the user holds any permission in the app."""
        from users.backends import ObjectPermissionBackend

        return self.is_active and ObjectPermissionBackend().has_module_perms(self, app_label)

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """Write names and mail addresses in one form."""
        super().prepare_set(objs)
        for obj in objs:
            obj.username = unicodedata.normalize("NFKC", obj.username)
            obj.email = BaseUserManager.normalize_email(obj.email)


class UserConfig(BaseModel):
    """The preferences of one user."""

    private = True
    display_fields = ("user__username",)

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="config", verbose_name=_("user"))
    data = models.JSONField(_("data"), default=dict)

    class Meta:
        ordering = ("user",)
        verbose_name = _("user preferences")
        verbose_name_plural = _("user preferences")
