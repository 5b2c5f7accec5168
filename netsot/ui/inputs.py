"""Classes and data attributes that give form fields their looks and tell the script what they are."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.conf import settings
from django.db import models

from netsot.derive.formfields import DataField, ReferenceField
from netsot.kernel import registry


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
    if field.target is not None:
        address = api_of(field.target)
        return {"data-api": address} if address else {}
    if field.type_field in form.fields:
        return {"data-api-from": form[field.type_field].id_for_label, "data-api-map": json.dumps(api_addresses())}
    return {}


def api_of(model: type[models.Model]) -> str:
    """The API list of a model; empty when it has none."""
    resource = registry.get(model)
    return f"/{settings.BASE_PATH}api/{resource.path}/" if resource else ""


def api_addresses() -> dict[str, str]:
    """The API list of every model."""
    return {resource.label: f"/{settings.BASE_PATH}api/{resource.path}/" for resource in registry.all_resources()}
