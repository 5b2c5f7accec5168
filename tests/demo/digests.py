"""What a database holds, without what differs between two equal networks: primary keys and moments."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models

from netsot.kernel import registry

MOMENTS = {"created", "last_updated"}


class Database:
    """Every object is called by its place among the objects of its kind."""

    def __init__(self) -> None:
        self._places: dict[Any, dict[Any, int]] = {}

    def digest(self) -> str:
        """One number for everything that has a Resource, relations and tags included."""
        found = hashlib.sha256()
        for line in self.lines():
            found.update(line.encode())
        return found.hexdigest()

    def lines(self) -> Iterator[str]:
        """One line per row."""
        for resource in registry.all_resources():
            if resource.app_label == "core":
                continue
            yield from self._rows(resource.model)
            for relation in resource.model._meta.local_many_to_many:
                yield from sorted(self._rows(relation.remote_field.through))

    def _rows(self, model: type[models.Model]) -> Iterator[str]:
        columns = [
            column for column in model._meta.concrete_fields
            if column.editable and not column.primary_key and column.name not in MOMENTS
        ]  # fmt: skip
        generic = {
            model._meta.get_field(field.ct_field).attname: field.fk_field
            for field in model._meta.private_fields if isinstance(field, GenericForeignKey)
        }  # fmt: skip
        for row in model._base_manager.order_by("pk").values():
            shown = {}
            for column in columns:
                value = row[column.attname]
                if column.is_relation and column.related_model is not ContentType and value is not None:
                    value = self.place(column.related_model, value)
                shown[column.attname] = value
            for kind, key in generic.items():
                if row[kind] is not None:
                    owner = ContentType.objects.get_for_id(row[kind]).model_class()
                    shown[key] = (owner._meta.label, self.place(owner, row[key]))
            yield f"{model._meta.label} {shown}\n"

    def place(self, model: type[models.Model], pk: Any) -> int:
        """The place of an object among those of its kind."""
        if model not in self._places:
            ids = model._base_manager.order_by("pk").values_list("pk", flat=True)
            self._places[model] = {item: position for position, item in enumerate(ids)}
        return self._places[model][pk]
