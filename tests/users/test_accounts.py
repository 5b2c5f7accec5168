"""Users, their preferences, and logging in."""

from __future__ import annotations

import pytest
from django.contrib.auth import authenticate
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import RequestFactory

from netsot import settings as settings_module
from users import preferences, throttle
from users.models import User, UserConfig

PASSWORD = "correct horse battery staple"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_failures_yet():
    cache.clear()
    throttle._local.clear()


def test_names_are_unique_whatever_the_case():
    User.objects.create_user("Jane")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("jANE")
    assert User.objects.get_by_natural_key("JANE").username == "Jane"


def test_mail_domains_are_written_in_lower_case():
    assert User.objects.create_user("jane", email="Jane@EXAMPLE.org").email == "Jane@example.org"


def test_staff_means_superuser():
    assert User.objects.create_superuser("root").is_staff
    assert not User.objects.create_user("jane").is_staff


def test_passwords_are_hashed_with_argon2(settings):
    settings.PASSWORD_HASHERS = settings_module.PASSWORD_HASHERS
    assert User.objects.create_user("jane", password=PASSWORD).password.startswith("argon2$argon2id$")


@pytest.mark.parametrize("password", ["short", "password1234", "1234567890123"])
def test_new_passwords_meet_the_rules_on_every_way_in(password):
    user = User(username="jane")
    user.set_password(password)
    with pytest.raises(ValidationError) as caught:
        user.clean()
    assert "password" in caught.value.message_dict


def test_preferences_are_made_with_the_user(settings):
    settings.DEFAULT_USER_PREFERENCES = {"pagination": {"per_page": 100}}
    user = User.objects.create_user("jane")
    assert user.config.data == {"pagination": {"per_page": 100}}
    user.config.set("pagination.per_page", 5, commit=True)
    assert settings.DEFAULT_USER_PREFERENCES == {"pagination": {"per_page": 100}}


def test_preferences_are_read_and_written_by_dotted_path(settings):
    settings.DEFAULT_USER_PREFERENCES = {"ui": {"colormode": "dark"}}
    config = UserConfig(data={})
    assert config.get("ui.colormode") == "dark"
    assert config.get("tables.Site.columns") is None
    assert config.get("tables.Site.columns", []) == []
    config.set("tables.Site.columns", ["name"])
    config.set("ui.colormode", "light")
    assert config.get("ui.colormode") == "light"
    assert config.all() == {"tables.Site.columns": ["name"], "ui.colormode": "light"}
    config.clear("tables.Site")
    config.clear("never.set")
    assert config.data == {"tables": {}, "ui": {"colormode": "light"}}


@pytest.mark.parametrize(("path", "value"), [("a.b", 1), ("g", 1)])
def test_a_value_is_not_a_group(path, value):
    with pytest.raises(TypeError):
        preferences.put({"a": 1, "g": {"x": 1}}, path, value)


def test_patches_are_merged_level_by_level():
    config = UserConfig(data={"a": {"b": 1, "c": [1, 2]}, "d": 1})
    config.merge({"a": {"c": [3], "e": {"f": 1}}})
    assert config.data == {"a": {"b": 1, "c": [3], "e": {"f": 1}}, "d": 1}


def login(password, username="jane", address="192.0.2.1"):
    request = RequestFactory().post("/login/", REMOTE_ADDR=address)
    return authenticate(request, username=username, password=password)


def test_login_is_by_name_in_any_case_and_not_by_mail():
    user = User.objects.create_user("jane", email="jane@example.org", password=PASSWORD)
    assert login(PASSWORD) == user
    assert login(PASSWORD, "JANE") == user
    assert login(PASSWORD, "jane@example.org") is None


def compared(monkeypatch) -> list[str]:
    """Notes every password that is compared."""
    seen: list[str] = []
    monkeypatch.setattr(User, "check_password", lambda self, raw: bool(seen.append(raw)))
    return seen


def test_of_a_thousand_guesses_few_are_compared(monkeypatch):
    User.objects.create_user("jane", password=PASSWORD)
    seen = compared(monkeypatch)
    for number in range(1000):
        assert login(f"guess {number}", address=f"192.0.2.{number % 250}") is None
    assert len(seen) <= 15


def test_guessing_one_password_at_many_accounts_is_slowed_down_per_network(monkeypatch):
    for number in range(60):
        User.objects.create(username=f"user{number}")
    seen = compared(monkeypatch)
    for number in range(60):
        login("guess", username=f"user{number}", address=f"198.51.100.{number}")
    assert len(seen) <= throttle.FREE_PER_NETWORK + 5


def test_one_account_does_not_lock_another(monkeypatch):
    joe = User.objects.create_user("joe", password=PASSWORD)
    User.objects.create_user("jane", password=PASSWORD)
    for _ in range(throttle.FREE_PER_ACCOUNT + 3):
        login("wrong")
    assert login(PASSWORD) is None
    assert login(PASSWORD, username="joe") == joe


def test_a_success_forgets_the_failures_of_the_account():
    User.objects.create_user("jane", password=PASSWORD)
    for _ in range(throttle.FREE_PER_ACCOUNT - 1):
        login("wrong")
    assert login(PASSWORD)
    for _ in range(throttle.FREE_PER_ACCOUNT - 1):
        login("wrong")
    assert login(PASSWORD)


def test_attempts_are_counted_while_the_cache_is_away(monkeypatch):
    class Away:
        def add(self, *args, **kwargs):
            return False

        def incr(self, key, *args, **kwargs):
            raise ValueError(key)

        def get(self, *args, **kwargs):
            return None

        def delete_many(self, *args, **kwargs):
            return None

    monkeypatch.setattr(throttle, "cache", Away())
    seen = compared(monkeypatch)
    User.objects.create_user("jane", password=PASSWORD)
    for number in range(100):
        login(f"guess {number}")
    assert len(seen) <= 15


def test_the_password_is_in_no_snapshot_of_the_change_log():
    assert "password" in User.secret_fields


def test_there_is_no_second_permission_system():
    tables = connection.introspection.table_names()
    assert "users_user_user_permissions" not in tables
    assert "auth_user" not in tables
