"""The rules of inventory items and their templates; each looks at the whole set.

`owner` is the foreign key that says what an item is in: `device`, or `device_type` for templates.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _

from dcim.rules import warm
from netsot.kernel.errors import Errors
from netsot.models import trees


def check_parents(objs: Sequence[Any], errors: Errors, owner: str = "device") -> None:
    """A parent is another item of the same device (or type), and not below the item."""
    warm(objs, "parent")
    moving = {obj.pk: getattr(obj, f"{owner}_id") for obj in objs if obj.pk is not None}
    for obj in objs:
        if obj.parent_id and moving.get(obj.parent_id, getattr(obj.parent, f"{owner}_id")) != getattr(
            obj, f"{owner}_id"
        ):
            errors.add(
                obj,
                "parent",
                _("The parent item “%(parent)s” is in another place: choose one of the same parent device or type.")
                % {"parent": obj.parent},
            )
    for obj in trees.circular(type(objs[0]), objs) if objs else ():
        errors.add(obj, "parent", _("An item can't be inside itself: choose a parent outside its subtree."))


def check_children(objs: Sequence[Any], errors: Errors) -> None:
    """An item doesn't leave its children behind."""
    ids = [obj.pk for obj in objs if obj.pk is not None]
    if not ids:
        return
    model = type(objs[0])
    going = {obj.pk: obj.device_id for obj in objs}
    children = {}
    for pk, parent_id, device_id in model._base_manager.filter(parent__in=ids).values_list("pk", "parent", "device"):
        children.setdefault(parent_id, []).append(going.get(pk, device_id))
    for obj in objs:
        if any(device_id != obj.device_id for device_id in children.get(obj.pk, ())):
            errors.add(obj, "device", _("An item with children can't be moved alone: move its children with it."))


def check_components(objs: Sequence[Any], errors: Errors, owner: str = "device") -> None:
    """The component an item stands for is in the same device (or type); one query per kind of component."""
    wanted: dict[Any, set[Any]] = {}
    for obj in objs:
        if obj.component_type_id and obj.component_id:
            wanted.setdefault(obj.component_type_id, set()).add(obj.component_id)
    places: dict[tuple[Any, Any], Any] = {}
    for kind_id, ids in wanted.items():
        model = ContentType.objects.get_for_id(kind_id).model_class()
        if model is not None and any(field.name == owner for field in model._meta.concrete_fields):
            rows = model._base_manager.filter(pk__in=ids).values_list("pk", f"{owner}_id")
            places.update(((kind_id, pk), place) for pk, place in rows)
    for obj in objs:
        place = places.get((obj.component_type_id, obj.component_id))
        if place is not None and place != getattr(obj, f"{owner}_id"):
            errors.add(
                obj,
                "component_id",
                _("The component is in another place: choose one of the same parent device or type."),
            )
