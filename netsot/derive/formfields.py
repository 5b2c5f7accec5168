"""The form fields of our own kinds. They read what a page sends; the rules are asked by `kernel.writes`."""

from __future__ import annotations

import json
import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from netsot.kernel.inputs import LARGEST_ID


class ReferenceField(forms.Field):
    """Objects of another model, by id. Pages fetch what can be chosen from the API as people type.

    `type_field` names the field that holds the model, where it isn't fixed (generic relations).
    """

    def __init__(
        self, target: type[models.Model] | None, *, many: bool = False, type_field: str = "", **kwargs: Any
    ) -> None:
        self.target, self.many, self.type_field = target, many, type_field
        kwargs.setdefault("widget", forms.SelectMultiple() if many else forms.Select())
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, list) and isinstance(self.widget, forms.TextInput):
            return ", ".join(map(str, value))
        return value

    def to_python(self, value: Any) -> Any:
        ids = [part for item in _listed(value) for part in re.split(r"[,\s]+", str(item)) if part]
        if any(not part.isdecimal() or int(part) > LARGEST_ID for part in ids):
            raise ValidationError(_("Choose from the list, or enter the number of the object."))
        found = [int(part) for part in ids]
        return found if self.many else (found[0] if found else None)

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            now = self.to_python(data)
        except ValidationError:
            return True
        return set(_listed(now)) != set(_listed(initial))


def _listed(value: Any) -> list[Any]:
    if value is None or value == "":
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


class RangesField(forms.CharField):
    """Whole numbers and ranges: `1-100, 200`; in the API [[1, 100], [200, 200]]."""

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, list):
            return value
        return ", ".join(str(low) if low == high else f"{low}-{high}" for low, high in value)

    def to_python(self, value: Any) -> Any:
        out = []
        for part in re.split(r"[,\s]+", re.sub(r"\s*(-|–|\.\.)\s*", "-", super().to_python(value))):
            match = re.fullmatch(r"(\d{1,10})(?:-(\d{1,10}))?", part)
            if part and not match:
                raise ValidationError(_("Write numbers and ranges like this: 1-100, 200, 300-310."))
            if match:
                out.append([int(match[1]), int(match[2] or match[1])])
        return out

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(data) != self.to_python(self.prepare_value(initial or [])))
        except ValidationError:
            return True


class ListField(forms.CharField):
    """Several values, one per line or separated by commas."""

    widget = forms.Textarea

    def __init__(self, *, base: str = "text", **kwargs: Any) -> None:
        self.base = base
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, list):
            return value
        return "\n".join(",".join(map(str, v)) if isinstance(v, list) else str(v) for v in value)

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        if self.base == "pairs":
            pairs = [line.partition(",")[::2] for line in text.splitlines() if line.strip()]
            return [[key.strip(), (label or key).strip()] for key, label in pairs]
        return [part.strip() for part in re.split(r"[,\n]", text) if part.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.to_python(data) != self.to_python(self.prepare_value(initial or [])))


class DataField(forms.JSONField):
    """A JSON document, indented; empty is no document."""

    def prepare_value(self, value: Any) -> Any:
        if value is None or isinstance(value, str):
            return value
        return json.dumps(value, indent=2, ensure_ascii=False)

    def bound_data(self, data: Any, initial: Any) -> Any:
        return data

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(data) != initial)
        except ValidationError:
            return True


class MomentField(forms.DateTimeField):
    """A date and time, in the browser's own control."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local", "step": "1"}, format="%Y-%m-%dT%H:%M:%S")


class YesNoField(forms.TypedChoiceField):
    """Yes, no or not said."""

    def __init__(self, **kwargs: Any) -> None:
        options = [("", "—"), ("true", _("Yes")), ("false", _("No"))]
        super().__init__(choices=options, coerce=lambda v: v == "true", empty_value=None, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return {True: "true", False: "false"}.get(value, value) if isinstance(value, bool) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)
