"""Validators of what users write in other languages: regular expressions and JSON schemas."""

from __future__ import annotations

import re
from typing import Any

import jsonschema
import referencing.exceptions
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from jsonschema_specifications import REGISTRY


def validate_regex(value: str) -> None:
    """Refuse what is not a regular expression."""
    try:
        re.compile(value)
    except re.error as error:
        raise ValidationError(
            _("“%(value)s” is not a regular expression: %(error)s."), params={"value": value, "error": error}
        ) from error


def validate_json_schema(value: Any) -> None:
    """Refuse what is not a JSON schema."""
    if value in (None, ""):
        return
    if not isinstance(value, dict):
        raise ValidationError(_("A JSON schema is one JSON object."))
    try:
        jsonschema.validators.validator_for(value).check_schema(value)
    except jsonschema.SchemaError as error:
        raise ValidationError(_("This is not a JSON schema: %(error)s"), params={"error": error.message}) from error


def schema_errors(schema: dict[str, Any], data: Any) -> list[str]:
    """What in `data` violates the JSON schema. References to other documents are never fetched."""
    validator = jsonschema.validators.validator_for(schema)(schema, registry=REGISTRY)
    try:
        found = sorted(validator.iter_errors(data), key=lambda error: list(map(str, error.path)))
    except (referencing.exceptions.Unresolvable, referencing.exceptions.NoSuchResource) as error:
        return [str(error)]
    return [f"{'.'.join(map(str, item.path))}: {item.message}" if item.path else item.message for item in found]
