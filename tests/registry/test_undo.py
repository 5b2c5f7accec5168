"""Every change can be undone: what was created goes, what was changed returns, what was deleted is back as it was."""

from __future__ import annotations

from typing import Any

import pytest

from core.models import ObjectChange
from netsot.kernel import changes, registry
from netsot.kernel.resource import Resource
from tests import factories
from tests.clients import API, superuser, user_with
from tests.registry.selection import each

pytestmark = pytest.mark.django_db

LOGGED = [resource for resource in factories.writable_resources() if changes.is_recorded(resource.model)]


@pytest.fixture
def api() -> API:
    return API(superuser())


def last_change(obj_id: int, resource: Resource, action: str) -> ObjectChange:
    return ObjectChange.objects.filter(
        changed_object_id=obj_id, changed_object_type__model=resource.model._meta.model_name, action=action
    ).first()


def state(api: API, resource: Resource, pk: int) -> dict[str, Any]:
    body = api.get(f"/api/{resource.path}/{pk}/").json()
    body.pop("last_updated", None)
    return body


@pytest.mark.parametrize("resource", each(LOGGED))
def test_a_deletion_is_undone_with_tags_relations_and_children(api: API, resource: Resource) -> None:
    extra = {"tags": [factories.one("extras.tag").pk]} if "tags" in resource.infos else {}
    obj = factories.one(resource, **extra)
    before = state(api, resource, obj.pk)
    assert api.delete(f"/api/{resource.path}/{obj.pk}/").status_code == 204
    change = last_change(obj.pk, resource, "delete")
    answer = api.post(f"/api/core/object-changes/{change.pk}/undo/")
    assert answer.status_code == 200, answer.content
    assert state(api, resource, obj.pk) == before


@pytest.mark.parametrize("resource", each(LOGGED))
def test_a_creation_is_undone(api: API, resource: Resource) -> None:
    answer = api.post(f"/api/{resource.path}/", factories.payloads(resource)[0])
    pk = answer.json()["id"]
    undone = api.post(f"/api/core/object-changes/undo/?request_id={answer['X-Request-ID']}")
    assert undone.status_code == 200, undone.content
    assert api.get(f"/api/{resource.path}/{pk}/").status_code == 404


@pytest.mark.parametrize("resource", each([r for r in LOGGED if "description" in r.infos]))
def test_a_change_is_undone_unless_it_was_changed_again(api: API, resource: Resource) -> None:
    obj = factories.one(resource)
    path = f"/api/{resource.path}/{obj.pk}/"
    before = state(api, resource, obj.pk)
    first = api.patch(path, {"description": "first"})
    change = ObjectChange.objects.get(request_id=first["X-Request-ID"], changed_object_id=obj.pk,
                                      changed_object_type__model=resource.model._meta.model_name)  # fmt: skip
    api.patch(path, {"description": "second"})
    refused = api.post(f"/api/core/object-changes/{change.pk}/undo/")
    assert refused.status_code == 409
    assert "description" in refused.json()["obstacles"][0]
    api.patch(path, {"description": "first"})
    assert api.post(f"/api/core/object-changes/{change.pk}/undo/").status_code == 200
    assert state(api, resource, obj.pk) == before


def test_a_deleted_site_comes_back_with_what_went_along(api: API) -> None:
    site = factories.one("dcim.site")
    location = factories.one("dcim.location", site=site.pk)
    child = factories.one("dcim.location", site=site.pk, parent=location.pk)
    before = [state(api, registry.resource_for("dcim.location"), item.pk) for item in (location, child)]
    deleted = api.delete(f"/api/dcim/sites/{site.pk}/")
    assert deleted.status_code == 204
    change = last_change(site.pk, registry.resource_for("dcim.site"), "delete")
    assert api.post(f"/api/core/object-changes/{change.pk}/undo/").status_code == 200
    assert [state(api, registry.resource_for("dcim.location"), item.pk) for item in (location, child)] == before


def test_a_deleted_device_comes_back_with_components_cables_and_addresses(api: API) -> None:
    kind = factories.one("dcim.devicetype")
    factories.create("dcim.interfacetemplate", 4, device_type=kind.pk, type="1000base-t")
    device, peer = factories.create("dcim.device", 2, device_type=kind.pk)
    ports, others = list(device.interfaces.order_by("pk")), list(peer.interfaces.order_by("pk"))
    cable = factories.one(
        "dcim.cable",
        a_terminations=[{"object_type": "dcim.interface", "object_id": ports[0].pk}],
        b_terminations=[{"object_type": "dcim.interface", "object_id": others[0].pk}],
    )
    address = factories.one(
        "ipam.ipaddress", assigned_object_type="dcim.interface", assigned_object_id=ports[0].pk, address="10.9.8.7/24"
    )
    assert api.patch(f"/api/dcim/devices/{device.pk}/", {"primary_ip4": address.pk}).status_code == 200
    resources = {
        name: registry.resource_for(name) for name in ("dcim.device", "dcim.interface", "dcim.cable", "ipam.ipaddress")
    }
    before = [
        state(api, resources["dcim.device"], device.pk),
        state(api, resources["dcim.interface"], ports[0].pk),
        state(api, resources["dcim.interface"], others[0].pk),
        state(api, resources["dcim.cable"], cable.pk),
        state(api, resources["ipam.ipaddress"], address.pk),
    ]
    count = device.interfaces.count()
    assert api.delete(f"/api/dcim/devices/{device.pk}/").status_code == 204
    change = last_change(device.pk, resources["dcim.device"], "delete")
    answer = api.post(f"/api/core/object-changes/{change.pk}/undo/")
    assert answer.status_code == 200, answer.content
    after = [
        state(api, resources["dcim.device"], device.pk),
        state(api, resources["dcim.interface"], ports[0].pk),
        state(api, resources["dcim.interface"], others[0].pk),
        state(api, resources["dcim.cable"], cable.pk),
        state(api, resources["ipam.ipaddress"], address.pk),
    ]
    assert after == before
    assert device.interfaces.count() == count


def test_what_is_in_the_way_is_named_and_nothing_is_changed(api: API) -> None:
    site = factories.one("dcim.site", name="AMS", slug="ams")
    api.delete(f"/api/dcim/sites/{site.pk}/")
    factories.one("dcim.site", name="AMS", slug="ams")
    change = last_change(site.pk, registry.resource_for("dcim.site"), "delete")
    count = ObjectChange.objects.count()
    answer = api.post(f"/api/core/object-changes/{change.pk}/undo/")
    assert answer.status_code == 409
    assert "AMS" in answer.json()["obstacles"][0]
    assert ObjectChange.objects.count() == count


def test_an_undo_is_undone(api: API) -> None:
    site = factories.one("dcim.site")
    api.delete(f"/api/dcim/sites/{site.pk}/")
    change = last_change(site.pk, registry.resource_for("dcim.site"), "delete")
    undone = api.post(f"/api/core/object-changes/{change.pk}/undo/")
    again = api.post(f"/api/core/object-changes/undo/?request_id={undone['X-Request-ID']}")
    assert again.status_code == 200
    assert api.get(f"/api/dcim/sites/{site.pk}/").status_code == 404


def test_undoing_needs_the_permission_for_what_it_does() -> None:
    site = factories.one("dcim.site")
    API(superuser()).delete(f"/api/dcim/sites/{site.pk}/")
    change = last_change(site.pk, registry.resource_for("dcim.site"), "delete")
    reader = API(user_with(("view", "core.objectchange", None), ("view", "dcim.site", None)))
    assert reader.post(f"/api/core/object-changes/{change.pk}/undo/").status_code == 403
    assert reader.get(f"/api/dcim/sites/{site.pk}/").status_code == 404
