"""Home, logging in and out, the account's own pages, error pages, headers."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from netsot.kernel import registry
from netsot.ui import navigation
from netsot.ui.middleware import SecurityHeadersMiddleware
from netsot.ui.safe import safe_next
from tests import factories
from tests.clients import superuser, user_with
from tests.ui.pages import browser, main_form, read

pytestmark = pytest.mark.django_db

PASSWORD = "Long-enough-secret-1"  # noqa: S105


def test_home_asks_who_it_is() -> None:
    answer = browser().get("/")
    assert answer.status_code == 302
    assert answer["Location"] == "/login/?next=/"


def test_home_is_open_where_logging_in_is_not_required(settings: Any) -> None:
    settings.LOGIN_REQUIRED = False
    settings.EXEMPT_VIEW_PERMISSIONS = ["dcim.site"]
    site = factories.one("dcim.site")
    assert browser().get("/").status_code == 200
    assert str(site) in browser().get(f"/dcim/sites/{site.pk}/").content.decode()
    assert browser().get("/dcim/sites/add/")["Location"].startswith("/login/")
    assert browser().get("/dcim/devices/")["Location"].startswith("/login/")


def test_home_counts_what_the_reader_may_see_in_few_statements() -> None:
    shown, _hidden = factories.create("dcim.site", 2)
    client = browser(user_with(("view", "dcim.site", {"pk": shown.pk})))
    with CaptureQueriesContext(connection) as queries:
        answer = client.get("/")
    assert len(queries) <= 10
    (tile,) = answer.context["tiles"]
    assert tile.lines == [("Sites", "/dcim/sites/", 1)]


def test_the_menu_shows_only_what_may_be_opened(settings: Any) -> None:
    settings.DEFAULT_PERMISSIONS = {}
    user = user_with(("view", "dcim.site", None), ("add", "dcim.site", None), ("view", "ipam.prefix", None))
    found = {item.text: item.add_url for menu in navigation.menus(user) for g in menu.groups for item in g.items}
    assert found == {"Sites": "/dcim/sites/add/", "Prefixes": ""}


def test_every_resource_in_the_menu_has_a_known_place() -> None:
    assert [r.label for r in navigation.listed() if r.label not in navigation.POSITIONS] == []
    assert {r.menu[0] for r in navigation.listed()} <= {name for name, _icon, _labels in navigation.ORDER}


def test_logging_in_leads_back() -> None:
    user = superuser()
    client = browser()
    page = client.get("/login/?next=/dcim/sites/%3Fq%3Da")
    assert read(page).forms[0]["next"] == ["/dcim/sites/?q=a"]
    sent = {"username": user.username, "password": PASSWORD, "next": "/dcim/sites/?q=a"}
    answer = client.post("/login/", sent)
    assert answer.status_code == 302, answer.content.decode()
    assert answer["Location"] == "/dcim/sites/?q=a"
    assert client.get("/").status_code == 200


def test_a_wrong_password_is_refused_without_telling_which_part_is_wrong() -> None:
    user = superuser()
    answers = [
        browser().post("/login/", {"username": name, "password": "wrong"})
        for name in (user.username, "nobody-of-that-name")
    ]
    texts = [read(answer).forms and answer.context["form"].errors.as_text() for answer in answers]
    assert [answer.status_code for answer in answers] == [422, 422]
    assert texts[0] == texts[1]


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "javascript:alert(1)",
        "http:evil",
        "/a\nb",
        "evil",
        "",
    ],
)
def test_nobody_is_sent_to_another_site(address: str) -> None:
    request = RequestFactory().get("/login/", {"next": address})
    assert safe_next(request) == "/"


def test_logging_out_needs_a_form() -> None:
    client = browser(superuser())
    assert client.get("/logout/").status_code == 200
    assert client.get("/").status_code == 200
    assert client.post("/logout/").status_code == 302
    assert client.get("/").status_code == 302


def test_the_account_pages_open() -> None:
    client = browser(user_with(("view", "dcim.site", {"name": "x"})))
    for path in ("/user/", "/user/preferences/", "/user/password/", "/user/api-tokens/"):
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert read(answer).inline == []
    assert "view*" in client.get("/user/").content.decode()


def test_a_password_is_changed_and_other_sessions_end() -> None:
    user = superuser()
    client, other = browser(user), browser(user)
    words = {"old_password": PASSWORD, "new_password1": "Another-secret-22", "new_password2": "Another-secret-22"}
    assert client.post("/user/password/", words | {"old_password": "wrong"}).status_code == 422
    assert client.post("/user/password/", words).status_code == 302
    assert client.get("/user/").status_code == 200
    assert other.get("/user/").status_code == 302


def test_preferences_are_kept() -> None:
    user = superuser()
    client = browser(user)
    factories.create("dcim.site", 30)
    assert client.post("/user/preferences/", {"per_page": "25", "timezone": "Asia/Tokyo"}).status_code == 302
    assert client.get("/dcim/sites/").context["paging"].size == 25
    user.config.refresh_from_db()
    assert user.config.get("locale.timezone") == "Asia/Tokyo"


def test_chosen_columns_are_kept_and_forgotten() -> None:
    client = browser(superuser())
    factories.one("dcim.site")
    client.post("/user/columns/dcim.site/", {"column": ["facility", "nonsense"], "next": "/dcim/sites/"})
    headings = [str(item.label) for item in client.get("/dcim/sites/").context["headings"]]
    assert headings == ["Name", "Facility"]
    client.post("/user/columns/dcim.site/", {"_reset": "1"})
    assert len(client.get("/dcim/sites/").context["headings"]) > 2


def test_a_new_token_shows_its_secret_once() -> None:
    user = superuser()
    client = browser(user)
    form = main_form(client.get(f"/users/tokens/add/?user={user.pk}"))
    assert form["version"] == ["2"]
    answer = client.post("/users/tokens/add/", form | {"description": "For the script"}, follow=True)
    token = user.tokens.get()
    assert answer.content.decode().count(f"nbt_{token.key}.") == 1
    assert f"nbt_{token.key}." not in client.get(f"/users/tokens/{token.pk}/").content.decode()


@pytest.mark.parametrize(("path", "status"), [("/nothing/", 404), ("/dcim/sites/99999999999999999999999/", 404)])
def test_errors_have_pages(path: str, status: int) -> None:
    answer = browser(superuser()).get(path)
    assert answer.status_code == status
    assert "NetSoT" in answer.content.decode()
    assert read(answer).inline == []


def test_a_refused_page_says_why() -> None:
    answer = browser(user_with(("view", "dcim.site", None))).get("/dcim/sites/add/")
    assert answer.status_code == 403
    assert "You may not add sites." in answer.content.decode()


@pytest.mark.parametrize("name", ["400.html", "500.html", "403_csrf.html"])
def test_pages_for_broken_requests_need_nothing(name: str) -> None:
    from django.template.loader import render_to_string

    with CaptureQueriesContext(connection) as queries:
        assert "NetSoT" in render_to_string(name)
    assert len(queries) == 0


def test_headers_can_be_loosened_by_one_response_only() -> None:
    def loose(request: Any) -> HttpResponse:
        answer = HttpResponse()
        answer.csp = {"style-src": "'self' 'unsafe-inline'", "object-src": None}  # type: ignore[attr-defined]
        return answer

    request = RequestFactory().get("/")
    policy = SecurityHeadersMiddleware(loose)(request)["Content-Security-Policy"]
    assert "style-src 'self' 'unsafe-inline'" in policy
    assert "object-src" not in policy
    strict = SecurityHeadersMiddleware(lambda _request: HttpResponse())(request)
    assert "unsafe" not in strict["Content-Security-Policy"]
    assert strict["X-Content-Type-Options"] == "nosniff"
    assert "camera=()" in strict["Permissions-Policy"]


def test_hostile_query_strings_never_break_a_list() -> None:
    client = browser(superuser())
    factories.create("dcim.site", 2)
    for query in (
        "page=0", "page=99999999999", "page=-1", "page=x", "per_page=0", "per_page=99999999", "sort=nonsense,-,--name",
        "q=%00", "region_id=abc", "region_id=99999999999999999999", "status=nonsense", "name__ic=%00", "sort=,,,",
        "cf_nothing=1", "name__regex=(", "id=1&id=x",
    ):  # fmt: skip
        assert client.get(f"/dcim/sites/?{query}").status_code == 200, query
    for query in ("clone=x", "clone=999999999999", "region=abc", "region=%00", "tags=x", "status=nonsense", "name=%00"):
        assert client.get(f"/dcim/sites/add/?{query}").status_code == 200, query


def test_the_registry_gives_every_page_a_name() -> None:
    from django.urls import reverse

    for resource in registry.all_resources():
        app, model = resource.label.split(".")
        if "list" in resource.methods:
            assert reverse(f"{app}:{model}_list") == f"/{resource.path}/"
        if "retrieve" in resource.methods:
            assert reverse(f"{app}:{model}", args=[5]) == f"/{resource.path}/5/"


def test_a_browser_can_log_in_with_forgery_protection_on() -> None:
    user = superuser()
    client = Client(enforce_csrf_checks=True)
    token = read(client.get("/login/")).forms[0]["csrfmiddlewaretoken"][0]
    sent = {"username": user.username, "password": PASSWORD, "csrfmiddlewaretoken": token}
    assert client.post("/login/", sent).status_code == 302
