"""Model fields of the networking domain, over PostgreSQL's own types."""

from __future__ import annotations

import ipaddress
import zoneinfo
from typing import Any

import netaddr
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.backends.utils import names_digest
from django.utils.translation import gettext_lazy as _

from netsot.kernel.anyof import AnyOf
from netsot.models.choices import ChoiceSet

COLOR = RegexValidator(r"^[0-9a-f]{6}\Z", _("Enter a valid hexadecimal RGB colour code, e.g. 9e9e9e."))

models.Field.register_lookup(AnyOf)
models.ForeignObject.register_lookup(AnyOf)


class _ChoiceSetField:
    """Takes a ChoiceSet. Choices stay out of migrations: a new value needs none."""

    choice_set: type[ChoiceSet] | None

    def __init__(self, choice_set: type[ChoiceSet] | None = None, **kwargs: Any) -> None:
        self.choice_set = choice_set
        if choice_set is not None:
            kwargs["choices"] = choice_set.pairs
        super().__init__(**kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("choices", None)
        return name, path, args, kwargs


class ChoiceField(_ChoiceSetField, models.CharField):
    """A text column limited to a ChoiceSet; 50 characters unless told otherwise."""

    def __init__(self, choice_set: type[ChoiceSet] | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 50)
        super().__init__(choice_set, **kwargs)


class IntegerChoiceField(_ChoiceSetField, models.PositiveIntegerField):
    """A number limited to a ChoiceSet (console speeds, token versions …)."""


class ColorField(models.CharField):
    """An RGB colour as six lower-case hexadecimal digits."""

    default_validators = [COLOR]

    def __init__(self, **kwargs: Any) -> None:
        kwargs["max_length"] = 6
        super().__init__(**kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, path, args, kwargs


class CustomFieldDataField(models.JSONField):
    """The values of custom fields. It brings its index along, as an abstract model's `Meta.indexes` don't reach models
    that have a `Meta` of their own.
    """

    def contribute_to_class(self, cls: type[models.Model], name: str, **kwargs: Any) -> None:
        super().contribute_to_class(cls, name, **kwargs)
        if not cls._meta.abstract:
            table = cls._meta.db_table
            index = f"{table[:18]}_cf_{names_digest(table, length=8)}"
            cls._meta.indexes = [*cls._meta.indexes, GinIndex(fields=[name], name=index, opclasses=["jsonb_path_ops"])]
            cls._meta.original_attrs["indexes"] = cls._meta.indexes

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        # Migrations name the index themselves.
        return name, "django.db.models.JSONField", args, kwargs


class CounterCacheField(models.BigIntegerField):
    """How many rows of `to_model` point here through `to_field`; kept by `netsot.kernel.counters`."""

    def __init__(self, to_model: str = "", to_field: str = "", **kwargs: Any) -> None:
        self.to_model, self.to_field = to_model, to_field
        kwargs.update(default=0, editable=False)
        super().__init__(**kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        for key in ("default", "editable"):
            kwargs.pop(key, None)
        return name, path, args, kwargs | {"to_model": self.to_model, "to_field": self.to_field}


class AddressWithMask(netaddr.IPNetwork):
    """An address and its mask. Two of them are equal when both are: netaddr compares only the networks, for which
    10.0.0.1/24 and 10.0.0.2/24 are the same.
    """

    def key(self) -> tuple[int, int, int]:
        """What equality and the hash go by."""
        return self.version, self.value, self.prefixlen


class _NetworkField(models.Field):
    """What `cidr` and `inet` columns share: their Python value is a `netaddr.IPNetwork`."""

    python_type: type[netaddr.IPNetwork] = netaddr.IPNetwork

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> netaddr.IPNetwork | None:
        return None if value is None else self.python_type(value)

    def to_python(self, value: Any) -> netaddr.IPNetwork | None:
        if value in (None, ""):
            return None
        if isinstance(value, netaddr.IPNetwork):
            return value if type(value) is self.python_type else self.python_type(str(value))
        try:
            text = str(value).strip()
            if "/" not in text and not self.bare_allowed:
                raise ValueError(text)
            # netaddr reads "10" and "010.1.1.1" in historic ways; the strict forms of RFC 4632 and RFC 4291 only.
            return self.python_type(ipaddress.ip_interface(text).with_prefixlen)
        except (netaddr.AddrFormatError, ValueError, TypeError) as error:
            raise ValidationError(self.default_error_messages["invalid"], params={"value": value}) from error

    bare_allowed = True

    def get_prep_value(self, value: Any) -> str | None:
        value = self.to_python(value)
        return None if value is None else str(value)

    def value_to_string(self, obj: Any) -> str:
        return str(self.value_from_object(obj))


class IPNetworkField(_NetworkField):
    """A network without host bits, as `cidr`."""

    description = "IP network"
    bare_allowed = False
    default_error_messages = {"invalid": _("“%(value)s” is not a network: write it as 10.1.2.0/24 or 2001:db8::/48.")}

    def db_type(self, connection: Any) -> str:
        return "cidr"


class IPAddressField(_NetworkField):
    """An address with its mask, as `inet`."""

    description = "IP address with mask"
    python_type = AddressWithMask
    default_error_messages = {
        "invalid": _("“%(value)s” is not an address with a mask: write it as 10.1.2.3/24 or 2001:db8::1/64.")
    }

    def db_type(self, connection: Any) -> str:
        return "inet"


class _EUIField(models.Field):
    """What hardware addresses share: the Python value is upper-case text in colon form."""

    length = 6

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> str | None:
        return None if value is None else value.upper()

    def to_python(self, value: Any) -> str | None:
        if value in (None, ""):
            return None
        digits = "".join(c for c in str(value) if c not in ":-. ").upper()
        if len(digits) != 2 * self.length or any(c not in "0123456789ABCDEF" for c in digits):
            raise ValidationError(self.default_error_messages["invalid"], params={"value": value})
        return ":".join(digits[i : i + 2] for i in range(0, len(digits), 2))

    def get_prep_value(self, value: Any) -> str | None:
        return self.to_python(value)


class MACAddressField(_EUIField):
    """A 48-bit MAC address, as `macaddr`; every usual notation is accepted."""

    description = "MAC address"
    default_error_messages = {"invalid": _("“%(value)s” is not a MAC address: write it as 00:1B:77:49:54:FD.")}

    def db_type(self, connection: Any) -> str:
        return "macaddr"


class WWNField(_EUIField):
    """A 64-bit World Wide Name, as `macaddr8`."""

    description = "World Wide Name"
    length = 8
    default_error_messages = {
        "invalid": _("“%(value)s” is not a World Wide Name: write it as 10:00:00:05:73:AB:CD:EF.")
    }

    def db_type(self, connection: Any) -> str:
        return "macaddr8"


class ASNField(models.BigIntegerField):
    """A 32-bit autonomous system number (RFC 6793)."""

    default_validators = [MinValueValidator(1), MaxValueValidator(4294967295)]


class TimeZoneField(models.CharField):
    """The name of a time zone of the IANA database."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 63)
        super().__init__(**kwargs)

    def validate(self, value: Any, model_instance: Any) -> None:
        super().validate(value, model_instance)
        if value and value not in zoneinfo.available_timezones():
            raise ValidationError(
                _("“%(value)s” is not a time zone: write it as Europe/Zurich."), params={"value": value}
            )
