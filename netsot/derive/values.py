"""How the text of a query string becomes a value, and which lookups each kind of value has.

Whatever is wrong with a text is a ValidationError, which the API answers as 400 under the parameter's name. Values that
name other objects are looked up among what the user may view, so that a hidden object answers like one that doesn't
exist.
"""

from __future__ import annotations

import datetime
import re
import uuid
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import DataError, connection, models, transaction
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext_lazy as _

from netsot.kernel import access

STRINGS = "n ic nic ie nie isw nisw iew niew regex iregex empty"
TEXTS = STRINGS.removesuffix(" empty")
NUMBERS = "n lt lte gt gte empty"

NATURAL = {
    "circuits.provideraccount": "account",
    "dcim.device": "name",
    "dcim.macaddress": "mac_address",
    "dcim.moduletype": "model",
    "virtualization.virtualmachine": "name",
}
"""By which column people name these objects in filters; else the slug, or a column that is unique."""

NULL = "null"
LARGEST = 2**63 - 1


class Value:
    """One kind of value: how it is read and how the schema calls it."""

    schema: Mapping[str, Any] = {"type": "string"}
    single = False
    lookups = ""
    null = False

    def parse(self, text: str) -> Any:
        """The value that `text` stands for; ValidationError when it stands for none."""
        return text

    def parse_all(self, texts: Sequence[str], user: Any) -> list[Any]:
        """The values of a parameter that is given several times; None stands for `null`."""
        return [None if self.null and text == NULL else self.parse(text) for text in texts]


class Text(Value):
    """Any text."""

    lookups = STRINGS


class Pattern(Value):
    """A regular expression, as PostgreSQL understands it."""

    def parse(self, text: str) -> str:
        if len(text) > 500:
            raise ValidationError(_("A regular expression has at most 500 characters."))
        try:
            # A failed statement must not spoil the transaction it is part of.
            with transaction.atomic() if connection.in_atomic_block else nullcontext(), connection.cursor() as cursor:
                cursor.execute("SELECT '' ~ %s", [text])
        except DataError as error:
            raise ValidationError(_("“%(value)s” is not a regular expression."), params={"value": text}) from error
        return text


class Number(Value):
    """A whole number that fits a column."""

    schema = {"type": "integer"}
    lookups = NUMBERS

    def parse(self, text: str) -> int:
        if not re.fullmatch(r"[+-]?[0-9]{1,19}", text.strip()) or abs(int(text)) > LARGEST:
            raise ValidationError(forms.IntegerField.default_error_messages["invalid"])
        return int(text)


class Fraction(Value):
    """A number with decimals."""

    schema = {"type": "number"}
    lookups = NUMBERS

    def parse(self, text: str) -> Decimal:
        try:
            value = Decimal(text.strip())
        except InvalidOperation:
            value = Decimal("NaN")
        if len(text) > 60 or not value.is_finite() or abs(value.adjusted()) > 60:
            raise ValidationError(forms.DecimalField.default_error_messages["invalid"])
        return value


class Boolean(Value):
    """Yes or no."""

    schema = {"type": "boolean"}
    single = True
    words = {"true": True, "1": True, "yes": True, "on": True, "false": False, "0": False, "no": False, "off": False}

    def parse(self, text: str) -> bool:
        try:
            return self.words[text.strip().lower()]
        except KeyError:
            raise ValidationError(_("Enter true or false.")) from None


class Day(Value):
    """A date."""

    schema = {"type": "string", "format": "date"}
    lookups = NUMBERS

    def parse(self, text: str) -> datetime.date:
        try:
            value = parse_date(text.strip())
        except ValueError:
            value = None
        if value is None:
            raise ValidationError(forms.DateField.default_error_messages["invalid"])
        return value


class Moment(Value):
    """A date and time; without an offset in the site's time zone. A date alone means its first moment."""

    schema = {"type": "string", "format": "date-time"}
    lookups = NUMBERS

    def parse(self, text: str) -> datetime.datetime:
        text = text.strip()
        try:
            value = parse_datetime(text)
            if value is None and (day := parse_date(text)):
                value = datetime.datetime.combine(day, datetime.time.min)  # noqa: DTZ001
            if value is not None:
                # PostgreSQL knows fewer offsets than Python, and the first and last day of the calendar overflow.
                aware = value if timezone.is_aware(value) else timezone.make_aware(value)
                return aware.astimezone(datetime.UTC)
        except (ValueError, OverflowError):
            pass
        raise ValidationError(forms.DateTimeField.default_error_messages["invalid"])


class Identifier(Value):
    """A UUID."""

    schema = {"type": "string", "format": "uuid"}
    single = True

    def parse(self, text: str) -> uuid.UUID:
        try:
            return uuid.UUID(text.strip())
        except ValueError:
            raise ValidationError(forms.UUIDField.default_error_messages["invalid"]) from None


class Choice(Value):
    """One of the choices of a column, or `null` where it may be empty."""

    null = True

    def __init__(self, column: Any) -> None:
        self.column = column
        self.lookups = STRINGS if isinstance(column, models.CharField) else TEXTS
        if not isinstance(column, models.CharField):
            self.schema = {"type": "integer"}

    def parse(self, text: str) -> Any:
        for value, _label in self.column.flatchoices:
            if str(value) == text:
                return value
        raise invalid_choice(text)


class Word(Value):
    """One of a few words."""

    def __init__(self, words: str) -> None:
        self.words = words.split()
        self.schema = {"type": "string", "enum": self.words}

    def parse(self, text: str) -> str:
        if text not in self.words:
            raise invalid_choice(text)
        return text


class Typed(Value):
    """What the column itself reads: hardware and network addresses."""

    def __init__(self, column: Any, lookups: str = "") -> None:
        self.column, self.lookups = column, lookups

    def parse(self, text: str) -> Any:
        value = self.column.to_python(text.strip())
        if value is None:
            raise ValidationError(_("Enter a value."))
        return value


class Reference(Value):
    """An object of `target`, named by its id or by the column `by`; `null` for none."""

    lookups = "n"
    null = True

    def __init__(self, target: type[models.Model] | str, by: str = "pk") -> None:
        self._target, self.by = target, by

    @property
    def target(self) -> type[models.Model]:
        """The related model."""
        return apps.get_model(self._target) if isinstance(self._target, str) else self._target

    @property
    def schema(self) -> Mapping[str, Any]:  # type: ignore[override]
        """That of the column by which objects are named."""
        return self.column_value().schema

    def column_value(self) -> Value:
        """How the column by which objects are named is read."""
        column = self.target._meta.pk if self.by == "pk" else self.target._meta.get_field(self.by)
        return Number() if isinstance(column, models.OneToOneField) else value_for(column) or Text()

    def parse_all(self, texts: Sequence[str], user: Any) -> list[Any]:
        """The ids of the objects named, found with one query; unknown and hidden ones are refused alike."""
        inner = self.column_value()
        wanted = {text: inner.parse(text) for text in texts if text != NULL}
        found: list[Any] = [None] if NULL in texts else []
        if not wanted:
            return found
        rows = visible(self.target, user).filter(**{f"{self.by}__in": list(wanted.values())}).values_list("pk", self.by)
        known = set()
        for pk, key in rows:
            found.append(pk)
            known.add(str(key))
        for text, value in wanted.items():
            # As text: networks of one range but different hosts are equal to netaddr.
            if str(value) not in known:
                raise invalid_choice(text)
        return found


class ObjectType(Value):
    """A kind of object by its label, `dcim.site`."""

    lookups = "n"
    null = True

    def parse(self, text: str) -> int:
        app, _dot, model = text.strip().lower().partition(".")
        try:
            return ContentType.objects.get_by_natural_key(app, model).pk
        except ContentType.DoesNotExist:
            raise invalid_choice(text) from None


def invalid_choice(text: str) -> ValidationError:
    """The one answer for what doesn't exist, can't be chosen, or is hidden."""
    return ValidationError(
        forms.ChoiceField.default_error_messages["invalid_choice"], code="invalid_choice", params={"value": text}
    )


VALUES: dict[str, Callable[[], Value]] = {
    "text": Text, "number": Number, "decimal": Fraction, "boolean": Boolean, "date": Day, "datetime": Moment,
    "uuid": Identifier, "object_type": ObjectType,
}  # fmt: skip
"""The kinds of value a hand-written filter can name."""


def value_for(column: Any) -> Value | None:
    """How values of a model field are read; None for fields that can't be filtered (text, JSON, files …)."""
    # The kernel stands below the field classes: it knows them by name.
    kind = type(column).__name__
    if kind in ("MACAddressField", "WWNField"):
        return Typed(column, TEXTS)
    if kind in ("IPAddressField", "IPNetworkField"):
        return Typed(column)
    if getattr(column, "choice_set", None) or getattr(column, "choices", None):
        return Choice(column)
    rules: tuple[tuple[Any, Callable[[], Value]], ...] = (
        (models.BooleanField, Boolean), (models.UUIDField, Identifier), (models.DateTimeField, Moment),
        (models.DateField, Day), ((models.DecimalField, models.FloatField), Fraction),
        ((models.IntegerField, models.AutoField), Number), (models.CharField, Text),
    )  # fmt: skip
    for classes, value in rules:
        if isinstance(column, classes) and not isinstance(column, models.FileField):
            found = value()
            if kind == "TimeZoneField":
                found.lookups = TEXTS
            return found
    return None


def natural_key(model: type[models.Model]) -> str:
    """The column by which people name an object of `model` in a filter; empty when there is none."""
    if model._meta.label_lower in NATURAL:
        return NATURAL[model._meta.label_lower]
    columns = {field.name: field for field in model._meta.concrete_fields}
    for name in ("slug", "rd", "asn", "username"):
        if name in columns:
            return name
    alone = {tuple(c.fields) for c in model._meta.constraints if isinstance(c, models.UniqueConstraint)}
    return "name" if "name" in columns and (columns["name"].unique or ("name",) in alone) else ""


def visible(model: type[models.Model], user: Any) -> models.QuerySet[Any]:
    """The objects of `model` that a filter may name. Kinds of object are no secret."""
    queryset = model._default_manager.order_by()
    return queryset if issubclass(model, ContentType) else access.restrict(queryset, user, "view")
