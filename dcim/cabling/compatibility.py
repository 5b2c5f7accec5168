"""Which kinds of ports a cable may join."""

from __future__ import annotations

_PAIRS = (
    ("dcim.consoleport", "dcim.consoleserverport"),
    ("dcim.interface", "dcim.interface"),
    ("dcim.interface", "circuits.circuittermination"),
    ("circuits.circuittermination", "circuits.circuittermination"),
    ("dcim.powerport", "dcim.poweroutlet"),
    ("dcim.powerport", "dcim.powerfeed"),
    ("dcim.frontport", "dcim.frontport"),
    ("dcim.frontport", "dcim.rearport"),
    ("dcim.rearport", "dcim.rearport"),
    *(
        (kind, port)
        for kind in ("dcim.consoleport", "dcim.consoleserverport", "dcim.interface", "circuits.circuittermination")
        for port in ("dcim.frontport", "dcim.rearport")
    ),
)

COMPATIBLE: dict[str, frozenset[str]] = {
    label: frozenset({b for a, b in _PAIRS if a == label} | {a for a, b in _PAIRS if b == label})
    for label in {label for pair in _PAIRS for label in pair}
}
"""What may be at the other end of a cable, by kind of port."""


def compatible(label: str, other: str) -> bool:
    """Whether a cable may join a port of `label` with one of `other`."""
    return other in COMPATIBLE.get(label, ())
