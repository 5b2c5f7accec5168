"""Validators of fields that hold networks and names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import netaddr
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from netsot.kernel.errors import Errors

DNS_NAME = RegexValidator(
    r"^([0-9A-Za-z_-]+|\*)(\.[0-9A-Za-z_-]+)*\.?\Z",
    _("A DNS name holds only letters, digits, hyphens, underscores and dots; its first label may be an asterisk."),
)


def validate_network(network: netaddr.IPNetwork) -> None:
    """A network has no host bits and isn't the whole address space."""
    if network.ip != network.cidr.ip:
        raise ValidationError(
            _("%(network)s is not a network: it has host bits. Did you mean %(cidr)s?"),
            params={"network": network, "cidr": network.cidr},
        )
    if network.prefixlen == 0:
        raise ValidationError(_("A network can't be the whole address space: the mask must not be /0."))


def validate_address(address: netaddr.IPNetwork) -> None:
    """An address has a mask other than /0."""
    if address.prefixlen == 0:
        raise ValidationError(_("The mask of an address must not be /0."))


def readable(objs: Sequence[Any], errors: Errors, name: str) -> list[Any]:
    """The objects whose field `name` holds a network, read from text where a script gave text; the rules ask those.

    What can't be read, or isn't valid in itself, is an error.
    """
    out = []
    for obj in objs:
        field = obj._meta.get_field(name)
        try:
            value = field.clean(getattr(obj, name), obj)
        except ValidationError as error:
            errors.add_error(obj, error, name)
        else:
            setattr(obj, name, value)
            out.append(obj)
    return out
