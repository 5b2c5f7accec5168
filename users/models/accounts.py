"""Users, groups and preferences."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.password_validation import password_changed, validate_password
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from netsot.conf import get_config
from netsot.kernel.errors import Errors
from netsot.models import BaseModel, RestrictedQuerySet
from users import escalation, preferences
from users.permissions import forget


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

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """Read what the writer holds before this write can add to it."""
        super().prepare_set(objs)
        escalation.limited_actor()

    @classmethod
    def saved_set(cls, objs: Sequence[Any], old: Mapping[Any, Mapping[str, Any]]) -> None:
        """Nobody writes a group that grants more than they hold."""
        super().saved_set(objs, old)
        if (actor := escalation.limited_actor()) is not None:
            escalation.refuse_stronger_groups(actor, [obj.pk for obj in objs])


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

    @property
    def new_password(self) -> str | None:
        """What was typed, until the object is saved; setting it sets the password."""
        return self._password

    @new_password.setter
    def new_password(self, value: str) -> None:
        self.set_password(value)

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

    def refresh_from_db(self, *args: Any, **kwargs: Any) -> None:
        """Read the row anew, and the permissions with it."""
        forget(self)
        super().refresh_from_db(*args, **kwargs)

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """Write names and mail addresses in one form; read what the writer holds before this write can add to it."""
        super().prepare_set(objs)
        escalation.limited_actor()
        for obj in objs:
            obj.username = unicodedata.normalize("NFKC", obj.username)
            obj.email = BaseUserManager.normalize_email(obj.email)

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """New passwords meet the configured rules, and only a superuser makes superusers."""
        super().clean_set(objs, errors)
        actor = escalation.limited_actor()
        for obj in objs:
            # `set_password` keeps what was typed until the object is saved.
            if obj._password is not None:
                try:
                    validate_password(obj._password, obj)
                except ValidationError as error:
                    errors.add_error(obj, error, "password")
            if actor is not None and obj.is_superuser and obj._state.adding:
                errors.add(obj, "is_superuser", _("Only a superuser may make a superuser."))

    @classmethod
    def saved_set(cls, objs: Sequence[Any], old: Mapping[Any, Mapping[str, Any]]) -> None:
        """New users get their preferences; nobody makes or takes over an account stronger than their own."""
        super().saved_set(objs, old)
        for obj in objs:
            forget(obj)
            if obj._password is not None:
                password_changed(obj._password, obj)
                obj._password = None
        fresh = [obj for obj in objs if obj.pk not in old]
        if fresh:
            defaults = get_config().DEFAULT_USER_PREFERENCES
            UserConfig._base_manager.bulk_create(
                [UserConfig(user_id=obj.pk, data=preferences.copy(defaults)) for obj in fresh], ignore_conflicts=True
            )
        actor = escalation.limited_actor()
        if actor is not None:
            if any(old.get(obj.pk, {}).get("is_superuser") for obj in objs):
                raise PermissionDenied(_("Only a superuser may change a superuser."))
            escalation.refuse_stronger_users(actor, [obj.pk for obj in objs])


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

    def get(self, path: str, default: Any = None) -> Any:
        """The preference at a dotted path, `tables.SiteTable.columns`; those never set come from the configuration."""
        found = preferences.get(self.data, path)
        if found is None:
            found = preferences.get(get_config().DEFAULT_USER_PREFERENCES, path)
        return default if found is None else found

    def all(self) -> dict[str, Any]:
        """Every preference, flat: dotted path to value."""
        return preferences.flat(self.data)

    def set(self, path: str, value: Any, commit: bool = False) -> None:
        """Set the preference at a dotted path."""
        preferences.put(self.data, path, value)
        if commit:
            self.save()

    def clear(self, path: str, commit: bool = False) -> None:
        """Remove the preference at a dotted path and everything below it; nothing happens when there is none."""
        preferences.remove(self.data, path)
        if commit:
            self.save()

    def merge(self, changes: Mapping[str, Any]) -> None:
        """Merge a nested dictionary into the preferences; a list or a single value replaces what was there."""
        self.data = preferences.merge(self.data, changes)
