"""What each field of a Resource is: the one classification that serializer, filters, forms, tables and the
representation start from.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models.fields.reverse_related import ForeignObjectRel

if TYPE_CHECKING:
    from netsot.kernel.resource import Resource


class Kind(Enum):
    """The kinds of field; every layer has one rule per kind."""

    HEAD = "head"
    VALUE = "value"
    CHOICE = "choice"
    REFERENCE = "reference"
    REFERENCES = "references"
    OBJECT_TYPE = "object_type"
    OBJECT_TYPES = "object_types"
    GENERIC = "generic"
    TAGS = "tags"
    CUSTOM_FIELDS = "custom_fields"
    COUNT = "count"
    DEPTH = "depth"
    COMPUTED = "computed"


@dataclass(frozen=True)
class FieldInfo:
    """One field of a Resource."""

    name: str
    kind: Kind
    column: Any = None
    """The model field, or the reverse relation."""
    target: type[models.Model] | None = None
    """The related model, where there is one."""
    form: str = "brief"
    writable: bool = False
    required: bool = False
    nullable: bool = False
    many: bool = False

    @property
    def source(self) -> str:
        """The name on the model."""
        return str(getattr(self.column, "name", None) or self.name)

    @property
    def related(self) -> type[models.Model]:
        """The related model of a field that has one."""
        if self.target is None:
            raise LookupError(f"{self.name} relates to no model.")
        return self.target

    @property
    def choice_set(self) -> Any:
        """The ChoiceSet of a choice field."""
        return getattr(self.column, "choice_set", None)

    @property
    def label(self) -> str:
        """The field's name for people."""
        if self.column is not None and hasattr(self.column, "verbose_name"):
            return str(self.column.verbose_name)
        return self.name.strip("_").replace("_", " ")


def has_feature(model: type[models.Model], name: str) -> bool:
    """Whether the product does `name` with objects of `model` (tags, custom_fields, change_logging …)."""
    features = getattr(model, "features", None)
    # ObjectType has a column of that name.
    return isinstance(features, frozenset) and name in features


def describe(resource: Resource) -> dict[str, FieldInfo]:
    """Classify every field of `resource`, in order. Raises FieldDoesNotExist for an unknown name."""
    return {name: _describe(resource, name) for name in resource.names}


def _describe(resource: Resource, name: str) -> FieldInfo:
    if name in resource.head:
        # A resource may compute its own display; to the other layers it is the display all the same.
        return FieldInfo(name, Kind.HEAD)
    if name in resource.computed:
        item = resource.computed[name]
        writable = item.writable and name not in resource.read_only
        return FieldInfo(name, Kind.COMPUTED, writable=writable, required=name in resource.required, nullable=True)
    if name in resource.counts:
        return FieldInfo(name, Kind.COUNT)
    if name == "tags":
        return FieldInfo(name, Kind.TAGS, writable=True, many=True)
    if name == "custom_fields":
        return FieldInfo(name, Kind.CUSTOM_FIELDS, writable=True)
    if name == "_depth" and any(field.name == "parent" for field in resource.model._meta.concrete_fields):
        if not any(field.name == "_depth" for field in resource.model._meta.concrete_fields):
            return FieldInfo(name, Kind.DEPTH)
    return _from_model(resource, name, _model_field(resource, name))


def _model_field(resource: Resource, name: str) -> Any:
    column = resource.source.get(name, name)
    try:
        return resource.model._meta.get_field(column)
    except FieldDoesNotExist:
        for relation in resource.model._meta.related_objects:
            if relation.get_accessor_name() == column:
                return relation
        raise


def _from_model(resource: Resource, name: str, field: Any) -> FieldInfo:
    form = resource.forms.get(name, "")
    editable = name not in resource.read_only and getattr(field, "editable", True) and name != "created"
    if isinstance(field, GenericForeignKey):
        return FieldInfo(name, Kind.GENERIC, field, form=form or "brief", nullable=True)
    if isinstance(field, GenericRelation) or isinstance(field, ForeignObjectRel):
        forward_many = isinstance(field, models.ManyToManyRel)
        same = field.related_model is resource.model
        return FieldInfo(
            name,
            Kind.OBJECT_TYPES if field.related_model is ContentType else Kind.REFERENCES,
            field,
            field.related_model,
            form or ("nested" if same else "brief"),
            writable=forward_many and name not in resource.read_only,
            many=True,
        )
    if isinstance(field, models.ManyToManyField):
        kind = Kind.OBJECT_TYPES if issubclass(field.related_model, ContentType) else Kind.REFERENCES
        same = field.related_model is resource.model
        return FieldInfo(
            name, kind, field, field.related_model, form or ("nested" if same else "brief"),
            writable=editable, required=name in resource.required or (not field.blank and editable), many=True,
        )  # fmt: skip
    required = editable and (
        name in resource.required or (not field.blank and not field.null and not field.has_default())
    )
    common: dict[str, Any] = {"writable": editable, "required": required, "nullable": field.null}
    if isinstance(field, models.ForeignKey):
        if issubclass(field.related_model, ContentType):
            return FieldInfo(name, Kind.OBJECT_TYPE, field, field.related_model, **common)
        same = field.related_model is resource.model
        return FieldInfo(
            name, Kind.REFERENCE, field, field.related_model, form or ("nested" if same else "brief"), **common
        )
    if getattr(field, "choice_set", None) is not None:
        return FieldInfo(name, Kind.CHOICE, field, **common)
    return FieldInfo(name, Kind.VALUE, field, **common)
