"""Custom fields and tags through the one way in and the one way out."""

from __future__ import annotations

import pytest

from core.models import ObjectChange
from extras.models import CustomField, CustomFieldChoiceSet, Tag
from netsot.kernel import registry, writes
from netsot.kernel.errors import BatchInvalid
from netsot.kernel.representation import Context
from netsot.kernel.writes import Actor
from tenancy.models import Contact, Tenant
from tests.extras.conftest import content_type
from users.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def root():
    return User.objects.create_superuser("root")


def create(label, user, *payloads):
    return writes.create(registry.get(label), payloads, Actor(user=user)).objs


def update(label, user, pk, payload):
    return writes.update(registry.get(label), [(pk, payload)], Actor(user=user)).objs


def shown(obj, user):
    resource = registry.get("tenancy.tenant")
    return resource.representation("").of([obj.pk], Context(user=user))[0]["custom_fields"]


def test_a_definition_made_by_the_api_is_in_force_at_once(root):
    tenant = Tenant.objects.create(name="old", slug="old")
    (field,) = create(
        "extras.customfield",
        root,
        {"name": "x", "type": "integer", "object_types": ["tenancy.tenant"], "default": 5, "validation_maximum": 9},
    )
    tenant.refresh_from_db()
    assert tenant.custom_field_data == {"x": 5}
    (made,) = create("tenancy.tenant", root, {"name": "new", "slug": "new", "custom_fields": {"x": 7}})
    assert Tenant.objects.get(pk=made.pk).custom_field_data == {"x": 7}
    with pytest.raises(BatchInvalid) as caught:
        create("tenancy.tenant", root, {"name": "n", "slug": "n", "custom_fields": {"x": 10}})
    assert "custom_fields" in caught.value.details[0]

    update("extras.customfield", root, field.pk, {"name": "y"})
    assert set(map(str, Tenant.objects.values_list("custom_field_data", flat=True))) == {"{'y': 5}", "{'y': 7}"}
    update("extras.customfield", root, field.pk, {"object_types": ["tenancy.contact"]})
    assert set(map(str, Tenant.objects.values_list("custom_field_data", flat=True))) == {"{}"}
    assert CustomField.objects.get_for_model(Contact)[0].name == "y"
    writes.delete(registry.get("extras.customfield"), [field.pk], Actor(user=root))
    assert CustomField.objects.get_for_model(Contact) == []


def test_only_models_with_custom_fields_get_them(root):
    with pytest.raises(BatchInvalid) as caught:
        create("extras.customfield", root, {"name": "x", "type": "text", "object_types": ["extras.tag"]})
    assert "object_types" in caught.value.details[0]


def test_values_are_merged_logged_and_shown(root, custom_field):
    contact = Contact.objects.create(name="jane")
    custom_field("who", "object", related_object_type=content_type("tenancy.contact"))
    custom_field("note")
    (made,) = create(
        "tenancy.tenant", root, {"name": "a", "slug": "a", "custom_fields": {"who": contact.pk, "note": "n"}}
    )
    update("tenancy.tenant", root, made.pk, {"custom_fields": {"note": "m"}})
    result = shown(made, root)
    assert result["note"] == "m"
    assert result["who"]["id"] == contact.pk
    entry = ObjectChange.objects.filter(changed_object_id=made.pk, action="update").get()
    assert entry.prechange_data["custom_fields"] == {"who": contact.pk, "note": "n"}
    assert entry.postchange_data["custom_fields"] == {"who": contact.pk, "note": "m"}


def test_hidden_objects_are_not_shown_and_can_not_be_linked(root, custom_field):
    contact = Contact.objects.create(name="secret name")
    custom_field("who", "object", related_object_type=content_type("tenancy.contact"))
    custom_field("all_of_them", "multiobject", related_object_type=content_type("tenancy.contact"))
    (made,) = create(
        "tenancy.tenant",
        root,
        {"name": "a", "slug": "a", "custom_fields": {"who": contact.pk, "all_of_them": [contact.pk]}},
    )
    from users.models import ObjectPermission

    jane = User.objects.create_user("jane")
    allowed = ObjectPermission.objects.create(name="p", actions=["view", "add"])
    allowed.object_types.add(content_type("tenancy.tenant"))
    jane.object_permissions.add(allowed)
    assert "secret name" not in str(shown(made, jane))
    assert shown(made, jane)["all_of_them"] == []
    errors = []
    for pk in (contact.pk, 10**9):
        with pytest.raises(BatchInvalid) as caught:
            create("tenancy.tenant", jane, {"name": "b", "slug": "b", "custom_fields": {"who": pk}})
        errors.append(str(caught.value.details).replace(str(pk), "N"))
    assert errors[0] == errors[1]


def test_a_choice_set_in_use_keeps_its_choices(root, custom_field):
    (choices,) = create("extras.customfieldchoiceset", root, {"name": "c", "extra_choices": [["a", "A"], ["b", "B"]]})
    choices = CustomFieldChoiceSet.objects.get(pk=choices.pk)
    custom_field("x", "select", choice_set=choices)
    create("tenancy.tenant", root, {"name": "t", "slug": "t", "custom_fields": {"x": "a"}})
    with pytest.raises(BatchInvalid) as caught:
        update("extras.customfieldchoiceset", root, choices.pk, {"extra_choices": [["b", "B"]]})
    assert "extra_choices" in caught.value.details[0]
    update("extras.customfieldchoiceset", root, choices.pk, {"extra_choices": [["a", "A"], ["c", "C"]]})
    create("tenancy.tenant", root, {"name": "u", "slug": "u", "custom_fields": {"x": "c"}})


def test_tags_for_other_objects_are_refused(root):
    people = Tag.objects.create(name="people")
    people.object_types.add(content_type("tenancy.contact"))
    Tag.objects.create(name="any")
    with pytest.raises(BatchInvalid) as caught:
        create("tenancy.tenant", root, {"name": "a", "slug": "a", "tags": ["any", "people"]})
    assert "people" in str(caught.value.details[0]["tags"])
    create("tenancy.tenant", root, {"name": "a", "slug": "a", "tags": ["any"]})


def test_a_thousand_objects_cost_no_more_statements_than_one(root, custom_field, django_assert_max_num_queries):
    custom_field("code", unique=True)
    custom_field("x", "integer", default=1)
    with django_assert_max_num_queries(40):
        objs = create(
            "tenancy.tenant",
            root,
            *({"name": f"t{n}", "slug": f"t{n}", "custom_fields": {"code": str(n)}} for n in range(300)),
        )
    assert len(objs) == 300
