"""Creating and changing one object."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.html import format_html
from django.utils.translation import gettext as _

from netsot.derive.form import ResourceForm, values_of
from netsot.derive.formfields import ReferenceField
from netsot.derive.rows import RowsField
from netsot.kernel import writes
from netsot.kernel.errors import BatchInvalid, PreconditionFailed
from netsot.kernel.versions import version_of
from netsot.ui import inputs
from netsot.ui.safe import safe_next
from netsot.ui.views.base import ResourceView

OFFERED = 100
"""How many objects a select lists where no script can ask for more."""


class FormView(ResourceView):
    """What adding and editing share."""

    template = "resource/form.html"

    def form(self, row: Any = None, initial: Any = None) -> ResourceForm:
        """The form, bound when something was sent."""
        sent = (self.request.POST, self.request.FILES) if self.request.method == "POST" else ()
        form: ResourceForm = self.resource.form_class(*sent, context=self.context, row=row, initial=initial)
        return form

    def form_page(self, form: ResourceForm, **values: Any) -> HttpResponseBase:
        """The page with the form; 422 when what was sent is refused."""
        plain = "_options" in self.request.GET
        form.offer(OFFERED if plain else 0)
        inputs.decorate(form)
        references = any(isinstance(field, ReferenceField | RowsField) for field in form.fields.values())
        query = self.request.GET.copy()
        query["_options"] = "1"
        status = 422 if form.is_bound and form.errors else 200
        more: dict[str, Any] = {
            "form": form,
            "needs_options": references and not plain,
            "options_url": f"?{query.urlencode()}",
            "return_url": safe_next(self.request, values.get("cancel_url") or self.list_url, "return_url"),
        }
        return self.page(status=status, **more | values)

    def refused(self, form: ResourceForm, error: Exception) -> None:
        """Put what is wrong on the form."""
        if isinstance(error, BatchInvalid):
            form.add_details(next((item for item in error.details if item), {}))
        elif isinstance(error, PreconditionFailed):
            form.add_error(
                None,
                _(
                    "Somebody changed this object after you opened the form, and nothing was saved. Reload the page to "
                    "see its present state; your input is still here to copy from."
                ),
            )
        else:
            form.add_error(None, str(error) or _("You may not do this."))

    def saved(self, form: ResourceForm, obj: Any, text: str) -> HttpResponseBase:
        """Tell, and go on: to the object, to where the reader came from, or to the next empty form."""
        url = self.url(obj.pk)
        messages.success(self.request, format_html('{} <a href="{}">{}</a>.', text, url, obj))
        # A new token shows itself once.
        if secret := getattr(obj, "authorization", None):
            messages.warning(self.request, _("Copy this now, it is not shown again: %s") % secret)
        if "_add_another" in self.request.POST:
            return HttpResponseRedirect(f"{self.list_url}add/?{self.request.GET.urlencode()}".rstrip("?"))
        return HttpResponseRedirect(safe_next(self.request, url, "return_url"))


class AddView(FormView):
    """`/<app>/<endpoint>/add/`; `?clone=<pk>` starts from another object, `?site=5` from single values."""

    action = "add"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """The empty (or prefilled) form."""
        return self.form_page(self.form(initial=self.initial()), creating=True)

    def post(self, request: HttpRequest) -> HttpResponseBase:
        """Create the object."""
        form = self.form(initial=self.initial())
        if form.is_valid():
            try:
                actor = self.actor(form.cleaned_data["changelog_message"])
                created = writes.create(self.resource, [form.payload()], actor)
                return self.saved(form, created.objs[0], _("Created %s") % self.resource.model._meta.verbose_name)
            except (BatchInvalid, PermissionDenied) as error:
                self.refused(form, error)
        return self.form_page(form, creating=True)

    def initial(self) -> dict[str, Any]:
        """What the query string asks to start with."""
        fields = self.resource.form_class.base_fields
        start = self.cloned()
        for name in self.request.GET:
            if name in fields:
                values = [value.replace("\x00", "") for value in self.request.GET.getlist(name)]
                start[name] = values if getattr(fields[name].widget, "allow_multiple_selected", False) else values[-1]
        return start

    def cloned(self) -> dict[str, Any]:
        """The fields a clone takes over."""
        source = self.request.GET.get("clone", "")
        if not source.isdecimal() or len(source) > 18:
            return {}
        model = self.resource.model
        wanted = set(getattr(model, "clone_fields", ())) | {"tags", "custom_fields"}
        names = [
            i.name for i in self.resource.writable if {i.name, i.source} & wanted and i.name not in self.resource.secret
        ]
        representation = self.resource.representation("full", names, related="link")
        rows = representation.render(self.visible().filter(pk=int(source)), self.context)
        return values_of(self.resource, rows[0]) if rows else {}


class EditView(FormView):
    """`/<app>/<endpoint>/<pk>/edit/`."""

    action = "change"

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """The form with the object's present values."""
        obj = self.stored(pk, "change")
        return self.edit_page(self.bound(obj), obj)

    def post(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Write what changed."""
        obj = self.stored(pk, "change")
        form = self.bound(obj)
        if form.is_valid():
            version = form.cleaned_data["row_version"]
            try:
                writes.update(
                    self.resource,
                    [(pk, form.payload())],
                    self.actor(form.cleaned_data["changelog_message"]),
                    versions={pk: [version]} if version else None,
                )
                obj = self.resource.model._default_manager.get(pk=pk)
                return self.saved(form, obj, _("Changed %s") % self.resource.model._meta.verbose_name)
            except (BatchInvalid, PermissionDenied, PreconditionFailed) as error:
                self.refused(form, error)
        return self.edit_page(form, obj)

    def bound(self, obj: Any) -> ResourceForm:
        """The form of a stored object."""
        fields = self.resource.form_class.base_fields
        custom = ("custom_fields",) if "custom_fields" in self.resource.infos else ()
        names = [
            name for name in (*fields, *custom) if name in self.resource.infos and name not in self.resource.secret
        ]
        representation = self.resource.representation("full", names, related="link")
        row = next(iter(representation.render(self.visible().filter(pk=obj.pk), self.context)), {})
        files = {
            name: getattr(obj, name) for name, field in fields.items() if _is_file(field) and getattr(obj, name, None)
        }
        form = self.form(row=row, initial={"row_version": version_of(obj)} | files)
        for name in self.resource.secret:
            if name in form.fields:
                # What is kept can't be shown; an empty field leaves it as it is.
                form.fields[name].required = False
        return form

    def edit_page(self, form: ResourceForm, obj: Any) -> HttpResponseBase:
        """The page of the form."""
        return self.form_page(form, object=obj, object_url=self.url(obj.pk), cancel_url=self.url(obj.pk))


def _is_file(field: Any) -> bool:
    from django.forms import FileField

    return isinstance(field, FileField)
