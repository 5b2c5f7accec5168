"""What every request and answer carries."""

from __future__ import annotations

import uuid

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.api.plumbing_urls")]


@pytest.mark.parametrize("path", ["/api/echo/", "/api/closed/", "/api/absent/thing/", "/api/"])
def test_every_answer_of_the_api_names_its_version_and_request(client, path):
    answer = client.get(path)
    assert answer["API-Version"] == "4.6"
    assert uuid.UUID(answer["X-Request-ID"])
    assert {"accept", "authorization", "cookie"} <= {part.strip().lower() for part in answer["Vary"].split(",")}


def test_pages_vary_for_partial_updates(client):
    answer = client.get("/page/")
    assert "API-Version" not in answer
    assert "HX-Request" in answer["Vary"]


def test_a_valid_request_id_is_kept_and_others_replaced(client):
    sent = str(uuid.uuid4())
    answer = client.get("/api/echo/", headers={"X-Request-ID": sent})
    assert answer["X-Request-ID"] == answer.json()["id"] == sent
    assert client.get("/api/echo/", headers={"X-Request-ID": "1; DROP"})["X-Request-ID"] != "1; DROP"


def test_nothing_is_asked_of_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/api/echo/")


def test_unauthenticated_is_403(client):
    answer = client.get("/api/closed/")
    assert answer.status_code == 403
    assert "WWW-Authenticate" not in answer
    assert answer.json()["detail"]


def test_an_unknown_path_is_a_404_in_json(client):
    answer = client.get("/api/absent/thing/")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/json")
    assert answer.json() == {"detail": "Not found."}


def test_a_bug_is_a_500_in_json_with_the_request_id(client):
    client.raise_request_exception = False
    answer = client.get("/api/failing/?kind=bug")
    assert answer.status_code == 500
    assert answer.json()["request_id"] == answer["X-Request-ID"]
    assert "a bug" not in answer.content.decode()


def test_a_body_too_large_is_a_413(client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    answer = client.post("/api/echo/", [1] * 200, content_type="application/json")
    assert answer.status_code == 413
    assert answer["API-Version"] == "4.6"


@pytest.mark.parametrize("body", ["{", "[" * 100_000, '{"a": 1e}', "\x00"])
def test_a_bad_body_is_a_400(client, body):
    answer = client.generic("POST", "/api/echo/", body, content_type="application/json")
    assert answer.status_code == 400
    assert "detail" in answer.json()


def test_forwarding_headers_count_from_trusted_proxies_only(client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    settings.USE_X_FORWARDED_HOST = True
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    claims = {"X-Forwarded-Host": "netsot.example", "X-Forwarded-Proto": "https"}
    settings.TRUSTED_PROXIES = ["10.0.0.0/8"]
    seen = [
        client.get("/api/numbers/?limit=1", headers=claims, REMOTE_ADDR=address).json()["next"]
        for address in ("192.0.2.1", "10.1.1.1")
    ]
    assert seen[0].startswith("http://testserver/")
    assert seen[1].startswith("https://netsot.example/")


def test_the_browsable_page_works_under_the_policy(client):
    answer = client.get("/api/numbers/", headers={"Accept": "text/html"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "NetSoT API" in page
    assert "script-src 'self';" in answer["Content-Security-Policy"]
    assert "style-src 'self' 'unsafe-inline'" in answer["Content-Security-Policy"]
    assert "/login/?next=%2Fapi%2Fnumbers%2F" in page
    assert "<script>" not in page
    assert " onclick=" not in page


def test_the_roots_are_public_and_the_apps_are_not(client):
    assert client.get("/api/").json()["status"] == "http://testserver/api/status/"
    assert client.get("/api/dcim/").status_code == 403


def test_strangers_learn_little_from_the_status(client, admin_user):
    assert set(client.get("/api/status/").json()) == {"netbox-version", "netsot-version"}
    client.force_login(admin_user)
    known = client.get("/api/status/").json()
    assert known["netbox-version"].startswith("4.6.")
    assert {"django-version", "installed-apps", "plugins", "python-version", "rq-workers-running"} <= set(known)


def test_the_status_survives_a_lost_redis(client, admin_user, monkeypatch):
    import django_rq
    from redis import Redis

    monkeypatch.setattr(django_rq, "get_connection", lambda name: Redis(unix_socket_path="/nowhere"))
    client.force_login(admin_user)
    assert client.get("/api/status/").json()["rq-workers-running"] == 0


@pytest.mark.parametrize("path", ["/api/schema/swagger-ui/", "/api/schema/redoc/"])
def test_the_documentation_pages_need_no_inline_script(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    assert "script-src 'self'" in answer["Content-Security-Policy"]
    assert "<script>" not in answer.content.decode()
