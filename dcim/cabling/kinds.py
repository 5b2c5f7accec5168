"""The content types of what takes part in cabling.

The models of higher floors (circuits, wireless) are asked of Django's registry by name.
"""

from __future__ import annotations

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models

ENDPOINTS = (
    "dcim.consoleport",
    "dcim.consoleserverport",
    "dcim.interface",
    "dcim.powerfeed",
    "dcim.poweroutlet",
    "dcim.powerport",
)
"""Where paths begin and end."""

PORTS = ("dcim.frontport", "dcim.rearport")
CIRCUIT = "circuits.circuittermination"
NETWORK = "circuits.providernetwork"
WIRELESS = "wireless.wirelesslink"

CABLED = (*ENDPOINTS, *PORTS, CIRCUIT)
"""What a cable can be plugged into."""


def model(label: str) -> type[models.Model]:
    """The model of a label."""
    return apps.get_model(label)


def kind(label: str) -> int:
    """The content type id of a label; Django remembers it."""
    return int(ContentType.objects.get_for_model(model(label)).pk)


def label(kind_id: int) -> str:
    """`app.model` of a content type id."""
    found = ContentType.objects.get_for_id(kind_id)
    return f"{found.app_label}.{found.model}"


def table(kind_id: int) -> str:
    """The quoted table of a content type id."""
    return connection.ops.quote_name(model(label(kind_id))._meta.db_table)
