"""Users, permissions and tokens through the one way in, as the API uses it."""

from __future__ import annotations

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied

from netsot.kernel import registry, writes
from netsot.kernel.errors import BatchInvalid
from netsot.kernel.writes import Actor
from tenancy.models import Tenant
from users.models import Group, ObjectPermission, Token, User

pytestmark = pytest.mark.django_db

PASSWORD = "correct horse battery staple"


@pytest.fixture
def manager(jane, allow):
    """May write accounts and permissions, and see tenants named a."""
    for label in ("users.objectpermission", "users.group", "users.user", "users.token"):
        allow(jane, label, "add", "change", "view")
    allow(jane, "tenancy.tenant", "view", constraints={"name": "a"})
    return User.objects.get(pk=jane.pk)


def create(label, user, *payloads):
    return writes.create(registry.get(label), payloads, Actor(user=user)).objs


def update(label, user, pk, payload):
    return writes.update(registry.get(label), [(pk, payload)], Actor(user=user)).objs


def view(constraints):
    return {
        "name": "p",
        "object_types": ["tenancy.tenant"],
        "actions": ["view"],
        "constraints": constraints,
    }


def test_a_permission_is_made_within_ones_own(manager):
    (made,) = create("users.objectpermission", manager, view({"name": "a"}))
    assert made.object_types.get() == ContentType.objects.get_for_model(Tenant)
    with pytest.raises(PermissionDenied):
        create("users.objectpermission", manager, view(None))
    with pytest.raises(PermissionDenied):
        update("users.objectpermission", manager, made.pk, {"constraints": None})
    with pytest.raises(PermissionDenied):
        update("users.objectpermission", manager, made.pk, {"object_types": ["dcim.site"]})
    with pytest.raises(PermissionDenied):
        update("users.objectpermission", manager, made.pk, {"actions": ["view", "delete"]})
    made = ObjectPermission.objects.get(name="p")
    assert (made.constraints, made.actions) == ({"name": "a"}, ["view"])


def test_constraints_are_checked_against_the_types_that_are_sent(manager):
    root = User.objects.create_superuser("root")
    with pytest.raises(BatchInvalid) as caught:
        create("users.objectpermission", root, view({"name": "a"}), view({"nonsense": 1}))
    assert caught.value.details[0] == {}
    assert "constraints" in caught.value.details[1]


def test_groups_are_joined_and_made_within_ones_own(manager):
    strong = ObjectPermission.objects.create(name="strong", actions=["delete"])
    strong.object_types.add(ContentType.objects.get_for_model(Tenant))
    group = Group.objects.create(name="strong")
    group.object_permissions.add(strong)
    with pytest.raises(PermissionDenied):
        create("users.group", manager, {"name": "g", "permissions": [strong.pk]})
    with pytest.raises(PermissionDenied):
        update("users.user", manager, manager.pk, {"groups": [group.pk]})
    with pytest.raises(PermissionDenied):
        update("users.user", manager, manager.pk, {"permissions": [strong.pk]})
    assert not User.objects.filter(groups=group).exists()


def test_users_are_made_with_a_hashed_password_and_preferences():
    root = User.objects.create_superuser("root")
    (made,) = create("users.user", root, {"username": "new", "password": PASSWORD})
    made = User.objects.get(pk=made.pk)
    assert made.check_password(PASSWORD)
    assert made.config.data == {}
    with pytest.raises(BatchInvalid) as caught:
        create("users.user", root, {"username": "other", "password": "short"})
    assert "password" in caught.value.details[0]


def test_privileges_are_not_in_reach_of_the_payload(manager):
    (made,) = create("users.user", manager, {"username": "new", "password": PASSWORD, "is_superuser": True})
    assert not User.objects.get(pk=made.pk).is_superuser
    update("users.user", manager, made.pk, {"is_superuser": True, "is_staff": True})
    assert not User.objects.get(pk=made.pk).is_superuser


def test_stronger_accounts_are_out_of_reach(manager):
    root = User.objects.create_superuser("root", password=PASSWORD)
    with pytest.raises(PermissionDenied):
        update("users.user", manager, root.pk, {"password": "another long password"})
    assert User.objects.get(pk=root.pk).check_password(PASSWORD)


def test_tokens_are_made_for_oneself_and_show_their_secret_once(manager):
    (made,) = create("users.token", manager, {"user": manager.pk, "description": "x"})
    assert len(made.token) == 40
    stored = Token.objects.get(pk=made.pk)
    assert stored.token is None
    other = User.objects.create_user("joe")
    with pytest.raises(PermissionDenied):
        create("users.token", manager, {"user": other.pk})
    assert not Token.objects.filter(user=other).exists()
