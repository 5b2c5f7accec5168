"""Object permissions: what they allow, their constraints, and that nobody hands out more than they hold."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied, ValidationError

from netsot.kernel import access, changes
from tenancy.models import Tenant
from users.backends import ObjectPermissionBackend
from users.models import Group, ObjectPermission, Token, User
from users.permissions import granted

pytestmark = pytest.mark.django_db


@pytest.fixture
def tenants():
    return [Tenant.objects.create(name=name, slug=name) for name in ("a", "b", "c")]


def names(user, action="view"):
    return sorted(Tenant.objects.restrict(user, action).values_list("name", flat=True))


def test_the_user_model_is_ours():
    assert get_user_model() is User


def test_a_user_without_permissions_sees_nothing(jane, tenants):
    assert names(jane) == []
    assert not jane.has_perm("tenancy.view_tenant")
    assert names(AnonymousUser()) == []


def test_a_superuser_sees_everything(tenants):
    assert names(User.objects.create_superuser("root")) == ["a", "b", "c"]


def test_permissions_come_from_the_user_and_their_groups(jane, tenants, allow):
    group = Group.objects.create(name="readers")
    jane.groups.add(group)
    allow(group, "tenancy.tenant", "view", constraints={"name": "a"})
    allow(jane, "tenancy.tenant", "view", constraints={"name": "b"})
    assert names(jane) == ["a", "b"]


def test_constraints_in_one_object_must_all_hold_and_a_list_is_of_alternatives(jane, tenants, allow):
    allow(
        jane,
        "tenancy.tenant",
        "view",
        constraints=[{"name": "a", "slug": "a"}, {"name": "b", "slug": "x"}, {"slug": "c"}],
    )
    assert names(jane) == ["a", "c"]


def test_one_unlimited_permission_is_enough(jane, tenants, allow):
    allow(jane, "tenancy.tenant", "view", constraints={"name": "a"})
    allow(jane, "tenancy.tenant", "view", constraints=[])
    assert names(jane) == ["a", "b", "c"]


def test_the_token_user_stands_for_who_asks(jane, allow):
    other = User.objects.create_user("joe")
    mine, _theirs = Token.objects.create(user=jane), Token.objects.create(user=other)
    allow(jane, "users.token", "delete", constraints={"user": "$user"})
    assert list(Token.objects.restrict(jane, "delete")) == [mine]
    assert jane.has_perm("users.delete_token", mine)
    assert not jane.has_perm("users.delete_token", _theirs)


def test_disabled_permissions_and_inactive_users_grant_nothing(jane, tenants, allow):
    allow(jane, "tenancy.tenant", "view", enabled=False)
    assert names(jane) == []
    allow(jane, "tenancy.tenant", "view")
    jane.is_active = False
    assert names(jane) == []
    assert not jane.has_perm("tenancy.view_tenant")


def test_actions_are_told_apart(jane, tenants, allow):
    allow(jane, "tenancy.tenant", "view", "render_config")
    assert jane.has_perm("tenancy.view_tenant")
    assert jane.has_perm("tenancy.render_config_tenant")
    assert not jane.has_perm("tenancy.change_tenant")
    assert not jane.has_perm("nonsense")
    assert not jane.has_perm("tenancy.view_nothing")


def test_a_constraint_over_a_to_many_relation_does_not_repeat_objects(jane, tenants, allow):
    tenants[0].tags.add("x", "y")
    allow(jane, "tenancy.tenant", "view", constraints={"tags__slug__in": ["x", "y"]})
    assert names(jane) == ["a"]


def test_all_grants_cost_one_query_however_many(jane, allow, django_assert_num_queries):
    for label in ("tenancy.tenant", "tenancy.contact", "users.group"):
        group = Group.objects.create(name=label)
        jane.groups.add(group)
        allow(group, label, "view", "add")
        allow(jane, label, "change")
    jane.refresh_from_db()
    with django_assert_num_queries(1):
        found = granted(jane)
        assert jane.has_perm("tenancy.change_contact")
    assert ("users.group", "add") in found


def test_defaults_of_the_configuration_hold_for_every_user(jane, settings):
    settings.DEFAULT_PERMISSIONS = {"tenancy.view_tenant": ({"name": "a"},)}
    Tenant.objects.create(name="a", slug="a")
    assert names(jane) == ["a"]


def test_the_backend_lists_all_permissions(jane, allow):
    allow(jane, "tenancy.tenant", "view", "add")
    found = ObjectPermissionBackend().get_all_permissions(jane)
    assert {"tenancy.view_tenant", "tenancy.add_tenant"} <= found
    assert jane.has_module_perms("tenancy")
    assert not jane.has_module_perms("circuits")


@pytest.mark.parametrize(
    "constraints", [{"nonsense": 1}, [{"name": "a"}, {"group__nothing": 1}], "name", [1], {"pk": "x"}, {"name__foo": 1}]
)
def test_constraints_are_filters_that_the_type_understands(jane, allow, constraints):
    permission = allow(jane, "tenancy.tenant", "view")
    permission.constraints = constraints
    with pytest.raises(ValidationError) as caught:
        permission.clean()
    assert "constraints" in caught.value.message_dict


@pytest.mark.parametrize("constraints", [None, {}, [], {"name__startswith": "a"}, [{"group": None}, {"pk__in": [1]}]])
def test_good_constraints_are_accepted(jane, allow, constraints):
    permission = allow(jane, "tenancy.tenant", "view")
    permission.constraints = constraints
    permission.clean()


@pytest.mark.parametrize("actions", [[], [""], ["View all"], ["drop;"]])
def test_actions_are_words(actions):
    with pytest.raises(ValidationError) as caught:
        ObjectPermission(name="x", actions=actions).clean()
    assert "actions" in caught.value.message_dict


def test_a_broken_constraint_grants_nothing(jane, tenants, allow):
    allow(jane, "tenancy.tenant", "view", constraints={"nonsense": 1})
    assert names(jane) == []


def test_outside_names_what_a_permission_does_not_cover(jane, tenants, allow):
    allow(jane, "tenancy.tenant", "change", constraints={"name": "a"})
    assert access.outside(Tenant, [t.pk for t in tenants], jane, "change") == {tenants[1].pk, tenants[2].pk}


@pytest.fixture
def manager(jane, allow):
    """May write users, groups and permissions, and see tenants named a."""
    allow(jane, "users.objectpermission", "add", "change", "view")
    allow(jane, "users.group", "add", "change", "view")
    allow(jane, "users.user", "add", "change", "view")
    allow(jane, "tenancy.tenant", "view", constraints={"name": "a"})
    return jane


def permission(label: str, *actions: str, constraints=None) -> ObjectPermission:
    from django.apps import apps
    from django.contrib.contenttypes.models import ContentType

    made = ObjectPermission.objects.create(name="p", actions=list(actions), constraints=constraints)
    made.object_types.add(ContentType.objects.get_for_model(apps.get_model(label)))
    return made


@pytest.mark.parametrize(
    ("actions", "constraints"),
    [
        (["view"], None),
        (["view"], {"name": "b"}),
        (["view"], [{"name": "a"}, {"name": "b"}]),
        (["view", "change"], {"name": "a"}),
    ],
)
def test_nobody_makes_a_permission_beyond_their_own(manager, actions, constraints):
    with pytest.raises(PermissionDenied), changes.recording(user=manager):
        permission("tenancy.tenant", *actions, constraints=constraints)
    assert not ObjectPermission.objects.filter(name="p").exists()


@pytest.mark.parametrize("constraints", [{"name": "a"}, [{"name": "a", "slug": "x"}]])
def test_what_one_holds_or_less_may_be_handed_out(manager, constraints):
    with changes.recording(user=manager):
        made = permission("tenancy.tenant", "view", constraints=constraints)
        group = Group.objects.create(name="g")
        group.object_permissions.add(made)


def test_nobody_widens_a_permission_they_have(manager):
    mine = manager.object_permissions.get(constraints={"name": "a"})
    mine.constraints = None
    with changes.recording(user=manager), pytest.raises(PermissionDenied):
        mine.save()
    mine.refresh_from_db()
    assert mine.constraints == {"name": "a"}


def test_nobody_joins_a_stronger_group(manager):
    strong = Group.objects.create(name="strong")
    strong.object_permissions.add(permission("tenancy.tenant", "delete"))
    for change in (lambda: manager.groups.add(strong), lambda: strong.users.add(manager)):
        with pytest.raises(PermissionDenied), changes.recording(user=manager):
            change()
    assert not strong.users.exists()


def test_nobody_gives_themselves_a_permission(manager):
    strong = permission("tenancy.tenant", "delete")
    with pytest.raises(PermissionDenied), changes.recording(user=manager):
        manager.object_permissions.add(strong)
    with pytest.raises(PermissionDenied), changes.recording(user=manager):
        strong.users.add(manager)
    assert not strong.users.exists()


def test_only_a_superuser_makes_superusers(manager):
    with changes.recording(user=manager), pytest.raises(ValidationError) as caught:
        User(username="new", is_superuser=True).clean()
    assert "is_superuser" in caught.value.message_dict
    manager.is_superuser = True
    with pytest.raises(PermissionDenied), changes.recording(user=User.objects.get(pk=manager.pk)):
        manager.save()


def test_nobody_takes_over_a_stronger_account(manager):
    root = User.objects.create_superuser("root", password="correct horse battery staple")
    root.set_password("another long password")
    with pytest.raises(PermissionDenied), changes.recording(user=manager):
        root.save()
    root.refresh_from_db()
    assert root.check_password("correct horse battery staple")
    root.is_superuser = False
    with pytest.raises(PermissionDenied), changes.recording(user=manager):
        root.save()


def test_weaker_accounts_may_be_managed(manager):
    with changes.recording(user=manager):
        made = User.objects.create_user("new", email="new@example.org")
        made.first_name = "N"
        made.clean()
        made.save()


def test_superusers_and_the_system_are_not_limited():
    with changes.recording(user=User.objects.create_superuser("root")):
        permission("tenancy.tenant", "delete")
    permission("tenancy.tenant", "delete")
