"""The whole product as its users start it: real processes, a real browser's view of the port."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from netsot.server import paths, process
from netsot.server.embedded import EmbeddedServers

pytestmark = pytest.mark.slow

PATIENCE = 240
OURS = ("NETSOT_", "PYTEST_", "DJANGO_", "DB_", "REDIS_", "PORT", "SECRET_KEY", "SUPERUSER_")


def free_port() -> int:
    """A port nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Product:
    """One started product and what it has said."""

    def __init__(self, home: Path, port: int, *command: str, **environment: str) -> None:
        self.port = port
        clean = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        settings = {"NETSOT_HOME": str(home), "PORT": str(port), "NETSOT_DEMO": "0", "NETSOT_WEB_WORKERS": "1"}
        self.child = subprocess.Popen(
            [sys.executable, "-u", "-m", *(command or ("netsot.server.serve",))],
            cwd=paths.CHECKOUT,
            env=clean | settings | environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.lines: list[str] = []
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in self.child.stdout:
            self.lines.append(line.rstrip("\n"))

    @property
    def text(self) -> str:
        """Everything it has said."""
        return "\n".join(self.lines)

    def wait_for(self, text: str) -> None:
        """Wait until it says something."""
        process.wait_until(lambda: text in self.text or self.child.poll() is not None, PATIENCE, step=0.1)
        assert text in self.text, self.text[-3000:]

    def ready(self) -> Product:
        """Wait until it says that it is ready."""
        self.wait_for(f"NetSoT is ready at http://127.0.0.1:{self.port}/")
        return self

    def get(self, path: str = "/login/") -> int | None:
        """The status of a page; None when nobody answers."""
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            link.request("GET", path)
            return link.getresponse().status
        except OSError:
            return None
        finally:
            link.close()

    def pid(self, pattern: str) -> int:
        """The process of one part, found among the children."""
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
            if parent == self.child.pid and pattern in " ".join(process.command_line(int(folder.name))):
                return int(folder.name)
        raise AssertionError(f"no process {pattern}")

    def stop(self, number: signal.Signals = signal.SIGINT) -> int:
        """Stop it and return its exit code."""
        if self.child.poll() is None:
            self.child.send_signal(number)
        return self.child.wait(90)


@pytest.fixture
def start(root):
    """Start products that are stopped at the end."""
    started = []

    def begin(*command, home=None, port=None, **environment):
        product = Product(home or root / "home", port or free_port(), *command, **environment)
        started.append(product)
        return product

    yield begin
    for product in reversed(started):
        product.stop()


def left_over(home: Path) -> list[str]:
    """Command lines of processes that still work for a home."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            environment = (folder / "environ").read_bytes()
        except OSError:
            continue
        if f"NETSOT_HOME={home}\0".encode() in environment:
            found.append(" ".join(process.command_line(int(folder.name))))
    return found


def test_from_nothing_to_a_clean_stop_and_back(start, root):
    home = root / "home"
    first = start().ready()
    assert first.lines[-1] == f"NetSoT is ready at http://127.0.0.1:{first.port}/"
    assert first.get() == 200
    assert "Preparing the database" in first.text
    password = (home / "admin-password").read_text().strip()
    assert stat.S_IMODE((home / "admin-password").stat().st_mode) == 0o600
    assert stat.S_IMODE((home / "secrets.json").stat().st_mode) == 0o600
    assert first.text.count(password) == 1
    assert first.stop() == 0
    assert first.lines[-1] == "Stopped"
    assert left_over(home) == []

    second = start().ready()
    assert "Preparing the database" not in second.text
    assert password not in second.text
    assert second.get() == 200
    assert second.stop(signal.SIGTERM) == 0


def test_every_part_comes_back_after_a_kill(start):
    product = start().ready()
    for name, pattern in (
        ("web", "gunicorn"),
        ("worker", "netsot.server.worker"),
        ("redis", "redis-server"),
        ("postgres", "bin/postgres"),
    ):
        os.kill(product.pid(pattern), signal.SIGKILL)
        product.wait_for(f"{name} ended (killed by SIGKILL)")
        assert process.wait_until(lambda: product.get() == 200, PATIENCE, step=0.2), product.text[-3000:]
        # A page that needs no database may answer sooner than the server is back.
        assert process.wait_until(lambda pattern=pattern: _runs(product, pattern), PATIENCE, step=0.2)
    assert product.stop() == 0


def _runs(product, pattern):
    try:
        return product.pid(pattern) > 0
    except AssertionError:
        return False


def test_a_killed_supervisor_leaves_no_processes_and_no_damage(start, root):
    first = start().ready()
    os.kill(first.child.pid, signal.SIGKILL)
    first.child.wait()
    second = start(port=first.port).ready()
    assert "Preparing the database" not in second.text
    assert second.get() == 200
    assert second.stop() == 0
    assert left_over(root / "home") == []


def test_one_home_runs_once(start):
    first = start().ready()
    second = start()
    assert second.child.wait(30) == 1
    process.wait_until(lambda: "already runs" in second.text, 5)
    assert "already runs" in second.text
    assert first.get() == 200


def test_a_taken_port_is_named(start):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        product = start(port=taken.getsockname()[1])
        assert product.child.wait(60) == 1
    process.wait_until(lambda: "set PORT" in product.text, 5)
    assert "set PORT" in product.text


def test_the_given_password_is_used_and_not_written_down(start, root):
    product = start(NETSOT_ADMIN_PASSWORD="correct horse battery staple").ready()
    assert not (root / "home" / "admin-password").exists()
    assert "correct horse" not in product.text
    check = (
        "from django.contrib.auth import get_user_model as m;"
        "print('matches', m().objects.get(username='admin').check_password('correct horse battery staple'))"
    )
    shell = start("netsot.server.cli", "shell", "-v0", "-c", check)
    shell.wait_for("matches True")


def test_a_sample_key_is_refused(start):
    product = start(SECRET_KEY="changeme" * 10)
    assert product.child.wait(120) == 1
    process.wait_until(lambda: "published sample" in product.text, 5)
    assert "published sample" in product.text
    assert not re.search(r"^NetSoT is ready", product.text, flags=re.MULTILINE)


def test_external_servers_are_used_over_tcp(start, places, root):
    servers = EmbeddedServers(places)
    rules = root / "hba.conf"
    rules.write_text("local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n")
    rules.chmod(0o644)
    servers.postgres.options = servers.postgres.options | {
        "listen_addresses": "127.0.0.1",
        "port": str(free_port()),
        "hba_file": str(rules),
        "fsync": "off",
    }
    servers.redis.options = servers.redis.options | {"port": str(free_port()), "requirepass": "secret"}
    servers.prepare()
    children = [servers.postgres.start(subprocess.DEVNULL), servers.redis.start(subprocess.DEVNULL)]
    try:
        assert servers.postgres.wait_ready()
        assert servers.redis.wait_ready()
        link = servers.postgres.connect()
        with link.cursor() as cursor:
            cursor.execute("CREATE ROLE outside LOGIN PASSWORD 'outside'")
            cursor.execute("CREATE DATABASE outside OWNER outside")
        link.close()
        product = start(
            home=root / "other",
            DB_HOST="127.0.0.1",
            DB_PORT=str(servers.postgres.port),
            DB_NAME="outside",
            DB_USER="outside",
            DB_PASSWORD="outside",
            REDIS_HOST="127.0.0.1",
            REDIS_PORT=servers.redis.options["port"],
            REDIS_PASSWORD="secret",
        ).ready()
        assert product.get() == 200
        assert not (root / "other" / "services" / "postgres").exists()
        assert not (root / "other" / "postgres").exists()
        link = servers.postgres.connect("outside")
        with link.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM users_user")
            assert cursor.fetchone() == (1,)
        link.close()
        assert product.stop() == 0
    finally:
        for child, number in zip(children, (signal.SIGINT, signal.SIGTERM), strict=True):
            child.send_signal(number)
            child.wait(30)


def test_init_makes_a_home_to_fill_in(start, root):
    made = start("netsot.server.cli", "init")
    assert made.child.wait(60) == 0
    home = root / "home"
    assert {path.name for path in home.iterdir()} >= {"secrets.json", "nsot.conf.py"}
    before = (home / "secrets.json").read_text()
    assert start("netsot.server.cli", "init").child.wait(60) == 0
    assert (home / "secrets.json").read_text() == before


def test_a_second_key_is_another_one(start):
    keys = []
    for _ in range(2):
        product = start("netsot.server.cli", "generate_key")
        assert product.child.wait(60) == 0
        process.wait_until(lambda product=product: bool(product.lines), 5)
        keys.append(product.lines[0])
    assert len(set(keys)) == 2
    assert all(len(key) >= 50 for key in keys)
