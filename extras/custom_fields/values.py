"""The values of custom fields, one handler per type.

A value has three forms: what is sent (JSON or text), what is stored (JSON) and what Python code sees. A handler turns
one into the next and renders a whole column of stored values at once.
"""

from __future__ import annotations

import datetime
import decimal
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

from extras.choices import CustomFieldTypeChoices as Types
from extras.validation import RegexTimeout, matches, schema_errors
from netsot.conf import get_config
from netsot.kernel.inputs import Lookup, lookup


class Related(Protocol):
    """Loads objects by id in the form in which they are shown. In a list, objects that the viewer may not see are left
    out; alone they are shown as hidden.
    """

    def __call__(self, model: type[models.Model], ids: Iterable[Any], *, listed: bool) -> Mapping[Any, Any]: ...


INT64 = 2**63


class Handler:
    """The rules of one custom field."""

    def __init__(self, field: Any) -> None:
        self.field = field

    def parse(self, value: Any) -> Any:
        """From what was sent to what is stored; None for nothing. Raises ValidationError."""
        if value is None or value == "":
            return None
        return self.read(value)

    def read(self, value: Any) -> Any:
        """The same for something."""
        raise NotImplementedError

    def python(self, stored: Any) -> Any:
        """From what is stored to what Python code sees."""
        return stored

    def render(self, column: Sequence[Any], related: Related) -> Sequence[Any]:
        """A column of stored values as the API shows it."""
        return column

    def refuse(self, message: str) -> ValidationError:
        """The error for a value that doesn't fit."""
        return ValidationError(message)


class Text(Handler):
    """Text, of one line or several."""

    def read(self, value: Any) -> str:
        if not isinstance(value, str):
            raise self.refuse(_("Value must be a string."))
        if "\x00" in value:
            raise self.refuse(_("Null characters are not allowed."))
        pattern = self.field.validation_regex
        if pattern:
            try:
                fits = matches(pattern, value)
            except RegexTimeout:
                raise self.refuse(_("The value takes too long to compare with “%s”.") % pattern) from None
            if not fits:
                raise self.refuse(_("Value must match regex “%s”.") % pattern)
        return value


class URL(Text):
    """An address with one of the allowed schemes."""

    def read(self, value: Any) -> str:
        text = super().read(value)
        try:
            scheme = urlsplit(text).scheme.lower()
        except ValueError:
            scheme = ""
        allowed = get_config().ALLOWED_URL_SCHEMES
        if not scheme or any(char.isspace() or ord(char) < 32 for char in text):
            raise self.refuse(_("“%s” is not a URL: write it with its scheme, https://example.com/.") % text)
        if scheme not in allowed:
            raise self.refuse(
                _("URLs with “%(scheme)s:” are not allowed; allowed are: %(allowed)s.")
                % {"scheme": scheme, "allowed": ", ".join(allowed)}
            )
        return text


class Number(Handler):
    """What integers and decimals share: the limits."""

    def limit(self, value: Any) -> None:
        low, high = self.field.validation_minimum, self.field.validation_maximum
        if low is not None and value < low:
            raise self.refuse(_("Value must be at least %s.") % plain(low))
        if high is not None and value > high:
            raise self.refuse(_("Value must not exceed %s.") % plain(high))


class Integer(Number):
    """A whole number of 64 bits."""

    def read(self, value: Any) -> int:
        if isinstance(value, str):
            try:
                value = int(value.strip())
            except ValueError:
                value = None
        elif (
            isinstance(value, float | decimal.Decimal) and value == value and abs(value) < INT64 and value == int(value)
        ):
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.refuse(_("Value must be an integer."))
        if not -INT64 <= value < INT64:
            raise self.refuse(_("Value must be an integer of at most 64 bits."))
        self.limit(value)
        return value


class Decimal(Number):
    """A number of at most 16 digits, 4 of them after the point."""

    def read(self, value: Any) -> int | float:
        try:
            if isinstance(value, bool) or not isinstance(value, str | int | float | decimal.Decimal):
                raise ValueError(value)
            number = decimal.Decimal(str(value).strip())
        except (decimal.InvalidOperation, ValueError):
            raise self.refuse(_("Value must be a decimal.")) from None
        if not number.is_finite():
            raise self.refuse(_("Value must be a decimal."))
        number = number.normalize()
        places = max(0, -int(number.as_tuple().exponent))
        if places > 4 or abs(number) >= decimal.Decimal(10) ** 12:
            raise self.refuse(_("A decimal has at most 12 digits before the point and 4 after it."))
        self.limit(number)
        return int(number) if places == 0 else float(number)

    def python(self, stored: Any) -> Any:
        return None if stored is None else decimal.Decimal(str(stored))


class Boolean(Handler):
    """True or false."""

    WORDS = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}  # noqa: RUF012

    def read(self, value: Any) -> bool:
        if isinstance(value, str):
            value = self.WORDS.get(value.strip().lower(), value)
        elif value in (0, 1) and not isinstance(value, float):
            value = bool(value)
        if not isinstance(value, bool):
            raise self.refuse(_("Value must be true or false."))
        return value


class Date(Handler):
    """A day."""

    def read(self, value: Any) -> str:
        if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
            return value.isoformat()
        try:
            found = parse_date(value) if isinstance(value, str) else None
        except ValueError:
            found = None
        if found is None:
            raise self.refuse(_("Date values must be in ISO 8601 format (YYYY-MM-DD)."))
        return found.isoformat()

    def python(self, stored: Any) -> Any:
        return parse_date(stored) if isinstance(stored, str) else stored


class DateTime(Handler):
    """A moment; without a time zone it is meant in the server's."""

    def read(self, value: Any) -> str:
        found = value if isinstance(value, datetime.datetime) else None
        try:
            if isinstance(value, str):
                found = parse_datetime(value)
            if found is not None and timezone.is_naive(found):
                found = timezone.make_aware(found, timezone.get_default_timezone())
            if found is not None:
                # One form, so that text order is the order in time.
                return found.astimezone(datetime.UTC).isoformat()
        except (ValueError, OverflowError):
            pass
        raise self.refuse(_("Date and time values must be in ISO 8601 format (YYYY-MM-DD HH:MM:SS)."))

    def python(self, stored: Any) -> Any:
        return parse_datetime(stored) if isinstance(stored, str) else stored


class JSON(Handler):
    """Any JSON value, within the field's schema."""

    def parse(self, value: Any) -> Any:
        if value is None:
            return None
        schema = self.field.validation_schema
        if schema and (found := schema_errors(schema, value)):
            raise ValidationError([_("Value does not meet the schema: %s") % text for text in found])
        return value


class Select(Handler):
    """One of the choices."""

    def read(self, value: Any) -> str:
        if not isinstance(value, str) or value not in self.field.choice_labels:
            raise self.refuse(
                _("“%(value)s” is not a choice of the set “%(name)s”.")
                % {"value": value, "name": self.field.choice_set.name}
            )
        return value


class MultiSelect(Select):
    """Some of the choices."""

    def read(self, value: Any) -> list[str] | None:
        return [super(MultiSelect, self).read(item) for item in items(value)] or None


class Object(Handler):
    """A reference to an object: stored as its id."""

    def read(self, value: Any) -> Lookup:
        """A lookup, which `parsing` resolves for the whole batch."""
        if isinstance(value, models.Model):
            value = value.pk
        try:
            return lookup(value)
        except (ValueError, TypeError):
            raise self.refuse(_("Value must be the ID of an object, or a dictionary of its attributes.")) from None

    def render(self, column: Sequence[Any], related: Related) -> Sequence[Any]:
        if not (target := self.field.related_model):
            return [None for _value in column]
        found = related(target, {pk for pk in column if pk is not None}, listed=False)
        return [None if pk is None else found.get(pk) for pk in column]


class MultiObject(Object):
    """References to objects: stored as a list of ids."""

    def read(self, value: Any) -> list[Lookup] | None:  # type: ignore[override]
        return [super(MultiObject, self).read(item) for item in items(value)] or None

    def render(self, column: Sequence[Any], related: Related) -> Sequence[Any]:
        if not (target := self.field.related_model):
            return [None for _value in column]
        found = related(target, {pk for ids in column for pk in ids or ()}, listed=True)
        return [None if ids is None else [found[pk] for pk in ids if pk in found] for ids in column]


HANDLERS: dict[str, type[Handler]] = {
    Types.TYPE_TEXT: Text,
    Types.TYPE_LONGTEXT: Text,
    Types.TYPE_URL: URL,
    Types.TYPE_INTEGER: Integer,
    Types.TYPE_DECIMAL: Decimal,
    Types.TYPE_BOOLEAN: Boolean,
    Types.TYPE_DATE: Date,
    Types.TYPE_DATETIME: DateTime,
    Types.TYPE_JSON: JSON,
    Types.TYPE_SELECT: Select,
    Types.TYPE_MULTISELECT: MultiSelect,
    Types.TYPE_OBJECT: Object,
    Types.TYPE_MULTIOBJECT: MultiObject,
}


def handler_for(field: Any) -> Handler:
    """The handler of a custom field."""
    return HANDLERS[field.type](field)


def items(value: Any) -> list[Any]:
    """The parts of a value of several, each once: a list, or text separated by commas as in CSV files."""
    if isinstance(value, str):
        value = [part.strip() for part in value.split(",") if part.strip()]
    if not isinstance(value, list | tuple | models.QuerySet):
        value = [value]
    unique: list[Any] = []
    for item in value:
        if item not in unique:
            unique.append(item)
    return unique


def plain(number: decimal.Decimal) -> str:
    """A number without the zeros of its column."""
    return f"{number.normalize():f}"


def render(fields: Sequence[Any], stored: Sequence[Mapping[str, Any]], related: Related) -> list[dict[str, Any]]:
    """The stored data of many rows as the API shows it: every field, by name. One query per related model."""
    if not fields:
        return [{} for _row in stored]
    columns = [handler_for(field).render([row.get(field.name) for row in stored], related) for field in fields]
    names = [field.name for field in fields]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)] if stored else []


def python_values(fields: Sequence[Any], stored: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The stored data of many rows as Python values: dates, decimals, objects. One query per related model."""

    def objects(model: type[models.Model], ids: Iterable[Any], *, listed: bool) -> Mapping[Any, Any]:
        return model._default_manager.in_bulk(list(ids))

    columns = []
    for field in fields:
        handler = handler_for(field)
        column = [row.get(field.name) for row in stored]
        if isinstance(handler, Object):
            columns.append(handler.render(column, objects))
        else:
            columns.append([handler.python(value) for value in column])
    return [{field.name: column[i] for field, column in zip(fields, columns, strict=True)} for i in range(len(stored))]
