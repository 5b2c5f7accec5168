"""Devices with ports, and cables between them, for the tests of cabling."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType

from dcim.models import Cable, CablePath, Device, FrontPort, Interface, PortMapping, RearPort
from tests.dcim.conftest import written


def interfaces(device: Device, count: int, prefix: str = "eth") -> list[Interface]:
    """Copper interfaces of a device."""
    return written(Interface, [Interface(device=device, name=f"{prefix}{i}", type="1000base-t") for i in range(count)])


def panel(device: Device, count: int, rears: int = 1, prefix: str = "") -> tuple[list[FrontPort], list[RearPort]]:
    """Front ports on the positions of rear ports."""
    positions = count // rears
    back = written(
        RearPort,
        [RearPort(device=device, name=f"{prefix}r{i}", type="lc", positions=positions) for i in range(rears)],
    )
    front = written(FrontPort, [FrontPort(device=device, name=f"{prefix}f{i}", type="lc") for i in range(count)])
    written(
        PortMapping,
        [
            PortMapping(front_port=port, rear_port=back[i // positions], rear_port_position=i % positions + 1)
            for i, port in enumerate(front)
        ],
    )
    return front, back


def cable(a: Any, b: Any, **values: Any) -> Cable:
    """A cable between objects or lists of them, checked and saved."""
    made = Cable(a_terminations=_list(a), b_terminations=_list(b), **values)
    made.full_clean()
    made.save()
    return made


def _list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]


def text(obj: Any) -> str:
    """A node as paths store it."""
    return f"{ContentType.objects.get_for_model(obj).pk}:{obj.pk}"


def path_of(endpoint: Any) -> CablePath | None:
    """The stored path of an endpoint."""
    endpoint.refresh_from_db()
    return endpoint._path


def assert_path(endpoint: Any, *groups: Any, complete: bool = True, active: bool = True, split: bool = False) -> None:
    """The stored path of `endpoint` is exactly this."""
    path = path_of(endpoint)
    assert path is not None
    wanted = [[text(obj) for obj in _list(group)] for group in groups]
    assert path.path == wanted
    assert (path.is_complete, path.is_active, path.is_split) == (complete, active, split)
    assert sorted(path._nodes) == sorted({node for group in wanted for node in group})
