"""Journal entries and pictures of objects."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from extras.choices import JournalEntryKindChoices
from extras.models.mixins import require_feature
from extras.uploads import image_path
from netsot.kernel import changes
from netsot.kernel.errors import Errors
from netsot.models import ChangeLoggedModel, ChoiceField
from netsot.models.base import CustomFieldsMixin, TagsMixin


class JournalEntry(CustomFieldsMixin, TagsMixin, ChangeLoggedModel):
    """A note about an object."""

    features = frozenset({"custom_links", "export_templates"})
    display_fields = ("created", "kind")
    visible_through = ("assigned_object_type", "assigned_object_id")

    assigned_object_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    assigned_object_id = models.PositiveBigIntegerField()
    assigned_object = GenericForeignKey("assigned_object_type", "assigned_object_id")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, verbose_name=_("created by")
    )
    kind = ChoiceField(
        JournalEntryKindChoices,
        verbose_name=_("kind"),
        max_length=30,
        default=JournalEntryKindChoices.KIND_INFO,
    )
    comments = models.TextField(_("comments"))

    class Meta:
        ordering = ("-created",)
        verbose_name = _("journal entry")
        verbose_name_plural = _("journal entries")
        indexes = [
            models.Index(fields=["-created"]),
            models.Index(fields=["assigned_object_type", "assigned_object_id"]),
        ]

    @staticmethod
    def display(created: Any, kind: Any) -> str:
        """When it was written, and its tone."""
        moment = localtime(created).strftime("%Y-%m-%d %H:%M") if created else ""
        return f"{moment} ({JournalEntryKindChoices.labels.get(kind, kind)})"

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """The author of a new entry is who writes it, whatever was sent."""
        super().prepare_set(objs)
        author = changes.current_user()
        for obj in objs:
            if obj._state.adding and author is not None:
                obj.created_by_id = author.pk

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """Only objects of some types have a journal."""
        super().clean_set(objs, errors)
        require_feature(objs, errors, "assigned_object_type", "journaling")


class ImageAttachment(ChangeLoggedModel):
    """A picture of an object."""

    clone_fields = ("object_type", "object_id")
    display_fields = ("name", "image")

    object_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    parent = GenericForeignKey("object_type", "object_id")
    image = models.ImageField(_("image"), upload_to=image_path, height_field="image_height", width_field="image_width")
    image_height = models.PositiveSmallIntegerField(_("image height"), editable=False)
    image_width = models.PositiveSmallIntegerField(_("image width"), editable=False)
    image_size = models.PositiveBigIntegerField(_("image size"), null=True, blank=True, editable=False)
    name = models.CharField(_("name"), max_length=50, blank=True)
    description = models.CharField(_("description"), max_length=200, blank=True)

    class Meta:
        ordering = ("name", "pk")
        verbose_name = _("image attachment")
        verbose_name_plural = _("image attachments")
        indexes = [models.Index(fields=["name", "id"]), models.Index(fields=["object_type", "object_id"])]

    @staticmethod
    def display(name: Any, image: Any) -> str:
        """Its name, or that of its file."""
        return name or PurePath(str(image)).name

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """Remember the size of the file."""
        super().prepare_set(objs)
        for obj in objs:
            if obj.image and not obj.image._committed:
                obj.image_size = obj.image.size

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """Only objects of some types have pictures."""
        super().clean_set(objs, errors)
        require_feature(objs, errors, "object_type", "image_attachments")

    @classmethod
    def deleted_set(cls, objs: Sequence[Any]) -> None:
        """The files go when it is certain that the rows are gone."""
        super().deleted_set(objs)
        files = [(obj.image.storage, obj.image.name) for obj in objs if obj.image]

        def remove() -> None:
            for storage, name in files:
                storage.delete(name)

        transaction.on_commit(remove)
