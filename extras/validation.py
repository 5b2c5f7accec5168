"""Validators of what users write in other languages: regular expressions and JSON schemas."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import jsonschema
import referencing.exceptions
import regex
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from jsonschema_specifications import REGISTRY

REGEX_SECONDS = 0.1
"""A comparison may take this long: a pattern like (a+)+$ would keep a process busy for ever."""


class RegexTimeout(Exception):
    """A comparison took too long."""


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern)


def matches(pattern: str, text: str) -> bool:
    """Whether the pattern of a user fits anywhere in a text. Raises RegexTimeout."""
    try:
        return _compiled(pattern).search(text, timeout=REGEX_SECONDS) is not None
    except TimeoutError as error:
        raise RegexTimeout(pattern) from error


def validate_regex(value: str) -> None:
    """Refuse what is not a regular expression."""
    try:
        _compiled(value)
    except regex.error as error:
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
