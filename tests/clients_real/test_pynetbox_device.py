"""A device from its type to a working uplink, as automation builds it with pynetbox."""

from __future__ import annotations

from typing import Any

import pytest
from pynetbox import RequestError

pytestmark = pytest.mark.slow


def end(port: Any) -> list[dict[str, Any]]:
    """One end of a cable."""
    return [{"object_type": "dcim.interface", "object_id": port.id}]


@pytest.fixture
def pair(nb: Any, word: str) -> list[Any]:
    """Two devices of a type with four ports."""
    site = nb.dcim.sites.create(name=word, slug=word)
    maker = nb.dcim.manufacturers.create(name=word, slug=word)
    kind = nb.dcim.device_types.create(manufacturer=maker.id, model=word, slug=word, u_height=1)
    nb.dcim.interface_templates.create(
        [{"device_type": kind.id, "name": f"eth{i}", "type": "10gbase-x-sfpp"} for i in range(4)]
    )
    role = nb.dcim.device_roles.create(name=word, slug=word, color="00ff00")
    return nb.dcim.devices.create(
        [{"name": f"{word}-{i}", "site": site.id, "device_type": kind.id, "role": role.id} for i in range(2)]
    )


def test_a_device_with_ports_a_cable_and_an_address(nb, word, pair):
    left, right = pair
    ports = {device.id: list(nb.dcim.interfaces.filter(device_id=device.id)) for device in pair}
    assert [port.name for port in ports[left.id]] == ["eth0", "eth1", "eth2", "eth3"]
    a, b = ports[left.id][0], ports[right.id][0]

    cable = nb.dcim.cables.create(a_terminations=end(a), b_terminations=end(b), type="smf", length=3, length_unit="m")
    a.full_details()
    assert (a.cable.id, a.connected_endpoints[0].id, a.link_peers[0].id) == (cable.id, b.id, b.id)
    assert a.connected_endpoints_reachable is True
    assert nb.dcim.interfaces.count(device_id=left.id, cabled=True) == 1
    assert nb.dcim.interfaces.count(device_id=left.id, connected=True) == 1

    (near,), through, (far,) = nb.dcim.interfaces.get(a.id).trace()
    assert (near.id, through.id, far.id) == (a.id, cable.id, b.id)

    network = f"10.66.{left.id % 250}"
    prefix = nb.ipam.prefixes.create(prefix=f"{network}.0/24", scope_type="dcim.site", scope_id=left.site.id)
    address = nb.ipam.ip_addresses.create(
        address=f"{network}.1/24", assigned_object_type="dcim.interface", assigned_object_id=a.id
    )
    assert address.assigned_object.device.name == left.name
    left.primary_ip4 = address.id
    assert left.save() is True
    left.full_details()
    assert str(left.primary_ip) == str(left.primary_ip4) == address.address
    assert nb.dcim.devices.get(name=left.name, has_primary_ip=True).id == left.id
    assert nb.ipam.ip_addresses.count(parent=prefix.prefix) == 1

    assert cable.delete() is True
    a.full_details()
    assert (a.cable, a.connected_endpoints) == (None, None)
    assert left.delete() is True
    assert nb.dcim.interfaces.get(a.id) is None
    assert nb.ipam.ip_addresses.get(address.id) is None


def test_a_taken_port_is_refused(nb, word, pair):
    ports = [list(nb.dcim.interfaces.filter(device_id=device.id)) for device in pair]
    nb.dcim.cables.create(a_terminations=end(ports[0][0]), b_terminations=end(ports[1][0]))
    with pytest.raises(RequestError, match="cable"):
        nb.dcim.cables.create(a_terminations=end(ports[0][0]), b_terminations=end(ports[1][1]))


def test_a_patch_panel_shows_its_paths(nb, word, pair):
    left, right = pair
    a = next(iter(nb.dcim.interfaces.filter(device_id=left.id)))
    rear = nb.dcim.rear_ports.create(device=right.id, name="r1", type="lc", positions=1)
    front = nb.dcim.front_ports.create(
        device=right.id,
        name="f1",
        type="lc",
        rear_ports=[{"position": 1, "rear_port": rear.id, "rear_port_position": 1}],
    )
    nb.dcim.cables.create(
        a_terminations=end(a), b_terminations=[{"object_type": "dcim.frontport", "object_id": front.id}]
    )
    paths = nb.dcim.front_ports.get(front.id).paths()
    assert len(paths) == 1
    assert [[node.id for node in step] for step in paths[0]["path"]][0] == [a.id]
    assert front.id in {node.id for step in paths[0]["path"] for node in step}
