"""What happened to an object, and what people noted about it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from netsot.kernel import access, registry, writes
from netsot.kernel.errors import BatchInvalid
from netsot.kernel.introspection import has_feature
from netsot.ui import differences, preferences
from netsot.ui.cells import badge
from netsot.ui.views.delete import reasons
from netsot.ui.views.detail import DetailView, ObjectView
from netsot.ui.views.list import Paging


def paged(request: HttpRequest, queryset: Any) -> tuple[Any, Paging]:
    """(the rows of the page asked for, which page that is)."""
    paging = Paging(queryset.order_by().count(), min(preferences.page_size(request), 100), 1)
    asked = request.GET.get("page", "")
    if asked.isdecimal() and len(asked) < 10:
        paging.number = min(max(1, int(asked)), paging.last)
    return queryset[paging.start : paging.start + paging.size], paging


class ChangelogView(ObjectView):
    """`/<app>/<endpoint>/<pk>/changelog/`."""

    tab = "changelog"
    template = "resource/changelog.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Every change, newest first."""
        obj = self.stored(pk)
        if not self.sees("core.objectchange"):
            raise PermissionDenied
        entries, paging = paged(request, differences.changes_of(obj, self.context))
        return self.object_page(obj, changes=differences.read(entries, self.context), paging=paging)


class JournalView(ObjectView):
    """`/<app>/<endpoint>/<pk>/journal/`: notes about an object, and a form for one more."""

    tab = "journal"
    template = "resource/journal.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """The notes, newest first."""
        return self.journal(self.stored(pk))

    def post(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Add a note."""
        obj = self.stored(pk)
        note = {
            "assigned_object_type": self.resource.label,
            "assigned_object_id": pk,
            "kind": request.POST.get("kind", "info"),
            "comments": request.POST.get("comments", ""),
        }
        try:
            writes.create(registry.resource_for("extras.journalentry"), [note], self.actor())
        except (BatchInvalid, PermissionDenied) as error:
            return self.journal(obj, reasons(error), note["comments"], status=422)
        messages.success(request, _("The note was added."))
        return HttpResponseRedirect(self.url(pk, "journal/"))

    def journal(self, obj: Any, problems: Any = (), draft: str = "", status: int = 200) -> HttpResponseBase:
        """The page."""
        resource = registry.get("extras.journalentry")
        if resource is None or not has_feature(self.resource.model, "journaling"):
            raise Http404
        if not self.sees("extras.journalentry"):
            raise PermissionDenied
        kind = ContentType.objects.get_for_model(self.resource.model)
        rows = resource.model._default_manager.filter(assigned_object_type=kind, assigned_object_id=obj.pk)
        rows = self.context.restrict(rows.select_related("created_by"))
        entries, paging = paged(self.request, rows)
        choices = resource.infos["kind"].choice_set
        return self.object_page(
            obj,
            status=status,
            entries=[
                (entry, badge(choices.labels.get(entry.kind, entry.kind), choices.colors.get(entry.kind, "gray")))
                for entry in entries
            ],
            entry_url=f"{self.context.base_url}/{resource.path}/",
            paging=paging,
            kinds=choices.pairs,
            may_note=access.can(self.request.user, resource.model, "add"),
            problems=problems,
            draft=draft,
        )


class ChangeView(DetailView):
    """The page of one entry of the change log."""

    template = "resource/change.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """What it changed, and what else its request did."""
        entry = self.stored(pk)
        siblings = self.visible().filter(request_id=entry.request_id).exclude(pk=pk)[:50]
        resource = registry.get(ContentType.objects.get_for_id(entry.changed_object_type_id).model_class() or "-")
        changed_url = ""
        if resource is not None and entry.action != "delete":
            changed_url = f"{self.context.base_url}/{resource.path}/{entry.changed_object_id}/"
        kind = ContentType.objects.get_for_id(entry.changed_object_type_id)
        same = self.visible().filter(changed_object_type=kind, changed_object_id=entry.changed_object_id)
        earlier = same.filter(pk__lt=pk).order_by("-pk").values_list("pk", flat=True).first()
        later = same.filter(pk__gt=pk).order_by("pk").values_list("pk", flat=True).first()
        return self.object_page(
            entry,
            change=differences.read([entry], self.context)[0],
            siblings=[
                (item, self.url(item.pk), differences.COLORS.get(item.action, "gray"))
                for item in differences.as_shown(siblings, self.context)
            ],
            changed_url=changed_url,
            earlier_url=self.url(earlier) if earlier else "",
            later_url=self.url(later) if later else "",
        )
