"""What all pages share: who may open them, and the object they are about."""

from __future__ import annotations

import zoneinfo
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views import View

from netsot.api.context import actor_for
from netsot.kernel import access
from netsot.kernel.representation import Context
from netsot.kernel.resource import Resource
from netsot.kernel.writes import Actor
from netsot.ui import navigation, preferences

LARGEST = 2**63 - 1


class PageView(View):
    """A page of the site; with LOGIN_REQUIRED only for those who have logged in."""

    template = ""
    login_always = False
    """Whether the page makes no sense without an account."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        needs_login = settings.LOGIN_REQUIRED or self.login_always
        if needs_login and not request.user.is_authenticated:
            return self.to_login()
        self.check()
        with timezone.override(self.timezone()):
            return super().dispatch(request, *args, **kwargs)

    def timezone(self) -> zoneinfo.ZoneInfo | None:
        """The reader's own time zone; None is the configured one."""
        try:
            return zoneinfo.ZoneInfo(preferences.of_request(self.request).get("locale.timezone") or settings.TIME_ZONE)
        except (zoneinfo.ZoneInfoNotFoundError, ValueError, TypeError):
            return None

    def to_login(self) -> HttpResponseBase:
        """Ask who it is, and come back."""
        return redirect_to_login(self.request.get_full_path(), settings.LOGIN_URL)

    def check(self) -> None:
        """Hook: raise PermissionDenied or Http404 before anything is done."""

    @cached_property
    def context(self) -> Context:
        """Who asks, and what was loaded for them. Addresses are paths of this site."""
        return Context(user=self.request.user, base_url=f"/{settings.BASE_PATH}".rstrip("/"))

    def actor(self, message: str = "") -> Actor:
        """Who writes."""
        return actor_for(self.request, message)

    def page(self, template: str = "", status: int = 200, **values: Any) -> HttpResponseBase:
        """The rendered template."""
        return render(self.request, template or self.template, values, status=status)


class ResourceView(PageView):
    """A page about the objects of one resource."""

    resource: Resource = None  # type: ignore[assignment] # given by the route
    action = "view"
    """What the user must be allowed to do with some object of the model."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated and not access.can(request.user, self.resource.model, self.action):
            return self.to_login()
        return super().dispatch(request, *args, **kwargs)

    def check(self) -> None:
        if not access.can(self.request.user, self.resource.model, self.action):
            raise PermissionDenied(
                _("You may not %(action)s %(objects)s.")
                % {"action": self.action, "objects": self.resource.model._meta.verbose_name_plural}
            )

    def visible(self, action: str = "view") -> Any:
        """The objects the user may see (or act on)."""
        return access.restrict(self.resource.queryset(), self.request.user, action)

    def stored(self, pk: int, action: str = "view") -> Any:
        """One object. Hidden ones are missing; seen ones that can't be acted on are refused."""
        if pk > LARGEST:
            raise Http404
        obj = self.visible().filter(pk=pk).first()
        if obj is None:
            raise Http404(_("No %s matches the given query.") % self.resource.model._meta.verbose_name)
        if action != "view" and access.outside(self.resource.model, [pk], self.request.user, action):
            raise PermissionDenied(
                _("You may not %(action)s %(object)s.") % {"action": action, "object": obj}
            )  # fmt: skip
        return obj

    def may(self, action: str) -> bool:
        """Whether a button for this makes sense: the API has the method and the user the permission for some object."""
        method = {"add": "create", "change": "update"}.get(action, action)
        return method in self.resource.methods and access.can(self.request.user, self.resource.model, action)

    @property
    def list_url(self) -> str:
        """The address of the list."""
        return f"{self.context.base_url}/{self.resource.path}/"

    def url(self, pk: Any, suffix: str = "") -> str:
        """The address of an object's page, or of a page below it."""
        return f"{self.list_url}{pk}/{suffix}"

    def page(self, template: str = "", status: int = 200, **values: Any) -> HttpResponseBase:
        shared = {
            "resource": self.resource,
            "plural": navigation.plural(self.resource),
            "singular": navigation.singular(self.resource),
            "list_url": self.list_url,
        }
        return super().page(template, status, **shared | values)
