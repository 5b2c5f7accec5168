"""The drawing of a trace."""

from __future__ import annotations

import os
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dcim.drawings.svg import fit, ink
from dcim.drawings.trace import draw
from dcim.models import Interface
from netsot.kernel.representation import Context
from tests.dcim.cabling import cable, interfaces, panel
from users.models import User

SYSTEM = Context(trusted=True, base_url="https://netsot.example")


@pytest.fixture
def plant(new_device):
    """Two switches over two panels with a duplex pair, and a trunk cable for each strand."""
    devices = [new_device(name=name) for name in ("sw1", "<pp & 1>", "pp2", "sw2")]
    for device in devices:
        device.save()
    a, b = interfaces(devices[0], 2), interfaces(devices[3], 2)
    front, rear = panel(devices[1], 2, 2)
    front2, rear2 = panel(devices[2], 2, 2)
    cable(a[0], front, label="patch", color="ffff00", length=2, length_unit="m", type="smf")
    cable(rear[0], rear2[0], color="000000")
    cable(rear[1], rear2[1], status="planned")
    cable(front2, b[0])
    return a, b


def fresh(port: Interface) -> Interface:
    return Interface.objects.get(pk=port.pk)


def test_everything_on_the_way_is_drawn_and_linked(plant):
    svg = draw(fresh(plant[0][0]), SYSTEM)
    if target := os.environ.get("NETSOT_DRAWING"):
        with open(target, "w") as file:
            file.write(svg)
    root = ElementTree.fromstring(svg)
    texts = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    for name in ("sw1", "<pp & 1>", "pp2", "sw2", "eth0", "f0", "f1", "r0", "patch"):
        assert name in texts
    assert "The path is complete but not active." in texts
    assert "at least 2 m" in texts
    links = [element.get("href") for element in root.iter("{http://www.w3.org/2000/svg}a")]
    assert f"https://netsot.example/dcim/interfaces/{plant[1][0].pk}/" in links
    assert any("d-planned" in (element.get("class") or "") for element in root.iter())
    assert any(element.get("stroke") == "#ffff00" for element in root.iter())


def test_it_brings_its_style_only_when_it_stands_alone(plant):
    assert "light-dark(" in draw(fresh(plant[0][0]), SYSTEM)
    assert "<style" not in draw(fresh(plant[0][0]), SYSTEM, standalone=False)


def test_the_width_can_be_asked_for_within_limits(plant):
    widths = [
        float(ElementTree.fromstring(draw(fresh(plant[0][1]), SYSTEM, width=width)).get("width"))
        for width in (-5, 640, 10**9)
    ]
    assert widths == [200, 640, 4000]


def test_an_endpoint_without_a_path(plant):
    assert "Nothing is connected here." in draw(fresh(plant[0][1]), SYSTEM)


def test_nothing_hidden_is_named(plant):
    svg = draw(fresh(plant[0][0]), Context(user=User.objects.create_user("jane")))
    texts = {element.text for element in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")}
    assert not texts & {"sw1", "pp2", "sw2", "eth0", "patch"}
    assert "Hidden" in texts


def test_the_number_of_queries_does_not_depend_on_the_length(plant, new_device):
    other = new_device(name="sw3")
    other.save()
    ports = interfaces(other, 2)
    cable(ports[0], plant[0][1])
    costs = []
    for port in (ports[0], plant[0][0]):
        port = Interface.objects.select_related("_path", "device").get(pk=port.pk)
        with CaptureQueriesContext(connection) as queries:
            draw(port, SYSTEM)
        costs.append(len(queries))
    assert costs[1] - costs[0] <= 2, "only the kinds of ports count"


def test_text_fits_and_can_be_read():
    assert fit("GigabitEthernet1/0/1", 50, 12).endswith("…")
    assert fit("eth0", 50, 12) == "eth0"
    assert (ink("ffff00"), ink("000080"), ink(""), ink("nonsense")) == ("#000000", "#ffffff", None, None)
