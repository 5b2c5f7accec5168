"""The device at the other end of a peer's interface, by names."""

from __future__ import annotations

import pytest

from tests import factories
from tests.clients import API, superuser, user_with

pytestmark = pytest.mark.django_db


def test_the_device_at_the_other_end_is_found_by_names() -> None:
    site = factories.one("dcim.site")
    here, there = (factories.one("dcim.device", name=name, site=site.pk) for name in ("core-1", "access-7"))
    ports = [
        factories.one("dcim.interface", device=device.pk, name=name, type="1000base-t")
        for device, name in ((here, "xe-0/0/1"), (there, "ge-0/0/0"))
    ]
    path = "/api/dcim/connected-device/?peer_device=Core-1&peer_interface=xe-0/0/1"
    api = API(superuser())
    assert api.get(path).status_code == 404
    ends = [[{"object_type": "dcim.interface", "object_id": port.pk}] for port in ports]
    factories.one("dcim.cable", a_terminations=ends[0], b_terminations=ends[1])
    assert api.get(path).json()["name"] == "access-7"
    limited = user_with(("view", "dcim.interface", None), ("view", "dcim.device", {"name": "core-1"}))
    assert API(limited).get(path).status_code == 404


def test_both_names_are_required() -> None:
    answer = API(superuser()).get("/api/dcim/connected-device/?peer_device=x")
    assert answer.status_code == 400
    assert list(answer.json()) == ["peer_interface"]
