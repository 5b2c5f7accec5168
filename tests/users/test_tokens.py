"""API tokens: their forms, how they are stored, and when they are refused."""

from __future__ import annotations

import datetime
import json
import re

import pytest
from django.core import serializers
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test import RequestFactory
from django.utils import timezone
from netaddr import IPNetwork
from rest_framework.exceptions import APIException, AuthenticationFailed
from rest_framework.exceptions import PermissionDenied as Forbidden

from netsot.api.authentication import TokenAuthentication
from netsot.kernel import changes
from users.models import ObjectPermission, Token, User
from users.provisioning import provision

pytestmark = pytest.mark.django_db

PASSWORD = "correct horse battery staple"


@pytest.fixture
def user():
    return User.objects.create_user("jane", password=PASSWORD)


def ask(authorization: str, method: str = "get", **meta):
    request = getattr(RequestFactory(), method)("/api/", HTTP_AUTHORIZATION=authorization, **meta)
    return TokenAuthentication().authenticate(request)


def test_a_v2_token_has_a_public_key_and_a_secret(user):
    token = Token.objects.create(user=user)
    assert re.fullmatch(r"Bearer nbt_[0-9A-Za-z]{12}\.[0-9A-Za-z]{40}", token.authorization)
    assert str(token) == f"nbt_{token.key}"
    assert ask(token.authorization) == (user, token)


def test_a_v1_token_is_forty_hexadecimal_digits(user):
    token = Token.objects.create(user=user, version=1)
    assert re.fullmatch(r"Token [0-9a-f]{40}", token.authorization)
    assert token.key is None
    assert ask(token.authorization) == (user, token)


def test_a_client_may_choose_the_secret(user):
    token = Token(user=user, version=1, token="0123456789abcdef" * 2 + "01234567")
    token.clean()
    token.save()
    assert ask("Token " + "0123456789abcdef" * 2 + "01234567")[1] == token


@pytest.mark.parametrize(("version", "secret"), [(1, "short"), (1, "Z" * 40), (2, "a" * 39), (2, "a" * 39 + "-")])
def test_a_chosen_secret_has_the_form_of_its_version(user, version, secret):
    with pytest.raises(ValidationError) as caught:
        Token(user=user, version=version, token=secret).clean()
    assert "token" in caught.value.message_dict


def test_the_secret_is_shown_once(user):
    token = Token.objects.create(user=user)
    assert token.token
    assert Token.objects.get(pk=token.pk).token is None


def test_a_dump_of_the_table_holds_no_usable_token(user):
    made = [Token.objects.create(user=user, version=version) for version in (1, 2)]
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(t)::text FROM users_token AS t")
        dump = "\n".join(row[0] for row in cursor.fetchall())
    dump += serializers.serialize("json", Token.objects.all())
    for token in made:
        assert token.token not in dump
    for digest in re.findall(r"[0-9a-f]{64}", dump):
        for text in (f"Token {digest[:40]}", f"Bearer nbt_{made[1].key}.{digest[:40]}"):
            with pytest.raises(AuthenticationFailed):
                ask(text)


@pytest.mark.parametrize("scheme", ["Token", "token", "TOKEN"])
def test_the_scheme_is_read_in_any_case(user, scheme):
    token = Token.objects.create(user=user, version=1)
    assert ask(f"{scheme} {token.token}")[0] == user


@pytest.mark.parametrize(
    "text",
    ["Token " + "0" * 40, "Token nonsense", "Token", "Bearer nbt_" + "a" * 12 + "." + "b" * 40, "Bearer nbt_x.y"],
)
def test_an_unknown_token_is_refused(user, text):
    with pytest.raises(AuthenticationFailed):
        ask(text)


@pytest.mark.parametrize("text", ["", "Basic abc", "AuthToken a@b:c", "Bearer eyJhbGciOi"])
def test_other_credentials_are_left_to_others(text):
    assert ask(text) is None


def test_a_wrong_secret_with_a_known_key_is_refused(user):
    token = Token.objects.create(user=user)
    with pytest.raises(AuthenticationFailed):
        ask(f"Bearer nbt_{token.key}.{'x' * 40}")


def test_authentication_costs_one_query(user, django_assert_num_queries):
    token = Token.objects.create(user=user)
    ask(token.authorization)
    with django_assert_num_queries(1):
        found, _token = ask(token.authorization)
        assert found.username == "jane"


def refusal(token: Token, **kwargs) -> APIException:
    with pytest.raises(APIException) as caught:
        ask(token.authorization, **kwargs)
    return caught.value


def test_expired_and_disabled_tokens_are_refused(user):
    token = Token.objects.create(user=user, expires=timezone.now() + datetime.timedelta(hours=1))
    Token.objects.filter(pk=token.pk).update(expires=timezone.now() - datetime.timedelta(seconds=1))
    assert "expired" in str(refusal(token))
    off = Token.objects.create(user=user, enabled=False)
    assert "disabled" in str(refusal(off))


def test_the_token_of_an_inactive_user_is_refused(user):
    token = Token.objects.create(user=user)
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert "inactive" in str(refusal(token))


def test_a_read_only_token_reads_only(user):
    token = Token.objects.create(user=user, write_enabled=False)
    for method in ("get", "head", "options"):
        assert ask(token.authorization, method)[0] == user
    for method in ("post", "put", "patch", "delete"):
        assert isinstance(refusal(token, method=method), Forbidden)


def test_a_token_is_tied_to_its_networks(user):
    token = Token.objects.create(user=user, allowed_ips=[IPNetwork("192.0.2.0/24"), IPNetwork("2001:db8::/32")])
    assert ask(token.authorization, REMOTE_ADDR="192.0.2.7")[0] == user
    assert ask(token.authorization, REMOTE_ADDR="::ffff:192.0.2.7")[0] == user
    assert ask(token.authorization, REMOTE_ADDR="2001:db8::9")[0] == user
    assert "198.51.100.1" in str(refusal(token, REMOTE_ADDR="198.51.100.1"))


def test_forwarded_addresses_are_believed_from_our_proxies_only(user, settings):
    token = Token.objects.create(user=user, allowed_ips=[IPNetwork("192.0.2.0/24")])
    claim = {"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": "192.0.2.7"}
    refusal(token, **claim)
    settings.TRUSTED_PROXIES = ["10.0.0.0/8"]
    assert ask(token.authorization, **claim)[0] == user
    # The client wrote the first hop itself; the proxy appended the second.
    refusal(token, REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="192.0.2.7, 198.51.100.1")


def test_last_used_is_written_once_a_minute(user, django_assert_num_queries):
    token = Token.objects.create(user=user)
    ask(token.authorization)
    first = Token.objects.get(pk=token.pk).last_used
    assert first is not None
    ask(token.authorization)
    assert Token.objects.get(pk=token.pk).last_used == first
    Token.objects.filter(pk=token.pk).update(last_used=first - datetime.timedelta(minutes=2))
    ask(token.authorization)
    assert Token.objects.get(pk=token.pk).last_used > first


def test_a_token_works_until_its_pepper_is_removed(user, settings):
    old, new = settings.API_TOKEN_PEPPERS[1], "another pepper of more than fifty characters, 0123456789"
    tokens = [Token.objects.create(user=user, version=version) for version in (1, 2)]
    settings.API_TOKEN_PEPPERS = {1: old, 2: new}
    assert [ask(token.authorization)[1] for token in tokens] == tokens
    assert Token.objects.create(user=user).pepper_id == 2
    settings.API_TOKEN_PEPPERS = {2: new}
    for token in tokens:
        refusal(token)


def test_a_new_token_expires_in_the_future(user):
    with pytest.raises(ValidationError) as caught:
        Token(user=user, expires=timezone.now() - datetime.timedelta(days=1)).clean()
    assert "expires" in caught.value.message_dict


def test_the_version_never_changes(user):
    token = Token.objects.create(user=user)
    token.version = 1
    with pytest.raises(ValidationError) as caught:
        token.clean()
    assert "version" in caught.value.message_dict


def test_a_token_for_somebody_else_needs_the_permission_to_grant_it(user):
    other = User.objects.create_user("joe")
    with pytest.raises(PermissionDenied), changes.recording(user=user):
        Token.objects.create(user=other)
    assert not Token.objects.filter(user=other).exists()

    granting = ObjectPermission.objects.create(name="grant", actions=["grant"], constraints={"user__username": "joe"})
    granting.object_types.add(*types("users.token"))
    user.object_permissions.add(granting)
    user.refresh_from_db()
    with changes.recording(user=user):
        Token.objects.create(user=other)
    third = User.objects.create_user("jim")
    with pytest.raises(PermissionDenied), changes.recording(user=user):
        Token.objects.create(user=third)


def test_a_token_never_lends_more_than_the_giver_holds(user):
    root = User.objects.create_superuser("root")
    granting = ObjectPermission.objects.create(name="grant", actions=["grant"])
    granting.object_types.add(*types("users.token"))
    user.object_permissions.add(granting)
    with pytest.raises(PermissionDenied), changes.recording(user=user):
        Token.objects.create(user=root)
    assert not Token.objects.filter(user=root).exists()


def types(*labels: str):
    from django.apps import apps
    from django.contrib.contenttypes.models import ContentType

    return [ContentType.objects.get_for_model(apps.get_model(label)) for label in labels]


def test_provisioning_gives_a_v2_token_unless_asked_otherwise(user):
    request = RequestFactory().post("/api/users/tokens/provision/")
    token = provision("JANE", PASSWORD, {"description": "laptop"}, request)
    assert (token.version, token.user, token.description) == (2, user, "laptop")
    assert ask(token.authorization)[0] == user
    assert provision("jane", PASSWORD, {"version": 1}, request).version == 1


def test_provisioning_refuses_wrong_passwords_and_inactive_users(user):
    request = RequestFactory().post("/api/users/tokens/provision/")
    with pytest.raises(AuthenticationFailed):
        provision("jane", "wrong", {}, request)
    User.objects.filter(pk=user.pk).update(is_active=False)
    with pytest.raises(AuthenticationFailed):
        provision("jane", PASSWORD, {}, request)
    assert not Token.objects.exists()


def test_provisioning_ignores_fields_that_are_not_the_clients(user):
    request = RequestFactory().post("/api/users/tokens/provision/")
    other = User.objects.create_superuser("root")
    token = provision("jane", PASSWORD, {"user": other, "key": "x" * 12, "last_used": timezone.now()}, request)
    assert (token.user, token.last_used) == (user, None)
    assert json.dumps(token.key) != json.dumps("x" * 12)
