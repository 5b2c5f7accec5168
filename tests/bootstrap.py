"""How a test run gets its database: a server shared by the checkout, a migrated template, a copy per process."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db import connection, connections

from netsot.server import paths, process
from netsot.server.embedded import ensure_shared

TEMPLATE_PREFIX = "netsot_template_"
TEST_PREFIX = "test_netsot_"
KEPT_TEMPLATES = 3


def prepare_database() -> None:
    """Set the connection of this process to a database of its own, which pytest-django then creates."""
    database = settings.DATABASES["default"]
    if address := os.environ.get("NETSOT_TEST_DATABASE_URL"):
        database.update(from_url(address))
    else:
        ensure_shared()
        database["NAME"] = "postgres"
    test = database.setdefault("TEST", {})
    test["NAME"] = os.environ.get("NETSOT_TEST_DB") or f"{TEST_PREFIX}{os.getpid()}"
    test["TEMPLATE"] = None
    connections["default"].settings_dict.update(database)
    _drop_leftovers()
    test["TEMPLATE"] = connections["default"].settings_dict["TEST"]["TEMPLATE"] = migrated_template()


def private_redis() -> None:
    """Give this process Redis databases of its own, as parallel runs share the server."""
    number = 2 + 2 * (os.getpid() % 500)
    for queue in settings.RQ_QUEUES.values():
        queue["URL"] = re.sub(r"db=\d+", f"db={number}", queue["URL"])
    cache = settings.CACHES["default"]
    cache["LOCATION"] = re.sub(r"db=\d+", f"db={number + 1}", cache["LOCATION"])
    cache["KEY_PREFIX"] = f"test-{os.getpid()}"


def from_url(address: str) -> dict[str, str]:
    """The connection settings in ``postgresql://user:password@host:port/name``."""
    parts = urlsplit(address)
    return {
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "NAME": parts.path.lstrip("/") or "postgres",
    }


def migrated_template() -> str | None:
    """The name of a database with all migrations applied, made once per state of the migrations."""
    name = f"{TEMPLATE_PREFIX}{_fingerprint()}"
    with connection._nodb_cursor() as cursor:
        # Parallel runs wait here for the one that makes it.
        cursor.execute("SELECT set_config('lock_timeout', '0', false), set_config('statement_timeout', '0', false)")
        cursor.execute("SELECT pg_advisory_lock(hashtext(%s))", [TEMPLATE_PREFIX])
        try:
            if _exists(cursor, name):
                return name
            partial = f"{name}_partial"
            cursor.execute(f'DROP DATABASE IF EXISTS "{partial}" WITH (FORCE)')
            cursor.execute(f'CREATE DATABASE "{partial}"')
            if not _migrate(partial):
                # The ordinary way follows and shows the same error where a developer looks for it.
                cursor.execute(f'DROP DATABASE IF EXISTS "{partial}" WITH (FORCE)')
                return None
            cursor.execute(f'ALTER DATABASE "{partial}" RENAME TO "{name}"')
            _drop_old_templates(cursor, keep=name)
        finally:
            cursor.execute("SELECT pg_advisory_unlock(hashtext(%s))", [TEMPLATE_PREFIX])
    return name


def _migrate(name: str) -> bool:
    """Apply all migrations to a database, in a process of its own so that no state of this one gets in."""
    database = connections["default"].settings_dict
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "netsot.settings",
        "NETSOT_DEV": "1",
        "NETSOT_DATABASE_NAME": name,
    }
    environment.pop("PYTEST_CURRENT_TEST", None)
    if "NETSOT_TEST_DATABASE_URL" in os.environ:
        environment |= {
            "DB_HOST": database["HOST"],
            "DB_PORT": database["PORT"],
            "DB_USER": database["USER"],
            "DB_PASSWORD": database["PASSWORD"],
            "DB_NAME": name,
        }
    done = subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity=0", "--no-input", "--skip-checks"],
        cwd=paths.CHECKOUT,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.stderr.write(f"\nmigrating the template database failed:\n{done.stderr[-3000:]}\n")
    return done.returncode == 0


def _fingerprint() -> str:
    """Changes whenever a migration or the database framework does."""
    import django

    state = hashlib.sha256(django.get_version().encode())
    for path in sorted(paths.CHECKOUT.glob("*/migrations/**/*.py")):
        state.update(str(path.relative_to(paths.CHECKOUT)).encode())
        state.update(path.read_bytes())
    state.update((paths.CHECKOUT / "netsot" / "settings.py").read_bytes())
    return state.hexdigest()[:16]


def _exists(cursor, name: str) -> bool:
    cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
    return cursor.fetchone() is not None


def _drop_old_templates(cursor, keep: str) -> None:
    """Remove templates of earlier states of the migrations; the newest stay for other branches."""
    cursor.execute(
        "SELECT datname FROM pg_database WHERE datname LIKE %s AND datname <> %s ORDER BY oid DESC",
        [f"{TEMPLATE_PREFIX}%", keep],
    )
    for (name,) in cursor.fetchall()[KEPT_TEMPLATES - 1 :]:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _drop_leftovers() -> None:
    """Remove test databases of runs that were killed."""
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{TEST_PREFIX}%"])
        for (name,) in cursor.fetchall():
            found = re.match(rf"{TEST_PREFIX}(\d+)", name)
            if found and not process.alive(int(found.group(1))):
                cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
