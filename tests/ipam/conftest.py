"""What the tests of this app share."""

from __future__ import annotations

from typing import Any

import pytest

from dcim.models import Device, DeviceRole, DeviceType, Interface, Manufacturer, Site
from ipam.models import VRF
from netsot.kernel.errors import Errors
from virtualization.models import VirtualMachine, VMInterface


def problems(*objs: Any) -> dict[str, list[str]]:
    """What the rules say about a set of objects, as a write would ask them; messages of all objects by field."""
    model = type(objs[0])
    errors = Errors()
    model.prepare_set(objs)
    model.clean_set(objs, errors)
    merged: dict[str, list[str]] = {}
    for obj in objs:
        for field, messages in errors.of(obj).items():
            merged.setdefault(field, []).extend(messages)
    return merged


@pytest.fixture
def vrf(db: None) -> VRF:
    """A VRF without duplicates."""
    return VRF.objects.create(name="Red", rd="65000:1")


@pytest.fixture
def lenient(db: None) -> VRF:
    """A VRF that takes duplicates."""
    return VRF.objects.create(name="Blue", enforce_unique=False)


@pytest.fixture
def site(db: None) -> Site:
    return Site.objects.create(name="Zurich", slug="zurich")


@pytest.fixture
def devices(site: Site) -> list[Device]:
    """Two switches."""
    maker = Manufacturer.objects.create(name="Acme", slug="acme")
    kind = DeviceType.objects.create(manufacturer=maker, model="Switch", slug="switch")
    role = DeviceRole.objects.create(name="Access", slug="access")
    return [Device.objects.create(name=name, site=site, device_type=kind, role=role) for name in ("sw1", "sw2")]


@pytest.fixture
def interfaces(devices: list[Device]) -> list[Interface]:
    """Two interfaces of the first switch and one of the second."""
    places = [(devices[0], "eth0"), (devices[0], "eth1"), (devices[1], "eth0")]
    return [Interface.objects.create(device=device, name=name, type="1000base-t") for device, name in places]


@pytest.fixture
def vm_interface(site: Site) -> VMInterface:
    machine = VirtualMachine.objects.create(name="vm1", site=site)
    return VMInterface.objects.create(virtual_machine=machine, name="eth0")
