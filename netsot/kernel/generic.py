"""Objects that point at a page's rows through a generic relation: set-based readers for computed fields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType

if TYPE_CHECKING:
    from netsot.kernel.representation import Page


def pointing_at(page: Page, label: str, relation: str) -> dict[Any, list[Any]]:
    """row id → ids of the objects of model `label` the user may see whose generic `relation` is the row."""
    model = apps.get_model(label)
    field = next(item for item in model._meta.private_fields if item.name == relation)
    kind = ContentType.objects.get_for_model(page.resource.model)
    rows = page.context.restrict(
        model._default_manager.filter(**{field.ct_field: kind, f"{field.fk_field}__anyof": page.ids})
    ).values_list(field.fk_field, "pk")
    found: dict[Any, list[Any]] = {}
    for owner, pk in rows:
        found.setdefault(owner, []).append(pk)
    return found


def one_of(page: Page, label: str, relation: str) -> Sequence[Any]:
    """The first such object of each row in its brief form, or None."""
    found = pointing_at(page, label, relation)
    shown = page.related(apps.get_model(label), {ids[0] for ids in found.values()})
    return [shown.get(found[pk][0]) if pk in found else None for pk in page.ids]


def count_of(page: Page, label: str, relation: str) -> Sequence[int]:
    """How many such objects each row has."""
    found = pointing_at(page, label, relation)
    return [len(found.get(pk, ())) for pk in page.ids]
