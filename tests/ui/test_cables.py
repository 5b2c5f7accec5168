"""Cables on pages: their form, the way to it from a port, and the trace."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from dcim.models import Cable, Device, Interface
from netsot.kernel.registry import resource_for
from tests import factories
from tests.clients import superuser, user_with
from tests.dcim.cabling import cable, interfaces, panel
from tests.ui.pages import browser, main_form, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def root(db: None) -> Client:
    return browser(superuser())


@pytest.fixture(autouse=True)
def _no_default_permissions(settings: Any) -> None:
    settings.DEFAULT_PERMISSIONS = {}


@pytest.fixture
def ports(db: None) -> list[Interface]:
    """Two interfaces of one device, two of another."""
    one, other = (Device.objects.get(pk=factories.one("dcim.device", name=name).pk) for name in ("sw1", "sw2"))
    return [*interfaces(one, 2), *interfaces(other, 2)]


def ends(made: Cable) -> list[list[tuple[str, int]]]:
    """What a cable is plugged into."""
    return [
        [
            (f"{end.termination_type.app_label}.{end.termination_type.model}", end.termination_id)
            for end in made.terminations.filter(cable_end=side).order_by("connector", "pk")
        ]
        for side in "AB"
    ]


def plugs(a: Any, b: Any, kind: str = "dcim.interface") -> dict[str, Any]:
    """What the form sends for both ends."""
    return {"a_terminations_type": kind, "a_terminations": a, "b_terminations_type": kind, "b_terminations": b}


def test_a_cable_is_made_by_its_form(root: Client, ports: list[Interface]) -> None:
    form = main_form(root.get("/dcim/cables/add/"))
    answer = root.post("/dcim/cables/add/", form | plugs([ports[0].pk], [ports[2].pk]) | {"label": "first"})
    assert answer.status_code == 302, answer.content.decode()
    made = Cable.objects.get(label="first")
    assert ends(made) == [[("dcim.interface", ports[0].pk)], [("dcim.interface", ports[2].pk)]]


def test_an_end_takes_several_ports(root: Client, ports: list[Interface]) -> None:
    sent = plugs([ports[0].pk, ports[1].pk], [ports[3].pk, ports[2].pk]) | {"status": "connected", "label": "pair"}
    assert root.post("/dcim/cables/add/", sent).status_code == 302
    assert [[pk for _kind, pk in end] for end in ends(Cable.objects.get(label="pair"))] == [
        [ports[0].pk, ports[1].pk],
        [ports[3].pk, ports[2].pk],
    ]


def test_a_form_without_scripts_takes_numbers(root: Client, ports: list[Interface]) -> None:
    url = f"/dcim/cables/add/?_options=1&a_terminations_type=dcim.interface&a_terminations={ports[0].pk}"
    page = root.get(url)
    assert main_form(page)["a_terminations"] == [str(ports[0].pk)]
    assert f"{ports[0].pk}: sw1 › eth0" in page.content.decode()
    sent = main_form(page) | {
        "a_terminations": f"{ports[0].pk}, {ports[1].pk}",
        "b_terminations_type": "dcim.interface",
        "b_terminations": f"{ports[2].pk}",
    }
    assert root.post(url, sent).status_code == 302
    assert [len(end) for end in ends(Cable.objects.get())] == [2, 1]


def test_an_edit_moves_one_end_and_leaves_the_other(root: Client, ports: list[Interface]) -> None:
    made = cable(ports[0], ports[2])
    url = f"/dcim/cables/{made.pk}/edit/"
    form = main_form(root.get(url))
    assert form["a_terminations_type"] == ["dcim.interface"]
    assert form["a_terminations"] == [str(ports[0].pk)]
    assert root.post(url, form | {"b_terminations": [ports[3].pk]}).status_code == 302
    assert [end[0][1] for end in ends(made)] == [ports[0].pk, ports[3].pk]


def test_errors_stand_at_the_end_they_belong_to(root: Client, ports: list[Interface]) -> None:
    cable(ports[0], ports[1])
    answer = root.post("/dcim/cables/add/", plugs([ports[2].pk], [ports[0].pk]) | {"status": "connected"})
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"b_terminations"}
    text = answer.content.decode()
    assert 'id="id_b_terminations_error"' in text
    assert "already has cable" in text
    assert main_form(answer)["a_terminations"] == [str(ports[2].pk)]


@pytest.mark.parametrize(
    "sent",
    [
        {"a_terminations": ["5"]},
        {"a_terminations_type": "dcim.nothing", "a_terminations": ["5"]},
        {"a_terminations_type": "users.token", "a_terminations": ["1"]},
        {"a_terminations_type": "dcim.interface", "a_terminations": ["eth0"]},
        {"a_terminations_type": "dcim.interface", "a_terminations": ["99999999999999999999"]},
        {"a_terminations_type": "dcim.interface", "a_terminations": ["987654321"]},
        {"a_terminations_type": "dcim.interface"},
        {"a_terminations_type": ["\x00", "x"], "a_terminations": "\x00"},
    ],
)
def test_bad_ends_are_told_at_the_field(root: Client, ports: list[Interface], sent: dict[str, Any]) -> None:
    good = {"status": "connected", "b_terminations_type": "dcim.interface", "b_terminations": [ports[0].pk]}
    for url in ("/dcim/cables/add/", "/dcim/cables/add/?_options=1"):
        answer = root.post(url, good | sent)
        assert answer.status_code == 422
        assert "a_terminations" in answer.context["form"].errors
    assert not Cable.objects.exists()


def test_a_hidden_port_is_neither_offered_nor_named(ports: list[Interface]) -> None:
    shown = {"device": ports[0].device_id}
    user = user_with(
        ("view", "dcim.cable", None), ("add", "dcim.cable", None), ("change", "dcim.cable", None),
        ("view", "dcim.interface", shown), ("view", "dcim.device", {"pk": ports[0].device_id}),
    )  # fmt: skip
    client = browser(user)
    answer = client.get(f"/dcim/cables/add/?b_terminations_type=dcim.interface&b_terminations={ports[2].pk}")
    assert "sw2" not in answer.content.decode()
    answer = client.post("/dcim/cables/add/", plugs([ports[0].pk], [ports[2].pk]) | {"status": "connected"})
    assert answer.status_code == 422
    assert "There is no interface" in str(answer.context["form"].errors["b_terminations"])
    made = cable(ports[0], ports[2])
    url = f"/dcim/cables/{made.pk}/edit/"
    page = client.get(url)
    assert "sw2" not in page.content.decode()
    assert client.post(url, main_form(page) | {"label": "named"}).status_code == 302
    assert [len(end) for end in ends(made)] == [1, 1]
    for address in (f"/dcim/cables/{made.pk}/", "/dcim/cables/", f"/dcim/interfaces/{ports[0].pk}/"):
        assert "sw2" not in client.get(address).content.decode()


def test_ports_lead_to_the_form_of_a_cable(root: Client, ports: list[Interface]) -> None:
    cable(ports[0], ports[2])
    free = f"a_terminations_type=dcim.interface&amp;a_terminations={ports[1].pk}&amp;"
    taken = f"a_terminations={ports[0].pk}&amp;"
    for url in (f"/dcim/interfaces/{ports[1].pk}/", "/dcim/interfaces/"):
        text = root.get(url).content.decode()
        assert free in text
        assert taken not in text
    assert "/dcim/cables/add/?" not in root.get(f"/dcim/interfaces/{ports[0].pk}/").content.decode()
    form = main_form(root.get(f"/dcim/cables/add/?a_terminations_type=dcim.interface&a_terminations={ports[1].pk}"))
    assert form["a_terminations_type"] == ["dcim.interface"]
    assert form["a_terminations"] == [str(ports[1].pk)]


def test_ports_that_take_no_cable_have_no_such_button(root: Client, ports: list[Interface]) -> None:
    Interface.objects.filter(pk=ports[0].pk).update(type="virtual")
    Interface.objects.filter(pk=ports[1].pk).update(mark_connected=True)
    for port in ports[:2]:
        assert "/dcim/cables/add/?" not in root.get(f"/dcim/interfaces/{port.pk}/").content.decode()
    reader = browser(user_with(("view", "dcim.interface", None)))
    assert "/dcim/cables/add/" not in reader.get("/dcim/interfaces/").content.decode()


def test_the_page_of_a_port_draws_its_trace(root: Client, ports: list[Interface]) -> None:
    holder = Device.objects.get(pk=factories.one("dcim.device", name="panel").pk)
    front, rear = panel(holder, 1)
    cable(ports[0], front)
    cable(rear, ports[2])
    far = [f'href="/dcim/interfaces/{ports[2].pk}/"', f'href="/dcim/devices/{ports[2].device_id}/"']
    for url in (
        f"/dcim/interfaces/{ports[0].pk}/",
        f"/dcim/front-ports/{front[0].pk}/",
        f"/dcim/rear-ports/{rear[0].pk}/",
    ):
        answer = root.get(url)
        text = answer.content.decode()
        assert text.count("<svg xmlns=") == 1, url
        assert "css/drawings.css" in text
        assert read(answer).inline == []
        for link in far:
            assert link in text, url
    assert "<svg xmlns=" not in root.get(f"/dcim/interfaces/{ports[1].pk}/").content.decode()


def test_the_ends_of_a_cable_are_links(root: Client, ports: list[Interface]) -> None:
    made = cable(ports[0], ports[2])
    for url in (f"/dcim/cables/{made.pk}/", "/dcim/cables/"):
        text = root.get(url).content.decode()
        for port in (ports[0], ports[2]):
            assert f'<a href="/dcim/devices/{port.device_id}/">{port.device}</a> › ' in text
            assert f'<a href="/dcim/interfaces/{port.pk}/">eth0</a>' in text


def test_cables_are_not_plugged_in_bulk(root: Client, ports: list[Interface]) -> None:
    made = cable(ports[0], ports[2])
    page = root.post("/dcim/cables/edit/", {"pk": [made.pk]})
    assert not {"a_terminations", "a_terminations_type"} & set(main_form(page))
    assert resource_for("dcim.cable").form_class.base_fields["a_terminations"]


def test_the_wires_of_a_port_are_rows_of_its_form(root: Client) -> None:
    holder = Device.objects.get(pk=factories.one("dcim.device", name="panel").pk)
    front, rear = panel(holder, 2)
    page = f"/dcim/front-ports/{front[0].pk}/"
    form = main_form(root.get(f"{page}edit/"))
    assert form["rear_ports-rear_port"] == [str(rear[0].pk), "", ""]
    assert root.post(f"{page}edit/", form | {"rear_ports-rear_port_position": ["2", "", ""]}).status_code == 422
    other = root.get(f"/dcim/front-ports/{front[1].pk}/edit/")
    sent = main_form(other) | {"rear_ports-rear_port": ["", "", ""], "rear_ports-position": ["", "", ""]}
    sent["rear_ports-rear_port_position"] = ["", "", ""]
    assert root.post(f"/dcim/front-ports/{front[1].pk}/edit/", sent).status_code == 302
    assert not front[1].mappings.exists()
    assert root.post(f"{page}edit/", form | {"rear_ports-rear_port_position": ["2", "", ""]}).status_code == 302
    assert list(front[0].mappings.values_list("rear_port_position", flat=True)) == [2]
    assert f'<a href="/dcim/rear-ports/{rear[0].pk}/">r0</a>' in root.get(page).content.decode()


def test_bad_rows_are_told_at_the_field(root: Client) -> None:
    holder = Device.objects.get(pk=factories.one("dcim.device", name="panel").pk)
    front, rear = panel(holder, 1)
    url = f"/dcim/front-ports/{front[0].pk}/edit/"
    form = main_form(root.get(f"{url}?_options=1"))
    for position, port in (("1", ""), ("x", "1"), ("1", "9" * 40), ("-1", str(rear[0].pk)), ("1", "²"), ("\x00", "1")):
        answer = root.post(url, form | {"rear_ports-position": [position], "rear_ports-rear_port": [port]})
        assert answer.status_code == 422
        assert "rear_ports" in answer.context["form"].errors
    assert front[0].mappings.count() == 1
