"""The serializer of a Resource: it parses input, describes the schema, and shows objects through the Representation."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from rest_framework import serializers
from rest_framework.utils.field_mapping import ClassLookupDict, get_field_kwargs

from netsot.kernel import inputs
from netsot.kernel.introspection import FieldInfo, Kind
from netsot.kernel.representation import Context

if TYPE_CHECKING:
    from netsot.kernel.resource import Resource

STANDARD = ClassLookupDict(serializers.ModelSerializer.serializer_field_mapping)

HEAD_FIELDS = {
    "id": serializers.IntegerField(read_only=True),
    "url": serializers.URLField(read_only=True),
    "display_url": serializers.URLField(read_only=True),
    "display": serializers.CharField(read_only=True),
}


class ResourceSerializer(serializers.Serializer):
    """Base of every derived serializer."""

    resource: Resource

    def to_representation(self, instance: Any) -> Any:
        """Show one object the way lists do."""
        request = self.context.get("request")
        context = Context(
            user=getattr(request, "user", None), base_url=request.build_absolute_uri("/")[:-1] if request else ""
        )
        found = self.resource.representation().of([instance.pk], context)
        return found[0] if found else {}


def derive(resource: Resource) -> type[ResourceSerializer]:
    """The serializer class with every field of the API in order."""
    base = getattr(type(resource), "Serializer", None) or ResourceSerializer
    bases = base if issubclass(base, ResourceSerializer) else type("Serializer", (base, ResourceSerializer), {})
    name = f"{resource.model.__name__}Serializer"
    declared = {info.name: build(resource, info) for info in resource.infos.values()}
    declared["changelog_message"] = serializers.CharField(
        write_only=True, required=False, allow_blank=True, allow_null=True, max_length=200
    )
    if "tags" in declared:
        for extra in ("add_tags", "remove_tags"):
            declared[extra] = inputs.Tags(write_only=True, required=False)
    attributes = {k: v for k, v in declared.items() if k not in getattr(bases, "_declared_fields", {})}
    return type(name, (bases,), attributes | {"resource": resource, "__module__": type(resource).__module__})


def build(resource: Resource, info: FieldInfo) -> serializers.Field:
    """The DRF field of one field of the API."""
    if info.kind is Kind.HEAD:
        return copy.deepcopy(HEAD_FIELDS[info.name])
    if info.kind is Kind.COMPUTED:
        return _computed(resource, info)
    if info.kind in (Kind.COUNT, Kind.DEPTH):
        return serializers.IntegerField(read_only=True)
    if info.kind is Kind.GENERIC:
        return serializers.JSONField(read_only=True, allow_null=True)
    if info.kind is Kind.TAGS:
        return inputs.Tags(required=False)
    if info.kind is Kind.CUSTOM_FIELDS:
        return serializers.JSONField(required=False)
    common: dict[str, Any] = {"read_only": True} if not info.writable else {"required": info.required}
    if info.name in resource.secret:
        common["write_only"] = True
    if info.nullable:
        common["allow_null"] = True
    if info.kind is Kind.OBJECT_TYPE:
        return inputs.ObjectType(**common)
    if info.kind is Kind.OBJECT_TYPES:
        return inputs.ObjectTypes(**common)
    if info.kind is Kind.REFERENCE:
        return inputs.Reference(info.related, info.form, **common)
    if info.kind is Kind.REFERENCES:
        return inputs.References(info.related, info.form, **common)
    if info.kind is Kind.CHOICE:
        blank = {"allow_blank": True} if info.writable and (info.column.blank or info.column.null) else {}
        return inputs.Choice(info.choice_set, **common, **blank)
    return _value(info.column, common)


def _computed(resource: Resource, info: FieldInfo) -> serializers.Field:
    field = copy.deepcopy(resource.computed[info.name].schema) or serializers.JSONField()
    field.read_only, field.required = not info.writable, info.required and info.writable
    field._kwargs = {**field._kwargs, "read_only": field.read_only, "required": field.required}
    return field


def _value(column: Any, common: dict[str, Any]) -> serializers.Field:
    kind = type(column).__name__
    if kind in ("IPNetworkField", "IPAddressField", "MACAddressField", "WWNField"):
        return inputs.ModelValue(column, **common)
    if kind == "TimeZoneField":
        return inputs.TimeZone(allow_blank=column.blank or column.null, **common)
    if isinstance(column, ArrayField):
        if type(column.base_field).__name__.endswith("RangeField"):
            return inputs.IntegerRanges(**common)
        return serializers.ListField(child=_value(column.base_field, {}), **common)
    kwargs = get_field_kwargs(column.name, column)
    for key in ("required", "read_only", "allow_null", "model_field", "choices"):
        kwargs.pop(key, None)
    # Uniqueness is checked for the whole batch at once, not per value.
    kwargs["validators"] = [
        check for check in kwargs.get("validators", []) if not type(check).__name__.startswith("Unique")
    ]
    if not kwargs["validators"]:
        del kwargs["validators"]
    if common.get("read_only"):
        for key in ("max_length", "min_length", "min_value", "max_value", "allow_blank", "validators", "style"):
            kwargs.pop(key, None)
    if isinstance(column, models.JSONField):
        kwargs = {"encoder": None, "decoder": None}
    elif isinstance(column, models.CharField | models.TextField) and column.null and not common.get("read_only"):
        kwargs["allow_blank"] = True
    return STANDARD[column](**kwargs, **common)
