"""Pages of the change log that differ from the generic ones."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core import undo
from netsot.kernel.errors import DeletionProtected
from netsot.ui.views.changes import ChangeView
from netsot.ui.views.delete import reasons

SHOWN = 20
"""How many obstacles a page lists."""


class UndoableChangeView(ChangeView):
    """The page of a change, with a button that undoes it, or everything its request did."""

    def object_page(self, obj: Any, template: str = "", **values: Any) -> HttpResponseBase:
        """Whoever can log in may try: what an undo writes is asked for then."""
        return super().object_page(obj, template, may_undo=self.request.user.is_authenticated, **values)

    def post(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Undo; what is in the way is told on the page."""
        if not request.user.is_authenticated:
            return self.to_login()
        change = self.stored(pk)
        entries = [change]
        if "_request" in request.POST:
            entries = list(self.visible().filter(request_id=change.request_id))
        actor = self.actor()
        message = request.POST.get("changelog_message", "").replace("\x00", "")[:200]
        try:
            done = undo.undo(entries, request.user, actor.request_id, message)
        except undo.Obstacles as error:
            self.tell(error.lines)
        except DeletionProtected:
            self.tell([_("Other objects refer to what would be deleted.")])
        except PermissionDenied as error:
            self.tell(reasons(error))
        else:
            if not done:
                messages.info(request, _("There was nothing left to undo."))
                return HttpResponseRedirect(self.url(pk))
            text = ngettext("Undone: one object was changed.", "Undone: %(n)s objects were changed.", len(done))
            messages.success(request, text % {"n": len(done)})
            latest = self.visible().filter(request_id=actor.request_id).order_by("-pk").first()
            return HttpResponseRedirect(self.url(latest.pk if latest else pk))
        return HttpResponseRedirect(self.url(pk))

    def tell(self, lines: list[str]) -> None:
        """Why nothing was undone."""
        messages.error(self.request, _("Nothing was undone."))
        for line in lines[:SHOWN]:
            messages.warning(self.request, line)
        if len(lines) > SHOWN:
            messages.warning(self.request, _("… and %s more obstacles.") % (len(lines) - SHOWN))
