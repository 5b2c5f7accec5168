"""What may be sent: the DRF fields of our own kinds. They check one value; references are resolved for a whole batch.

A reference becomes a `Lookup`, which `netsot.kernel.references` resolves with one query per related model.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError as DjangoValidationError
from django.db import models
from django.db.backends.postgresql.psycopg_any import NumericRange
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

LARGEST_ID = 2**63 - 1


@dataclass(frozen=True)
class Lookup:
    """What was sent for a reference: a primary key, or attributes that name one object."""

    attributes: tuple[tuple[str, Any], ...]

    @property
    def pk(self) -> int | None:
        """The primary key, if that is what was sent."""
        return self.attributes[0][1] if len(self.attributes) == 1 and self.attributes[0][0] == "pk" else None


def lookup(value: Any) -> Lookup:
    """Read a reference: 5, "5", {"id": 5} or {"name": "x", …}. Raises ValueError for anything else."""
    if isinstance(value, dict):
        if set(value) & {"id", "pk"}:
            # The whole nested object may be sent back; its id decides.
            return lookup(value.get("id", value.get("pk")))
        if not value:
            raise ValueError(value)
        return Lookup(tuple(sorted((str(key), _freeze(item)) for key, item in value.items())))
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise ValueError(value)
    number = int(value)
    if not 0 <= number <= LARGEST_ID:
        raise ValueError(value)
    return Lookup((("pk", number),))


def _freeze(value: Any) -> Any:
    if isinstance(value, dict):
        return lookup(value)
    if isinstance(value, list):
        raise ValueError(value)
    return value


class Reference(serializers.Field):
    """A related object: its id, or attributes that name exactly one."""

    default_error_messages = {
        "invalid": _(
            "Related objects must be given by numeric ID or by a dictionary of attributes. "
            "Received an unrecognized value: {value}"
        )
    }

    def __init__(self, model: type[models.Model], form: str = "brief", **kwargs: Any) -> None:
        self.model, self.form = model, form
        super().__init__(**kwargs)

    def to_internal_value(self, data: Any) -> Lookup:
        try:
            return lookup(data)
        except (ValueError, TypeError):
            return self.fail("invalid", value=data)  # type: ignore[no-any-return]

    def to_representation(self, value: Any) -> Any:
        return getattr(value, "pk", value)


class References(serializers.ListField):
    """Related objects, each like a Reference."""

    def __init__(self, model: type[models.Model], form: str = "brief", **kwargs: Any) -> None:
        self.model, self.form = model, form
        super().__init__(child=Reference(model, form), **kwargs)

    def to_representation(self, value: Any) -> Any:
        return value


class Tags(serializers.ListField):
    """Tags by name, slug, id or dictionary."""

    child = serializers.JSONField()

    def to_internal_value(self, data: Any) -> list[Any]:
        tags = super().to_internal_value(data)
        for tag in tags:
            if isinstance(tag, bool) or not isinstance(tag, int | str | dict) or tag in ("", {}):
                raise serializers.ValidationError(
                    [_("Give each tag by name, slug, numeric ID or a dictionary of attributes, not %s.") % (tag,)]
                )
        return tags

    def to_representation(self, value: Any) -> Any:
        return value


class ObjectType(serializers.Field):
    """A model, written `app.model`."""

    default_error_messages = {
        "invalid": _("Invalid object type: {value}. Write it as app_label.model, e.g. dcim.site.")
    }

    def to_internal_value(self, data: Any) -> ContentType:
        if isinstance(data, str) and data.count(".") == 1:
            try:
                model = apps.get_model(data.lower())
                return ContentType.objects.get_for_model(model, for_concrete_model=False)
            except LookupError:
                pass
        return self.fail("invalid", value=data)  # type: ignore[no-any-return]

    def to_representation(self, value: Any) -> Any:
        return value


class ObjectTypes(serializers.ListField):
    """Several models."""

    child = ObjectType()


class Choice(serializers.ChoiceField):
    """One value of a ChoiceSet."""

    default_error_messages = {
        "invalid_choice": _('"{input}" is not a valid choice. Valid choices: {valid}.'),
        "dictionary": _('Value must be passed directly (e.g. "foo"); do not use a dictionary or list.'),
    }

    def __init__(self, choice_set: Any, **kwargs: Any) -> None:
        self.choice_set = choice_set
        super().__init__(choices=choice_set.pairs, **kwargs)

    def to_internal_value(self, data: Any) -> Any:
        if data == "" and self.allow_blank:
            return ""
        if isinstance(data, dict | list):
            self.fail("dictionary")
        try:
            return self.choice_strings_to_values[str(data)]
        except KeyError:
            valid = list(self.choice_strings_to_values)
            shown = ", ".join(valid[:12]) + (", …" if len(valid) > 12 else "")
            self.fail("invalid_choice", input=data, valid=shown)

    def to_representation(self, value: Any) -> Any:
        return value


class ModelValue(serializers.Field):
    """A column whose own field knows how to read text (networks, addresses, hardware addresses)."""

    def __init__(self, model_field: Any, **kwargs: Any) -> None:
        self.model_field = model_field
        self.allow_blank = bool(model_field.blank or model_field.null)
        super().__init__(**kwargs)

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, bool | dict | list):
            raise serializers.ValidationError([_("Enter text, not %s.") % type(data).__name__])
        try:
            value = self.model_field.to_python(data)
            # Like Django's, validators don't see an empty value.
            for validator in self.model_field.validators if value is not None else ():
                validator(value)
        except DjangoValidationError as error:
            raise serializers.ValidationError(error.messages) from error
        if value is None and not self.allow_null:
            raise serializers.ValidationError([_("This field may not be blank.")])
        return value

    def to_representation(self, value: Any) -> Any:
        return str(value)


class TimeZone(serializers.CharField):
    """The name of a time zone."""

    def to_internal_value(self, data: Any) -> str:
        import zoneinfo

        text = super().to_internal_value(data)
        if text and text not in zoneinfo.available_timezones():
            raise serializers.ValidationError([_("“%s” is not a time zone: write it as Europe/Zurich.") % text])
        return text


class IntegerRanges(serializers.ListField):
    """Integer ranges, inclusive at both ends: [[1, 100], [200, 300]]."""

    child = serializers.ListField(child=serializers.IntegerField(), min_length=2, max_length=2)

    def to_internal_value(self, data: Any) -> list[NumericRange]:
        pairs = super().to_internal_value(data)
        for low, high in pairs:
            if low > high or not -(2**31) <= low <= high < 2**31 - 1:
                raise serializers.ValidationError(
                    [_("A range goes from its lower to its higher end, not %s.") % [low, high]]
                )
        return [NumericRange(low, high + 1, bounds="[)") for low, high in pairs]

    def to_representation(self, value: Any) -> Any:
        return value
