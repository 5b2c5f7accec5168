"""What the configuration file and the environment say."""

import re
import stat
import warnings

import pytest

from netsot.conf import defaults, get_config, loader, register_source, sample, secrets, services
from netsot.conf.loader import ConfigurationError, ConfigurationWarning
from netsot.server import paths

VARIED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.delenv("NETSOT_CONFIG", raising=False)
    return tmp_path


def write(home, text):
    (home / "nsot.conf.py").write_text(text)


def test_what_the_file_leaves_out_has_its_default(home):
    write(home, "MAX_PAGE_SIZE = 20\n")
    values, given = loader.load(home, {})
    assert values["MAX_PAGE_SIZE"] == 20
    assert values["PAGINATE_COUNT"] == 50
    assert given == {"MAX_PAGE_SIZE"}


def test_an_unknown_name_is_reported_with_the_nearest_valid_one(home):
    write(home, "MAX_PAGESIZE = 20\n")
    with pytest.warns(ConfigurationWarning, match="MAX_PAGESIZE is ignored; did you mean MAX_PAGE_SIZE"):
        loader.load(home, {})


def test_imports_and_helpers_in_the_file_are_not_parameters(home):
    write(home, "import os\nhelper = 1\nMAX_PAGE_SIZE = helper\n")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        values, _ = loader.load(home, {})
    assert values["MAX_PAGE_SIZE"] == 1


def test_a_mistake_in_the_file_names_the_file(home):
    write(home, "MAX_PAGE_SIZE = \n")
    with pytest.raises(ConfigurationError, match=r"nsot\.conf\.py: SyntaxError"):
        loader.load(home, {})


def test_a_named_file_has_to_exist(home, monkeypatch):
    monkeypatch.setenv("NETSOT_CONFIG", str(home / "absent.py"))
    with pytest.raises(ConfigurationError, match="does not exist"):
        loader.load(home, {})


def test_the_environment_comes_before_the_file(home):
    write(home, "LOGIN_REQUIRED = True\nALLOWED_HOSTS = ['a']\n")
    values, _ = loader.load(home, {"NETSOT_LOGIN_REQUIRED": "false", "ALLOWED_HOSTS": "b.example c.example"})
    assert values["LOGIN_REQUIRED"] is False
    assert values["ALLOWED_HOSTS"] == ["b.example", "c.example"]


@pytest.mark.parametrize(("name", "value"), [("NETSOT_LOGIN_REQUIRED", "perhaps"), ("NETSOT_MAX_PAGE_SIZE", "many")])
def test_a_value_of_the_wrong_type_names_its_variable(home, name, value):
    with pytest.raises(ConfigurationError, match=name):
        loader.load(home, {name: value})


def test_the_names_of_the_container_images_work(home, tmp_path):
    (tmp_path / "password").write_text("from file\n")
    values, _ = loader.load(
        home,
        {
            "DB_HOST": "db",
            "DB_NAME": "n",
            "DB_USER": "u",
            "DB_PASSWORD_FILE": str(tmp_path / "password"),
            "REDIS_HOST": "r",
            "REDIS_PASSWORD": "p",
            "REDIS_CACHE_HOST": "c",
            "API_TOKEN_PEPPER_1": "one",
        },
    )
    assert values["DATABASE"] == {"HOST": "db", "NAME": "n", "USER": "u", "PASSWORD": "from file"}
    assert values["REDIS"]["tasks"] == {"HOST": "r", "PASSWORD": "p"}
    assert values["REDIS"]["caching"] == {"HOST": "c", "PASSWORD": "p", "DATABASE": "1"}
    assert values["API_TOKEN_PEPPERS"] == {1: "one"}


def test_time_limits_follow_the_role(home, monkeypatch):
    values, _ = loader.load(home, {})
    places = paths.layout(home)
    for role, limit in (("web", 30000), ("worker", 300000), ("command", 0)):
        monkeypatch.setenv("NETSOT_ROLE", role)
        options = services.database(values, places)["OPTIONS"]["options"]
        assert f"statement_timeout={limit}" in options
        assert "lock_timeout=5000" in options


def test_special_characters_of_a_redis_password_survive(home):
    address = services.url({"HOST": "h", "PASSWORD": "a/b@c:d", "DATABASE": 3, "SSL": True})
    assert address == "rediss://:a%2Fb%40c%3Ad@h:6379/3"


def test_sentinels_are_passed_on(home):
    values, _ = loader.load(home, {})
    connection = {"SENTINELS": [("s1", 26379)], "SENTINEL_SERVICE": "netsot", "DATABASE": 2}
    assert services.queues(values, connection)["high"]["MASTER_NAME"] == "netsot"
    assert services.caches(connection)["default"]["LOCATION"] == "redis://netsot/2"


def test_generated_keys_are_private_and_made_once(home):
    assert secrets.ensure(home)
    first = secrets.read(home)
    assert stat.S_IMODE((home / "secrets.json").stat().st_mode) == 0o600
    assert not secrets.ensure(home)
    assert secrets.read(home) == first
    secrets.check(first["SECRET_KEY"], {1: first["API_TOKEN_PEPPER_1"]})


@pytest.mark.parametrize(
    "key",
    ["", "short", "a" * 60, f"django-insecure-{VARIED}", f"changeme-{VARIED}"],
    ids=["empty", "short", "monotonous", "django", "manual"],
)
def test_a_key_that_protects_nothing_is_refused(key):
    with pytest.raises(ConfigurationError, match="SECRET_KEY"):
        secrets.check(key, {})


def test_the_sample_file_changes_nothing_and_shows_every_parameter(home):
    text = sample.sample()
    write(home, text)
    assert loader.read_file(home / "nsot.conf.py") == {}
    shown = set(re.findall(r"^# ([A-Z0-9_]+) (?:=|is kept)", text, flags=re.MULTILINE))
    assert shown == set(defaults.PARAMETERS)


def test_the_lines_of_the_sample_file_can_be_uncommented(home):
    text = re.sub(r"^# ([A-Z0-9_]+ = )", r"\1", sample.sample(), flags=re.MULTILINE)
    write(home, text)
    read = loader.read_file(home / "nsot.conf.py")
    assert read == {name: defaults.PARAMETERS[name].default for name in read}


def test_values_edited_in_the_ui_give_way_to_the_file(settings, monkeypatch):
    monkeypatch.setattr("netsot.conf.dynamic._sources", [])
    register_source(lambda: {"MAX_PAGE_SIZE": 7, "PAGINATE_COUNT": 8, "SECRET_KEY": "stolen"})
    settings.CONFIGURED_PARAMETERS = {"PAGINATE_COUNT"}
    config = get_config()
    assert config.MAX_PAGE_SIZE == 7
    assert config.PAGINATE_COUNT == settings.PAGINATE_COUNT
    assert config.SECRET_KEY == settings.SECRET_KEY


def test_an_unknown_parameter_is_an_error(monkeypatch):
    monkeypatch.setattr("netsot.conf.dynamic._sources", [])
    with pytest.raises(AttributeError, match="MAX_PAGES"):
        get_config().MAX_PAGES  # noqa: B018


def test_the_reference_is_up_to_date():
    from netsot.conf import reference

    assert reference.PATH.read_text(encoding="utf-8") == reference.render(), "run python -m netsot.conf.reference"
