"""The values of custom fields: every type, on the way in and on the way out."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from extras.custom_fields import PROVIDER, parse, render
from extras.custom_fields import fields_for as definitions
from extras.custom_fields.definitions import begin_request, end_request
from extras.models import CustomField
from netsot.kernel.errors import Errors
from tenancy.models import Contact, Tenant

pytestmark = pytest.mark.django_db

SCHEMA = {"type": "object", "properties": {"a": {"type": "integer"}}, "required": ["a"]}

GOOD = [
    ("text", {}, "x", "x"),
    ("text", {}, "", None),
    ("text", {}, None, None),
    ("text", {"validation_regex": "^[a-z]+$"}, "abc", "abc"),
    ("longtext", {}, "a\nb", "a\nb"),
    ("integer", {}, 5, 5),
    ("integer", {}, "5", 5),
    ("integer", {}, 0, 0),
    ("integer", {}, 2**63 - 1, 2**63 - 1),
    ("integer", {"validation_minimum": 1, "validation_maximum": 9}, 9, 9),
    ("decimal", {}, 1.5, 1.5),
    ("decimal", {}, "1.2345", 1.2345),
    ("decimal", {}, Decimal("2.50"), 2.5),
    ("decimal", {}, 100, 100),
    ("decimal", {}, "1e2", 100),
    ("boolean", {}, True, True),
    ("boolean", {}, False, False),
    ("boolean", {}, "false", False),
    ("date", {}, "2026-02-28", "2026-02-28"),
    ("date", {}, datetime.date(2026, 2, 28), "2026-02-28"),
    ("datetime", {}, "2026-02-28T10:00:00+02:00", "2026-02-28T08:00:00+00:00"),
    ("datetime", {}, "2026-02-28 10:00:00Z", "2026-02-28T10:00:00+00:00"),
    ("url", {}, "https://example.com/x?y=1", "https://example.com/x?y=1"),
    ("json", {}, {"a": [1, None]}, {"a": [1, None]}),
    ("json", {}, [], []),
    ("json", {}, "", ""),
    ("json", {"validation_schema": SCHEMA}, {"a": 1}, {"a": 1}),
    ("select", {}, "r", "r"),
    ("select", {}, "", None),
    ("multiselect", {}, ["b", "r", "b"], ["b", "r"]),
    ("multiselect", {}, "r, g", ["r", "g"]),
    ("multiselect", {}, [], None),
]

BAD = [
    ("text", {}, 5),
    ("text", {}, ["x"]),
    ("text", {}, "a\x00b"),
    ("text", {"validation_regex": "^[a-z]+$"}, "ABC"),
    ("text", {"validation_regex": "(a+)+$"}, "a" * 40 + "!"),
    ("integer", {}, "five"),
    ("integer", {}, 1.5),
    ("integer", {}, True),
    ("integer", {}, 2**63),
    ("integer", {"validation_minimum": 1}, 0),
    ("integer", {"validation_maximum": 9}, 10),
    ("decimal", {}, "NaN"),
    ("decimal", {}, "Infinity"),
    ("decimal", {}, "1.23456"),
    ("decimal", {}, 10**12),
    ("decimal", {}, True),
    ("boolean", {}, "perhaps"),
    ("boolean", {}, 2),
    ("date", {}, "28.02.2026"),
    ("date", {}, "2026-02-30"),
    ("date", {}, 20260228),
    ("datetime", {}, "yesterday"),
    ("datetime", {}, "2026-02-28T10:00:00+99:00"),
    ("url", {}, "javascript:alert(1)"),
    ("url", {}, "JavaScript:alert(1)"),
    ("url", {}, "example.com"),
    ("url", {}, "https://exa mple.com"),
    ("json", {"validation_schema": SCHEMA}, {"a": "x"}),
    ("json", {"validation_schema": SCHEMA}, []),
    ("select", {}, "Red"),
    ("select", {}, ["r"]),
    ("multiselect", {}, ["r", "x"]),
    ("object", {}, "x"),
    ("object", {}, 999999),
    ("object", {}, [1]),
    ("multiobject", {}, [999999]),
]


def attributes_of(kind, attributes, colors):
    if kind in ("select", "multiselect"):
        return {"choice_set": colors, **attributes}
    if kind in ("object", "multiobject"):
        from tests.extras.conftest import content_type

        return {"related_object_type": content_type("tenancy.contact"), **attributes}
    return attributes


def put(*values, existing=None):
    """Parse one `custom_fields` dictionary per object; the objects and the errors."""
    objs = existing or [Tenant(name=f"t{number}", slug=f"t{number}") for number in range(len(values))]
    errors = Errors()
    parse(Tenant, objs, list(values), errors)
    return objs, errors


@pytest.mark.parametrize(("kind", "attributes", "sent", "stored"), GOOD)
def test_good_values_are_stored_in_their_form(custom_field, colors, kind, attributes, sent, stored):
    custom_field("x", kind, **attributes_of(kind, attributes, colors))
    (obj,), errors = put({"x": sent})
    assert not errors
    assert obj.custom_field_data == {"x": stored}
    obj.save()
    assert Tenant.objects.get(pk=obj.pk).custom_field_data == {"x": stored}


@pytest.mark.parametrize(("kind", "attributes", "sent"), BAD)
def test_bad_values_are_refused_by_name(custom_field, colors, kind, attributes, sent):
    custom_field("x", kind, **attributes_of(kind, attributes, colors))
    (obj,), errors = put({"x": sent})
    (message,) = errors.of(obj)["custom_fields"]
    assert "'x'" in message


def test_unknown_names_are_refused(custom_field):
    custom_field("x")
    (obj,), errors = put({"y": 1})
    assert "'y'" in errors.of(obj)["custom_fields"][0]


def test_new_objects_get_defaults_and_need_what_is_required(custom_field):
    custom_field("x", default="d")
    custom_field("y", required=True)
    (good, bad), errors = put({"y": "1"}, {"x": "own"})
    assert good.custom_field_data == {"x": "d", "y": "1"}
    assert not errors.of(good)
    assert "'y'" in errors.of(bad)["custom_fields"][0]
    assert bad.custom_field_data["x"] == "own"


def test_a_default_is_not_shared_between_objects(custom_field):
    custom_field("x", "json", default={"list": []})
    (one, two), _errors = put({}, {})
    one.custom_field_data["x"]["list"].append(1)
    assert two.custom_field_data["x"] == {"list": []}
    assert definitions(Tenant)[0].default == {"list": []}


def test_only_what_is_sent_changes(custom_field):
    custom_field("x")
    custom_field("y")
    obj = Tenant.objects.create(name="t", slug="t", custom_field_data={"x": "1", "y": "2"})
    put({"y": "3"}, existing=[obj])
    assert obj.custom_field_data == {"x": "1", "y": "3"}
    put(None, existing=[obj])
    assert obj.custom_field_data == {"x": "1", "y": "3"}


def test_a_field_that_became_required_does_not_stand_in_the_way(custom_field):
    custom_field("x")
    obj = Tenant.objects.create(name="t", slug="t")
    custom_field("y", required=True)
    _objs, errors = put({"x": "1"}, existing=[obj])
    assert not errors
    _objs, errors = put({"y": None}, existing=[obj])
    assert errors.of(obj)


def test_data_of_fields_that_are_gone_is_dropped(custom_field):
    custom_field("x")
    obj = Tenant.objects.create(name="t", slug="t")
    obj.custom_field_data = {"x": "1", "gone": 1}
    put(None, existing=[obj])
    assert obj.custom_field_data == {"x": "1"}


def test_unique_values_are_unique_in_the_batch_and_in_the_table(custom_field):
    custom_field("x", "integer", unique=True)
    stored = Tenant.objects.create(name="t", slug="t", custom_field_data={"x": 1})
    (taken, one, two, three, none, none_too), errors = put({"x": 1}, {"x": 2}, {"x": 2}, {"x": 3}, {"x": None}, {})
    assert [bool(errors.of(obj)) for obj in (taken, one, two, three, none, none_too)] == [1, 1, 1, 0, 0, 0]
    _objs, errors = put({"x": 1}, existing=[stored])
    assert not errors


def test_unique_values_may_be_swapped_in_one_batch(custom_field):
    custom_field("x", unique=True)
    a = Tenant.objects.create(name="a", slug="a", custom_field_data={"x": "1"})
    b = Tenant.objects.create(name="b", slug="b", custom_field_data={"x": "2"})
    _objs, errors = put({"x": "2"}, {"x": "1"}, existing=[a, b])
    assert not errors


def test_references_are_stored_as_ids(custom_field, colors):
    contacts = [Contact.objects.create(name=name) for name in ("jane", "joe")]
    custom_field("one", "object", **attributes_of("object", {}, colors))
    custom_field("many", "multiobject", **attributes_of("multiobject", {}, colors))
    ids = [contact.pk for contact in contacts]
    (a, b, c), errors = put(
        {"one": ids[0], "many": ids}, {"one": {"name": "joe"}, "many": [{"id": ids[1]}]}, {"one": None, "many": []}
    )
    assert not errors
    assert a.custom_field_data == {"one": ids[0], "many": ids}
    assert b.custom_field_data == {"one": ids[1], "many": [ids[1]]}
    assert c.custom_field_data == {"one": None, "many": None}


def test_the_number_of_queries_does_not_depend_on_the_objects(custom_field, colors, django_assert_num_queries):
    contact = Contact.objects.create(name="jane")
    custom_field("one", "object", **attributes_of("object", {}, colors))
    custom_field("code", unique=True)
    definitions(Tenant)
    for count in (1, 50):
        # The version, the contacts, the lock and the duplicates.
        with django_assert_num_queries(4):
            _objs, errors = put(*({"one": contact.pk, "code": f"{count}-{number}"} for number in range(count)))
        assert not errors


def test_a_page_is_rendered_with_one_query_per_related_model(custom_field, colors):
    contacts = [Contact.objects.create(name=name) for name in ("jane", "joe")]
    custom_field("one", "object", **attributes_of("object", {}, colors))
    custom_field("many", "multiobject", **attributes_of("multiobject", {}, colors))
    custom_field("plain", "integer")
    asked = []

    def related(model, ids, *, listed):
        asked.append((model, set(ids)))
        return {contact.pk: {"id": contact.pk, "display": contact.name} for contact in contacts}

    jane, joe = ({"id": contact.pk, "display": contact.name} for contact in contacts)
    rows = [{"one": contacts[0].pk, "many": [c.pk for c in contacts], "plain": 1}, {"many": [0], "stale": 1}]
    shown = render(definitions(Tenant), rows, related)
    assert shown == [{"one": jane, "many": [jane, joe], "plain": 1}, {"one": None, "many": [], "plain": None}]
    assert len(asked) == 2


def test_python_code_sees_dates_decimals_and_objects(custom_field, colors):
    contact = Contact.objects.create(name="jane")
    custom_field("day", "date")
    custom_field("moment", "datetime")
    custom_field("price", "decimal")
    custom_field("who", "object", **attributes_of("object", {}, colors))
    custom_field("all_of_them", "multiobject", **attributes_of("multiobject", {}, colors))
    (obj,), errors = put(
        {
            "day": "2026-01-02",
            "moment": "2026-01-02 03:04:05Z",
            "price": "1.10",
            "who": contact.pk,
            "all_of_them": [contact.pk],
        }
    )
    assert not errors
    assert obj.cf == {
        "day": datetime.date(2026, 1, 2),
        "moment": datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.UTC),
        "price": Decimal("1.1"),
        "who": contact,
        "all_of_them": [contact],
    }


def test_scripts_get_defaults_too(custom_field):
    custom_field("x", default="d")
    assert Tenant.objects.create(name="t", slug="t").custom_field_data == {"x": "d"}
    own = Tenant.objects.create(name="u", slug="u", custom_field_data={"x": "own"})
    assert own.custom_field_data == {"x": "own"}


def test_definitions_are_found_by_model_in_order(custom_field):
    custom_field("b", weight=1, group_name="g")
    custom_field("a", weight=2, group_name="g")
    custom_field("c", "text", "tenancy.contact", "tenancy.tenant")
    assert [field.name for field in definitions(Tenant)] == ["c", "b", "a"]
    assert [field.name for field in PROVIDER.fields(Contact)] == ["c"]
    assert CustomField.objects.get_for_model(Contact)[0].name == "c"


def test_definitions_cost_one_query_when_nothing_changed(custom_field, django_assert_num_queries):
    custom_field("x")
    definitions(Tenant)
    with django_assert_num_queries(1):
        assert [field.name for field in definitions(Tenant)] == ["x"]


def test_a_request_compares_once_and_sees_its_own_changes(custom_field, django_assert_num_queries):
    begin_request()
    try:
        definitions(Tenant)
        with django_assert_num_queries(0):
            definitions(Tenant)
        field = custom_field("x")
        assert [field.name for field in definitions(Tenant)] == ["x"]
        field.label = "New"
        field.save()
        assert definitions(Tenant)[0].label == "New"
        field.delete()
        assert definitions(Tenant) == []
    finally:
        end_request()


def test_a_change_by_another_process_is_seen(custom_field):
    field = custom_field("x")
    assert definitions(Tenant)[0].label == ""
    # What another process does never passes through our receivers.
    CustomField.objects.filter(pk=field.pk).update(label="Seen")
    assert definitions(Tenant)[0].label == "Seen"


def test_a_definition_that_was_rolled_back_is_gone(custom_field):
    from django.db import transaction

    with transaction.atomic():
        custom_field("x")
        assert definitions(Tenant)
        transaction.set_rollback(True)
    assert definitions(Tenant) == []


def test_what_scripts_write_is_validated_too(custom_field):
    custom_field("x", "integer", required=True)
    tenant = Tenant(name="t", slug="t", custom_field_data={"x": "5"})
    tenant.full_clean()
    assert tenant.custom_field_data == {"x": 5}
    for data in ({"x": "five"}, {}, {"y": 1, "x": 1}):
        with pytest.raises(ValidationError) as caught:
            Tenant(name="t", slug="t", custom_field_data=data).full_clean()
        assert "custom_fields" in caught.value.message_dict
