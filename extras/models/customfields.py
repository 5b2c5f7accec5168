"""Custom fields and their sets of choices."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from extras.choices import (
    CustomFieldChoiceSetBaseChoices,
    CustomFieldFilterLogicChoices,
    CustomFieldTypeChoices,
    CustomFieldUIEditableChoices,
    CustomFieldUIVisibleChoices,
)
from extras.validation import validate_json_schema, validate_regex
from netsot.models import ChangeLoggedModel, ChoiceField
from netsot.models.base import OwnerMixin


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

    class Meta:
        ordering = ("group_name", "weight", "name")
        verbose_name = _("custom field")
        verbose_name_plural = _("custom fields")
        indexes = [models.Index(fields=["group_name", "weight", "name"])]

    @staticmethod
    def display(name: str, label: str) -> str:
        """The label, or the name in words."""
        return label or name.replace("_", " ").capitalize()


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
