"""Base classes of every model, and the protocol by which rules are written for sets of objects.

A rule is a classmethod that takes many objects. `kernel.writes` calls it once for a batch; `save()`, `delete()` and
`clean()` call it for a set of one, so scripts meet the same rules. In the order in which a write calls them:

`lock_keys(objs)`      which scopes this write depends on; taken as advisory locks before anything is read
`prepare_set(objs)`    fill columns that follow from others
`clean_set(objs, e)`   add what is wrong to the errors `e`; never raises, never queries per object
`saved_set(objs, old)` keep derived rows right; `old` maps a primary key to its columns before (absent: created)
`restored_set(objs)`   the same for deleted objects that were brought back
`deleting_set(objs)`   the same before rows go
`deleted_set(objs)`    … and after
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar

from django.contrib.contenttypes.fields import GenericRelation
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.db.models.expressions import RawSQL
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from netsot.kernel import deletion, locks
from netsot.kernel.errors import Errors
from netsot.models.fields import CustomFieldDataField
from netsot.models.natural import NameField
from netsot.models.querysets import RestrictedManager

SLUG = RegexValidator(r"^[-a-zA-Z0-9_]+\Z", _("A slug holds only letters, digits, underscores and hyphens."))


class BaseModel(models.Model):
    """What every model of ours is: restricted queries, a name built from columns, and rules for sets."""

    display_fields: ClassVar[tuple[str, ...]] = ("name",)
    """The columns (also through relations, `device__name`) that `display` needs."""

    clone_fields: ClassVar[tuple[str, ...]] = ()
    """The fields a clone starts with."""

    private: ClassVar[bool] = False
    """A table behind others, which people and the API never name."""

    features: ClassVar[frozenset[str]] = frozenset()
    """What the product does with objects of this model; collected from the bases (`netsot.models.features`)."""

    objects = RestrictedManager()

    class Meta:
        abstract = True

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        own = frozenset(cls.__dict__.get("features", ()))
        cls.features = own.union(*(base.features for base in cls.__mro__[1:] if "features" in base.__dict__))

    @staticmethod
    def display(name: Any) -> str:
        """The object's name for people, from the values of `display_fields`. May be `display(*values)`."""
        return str(name)

    def __str__(self) -> str:
        return type(self).display(*(_follow(self, path) for path in self.display_fields))

    def get_absolute_url(self) -> str:
        """The page of this object; empty when the model has none."""
        try:
            return reverse(f"{self._meta.app_label}:{self._meta.model_name}", args=[self.pk])
        except NoReverseMatch:
            return ""

    @classmethod
    def lock_keys(cls, objs: Sequence[Any]) -> Iterable[locks.LockKey]:
        """The scopes whose rules this write depends on."""
        return ()

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """Fill columns that follow from others, before validation.

        A text column that may be NULL holds no empty text, so that "none" can't be a duplicate of "none".
        """
        for name in _nullable_texts(cls):
            for obj in objs:
                if getattr(obj, name) == "":
                    setattr(obj, name, None)

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """Add everything that is wrong with `objs` to `errors`."""

    @classmethod
    def saved_set(cls, objs: Sequence[Any], old: Mapping[Any, Mapping[str, Any]]) -> None:
        """Keep derived rows right after `objs` were written."""

    @classmethod
    def restored_set(cls, objs: Sequence[Any]) -> None:
        """Keep derived rows right after deleted `objs` were brought back. Their logged children come back by
        themselves; a model whose `saved_set` makes children of its own says here what is left to do.
        """
        cls.saved_set(objs, {})

    @classmethod
    def deleting_set(cls, objs: Sequence[Any]) -> None:
        """Keep derived rows right before `objs` are deleted."""

    @classmethod
    def deleted_set(cls, objs: Sequence[Any]) -> None:
        """Keep derived rows right after `objs` were deleted (they keep their primary key)."""

    def clean(self) -> None:
        """Validate a set of one."""
        errors = Errors()
        type(self).clean_set([self], errors)
        errors.raise_for(self)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write this object and what depends on it, in one transaction."""
        model = type(self)
        with transaction.atomic():
            locks.acquire(model.lock_keys([self]))
            old: dict[Any, dict[str, Any]] = {}
            if not self._state.adding:
                old = {row["pk"]: row for row in model._base_manager.filter(pk=self.pk).values("pk", *attnames(model))}
            model.prepare_set([self])
            super().save(*args, **kwargs)
            model.saved_set([self], old)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete this object and what depends on it, in one transaction, the same way `kernel.writes` does: the rules
        of everything that goes along are asked, and all of it is logged.
        """
        result = deletion.delete_by_orm(type(self), [self])
        self.pk = None
        return result


@functools.cache
def attnames(model: type[models.Model]) -> tuple[str, ...]:
    """The column attributes of a model (`site_id`, not `site`), primary key excluded."""
    return tuple(field.attname for field in model._meta.concrete_fields if not field.primary_key)


@functools.cache
def _nullable_texts(model: type[models.Model]) -> tuple[str, ...]:
    return tuple(
        field.attname
        for field in model._meta.concrete_fields
        if field.null and isinstance(field, models.CharField | models.TextField)
    )


def _follow(obj: Any, path: str) -> Any:
    for step in path.split("__"):
        if obj is None:
            return None
        obj = getattr(obj, step)
    return obj


class ChangeLoggedModel(BaseModel):
    """Every creation, change and deletion is recorded."""

    features = frozenset({"change_logging", "custom_validation", "event_rules"})

    created = models.DateTimeField(_("created"), auto_now_add=True, null=True, blank=True)
    last_updated = models.DateTimeField(_("last updated"), auto_now=True, null=True, blank=True)

    class Meta:
        abstract = True


class CustomFieldsMixin(models.Model):
    """Carries custom fields: `custom_field_data` holds the stored values by field name."""

    features = frozenset({"custom_fields"})

    custom_field_data = CustomFieldDataField(_("custom field data"), default=dict, blank=True)

    class Meta:
        abstract = True

    @property
    def cf(self) -> dict[str, Any]:
        """The custom fields as Python values; related objects are loaded."""
        from django.apps import apps

        return apps.get_model("extras", "CustomField").objects.values_of(self)

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """Values that scripts put into `custom_field_data` meet the same rules as those that are sent."""
        super().clean_set(objs, errors)  # type: ignore[misc]
        from netsot.kernel import custom_fields

        # The write path has read and checked what was sent just before.
        unchecked = [obj for obj in objs if not obj.__dict__.pop("_custom_fields_checked", False)]
        if unchecked:
            sent = [dict(obj.custom_field_data or {}) for obj in unchecked]
            custom_fields.provider().parse(cls, unchecked, sent, errors)
            for obj in unchecked:
                obj.__dict__.pop("_custom_fields_checked", None)


class TagsMixin(models.Model):
    """Can be tagged."""

    features = frozenset({"tags"})

    tags = TaggableManager(through="extras.TaggedItem", to="extras.Tag", blank=True)

    class Meta:
        abstract = True


class JournalingMixin(models.Model):
    """Has a journal."""

    features = frozenset({"journaling"})

    journal_entries = GenericRelation(
        "extras.JournalEntry", content_type_field="assigned_object_type", object_id_field="assigned_object_id"
    )

    class Meta:
        abstract = True


class NetSoTModel(CustomFieldsMixin, TagsMixin, JournalingMixin, ChangeLoggedModel):
    """What most models are: recorded, tagged, with custom fields, a journal, bookmarks and subscriptions."""

    features = frozenset({"bookmarks", "cloning", "custom_links", "export_templates", "notifications"})

    bookmarks = GenericRelation("extras.Bookmark", content_type_field="object_type", object_id_field="object_id")
    subscriptions = GenericRelation(
        "extras.Subscription", content_type_field="object_type", object_id_field="object_id"
    )

    class Meta:
        abstract = True


class OwnerMixin(models.Model):
    """May belong to an owner: the people in charge."""

    owner = models.ForeignKey(
        "users.Owner", on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("owner"), related_name="+"
    )

    class Meta:
        abstract = True


class PrimaryModel(OwnerMixin, NetSoTModel):
    """The things a network is made of."""

    description = models.CharField(_("description"), max_length=200, blank=True)
    comments = models.TextField(_("comments"), blank=True)

    class Meta:
        abstract = True


class OrganizationalModel(OwnerMixin, NetSoTModel):
    """What things are sorted by: a role, a type, a registry."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    slug = models.SlugField(_("slug"), max_length=100, unique=True, validators=[SLUG])
    description = models.CharField(_("description"), max_length=200, blank=True)
    comments = models.TextField(_("comments"), blank=True)

    class Meta:
        abstract = True
        ordering = ("name",)


class NestedGroupModel(OwnerMixin, NetSoTModel):
    """A node of a tree. Only the parent is stored: depth, ancestors and descendants are asked of the database by
    recursive queries (`netsot.models.trees`), so a move rewrites one row. A trigger refuses circles: the migration of a
    new tree needs a `GuardTree`.
    """

    clone_fields = ("parent", "description")

    parent = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="children", verbose_name=_("parent")
    )
    name = NameField(_("name"), max_length=100)
    slug = models.SlugField(_("slug"), max_length=100, validators=[SLUG])
    description = models.CharField(_("description"), max_length=200, blank=True)
    comments = models.TextField(_("comments"), blank=True)

    class Meta:
        abstract = True

    @classmethod
    def lock_keys(cls, objs: Sequence[Any]) -> Iterable[locks.LockKey]:
        """Two moves at once could close a circle that neither sees: one writer per tree."""
        yield (f"tree:{cls._meta.label_lower}", 0)
        yield from super().lock_keys(objs)

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """A node can't be moved under itself or its own descendants, also not by several moves of one batch."""
        super().clean_set(objs, errors)
        from netsot.models import trees

        for obj in trees.circular(cls, objs):
            errors.add(obj, "parent", _("An object can't be its own ancestor: choose a parent outside its subtree."))

    @classmethod
    def subtree(cls, ids: Iterable[Any]) -> RawSQL:
        """The ids of the nodes `ids` and of everything below them, as a subquery for `__in`."""
        from netsot.models import trees

        return RawSQL(trees.descendants_sql(cls), [list(ids)])  # noqa: S611

    def get_ancestors(self, include_self: bool = False) -> models.QuerySet:
        """The chain from the root to this node's parent (or the node itself)."""
        from netsot.models import trees

        return trees.ancestors(type(self), [self.pk], include_self=include_self)

    def get_descendants(self, include_self: bool = False) -> models.QuerySet:
        """Everything below this node."""
        from netsot.models import trees

        return trees.descendants(type(self), [self.pk], include_self=include_self)

    @property
    def level(self) -> int:
        """How many ancestors this node has."""
        return self.get_ancestors().count()


class AdminModel(BaseModel):
    """What administrators keep: not change-logged, no tags, no custom fields."""

    features = frozenset({"bookmarks", "cloning", "custom_links", "custom_validation", "event_rules"}) | {
        "export_templates",
        "notifications",
    }

    description = models.CharField(_("description"), max_length=200, blank=True)

    bookmarks = GenericRelation("extras.Bookmark", content_type_field="object_type", object_id_field="object_id")
    subscriptions = GenericRelation(
        "extras.Subscription", content_type_field="object_type", object_id_field="object_id"
    )

    class Meta:
        abstract = True
