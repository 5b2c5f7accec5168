"""Services that listen on ports."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from ipam.choices import ServiceProtocolChoices
from netsot.models import ChoiceField, ContactsMixin, PrimaryModel


def port_list(ports: Iterable[int]) -> str:
    """Ports as people write them: 22, 80-82."""
    runs: list[list[int]] = []
    for port in sorted(set(ports)):
        if runs and port == runs[-1][1] + 1:
            runs[-1][1] = port
        else:
            runs.append([port, port])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


class ServiceBase(models.Model):
    """A protocol and its ports."""

    protocol = ChoiceField(ServiceProtocolChoices, verbose_name=_("protocol"))
    ports = ArrayField(
        models.PositiveIntegerField(validators=[MinValueValidator(1), MaxValueValidator(65535)]),
        verbose_name=_("port numbers"),
    )
    # Lists are ordered by it.
    _ports_lowest = models.PositiveIntegerField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def port_list(self) -> str:
        """The ports as text."""
        return port_list(self.ports)


class ServiceTemplate(ServiceBase, PrimaryModel):
    """A blueprint from which services are made."""

    display_fields = ("name", "protocol", "ports")

    name = models.CharField(_("name"), max_length=100, unique=True)

    class Meta:
        ordering = ("name",)
        verbose_name = _("application service template")
        verbose_name_plural = _("application service templates")

    @staticmethod
    def display(name: str, protocol: str, ports: list[int]) -> str:
        """Name, protocol and ports."""
        return f"{name} ({ServiceProtocolChoices.labels.get(protocol, protocol)}/{port_list(ports)})"


class Service(ContactsMixin, ServiceBase, PrimaryModel):
    """Something that listens on a device, a virtual machine or a redundancy group."""

    display_fields = ("name", "protocol", "ports")
    clone_fields = ("protocol", "ports", "description", "parent_object_type", "parent_object_id", "ipaddresses")

    parent_object_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    parent_object_id = models.PositiveBigIntegerField()
    parent = GenericForeignKey("parent_object_type", "parent_object_id")
    name = models.CharField(_("name"), max_length=100)
    ipaddresses = models.ManyToManyField(
        "ipam.IPAddress",
        related_name="services",
        blank=True,
        verbose_name=_("IP addresses"),
        help_text=_("The addresses it listens on, if not on all"),
    )

    class Meta:
        ordering = ("protocol", "_ports_lowest", "id")
        indexes = (
            models.Index(fields=("protocol", "_ports_lowest", "id")),
            models.Index(fields=("parent_object_type", "parent_object_id")),
        )
        verbose_name = _("application service")
        verbose_name_plural = _("application services")

    @staticmethod
    def display(name: str, protocol: str, ports: list[int]) -> str:
        """Name, protocol and ports."""
        return ServiceTemplate.display(name, protocol, ports)
