"""What to say when objects can't be deleted because others depend on them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from netsot.api.context import context_for
from netsot.kernel import access, registry

NAMED = 20
"""How many dependents are listed; an answer need not name ten thousand."""


def describe_protected(objs: Sequence[Any], dependents: Sequence[Any], request: Any) -> dict[str, Any]:
    """The body of the refusal: the dependents the user may see, and how many others there are."""
    user = getattr(request, "user", None)
    visible = _visible(dependents, user)
    shown = visible[:NAMED]
    listing = [_named(obj, request) for obj in shown]
    text = ngettext(
        "Unable to delete: %(count)d other object depends on it.",
        "Unable to delete: %(count)d other objects depend on it.",
        len(dependents),
    ) % {"count": len(dependents)}
    if objs and len(objs) == 1:
        text = ngettext(
            "Unable to delete %(name)s: %(count)d other object depends on it.",
            "Unable to delete %(name)s: %(count)d other objects depend on it.",
            len(dependents),
        ) % {"name": objs[0], "count": len(dependents)}
    if shown:
        names = [f"{obj._meta.verbose_name} {obj} ({obj.pk})" for obj in shown[:5]]
        rest = len(dependents) - len(names)
        if rest:
            names.append(ngettext("%d other", "%d others", rest) % rest)
        text += " " + get_text_list(names, _("and")) + "."
    return {"detail": text, "dependents": listing, "others": len(dependents) - len(shown)}


def _visible(dependents: Sequence[Any], user: Any) -> list[Any]:
    hidden: set[tuple[type, Any]] = set()
    for model in {type(obj) for obj in dependents}:
        ids = [obj.pk for obj in dependents if type(obj) is model]
        if not access.can(user, model, "view"):
            hidden.update((model, pk) for pk in ids)
        else:
            hidden.update((model, pk) for pk in access.outside(model, ids, user, "view"))
    return [obj for obj in dependents if (type(obj), obj.pk) not in hidden]


def _named(obj: Any, request: Any) -> dict[str, Any]:
    resource = registry.get(obj)
    url = context_for(request).url(resource, obj.pk) if resource and request else None
    return {"object_type": obj._meta.label_lower, "id": obj.pk, "url": url, "display": str(obj)}
