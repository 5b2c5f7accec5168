"""A small plant for the tests of this app."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from dcim.models import Device, DeviceRole, DeviceType, Interface, Location, Manufacturer, Rack, Site
from netsot.kernel import changes
from netsot.kernel.errors import Errors


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


def written(model: type[Any], objs: list[Any]) -> list[Any]:
    """Write a set in bulk, as `kernel.writes` does."""
    from django.db import transaction

    from netsot.kernel import bulk

    with transaction.atomic(), changes.muted():
        model.prepare_set(objs)
        bulk.insert(model, objs)
        model.saved_set(objs, {})
    return objs


@pytest.fixture
def site(db: None) -> Site:
    return Site.objects.create(name="Zurich", slug="zurich")


@pytest.fixture
def other_site(db: None) -> Site:
    return Site.objects.create(name="Geneva", slug="geneva")


@pytest.fixture
def location(site: Site) -> Location:
    return Location.objects.create(site=site, name="Room 1", slug="room-1")


@pytest.fixture
def rack(site: Site) -> Rack:
    return Rack.objects.create(site=site, name="R1", u_height=10)


@pytest.fixture
def manufacturer(db: None) -> Manufacturer:
    return Manufacturer.objects.create(name="Acme", slug="acme")


@pytest.fixture
def device_type(manufacturer: Manufacturer) -> DeviceType:
    return DeviceType.objects.create(manufacturer=manufacturer, model="Switch", slug="switch", u_height=Decimal(1))


@pytest.fixture
def role(db: None) -> DeviceRole:
    return DeviceRole.objects.create(name="Access", slug="access")


@pytest.fixture
def new_device(site: Site, device_type: DeviceType, role: DeviceRole) -> Callable[..., Device]:
    """An unsaved device; every attribute can be given."""

    def build(**values: Any) -> Device:
        return Device(**({"site": site, "device_type": device_type, "role": role} | values))

    return build


@pytest.fixture
def device(new_device: Callable[..., Device]) -> Device:
    made = new_device(name="sw1")
    made.save()
    return made


@pytest.fixture
def interface(device: Device) -> Interface:
    return Interface.objects.create(device=device, name="Gi1/0/1", type="1000base-t")
