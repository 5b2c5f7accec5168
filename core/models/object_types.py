"""Object types: a content type and what the product does with its objects."""

from __future__ import annotations

from typing import Any, Self

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from netsot.models import RestrictedQuerySet


class ObjectTypeQuerySet(RestrictedQuerySet):
    """Queries by what a type can do."""

    def public(self) -> Self:
        """The types people see."""
        return self.filter(public=True)

    def with_feature(self, feature: str) -> Self:
        """The types whose objects have the feature (`tags`, `custom_fields`, `journaling` …)."""
        return self.filter(features__contains=[feature])


class ObjectTypeManager(models.Manager.from_queryset(ObjectTypeQuerySet)):
    """Finds the type of a model."""

    def get_for_model(self, model: Any, for_concrete_model: bool = True) -> ObjectType:
        """The type of a model or instance."""
        kind = ContentType.objects.get_for_model(model, for_concrete_model=for_concrete_model)
        return self.get(pk=kind.pk)

    def get_by_natural_key(self, app_label: str, model: str) -> ObjectType:
        """The type by its label, `("dcim", "site")`."""
        return self.get(app_label=app_label, model=model)


class ObjectType(ContentType):
    """A kind of object: a content type that knows whether it is shown and which features it has."""

    contenttype_ptr = models.OneToOneField(
        ContentType, on_delete=models.CASCADE, parent_link=True, primary_key=True, related_name="object_type"
    )
    public = models.BooleanField(_("public"), default=False)
    features = ArrayField(models.CharField(max_length=50), verbose_name=_("features"), default=list)

    objects = ObjectTypeManager()

    class Meta:
        ordering = ("app_label", "model")
        verbose_name = _("object type")
        verbose_name_plural = _("object types")
        indexes = [GinIndex(fields=["features"])]

    display_fields = ("app_label", "model")

    @staticmethod
    def display(app_label: str, model: str) -> str:
        """`DCIM | site`."""
        try:
            meta = apps.get_model(app_label, model)._meta
        except LookupError:
            return f"{app_label} | {model}"
        return f"{meta.app_config.verbose_name} | {meta.verbose_name}"

    def __str__(self) -> str:
        return self.display(self.app_label, self.model)
