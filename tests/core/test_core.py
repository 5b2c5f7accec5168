"""Object types, the change log and the dynamic configuration."""

from __future__ import annotations

import uuid

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import IntegrityError, connection, transaction

from core import config, object_types
from core.models import ConfigRevision, ObjectChange, ObjectType
from netsot.conf import get_config
from netsot.kernel import changes
from tenancy.models import Tenant, TenantGroup
from users.models import User

pytestmark = pytest.mark.django_db


def test_there_is_an_object_type_for_every_model():
    known = set(ObjectType.objects.values_list("app_label", "model"))
    assert {(m._meta.app_label, m._meta.model_name) for m in apps.get_models()} <= known


def test_object_types_know_their_features():
    tenant = ObjectType.objects.get_for_model(Tenant)
    assert tenant.public
    assert {"tags", "custom_fields", "journaling", "contacts"} <= set(tenant.features)
    assert tenant in ObjectType.objects.with_feature("contacts")
    assert tenant not in ObjectType.objects.with_feature("image_attachments")
    assert ObjectType.objects.get_by_natural_key("extras", "taggeditem") not in ObjectType.objects.public()
    assert ContentType.objects.get_for_model(Tenant).object_type == tenant


def test_what_is_right_is_not_written_again(django_assert_num_queries):
    before = ObjectType.objects.get_for_model(Tenant)
    ObjectType.objects.filter(pk=before.pk).update(features=["nonsense"])
    object_types.sync(apps.get_app_config("tenancy"), "default", apps)
    assert ObjectType.objects.get_for_model(Tenant).features == before.features


def test_a_request_writes_one_entry_per_object_in_one_statement(django_assert_num_queries):
    user = User.objects.create_user("jane")
    request_id = uuid.uuid4()
    group = TenantGroup.objects.create(name="g", slug="g")
    ObjectChange.objects.all().delete()
    with changes.recording(user=user, request_id=request_id, message="why"):
        tenant = Tenant.objects.create(name="a", slug="a", group=group)
        tenant.description = "changed"
        tenant.save()
        tenant.tags.add("x")
    entries = ObjectChange.objects.filter(changed_object_type__model="tenant")
    (entry,) = entries
    assert (entry.user, entry.user_name, entry.request_id, entry.message) == (user, "jane", request_id, "why")
    assert (entry.action, entry.object_repr, entry.changed_object) == ("create", "a", tenant)
    assert entry.prechange_data is None
    assert entry.postchange_data["description"] == "changed"
    assert entry.postchange_data["group"] == group.pk
    assert entry.postchange_data["tags"] == ["x"]
    assert "a" in str(entry)


def test_an_entry_outlives_its_user_and_its_object():
    user = User.objects.create_user("jane")
    with changes.recording(user=user):
        Tenant.objects.create(name="a", slug="a").delete()
        kept = Tenant.objects.create(name="b", slug="b")
    with changes.recording(user=user):
        kept.delete()
    user.delete()
    entry = ObjectChange.objects.get(action="delete")
    assert (entry.user, entry.user_name, entry.prechange_data["name"]) == (None, "jane", "b")
    assert not ObjectChange.objects.filter(object_repr="a").exists()


def test_a_difference_names_the_changed_keys_only():
    entry = ObjectChange(prechange_data={"a": 1, "b": 2}, postchange_data={"a": 1, "b": 3, "c": 4})
    assert entry.diff == {"pre": {"b": 2, "c": None}, "post": {"b": 3, "c": 4}}
    assert entry.has_changes


def test_the_newest_entries_are_found_by_index():
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE tablename = 'core_objectchange'")
        definitions = " ".join(row[0] for row in cursor.fetchall())
    assert '("time" DESC, id DESC)' in definitions
    assert "(request_id)" in definitions


@pytest.fixture
def _fresh_config():
    config.forget()
    yield
    cache.delete(config.KEY)
    config._memo = None


@pytest.mark.usefixtures("_fresh_config")
def test_the_active_revision_is_in_force(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        ConfigRevision.objects.create(data={"BANNER_TOP": "one"}).activate()
    assert get_config().BANNER_TOP == "one"
    with django_capture_on_commit_callbacks(execute=True):
        ConfigRevision.objects.create(data={"BANNER_TOP": "two"}).activate()
    assert get_config().BANNER_TOP == "two"
    assert ConfigRevision.objects.filter(active=True).count() == 1


@pytest.mark.usefixtures("_fresh_config")
def test_only_one_revision_is_active():
    ConfigRevision.objects.create(active=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        ConfigRevision.objects.create(active=True)


@pytest.mark.usefixtures("_fresh_config")
def test_the_configuration_costs_no_query_once_it_is_known(django_assert_num_queries):
    assert get_config().BANNER_BOTTOM == ""
    with django_assert_num_queries(0):
        assert get_config().BANNER_TOP == ""
        config._memo = None
        assert get_config().BANNER_TOP == ""
