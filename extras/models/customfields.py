"""Custom fields and their sets of choices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from extras import base_choices
from extras.choices import (
    CustomFieldChoiceColorChoices,
    CustomFieldChoiceSetBaseChoices,
    CustomFieldFilterLogicChoices,
    CustomFieldTypeChoices,
    CustomFieldUIEditableChoices,
    CustomFieldUIVisibleChoices,
)
from extras.validation import validate_json_schema, validate_regex
from netsot.kernel.errors import Errors
from netsot.models import ChangeLoggedModel, ChoiceField, RestrictedManager
from netsot.models.base import OwnerMixin


class CustomFieldManager(RestrictedManager):
    """Finds the fields and values of objects."""

    def get_for_model(self, model: type[models.Model]) -> list[CustomField]:
        """The fields of a model, in order."""
        from extras.custom_fields import fields_for

        return fields_for(model)

    def values_of(self, obj: Any) -> dict[str, Any]:
        """The values of one object, as Python values."""
        from extras.custom_fields import python_values

        return python_values(self.get_for_model(type(obj)), [obj.custom_field_data or {}])[0]


class CustomField(OwnerMixin, ChangeLoggedModel):
    """A field that users add to the objects of some types."""

    features = frozenset({"cloning", "export_templates"})
    display_fields = ("name", "label")
    clone_fields = (
        "object_types",
        "type",
        "related_object_type",
        "group_name",
        "description",
        "required",
        "unique",
        "search_weight",
        "filter_logic",
        "default",
        "weight",
        "validation_minimum",
        "validation_maximum",
        "validation_regex",
        "validation_schema",
        "choice_set",
        "ui_visible",
        "ui_editable",
        "is_cloneable",
    )

    object_types = models.ManyToManyField(
        ContentType,
        related_name="custom_fields",
        verbose_name=_("object types"),
        help_text=_("The kinds of objects that have this field."),
    )
    type = ChoiceField(CustomFieldTypeChoices, verbose_name=_("type"), default=CustomFieldTypeChoices.TYPE_TEXT)
    related_object_type = models.ForeignKey(
        ContentType,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("related object type"),
        help_text=_("The kind of objects the field refers to."),
    )
    name = models.CharField(
        _("name"),
        max_length=50,
        unique=True,
        help_text=_("The name in the API and in the stored data."),
        validators=[
            RegexValidator(r"^[a-z0-9_]+\Z", _("A name holds only lower-case letters, digits and underscores.")),
            RegexValidator(
                "__", _("A name holds no double underscore, since filters use it as a separator."), inverse_match=True
            ),
        ],
    )
    label = models.CharField(
        _("label"), max_length=50, blank=True, help_text=_("The name people see; the name itself when empty.")
    )
    group_name = models.CharField(
        _("group name"), max_length=50, blank=True, help_text=_("Fields of one group are shown together.")
    )
    description = models.CharField(_("description"), max_length=200, blank=True)
    required = models.BooleanField(_("required"), default=False)
    unique = models.BooleanField(_("must be unique"), default=False)
    search_weight = models.PositiveSmallIntegerField(
        _("search weight"), default=1000, help_text=_("A lower weight is more important; 0 keeps it out of search.")
    )
    filter_logic = ChoiceField(
        CustomFieldFilterLogicChoices,
        verbose_name=_("filter logic"),
        default=CustomFieldFilterLogicChoices.FILTER_LOOSE,
        help_text=_("Loose finds any part of a value, exact the whole value."),
    )
    default = models.JSONField(
        _("default"), null=True, blank=True, help_text=_('The default value, as JSON: "text", 10, true.')
    )
    related_object_filter = models.JSONField(
        _("related object filter"),
        null=True,
        blank=True,
        help_text=_('Limits which objects can be chosen, as JSON: {"status": "active"}.'),
    )
    weight = models.PositiveSmallIntegerField(_("display weight"), default=100)
    validation_minimum = models.DecimalField(_("minimum value"), max_digits=16, decimal_places=4, null=True, blank=True)
    validation_maximum = models.DecimalField(_("maximum value"), max_digits=16, decimal_places=4, null=True, blank=True)
    validation_regex = models.CharField(
        _("validation regex"),
        max_length=500,
        blank=True,
        validators=[validate_regex],
        help_text=_("A regular expression that values must match; ^ and $ tie it to the whole value."),
    )
    validation_schema = models.JSONField(
        _("validation schema"), null=True, blank=True, validators=[validate_json_schema]
    )
    choice_set = models.ForeignKey(
        "extras.CustomFieldChoiceSet",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="choices_for",
        verbose_name=_("choice set"),
    )
    ui_visible = ChoiceField(
        CustomFieldUIVisibleChoices, verbose_name=_("UI visible"), default=CustomFieldUIVisibleChoices.ALWAYS
    )
    ui_editable = ChoiceField(
        CustomFieldUIEditableChoices, verbose_name=_("UI editable"), default=CustomFieldUIEditableChoices.YES
    )
    is_cloneable = models.BooleanField(_("is cloneable"), default=False, help_text=_("Clones start with the value."))
    comments = models.TextField(_("comments"), blank=True)
    _applied_types = ArrayField(models.BigIntegerField(), default=list, blank=True, editable=False)
    """The object types whose rows hold the field now; it follows `object_types` (see `extras.custom_fields.data`)."""

    objects = CustomFieldManager()

    class Meta:
        ordering = ("group_name", "weight", "name")
        verbose_name = _("custom field")
        verbose_name_plural = _("custom fields")
        indexes = [models.Index(fields=["group_name", "weight", "name"])]

    @staticmethod
    def display(name: str, label: str) -> str:
        """The label, or the name in words."""
        return label or name.replace("_", " ").capitalize()

    @cached_property
    def choices(self) -> list[tuple[str, str]]:
        """(value, label) of a selection field; empty for other types."""
        return self.choice_set.choices if self.choice_set else []

    @cached_property
    def choice_labels(self) -> dict[str, str]:
        """The labels of a selection field by value."""
        return dict(self.choices)

    @property
    def related_model(self) -> type[models.Model] | None:
        """The model that an object field refers to."""
        if not self.related_object_type_id:
            return None
        return ContentType.objects.get_for_id(self.related_object_type_id).model_class()

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """The definition makes sense for its type, and the default is one of its values."""
        super().clean_set(objs, errors)
        from extras.custom_fields import rules

        rules.check(objs, errors)

    @classmethod
    def saved_set(cls, objs: Sequence[Any], old: Mapping[Any, Mapping[str, Any]]) -> None:
        """Stored values follow the name and the object types."""
        super().saved_set(objs, old)
        from extras.custom_fields import data, forget

        for obj in objs:
            before = old.get(obj.pk, {}).get("name", obj.name)
            if before != obj.name:
                for model in data.models_of(obj):
                    data.rename(model, before, obj.name)
        data.reconcile(objs)
        forget()

    @classmethod
    def deleting_set(cls, objs: Sequence[Any]) -> None:
        """The values go with their field."""
        super().deleting_set(objs)
        from extras.custom_fields import data

        data.take_back(objs)

    @classmethod
    def deleted_set(cls, objs: Sequence[Any]) -> None:
        """Definitions are read anew."""
        super().deleted_set(objs)
        from extras.custom_fields import forget

        forget()


class CustomFieldChoiceSet(OwnerMixin, ChangeLoggedModel):
    """The choices of selection fields: a list that comes with the product, own choices, or both."""

    features = frozenset({"cloning", "export_templates"})
    clone_fields = ("extra_choices", "choice_colors", "order_alphabetically")

    name = models.CharField(_("name"), max_length=100, unique=True)
    description = models.CharField(_("description"), max_length=200, blank=True)
    base_choices = ChoiceField(CustomFieldChoiceSetBaseChoices, verbose_name=_("base choices"), null=True, blank=True)
    extra_choices = ArrayField(
        ArrayField(models.CharField(max_length=100), size=2),
        verbose_name=_("extra choices"),
        null=True,
        blank=True,
        help_text=_("Own choices, each a value and a label."),
    )
    choice_colors = models.JSONField(
        _("choice colors"), default=dict, blank=True, help_text=_('Colours by value: {"active": "green"}.')
    )
    order_alphabetically = models.BooleanField(
        _("order alphabetically"), default=False, help_text=_("Sort the choices by label.")
    )

    class Meta:
        ordering = ("name",)
        verbose_name = _("custom field choice set")
        verbose_name_plural = _("custom field choice sets")

    @cached_property
    def choices(self) -> list[tuple[str, str]]:
        """(value, label) of every choice, in order."""
        found = [*base_choices.load(self.base_choices), *((value, label) for value, label in self.extra_choices or [])]
        return sorted(found, key=lambda pair: pair[1].casefold()) if self.order_alphabetically else found

    @property
    def values(self) -> list[str]:
        """The value of every choice, in order."""
        return [value for value, _label in self.choices]

    @property
    def choices_count(self) -> int:
        """How many choices there are."""
        return len(self.choices)

    @property
    def colors(self) -> dict[str, str]:
        """The colours by value, as far as they are set."""
        return self.choice_colors or {}

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """What is remembered of the choices may be of an earlier definition."""
        super().prepare_set(objs)
        for obj in objs:
            obj.__dict__.pop("choices", None)

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """There are choices, each once; their colours are known; none that is in use goes away."""
        super().clean_set(objs, errors)
        stored = cls._base_manager.in_bulk([obj.pk for obj in objs if obj.pk is not None])
        for obj in objs:
            obj.__dict__.pop("choices", None)
            if any(len(pair) != 2 or not all(pair) for pair in obj.extra_choices or []):
                errors.add(obj, "extra_choices", _("Give each choice as a value and a label."))
                continue
            if not obj.base_choices and not obj.extra_choices:
                errors.add(obj, None, _("Choose base choices, give extra choices, or both."))
            if obj.base_choices and not base_choices.load(obj.base_choices):
                errors.add(obj, "base_choices", base_choices.missing(obj.base_choices))
            for value, count in Counter(obj.values).items():
                if count > 1:
                    errors.add(obj, "extra_choices", _("The value “%(value)s” is given twice.") % {"value": value})
            cls._check_colors(obj, errors)
            if obj.pk in stored:
                cls._check_in_use(obj, stored[obj.pk], errors)

    @staticmethod
    def _check_colors(obj: Any, errors: Errors) -> None:
        if not isinstance(obj.choice_colors or {}, dict):
            errors.add(obj, "choice_colors", _('Give the colours by value, as one JSON object: {"active": "green"}.'))
            return
        known = set(obj.values)
        for value, color in (obj.choice_colors or {}).items():
            if value not in known:
                errors.add(obj, "choice_colors", _("There is no choice “%(value)s” to colour.") % {"value": value})
            if str(color) not in CustomFieldChoiceColorChoices.labels:
                errors.add(
                    obj,
                    "choice_colors",
                    _("“%(color)s” is not a colour: choose one of %(known)s.")
                    % {"color": color, "known": ", ".join(CustomFieldChoiceColorChoices.values())},
                )

    @staticmethod
    def _check_in_use(obj: Any, before: Any, errors: Errors) -> None:
        from extras.custom_fields import data

        gone = sorted(set(before.values) - set(obj.values))
        if not gone:
            return
        for field in obj.choices_for.all():
            for value in data.in_use(field, gone):
                errors.add(
                    obj,
                    "extra_choices",
                    _("The choice “%(value)s” can't be removed: objects hold it in the custom field “%(field)s”.")
                    % {"value": value, "field": field.name},
                )

    @classmethod
    def saved_set(cls, objs: Sequence[Any], old: Mapping[Any, Mapping[str, Any]]) -> None:
        """Definitions are read anew."""
        super().saved_set(objs, old)
        from extras.custom_fields import forget

        forget()
