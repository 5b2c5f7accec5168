"""Tags."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.validators import RegexValidator
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from taggit.models import CommonGenericTaggedItemBase

from netsot.models import BaseModel, ChangeLoggedModel, ColorField, RestrictedManager
from netsot.models.base import OwnerMixin


class Tag(OwnerMixin, ChangeLoggedModel):
    """A word that objects are marked with."""

    features = frozenset({"cloning", "export_templates"})
    clone_fields = ("color", "description", "object_types")

    name = models.CharField(_("name"), max_length=100, unique=True)
    slug = models.SlugField(
        _("slug"),
        max_length=100,
        unique=True,
        allow_unicode=True,
        validators=[RegexValidator(r"^[-\w]+\Z", _("A slug holds only letters, digits, underscores and hyphens."))],
    )
    color = ColorField(verbose_name=_("color"), default="9e9e9e")
    description = models.CharField(_("description"), max_length=200, blank=True)
    weight = models.PositiveSmallIntegerField(_("weight"), default=1000)
    object_types = models.ManyToManyField(
        ContentType,
        blank=True,
        related_name="+",
        verbose_name=_("object types"),
        help_text=_("The kinds of objects the tag is for; empty for all."),
    )

    class Meta:
        ordering = ("weight", "name")
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        indexes = [models.Index(fields=["weight", "name"])]

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """A tag made from its name alone (`obj.tags.add("x")`) gets a slug."""
        super().prepare_set(objs)
        for obj in objs:
            obj.slug = obj.slug or slugify(obj.name, allow_unicode=True)


class TaggedItem(BaseModel, CommonGenericTaggedItemBase):
    """One tag on one object."""

    private = True
    visible_through = ("content_type", "object_id")
    display_fields = ("tag__name", "content_type_id", "object_id")

    object_id = models.PositiveBigIntegerField(_("object ID"))
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="%(app_label)s_%(class)s_items")

    objects = RestrictedManager()

    class Meta:
        verbose_name = _("tagged item")
        verbose_name_plural = _("tagged items")
        constraints = [
            # Also the index by which the tags of objects are read.
            models.UniqueConstraint(
                fields=("content_type", "object_id", "tag"), name="extras_taggeditem_unique_tag_per_object"
            )
        ]

    @staticmethod
    def refused(model: type[models.Model], tags: Iterable[Any]) -> dict[Any, str]:
        """Which of the tags (ids) are not for objects of `model`, with the reason."""
        from extras import tagging

        return tagging.refused(model, tags)

    @staticmethod
    def display(tag: Any, type_id: Any, object_id: Any) -> str:
        """The tag and the object that has it."""
        kind = ContentType.objects.get_for_id(type_id)
        return _("%(object)s tagged with %(tag)s") % {"object": f"{kind.name} {object_id}", "tag": tag}
