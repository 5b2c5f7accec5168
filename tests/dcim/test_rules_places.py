"""The rules of regions, site groups, sites, locations, roles and platforms, and what follows when places move."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.test.utils import CaptureQueriesContext

from dcim.models import (
    Cable,
    CableTermination,
    Device,
    DeviceRole,
    Interface,
    Location,
    Manufacturer,
    Platform,
    PowerPanel,
    Rack,
    Region,
    Site,
    SiteGroup,
)
from ipam.models import Prefix
from tests.dcim.conftest import problems


@pytest.mark.parametrize("model", [Region, SiteGroup, DeviceRole])
def test_names_and_slugs_are_unique_below_each_parent(db, model):
    top = model.objects.create(name="A", slug="a")
    model.objects.create(name="A", slug="a", parent=top)
    for values in ({"name": "A", "slug": "b"}, {"name": "B", "slug": "a"}):
        for parent in (None, top):
            with pytest.raises(IntegrityError), transaction.atomic():
                model.objects.create(**values, parent=parent)


@pytest.mark.parametrize("model", [Region, SiteGroup, DeviceRole, Platform])
def test_a_node_is_not_below_itself(db, model):
    top = model.objects.create(name="A", slug="a")
    below = model.objects.create(name="B", slug="b", parent=top)
    top.parent = below
    assert set(problems(top)) == {"parent"}


def test_platforms_are_unique_per_manufacturer(manufacturer):
    other = Manufacturer.objects.create(name="Other", slug="other")
    for owner in (None, manufacturer, other):
        Platform.objects.create(name="os", slug="os", manufacturer=owner)
        with pytest.raises(IntegrityError), transaction.atomic():
            Platform.objects.create(name="os", slug="os2", manufacturer=owner)


def test_sites_have_a_time_zone_and_coordinates_that_exist(site):
    site.time_zone, site.latitude, site.longitude = "Europe/Zurich", 47, 8
    site.full_clean()
    site.time_zone, site.latitude, site.longitude = "Mars/Olympus", 91, -181
    with pytest.raises(ValidationError) as caught:
        site.full_clean()
    assert set(caught.value.message_dict) == {"time_zone", "latitude", "longitude"}


def test_names_sort_by_their_numbers(db):
    for name in ("S10", "S2", "S1"):
        Site.objects.create(name=name, slug=name.lower())
    assert list(Site.objects.values_list("name", flat=True)) == ["S1", "S2", "S10"]


def test_a_location_is_in_the_site_of_its_parent(site, other_site, location):
    assert problems(Location(site=site, parent=location, name="x", slug="x")) == {}
    assert set(problems(Location(site=other_site, parent=location, name="x", slug="x"))) == {"parent"}


def test_a_location_and_its_child_may_move_together(other_site, location):
    child = Location.objects.create(site=location.site, parent=location, name="Cage", slug="cage")
    child.site = other_site
    assert set(problems(child)) == {"parent"}
    location.site = other_site
    assert problems(location, child) == {}


def test_everything_in_a_location_follows_it_to_another_site(site, other_site, location, device_type, role):
    cage = Location.objects.create(site=site, parent=location, name="Cage", slug="cage")
    rack = Rack.objects.create(site=site, location=cage, name="R9")
    panel = PowerPanel.objects.create(site=site, location=cage, name="P")
    inside, outside = (
        Device.objects.create(site=site, location=room, rack=in_rack, device_type=device_type, role=role, name=name)
        for name, room, in_rack in (("in", None, rack), ("out", None, None))
    )
    port = Interface.objects.create(device=inside, name="e0", type="1000base-t")
    end = CableTermination.objects.create(
        cable=Cable.objects.create(), cable_end="A", termination=port, _device=inside, _location=cage, _site=site
    )
    scoped = Prefix.objects.create(prefix="10.0.0.0/24", scope=cage)

    location.site = other_site
    location.save()

    for obj, column in (
        (cage, "site_id"),
        (rack, "site_id"),
        (panel, "site_id"),
        (inside, "site_id"),
        (port, "_site_id"),
        (end, "_site_id"),
        (scoped, "_site_id"),
    ):
        obj.refresh_from_db()
        assert getattr(obj, column) == other_site.pk, obj
    outside.refresh_from_db()
    assert outside.site == site


def test_devices_follow_their_rack(site, other_site, rack, new_device):
    device = new_device(name="sw1", rack=rack)
    device.save()
    port = Interface.objects.create(device=device, name="e0", type="1000base-t")
    room = Location.objects.create(site=other_site, name="Room", slug="room")
    rack.site, rack.location = other_site, room
    rack.save()
    device.refresh_from_db()
    port.refresh_from_db()
    assert (device.site, device.location) == (other_site, room)
    assert (port._site, port._location, port._rack) == (other_site, room, rack)


def test_what_is_scoped_to_a_site_follows_it_to_another_region(site, location):
    region, group = Region.objects.create(name="R", slug="r"), SiteGroup.objects.create(name="G", slug="g")
    at_site = Prefix.objects.create(prefix="10.0.0.0/24", scope=site)
    at_room = Prefix.objects.create(prefix="10.0.1.0/24", scope=location)
    elsewhere = Prefix.objects.create(prefix="10.0.2.0/24")
    site.region, site.group = region, group
    site.save()
    for prefix, expected in ((at_site, (region, group)), (at_room, (region, group)), (elsewhere, (None, None))):
        prefix.refresh_from_db()
        assert (prefix._region, prefix._site_group) == expected


def test_moves_cost_the_same_for_one_and_for_many(site, other_site):
    def cost(names):
        rooms = [Location.objects.create(site=site, name=name, slug=name) for name in names]
        old = {room.pk: {"site_id": site.pk} for room in rooms}
        for room in rooms:
            room.site = other_site
        with CaptureQueriesContext(connection) as captured:
            assert problems(*rooms) == {}
            Location.saved_set(rooms, old)
        return len(captured)

    assert cost(["a", "b", "c", "d"]) == cost(["e"])


def test_a_site_takes_its_locations_but_not_its_devices(site, location, new_device):
    device = new_device(name="sw1", location=location)
    device.save()
    with pytest.raises(ProtectedError):
        site.delete()
    device.delete()
    site.delete()
    assert not Location.objects.exists()


def test_a_region_takes_its_descendants_but_leaves_the_sites(site):
    top = Region.objects.create(name="A", slug="a")
    below = Region.objects.create(name="B", slug="b", parent=top)
    site.region = below
    site.save()
    top.delete()
    site.refresh_from_db()
    assert site.region is None
    assert not Region.objects.exists()


def test_a_manufacturer_is_protected_by_what_it_makes(manufacturer, device_type):
    with pytest.raises(ProtectedError):
        manufacturer.delete()
