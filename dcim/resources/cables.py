"""Cables, their bundles and their ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rest_framework import serializers

from dcim.cabling.kinds import CABLED
from dcim.filters import CABLE, CABLE_TERMINATION
from dcim.models import Cable, CableBundle, CableTermination
from netsot.derive.objectlists import Picking
from netsot.kernel.columns import object_type_name
from netsot.kernel.inputs import LARGEST_ID, ObjectType
from netsot.kernel.registry import register
from netsot.kernel.resource import HEAD, Count, F, Resource, computed


class GenericObject(serializers.Serializer):
    """One end of a cable: its type and id; `object` is shown."""

    picking = Picking(CABLED, query=(("occupied", "false"), ("kind", "physical")), within=("device_id", "dcim.device"))

    object_type = ObjectType()
    object_id = serializers.IntegerField(min_value=1, max_value=LARGEST_ID)
    object = serializers.JSONField(read_only=True)


@register(CableBundle)
class CableBundleResource(Resource):
    """Cables that run together."""

    menu = ("Connections", "Connections")
    fields = F("name description owner comments")
    brief = F("name description")
    counts = {"cable_count": Count("dcim.Cable", "bundle")}
    search = {"name": 100, "description": 500, "comments": 5000}
    columns = F("name cable_count description")
    fieldsets = (("Cable bundle", F("name description tags")), ("Ownership", F("owner")))


@register(Cable)
class CableResource(Resource):
    """A physical connection between two sets of ports."""

    menu = ("Connections", "Connections")
    fields = F(
        "type a_terminations b_terminations status profile tenant bundle label color length length_unit description "
        "owner comments"
    )
    raw = F("type")
    brief = F("label description")
    filters = CABLE
    search = {"label": 100, "description": 500, "comments": 5000}
    columns = F("label a_terminations b_terminations status type tenant color length description")
    fieldsets = (
        ("Cable", F("a_terminations b_terminations")),
        ("Attributes", F("type status profile bundle label color length length_unit description tags")),
        ("Tenancy", F("tenant")),
        ("Ownership", F("owner")),
    )

    @computed(schema=GenericObject(many=True, required=False), writable=True)
    def a_terminations(self, page: Any) -> Sequence[Any]:
        """What the A end is plugged into."""
        return _ends(page, "A")

    @computed(schema=GenericObject(many=True, required=False), writable=True)
    def b_terminations(self, page: Any) -> Sequence[Any]:
        """What the B end is plugged into."""
        return _ends(page, "B")


def _ends(page: Any, end: str) -> list[list[dict[str, Any]]]:
    """One end of each cable; one query for the ends, one per kind of port."""
    rows = list(
        CableTermination.objects.filter(cable__anyof=page.ids, cable_end=end)
        .order_by("cable_id", "connector", "pk")
        .values_list("cable_id", "termination_type_id", "termination_id")
    )
    shown = page.generic([kind for _, kind, _ in rows], [pk for _, _, pk in rows])
    found: dict[Any, list[dict[str, Any]]] = {}
    for (cable, kind, pk), item in zip(rows, shown, strict=True):
        found.setdefault(cable, []).append({"object_type": object_type_name(kind), "object_id": pk, "object": item})
    return [found.get(pk, []) for pk in page.ids]


@register(CableTermination)
class CableTerminationResource(Resource):
    """One end of a cable in one port."""

    methods = F("list retrieve")
    head = tuple(name for name in HEAD if name != "display_url")
    fields = F("cable cable_end termination_type termination_id termination connector positions")
    raw = F("cable_end")
    forms = {"cable": "id"}
    brief = F("cable cable_end connector positions termination_type termination_id")
    filters = CABLE_TERMINATION
    search = {"cable__label": 100}
