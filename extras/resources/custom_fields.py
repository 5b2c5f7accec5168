"""Custom fields and their choices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rest_framework import serializers
from rest_framework.response import Response

from extras.filters import CHOICE_SET
from extras.models import CustomField, CustomFieldChoiceSet
from netsot.derive.filterset import Path
from netsot.kernel.registry import register
from netsot.kernel.resource import F, Resource, action, computed

DATA_TYPES = {
    "integer": "integer",
    "decimal": "decimal",
    "boolean": "boolean",
    "multiselect": "array",
    "multiobject": "array",
    "object": "object",
    "json": "object",
}


@register(CustomField)
class CustomFieldResource(Resource):
    """A field people added to objects of some types."""

    menu = ("Customization", "Customization")
    fields = F(
        "object_types type related_object_type data_type name label group_name description required unique "
        "search_weight filter_logic ui_visible ui_editable is_cloneable default related_object_filter weight "
        "validation_minimum validation_maximum validation_regex validation_schema choice_set owner comments"
    )
    brief = F("name description")
    filters = {"related_object_type_id": Path("related_object_type")}
    search = {"name": 100, "label": 100, "description": 500, "comments": 5000}
    columns = F("name object_types label group_name type required unique description")
    fieldsets = (
        ("Custom field", F("object_types name label group_name type required unique description")),
        ("Related object", F("related_object_type related_object_filter")),
        ("Behavior", F("search_weight filter_logic ui_visible ui_editable weight is_cloneable")),
        ("Values", F("choice_set default")),
        ("Validation", F("validation_minimum validation_maximum validation_regex validation_schema")),
        ("Ownership", F("owner")),
    )

    @computed("type", schema=serializers.CharField(read_only=True))
    def data_type(self, page: Any, types: Sequence[str]) -> Sequence[str]:
        """The JSON type of its values."""
        return [DATA_TYPES.get(kind, "string") for kind in types]


@register(CustomFieldChoiceSet)
class CustomFieldChoiceSetResource(Resource):
    """The choices of selection fields."""

    menu = ("Customization", "Customization")
    fields = F(
        "name description base_choices extra_choices choice_colors order_alphabetically choices_count owner created "
        "last_updated"
    )
    required = F("extra_choices")
    brief = F("name description choices_count")
    filters = CHOICE_SET
    search = {"name": 100, "description": 500}
    columns = F("name base_choices choices_count description")
    fieldsets = (
        ("Choice set", F("name description base_choices extra_choices choice_colors order_alphabetically")),
        ("Ownership", F("owner")),
    )

    @computed("base_choices", "extra_choices", schema=serializers.IntegerField(read_only=True))
    def choices_count(self, page: Any, bases: Sequence[Any], extras: Sequence[Any]) -> Sequence[int]:
        """How many choices there are."""
        return [
            len(CustomFieldChoiceSet(base_choices=base, extra_choices=extra).choices)
            for base, extra in zip(bases, extras, strict=True)
        ]

    @action("choices", permission="view")
    def choices(self, request: Any, choice_set: Any) -> Response:
        """The choices by page; `q` narrows them."""
        wanted = request.query_params.get("q", "").lower()
        found = [
            {"id": value, "display": str(label)}
            for value, label in choice_set.choices
            if wanted in str(value).lower() or wanted in str(label).lower()
        ]
        from netsot.api.pagination import page_of_list

        return page_of_list(request, found)
