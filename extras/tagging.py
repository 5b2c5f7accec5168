"""Which tags may be put on which objects."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _


def refused(model: type[models.Model], tags: Iterable[Any]) -> dict[Any, str]:
    """Tags (ids) that are for other kinds of objects, with the reason; one query."""
    from extras.models import Tag

    kind = ContentType.objects.get_for_model(model).pk
    types: dict[Any, set[int]] = {}
    rows = Tag.object_types.through._base_manager.filter(tag_id__in=set(tags))
    names: dict[Any, str] = {}
    for tag, other, name in rows.values_list("tag_id", "contenttype_id", "tag__name"):
        types.setdefault(tag, set()).add(other)
        names[tag] = name
    return {
        tag: _("The tag “%(tag)s” is not for %(objects)s.")
        % {"tag": names[tag], "objects": model._meta.verbose_name_plural}
        for tag, allowed in types.items()
        if kind not in allowed
    }


def check_assigned(sender: Any, instance: Any, action: str, pk_set: Any, **kwargs: Any) -> None:
    """Receiver of `m2m_changed`: `obj.tags.add(…)` by scripts meets the same rule."""
    from extras.models import TaggedItem

    if sender is TaggedItem and action == "pre_add" and pk_set:
        messages = refused(type(instance), pk_set)
        if messages:
            raise ValidationError({"tags": list(messages.values())})
