"""The rules of definitions: what goes with which type."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from extras.choices import CustomFieldTypeChoices as Types
from extras.custom_fields import data
from extras.custom_fields.values import Object, handler_for
from netsot.kernel.errors import Errors
from netsot.kernel.introspection import has_feature
from netsot.kernel.relations import pending


def check(fields: Sequence[Any], errors: Errors) -> None:
    """Add what is wrong with the definitions to `errors`."""
    if not fields:
        return
    stored = type(fields[0])._base_manager.in_bulk([field.pk for field in fields if field.pk is not None])
    models.prefetch_related_objects(list(fields), "choice_set")
    sound = []
    for field in fields:
        for name in ("choices", "choice_labels"):
            field.__dict__.pop(name, None)
        _check_attributes(field, errors)
        _check_object_types(field, errors)
        if field.pk in stored:
            _check_change(field, stored[field.pk], errors)
        if not errors.of(field) and field.type in Types.labels:
            sound.append(field)
    _check_defaults(sound, errors)


def _check_attributes(field: Any, errors: Errors) -> None:
    kind, low, high = field.type, field.validation_minimum, field.validation_maximum
    if kind not in Types.NUMBERS:
        for name, limit in (("validation_minimum", low), ("validation_maximum", high)):
            if limit is not None:
                errors.add(field, name, _("Only numbers have a minimum and a maximum."))
    elif low is not None and high is not None and low > high:
        errors.add(field, "validation_maximum", _("The maximum is below the minimum."))
    if field.validation_regex and kind not in Types.TEXTS:
        errors.add(field, "validation_regex", _("Only text and URL fields have a regular expression."))
    if field.validation_schema and kind != Types.TYPE_JSON:
        errors.add(field, "validation_schema", _("Only JSON fields have a schema."))
    if field.unique and kind == Types.TYPE_BOOLEAN:
        errors.add(field, "unique", _("A boolean field can't be unique: it has two values only."))
    if kind in Types.SELECTIONS and not field.choice_set_id:
        errors.add(field, "choice_set", _("A selection field needs a choice set."))
    elif kind not in Types.SELECTIONS and field.choice_set_id:
        errors.add(field, "choice_set", _("Only selection fields have a choice set."))
    if kind in Types.OBJECTS:
        if not field.related_object_type_id:
            errors.add(field, "related_object_type", _("An object field needs the type of its objects."))
    elif field.related_object_type_id:
        errors.add(field, "related_object_type", _("Only object fields refer to an object type."))
    if field.related_object_filter:
        if kind not in Types.OBJECTS:
            errors.add(field, "related_object_filter", _("Only object fields have a filter of their objects."))
        elif not isinstance(field.related_object_filter, dict):
            errors.add(field, "related_object_filter", _('The filter is one JSON object: {"status": "active"}.'))


def _check_object_types(field: Any, errors: Errors) -> None:
    for kind in pending(field, "object_types") or ():
        if not has_feature(kind.model_class(), "custom_fields"):
            errors.add(
                field,
                "object_types",
                _("Objects of type %(kind)s can't have custom fields.") % {"kind": f"{kind.app_label}.{kind.model}"},
            )


def _check_change(field: Any, before: Any, errors: Errors) -> None:
    if field.type != before.type:
        errors.add(field, "type", _("The type of a custom field can't be changed: make a new field."))
        return
    if field.choice_set_id != before.choice_set_id and before.choice_set and field.choice_set:
        lost = sorted(set(before.choice_set.values) - set(field.choice_set.values))
        for value in data.in_use(before, lost) if lost else ():
            errors.add(
                field, "choice_set", _("Objects hold the choice “%(value)s”, which this set lacks.") % {"value": value}
            )
    if field.unique and not before.unique and data.repeated(before):
        errors.add(field, "unique", _("Several objects hold the same value already."))


def _check_defaults(fields: Sequence[Any], errors: Errors) -> None:
    """A default is a value of the field; it is stored in the form in which values are."""
    ids: dict[type[models.Model], dict[Any, Any]] = {}
    waiting = []
    for field in fields:
        handler = handler_for(field)
        try:
            value = handler.parse(field.default)
        except ValidationError as error:
            errors.add_error(field, error, "default")
            continue
        if isinstance(handler, Object) and value is not None:
            lookups = value if isinstance(value, list) else [value]
            if any(item.pk is None for item in lookups):
                errors.add(field, "default", _("The default of an object field is the ID of an object."))
                continue
            value = [item.pk for item in lookups]
            ids.setdefault(field.related_model, {}).update(dict.fromkeys(value))
            waiting.append((field, value))
            value = value if field.type == Types.TYPE_MULTIOBJECT else value[0]
        field.default = value
    known = {
        model: set(model._base_manager.filter(pk__in=list(wanted)).values_list("pk", flat=True))
        for model, wanted in ids.items()
    }
    for field, wanted in waiting:
        for pk in wanted:
            if pk not in known[field.related_model]:
                errors.add(field, "default", _("There is no object with the ID %(id)s.") % {"id": pk})


def types_changed(sender: Any, instance: Any, action: str, reverse: bool, **kwargs: Any) -> None:
    """Receiver of `m2m_changed`: what scripts do to `object_types` through the ORM is done to the stored data too."""
    from extras.custom_fields import forget
    from extras.models import CustomField

    if sender is not CustomField.object_types.through or not action.startswith("post_"):
        return
    if reverse and isinstance(instance, ContentType):
        ids = kwargs.get("pk_set")
        fields = list(CustomField._base_manager.filter(pk__in=ids) if ids else CustomField._base_manager.all())
    else:
        fields = [instance]
    data.reconcile(fields)
    forget()
