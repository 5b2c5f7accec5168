"""New devices get what the templates of their type describe."""

from __future__ import annotations

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dcim.models import (
    ConsolePort,
    ConsolePortTemplate,
    ConsoleServerPort,
    ConsoleServerPortTemplate,
    DeviceBay,
    DeviceBayTemplate,
    DeviceType,
    FrontPort,
    FrontPortTemplate,
    Interface,
    InterfaceTemplate,
    InventoryItem,
    InventoryItemTemplate,
    ModuleBay,
    ModuleBayTemplate,
    PortMapping,
    PortTemplateMapping,
    PowerOutlet,
    PowerOutletTemplate,
    PowerPort,
    PowerPortTemplate,
    RearPort,
    RearPortTemplate,
    VirtualChassis,
)
from netsot.kernel import changes
from tests import factories
from tests.clients import API, superuser
from tests.dcim.conftest import problems, written

COMPONENTS = (
    ConsolePort,
    ConsoleServerPort,
    PowerPort,
    PowerOutlet,
    Interface,
    RearPort,
    FrontPort,
    PortMapping,
    ModuleBay,
    DeviceBay,
    InventoryItem,
)


@pytest.fixture
def full_type(device_type: DeviceType) -> DeviceType:
    """A type with templates of all ten kinds."""
    DeviceType.objects.filter(pk=device_type.pk).update(subdevice_role="parent")
    device_type.refresh_from_db()
    of = {"device_type": device_type}
    ConsolePortTemplate.objects.create(**of, name="con", label="CON", type="rj-45", description="not copied")
    ConsoleServerPortTemplate.objects.create(**of, name="cs1", type="rj-45")
    psu = PowerPortTemplate.objects.create(**of, name="psu1", type="iec-60320-c14", maximum_draw=100, allocated_draw=50)
    PowerOutletTemplate.objects.create(**of, name="out1", power_port=psu, feed_leg="A", color="aa1409")
    bridge = InterfaceTemplate.objects.create(**of, name="br0", type="bridge")
    InterfaceTemplate.objects.create(
        **of, name="Gi{vc_position:1}/0/1", type="1000base-t", bridge=bridge, poe_mode="pse", enabled=False
    )
    rear = RearPortTemplate.objects.create(**of, name="rear", type="lc", positions=2)
    for number in (1, 2):
        front = FrontPortTemplate.objects.create(**of, name=f"front{number}", type="lc", color="00ff00")
        PortTemplateMapping.objects.create(front_port=front, rear_port=rear, rear_port_position=number)
    ModuleBayTemplate.objects.create(**of, name="bay", position="{vc_position:7}", enabled=False)
    DeviceBayTemplate.objects.create(**of, name="slot")
    chassis = InventoryItemTemplate.objects.create(**of, name="fan tray", part_id="F-1")
    kind = ContentType.objects.get_for_model(PowerPortTemplate)
    InventoryItemTemplate.objects.create(**of, name="fan", parent=chassis, component_type=kind, component_id=psu.pk)
    return device_type


def test_a_device_gets_components_of_every_kind(full_type, new_device):
    device = new_device(name="sw1")
    device.save()

    assert {model: model.objects.filter(device=device).count() for model in COMPONENTS} == {
        ConsolePort: 1,
        ConsoleServerPort: 1,
        PowerPort: 1,
        PowerOutlet: 1,
        Interface: 2,
        RearPort: 1,
        FrontPort: 2,
        PortMapping: 2,
        ModuleBay: 1,
        DeviceBay: 1,
        InventoryItem: 2,
    }
    console = device.consoleports.get()
    assert (console.label, console.type, console.description) == ("CON", "rj-45", "")
    assert (console._site_id, console.created is not None) == (device.site_id, True)


def test_components_refer_to_components_of_their_own_device(full_type, new_device):
    devices = [new_device(name="sw1"), new_device(name="sw2")]
    written(type(devices[0]), devices)

    for device in devices:
        assert device.poweroutlets.get().power_port == device.powerports.get()
        assert device.interfaces.get(name="Gi1/0/1").bridge == device.interfaces.get(name="br0")
        wires = device.port_mappings.order_by("rear_port_position")
        assert [(w.front_port.name, w.rear_port, w.rear_port_position) for w in wires] == [
            ("front1", device.rearports.get(), 1),
            ("front2", device.rearports.get(), 2),
        ]
        fan = device.inventoryitems.get(name="fan")
        assert fan.parent == device.inventoryitems.get(name="fan tray")
        assert fan.component == device.powerports.get()


def test_columns_of_the_templates_are_copied(full_type, new_device):
    device = new_device(name="sw1")
    device.save()

    interface = device.interfaces.get(name="Gi1/0/1")
    assert (interface.type, interface.poe_mode, interface.enabled) == ("1000base-t", "pse", False)
    assert interface._name
    port, outlet, bay = device.powerports.get(), device.poweroutlets.get(), device.modulebays.get()
    assert (port.maximum_draw, port.allocated_draw) == (100, 50)
    assert (outlet.feed_leg, outlet.color) == ("A", "aa1409")
    assert (bay.position, bay.enabled) == ("7", False)


def test_names_take_the_position_in_the_virtual_chassis(full_type, new_device):
    stack = VirtualChassis.objects.create(name="stack")
    devices = [new_device(name=f"sw{n}", virtual_chassis=stack, vc_position=n) for n in (1, 2)]
    written(type(devices[0]), devices)

    assert devices[1].interfaces.filter(name="Gi2/0/1").exists()
    assert devices[1].modulebays.get().position == "2"


def test_the_number_of_statements_does_not_grow_with_the_devices(full_type, new_device):
    def statements(count: int, start: int) -> int:
        devices = [new_device(name=f"sw{start + n}") for n in range(count)]
        with CaptureQueriesContext(
            connection,
        ) as captured:
            written(type(devices[0]), devices)
        return len(captured)

    statements(1, 0)
    assert statements(20, 100) == statements(1, 200)


def test_components_are_in_the_change_log_of_the_request(full_type, new_device):
    with changes.recording() as recording:
        device = new_device(name="sw1")
        written(type(device), [device])
        created = {entry.model for entry in recording.entries.values() if entry.action == "create"}
        (bridged,) = [e for e in recording.entries.values() if e.model is Interface and e.after["name"] == "Gi1/0/1"]
        recording.entries.clear()

    assert created == set(COMPONENTS)
    assert bridged.after["bridge"] == device.interfaces.get(name="br0").pk


def test_components_are_not_made_again_when_a_device_changes(full_type, new_device):
    device = new_device(name="sw1")
    device.save()
    device.interfaces.all().delete()
    device.serial = "1"
    device.save()

    assert not device.interfaces.exists()


def test_counters_of_the_device_are_right(full_type, new_device):
    device = new_device(name="sw1")
    device.save()
    device.refresh_from_db()
    full_type.refresh_from_db()

    assert (device.interface_count, device.front_port_count, device.inventory_item_count) == (2, 2, 2)
    assert full_type.device_count == 1


def test_two_names_that_become_one_are_refused(device_type, new_device):
    InterfaceTemplate.objects.create(device_type=device_type, name="Gi1", type="1000base-t")
    InterfaceTemplate.objects.create(device_type=device_type, name="Gi{vc_position}", type="1000base-t")

    assert "device_type" in problems(new_device(name="a", vc_position=1))
    assert problems(new_device(name="b", vc_position=2)) == {}


def test_a_name_that_becomes_too_long_is_refused(device_type, new_device):
    name = "{vc_position}" + "x" * 50
    ConsolePortTemplate.objects.create(device_type=device_type, name=name)

    assert problems(new_device(name="a", vc_position=1)) == {}
    assert "device_type" in problems(new_device(name="b", vc_position=10**15))


def test_twenty_devices_with_components_of_every_kind_are_created_in_at_most_eighty_statements(full_type):
    site, role = factories.one("dcim.site"), factories.one("dcim.devicerole")
    api = API(superuser())
    rows = [{"device_type": full_type.pk, "role": role.pk, "site": site.pk, "name": f"full-{i}"} for i in range(20)]
    with CaptureQueriesContext(connection) as queries:
        answer = api.post("/api/dcim/devices/", rows)
    assert answer.status_code == 201, answer.content
    assert len(queries) <= 80
    with CaptureQueriesContext(connection) as queries:
        assert api.delete("/api/dcim/devices/", [{"id": row["id"]} for row in answer.json()]).status_code == 204
    assert len(queries) <= 80
