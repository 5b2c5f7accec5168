"""Whatever happens to the plant, the stored paths are those of a fresh trace."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from dcim.cabling import kinds, paths
from dcim.models import Cable, CablePath, CableTermination, FrontPort, Interface, PortMapping, RearPort
from netsot.kernel import registry, writes
from netsot.kernel.errors import BatchInvalid
from tests.dcim.cabling import interfaces, panel

ACTOR = writes.Actor(trusted=True)
PROFILES = ["", "", "", "trunk-2c1p", "single-1c2p", "breakout-1c2p-2c1p"]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["plug"] * 9 + ["unplug", "status", "profile", "move", "unmap", "map", "drop"]),
        st.integers(0, 10**6),
        st.integers(0, 10**6),
        st.integers(0, 10**6),
    ),
    min_size=12,
    max_size=30,
)


def snapshot() -> tuple[set[Any], dict[Any, Any]]:
    """All paths, and which one each endpoint points to."""
    stored = set()
    for path in CablePath.objects.all():
        assert path._nodes == list(dict.fromkeys(node for group in path.path for node in group))
        stored.add((repr(path.path), path.is_active, path.is_complete, path.is_split))
    assert len(stored) == CablePath.objects.count()
    pointers = {
        (label, pk): repr(path)
        for label in kinds.ENDPOINTS
        for pk, path in kinds.model(label)._base_manager.filter(_path__isnull=False).values_list("pk", "_path__path")
    }
    return stored, pointers


def node(port: Any) -> dict[str, Any]:
    return {"object_type": port._meta.label_lower, "object_id": port.pk}


class Plant:
    """A small plant that random steps are done to."""

    def __init__(self, devices: list[Any]) -> None:
        self.device = devices[0]
        self.ports: list[Any] = interfaces(devices[0], 8)
        for device in devices[1:]:
            front, rear = panel(device, 4, 2)
            self.ports += front + rear
        first, second = (RearPort.objects.filter(device=device).order_by("pk")[0] for device in devices[1:3])
        Cable(a_terminations=[first], b_terminations=[second]).save()

    def free(self) -> list[Any]:
        taken = set(CableTermination.objects.values_list("termination_type__model", "termination_id"))
        present = [port for port in self.ports if type(port)._base_manager.filter(pk=port.pk).exists()]
        return [port for port in present if (port._meta.model_name, port.pk) not in taken]

    def ends(self, a: int, b: int, limits: tuple[int, int] = (2, 2)) -> tuple[list[Any], list[Any]]:
        free = self.free()
        if len(free) < 2:
            return [], []
        first = free.pop(a % len(free))
        one = [first, *[port for port in free if type(port) is type(first)][: a // 7 % limits[0]]]
        free = [port for port in free if port not in one]
        if not free:
            return [], []
        second = free.pop(b % len(free))
        return one, [second, *[port for port in free if type(port) is type(second)][: b // 7 % limits[1]]]

    def do(self, step: str, a: int, b: int, c: int) -> None:
        cables, mappings = list(Cable.objects.order_by("pk")), list(PortMapping.objects.order_by("pk"))
        resource = registry.get("dcim.cable")
        if step == "plug":
            one, two = self.ends(a, b)
            if one:
                values = {"a_terminations": list(map(node, one)), "b_terminations": list(map(node, two))}
                writes.create(resource, [values | {"profile": PROFILES[c % len(PROFILES)]}], ACTOR)
        elif step in ("unmap", "map", "drop"):
            self.wire(step, a, b, mappings)
        elif cables:
            chosen = cables[a % len(cables)]
            if step == "unplug":
                chosen.delete()
                return
            change: dict[str, Any] = {"status": ["connected", "planned"][b % 2]}
            if step == "profile":
                change = {"profile": PROFILES[b % len(PROFILES)]}
            elif step == "move":
                one, _ = self.ends(b, c)
                change = {["a_terminations", "b_terminations"][c % 2]: list(map(node, one))}
            writes.update(resource, [(chosen.pk, change)], ACTOR)

    def wire(self, step: str, a: int, b: int, mappings: list[Any]) -> None:
        if step == "unmap" and mappings:
            mappings[a % len(mappings)].delete()
        elif step == "drop":
            port = self.ports[a % len(self.ports)]
            if a % 3 == 0 and type(port)._base_manager.filter(pk=port.pk).exists():
                type(port)._base_manager.get(pk=port.pk).delete()
        elif step == "map":
            fronts = list(FrontPort.objects.filter(mappings=None).order_by("pk"))
            rears = [
                (rear, position)
                for rear in RearPort.objects.order_by("pk")
                for position in range(1, rear.positions + 1)
                if not rear.mappings.filter(rear_port_position=position).exists()
            ]
            if fronts and rears:
                rear, position = rears[b % len(rears)]
                front = fronts[a % len(fronts)]
                PortMapping(front_port=front, rear_port=rear, rear_port_position=position).save()


@pytest.fixture
def devices(new_device: Any) -> list[Any]:
    made = [new_device(name=name) for name in ("sw1", "pp1", "pp2", "pp3")]
    for device in made:
        device.save()
    return made


@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
)
@given(steps=STEPS)
def test_upkeep_is_the_same_as_a_fresh_trace(devices: list[Any], steps: list[Any]) -> None:
    with transaction.atomic():
        plant = Plant(devices)
        for step in steps:
            try:
                plant.do(*step)
            except BatchInvalid:
                continue
            kept = snapshot()
            for model in (Interface, FrontPort, RearPort):
                for port in model.objects.all():
                    row = CableTermination.objects.filter(
                        termination_type__model=model._meta.model_name, termination_id=port.pk
                    ).first()
                    said = (port.cable_id, port.cable_end, port.cable_connector, port.cable_positions)
                    assert said == ((row.cable_id, row.cable_end, row.connector, row.positions) if row else (None,) * 4)
        paths.rebuild_all()
        assert kept == snapshot()
        transaction.set_rollback(True)
