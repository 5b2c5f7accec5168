"""Validators of single values."""

from __future__ import annotations

from typing import Any

import jsonschema
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def validate_schema(value: Any) -> None:
    """A JSON schema (draft 2020-12) that describes the attributes of module types."""
    if not isinstance(value, dict):
        raise ValidationError(_("A schema is a JSON object."))
    try:
        jsonschema.Draft202012Validator.check_schema(value)
    except jsonschema.SchemaError as error:
        raise ValidationError(_("This is not a JSON schema: %(reason)s"), params={"reason": error.message}) from error
    if not isinstance(value.get("properties"), dict):
        raise ValidationError(_("A schema names the attributes under “properties”."))
