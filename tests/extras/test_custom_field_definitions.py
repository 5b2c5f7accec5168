"""Definitions of custom fields: their rules, and what a change does to stored values."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from extras import base_choices
from extras.custom_fields import data
from extras.models import CustomField, CustomFieldChoiceSet
from tenancy.models import Contact, Tenant
from tests.extras.conftest import content_type

pytestmark = pytest.mark.django_db


def refused(obj) -> set[str]:
    """The fields that validation names."""
    with pytest.raises(ValidationError) as caught:
        obj.full_clean(exclude=["object_types"] if isinstance(obj, CustomField) else None)
    return set(caught.value.message_dict)


@pytest.mark.parametrize("name", ["Upper", "with space", "with-dash", "a__b", "", "ü"])
def test_a_name_is_lower_case_without_double_underscores(name):
    assert "name" in refused(CustomField(name=name))


@pytest.mark.parametrize(
    ("kind", "attributes", "field"),
    [
        ("text", {"validation_minimum": 1}, "validation_minimum"),
        ("date", {"validation_maximum": 1}, "validation_maximum"),
        ("integer", {"validation_minimum": 2, "validation_maximum": 1}, "validation_maximum"),
        ("integer", {"validation_regex": "x"}, "validation_regex"),
        ("text", {"validation_regex": "("}, "validation_regex"),
        ("text", {"validation_schema": {}}, None),
        ("text", {"validation_schema": {"type": "object"}}, "validation_schema"),
        ("json", {"validation_schema": {"type": "nonsense"}}, "validation_schema"),
        ("json", {"validation_schema": [1]}, "validation_schema"),
        ("boolean", {"unique": True}, "unique"),
        ("select", {}, "choice_set"),
        ("multiselect", {}, "choice_set"),
        ("object", {}, "related_object_type"),
        ("text", {"related_object_filter": {"a": 1}}, "related_object_filter"),
        ("text", {"default": 5}, "default"),
        ("integer", {"default": "x"}, "default"),
        ("integer", {"default": 10, "validation_maximum": 9}, "default"),
        ("boolean", {"default": "perhaps"}, "default"),
        ("date", {"default": "never"}, "default"),
        ("nonsense", {}, "type"),
    ],
)
def test_attributes_go_with_the_type(kind, attributes, field):
    definition = CustomField(name="x", type=kind, **attributes)
    if field is None:
        definition.full_clean(exclude=["object_types"])
    else:
        assert field in refused(definition)


def test_choice_sets_and_object_types_are_for_their_types_only(colors):
    assert "choice_set" in refused(CustomField(name="x", type="text", choice_set=colors))
    kind = content_type("tenancy.contact")
    assert "related_object_type" in refused(CustomField(name="x", type="text", related_object_type=kind))
    assert "related_object_filter" in refused(
        CustomField(name="x", type="object", related_object_type=kind, related_object_filter=[1])
    )


def test_the_default_of_a_selection_is_one_of_its_choices(colors):
    CustomField(name="x", type="select", choice_set=colors, default="r").full_clean(exclude=["object_types"])
    assert "default" in refused(CustomField(name="x", type="select", choice_set=colors, default="x"))
    assert "default" in refused(CustomField(name="x", type="multiselect", choice_set=colors, default=["r", "x"]))


def test_the_default_of_an_object_field_exists():
    kind = content_type("tenancy.contact")
    contact = Contact.objects.create(name="jane")
    CustomField(name="x", type="object", related_object_type=kind, default=contact.pk).full_clean(
        exclude=["object_types"]
    )
    assert "default" in refused(CustomField(name="x", type="object", related_object_type=kind, default=contact.pk + 1))


def test_a_default_is_stored_in_the_form_of_values(custom_field):
    assert custom_field("x", "date", default="2026-01-02").default == "2026-01-02"
    assert custom_field("y", "integer", default="5").default == 5


def test_the_type_never_changes(custom_field):
    field = custom_field("x")
    field.type = "integer"
    assert "type" in refused(field)


def test_a_field_becomes_unique_only_without_duplicates(custom_field):
    field = custom_field("x")
    for name in ("a", "b"):
        Tenant.objects.create(name=name, slug=name, custom_field_data={"x": "same"})
    field.unique = True
    assert "unique" in refused(field)
    Tenant.objects.filter(name="b").update(custom_field_data={})
    field.full_clean(exclude=["object_types"])


def test_display_is_the_label_or_the_name_in_words():
    assert str(CustomField(name="rack_key", label="Key")) == "Key"
    assert str(CustomField(name="rack_key")) == "Rack key"


def stored() -> dict[str, dict]:
    return dict(Tenant.objects.values_list("name", "custom_field_data"))


@pytest.fixture
def small_batches(monkeypatch):
    monkeypatch.setattr(data, "BATCH", 2)


@pytest.fixture
def tenants():
    return Tenant.objects.bulk_create(Tenant(name=name, slug=name) for name in "abcde")


def test_renaming_moves_the_values(custom_field, tenants, small_batches):
    field = custom_field("old")
    Tenant.objects.filter(name__in="ab").update(custom_field_data={"old": "v", "other": 1})
    field.name = "new"
    field.save()
    assert stored() == {"a": {"new": "v", "other": 1}, "b": {"new": "v", "other": 1}, "c": {}, "d": {}, "e": {}}


def test_a_new_field_writes_its_default_where_there_is_no_value(custom_field, tenants, small_batches):
    Tenant.objects.filter(name="a").update(custom_field_data={"x": None})
    custom_field("x", "integer", default=5)
    assert stored() == {"a": {"x": None}} | {name: {"x": 5} for name in "bcde"}


def test_a_field_taken_from_a_type_takes_its_values(custom_field, tenants, small_batches):
    contact = Contact.objects.create(name="jane")
    field = custom_field("x", "text", "tenancy.tenant", "tenancy.contact", default="d")
    field.object_types.remove(content_type("tenancy.tenant"))
    assert set(map(str, stored().values())) == {"{}"}
    contact.refresh_from_db()
    assert contact.custom_field_data == {"x": "d"}
    field.object_types.add(content_type("tenancy.tenant"))
    assert stored()["e"] == {"x": "d"}
    field.object_types.clear()
    assert stored()["e"] == {}


def test_a_deleted_field_takes_its_values(custom_field, tenants):
    field = custom_field("x", default="d")
    assert stored()["a"] == {"x": "d"}
    field.delete()
    assert stored()["a"] == {}


def test_a_batch_costs_one_statement(custom_field, tenants, django_assert_num_queries):
    with django_assert_num_queries(2):
        data.populate(Tenant, {"x": 1})


def test_choices_are_base_and_extra_choices(colors):
    assert colors.choices == [("r", "Red"), ("g", "Green"), ("b", "Blue")]
    colors.order_alphabetically = True
    colors.prepare_set([colors])
    assert [label for _value, label in colors.choices] == ["Blue", "Green", "Red"]
    countries = CustomFieldChoiceSet(name="c", base_choices="ISO_3166", extra_choices=[["XX", "Nowhere"]])
    countries.full_clean()
    assert ("CH", "Switzerland") in countries.choices
    assert countries.choices[-1] == ("XX", "Nowhere")
    assert countries.choices_count == 250


@pytest.mark.parametrize(
    ("attributes", "field"),
    [
        ({}, "__all__"),
        ({"extra_choices": [["a", "A"], ["a", "B"]]}, "extra_choices"),
        ({"extra_choices": [["a"]]}, "extra_choices"),
        ({"extra_choices": [["", "A"]]}, "extra_choices"),
        ({"base_choices": "ISO_3166", "extra_choices": [["CH", "Again"]]}, "extra_choices"),
        ({"base_choices": "NONSENSE"}, "base_choices"),
        ({"extra_choices": [["a", "A"]], "choice_colors": {"b": "red"}}, "choice_colors"),
        ({"extra_choices": [["a", "A"]], "choice_colors": {"a": "ff0000"}}, "choice_colors"),
        ({"extra_choices": [["a", "A"]], "choice_colors": ["a"]}, "choice_colors"),
    ],
)
def test_a_choice_set_makes_sense(attributes, field):
    assert field in refused(CustomFieldChoiceSet(name="x", **attributes))


def test_choices_have_named_colors():
    made = CustomFieldChoiceSet(name="x", extra_choices=[["a", "A"]], choice_colors={"a": "red"})
    made.full_clean()
    assert made.colors == {"a": "red"}


@pytest.mark.parametrize(("kind", "value"), [("select", "r"), ("multiselect", ["g", "r"])])
def test_a_choice_in_use_can_not_be_removed(custom_field, colors, kind, value):
    field = custom_field("x", kind, choice_set=colors)
    Tenant.objects.create(name="t", slug="t", custom_field_data={"x": value})
    Tenant.objects.create(name="u", slug="u", custom_field_data={"x": None})
    colors.extra_choices = [["g", "Green"]]
    assert "extra_choices" in refused(colors)
    colors.extra_choices = [["r", "Crimson"], ["g", "Green"]]
    colors.full_clean()
    other = CustomFieldChoiceSet.objects.create(name="other", extra_choices=[["x", "X"]])
    field.choice_set = other
    assert "choice_set" in refused(field)


def test_every_country_is_there():
    countries = base_choices.load("ISO_3166")
    assert len(countries) == 249
    assert all(len(code) == 2 and name for code, name in countries)


@pytest.mark.parametrize("name", ["IATA", "UN_LOCODE"])
def test_places_are_there_once(name):
    found = base_choices.load(name)
    assert len(found) > 100
    assert len({code for code, _label in found}) == len(found)


def test_an_installation_brings_its_own_list(settings, tmp_path):
    settings.NETSOT_HOME = tmp_path
    (tmp_path / "choices").mkdir()
    (tmp_path / "choices" / "IATA.csv").write_text('# ours\nXXX,"Ours, far away"\n')
    assert base_choices.load("IATA") == [("XXX", "Ours, far away")]
