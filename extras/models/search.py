"""The search index."""

from __future__ import annotations

import uuid

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from netsot.models import BaseModel


class CachedValue(BaseModel):
    """One searchable value of one object."""

    private = True
    display_fields = ("object_type_id", "object_id", "field")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    timestamp = models.DateTimeField(auto_now_add=True, editable=False)
    object_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    object = GenericForeignKey("object_type", "object_id")
    field = models.CharField(max_length=200)
    type = models.CharField(max_length=30)
    value = models.TextField()
    weight = models.PositiveSmallIntegerField(default=1000)

    class Meta:
        ordering = ("weight", "object_type", "value", "object_id")
        verbose_name = _("cached value")
        verbose_name_plural = _("cached values")
        indexes = [models.Index(fields=["object_type", "object_id"])]

    @staticmethod
    def display(type_id: int, object_id: int, field: str) -> str:
        """Whose value it is."""
        return f"{ContentType.objects.get_for_id(type_id)} {object_id}: {field}"
