"""The derived surface is the one that was reviewed."""

from __future__ import annotations

import difflib
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from netsot.kernel import registry
from netsot.kernel.resource import Resource
from netsot.management.commands import surface as command
from netsot.management.declarations.surface import FILE, UPDATE, dump, surface


def test_the_surface_is_the_one_in_the_repository() -> None:
    now = dump(surface())
    before = FILE.read_text(encoding="utf-8")
    lines = list(
        difflib.unified_diff(before.splitlines(), now.splitlines(), "surface.json", "derived", n=1, lineterm="")
    )
    shown = "\n".join(lines[:60])
    assert now == before, f"The derived surface has changed. If it is meant to: {UPDATE}\n{shown}"


def test_every_resource_and_every_field_is_in_the_surface() -> None:
    found = surface()["resources"]
    assert list(found) == sorted(resource.label for resource in registry.all_resources())
    for resource in registry.all_resources():
        fields = list(found[resource.label]["fields"])
        assert fields[: len(resource.names)] == list(resource.names)


def test_every_route_needs_a_permission() -> None:
    for entry in surface()["resources"].values():
        for route, text in entry["routes"].items():
            handler, _comma, needed = text.partition(", needs ")
            assert handler, route
            assert needed.isidentifier(), f"{route} needs {needed}"


def test_secrets_are_never_readable() -> None:
    found = surface()["resources"]
    for resource in registry.all_resources():
        for name in resource.secret:
            assert "write-only" in found[resource.label]["fields"][name]


def test_the_text_is_the_same_every_time() -> None:
    assert dump(surface()) == dump(surface())
    assert json.loads(dump(surface())) == surface()


def test_the_command_shows_a_difference_and_writes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "surface.json"
    monkeypatch.setattr(command, "FILE", file)
    with pytest.raises(CommandError, match="--write"):
        call_command("surface", stdout=StringIO())
    call_command("surface", "--write", stdout=StringIO())
    assert file.read_text(encoding="utf-8") == dump(surface())
    out = StringIO()
    call_command("surface", stdout=out)
    assert out.getvalue() == ""


def test_a_new_field_shows_as_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    before = dump(surface()).splitlines()
    resource = registry.resource_for("dcim.site")
    trial = _with(resource, fields=tuple(name for name in resource.fields if name != "facility"), hidden=("facility",))
    monkeypatch.setitem(registry._resources, "dcim.site", trial)
    after = dump(surface()).splitlines()
    gone = [line[2:].strip() for line in difflib.ndiff(before, after) if line.startswith("- ")]
    assert [line.partition(":")[0] for line in gone] == ['"facility"', '"facility"']


def _with(resource: Resource, **attributes: Any) -> Resource:
    base = type(resource)
    return type(base.__name__, (base,), attributes)(resource.model)
