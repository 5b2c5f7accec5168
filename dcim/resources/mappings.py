"""Which positions of front and rear ports are the same wire, as the API shows and takes it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from netsot.derive.rows import Rows


class FrontPortMapping(serializers.Serializer):
    """A position of a front port and the rear port behind it."""

    position = serializers.IntegerField(min_value=1, max_value=1024)
    rear_port = serializers.IntegerField(min_value=1)
    rear_port_position = serializers.IntegerField(min_value=1, max_value=1024, default=1)


class RearPortMapping(serializers.Serializer):
    """A position of a rear port and the front port before it."""

    position = serializers.IntegerField(min_value=1, max_value=1024)
    front_port = serializers.IntegerField(min_value=1)
    front_port_position = serializers.IntegerField(min_value=1, max_value=1024, default=1)


def _schema(child: type[serializers.Serializer], port: str, label: Any, model: str, owner: str) -> Any:
    """A list of wires; forms look the ports up among those of the same device (or type)."""
    schema = child(many=True, required=False)
    columns = (("position", _("Position")), (port, label), (f"{port}_position", _("Its position")))
    schema.rows = Rows(columns, reference=port, model=model, within=(f"{owner}_id", owner))
    return schema


REAR_PORTS = _schema(FrontPortMapping, "rear_port", _("Rear port"), "dcim.rearport", "device")
FRONT_PORTS = _schema(RearPortMapping, "front_port", _("Front port"), "dcim.frontport", "device")
REAR_PORT_TEMPLATES = _schema(FrontPortMapping, "rear_port", _("Rear port"), "dcim.rearporttemplate", "device_type")
FRONT_PORT_TEMPLATES = _schema(RearPortMapping, "front_port", _("Front port"), "dcim.frontporttemplate", "device_type")


def mapped_ports(page: Any, own: str, other: str) -> list[list[dict[str, Any]]]:
    """The wires of each port of the page, in order of its positions; one query."""
    mapping = page.resource.model._meta.get_field("mappings").related_model
    rows = mapping._default_manager.filter(**{f"{own}__anyof": page.ids}).order_by(f"{own}_position")
    found: dict[Any, list[dict[str, Any]]] = {}
    for owner, position, port, port_position in rows.values_list(
        f"{own}_id", f"{own}_position", f"{other}_id", f"{other}_position"
    ):
        found.setdefault(owner, []).append({"position": position, other: port, f"{other}_position": port_position})
    return [found.get(pk, []) for pk in page.ids]
