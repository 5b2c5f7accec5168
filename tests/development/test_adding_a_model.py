"""docs/development/adding-a-model.md says how a model is added; this follows it, with the code as it stands there."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.db import connection, connections

from tests import bootstrap

if TYPE_CHECKING:
    from pytest_django import DjangoDbBlocker

# Processes of their own, which build the whole schema.
pytestmark = pytest.mark.slow

DOCUMENT = Path(settings.BASE_DIR) / "docs" / "development" / "adding-a-model.md"


def code_blocks() -> dict[str, str]:
    """The files that the page has, by path: blocks that start with `# <path>`."""
    blocks = re.findall(r"```python\n# (\S+)\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    return dict(blocks)


@pytest.fixture(scope="module")
def database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A migrated database of this test's own."""
    name = f"{bootstrap.TEST_PREFIX}{os.getpid()}_adding"
    with django_db_blocker.unblock():
        template = bootstrap.migrated_template()
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            cursor.execute(f'CREATE DATABASE "{name}"' + (f' TEMPLATE "{template}"' if template else ""))
    yield name
    with django_db_blocker.unblock(), connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


class Checkout:
    """A folder with the new files, before the checkout on the path, and its settings."""

    def __init__(self, folder: Path, database: str) -> None:
        self.folder = folder
        for path, text in code_blocks().items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        there = connections["default"].settings_dict
        used = {key: there[key] for key in ("HOST", "PORT", "USER", "PASSWORD")} | {"NAME": database}
        (folder / "trial_settings.py").write_text(
            "from netsot.settings import *\n"
            'INSTALLED_APPS = [*INSTALLED_APPS, "maintenance"]\n'
            f'DATABASES["default"] |= {used!r}\n',
            encoding="utf-8",
        )

    def run(self, *command: str) -> str:
        """The output of a Python command that must succeed."""
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "trial_settings",
            "NETSOT_DEV": "1",
            "PYTHONPATH": os.pathsep.join([str(self.folder), str(settings.BASE_DIR)]),
        }
        done = subprocess.run(
            [sys.executable, *command], cwd=self.folder, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory, database: str) -> Checkout:
    return Checkout(tmp_path_factory.mktemp("checkout"), database)


@pytest.fixture(scope="module")
def migrated(checkout: Checkout) -> str:
    """What making and applying the migration printed."""
    made = checkout.run("-m", "django", "makemigrations", "maintenance")
    return made + checkout.run("-m", "django", "migrate", "maintenance")


@pytest.fixture(scope="module")
def used(checkout: Checkout, migrated: str) -> dict[str, Any]:
    """What happened when the new model was used."""
    return json.loads(checkout.run(str(Path(__file__).with_name("use_the_new_model.py"))))


def test_the_page_writes_two_files_and_the_package() -> None:
    assert set(code_blocks()) == {"maintenance/__init__.py", "maintenance/models.py", "maintenance/resources.py"}


def test_the_code_of_the_page_is_in_style(checkout: Checkout) -> None:
    configuration = str(Path(settings.BASE_DIR) / "pyproject.toml")
    folder = str(checkout.folder / "maintenance")
    for arguments in (["check", "--ignore", "I"], ["format", "--check"]):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *arguments, "--no-cache", "--config", configuration, folder],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout


def test_the_migration_is_generated(checkout: Checkout, migrated: str) -> None:
    assert "Create model Window" in migrated
    assert "Applying maintenance.0001_initial... OK" in migrated
    assert "No changes detected" in checkout.run(
        "-m", "django", "makemigrations", "maintenance", "--check", "--dry-run"
    )


def test_nothing_is_missing_in_the_declaration(used: dict[str, Any]) -> None:
    assert "no issues" in used["check"]


def test_objects_are_created_one_and_many_at_a_time(used: dict[str, Any]) -> None:
    created = used["created"]
    assert created["status"] == 201, created
    assert created["body"]["site"]["slug"] == "oslo"
    assert created["body"]["status"] == {"value": "planned", "label": "Planned"}
    assert list(created["body"])[4:10] == ["name", "site", "status", "begins", "ends", "description"]
    assert used["many"] == 201


def test_rules_and_constraints_are_answered_under_the_field(used: dict[str, Any]) -> None:
    assert used["backwards"] == {"status": 400, "body": {"ends": ["A window ends after it begins."]}}
    assert used["twice"]["status"] == 400
    assert "already exists" in json.dumps(used["twice"]["body"])


def test_filters_follow_from_the_model(used: dict[str, Any]) -> None:
    assert used["filters"] == {
        "open_ended": ["Fibre"],
        "status": 20,
        "region": 21,
        "site_id": 21,
        "q": ["Fibre"],
        "name__ic": ["Power 19"],
    }


def test_changes_are_logged(used: dict[str, Any]) -> None:
    assert used["changed"]["body"]["status"]["value"] == "done"
    assert used["changes"] == 2
    assert used["deleted"] == 204


def test_a_page_of_objects_costs_a_constant_number_of_queries(used: dict[str, Any]) -> None:
    assert used["queries"] < 15


def test_options_and_the_schema_describe_it(used: dict[str, Any]) -> None:
    assert used["options"]["body"]["actions"]["POST"]["name"]["required"] is True
    assert {"get", "post", "put", "patch", "delete"} <= set(used["schema"])


def test_it_is_in_the_menu(used: dict[str, Any]) -> None:
    assert 'href="/maintenance/maintenance-windows/"' in used["page home"]["text"]


@pytest.mark.parametrize("page", ["list", "add", "detail", "edit"])
def test_it_has_pages(used: dict[str, Any], page: str) -> None:
    answer = used[f"page {page}"]
    assert answer["status"] == 200
    assert {"list": "Fibre", "add": 'name="begins"', "detail": "Fibre", "edit": 'name="ends"'}[page] in answer["text"]
    assert "/maintenance/maintenance-windows/" in answer["text"]


def test_it_can_be_shown_and_ejected(used: dict[str, Any]) -> None:
    assert "maintenance.window: WindowResource" in used["shown"]
    assert "class Serializer(ResourceSerializer):" in used["ejected"]
