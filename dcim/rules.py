"""Small tools and rules that several models of this app share: look at a whole set at once, never per object."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Max, prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from dcim.constants import VIRTUAL_TYPES, WIRELESS_TYPES
from netsot.kernel.errors import Errors

Columns = Mapping[Any, Mapping[str, Any]]
"""Columns of objects as they were, by primary key."""


def warm(objs: Sequence[Any], *relations: str) -> None:
    """Load `relations` (foreign keys, `rack__location`) of all objects at once; what is at hand costs nothing."""
    if not objs:
        return
    for relation in relations:
        attname = objs[0]._meta.get_field(relation.split("__")[0]).attname
        if wanted := [obj for obj in objs if getattr(obj, attname) is not None]:
            prefetch_related_objects(wanted, relation)


def fresh(objs: Sequence[Any], relation: str) -> None:
    """Load `relation` of all objects anew: what a payload names was read before the locks were taken."""
    for obj in objs:
        if getattr(obj, obj._meta.get_field(relation).attname) is not None:
            obj._state.fields_cache.pop(relation, None)
    warm(objs, relation)


def stored(objs: Sequence[Any], *columns: str) -> Columns:
    """What the database holds in `columns` for those of `objs` that exist; one query."""
    ids = [obj.pk for obj in objs if obj.pk is not None and not obj._state.adding]
    if not ids:
        return {}
    return {row["pk"]: row for row in type(objs[0])._base_manager.filter(pk__anyof=ids).values("pk", *columns)}


def changed(obj: Any, before: Columns, *columns: str) -> bool:
    """Whether any of `columns` differs from the row in `before`; an object that isn't there counts as changed."""
    row = before.get(obj.pk)
    return row is None or any(row[column] != getattr(obj, column) for column in columns)


def check_draws(objs: Sequence[Any], errors: Errors) -> None:
    """No more power is planned than a port can take."""
    for obj in objs:
        if obj.maximum_draw is not None and obj.allocated_draw is not None and obj.allocated_draw > obj.maximum_draw:
            errors.add(
                obj,
                "allocated_draw",
                _("%(allocated)s W is more than the maximum draw of %(maximum)s W.")
                % {"allocated": obj.allocated_draw, "maximum": obj.maximum_draw},
            )


def check_positions(objs: Sequence[Any], errors: Errors) -> None:
    """A front or rear port can't lose a position that is mapped."""
    ids = [obj.pk for obj in objs if obj.pk is not None and not obj._state.adding]
    if not ids:
        return
    model = type(objs[0])
    relation = model._meta.get_field("mappings").field
    column = f"{relation.name}_position"
    mapped = relation.model._base_manager.filter(**{f"{relation.name}__in": ids}).values_list(relation.attname)
    highest = dict(mapped.annotate(highest=Max(column)).order_by())
    for obj in objs:
        if obj.pk in highest and obj.positions is not None and obj.positions < highest[obj.pk]:
            errors.add(
                obj,
                "positions",
                _("Position %(position)s is mapped: remove the mapping before reducing the number of positions.")
                % {"position": highest[obj.pk]},
            )


def check_mappings(objs: Sequence[Any], errors: Errors) -> None:
    """Both ports of a mapping belong to the same device (or type) and have the positions."""
    warm(objs, "front_port", "rear_port")
    for obj in objs:
        if not obj.front_port_id or not obj.rear_port_id:
            continue
        front, rear = obj.front_port, obj.rear_port
        if owner_of(front) != owner_of(rear):
            errors.add(
                obj,
                "rear_port",
                _("Rear port “%(rear)s” and front port “%(front)s” have different parents: choose ports of one.")
                % {"rear": rear, "front": front},
            )
        for field, port in (("front_port_position", front), ("rear_port_position", rear)):
            position = getattr(obj, field)
            if position is not None and position > port.positions:
                errors.add(
                    obj,
                    field,
                    _("Port “%(port)s” has no position %(position)s: it has %(positions)s.")
                    % {"port": port, "position": position, "positions": port.positions},
                )


def owner_of(port: Any) -> Any:
    """What a port (or port template) is part of."""
    return port.device_id if hasattr(port, "device_id") else port.type_key


def check_power_and_radio(objs: Sequence[Any], errors: Errors) -> None:
    """Power over Ethernet needs hardware, and a role on the air needs a radio (interfaces and their templates)."""
    for obj in objs:
        if obj.poe_mode and obj.type in VIRTUAL_TYPES:
            errors.add(obj, "poe_mode", _("Virtual interfaces can't have a PoE mode."))
        if obj.poe_type and obj.type in VIRTUAL_TYPES:
            errors.add(obj, "poe_type", _("Virtual interfaces can't have a PoE type."))
        if obj.poe_type and not obj.poe_mode:
            errors.add(obj, "poe_type", _("Give the PoE mode that goes with the PoE type."))
        if obj.rf_role and obj.type not in WIRELESS_TYPES:
            errors.add(obj, "rf_role", _("Only wireless interfaces have a wireless role."))


def check_generic(objs: Sequence[Any], errors: Errors, type_field: str, id_field: str, allowed: Sequence[str]) -> None:
    """A generic reference names a kind that is `allowed` and an object that exists, or nothing; a query per kind."""
    wanted: dict[Any, set[Any]] = {}
    for obj in objs:
        kind_id, pk = getattr(obj, f"{type_field}_id"), getattr(obj, id_field)
        if (kind_id is None) != (pk is None):
            missing = id_field if pk is None else type_field
            errors.add(obj, missing, _("The kind of the object and its number go together: give both or neither."))
        elif kind_id is not None:
            wanted.setdefault(kind_id, set()).add(pk)
    found: dict[Any, set[Any]] = {}
    for kind_id, ids in wanted.items():
        kind = ContentType.objects.get_for_id(kind_id)
        if f"{kind.app_label}.{kind.model}" in allowed:
            found[kind_id] = set(kind.model_class()._base_manager.filter(pk__anyof=ids).values_list("pk", flat=True))
    for obj in objs:
        kind_id, pk = getattr(obj, f"{type_field}_id"), getattr(obj, id_field)
        if kind_id is None or pk is None:
            continue
        if kind_id not in found:
            errors.add(
                obj,
                type_field,
                _("Objects of this kind can't be used here: choose %(kinds)s.") % {"kinds": ", ".join(allowed)},
            )
        elif pk not in found[kind_id]:
            errors.add(obj, id_field, _("There is no such object (%(id)s).") % {"id": pk})
