"""Classes and data attributes that give form fields their looks and tell the script what they are."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.conf import settings
from django.db import models

from netsot.derive.formfields import DataField, ReferenceField
from netsot.derive.objectlists import ObjectsField
from netsot.kernel import registry
from netsot.ui import navigation


def decorate(form: forms.Form) -> None:
    """Dress every field of a form."""
    for name, field in form.fields.items():
        widget = field.widget
        if isinstance(widget, forms.HiddenInput):
            continue
        attrs = widget.attrs
        if isinstance(widget, forms.CheckboxInput):
            attrs.setdefault("class", "form-check-input")
        elif isinstance(widget, forms.Select):
            attrs.setdefault("class", "form-select")
            if isinstance(field, ReferenceField):
                attrs |= _reference(form, field)
            if isinstance(widget, forms.SelectMultiple) or isinstance(field, ReferenceField) or _is_long(widget):
                attrs["data-select"] = ""
        else:
            mono = isinstance(field, DataField)
            attrs.setdefault("class", "form-control mono" if mono else "form-control")
            if isinstance(widget, forms.Textarea):
                attrs.setdefault("rows", 4 if mono else 2)
        if name == "slug" and "name" in form.fields:
            attrs["data-slug-from"] = form["name"].id_for_label
        if isinstance(widget, forms.PasswordInput):
            attrs.setdefault("autocomplete", "new-password")


def _is_long(widget: forms.Select) -> bool:
    return len(list(widget.choices)) > 12


def _reference(form: forms.Form, field: ReferenceField) -> dict[str, Any]:
    if isinstance(field, ObjectsField):
        return _objects(form, field)
    if field.target is not None:
        address = api_of(field.target)
        return {"data-api": address} if address else {}
    if field.type_field in form.fields:
        return {"data-api-from": form[field.type_field].id_for_label, "data-api-map": json.dumps(api_addresses())}
    return {}


def _objects(form: forms.Form, field: ObjectsField) -> dict[str, Any]:
    """The kind chosen beside it says which API to ask, and another select what to narrow the answer down to."""
    kind = form[field.type_field].id_for_label
    parameter, within = field.picking.within
    resources = {label: registry.resource_for(label) for label, _name in field.kinds()}
    attrs = {
        "data-api-from": kind,
        "data-api-map": json.dumps({label: api_of(resource.model) for label, resource in resources.items()}),
        "data-query": json.dumps({
            label: {name: value for name, value in field.picking.query if name in resource.filterset_class.base_filters}
            for label, resource in resources.items()
        }),
    }  # fmt: skip
    if parameter and (other := registry.get(within)):
        narrowed = [label for label, found in resources.items() if parameter in found.filterset_class.base_filters]
        field.within_label, field.within_api = navigation.singular(other), api_of(other.model)
        attrs |= {"data-within": f"{kind}_within", "data-within-as": parameter, "data-within-for": json.dumps(narrowed)}
    return attrs


def api_of(model: type[models.Model]) -> str:
    """The API list of a model; empty when it has none."""
    resource = registry.get(model)
    return f"/{settings.BASE_PATH}api/{resource.path}/" if resource else ""


def api_addresses() -> dict[str, str]:
    """The API list of every model."""
    return {resource.label: f"/{settings.BASE_PATH}api/{resource.path}/" for resource in registry.all_resources()}
