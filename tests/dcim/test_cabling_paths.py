"""Cables and the paths that follow from them, in the database."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from dcim.models import Cable, CablePath, CableTermination, FrontPort, Interface, PortMapping, RearPort
from tests.dcim.cabling import assert_path, cable, interfaces, panel, path_of
from tests.dcim.conftest import written


@pytest.fixture
def peer(new_device):
    made = new_device(name="sw2")
    made.save()
    return made


@pytest.fixture
def panels(new_device):
    made = [new_device(name="pp1"), new_device(name="pp2")]
    for device in made:
        device.save()
    return made


@pytest.fixture
def ends(device, peer):
    return interfaces(device, 4), interfaces(peer, 4)


@pytest.fixture
def trunk(panels):
    """Two panels of four front ports, their rear ports joined."""
    front, rear = panel(panels[0], 4)
    front2, rear2 = panel(panels[1], 4)
    return front, rear[0], cable(rear[0], rear2[0]), rear2[0], front2


def test_a_cable_joins_two_interfaces(ends):
    a, b = ends[0][0], ends[1][0]
    made = cable(a, b)
    assert_path(a, a, made, b)
    assert_path(b, b, made, a)
    assert (a.cable, a.cable_end, a.cable_connector, a.cable_positions) == (made, "A", None, None)
    assert (b.cable, b.cable_end) == (made, "B")
    assert made.a_terminations == [a]
    assert made.b_terminations == [b]
    row = CableTermination.objects.get(cable=made, cable_end="A")
    assert (row.termination, row._device, row._site) == (a, a.device, a.device.site)


def test_ends_by_content_type_and_id(ends):
    made = cable([("dcim.interface", ends[0][0].pk)], [{"object_type": "dcim.interface", "object_id": ends[1][0].pk}])
    assert Cable.objects.get(pk=made.pk).b_terminations == [ends[1][0]]


def test_paths_grow_with_every_cable(ends, trunk):
    (front, rear, middle, rear2, front2), a, b = trunk, ends[0][1], ends[1][1]
    first = cable(a, front[1])
    assert_path(a, a, first, front[1], rear, middle, rear2, front2[1], complete=False)
    assert path_of(b) is None
    last = cable(b, front2[1])
    assert_path(a, a, first, front[1], rear, middle, rear2, front2[1], last, b)
    assert_path(b, b, last, front2[1], rear2, middle, rear, front[1], first, a)


def test_the_row_of_a_path_stays_when_it_grows(ends, trunk):
    front, _rear, _middle, _rear2, front2 = trunk
    cable(ends[0][0], front[0])
    before = path_of(ends[0][0]).pk
    cable(front2[0], ends[1][0])
    assert path_of(ends[0][0]).pk == before
    assert CablePath.objects.count() == 2


def test_deleting_the_cable_in_the_middle(ends, trunk):
    (front, rear, middle, rear2, front2), a, b = trunk, ends[0][0], ends[1][0]
    first, last = cable(a, front[0]), cable(front2[0], b)
    middle.delete()
    assert_path(a, a, first, front[0], rear, complete=False)
    assert_path(b, b, last, front2[0], rear2, complete=False)
    rear.refresh_from_db()
    assert (rear.cable_id, rear.cable_end) == (None, None)
    assert not CableTermination.objects.filter(termination_id=rear.pk, cable=middle.pk).exists()


def test_deleting_the_only_cable_removes_the_paths(ends):
    a, b = ends[0][0], ends[1][0]
    cable(a, b).delete()
    assert path_of(a) is None
    assert path_of(b) is None
    assert a.cable_id is None
    assert a.cable_end is None
    assert not CablePath.objects.exists()
    assert not CableTermination.objects.exists()


def test_deleting_a_device_in_the_middle(ends, trunk, panels):
    (front, rear, _middle, _rear2, front2), a, b = trunk, ends[0][0], ends[1][0]
    first, last = cable(a, front[0]), cable(front2[0], b)
    panels[1].delete()
    assert_path(b, b, last, complete=False)
    path = path_of(a)
    assert path.path[-1] == path.path[4]
    assert not path.is_complete
    rear.refresh_from_db()
    assert rear.cable_id is not None
    assert list(Cable.objects.get(pk=last.pk).terminations.values_list("cable_end", flat=True)) == ["B"]
    assert first.pk


def test_deleting_an_endpoint(ends):
    a, b = ends[0][0], ends[1][0]
    made = cable(a, b)
    a.delete()
    assert_path(b, b, made, complete=False)
    assert CablePath.objects.count() == 1


def test_deleting_a_port_mid_path(ends, trunk):
    (front, _rear, _middle, _rear2, front2), a, b = trunk, ends[0][0], ends[1][0]
    first, last = cable(a, front[0]), cable(front2[0], b)
    front[0].delete()
    assert_path(a, a, first, complete=False)
    assert not path_of(b).is_complete
    assert last.pk


def test_a_mapping_comes_and_goes(ends, device, panels):
    front = written(FrontPort, [FrontPort(device=panels[0], name="f", type="lc")])[0]
    rear = written(RearPort, [RearPort(device=panels[0], name="r", type="lc")])[0]
    a, b = ends[0][0], ends[1][0]
    first, second = cable(a, front), cable(rear, b)
    assert_path(a, a, first, front, complete=False)
    mapping = PortMapping.objects.create(front_port=front, rear_port=rear)
    assert_path(a, a, first, front, rear, second, b)
    mapping.delete()
    assert_path(b, b, second, rear, complete=False)


def test_status_marks_paths_without_a_new_trace(ends, trunk):
    (front, _rear, middle, _rear2, front2), a, b = trunk, ends[0][0], ends[1][0]
    first = cable(a, front[0], status="planned")
    cable(front2[0], b)
    assert path_of(a).is_complete
    assert not path_of(a).is_active
    first.status = "connected"
    first.save()
    assert path_of(a).is_active
    assert path_of(b).is_active
    middle.status = "decommissioning"
    first.status = "planned"
    middle.save()
    first.save()
    assert not path_of(a).is_active
    first.status = "connected"
    first.save()
    assert not path_of(a).is_active, "the trunk is still down"
    middle.status = "connected"
    middle.save()
    assert path_of(a).is_active
    assert path_of(b).is_active


def test_moving_a_cable_to_another_port(ends):
    a, (b, c, *_rest) = ends[0][0], ends[1]
    made = cable(a, b)
    made.b_terminations = [c]
    made.full_clean()
    made.save()
    assert_path(a, a, made, c)
    assert_path(c, c, made, a)
    assert path_of(b) is None
    assert b.cable_id is None
    assert c.cable_id == made.pk
    assert c.cable_end == "B"


def test_saving_without_setting_the_ends_leaves_them(ends):
    made = cable(ends[0][0], ends[1][0])
    stored = Cable.objects.get(pk=made.pk)
    stored.label = "x"
    stored.save()
    assert stored.a_terminations == [ends[0][0]]
    assert CableTermination.objects.count() == 2


def test_several_terminations_share_a_path(ends):
    a, (b, c, *_rest) = ends[0][0], ends[1]
    made = cable(a, [b, c])
    assert_path(a, a, made, [b, c])
    assert_path(b, [b, c], made, a)
    assert path_of(b).pk == path_of(c).pk
    made.b_terminations = [c]
    made.save()
    assert_path(a, a, made, c)
    assert path_of(b) is None


def test_a_profile_gives_connectors_and_positions(ends):
    a, (b, c, d, *_rest) = ends[0][0], ends[1]
    made = cable(a, [b, c, d], profile="breakout-1c4p-4c1p")
    assert_path(a, a, made, [b, c, d])
    assert_path(c, c, made, a)
    assert (a.cable_connector, a.cable_positions) == (1, [1, 2, 3, 4])
    assert (c.cable_connector, c.cable_positions) == (2, [1])


def test_changing_the_profile_rebuilds_the_terminations(ends):
    (a1, a2, *_), (b1, b2, *_rest) = ends
    made = cable([a1, a2], [b1, b2])
    assert_path(a1, [a1, a2], made, [b1, b2])
    made.profile = "trunk-2c1p"
    made.full_clean()
    made.save()
    assert_path(a1, a1, made, b1)
    assert_path(b2, b2, made, a2)
    assert (b2.cable_connector, b2.cable_positions) == (2, [1])
    made.profile = ""
    made.save()
    assert_path(a1, [a1, a2], made, [b1, b2])
    b2.refresh_from_db()
    assert (b2.cable_connector, b2.cable_positions) == (None, None)


def test_split_and_complete_directions(ends, panels):
    front, rear = panel(panels[0], 4)
    (a, *_), (b, c, *_rest) = ends
    trunk = cable(a, rear[0])
    cable(b, front[0])
    cable(c, front[1])
    assert_path(a, a, trunk, rear[0], complete=False, split=True)
    assert path_of(b).is_complete
    assert path_of(c).is_complete


def test_the_database_refuses_a_second_cable(ends):
    cable(ends[0][0], ends[1][0])
    with pytest.raises(IntegrityError), transaction.atomic():
        Cable(a_terminations=[ends[0][0]], b_terminations=[ends[1][1]]).save()


def test_terminations_one_by_one(ends):
    made = Cable()
    made.save()
    for end, port in (("A", ends[0][0]), ("B", ends[1][0])):
        CableTermination(cable=made, cable_end=end, termination=port).save()
    assert_path(ends[0][0], ends[0][0], made, ends[1][0])
    CableTermination.objects.get(cable_end="B").delete()
    assert_path(ends[0][0], ends[0][0], made, complete=False)
    assert path_of(ends[1][0]) is None
    assert ends[1][0].cable_id is None


def test_trace_paths_command(ends, trunk, capsys):
    front, _rear, _middle, _rear2, front2 = trunk
    cable(ends[0][0], front[0])
    cable(ends[1][0], front2[0])
    wanted = path_of(ends[0][0]).path
    Interface.objects.update(_path=None)
    CablePath.objects.all().delete()
    call_command("trace_paths")
    assert path_of(ends[0][0]).path == wanted
    assert path_of(ends[1][0]).is_complete
    CablePath.objects.update(is_complete=False)
    call_command("trace_paths", "--force", "--no-input")
    assert path_of(ends[0][0]).is_complete
    assert CablePath.objects.count() == 2
    assert "2 cable paths" in capsys.readouterr().out


def test_wireless_links_are_links(device, peer):
    from dcim.cabling.paths import retrace_objects
    from wireless.models import WirelessLink

    a, b = written(Interface, [Interface(device=d, name="wl0", type="ieee802.11n") for d in (device, peer)])
    link = WirelessLink.objects.create(interface_a=a, interface_b=b)
    Interface.objects.filter(pk__in=[a.pk, b.pk]).update(wireless_link=link)
    retrace_objects([a, b])
    assert_path(a, a, link, b)
    assert_path(b, b, link, a)
    Interface.objects.update(wireless_link=None)
    retrace_objects([a, b])
    assert path_of(a) is None
    assert not CablePath.objects.exists()


def test_circuits_are_crossed(ends, site):
    from circuits.models import Circuit, CircuitTermination, CircuitType, Provider, ProviderNetwork
    from dcim.cabling.paths import retrace_objects

    provider = Provider.objects.create(name="Telco", slug="telco")
    circuit = Circuit.objects.create(
        cid="1", provider=provider, type=CircuitType.objects.create(name="Fibre", slug="fibre")
    )
    near = CircuitTermination.objects.create(circuit=circuit, term_side="A", termination=site)
    a, b = ends[0][0], ends[1][0]
    first = cable(a, near)
    assert_path(a, a, first, near, complete=False)
    far = CircuitTermination.objects.create(circuit=circuit, term_side="Z", termination=site)
    retrace_objects([near, far])
    assert_path(a, a, first, near, far, site, complete=False)
    last = cable(far, b)
    assert_path(a, a, first, near, far, last, b)
    assert_path(b, b, last, far, near, first, a)
    last.delete()
    network = ProviderNetwork.objects.create(name="Cloud", provider=provider)
    CircuitTermination.objects.filter(pk=far.pk).update(_provider_network=network)
    retrace_objects([far])
    assert_path(a, a, first, near, far, network)
