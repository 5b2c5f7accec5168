"""The rules of racks, rack types, reservations, power panels and feeds."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.contrib.auth import get_user_model

from dcim.models import Location, PowerFeed, PowerPanel, Rack, RackReservation, RackType
from netsot.kernel import changes
from tests.dcim.conftest import problems


@pytest.fixture
def rack_type(manufacturer):
    return RackType.objects.create(
        manufacturer=manufacturer,
        model="R",
        slug="r",
        form_factor="4-post-cabinet",
        u_height=20,
        max_weight=100,
        weight_unit="kg",
    )


@pytest.fixture
def user(db):
    return get_user_model().objects.create(username="anna")


def test_a_rack_shows_its_name_and_facility_id(site):
    assert str(Rack(site=site, name="R1", facility_id="F7")) == "R1 (F7)"
    assert str(Rack(site=site, name="R1")) == "R1"


@pytest.mark.parametrize(
    "build",
    [
        lambda site, maker: Rack(site=site, name="x"),
        lambda site, maker: RackType(manufacturer=maker, model="x", slug="x"),
    ],
)
def test_measures_need_their_units(site, manufacturer, build):
    obj = build(site, manufacturer)
    assert problems(obj) == {}
    obj.outer_width, obj.max_weight = 600, 100
    assert set(problems(obj)) == {"outer_unit", "weight_unit"}
    obj.outer_unit, obj.weight_unit = "mm", "kg"
    assert problems(obj) == {}
    obj.save()
    assert obj._abs_max_weight == 100_000
    obj.outer_width = None
    obj.save()
    assert obj.outer_unit is None


def test_a_rack_is_in_the_site_of_its_location(site, other_site, location):
    assert problems(Rack(site=site, location=location, name="x")) == {}
    assert set(problems(Rack(site=other_site, location=location, name="x"))) == {"location"}


def test_a_rack_of_a_type_measures_what_the_type_does(site, rack_type):
    rack = Rack.objects.create(site=site, name="x", rack_type=rack_type, u_height=42, outer_width=5, outer_unit="mm")
    assert (rack.u_height, rack.outer_width, rack.outer_unit, rack._abs_max_weight) == (20, None, None, 100_000)
    with changes.recording() as recording:
        rack_type.u_height = 30
        rack_type.save()
        logged = [entry for entry in recording.entries.values() if entry.model is Rack]
        recording.entries.clear()
    rack.refresh_from_db()
    assert rack.u_height == 30
    assert [entry.pk for entry in logged] == [rack.pk]


def test_a_rack_keeps_the_units_in_which_devices_are_mounted(new_device, rack):
    new_device(rack=rack, position=Decimal(9), face="front").save()
    rack.u_height = 9
    assert problems(rack) == {}
    rack.u_height = 8
    assert set(problems(rack)) == {"u_height"}
    rack.u_height, rack.starting_unit = 20, 10
    assert set(problems(rack)) == {"starting_unit"}


def test_a_rack_type_keeps_the_units_in_which_devices_are_mounted(new_device, site, rack_type):
    rack = Rack.objects.create(site=site, name="x", rack_type=rack_type)
    new_device(rack=rack, position=20, face="front").save()
    rack_type.u_height = 10
    assert set(problems(rack_type)) == {"u_height"}
    rack_type.u_height = 30
    assert problems(rack_type) == {}


def test_reserved_units_exist_and_are_reserved_once(rack, user):
    def reservation(*units):
        return RackReservation(rack=rack, units=list(units), user=user, description="x")

    first = reservation(3, 1, 2, 2)
    assert problems(first) == {}
    first.save()
    assert (first.units, first.unit_list, first.unit_count) == ([1, 2, 3], "1-3", 3)
    assert problems(first) == {}
    assert set(problems(reservation(3, 4))) == {"units"}
    assert set(problems(reservation(11))) == {"units"}
    assert set(problems(reservation(5), reservation(5))) == {"units"}


def test_positions_of_a_rack_run_from_the_top(rack):
    assert [next(iter(rack.units)), len(list(rack.units))] == [Decimal("10.5"), 20]
    rack.desc_units = True
    assert next(iter(rack.units)) == 1


# Power


def test_a_panel_is_in_the_site_of_its_location(site, other_site, location):
    assert problems(PowerPanel(site=site, location=location, name="x")) == {}
    assert set(problems(PowerPanel(site=other_site, location=location, name="x"))) == {"location"}


def test_a_feed_stays_in_its_site(site, other_site, rack):
    here, there = (PowerPanel.objects.create(site=place, name="P") for place in (site, other_site))
    assert problems(PowerFeed(power_panel=here, rack=rack, name="x")) == {}
    assert set(problems(PowerFeed(power_panel=there, rack=rack, name="x"))) == {"rack"}


def test_only_direct_current_is_negative(site):
    panel = PowerPanel.objects.create(site=site, name="P")
    assert set(problems(PowerFeed(power_panel=panel, name="x", voltage=-48))) == {"voltage"}
    assert problems(PowerFeed(power_panel=panel, name="x", voltage=-48, supply="dc")) == {}


@pytest.mark.parametrize(("phase", "power"), [("single-phase", 2944), ("three-phase", 5099)])
def test_the_available_power_follows_from_the_rest(site, phase, power):
    panel = PowerPanel.objects.create(site=site, name="P")
    feed = PowerFeed.objects.create(power_panel=panel, name="x", voltage=230, amperage=16, phase=phase)
    assert (feed.max_utilization, feed.available_power) == (80, power)


def test_a_location_gives_its_racks_back_when_it_goes(site, location, rack):
    Rack.objects.filter(pk=rack.pk).update(location=location)
    Location.objects.get(pk=location.pk).delete()
    rack.refresh_from_db()
    assert rack.location is None
