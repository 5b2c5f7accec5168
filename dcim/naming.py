"""Sorting keys of interface names, and the tokens in the names of templates."""

from __future__ import annotations

import re
from collections.abc import Sequence

KEY_LENGTH = 100

_INTERFACE = re.compile(
    r"(?P<type>[^0-9]*)"
    r"(?P<path>\d+(?:/\d+){0,4})?"
    r"(?::(?P<channel>\d+))?"
    r"(?:\.(?P<circuit>\d+))?"
    r"(?P<rest>.*)",
    re.DOTALL,
)
_DIGITS = re.compile(r"\d+")
_NONE_FIRST, _NONE_LAST = "!", "~"
_LEVELS = 4


def interface_key(name: str) -> str:
    """A key whose order, byte by byte, is the order in which a person reads the interfaces of a device.

    A name like `xe-1/0/3:2.100` is a type, the place of the port (slot, subslot, position, subposition), its number,
    a channel and a virtual circuit. Ports of a slot stand together whatever their type; names without a slot come last.
    A number is written after a character for its length, so that 2 comes before 10 without padding.
    """
    found = _INTERFACE.match(name)
    if found is None:  # it matches any text
        return name[:KEY_LENGTH]
    path = found["path"].split("/") if found["path"] else []
    number = path.pop() if path else ""
    places = [_number(part) for part in path] + [_NONE_LAST] * (_LEVELS - len(path))
    parts = (
        *places,
        found["type"].lower(),
        _number(number),
        _number(found["channel"]),
        _number(found["circuit"]),
        _DIGITS.sub(lambda digits: _number(digits[0]), found["rest"].lower()),
    )
    return "".join(parts)[:KEY_LENGTH]


def _number(digits: str | None) -> str:
    if not digits:
        return _NONE_FIRST
    value = digits.lstrip("0") or "0"
    return chr(ord("0") + len(value)) + value


VC_POSITION = re.compile(r"\{vc_position(?::([^{}]*))?\}")


def resolve_vc_position(text: str, vc_position: int | None) -> str:
    """Replace `{vc_position}` by the device's number in its virtual chassis. A device that has none gets what follows
    the colon in `{vc_position:default}`, or 0.
    """
    if "{vc_position" not in text:
        return text
    if vc_position is not None:
        return VC_POSITION.sub(str(vc_position), text)
    return VC_POSITION.sub(lambda token: token[1] if token[1] is not None else "0", text)


MODULE = "{module}"


def resolve_module(text: str, positions: Sequence[str]) -> str:
    """Replace `{module}` by the positions of the bays a module is in, `positions` from the outermost bay inwards.

    One token stands for the innermost bay. Several stand for one bay each, so there are as many as there are bays;
    raises ValueError otherwise.
    """
    tokens = text.count(MODULE)
    if tokens == 0:
        return text
    if tokens == 1:
        return text.replace(MODULE, positions[-1])
    if tokens != len(positions):
        raise ValueError(text)
    for position in positions:
        text = text.replace(MODULE, position, 1)
    return text
