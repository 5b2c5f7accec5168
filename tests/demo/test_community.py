"""The community's network, loaded and read back through the API."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from dcim.models import Device, FrontPort, Site
from netsot.demo import community
from netsot.demo.client import Client
from netsot.demo.verify import same, verify
from netsot.kernel import registry
from tests.clients import superuser
from users.models import User

pytestmark = pytest.mark.django_db


@pytest.mark.slow
def test_every_field_that_was_sent_is_read_back():
    superuser()
    output = StringIO()
    call_command("load_demo", source="community", verify=True, stdout=output)
    text = output.getvalue()
    assert ", 0 different" in text
    assert Site.objects.count() == 24
    assert Device.objects.count() == 72
    assert FrontPort.objects.filter(mappings__isnull=True).count() == 0
    # Every file has a line, and what was left out has a reason.
    files = sorted(path.name for path in community.DATA.glob("*.json"))
    lines = {line.split()[0]: line.split(maxsplit=4) for line in text.splitlines() if line.split()[0] in files}
    assert sorted(lines) == files
    for name, (_file, loaded, there, skipped, *why) in lines.items():
        objects = json.loads((community.DATA / name).read_text())["objects"]
        assert int(loaded) + int(there) + int(skipped) == len(objects)
        assert why or skipped == "0"
    # Everything whose resource exists was loaded, at least in part.
    paths = {resource.path for resource in registry.all_resources()}
    for name, (_file, loaded, there, *_rest) in lines.items():
        endpoint = json.loads((community.DATA / name).read_text())["endpoint"].removeprefix("/api/").strip("/")
        assert (int(loaded) + int(there) > 0) == (endpoint in paths), name
    # The passwords of the data are published.
    assert not User.objects.get(username="alice").check_password("Demo-Data-Pass-1")
    with pytest.raises(CommandError, match="is there already"):
        call_command("load_demo", source="community")


def test_a_difference_is_found(monkeypatch, tmp_path):
    client = Client(superuser())
    (tmp_path / "010-tags.json").write_text(json.dumps({
        "endpoint": "/api/extras/tags/", "method": "POST",
        "objects": [{"key": "extras/tags/x", "data": {"name": "X", "slug": "x", "color": "aa1409"}}],
    }))  # fmt: skip
    monkeypatch.setattr(community, "DATA", tmp_path)
    outcomes = community.load(client)
    assert verify(client, outcomes) == (3, [])
    outcomes[0].loaded[0].data |= {"color": "000000", "unknown": 1}
    compared, different = verify(client, outcomes)
    assert (compared, len(different)) == (4, 2)
    registry.resource_for("extras.tag").model.objects.all().delete()
    assert "can't be read back" in verify(client, outcomes)[1][0]
    monkeypatch.setattr("netsot.management.commands.load_demo.verify", lambda *args: (1, ["x"]))
    with pytest.raises(CommandError, match="not what was sent"):
        call_command("load_demo", source="community", verify=True, stdout=StringIO())


def test_what_is_missing_is_left_out_with_what_needs_it(monkeypatch, tmp_path):
    client = Client(superuser())

    def stage(number: int, endpoint: str, *objects: dict) -> None:
        rows = [{"key": f"{endpoint}/{item.get('name', n)}", "data": item} for n, item in enumerate(objects)]
        content = {"endpoint": f"/api/{endpoint}/", "method": "POST", "objects": rows}
        (tmp_path / f"{number}-x.json").write_text(json.dumps(content))

    gone, site = {"$ref": "nowhere/things/1"}, {"$ref": "dcim/sites/a"}
    stage(100, "nowhere/things", {"name": "1"})
    stage(110, "dcim/sites", {"name": "a", "slug": "a", "group": gone}, {"name": "b", "slug": "b"})
    stage(120, "dcim/locations", {"name": "l", "slug": "l", "site": gone}, {"name": "m", "slug": "m", "site": site})
    stage(130, "ipam/prefixes", {"prefix": "10.0.0.0/8", "vrf": gone},
          {"prefix": "10.0.0.0/8", "scope_type": "dcim.site", "scope_id": gone, "vrf": None})  # fmt: skip
    monkeypatch.setattr(community, "DATA", tmp_path)
    things, sites, locations, prefixes = community.load(client)
    assert (len(things.loaded), things.skipped) == (0, 1)
    assert (len(sites.loaded), sites.skipped) == (2, 0)
    assert dict(sites.reasons) == {"without group (no nowhere/things)": 1}
    assert (len(locations.loaded), locations.skipped) == (1, 1)
    assert dict(locations.reasons) == {"needs nowhere/things": 1}
    assert (len(prefixes.loaded), prefixes.skipped) == (1, 1)
    assert prefixes.loaded[0].data == {"prefix": "10.0.0.0/8", "vrf": None}


def test_what_the_api_refuses_is_shown_and_nothing_stays(monkeypatch, tmp_path):
    superuser()
    rows = [{"key": str(n), "data": {"name": f"t{n}", "slug": slug}} for n, slug in enumerate(("good", "not good"))]
    content = {"endpoint": "/api/extras/tags/", "method": "POST", "objects": rows}
    (tmp_path / "100-x.json").write_text(json.dumps(content))
    monkeypatch.setattr(community, "DATA", tmp_path)
    with pytest.raises(CommandError, match="/api/extras/tags/.*slug.*not good"):
        call_command("load_demo", source="community", stdout=StringIO())
    assert not registry.resource_for("extras.tag").model.objects.exists()


def test_only_an_administrator_loads():
    with pytest.raises(CommandError, match="no such administrator"):
        call_command("load_demo", source="community")
    with pytest.raises(CommandError, match="goes with --source community"):
        call_command("load_demo", verify=True)


@pytest.mark.parametrize(
    ("sent", "got"),
    [
        (7, {"id": 7, "url": "x"}),
        ("active", {"value": "active", "label": "Active"}),
        (19, {"value": 19, "label": "19 inches"}),
        (1.0, "1.00"),
        (10, "10.0"),
        ([1, 2], [{"id": 2}, {"id": 1}]),
        ([[1, 99]], [[1, 99]]),
        ([{"name": "A", "slug": "a"}], [{"id": 1, "name": "A", "slug": "a"}]),
        ({"a": 1}, {"a": 1, "b": 2}),
        ([{"object_type": "x", "object_id": 3}], [{"object_type": "x", "object_id": 3, "object": {}}]),
        (None, None),
        (False, False),
    ],
)
def test_what_counts_as_the_same(sent, got):
    assert same(sent, got)


@pytest.mark.parametrize(
    ("sent", "got"),
    [
        (7, {"id": 8}),
        (7, None),
        (None, ""),
        ("", None),
        (0, False),
        ("active", {"value": "planned", "label": "Planned"}),
        (1.5, "1.0"),
        ("1", 1),
        ([1], [{"id": 1}, {"id": 2}]),
        ([1, 1], [{"id": 1}, {"id": 2}]),
        ({"a": 1}, {"b": 1}),
        ([1], None),
    ],
)
def test_what_does_not(sent, got):
    assert not same(sent, got)
