"""Writers that go past the rules, as scripts with the ORM do: the database itself lets one of equals through."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection

from dcim.models import Cable, CableTermination, Device, Interface, Region
from extras.models import Tag
from ipam.models import VRF, IPAddress, Prefix
from tests import factories
from tests.live import together

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

WRITERS = 8


def outcomes(work: Callable[[int], Any]) -> list[BaseException | None]:
    """What each of many writers with connections of their own was refused with; None for who succeeded."""

    def run(number: int) -> list[BaseException | None]:
        try:
            work(number)
        except (ValidationError, IntegrityError) as error:
            return [error]
        finally:
            connection.close()
        return [None]

    return [item for result in together(WRITERS, run) for item in result]


def one_wins(work: Callable[[int], Any]) -> None:
    found = outcomes(work)
    assert found.count(None) == 1, found


@pytest.mark.parametrize("checked", [False, True])
def test_saved_objects(checked: bool) -> None:
    def save(obj: Any) -> None:
        if checked:
            obj.full_clean()
        obj.save()

    device = factories.one("dcim.device")
    common = {"site_id": device.site_id, "device_type_id": device.device_type_id, "role_id": device.role_id}
    tenant = factories.one("tenancy.tenant").pk
    vrf = VRF.objects.create(name="Red")
    names = ["core", "CORE", "Core"]
    one_wins(lambda number: save(Device(name=names[number % 3], **common)))
    one_wins(lambda number: save(Device(name=names[number % 3], tenant_id=tenant, **common)))
    one_wins(lambda number: save(Prefix(prefix="10.0.0.0/24", vrf=vrf)))
    one_wins(lambda number: save(Prefix(prefix="10.0.0.0/24")))
    one_wins(lambda number: save(IPAddress(address=f"10.0.0.1/{24 + number}", vrf=vrf)))
    one_wins(lambda number: save(VRF(name=str(number), rd="65000:1")))
    one_wins(lambda number: save(Tag(name="blue", slug=f"blue-{number}")))
    assert Device.objects.filter(name__iexact="core").count() == 2
    assert (Prefix.objects.count(), IPAddress.objects.count(), Tag.objects.count()) == (2, 1, 1)


def test_ends_of_cables() -> None:
    port = factories.one("dcim.interface", type="1000base-t")
    cables = [Cable.objects.create() for _ in range(WRITERS)]

    def work(number: int) -> None:
        CableTermination.objects.bulk_create([CableTermination(cable=cables[number], cable_end="A", termination=port)])

    one_wins(work)
    assert CableTermination.objects.filter(termination_id=port.pk).count() == 1
    assert Interface.objects.count() == 1


def test_circles_of_regions() -> None:
    """Each moves its region under the next one; a circle would be refused by the rules, and here nobody asks them."""
    regions = [Region.objects.create(name=f"r{i}", slug=f"r{i}") for i in range(WRITERS)]

    def work(number: int) -> None:
        region = Region.objects.get(pk=regions[number].pk)
        region.parent = regions[(number + 1) % WRITERS]
        region.save()

    found = outcomes(work)
    assert found.count(None) == WRITERS - 1, found
    parents = dict(Region.objects.values_list("pk", "parent_id"))
    for node in parents:
        seen = set()
        current: int | None = node
        while current is not None:
            assert current not in seen
            seen.add(current)
            current = parents[current]
