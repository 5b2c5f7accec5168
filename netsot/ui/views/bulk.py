"""Changing several objects at once: what is filled in is written to each of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from netsot.derive.form import BLANK, ResourceForm, flatten
from netsot.derive.formfields import ReferenceField, YesNoField
from netsot.derive.rows import RowsField
from netsot.kernel import writes
from netsot.kernel.errors import BatchInvalid
from netsot.kernel.introspection import Kind
from netsot.kernel.resource import Resource
from netsot.ui import inputs
from netsot.ui.safe import safe_next
from netsot.ui.views.base import ResourceView
from netsot.ui.views.delete import reasons, selected


def bulk_form(resource: Resource, data: Any, context: Any) -> ResourceForm:
    """The edit form with nothing filled in, nothing required, and nothing that must differ between objects."""
    form: ResourceForm = resource.form_class(data, context=context, row={})
    del form.fields["row_version"]
    for name, kind in form.kind_fields().items():
        del form.fields[name], form.fields[kind]
    for name in list(form.fields):
        field = form.fields[name]
        info = resource.infos.get(name)
        unique = getattr(getattr(info, "column", None), "unique", False) or name in ("name", "slug")
        if unique or name in resource.secret or isinstance(field, forms.FileField | RowsField) or name == "tags":
            del form.fields[name]
            continue
        if isinstance(field, forms.BooleanField):
            form.fields[name] = field = YesNoField(label=field.label, help_text=field.help_text)
        elif isinstance(field, forms.ChoiceField) and not isinstance(field, forms.MultipleChoiceField | YesNoField):
            if not any(value == "" for value, _label in field.choices):
                field.choices = [*BLANK, *field.choices]
        field.required, field.initial = False, None
    form.initial = {}
    if "tags" in resource.infos:
        target = resource.model._meta.get_field("tags").related_model
        form.fields["add_tags"] = ReferenceField(target, many=True, required=False, label=gettext_lazy("Add tags"))
        form.fields["remove_tags"] = ReferenceField(
            target, many=True, required=False, label=gettext_lazy("Remove tags")
        )
    return form


def emptied(resource: Resource, names: Sequence[str]) -> dict[str, Any]:
    """The payload that empties the fields `names`."""
    out: dict[str, Any] = {}
    for name in names:
        info = resource.infos.get(name)
        if name.startswith("cf_"):
            out.setdefault("custom_fields", {})[name.removeprefix("cf_")] = None
        elif info is not None and info.writable and not info.required:
            out[name] = [] if info.many else None if info.nullable or info.kind is Kind.REFERENCE else ""
    return out


def can_be_emptied(resource: Resource, name: str) -> bool:
    """Whether a field may be without a value."""
    info = resource.infos.get(name)
    if info is None:
        return name.startswith("cf_")
    blank = info.nullable or info.many or getattr(info.column, "blank", False)
    return blank and not info.required and info.kind is not Kind.TAGS


class BulkEditView(ResourceView):
    """`/<app>/<endpoint>/edit/`: the ticked rows of a list."""

    action = "change"
    template = "resource/bulk_edit.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """Nothing is ticked yet."""
        return HttpResponseRedirect(self.list_url)

    def post(self, request: HttpRequest) -> HttpResponseBase:
        """The form for the ticked rows, or write it."""
        ids = selected(request)
        objs = list(self.visible("change").filter(pk__in=ids))
        if not objs:
            messages.warning(request, _("Tick the rows first."))
            return HttpResponseRedirect(safe_next(request, self.list_url, "return_url"))
        if "_apply" not in request.POST:
            return self.form_page(bulk_form(self.resource, None, self.context), objs, len(ids) - len(objs))
        form = bulk_form(self.resource, request.POST, self.context)
        problems: list[str] = []
        if form.is_valid():
            payload = form.payload()
            custom = payload.get("custom_fields", {})
            empty = emptied(self.resource, request.POST.getlist("_nullify"))
            payload = {**payload, **empty}
            if custom:
                payload["custom_fields"] = custom | empty.get("custom_fields", {})
            try:
                actor = self.actor(form.cleaned_data["changelog_message"])
                done = writes.update(self.resource, [(obj.pk, dict(payload)) for obj in objs], actor)
                return self.done(len(done.objs))
            except BatchInvalid as error:
                names = {obj.pk: str(obj) for obj in objs}
                for obj, detail in zip(objs, error.details, strict=False):
                    problems += [f"{names[obj.pk]}: {text}" for text in flatten(detail)]
            except (PermissionDenied, Http404) as error:
                problems = reasons(error)
        return self.form_page(form, objs, 0, problems[:50])

    def done(self, count: int) -> HttpResponseBase:
        """Tell, and go back to the list."""
        meta = self.resource.model._meta
        text = ngettext("Changed %(n)s %(one)s.", "Changed %(n)s %(many)s.", count)
        messages.success(self.request, text % {"n": count, "one": meta.verbose_name, "many": meta.verbose_name_plural})
        return HttpResponseRedirect(safe_next(self.request, self.list_url, "return_url"))

    def form_page(
        self, form: ResourceForm, objs: Sequence[Any], refused: int, problems: Sequence[str] = ()
    ) -> HttpResponseBase:
        """The page with the form."""
        form.offer()
        inputs.decorate(form)
        bound = bool(problems) or (form.is_bound and bool(form.errors))
        fields = [
            (form[name], can_be_emptied(self.resource, name)) for name in form.fields if name != "changelog_message"
        ]
        return self.page(
            status=422 if bound else 200,
            form=form,
            fields=fields,
            nullified=self.request.POST.getlist("_nullify"),
            objects=[(str(obj), self.url(obj.pk), obj.pk) for obj in objs],
            refused=refused,
            problems=problems,
            return_url=safe_next(self.request, self.list_url, "return_url"),
        )
