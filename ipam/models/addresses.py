"""Single addresses and ranges of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import netaddr
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.indexes import GistIndex, OpClass
from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from dcim.rules import check_generic
from ipam import assignment, hierarchy, uniqueness
from ipam.choices import (
    IPAddressRoleChoices,
    IPAddressStatusChoices,
    IPRangeStatusChoices,
)
from ipam.constants import ASSIGNABLE
from ipam.lookups import Host
from ipam.validators import DNS_NAME, readable, validate_address
from netsot.kernel.errors import Errors
from netsot.kernel.locks import LockKey
from netsot.models import ChoiceField, ContactsMixin, IPAddressField, PrimaryModel


class IPRange(ContactsMixin, PrimaryModel):
    """A run of addresses that needn't be a network."""

    display_fields = ("start_address", "end_address")
    clone_fields = ("vrf", "tenant", "status", "role", "description", "mark_populated", "mark_utilized")

    start_address = IPAddressField(_("start address"), help_text=_("IPv4 or IPv6 address with its mask"))
    end_address = IPAddressField(_("end address"), help_text=_("IPv4 or IPv6 address with its mask"))
    size = models.PositiveIntegerField(_("size"), editable=False)
    vrf = models.ForeignKey(
        "ipam.VRF", on_delete=models.PROTECT, null=True, blank=True, related_name="ip_ranges", verbose_name=_("VRF")
    )
    tenant = models.ForeignKey(
        "tenancy.Tenant",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="ip_ranges",
        verbose_name=_("tenant"),
    )
    status = ChoiceField(IPRangeStatusChoices, verbose_name=_("status"), default=IPRangeStatusChoices.STATUS_ACTIVE)
    role = models.ForeignKey(
        "ipam.Role", on_delete=models.SET_NULL, null=True, blank=True, related_name="ip_ranges", verbose_name=_("role")
    )
    mark_populated = models.BooleanField(
        _("mark populated"), default=False, help_text=_("No address can be created inside this range")
    )
    mark_utilized = models.BooleanField(_("mark utilized"), default=False, help_text=_("Treat as fully used"))

    class Meta:
        ordering = (models.F("vrf").asc(nulls_first=True), "start_address", "pk")
        indexes = (
            models.Index(Host("start_address"), name="ipam_iprange_start_host"),
            models.Index(Host("end_address"), name="ipam_iprange_end_host"),
            GistIndex(OpClass(Host("start_address"), "inet_ops"), name="ipam_iprange_start_gist"),
        )
        verbose_name = _("IP range")
        verbose_name_plural = _("IP ranges")

    @staticmethod
    def display(start: netaddr.IPNetwork, end: netaddr.IPNetwork) -> str:
        """Both ends with what they share said once: 10.1.2.10-50/24."""
        separator = ":" if start.version == 6 else "."
        first, last = str(start.ip).split(separator), str(end.ip).split(separator)
        shared = 0
        while shared < min(len(first), len(last)) - 1 and first[shared] == last[shared]:
            shared += 1
        return f"{start.ip}-{separator.join(last[shared:])}/{start.prefixlen}"

    @property
    def family(self) -> int:
        """4 or 6."""
        return self.start_address.version


class IPAddress(ContactsMixin, PrimaryModel):
    """An address with its mask, on an interface or free."""

    display_fields = ("address",)
    clone_fields = ("vrf", "tenant", "status", "role", "dns_name", "description")

    address = IPAddressField(
        _("address"), validators=[validate_address], help_text=_("IPv4 or IPv6 address with its mask")
    )
    vrf = models.ForeignKey(
        "ipam.VRF", on_delete=models.PROTECT, null=True, blank=True, related_name="ip_addresses", verbose_name=_("VRF")
    )
    tenant = models.ForeignKey(
        "tenancy.Tenant",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="ip_addresses",
        verbose_name=_("tenant"),
    )
    status = ChoiceField(IPAddressStatusChoices, verbose_name=_("status"), default=IPAddressStatusChoices.STATUS_ACTIVE)
    role = ChoiceField(IPAddressRoleChoices, verbose_name=_("role"), null=True, blank=True)
    assigned_object_type = models.ForeignKey(
        ContentType, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    assigned_object_id = models.PositiveBigIntegerField(null=True, blank=True)
    assigned_object = GenericForeignKey("assigned_object_type", "assigned_object_id")
    nat_inside = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="nat_outside",
        verbose_name=_("NAT (inside)"),
        help_text=_("The address that this one is translated to"),
    )
    dns_name = models.CharField(
        _("DNS name"), max_length=255, blank=True, validators=[DNS_NAME], help_text=_("Host name or FQDN")
    )

    # What follows from the prefixes and the VRF; kept by ipam.hierarchy and ipam.uniqueness.
    parent = models.ForeignKey(
        "ipam.Prefix",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="child_addresses",
        verbose_name=_("parent"),
    )
    unique_scope = models.BigIntegerField(null=True, blank=True, editable=False)

    class Meta:
        # By host, since PostgreSQL sorts `inet` by its network first.
        ordering = (Host("address"), "pk")
        indexes = (
            models.Index(fields=("address", "id")),
            models.Index(Host("address"), "id", name="ipam_ipaddress_host"),
            GistIndex(OpClass(Host("address"), "inet_ops"), name="ipam_ipaddress_gist"),
            models.Index(Coalesce("vrf_id", 0), Host("address"), name="ipam_ipaddress_inside"),
            models.Index(fields=("assigned_object_type", "assigned_object_id")),
        )
        constraints = (models.UniqueConstraint("unique_scope", Host("address"), name="ipam_ipaddress_unique_in_scope"),)
        verbose_name = _("IP address")
        verbose_name_plural = _("IP addresses")

    @property
    def family(self) -> int:
        """4 or 6."""
        return self.address.version

    @property
    def mask_length(self) -> int:
        """The number of network bits."""
        return self.address.prefixlen

    @classmethod
    def lock_keys(cls, objs: Sequence[Any]) -> Iterable[LockKey]:
        """The routing tables the addresses are in and were in."""
        yield from super().lock_keys(objs)
        yield from uniqueness.lock_keys(cls, objs)

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """DNS names are kept in lower case."""
        super().prepare_set(objs)
        for obj in objs:
            obj.address = cls._meta.get_field("address").to_python(obj.address)
            obj.dns_name = obj.dns_name.lower()
        uniqueness.prepare(objs, uniqueness.is_shared)

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """Everything that makes an address valid where it is."""
        super().clean_set(objs, errors)
        check_generic(objs, errors, "assigned_object_type", "assigned_object_id", ASSIGNABLE)
        assignment.check_primary(objs, errors)
        known = readable(objs, errors, "address")
        assignment.check_hosts(known, errors)
        assignment.check_ranges(known, errors)
        uniqueness.check_addresses(known, errors)
        for obj in objs:
            if obj.nat_inside_id is not None and obj.nat_inside_id == obj.pk:
                errors.add(obj, "nat_inside", _("An address can't be translated to itself."))

    @classmethod
    def saved_set(cls, objs: Sequence[Any], old: Mapping[Any, Mapping[str, Any]]) -> None:
        """Keep the parent."""
        super().saved_set(objs, old)
        hierarchy.addresses_saved(objs, old)
