"""Which positions of front and rear ports are the same wire, as sent with a port.

A front port takes `rear_ports`, a rear port `front_ports`: the whole list of its wires,
`[{"position": 1, "rear_port": 7, "rear_port_position": 2}, …]`. What was sent lies on the object under that name until
it is written. The rules and the tracing live with the mapping models; here a list becomes the difference between the
rows that are and the rows that shall be.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from dcim.rules import owner_of
from netsot.kernel import bulk, changes, deletion
from netsot.kernel.errors import Errors


class Side:
    """One side of the wires: the names a port model uses for itself and for the other side."""

    def __init__(self, model: type[Any], own: str) -> None:
        self.own, self.other = own, {"front_port": "rear_port", "rear_port": "front_port"}[own]
        self.attribute = f"{self.other}s"
        self.mapping = model._meta.get_field("mappings").related_model
        self.other_model = self.mapping._meta.get_field(self.other).related_model

    def sent(self, objs: Sequence[Any]) -> list[tuple[Any, list[Mapping[str, Any]]]]:
        """The ports that came with a list, and the list."""
        return [(obj, obj.__dict__[self.attribute] or []) for obj in objs if self.attribute in obj.__dict__]


def check(side: Side, objs: Sequence[Any], errors: Errors) -> None:
    """The other ports exist on the same device (or type), all positions exist, and none is used twice."""
    sent = side.sent(objs)
    if not sent:
        return
    others = side.other_model._default_manager.in_bulk({item[side.other] for _obj, items in sent for item in items})
    replaced = [obj.pk for obj, _items in sent if obj.pk is not None]
    taken = side.mapping._base_manager.filter(**{f"{side.other}__in": list(others)})
    used = set(taken.exclude(**{f"{side.own}__in": replaced}).values_list(f"{side.other}_id", f"{side.other}_position"))
    for obj, items in sent:
        positions: set[int] = set()
        for item in items:
            for message in _problems(side, obj, item, others.get(item[side.other]), positions, used):
                errors.add(obj, side.attribute, message)


def _problems(
    side: Side, obj: Any, item: Mapping[str, Any], other: Any, positions: set[int], used: set[tuple[Any, int]]
) -> list[str]:
    position, other_position = item["position"], item[f"{side.other}_position"]
    if other is None or owner_of(other) != owner_of(obj):
        return [_("There is no such port on this device: %s.") % item[side.other]]
    found = []
    for port, number in ((obj, position), (other, other_position)):
        if number > port.positions:
            text = _("Port “%(port)s” has no position %(position)s: it has %(positions)s.")
            found.append(text % {"port": port, "position": number, "positions": port.positions})
    if position in positions:
        found.append(_("Position %s stands twice.") % position)
    if (other.pk, other_position) in used:
        text = _("Position %(position)s of “%(port)s” is mapped to another port already.")
        found.append(text % {"position": other_position, "port": other})
    positions.add(position)
    used.add((other.pk, other_position))
    return found


def write(side: Side, objs: Sequence[Any]) -> None:
    """Make the stored wires what was sent; rows that stay are left alone."""
    sent = side.sent(objs)
    if not sent:
        return
    stored = {
        _key(side, mapping): mapping
        for mapping in side.mapping._base_manager.filter(**{f"{side.own}__in": [obj.pk for obj, _items in sent]})
    }
    wanted = {
        (obj.pk, item["position"], item[side.other], item[f"{side.other}_position"]): obj
        for obj, items in sent
        for item in items
    }
    deletion.delete(side.mapping, [mapping for key, mapping in stored.items() if key not in wanted])
    fresh = [
        side.mapping(
            **{
                side.own: obj,
                f"{side.own}_position": position,
                f"{side.other}_id": other,
                f"{side.other}_position": other_position,
            }
        )
        for (pk, position, other, other_position), obj in wanted.items()
        if (pk, position, other, other_position) not in stored
    ]
    for obj, _items in sent:
        del obj.__dict__[side.attribute]
    if fresh:
        side.mapping.prepare_set(fresh)
        bulk.insert(side.mapping, fresh)
        side.mapping.saved_set(fresh, {})
        changes.created(side.mapping, fresh, bare=True)


def _key(side: Side, mapping: Any) -> tuple[Any, ...]:
    names = (f"{side.own}_id", f"{side.own}_position", f"{side.other}_id", f"{side.other}_position")
    return tuple(getattr(mapping, name) for name in names)
