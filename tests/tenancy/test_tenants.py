"""Tenants, their groups, and contacts."""

from __future__ import annotations

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from netsot.kernel.errors import DeletionProtected
from tenancy.models import Contact, ContactAssignment, ContactGroup, ContactRole, Tenant, TenantGroup

pytestmark = pytest.mark.django_db


def group(name, parent=None):
    return TenantGroup.objects.create(name=name, slug=name, parent=parent)


def tenant(name, owner=None, slug=None):
    return Tenant.objects.create(name=name, slug=slug or name, group=owner)


def test_names_and_slugs_are_unique_per_group_and_at_the_top():
    one, two = group("one"), group("two")
    tenant("a", one)
    tenant("a", two)
    tenant("a")
    for owner in (one, None):
        for name, slug in (("a", "other"), ("other", "a")):
            with pytest.raises(IntegrityError), transaction.atomic():
                tenant(name, owner, slug)
            with pytest.raises(ValidationError):
                Tenant(name=name, slug=slug, group=owner).full_clean()


def test_names_are_sorted_like_people_do():
    for name in ("t10", "t2", "t1"):
        tenant(name)
    assert list(Tenant.objects.values_list("name", flat=True)) == ["t1", "t2", "t10"]


def test_a_group_goes_and_its_tenants_stay():
    one = group("one")
    kept = tenant("a", one)
    one.delete()
    kept.refresh_from_db()
    assert kept.group is None


@pytest.mark.parametrize("column", ["name", "slug"])
def test_a_group_stays_when_its_tenants_would_repeat_at_the_top(column):
    parent = group("parent")
    child = group("child", parent)
    other = {"name": "x", "slug": "x"} | {column: "a"}
    tenant(other["name"], slug=other["slug"])
    inside = tenant("a", child)
    with pytest.raises(DeletionProtected) as caught:
        parent.delete()
    assert caught.value.dependents == [inside]
    assert TenantGroup.objects.count() == 2


def test_a_group_stays_when_two_of_its_tenants_would_repeat_each_other():
    parent = group("parent")
    inside = [tenant("a", parent), tenant("a", group("child", parent))]
    with pytest.raises(DeletionProtected) as caught:
        parent.delete()
    assert caught.value.dependents == inside


def test_a_group_is_not_its_own_ancestor():
    parent = group("parent")
    child = group("child", parent)
    parent.parent = child
    with pytest.raises(ValidationError) as caught:
        parent.clean()
    assert "parent" in caught.value.message_dict


def test_contact_groups_are_unique_within_their_parent():
    parent = ContactGroup.objects.create(name="p", slug="p")
    ContactGroup.objects.create(name="a", slug="a", parent=parent)
    with pytest.raises(IntegrityError), transaction.atomic():
        ContactGroup.objects.create(name="a", slug="b", parent=parent)
    ContactGroup.objects.create(name="a", slug="a")


def assignment(obj, contact, role, **attributes):
    kind = ContentType.objects.get_for_model(obj)
    return ContactAssignment(object_type=kind, object_id=obj.pk, contact=contact, role=role, **attributes)


def test_contacts_are_assigned_to_objects_that_can_have_them():
    contact = Contact.objects.create(name="Jane")
    role = ContactRole.objects.create(name="Support", slug="support")
    made = assignment(tenant("a"), contact, role, priority="primary")
    made.full_clean()
    made.save()
    assert str(made) == "Jane (Primary)"
    with pytest.raises(ValidationError) as caught:
        assignment(role, contact, role).full_clean()
    assert "object_type" in caught.value.message_dict
    with pytest.raises(IntegrityError), transaction.atomic():
        assignment(made.object, contact, role).save()


def test_assignments_go_with_their_object_and_keep_their_contact():
    contact = Contact.objects.create(name="Jane")
    role = ContactRole.objects.create(name="Support", slug="support")
    owner = tenant("a")
    assignment(owner, contact, role).save()
    owner.delete()
    assert not ContactAssignment.objects.exists()
    assert Contact.objects.exists()
