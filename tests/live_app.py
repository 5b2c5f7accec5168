"""The product's web server on the database named in the environment, with users for tests; started by `tests.live`.

    python -m tests.live_app <number of the listening socket> <file for the credentials>

It ends when its standard input does, so that nothing is left when a test run is killed.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from pathlib import Path

ADMIN_ID = 7_000_000_001
"""Far from the ids that a fuzzer tries: it may delete users, but not the one it works as."""


def main(listening: str, report: str) -> None:
    """Make the users, note their credentials, serve."""
    import django

    django.setup()
    from django.db import connections

    unfinished = Path(f"{report}.unfinished")
    unfinished.write_text(json.dumps(credentials()), encoding="utf-8")
    unfinished.rename(report)
    # The processes of the server must not share a connection.
    connections.close_all()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    sys.argv = ["gunicorn", "-c", "python:netsot.server.gunicorn", "--bind", f"fd://{listening}"]
    from gunicorn.app.wsgiapp import run

    run(prog="gunicorn")


def credentials() -> dict[str, str]:
    """A superuser with a token of either version."""
    from django.contrib.auth import get_user_model

    from users.models import Token

    password = "Long-enough-secret-1"
    admin = get_user_model()(id=ADMIN_ID, username="admin", is_superuser=True)
    admin.set_password(password)
    admin.save(force_insert=True)
    found = {"username": "admin", "password": password}
    for version in (1, 2):
        token = Token(id=ADMIN_ID + version, user=admin, version=version)
        token.save(force_insert=True)
        found[f"v{version}"] = token.token if version == 1 else f"nbt_{token.key}.{token.token}"
    return found


def _end_with_parent() -> None:
    sys.stdin.read()
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main(*sys.argv[1:])
