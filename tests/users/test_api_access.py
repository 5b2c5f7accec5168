"""Who gets in over HTTP, and how those are answered who don't."""

from __future__ import annotations

import pytest
from rest_framework.test import APIClient

from tenancy.models import Tenant
from users.models import Token, User

pytestmark = pytest.mark.django_db

URL = "/api/tenancy/tenants/"


@pytest.fixture
def root():
    return User.objects.create_superuser("root", password="correct horse battery staple")


def client(token: Token | None = None) -> APIClient:
    made = APIClient(enforce_csrf_checks=True)
    if token is not None:
        made.credentials(HTTP_AUTHORIZATION=token.authorization)
    return made


@pytest.mark.parametrize("credentials", [None, "Token " + "0" * 40, "Bearer nbt_x.y"])
def test_whoever_shows_nothing_or_something_wrong_gets_403_without_a_challenge(credentials):
    asking = APIClient()
    if credentials:
        asking.credentials(HTTP_AUTHORIZATION=credentials)
    answer = asking.get(URL)
    assert answer.status_code == 403
    assert "WWW-Authenticate" not in answer.headers
    assert answer.json()["detail"]


@pytest.mark.parametrize("version", [1, 2])
def test_both_forms_of_token_read_and_write(root, version):
    asking = client(Token.objects.create(user=root, version=version))
    assert asking.get(URL).json()["count"] == 0
    assert asking.post(URL, {"name": "a", "slug": "a"}).status_code == 201


def test_a_read_only_token_writes_nothing(root):
    asking = client(Token.objects.create(user=root, write_enabled=False))
    assert asking.get(URL).status_code == 200
    answer = asking.post(URL, {"name": "a", "slug": "a"})
    assert answer.status_code == 403
    assert "read-only" in answer.json()["detail"]
    assert not Tenant.objects.exists()


def test_a_session_reads_but_needs_the_csrf_token_to_write(root):
    asking = APIClient(enforce_csrf_checks=True)
    asking.force_login(root)
    assert asking.get(URL).status_code == 200
    assert asking.post(URL, {"name": "a", "slug": "a"}).status_code == 403
    assert not Tenant.objects.exists()


def test_a_token_wins_over_the_session(root, jane):
    asking = client(Token.objects.create(user=jane))
    asking.force_login(root)
    assert asking.get(URL).status_code == 403


def test_a_created_token_is_shown_once_and_never_its_digest(root):
    asking = client(Token.objects.create(user=root))
    made = asking.post("/api/users/tokens/", {"user": root.pk, "description": "x"})
    assert made.status_code == 201, made.json()
    body = made.json()
    assert len(body["token"]) == 40
    assert client().credentials is not None
    again = asking.get(f"/api/users/tokens/{body['id']}/")
    digest = Token.objects.get(pk=body["id"]).hmac_digest
    assert body["token"] not in again.content.decode()
    assert digest not in again.content.decode()
    use = APIClient()
    use.credentials(HTTP_AUTHORIZATION=f"Bearer nbt_{body['key']}.{body['token']}")
    assert use.get(URL).status_code == 200
