"""The product as it runs for users: gunicorn with two processes on a loopback port and a database of its own.

The fixture `live` (one server per run of pytest) is for tests that need real HTTP and real parallel writers. They share
its database and clean nothing up: each works with objects of its own and counts those only.
"""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg2
from django.db import connection

from netsot.server import paths, process
from tests import bootstrap

WORKERS, THREADS = 2, 8


@dataclass
class Answer:
    """Status, headers (names in lower case) and body of an answer."""

    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        """The body, read as JSON."""
        return json.loads(self.body)


@dataclass
class Live:
    """A running server."""

    port: int
    database: dict[str, Any]
    log: Path
    username: str = ""
    password: str = ""
    tokens: dict[int, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def request(self, method: str, path: str, data: Any = None, *, raw: bytes | None = None, **headers: str) -> Answer:
        """One request over a connection of its own, as the superuser. `raw` is sent as it is."""
        sent = {"Authorization": f"Token {self.tokens[1]}", "Content-Type": "application/json"}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        body = raw if raw is not None else (json.dumps(data).encode() if data is not None else None)
        channel = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            # A server that refuses a large body answers before it has read everything.
            with suppress(BrokenPipeError):
                channel.request(method, path, body, {name: value for name, value in sent.items() if value})
            answer = channel.getresponse()
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            channel.close()

    def answers(self) -> bool:
        """Whether the server works."""
        channel = http.client.HTTPConnection("127.0.0.1", self.port, timeout=3)
        try:
            channel.request("GET", "/api/status/")
            return channel.getresponse().status == 200
        except OSError:
            return False
        finally:
            channel.close()

    def create(self, path: str, data: Any) -> Any:
        """Create one object or a list of them; what the server answered."""
        answer = self.request("POST", f"/api/{path}/", data)
        assert answer.status == 201, answer.body
        return answer.json()

    def sql(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """The rows of a statement in the server's database."""
        with closing(psycopg2.connect(**self.database)) as channel, channel.cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchall()

    def failures(self) -> str:
        """What the server logged so far about requests it failed to answer; refusals don't count."""
        lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
        refused = ("WARNING ", "INFO ")
        return "\n".join(line for line in lines if not line.startswith(refused) and "] [WARNING] " not in line)

    def environment(self) -> dict[str, str]:
        """What a program needs to work on the same database."""
        number = 2 + 2 * (os.getpid() % 500)
        found = os.environ | {
            "DJANGO_SETTINGS_MODULE": "netsot.settings",
            "NETSOT_DEV": "1",
            "NETSOT_ROLE": "web",
            "NETSOT_DATABASE_NAME": self.database["dbname"],
            "NETSOT_REDIS_DATABASE": str(number),
            "NETSOT_CACHE_PREFIX": f"live-{os.getpid()}",
            "NETSOT_WEB_WORKERS": str(WORKERS),
            "NETSOT_WEB_THREADS": str(THREADS),
        }
        if "NETSOT_TEST_DATABASE_URL" in os.environ:
            database = self.database
            found |= {
                "DB_HOST": database["host"],
                "DB_PORT": database["port"],
                "DB_USER": database["user"],
                "DB_PASSWORD": database["password"],
                "DB_NAME": database["dbname"],
            }
        found.pop("PYTEST_CURRENT_TEST", None)
        return found


@contextmanager
def running() -> Iterator[Live]:
    """Copy the migrated database, start the server on it, stop it and remove the copy."""
    settings = connection.settings_dict
    name = f"{bootstrap.TEST_PREFIX}{os.getpid()}_live"
    template = bootstrap.migrated_template()
    assert template, "the migrations can't be applied"
    _statement(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    try:
        with tempfile.TemporaryDirectory(prefix="netsot-live-") as folder, _listening() as listening:
            database = {
                "dbname": name,
                "host": settings["HOST"],
                "port": settings["PORT"],
                "user": settings["USER"],
                "password": settings["PASSWORD"],
            }
            live = Live(listening.getsockname()[1], database, Path(folder) / "log")
            server = _start(live, listening, Path(folder) / "credentials")
            try:
                yield live
            finally:
                _stop(server)
    finally:
        _statement(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@contextmanager
def _listening() -> Iterator[socket.socket]:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(128)
        yield listening


def _start(live: Live, listening: socket.socket, report: Path) -> subprocess.Popen[bytes]:
    number = listening.fileno()
    with live.log.open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "tests.live_app", str(number), str(report)],
            cwd=paths.CHECKOUT,
            env=live.environment(),
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            pass_fds=[number],
            start_new_session=True,
        )
    try:
        assert process.wait_until(lambda: report.exists() or server.poll() is not None, 60), "no users"
        assert server.poll() is None, live.log.read_text()
        found = json.loads(report.read_text())
        live.username, live.password = found["username"], found["password"]
        live.tokens = {1: found["v1"], 2: found["v2"]}
        # The socket takes connections from the start; a server that ends would leave them waiting.
        ready = process.wait_until(lambda: live.answers() or server.poll() is not None, 60)
        assert ready, live.log.read_text()
        assert server.poll() is None, live.log.read_text()
    except BaseException:
        _stop(server)
        raise
    return server


def _stop(server: subprocess.Popen[bytes]) -> None:
    if server.poll() is None:
        server.send_signal(signal.SIGTERM)
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait(10)
    if server.stdin:
        server.stdin.close()


def _statement(text: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(text)


def together(count: int, work: Callable[[int], Any]) -> list[Any]:
    """Run `work(number)` in that many threads, started at the same moment; their results, in order."""
    start = threading.Barrier(count)
    results: list[Any] = [None] * count

    def run(number: int) -> None:
        start.wait(timeout=60)
        try:
            results[number] = work(number)
        except Exception as error:  # noqa: BLE001 - raised again below
            results[number] = error

    threads = [threading.Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    for result in results:
        if isinstance(result, Exception):
            raise result
    return results
