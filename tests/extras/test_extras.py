"""Tags, journals and the other small rules of the app."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from extras.models import (
    Bookmark,
    ConfigContext,
    ConfigContextProfile,
    EventRule,
    ExportTemplate,
    JournalEntry,
    SavedFilter,
    Subscription,
    Tag,
    TaggedItem,
    Webhook,
)
from netsot.kernel import changes
from tenancy.models import Contact, Tenant
from tests.extras.conftest import content_type
from users.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def tenant():
    return Tenant.objects.create(name="t", slug="t")


def refused(obj, *leave_out) -> set[str]:
    with pytest.raises(ValidationError) as caught:
        obj.full_clean(exclude=leave_out or None)
    return set(caught.value.message_dict)


def test_objects_are_tagged_and_found_by_tag(tenant):
    tenant.tags.add("Core Site", "x")
    assert list(Tenant.objects.filter(tags__slug="core-site")) == [tenant]
    assert list(Tenant.objects.filter(tags__name="x")) == [tenant]
    assert not Contact.objects.filter(tags__slug="x").exists()
    tenant.tags.set(["x"])
    assert list(tenant.tags.names()) == ["x"]
    tenant.tags.clear()
    assert not TaggedItem.objects.exists()


def test_a_tag_is_on_an_object_once(tenant):
    tenant.tags.add("x")
    tenant.tags.add("x")
    assert TaggedItem.objects.count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        TaggedItem.objects.create(
            content_type=content_type("tenancy.tenant"), object_id=tenant.pk, tag=Tag.objects.get(name="x")
        )


def test_tags_go_with_their_object_and_objects_stay_with_their_tag(tenant):
    tenant.tags.add("x")
    tenant.delete()
    assert not TaggedItem.objects.exists()
    other = Tenant.objects.create(name="u", slug="u")
    other.tags.add("x")
    Tag.objects.get(name="x").delete()
    assert list(other.tags.all()) == []


def test_slugs_of_tags_take_any_script():
    Tag(name="Zürich", slug="zürich").full_clean()
    assert "slug" in refused(Tag(name="x", slug="a b"))


def test_a_tag_may_be_for_some_objects_only(tenant):
    tag = Tag.objects.create(name="people")
    tag.object_types.add(content_type("tenancy.contact"))
    with pytest.raises(ValidationError, match="people"):
        tenant.tags.add("people")
    assert not TaggedItem.objects.exists()
    Contact.objects.create(name="jane").tags.add("people")
    assert list(TaggedItem.refused(Tenant, [tag.pk])) == [tag.pk]
    assert TaggedItem.refused(Contact, [tag.pk]) == {}


def test_the_author_of_a_journal_entry_is_who_writes_it(tenant):
    jane, joe = User.objects.create_user("jane"), User.objects.create_user("joe")
    kind = content_type("tenancy.tenant")
    with changes.recording(user=jane):
        entry = JournalEntry.objects.create(
            assigned_object_type=kind, assigned_object_id=tenant.pk, comments="x", created_by=joe
        )
    assert entry.created_by == jane
    assert entry.kind == "info"
    assert list(tenant.journal_entries.all()) == [entry]


def test_only_objects_with_a_journal_get_entries(tenant):
    kind = content_type("extras.tag")
    assert "assigned_object_type" in refused(
        JournalEntry(assigned_object_type=kind, assigned_object_id=1, comments="x")
    )


def test_bookmarks_and_subscriptions_are_for_objects_that_have_them(tenant):
    user = User.objects.create_user("jane")
    for model in (Bookmark, Subscription):
        good = model(object_type=content_type("tenancy.tenant"), object_id=tenant.pk, user=user)
        good.full_clean()
        good.save()
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.create(object_type=good.object_type, object_id=tenant.pk, user=user)
        assert "object_type" in refused(model(object_type=content_type("extras.tag"), object_id=1, user=user))


def test_the_data_of_a_context_is_an_object_and_meets_its_profile():
    assert "data" in refused(ConfigContext(name="x", data=[1]))
    profile = ConfigContextProfile.objects.create(
        name="p", schema={"type": "object", "properties": {"a": {"type": "integer"}}}
    )
    assert "data" in refused(ConfigContext(name="x", data={"a": "x"}, profile=profile))
    ConfigContext(name="x", data={"a": 1}, profile=profile).full_clean()


def test_a_schema_is_never_fetched_from_elsewhere():
    profile = ConfigContextProfile.objects.create(name="p", schema={"$ref": "http://127.0.0.1:1/schema.json"})
    assert "data" in refused(ConfigContext(name="x", data={"a": 1}, profile=profile))


def test_table_is_a_reserved_name_of_export_templates():
    assert "name" in refused(ExportTemplate(name="Table", template_code="x"), "object_types")


def test_the_parameters_of_a_filter_are_an_object():
    assert "parameters" in refused(SavedFilter(name="x", slug="x", parameters=["a"]), "object_types")


def test_a_certificate_authority_needs_verification():
    hook = Webhook(name="x", payload_url="https://example.com/", ssl_verification=False, ca_file_path="/ca.pem")
    assert "ca_file_path" in refused(hook)


def test_an_event_rule_fits_its_action():
    rule = EventRule(name="x", event_types=["object_created"], action_object_type=content_type("extras.webhook"))
    rule.full_clean(exclude=["object_types"])
    rule.action_type = "script"
    assert "action_object_type" in refused(rule, "object_types")
    rule.event_types = []
    assert "event_types" in refused(rule, "object_types")
    rule.conditions = [1]
    assert "conditions" in refused(rule, "object_types")
