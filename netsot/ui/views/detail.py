"""The page of one object."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from netsot.kernel import access, registry
from netsot.kernel.introspection import Kind, has_feature
from netsot.ui import buttons, panels
from netsot.ui.views.base import ResourceView


class ObjectView(ResourceView):
    """A page about one object: heading, tabs, buttons."""

    tab = "details"

    def object_page(self, obj: Any, template: str = "", **values: Any) -> HttpResponseBase:
        """The template with what all pages of an object show."""
        pk = obj.pk
        user, model = self.request.user, self.resource.model
        shared = {
            "object": obj,
            "title": str(obj),
            "ancestors": self.ancestors(obj),
            "object_url": self.url(pk),
            "tabs": self.tabs(obj),
            "tab": self.tab,
            "may_edit": self.may("change") and not access.outside(model, [pk], user, "change"),
            "may_delete": self.may("delete") and not access.outside(model, [pk], user, "delete"),
            "may_clone": self.may("add") and has_feature(model, "cloning"),
            "created": getattr(obj, "created", None),
            "updated": getattr(obj, "last_updated", None),
        }
        return self.page(template, **shared | values)

    def tabs(self, obj: Any) -> list[tuple[str, Any, str]]:
        """(key, label, address)."""
        model = self.resource.model
        found = [("details", _("Details"), self.url(obj.pk))]
        if has_feature(model, "journaling") and self.sees("extras.journalentry"):
            found.append(("journal", _("Journal"), self.url(obj.pk, "journal/")))
        if has_feature(model, "change_logging") and self.sees("core.objectchange"):
            found.append(("changelog", _("Change log"), self.url(obj.pk, "changelog/")))
        return found

    def sees(self, label: str) -> bool:
        """Whether the user may view objects of another resource."""
        other = registry.get(label)
        return other is not None and access.can(self.request.user, other.model, "view")

    def ancestors(self, obj: Any) -> list[tuple[str, str]]:
        """The chain of visible parents, outermost first: (name, address)."""
        if not hasattr(obj, "get_ancestors") or getattr(obj, "parent_id", None) is None:
            return []
        known = {node.pk: node for node in self.context.restrict(obj.get_ancestors())}
        chain: list[tuple[str, str]] = []
        node = known.get(obj.parent_id)
        while node is not None and len(chain) < 30:
            chain.insert(0, (str(node), self.url(node.pk)))
            node = known.get(node.parent_id)
        return chain


class DetailView(ObjectView):
    """`/<app>/<endpoint>/<pk>/`."""

    template = "resource/detail.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """The object with everything that belongs to it."""
        obj = self.stored(pk)
        names = [
            info.name
            for info in self.resource.infos.values()
            if info.kind not in (Kind.COUNT, Kind.DEPTH)
            and info.name not in self.resource.secret
            and info.name not in ("config_context", "rendered_config")
        ]
        names += ["id", "display", "display_url"]
        representation = self.resource.representation("full", names, related="link")
        rows = representation.render(self.visible().filter(pk=pk), self.context)
        subject = panels.Subject(request, self.resource, obj, rows[0] if rows else {}, self.context)
        return self.object_page(
            obj,
            panels=panels.page_of(self.resource).columns(subject),
            buttons=buttons.links(self.resource, subject.row, self.context),
        )
