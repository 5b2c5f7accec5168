"""How full racks are."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dcim import utilization
from dcim.models import PowerFeed, PowerOutlet, PowerPanel, PowerPort, Rack, RackReservation
from tests import factories
from tests.dcim.cabling import cable

pytestmark = pytest.mark.django_db


def mounted(rack: Rack, position: float, height: float, face: str = "front", **kind: Any) -> Any:
    made = factories.one("dcim.devicetype", u_height=height, **kind)
    return factories.one(
        "dcim.device", site=rack.site_id, rack=rack.pk, position=position, face=face, device_type=made.pk
    )


def test_room_is_what_is_taken_or_reserved() -> None:
    rack, empty = factories.create("dcim.rack", 2, u_height=10)
    mounted(rack, 1, 2)
    mounted(rack, 5, 0.5, is_full_depth=False)
    mounted(rack, 5, 0.5, "rear", is_full_depth=False)
    mounted(rack, 9, 1, exclude_from_utilization=True)
    RackReservation.objects.create(rack=rack, units=[2, 7], user=factories.one("users.user"), description="x")
    assert utilization.space([rack, empty]) == {rack.pk: 35.0, empty.pk: 0.0}


def test_power_comes_from_feeds_through_strips() -> None:
    rack, other = factories.create("dcim.rack", 2)
    panel = PowerPanel.objects.create(site=rack.site, name="P")
    supply = {"power_panel": panel, "rack": rack, "voltage": 230, "amperage": 16}
    feeds = [PowerFeed.objects.create(name=name, **supply) for name in "ab"]
    direct, strip, server = (mounted(rack, position, 1) for position in (1, 2, 3))
    port = PowerPort.objects.create(device=direct, name="p", allocated_draw=500)
    inlet = PowerPort.objects.create(device=strip, name="p")
    outlet = PowerOutlet.objects.create(device=strip, name="o", power_port=inlet)
    load = PowerPort.objects.create(device=server, name="p", allocated_draw=300)
    cable(feeds[0], port)
    cable(feeds[1], inlet)
    cable(outlet, load)
    found = utilization.power([rack, other])
    assert found[rack.pk] == pytest.approx(800 * 100 / sum(feed.available_power for feed in feeds))
    assert found[other.pk] == 0.0


def test_weight_includes_devices() -> None:
    rack = factories.one("dcim.rack", weight=100, weight_unit="kg")
    mounted(rack, 1, 1, weight=500, weight_unit="g")
    mounted(rack, 2, 1, weight=10, weight_unit="kg")
    rack.refresh_from_db()
    assert utilization.weight([rack]) == {rack.pk: Decimal("110.5")}


@pytest.mark.parametrize("measure", [utilization.space, utilization.power, utilization.weight])
def test_the_number_of_queries_does_not_depend_on_the_number_of_racks(measure: Any) -> None:
    racks = factories.create("dcim.rack", 20)
    for rack in racks:
        mounted(rack, 1, 1)
    counts = []
    for some in (racks[:1], racks):
        with CaptureQueriesContext(connection) as queries:
            measure(some)
        counts.append(len(queries))
    assert counts[0] == counts[1]
