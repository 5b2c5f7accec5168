"""The drawing of a rack."""

from __future__ import annotations

import io
import os
from typing import Any
from xml.etree import ElementTree

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from dcim.models import Device, DeviceType, Rack, RackReservation
from tests import factories
from tests.clients import API, superuser, user_with

pytestmark = pytest.mark.django_db
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def rack() -> Rack:
    return factories.one("dcim.rack", name="<R&1>", u_height=12)


@pytest.fixture
def mount(rack: Rack) -> Any:
    """Mounts a device in the rack."""

    def make(position: float, height: float = 1, face: str = "front", deep: bool = True, **values: Any) -> Device:
        kind = factories.one("dcim.devicetype", u_height=height, is_full_depth=deep)
        place = {"site": rack.site_id, "rack": rack.pk, "position": position, "face": face, "device_type": kind.pk}
        return factories.one("dcim.device", **place | values)

    return make


def drawn(rack: Rack, query: str = "", api: API | None = None) -> ElementTree.Element:
    """The drawing over the API."""
    answer = (api or API(superuser())).get(f"/api/dcim/racks/{rack.pk}/elevation/?render=svg&{query}")
    assert answer.status_code == 200, answer.content
    assert answer["Content-Type"] == "image/svg+xml"
    if target := os.environ.get("NETSOT_DRAWING"):
        with open(target, "wb") as file:
            file.write(answer.content)
    return ElementTree.fromstring(answer.content)


def texts(root: ElementTree.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{SVG}text")]


def having(root: ElementTree.Element, css: str) -> list[ElementTree.Element]:
    return [element for element in root.iter() if css in (element.get("class") or "").split()]


def test_devices_reservations_and_free_units_are_drawn(rack: Rack, mount: Any) -> None:
    role = factories.one("dcim.devicerole", color="ffeb3b")
    dark = factories.one("dcim.devicerole", color="1a237e")
    device = mount(3, 2, name="<sw & 1>", role=role.pk)
    mount(7, name="sw2", role=dark.pk)
    mount(9, 0.5, name="tiny", role=dark.pk)
    mount(10, name="behind", face="rear")
    mount(11, name="unseen", face="rear", deep=False)
    RackReservation.objects.create(
        rack=rack, units=[1, 5, 6], user=factories.one("users.user"), description="for <later>"
    )
    root = drawn(rack)
    assert [text for text in texts(root) if text.isdigit()] == [str(unit) for unit in range(1, 13)]
    assert {"<sw & 1>", "sw2", "tiny", "behind"} < set(texts(root))
    assert "unseen" not in texts(root)
    box = next(element for element in having(root, "d-device") if element.get("fill") == "#ffeb3b")
    assert (box.get("x"), box.get("y"), box.get("width"), box.get("height")) == ("30", "177", "220", "44")
    inks = {element.text: element.get("fill") for element in having(root, "d-label")}
    assert (inks["<sw & 1>"], inks["sw2"]) == ("#000000", "#ffffff")
    assert [element.get("fill") for element in having(root, "d-blocked")] == ["url(#d-blocked)"]
    assert len([e for e in having(root, "d-unit") if e.get("fill") == "url(#d-reserved)"]) == 3
    assert len(having(root, "d-reservation")) == 2
    links = [element.get("href") or "" for element in root.iter(f"{SVG}a")]
    assert f"http://testserver/dcim/devices/{device.pk}/" in links
    free = [link for link in links if "/dcim/devices/add/?" in link]
    assert len(free) == 12 - 5 + 0
    assert f"rack={rack.pk}&face=front&position=12" in free[-1]
    titles = [element.text or "" for element in root.iter(f"{SVG}title")]
    assert titles[0] == "Rack <R&1>, front"
    assert any("for <later>" in title for title in titles)


def test_it_has_a_light_and_a_dark_look_and_nothing_that_runs(rack: Rack, mount: Any) -> None:
    device = mount(1, name="</style><script>alert(1)</script>")
    api = API(superuser())
    path = f"/api/dcim/racks/{rack.pk}/elevation/?render=svg"
    answer = api.get(path)
    assert b"light-dark(" in answer.content
    assert b"<script" not in answer.content
    assert "script-src 'none'" in answer["Content-Security-Policy"]
    assert api.get(path, if_none_match=answer["ETag"]).status_code == 304
    device.name = "other"
    device.save()
    assert api.get(path, if_none_match=answer["ETag"]).status_code == 200


def test_sizes_can_be_asked_for(rack: Rack, settings: Any) -> None:
    root = drawn(rack, "unit_width=300&unit_height=10&legend_width=0&margin_width=0")
    assert (root.get("width"), root.get("height")) == ("300", "122")
    root = drawn(rack)
    assert (root.get("width"), root.get("height")) == ("265", str(12 * 22 + 2))


def test_units_may_run_downwards(rack: Rack, mount: Any) -> None:
    mount(1, 2, name="a")
    assert having(drawn(rack), "d-device")[0].get("y") == str(10 * 22 + 1)
    rack.desc_units = True
    rack.save()
    assert having(drawn(rack), "d-device")[0].get("y") == "1"


def test_devices_are_highlighted_by_any_filter(rack: Rack, mount: Any) -> None:
    first, second, _third = mount(1, name="a"), mount(2, name="b"), mount(3, name="c")
    assert having(drawn(rack), "d-highlight") == []
    assert len(having(drawn(rack, f"highlight=id:{first.pk}&highlight=name:b"), "d-highlight")) == 2
    assert len(having(drawn(rack, f"highlight=id:{first.pk}&highlight=id:{second.pk}"), "d-ring")) == 2


def test_a_member_of_a_virtual_chassis_without_a_name(rack: Rack, mount: Any) -> None:
    chassis = factories.one("dcim.virtualchassis", name="stack")
    mount(1, name=None, virtual_chassis=chassis.pk, vc_position=2)
    nameless = mount(2, name=None, asset_tag="A7")
    assert "stack:2" in texts(drawn(rack))
    titles = [element.text or "" for element in drawn(rack).iter(f"{SVG}title")]
    assert any(str(nameless.device_type) in title and "A7" in title for title in titles)


def test_a_chassis_shows_how_many_of_its_bays_are_taken(rack: Rack, mount: Any) -> None:
    kind = factories.one("dcim.devicetype", u_height=2, subdevice_role="parent")
    child = factories.one("dcim.devicetype", u_height=0, subdevice_role="child")
    device = mount(1, name="blades", device_type=kind.pk)
    blade = factories.one("dcim.device", site=rack.site_id, rack=rack.pk, device_type=child.pk)
    for name, installed in (("1", blade), ("2", None), ("3", None)):
        device.devicebays.create(name=name, installed_device=installed)
    assert "blades (1/3)" in texts(drawn(rack))


def picture() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (20, 10), "red").save(file, "PNG")
    return file.getvalue()


def test_pictures_are_embedded_once(rack: Rack, mount: Any, settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = str(tmp_path)
    first = mount(1, name="a")
    mount(2, name="b", device_type=first.device_type_id)
    kind = DeviceType.objects.get(pk=first.device_type_id)
    kind.front_image.save("front.png", ContentFile(picture()))
    root = drawn(rack)
    images = list(root.iter(f"{SVG}image"))
    assert [image.get("href", "").partition(",")[0] for image in images] == ["data:image/png;base64"]
    assert len(having(root, "d-image")) == len(having(root, "d-over-image")) == 2
    assert having(drawn(rack, "include_images=false"), "d-image") == []
    assert having(drawn(rack, "face=rear"), "d-image") == []
    viewer = user_with(("view", "dcim.rack", None), ("view", "dcim.device", None))
    assert having(drawn(rack, api=API(viewer)), "d-image") == []
    kind.front_image.storage.delete(kind.front_image.name)
    assert having(drawn(rack), "d-image") == []


def test_where_a_hidden_device_ends_is_not_told(rack: Rack, mount: Any) -> None:
    for position in (1, 2, 5):
        mount(position, name=f"canary{position}")
    viewer = user_with(("view", "dcim.rack", None), ("view", "dcim.device", {"pk": 0}))
    root = drawn(rack, api=API(viewer))
    assert sorted(element.get("height") or "" for element in having(root, "d-hidden")) == ["22", "44"]
    assert not [text for text in texts(root) if "canary" in text]
    assert not list(root.iter(f"{SVG}a"))
