"""Filters over prefixes, aggregates and addresses.

Containment is asked with the operators of PostgreSQL's `inet`, which the GiST indexes over prefixes and over the hosts
of addresses answer. Several values of a parameter are alternatives.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import netaddr
from django.core.exceptions import ValidationError
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from dcim.filters import OF_DEVICES
from ipam.lookups import Host, WithinOrEqual
from ipam.models import VRF
from netsot.derive.filterset import MethodFilter, Path, Presence
from netsot.derive.lookups import Method
from netsot.derive.values import Value
from netsot.models import IPAddressField

_ADDRESS = IPAddressField()


class Network(Value):
    """A network, or one address; bits behind the mask are ignored."""

    def parse(self, text: str) -> netaddr.IPNetwork:
        try:
            return _ADDRESS.to_python(text.strip() or "-").cidr
        except ValidationError:
            raise ValidationError(
                _("“%(value)s” is not a network: write it as 10.1.2.0/24 or 2001:db8::/48."), params={"value": text}
            ) from None


class Address(Value):
    """An address; with a mask only that one, without any."""

    def parse(self, text: str) -> str:
        found = _ADDRESS.to_python(text.strip() or "-")
        return str(found) if "/" in text else str(found.ip)


def containment(column: Any, lookup: str) -> Method:
    """Rows whose network stands in the relation `lookup` (see `ipam.lookups`) to any of those given."""

    def narrow(queryset: QuerySet[Any], networks: Sequence[netaddr.IPNetwork]) -> QuerySet[Any]:
        return queryset.alias(_network=column).filter(_any(f"_network__{lookup}", networks))

    return Method(narrow, Network())


def _any(lookup: str, values: Iterable[Any]) -> Q:
    query = Q()
    for value in values:
        query |= Q(**{lookup: value})
    return query


def by_address(queryset: QuerySet[Any], texts: Sequence[str]) -> QuerySet[Any]:
    """Addresses by what `Address` reads: with a mask exactly, without one by host."""
    hosts = [text for text in texts if "/" not in text]
    exact = [text for text in texts if "/" in text]
    return queryset.alias(_host=Host("address")).filter(Q(address__in=exact) | Q(_host__in=hosts))


def present_in_vrf(queryset: QuerySet[Any], ids: Sequence[int | None]) -> QuerySet[Any]:
    """What is in the VRFs, or in others that export what they import; `null` stands for the global table."""
    known = [pk for pk in ids if pk is not None]
    exporting = VRF._base_manager.filter(export_targets__importing_vrfs__in=known).values_list("pk", flat=True)
    query = Q(vrf__in={*known, *exporting})
    return queryset.filter(query | Q(vrf__isnull=True) if None in ids else query)


PRESENT_IN_VRF = {"present_in_vrf": MethodFilter(present_in_vrf, target="ipam.VRF")}


def measures(column: str) -> dict[str, Path]:
    """The family and the mask of the network in `column`."""
    return {
        "family": Path(f"{column}__family", value="number", lookups=""),
        "mask_length": Path(f"{column}__mask_length", value="number", lookups="gte lte"),
    }


PREFIX: Mapping[str, Any] = {
    **measures("prefix"),
    **PRESENT_IN_VRF,
    "within": containment(F("prefix"), "within"),
    "within_include": containment(F("prefix"), "within_or_equal"),
    "contains": containment(F("prefix"), "around"),
    "vlan_group": Path("vlan__group"),
    "vlan_vid": Path("vlan__vid"),
}

AGGREGATE: Mapping[str, Any] = {"family": measures("prefix")["family"]}

ADDRESS: Mapping[str, Any] = {
    **measures("address"),
    **PRESENT_IN_VRF,
    **OF_DEVICES,
    "address": Method(by_address, Address()),
    "parent": containment(Host("address"), "within_or_equal"),
    "assigned": Presence("assigned_object_type"),
    "assigned_to_interface": Presence("interface", "vminterface"),
    "fhrpgroup_id": Path("fhrpgroup"),
    "service_id": Path("services"),
}


def search_networks(text: str) -> Q:
    """Prefixes or aggregates that a search text means: written like it, in the network it names, or around it."""
    query = Q(prefix__istartswith=text)
    network = _network(text)
    return query if network is None else query | Q(prefix__within_or_equal=network) | Q(prefix__around=network)


def search_addresses(text: str) -> Q:
    """Addresses that a search text means: written like it, or in the network it names."""
    query = Q(address__istartswith=text)
    network = _network(text)
    if network is None:
        return query
    return query | Q(WithinOrEqual(Host("address"), network))


def _network(text: str) -> netaddr.IPNetwork | None:
    """The network a search text names; not for a bare number, which could mean anything."""
    if not {".", ":"} & set(text):
        return None
    try:
        return Network().parse(text)
    except ValidationError:
        return None
