"""Resource → the Django form of its edit page.

The form speaks the language of the API at both ends: it starts from an object as the Representation shows it (`row`),
and `payload()` is what `kernel.writes` takes.
"""

from __future__ import annotations

import zoneinfo
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from netsot.derive import objectlists, rows
from netsot.derive.formfields import DataField, ListField, MomentField, RangesField, ReferenceField, YesNoField
from netsot.derive.objectlists import ObjectsField
from netsot.derive.rows import RowsField
from netsot.derive.table import label_of, title_of
from netsot.kernel import custom_fields, registry
from netsot.kernel.introspection import FieldInfo, Kind
from netsot.kernel.representation import Context

if TYPE_CHECKING:
    from netsot.kernel.resource import Resource

BLANK = [("", "—")]


class ResourceForm(forms.Form):
    """Base of every derived form. `row` is the object as the API shows it, None for a new one."""

    resource: ClassVar[Resource]
    layout: ClassVar[tuple[tuple[Any, tuple[str, ...]], ...]]

    changelog_message = forms.CharField(label=_("Reason for the change"), max_length=200, required=False)
    row_version = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, context: Context, row: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        self.context, self.row = context, row
        initial = {} if row is None else values_of(self.resource, row)
        kwargs["initial"] = initial | dict(kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        for name, value in self.initial.items():
            field = self.fields.get(name)
            if isinstance(value, str) and "\n" in value and field and type(field.widget) is forms.TextInput:
                # A one-line input would join the lines.
                field.widget = forms.Textarea()
        self.custom_groups = self._add_custom_fields()

    def _add_custom_fields(self) -> list[tuple[Any, tuple[str, ...]]]:
        groups: dict[str, list[str]] = {}
        if "custom_fields" in self.resource.infos:
            for definition in custom_fields.provider().fields(self.resource.model):
                if getattr(definition, "ui_editable", "yes") == "yes":
                    name = f"cf_{definition.name}"
                    self.fields[name] = custom_input(definition)
                    groups.setdefault(definition.group_name, []).append(name)
                    if self.row is None and definition.default is not None:
                        self.initial.setdefault(name, definition.default)
        return [(group or _("Custom fields"), tuple(names)) for group, names in groups.items()]

    def fieldsets(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """The groups of the page, in order, each with its fields."""
        return [(title, [self[name] for name in names]) for title, names in (*self.layout, *self.custom_groups)]

    def payload(self, names: Iterable[str] | None = None) -> dict[str, Any]:
        """What was entered, as the API takes it: for a new object everything that was filled in, else what changed."""
        out: dict[str, Any] = {}
        new = self.row is None
        kinds = self.kind_fields()
        for name in self.fields if names is None else names:
            value = self.cleaned_data.get(name)
            changed = name in self.changed_data or kinds.get(name) in self.changed_data
            if name in ("changelog_message", "row_version", *kinds.values()) or (not new and not changed):
                continue
            if new and names is None and value in (None, "", [], {}):
                continue
            value = None if value is False and isinstance(self.fields[name], forms.FileField) else value
            if name.startswith("cf_"):
                out.setdefault("custom_fields", {})[name.removeprefix("cf_")] = plain(value)
            elif name in kinds:
                out[name] = objectlists.payload(self.cleaned_data.get(kinds[name]) or "", value or [])
            else:
                out[name] = value
        return out

    def kind_fields(self) -> dict[str, str]:
        """The lists of objects, each with the field of their kind."""
        return {name: field.type_field for name, field in self.fields.items() if isinstance(field, ObjectsField)}

    def clean(self) -> dict[str, Any]:
        """Ids mean nothing without the kind of object they belong to."""
        for name, kind in self.kind_fields().items():
            wrong = self.errors.pop(kind, None)
            if wrong or (self.cleaned_data.get(name) and not self.cleaned_data.get(kind)):
                self.add_error(name, _("Choose what kind of object this is."))
        return self.cleaned_data

    def add_details(self, details: Mapping[str, Any]) -> None:
        """Put the errors of `BatchInvalid` on the fields they belong to."""
        for name, messages in details.items():
            if name == "custom_fields" and isinstance(messages, Mapping):
                self.add_details({f"cf_{key}": item for key, item in messages.items()})
                continue
            field = next((n for n in (name, f"cf_{name}") if n in self.fields), None)
            for text in flatten(messages):
                self.add_error(field, text if field or name in ("__all__", "non_field_errors") else f"{name}: {text}")

    def offer(self, limit: int = 0) -> None:
        """Give reference fields their options: what is chosen now, and with `limit` the first objects there are."""
        wanted: dict[type[models.Model], set[int]] = {}
        targets = {name: self._target(name) for name, field in self.fields.items() if isinstance(field, ReferenceField)}
        for name, field in self.fields.items():
            if isinstance(field, RowsField) and field.target is not None:
                known = self.context.related(field.target, field.chosen(self[name].value()))
                field.names = {pk: objectlists.name_of(row) for pk, row in known.items() if row}
                field.plain = bool(limit)
        for name in self.kind_fields():
            self._offer_objects(name, targets.pop(name), plain=bool(limit))
        for name, target in targets.items():
            if target is not None:
                wanted.setdefault(target, set()).update(self._chosen(name))
        known = {target: self.context.related(target, ids, "link") for target, ids in wanted.items()}
        first = {target: self._first(target, limit) for target in wanted} if limit else {}
        for name, target in targets.items():
            field = self.fields[name]
            offered = {pk: known[target][pk] for pk in self._chosen(name) if pk in known[target]} if target else {}
            if limit and target is not None:
                offered = first[target] | offered
                if len(first[target]) >= limit:
                    # Too many for a list: the number of the object can be entered.
                    field.widget = forms.TextInput()
                    continue
            options = [(pk, row["display"]) for pk, row in offered.items() if row]
            field.widget.choices = options if field.many else [*BLANK, *options]

    def _offer_objects(self, name: str, target: type[models.Model] | None, plain: bool) -> None:
        """What is chosen, by name. Without a script ids are entered: a list would be that of another kind soon."""
        field, chosen = self.fields[name], self._chosen(name)
        known = self.context.related(target, chosen) if target is not None else {}
        names = {pk: objectlists.name_of(known[pk]) for pk in chosen if known.get(pk)}
        if plain:
            field.widget = forms.TextInput()
            said = [f"{pk}: {text}" for pk, text in names.items()]
            self[name].help_text = " · ".join([str(_("The numbers of the objects, separated by commas.")), *said])
        else:
            field.widget.choices = list(names.items())

    def _target(self, name: str) -> type[models.Model] | None:
        field = self.fields[name]
        if field.target is None and field.type_field in self.fields:
            found = registry.get(str(self[field.type_field].value() or "-"))
            return found.model if found else None
        return field.target  # type: ignore[no-any-return]

    def _chosen(self, name: str) -> list[int]:
        field = self.fields[name]
        try:
            value = field.to_python(self[name].value())
        except forms.ValidationError:
            return []
        return value if isinstance(value, list) else [value] if value is not None else []

    def _first(self, target: type[models.Model], limit: int) -> dict[int, Any]:
        found = registry.get(target)
        objs = self.context.restrict(found.queryset() if found else target._default_manager.all())
        return self.context.related(target, objs.values_list("pk", flat=True)[:limit], "link")


def derive(resource: Resource) -> type[ResourceForm]:
    """The form of a resource."""
    base = getattr(type(resource), "Form", ResourceForm)
    types = {f.fk_field: f.ct_field for f in resource.model._meta.private_fields if isinstance(f, GenericForeignKey)}
    fields: dict[str, forms.Field] = {}
    for info in resource.writable:
        if info.name in resource.form_exclude or info.kind is Kind.CUSTOM_FIELDS:
            continue
        field = input_of(resource, info, types.get(info.name, ""))
        if field is not None:
            if info.name in resource.secret and type(field.widget) is forms.TextInput:
                field.widget, field.strip = forms.PasswordInput(), False  # type: ignore[attr-defined]
            if isinstance(field, ObjectsField):
                fields[field.type_field] = field.kind_field()
            fields[info.name] = field
    kinds = {field.type_field for field in fields.values() if isinstance(field, ObjectsField)}
    own = {name: field for name, field in fields.items() if name not in getattr(base, "declared_fields", {})}
    return type(
        f"{resource.model.__name__}Form",
        (base,),
        own
        | {
            "resource": resource,
            "layout": _layout(resource, [n for n in fields if n not in kinds]),
            "__module__": type(resource).__module__,
        },
    )


def _layout(resource: Resource, names: Sequence[str]) -> tuple[tuple[Any, tuple[str, ...]], ...]:
    """The declared groups; what they leave out follows, so that no field is out of reach."""
    groups = [(title, tuple(n for n in listed if n in names)) for title, listed in resource.fieldsets]
    taken = {name for _title, listed in groups for name in listed}
    last = [name for name in ("tags", "owner", "comments") if name in names and name not in taken]
    rest = tuple(name for name in names if name not in taken and name not in last)
    if not groups:
        groups = [(capfirst(str(resource.model._meta.verbose_name)), rest)]
    elif rest:
        groups.append((_("More"), rest))
    if "owner" in last or "tags" in last:
        groups.append((_("Ownership and tags"), tuple(name for name in last if name != "comments")))
    if "comments" in last:
        groups.append((_("Comments"), ("comments",)))
    return tuple((title, listed) for title, listed in groups if listed)


def input_of(resource: Resource, info: FieldInfo, type_field: str = "") -> forms.Field | None:
    """The form field of one field of the API; None when a page can't edit it."""
    common: dict[str, Any] = {
        "label": label_of(resource, info),
        "required": info.required,
        "help_text": getattr(info.column, "help_text", ""),
    }
    initial = getattr(info.column, "get_default", lambda: None)() if getattr(info.column, "default", None) else None
    match info.kind:
        case Kind.REFERENCE | Kind.REFERENCES:
            return ReferenceField(info.target, many=info.many, **common)
        case Kind.TAGS:
            return ReferenceField(resource.model._meta.get_field("tags").related_model, many=True, **common)
        case Kind.OBJECT_TYPE:
            return forms.ChoiceField(choices=lambda: BLANK + object_types(), **common)
        case Kind.OBJECT_TYPES:
            return forms.MultipleChoiceField(choices=object_types, **common)
        case Kind.CHOICE:
            return choice_input(info.choice_set.pairs, info.column, initial, common)
        case Kind.COMPUTED:
            schema = resource.computed[info.name].schema
            if picking := objectlists.picking_of(schema):
                return ObjectsField(picking, type_field=f"{info.name}_type", **common)
            if columns := rows.rows_of(schema):
                return RowsField(columns, **common)
            return _from_schema(schema, common)
    if type_field:
        common["label"] = title_of(info.name.removesuffix("_id"))
        return ReferenceField(None, type_field=type_field, **common)
    return value_input(info.column, initial, common)


def choice_input(pairs: Any, column: Any, initial: Any, common: dict[str, Any]) -> forms.Field:
    """A select; the empty option is there when the column may be empty or nothing is chosen yet."""
    empty = [] if initial not in (None, "") and not column.null and not column.blank else BLANK
    coerce = int if isinstance(column, models.IntegerField) else str
    return forms.TypedChoiceField(
        choices=[*empty, *pairs], coerce=coerce, empty_value=None if column.null else "", initial=initial, **common
    )


def value_input(column: Any, initial: Any, common: dict[str, Any]) -> forms.Field | None:
    """A plain column, by its type."""
    kind = type(column).__name__
    if isinstance(column, ArrayField):
        if type(column.base_field).__name__.endswith("RangeField"):
            return RangesField(initial=None, **common)
        return ListField(base="pairs" if isinstance(column.base_field, ArrayField) else "text", **common)
    if column.choices and not isinstance(column, models.BooleanField):
        return choice_input(column.choices, column, initial, common)
    if isinstance(column, models.BooleanField):
        if column.null:
            return YesNoField(**common)
        return forms.BooleanField(initial=initial, **common | {"required": False})
    if isinstance(column, models.JSONField):
        return DataField(initial=initial or None, **common)
    if isinstance(column, models.FileField):
        return (forms.ImageField if isinstance(column, models.ImageField) else forms.FileField)(**common)
    if isinstance(column, models.DateTimeField):
        return MomentField(initial=initial, **common)
    if isinstance(column, models.DateField):
        return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **common)
    if isinstance(column, models.TextField):
        return forms.CharField(widget=forms.Textarea, initial=initial, **common)
    if isinstance(column, models.DecimalField):
        step = 1 / 10**column.decimal_places if column.decimal_places else 1
        return forms.DecimalField(widget=forms.NumberInput(attrs={"step": f"{step:f}"}), initial=initial, **common)
    if isinstance(column, models.FloatField):
        return forms.FloatField(initial=initial, **common)
    if isinstance(column, models.IntegerField):
        return forms.IntegerField(initial=initial, **common)
    if isinstance(column, models.BinaryField):
        return None
    if kind == "TimeZoneField":
        zones = [(name, name) for name in sorted(zoneinfo.available_timezones()) if "/" in name or name == "UTC"]
        return forms.ChoiceField(choices=[*BLANK, *zones], **common)
    if kind == "ColorField":
        return forms.CharField(max_length=7, initial=initial, **common)
    if kind == "CharField" and column.name.endswith("_address"):
        common["widget"] = forms.Textarea
    return forms.CharField(max_length=getattr(column, "max_length", None), initial=initial or None, **common)


def _from_schema(schema: Any, common: dict[str, Any]) -> forms.Field | None:
    if isinstance(schema, serializers.ChoiceField):
        return forms.ChoiceField(choices=[*BLANK, *schema.choices.items()], **common)
    if isinstance(schema, serializers.BooleanField):
        return YesNoField(**common)
    if isinstance(schema, serializers.IntegerField):
        return forms.IntegerField(**common)
    if type(schema) is serializers.CharField:
        return forms.CharField(**common)
    return None


def custom_input(definition: Any) -> forms.Field:
    """The input of a custom field."""
    common = {
        "label": definition.label or capfirst(definition.name.replace("_", " ")),
        "required": definition.required,
        "help_text": definition.description,
    }
    kind = str(definition.type)
    if kind in ("object", "multiobject"):
        target = definition.related_object_type.model_class() if definition.related_object_type_id else None
        return ReferenceField(target, many=kind == "multiobject", **common)
    if kind in ("select", "multiselect"):
        choices = list(custom_fields.provider().choices(definition))
        many = kind == "multiselect"
        return forms.MultipleChoiceField(choices=choices, **common) if many else forms.ChoiceField(
            choices=[*BLANK, *choices], **common
        )  # fmt: skip
    simple: dict[str, type[forms.Field]] = {
        "integer": forms.IntegerField, "boolean": YesNoField, "json": DataField, "decimal": forms.DecimalField,
        "datetime": MomentField,
    }  # fmt: skip
    if kind in simple:
        return simple[kind](**common)
    widget = {
        "longtext": forms.Textarea(),
        "date": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        "url": forms.URLInput(),
    }.get(kind)
    return forms.CharField(widget=widget, **common)


def object_types() -> list[tuple[str, str]]:
    """Every model with a resource, by name."""
    found = [(r.label, capfirst(str(r.model._meta.verbose_name))) for r in registry.all_resources()]
    return sorted(found, key=lambda pair: pair[1])


def values_of(resource: Resource, row: Mapping[str, Any]) -> dict[str, Any]:
    """An object of the API as the form's initial values."""
    out = {name: start_of(row[name]) for name in resource.infos if name in row and name != "custom_fields"}
    for name, value in (row.get("custom_fields") or {}).items():
        out[f"cf_{name}"] = start_of(value)
    for name, field in resource.form_class.base_fields.items():
        if isinstance(field, ObjectsField) and name in row:
            out[field.type_field], out[name] = objectlists.start(row[name] or [])
    return out


def start_of(value: Any) -> Any:
    """One value of the API as a form field starts with it: the id of an object, the value of a choice."""
    if isinstance(value, float):
        return Decimal(str(value))
    if isinstance(value, list):
        return [start_of(item) for item in value]
    if isinstance(value, Mapping):
        if "id" in value and "display" in value:
            return value["id"]
        if set(value) == {"value", "label"}:
            return value["value"]
    return value


def plain(value: Any) -> Any:
    """A value as JSON knows it."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if hasattr(value, "isoformat") else value


def flatten(messages: Any) -> list[str]:
    """Every message of DRF's nested error structures."""
    if isinstance(messages, Mapping):
        return [f"{key}: {text}" for key, item in messages.items() for text in flatten(item)]
    if isinstance(messages, list | tuple):
        return [text for item in messages for text in flatten(item)]
    return [str(messages)]
