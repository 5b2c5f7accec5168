"""What OPTIONS answers: the fields a method takes, and the values a choice has."""

from __future__ import annotations

from typing import Any

from django.utils.encoding import force_str
from rest_framework import serializers
from rest_framework.metadata import SimpleMetadata

from netsot.api.permissions import ACTIONS
from netsot.kernel import access, inputs

ATTRIBUTES = ("help_text", "min_length", "max_length", "min_value", "max_value")


class Metadata(SimpleMetadata):
    """Fields per method. Related objects are not enumerated: there may be thousands, and some are hidden."""

    def determine_metadata(self, request: Any, view: Any) -> dict[str, Any]:
        found: dict[str, Any] = {
            "name": view.get_view_name(),
            "description": view.get_view_description(),
            "renders": [renderer.media_type for renderer in view.renderer_classes],
            "parses": [parser.media_type for parser in view.parser_classes],
        }
        actions = self.determine_actions(request, view)
        if actions:
            found["actions"] = actions
        return found

    def determine_actions(self, request: Any, view: Any) -> dict[str, Any]:
        """By method, for those the user may use."""
        resource = getattr(view, "resource", None)
        if resource is None:
            return {}
        methods = [
            method
            for method in ("POST", "PUT", "PATCH")
            if method in view.allowed_methods and access.can(request.user, resource.model, ACTIONS[method])
        ]
        if not methods:
            return {}
        full = self.get_serializer_info(resource.serializer_class())
        optional = {name: {**info, "required": False} for name, info in full.items()}
        return {method: optional if method == "PATCH" else full for method in methods}

    def get_field_info(self, field: Any) -> dict[str, Any]:
        """Type, limits and choices of one field."""
        found: dict[str, Any] = {
            "type": field_type(field),
            "required": bool(field.required),
            "read_only": bool(field.read_only),
        }
        if field.label:
            found["label"] = force_str(field.label)
        for name in ATTRIBUTES:
            value = getattr(field, name, None)
            if value is not None and value != "":
                found[name] = force_str(value, strings_only=True)
        if not field.read_only and isinstance(field, serializers.ChoiceField):
            found["choices"] = [
                {"value": value, "display_name": force_str(label)} for value, label in field.choices.items()
            ]
        child = getattr(field, "child", None)
        if child is not None:
            found["child"] = self.get_field_info(child)
        return found


def field_type(field: Any) -> str:
    """The contract's word for the kind of field."""
    if isinstance(field, inputs.Reference):
        return "field"
    if isinstance(field, inputs.ModelValue | inputs.ObjectType | inputs.TimeZone):
        return "string"
    if isinstance(field, serializers.JSONField):
        return "nested object" if field.field_name == "custom_fields" else "field"
    return str(SimpleMetadata.label_lookup[field])
