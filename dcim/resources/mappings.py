"""Which positions of front and rear ports are the same wire, as the API shows and takes it."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers


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


REAR_PORTS = FrontPortMapping(many=True, required=False)
FRONT_PORTS = RearPortMapping(many=True, required=False)


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
