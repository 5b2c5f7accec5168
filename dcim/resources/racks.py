"""Racks, their types, roles and groups, and reservations of their units."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import HttpResponse, QueryDict
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from dcim import rack_elevations
from dcim.choices import DeviceFaceChoices
from dcim.drawings.answer import svg_answer
from dcim.drawings.elevation import LEGEND, MARGIN, Measures, draw
from dcim.elevations import unit_ranges
from dcim.models import Device, Rack, RackGroup, RackReservation, RackRole, RackType
from dcim.rack_filters import RACK, RACK_RESERVATION
from netsot.conf import get_config
from netsot.derive.form import ResourceForm
from netsot.derive.formfields import RangesField
from netsot.kernel import access, registry
from netsot.kernel.inputs import LARGEST_ID
from netsot.kernel.registry import register
from netsot.kernel.resource import Count, F, Resource, action, computed

_GROUP_SEARCH = {"name": 100, "slug": 110, "description": 500, "comments": 5000}


@register(RackGroup)
class RackGroupResource(Resource):
    """Racks that belong together."""

    menu = ("Racks", "Rack Organization")
    fields = F("name slug description owner comments")
    brief = F("name slug description rack_count")
    counts = {"rack_count": Count("dcim.Rack", "group")}
    search = _GROUP_SEARCH
    columns = F("name rack_count description")
    fieldsets = (("Rack group", F("name slug description tags")), ("Ownership", F("owner")))


@register(RackRole)
class RackRoleResource(Resource):
    """What racks are for."""

    menu = ("Racks", "Rack Organization")
    fields = F("name slug color description owner comments")
    brief = F("name slug description rack_count")
    counts = {"rack_count": Count("dcim.Rack", "role")}
    search = _GROUP_SEARCH
    columns = F("name rack_count color description")
    fieldsets = (("Rack role", F("name slug color description tags")), ("Ownership", F("owner")))


@register(RackType)
class RackTypeResource(Resource):
    """A model of rack, as its manufacturer sells it."""

    menu = ("Racks", "Rack Types")
    fields = F(
        "manufacturer model slug description form_factor width u_height starting_unit desc_units outer_width "
        "outer_height outer_depth outer_unit weight max_weight weight_unit mounting_depth owner comments tags "
        "custom_fields created last_updated rack_count"
    )
    brief = F("manufacturer model slug description rack_count")
    search = {"model": 100, "description": 500, "comments": 5000}
    columns = F("model manufacturer form_factor u_height description rack_count")
    fieldsets = (
        ("Rack type", F("manufacturer model slug description form_factor tags")),
        ("Dimensions", F("width u_height outer_width outer_height outer_depth outer_unit weight max_weight weight_unit "
                         "mounting_depth")),
        ("Numbering", F("starting_unit desc_units")),
        ("Ownership", F("owner")),
    )  # fmt: skip


def _natural(least: int, most: int, **more: Any) -> serializers.IntegerField:
    return serializers.IntegerField(min_value=least, max_value=most, required=False, **more)


class ElevationQuery(serializers.Serializer):
    """What can be asked of an elevation."""

    q = serializers.CharField(required=False, help_text=_("Part of the number or name of the units"))
    face = serializers.ChoiceField(DeviceFaceChoices.pairs, default=DeviceFaceChoices.FACE_FRONT)
    render = serializers.ChoiceField([("json", "json"), ("svg", "svg")], default="json")
    unit_width = _natural(50, 2000, help_text=_("Width of the rack in pixels"))
    unit_height = _natural(5, 200, help_text=_("Height of a unit in pixels"))
    legend_width = _natural(0, 500, default=LEGEND, help_text=_("Room for the numbers of the units, in pixels"))
    margin_width = _natural(0, 500, default=MARGIN, help_text=_("Room for reservations, in pixels"))
    exclude = _natural(1, LARGEST_ID, default=None, help_text=_("A device to leave out, by id"))
    expand_devices = serializers.BooleanField(
        default=True, help_text=_("Whether each unit of a device names it, or only its lowest")
    )
    include_images = serializers.BooleanField(default=True, help_text=_("Whether devices are drawn as pictures"))
    highlight = serializers.ListField(
        child=serializers.CharField(),
        default=list,
        max_length=20,
        help_text=_("Devices to highlight, by any of their filters: `id:7`, `role:router`"),
    )
    limit = _natural(0, LARGEST_ID, help_text=_("Units per page; 0 for as many as the server allows"))
    offset = _natural(0, LARGEST_ID, help_text=_("How many units to skip"))
    start = _natural(0, LARGEST_ID, default=None, help_text=_("The lowest unit to list"))
    brief = serializers.BooleanField(default=False, help_text=_("Only the number, the name and whether it is taken"))
    fields = serializers.CharField(default="", help_text=_("Only these fields, separated by commas"))
    omit = serializers.CharField(default="", help_text=_("All but these fields, separated by commas"))


class RackUnit(serializers.Serializer):
    """Half a unit of one face of a rack."""

    id = serializers.FloatField()
    name = serializers.CharField()
    face = serializers.JSONField()
    device = serializers.JSONField(allow_null=True)
    occupied = serializers.BooleanField()
    display = serializers.CharField()
    description = serializers.CharField(help_text=_("What takes it"))


class RackUnitPage(serializers.Serializer):
    """A page of them."""

    count = serializers.IntegerField()
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = RackUnit(many=True)


@register(Rack)
class RackResource(Resource):
    """A frame or cabinet in which devices are mounted."""

    menu = ("Racks", "Racks")
    fields = F(
        "name facility_id site location group tenant status role serial asset_tag rack_type form_factor width "
        "u_height starting_unit weight max_weight weight_unit desc_units outer_width outer_height outer_depth "
        "outer_unit mounting_depth airflow description owner comments tags custom_fields created last_updated "
        "device_count powerfeed_count"
    )
    brief = F("name description device_count")
    counts = {"device_count": Count("dcim.Device", "rack"), "powerfeed_count": Count("dcim.PowerFeed", "rack")}
    filters = RACK
    search = {"asset_tag": 50, "serial": 60, "name": 100, "facility_id": 200, "description": 500, "comments": 5000}
    columns = F("name site location group status facility_id tenant role rack_type u_height device_count")
    fieldsets = (
        ("Rack", F("site location group name status role rack_type description airflow tags")),
        ("Inventory control", F("facility_id serial asset_tag")),
        ("Tenancy", F("tenant")),
        ("Dimensions", F("form_factor width u_height starting_unit desc_units outer_width outer_height outer_depth "
                         "outer_unit mounting_depth weight max_weight weight_unit")),
        ("Ownership", F("owner")),
    )  # fmt: skip

    @action(
        "elevation",
        permission="view",
        schema={"parameters": [ElevationQuery], "responses": {200: RackUnitPage}},
    )
    def elevation(self, request: Any, rack: Any) -> HttpResponse:
        """One face of the rack: its half units from the top down, by page; a drawing of it with `render=svg`."""
        from netsot.api.context import context_for
        from netsot.api.pagination import page_of_list

        query = ElevationQuery(data=request.query_params)
        query.is_valid(raise_exception=True)
        asked, context = query.validated_data, context_for(request)
        face = rack_elevations.look(rack, asked["face"], context, asked["exclude"])
        if asked["render"] == "json":
            units = rack_elevations.units(
                face, context, expand=asked["expand_devices"], text=asked.get("q", ""), lowest=asked["start"]
            )
            return page_of_list(request, _selected(units, asked))
        config = get_config()
        measures = Measures(
            asked.get("unit_width") or config.RACK_ELEVATION_DEFAULT_UNIT_WIDTH,
            asked.get("unit_height") or config.RACK_ELEVATION_DEFAULT_UNIT_HEIGHT,
            asked["legend_width"],
            asked["margin_width"],
        )
        chosen = _highlighted(request, rack, asked["highlight"])
        svg = draw(face, context, measures, images=asked["include_images"], highlighted=chosen)
        return svg_answer(request, svg)


def _selected(units: list[dict[str, Any]], asked: dict[str, Any]) -> list[dict[str, Any]]:
    """The units with the fields that were asked for."""
    names = tuple(RackUnit().fields)
    if asked["brief"]:
        names = F("id name display occupied")
    if wanted := set(filter(None, asked["fields"].split(","))):
        names = tuple(name for name in names if name in wanted)
    unwanted = asked["omit"].split(",")
    return [{name: unit[name] for name in names if name not in unwanted} for unit in units]


def _highlighted(request: Any, rack: Any, terms: Sequence[str]) -> set[Any]:
    """The devices of the rack that any of the terms `filter:value` finds."""
    resource = registry.resource_for(Device)
    values: dict[str, list[str]] = {}
    for term in terms:
        name, colon, value = term.partition(":")
        if not colon or resource.filterset_class.find(name) is None:
            raise serializers.ValidationError({"highlight": [_("Give a filter of devices and a value: role:router.")]})
        values.setdefault(name, []).append(value)
    if not values:
        return set()
    devices = access.restrict(Device._base_manager.filter(rack=rack.pk), request.user, "view")
    query = Q()
    for name, wanted in values.items():
        asked = QueryDict(mutable=True)
        asked.setlist(name, wanted)
        found = resource.filterset_class(asked, Device._base_manager.order_by(), request=request)
        if not found.is_valid():
            messages = [text for texts in found.errors.values() for text in texts]
            raise serializers.ValidationError({"highlight": messages})
        query |= Q(pk__in=found.qs.order_by().values("pk"))
    return set(devices.filter(query).values_list("pk", flat=True))


class UnitsField(RangesField):
    """Units as people write them, `1-3, 7`; in the API each by its number."""

    most = 1000

    def prepare_value(self, value: Any) -> Any:
        return unit_ranges(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        ranges = super().to_python(value)
        if sum(max(high - low + 1, 0) for low, high in ranges) > self.most:
            raise ValidationError(_("That is more units than a rack has."))
        return sorted({unit for low, high in ranges for unit in range(low, high + 1)})


class ReservationForm(ResourceForm):
    """The form of a reservation: units are entered as ranges."""

    units = UnitsField(label=_("Units"), help_text=_("Numbers and ranges: 1-3, 7"))


@register(RackReservation)
class RackReservationResource(Resource):
    """Units of a rack set aside for someone."""

    Form = ReservationForm
    menu = ("Racks", "Racks")
    fields = F(
        "rack units unit_count status created last_updated user tenant description owner comments tags custom_fields"
    )
    brief = F("status user description units")
    filters = RACK_RESERVATION
    search = {"description": 500, "comments": 5000}
    columns = F("rack units unit_count status user description")
    fieldsets = (
        ("Reservation", F("rack units status user description tags")),
        ("Tenancy", F("tenant")),
        ("Ownership", F("owner")),
    )

    @computed("units", schema=serializers.IntegerField(read_only=True))
    def unit_count(self, page: Any, units: Sequence[Any]) -> Sequence[int]:
        """How many units are set aside."""
        return [len(numbers or ()) for numbers in units]
