"""``nsot-server start`` and ``make serve``: everything under one supervisor."""

from __future__ import annotations

import contextlib
import fcntl
import http.client
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from netsot.conf import loader, secrets
from netsot.server import paths, process, state
from netsot.server.embedded import EmbeddedServers
from netsot.server.supervisor import Service, StartError, Stopped, Supervisor

DEFAULT_PORT = 8990
ROLES = ("all", "web", "worker", "scheduler")
PASSWORD_FILE = "admin-password"  # noqa: S105 - the name of the file
# Errors of the first page after which starting is given up.
MAX_ERRORS = 3


class Server:
    """One run of the product."""

    def __init__(self, role: str = "all", *, demo: bool = False) -> None:
        self.role = role
        self.demo = demo
        self.places = paths.layout()
        self.values, _ = loader.load(self.places.home)
        self.supervisor = Supervisor()
        self.bind = os.environ.get("NETSOT_BIND") or f"127.0.0.1:{os.environ.get('PORT') or DEFAULT_PORT}"
        self.embedded = EmbeddedServers(self.places)
        self.own_postgres = not self.values["DATABASE"]
        self.own_redis = not self.values["REDIS"]
        self.errors = 0
        self.status: int | None = None
        self.asking: threading.Thread | None = None

    def run(self) -> int:
        """Start everything, run until told to stop, stop everything."""
        supervisor = self.supervisor
        supervisor.install_signal_handlers()
        try:
            with self._only_one():
                try:
                    self._start()
                    supervisor.forever()
                except Stopped:
                    pass
                finally:
                    supervisor.say("Stopping")
                    supervisor.stop()
                    if self.role == "all":
                        # Only a folder that is empty goes: nothing of ours stays outside the home.
                        with contextlib.suppress(OSError):
                            self.places.run.rmdir()
        except (StartError, paths.LayoutError, loader.ConfigurationError) as error:
            sys.stderr.write(f"{error}\n")
            return 1
        supervisor.say("Stopped")
        return 0

    # Starting

    def _start(self) -> None:
        if self.role in ("all", "web"):
            self._check_port()
        self._start_services()
        if self.role == "all":
            self._upgrade()
        if self.role in ("all", "worker", "scheduler"):
            self.supervisor.add(self._worker())
        if self.role in ("all", "web"):
            web = self.supervisor.add(self._web())
            self.supervisor.wait_ready(web, timeout=120)
            self.supervisor.settle()
            self.supervisor.say(f"NetSoT is ready at {self.url()}")
        else:
            self.supervisor.say(f"NetSoT {self.role} is running")

    def _start_services(self) -> None:
        """The embedded servers, unless external ones are configured."""
        if self.role != "all":
            # Beyond one machine the servers are external, or belong to the run with the role "all".
            if (self.own_postgres or self.own_redis) and not self.embedded.ready():
                raise StartError(f"--role {self.role} needs DATABASE and REDIS settings, or a running `start`")
            return
        waiting = []
        if self.own_postgres or self.own_redis:
            paths.prepare(self.places)
        if self.own_redis:
            self.embedded.redis.initialise()
            redis = Service(
                "redis",
                self.embedded.redis.start,
                self.embedded.redis.ready,
                stop_signals=((signal.SIGTERM, 15), (signal.SIGKILL, 5)),
                worth=lambda line: any(word in line.lower() for word in ("error", "fatal", "failed", "can't")),
            )
            waiting.append(self.supervisor.add(redis))
        if self.own_postgres:
            if not (self.embedded.postgres.data / "PG_VERSION").exists():
                self.supervisor.say(f"Creating the database in {self.embedded.postgres.data}")
            self.embedded.postgres.initialise()
            postgres = Service(
                "postgres",
                self.embedded.postgres.start,
                self.embedded.postgres.ready,
                # Never SIGKILL: fast shutdown, and at worst immediate shutdown, which the log replays.
                stop_signals=((signal.SIGINT, 60), (signal.SIGQUIT, 30)),
                worth=lambda line: not line.startswith("LOG:"),
            )
            # The last started is the last stopped but one: PostgreSQL goes down after everything else.
            self.supervisor.services.insert(0, postgres)
            self.supervisor.launch(postgres)
            waiting.append(postgres)
        for service in waiting:
            self.supervisor.wait_ready(service, timeout=120)
        if self.own_postgres:
            self.embedded.postgres.ensure_database()

    def _upgrade(self) -> None:
        """Migrations, static files, the administrator and the demo data, when anything about them has changed."""
        current = state.fingerprint(self.values)
        if state.read(self.places.home).get("prepared") == current and self._database_is_prepared():
            return
        command = [sys.executable, "-m", "netsot.server.cli", "upgrade", "--quiet", "--first-start"]
        if self.demo:
            command.append("--demo")
        self.supervisor.say("Preparing the database and the static files")
        self.supervisor.run("prepare", command, env=self._environment("command"))
        state.update(self.places.home, prepared=current)
        self._tell_password()

    def _database_is_prepared(self) -> bool:
        """Whether the database is still the one that was prepared; it may have been replaced by an empty one."""
        from netsot.server.database import connect

        try:
            link = connect(self.values, self.places)
        except Exception:  # the upgrade that follows reports it properly
            return False
        with contextlib.closing(link), link.cursor() as cursor:
            cursor.execute("SELECT to_regclass('django_migrations') IS NOT NULL")
            return bool(cursor.fetchone()[0])

    def _tell_password(self) -> None:
        """Say once how to log in."""
        path = self.places.home / PASSWORD_FILE
        told = state.read(self.places.home).get("password_told")
        if path.exists() and not told:
            password = path.read_text(encoding="utf-8").strip()
            self.supervisor.say(f"Log in as admin with the password {password}")
            self.supervisor.say(f"It is kept in {path}")
            state.update(self.places.home, password_told=True)

    def _web(self) -> Service:
        argv = [sys.executable, "-m", "gunicorn", "-c", "python:netsot.server.gunicorn"]
        return Service(
            "web",
            lambda: process.spawn(argv, env=self._environment("web"), cwd=paths.CHECKOUT),
            self._answers,
            stop_signals=((signal.SIGTERM, 15), (signal.SIGQUIT, 5), (signal.SIGKILL, 5)),
        )

    def _worker(self) -> Service:
        argv = [sys.executable, "-m", "netsot.server.worker"]
        if self.role == "scheduler":
            argv.append("--scheduler-only")
        return Service(
            self.role if self.role == "scheduler" else "worker",
            lambda: process.spawn(argv, env=self._environment("worker"), cwd=paths.CHECKOUT),
            # The first SIGTERM lets a running job finish, the second ends it; it is then tried again.
            stop_signals=((signal.SIGTERM, 10), (signal.SIGTERM, 5), (signal.SIGKILL, 5)),
        )

    def _environment(self, role: str) -> dict[str, str]:
        return os.environ | {
            "DJANGO_SETTINGS_MODULE": "netsot.settings",
            "NETSOT_HOME": str(self.places.home),
            "NETSOT_ROLE": role,
            "NETSOT_BIND": self.bind,
            "NETSOT_WEB_WORKERS": str(self.values["WEB_WORKERS"]),
            "NETSOT_WEB_THREADS": str(self.values["WEB_THREADS"]),
            "PYTHONUNBUFFERED": "1",
        }

    # The address

    def url(self) -> str:
        """The address to open in a browser."""
        path = self.values["BASE_PATH"].strip("/")
        return f"http://{self.bind}/{path + '/' if path else ''}"

    def _check_port(self) -> None:
        """Say clearly that the port is taken; a server that an ended run left behind gets time to end."""
        host, _, port = self.bind.rpartition(":")
        if self.bind.startswith("unix:"):
            return
        end = time.monotonic() + 12
        asked = False
        while True:
            with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                try:
                    probe.bind((host.strip("[]"), int(port)))
                    return
                except OSError as error:
                    if time.monotonic() >= end or not self.places.home.exists():
                        raise StartError(f"{self.bind} can't be used: {error.strerror} (set PORT)") from error
            if not asked:
                self.supervisor.say(f"{self.bind} is taken; waiting a moment for it")
                asked = True
            self.supervisor.turn(0.2)
            self.supervisor.check()

    def _answers(self) -> bool:
        """Whether a page really comes back; asked in a thread, so that output is forwarded in the meantime."""
        if self.bind.startswith("unix:"):
            return Path(self.bind.removeprefix("unix:")).exists()
        if self.asking is not None and self.asking.is_alive():
            return False
        # A server error is an answer of a web server that runs, but not of a product that works.
        if self.status is not None and self.status >= 500:
            self.errors += 1
            if self.errors >= MAX_ERRORS:
                raise StartError(f"the web server answers /login/ with an error ({self.status}); see above")
        elif self.status is not None:
            return True
        self.asking = threading.Thread(target=self._ask, daemon=True)
        self.asking.start()
        return False

    def _ask(self) -> None:
        host, _, port = self.bind.rpartition(":")
        host = "127.0.0.1" if host in ("", "0.0.0.0") else host.strip("[]")  # noqa: S104 - only asked, not opened
        base = self.values["BASE_PATH"].strip("/")
        link = http.client.HTTPConnection(host, int(port), timeout=10)
        try:
            link.request("GET", f"/{base + '/' if base else ''}login/", headers={"Host": self._host()})
            self.status = link.getresponse().status
        except (OSError, http.client.HTTPException):
            self.status = None
        finally:
            link.close()

    def _host(self) -> str:
        names = self.values["ALLOWED_HOSTS"]
        return "localhost" if "*" in names or "localhost" in names or not names else names[0].lstrip(".")

    @contextmanager
    def _only_one(self) -> Iterator[None]:
        """Refuse to run twice over one home folder (several web or worker hosts are fine)."""
        paths.prepare_home(self.places)
        if self.role != "all":
            yield
            return
        with (self.places.home / "server.lock").open("a+") as stream:
            try:
                fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                stream.seek(0)
                holder = stream.read().strip()
                raise StartError(f"NetSoT already runs in {self.places.home} (process {holder})") from None
            stream.truncate(0)
            stream.write(str(os.getpid()))
            stream.flush()
            yield


def initialise(places: paths.Layout) -> bool:
    """Make the home folder, its keys and a configuration file to fill in; whether anything was made."""
    paths.prepare_home(places)
    made = secrets.ensure(places.home)
    path = places.home / loader.FILE_NAME
    if not path.exists():
        from netsot.conf.sample import sample

        secrets.write_private(path, sample())
        made = True
    return made


def main() -> int:
    """``make serve``: an installation that is made on its first start."""
    try:
        initialise(paths.layout())
        return Server("all", demo=True).run()
    except (paths.LayoutError, loader.ConfigurationError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1


if __name__ == "__main__":
    raise SystemExit(main())
