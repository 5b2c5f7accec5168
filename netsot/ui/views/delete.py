"""Deleting one object or several, after showing what goes along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from netsot.derive.form import flatten
from netsot.kernel import deletion, registry, writes
from netsot.kernel.errors import BatchInvalid, DeletionProtected, PreconditionFailed
from netsot.kernel.representation import Context
from netsot.kernel.versions import version_of
from netsot.ui.safe import safe_next
from netsot.ui.views.base import ResourceView

NAMED = 20
"""How many objects of a kind are named; the rest is counted."""


@dataclass
class Listing:
    """Objects of one kind: those the reader may see by name, all by number."""

    label: str
    total: int
    named: list[tuple[str, str]]

    @property
    def others(self) -> int:
        """How many are not named."""
        return self.total - len(self.named)


@dataclass
class Consequences:
    """What a deletion means for others."""

    going: list[Listing]
    """What goes along."""
    loosened: list[Listing]
    """What stays and no longer refers to anything."""
    protecting: list[Listing]
    """What stands in the way."""


def consequences(model: type[models.Model], objs: Sequence[Any], context: Context) -> Consequences:
    """What deleting `objs` would mean."""
    try:
        collector = deletion.collect(model, objs)
    except DeletionProtected as error:
        by_kind: dict[type[models.Model], set[Any]] = {}
        for item in error.dependents:
            by_kind.setdefault(type(item), set()).add(item.pk)
        return Consequences([], [], _listings(by_kind, {}, context))
    going = {kind: {obj.pk for obj in instances} for kind, instances in collector.data.items()}
    going[model] = going.get(model, set()) - {obj.pk for obj in objs}
    counted: dict[type[models.Model], int] = {}
    for queryset in collector.fast_deletes:
        if not queryset.model._meta.auto_created:
            counted[queryset.model] = counted.get(queryset.model, 0) + queryset.count()
    loosened: dict[type[models.Model], set[Any]] = {}
    for (field, _value), batches in collector.field_updates.items():
        staying = {obj.pk for batch in batches for obj in batch} - going.get(field.model, set())
        # Columns that nobody edits follow from others.
        if staying and field.editable:
            loosened.setdefault(field.model, set()).update(staying)
    return Consequences(_listings(going, counted, context), _listings(loosened, {}, context), [])


def _listings(
    found: dict[type[models.Model], set[Any]], counted: dict[type[models.Model], int], context: Context
) -> list[Listing]:
    out = []
    for kind in [*found, *(kind for kind in counted if kind not in found)]:
        ids = found.get(kind, set())
        total = len(ids) + counted.get(kind, 0)
        if not total or kind._meta.auto_created:
            continue
        resource = registry.get(kind)
        named: list[tuple[str, str]] = []
        if resource is not None and ids:
            rows = context.restrict(resource.queryset().filter(pk__in=ids))[:NAMED]
            named = [(str(obj), f"{context.base_url}/{resource.path}/{obj.pk}/") for obj in rows]
        out.append(Listing(capfirst(str(kind._meta.verbose_name_plural)), total, named))
    return sorted(out, key=lambda item: item.label)


class DeleteView(ResourceView):
    """`/<app>/<endpoint>/<pk>/delete/`."""

    action = "delete"
    template = "resource/delete.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """What would happen."""
        obj = self.stored(pk, "delete")
        return self.confirm(obj)

    def post(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Delete it."""
        obj = self.stored(pk, "delete")
        label, version = str(obj), request.POST.get("row_version", "")
        try:
            writes.delete(
                self.resource,
                [pk],
                self.actor(request.POST.get("changelog_message", "")[:200]),
                versions={pk: [version]} if version else None,
            )
        except DeletionProtected:
            return self.confirm(obj, status=409)
        except PreconditionFailed:
            stale = _("Somebody changed this object meanwhile. Look at it again before you delete it.")
            return self.confirm(obj, [stale], status=409)
        except (BatchInvalid, PermissionDenied) as error:
            return self.confirm(obj, reasons(error), status=409)
        messages.success(request, _("Deleted %(kind)s %(name)s.") % {"kind": obj._meta.verbose_name, "name": label})
        target = safe_next(request, self.list_url, "return_url")
        return HttpResponseRedirect(self.list_url if target.startswith(self.url(pk)) else target)

    def confirm(self, obj: Any, problems: Sequence[str] = (), status: int = 200) -> HttpResponseBase:
        """Ask, naming the consequences."""
        found = consequences(self.resource.model, [obj], self.context)
        return self.page(
            status=status,
            object=obj,
            object_url=self.url(obj.pk),
            version=version_of(obj),
            going=found.going,
            loosened=found.loosened,
            protecting=found.protecting,
            problems=problems,
            return_url=safe_next(self.request, self.url(obj.pk), "return_url"),
        )


def reasons(error: Exception) -> list[str]:
    """What a refusal says, as lines."""
    if isinstance(error, BatchInvalid):
        return [text for item in error.details for text in flatten(item)]
    return [str(error) or _("You may not do this.")]


def selected(request: HttpRequest) -> list[int]:
    """The objects whose rows were ticked."""
    return [int(text) for text in dict.fromkeys(request.POST.getlist("pk")) if text.isdecimal() and len(text) < 19]


class BulkDeleteView(ResourceView):
    """`/<app>/<endpoint>/delete/`: the ticked rows of a list; asks first."""

    action = "delete"
    template = "resource/bulk_delete.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """Nothing is ticked yet."""
        return HttpResponseRedirect(self.list_url)

    def post(self, request: HttpRequest) -> HttpResponseBase:
        """Ask, or delete what was confirmed."""
        ids = selected(request)
        objs = list(self.visible("delete").filter(pk__in=ids))
        if not objs:
            messages.warning(request, _("Tick the rows first."))
            return HttpResponseRedirect(safe_next(request, self.list_url, "return_url"))
        if "_confirm" not in request.POST:
            return self.confirm(objs, len(ids) - len(objs))
        try:
            done = writes.delete(
                self.resource, [obj.pk for obj in objs], self.actor(request.POST.get("changelog_message", "")[:200])
            )
        except (DeletionProtected, BatchInvalid, PermissionDenied, Http404) as error:
            problems = [] if isinstance(error, DeletionProtected) else reasons(error)
            return self.confirm(objs, 0, problems, status=409)
        count = len(done.objs)
        text = ngettext("Deleted %(n)s %(one)s.", "Deleted %(n)s %(many)s.", count)
        meta = self.resource.model._meta
        messages.success(request, text % {"n": count, "one": meta.verbose_name, "many": meta.verbose_name_plural})
        return HttpResponseRedirect(safe_next(request, self.list_url, "return_url"))

    def confirm(
        self, objs: Sequence[Any], refused: int, problems: Sequence[str] = (), status: int = 200
    ) -> HttpResponseBase:
        """Ask, naming the consequences."""
        found = consequences(self.resource.model, objs, self.context)
        return self.page(
            status=status,
            objects=[(str(obj), self.url(obj.pk), obj.pk) for obj in objs],
            refused=refused,
            going=found.going,
            loosened=found.loosened,
            protecting=found.protecting,
            problems=problems,
            return_url=safe_next(self.request, self.list_url, "return_url"),
        )
