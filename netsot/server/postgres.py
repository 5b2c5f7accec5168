"""The embedded PostgreSQL: a real server on a Unix socket, run as a child of ours."""

from __future__ import annotations

import getpass
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from netsot.server import process
from netsot.server.binaries import cluster_version, postgres_programs
from netsot.server.paths import POSTGRES_PORT, Layout, LayoutError

if TYPE_CHECKING:
    from psycopg2.extensions import connection

ROLE = "netsot"
DATABASE = "netsot"

# Durable, sized for one machine that also runs everything else.
DURABLE = {
    "max_connections": "100",
    "shared_buffers": "128MB",
    "effective_cache_size": "512MB",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "random_page_cost": "1.1",
    "max_wal_size": "1GB",
    "wal_compression": "on",
    "jit": "off",
    # In the data folder: /dev/shm is small in containers, and what a killed server leaves there nobody would remove.
    "dynamic_shared_memory_type": "mmap",
}
# For tests: what is lost in a crash can be made again.
DISPOSABLE = DURABLE | {
    "max_connections": "200",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "on",
    "max_wal_size": "256MB",
    "min_wal_size": "32MB",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}


class EmbeddedPostgres:
    """One database cluster under a layout."""

    # SIGINT is the fast shutdown: clients are cut off, everything committed stays.
    death_signal = signal.SIGINT

    def __init__(self, places: Layout, options: dict[str, str] | None = None) -> None:
        self.places = places
        self.options = options or DURABLE

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.places.postgres_data

    @property
    def port(self) -> int:
        """The port, which also names the socket."""
        return int(self.options.get("port", POSTGRES_PORT))

    def initialise(self) -> bool:
        """Create the cluster when there is none; whether one was created."""
        if cluster_version(self.places):
            return False
        if self.data.exists() and any(self.data.iterdir()):
            raise LayoutError(f"{self.data} holds files but no PostgreSQL cluster; move it away")
        programs = postgres_programs(self.places)
        # Made beside its place and moved there when complete, so that an interrupted start leaves nothing half done.
        partial = Path(tempfile.mkdtemp(prefix=".postgres-", dir=self.places.services))
        self._give_away(partial)
        try:
            argv = [
                programs / "initdb",
                f"--pgdata={partial / 'data'}",
                f"--username={ROLE}",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--auth=peer",
                "--no-instructions",
            ]
            if self.options.get("fsync") == "off":
                argv.append("--no-sync")
            child = process.spawn(argv, user=self.places.user, cwd=partial, env=self._environment())
            output, _ = child.communicate()
            if child.returncode:
                raise LayoutError(f"PostgreSQL could not create its data folder:\n{output.decode(errors='replace')}")
            if self.data.exists():
                self.data.rmdir()
            (partial / "data").rename(self.data)
        finally:
            shutil.rmtree(partial, ignore_errors=True)
        return True

    def start(self, output: int | None = subprocess.PIPE) -> subprocess.Popen[bytes]:
        """Start the server as a child; call ``wait_ready`` before using it."""
        self.stop_orphan()
        self._write_access_rules()
        return process.spawn(
            self.command(),
            user=self.places.user,
            cwd=self.data,
            env=self._environment(),
            output=output,
            death_signal=self.death_signal,
        )

    def command(self) -> list[str | Path]:
        """The command line of the server."""
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": f'"{self.places.run}"',
            "unix_socket_permissions": "0700",
            "port": str(self.port),
            "hba_file": str(self.data / "netsot_hba.conf"),
            "ident_file": str(self.data / "netsot_ident.conf"),
            "log_destination": "stderr",
            "logging_collector": "off",
            "log_line_prefix": "",
            "log_min_messages": "log",
            "log_checkpoints": "off",
            "timezone": "UTC",
            "log_timezone": "UTC",
            **self.options,
        }
        argv: list[str | Path] = [postgres_programs(self.places) / "postgres", "-D", self.data]
        for name, value in settings.items():
            argv += ["-c", f"{name}={value}"]
        return argv

    def pid(self) -> int | None:
        """The process id of a running server of this cluster, ours or left by an earlier run."""
        lines = self._pid_file()
        if not lines or not lines[0].strip().isdigit():
            return None
        pid = int(lines[0])
        if not process.alive(pid):
            return None
        # After a reboot or in a container another program may have got the same id.
        arguments = process.command_line(pid)
        if not arguments or not arguments[0].endswith("postgres") or str(self.data) not in arguments:
            return None
        return pid

    def ready(self) -> bool:
        """Whether the server accepts connections."""
        lines = self._pid_file()
        return len(lines) >= 8 and lines[7].strip() == "ready" and self.pid() is not None

    def wait_ready(self, timeout: float = 60) -> bool:
        """Wait until the server accepts connections (crash recovery included)."""
        return process.wait_until(self.ready, timeout)

    def stop_orphan(self, timeout: float = 30) -> bool:
        """Stop a server that an ended supervisor left behind, and clear what a killed one left; whether one ran."""
        pid = self.pid()
        if pid is None:
            for stale in (self.data / "postmaster.pid", self.places.run / f".s.PGSQL.{self.port}.lock"):
                stale.unlink(missing_ok=True)
            return False
        for wanted in (signal.SIGINT, signal.SIGQUIT):
            os.kill(pid, wanted)
            if process.wait_until(lambda: not process.alive(pid), timeout):
                return True
        raise LayoutError(f"a PostgreSQL left by an earlier run (process {pid}) does not stop")

    def connect(self, database: str = "postgres", attempts: int = 5) -> connection:
        """A connection in autocommit mode."""
        import psycopg2

        for attempt in range(attempts):
            try:
                link = psycopg2.connect(host=str(self.places.run), port=self.port, user=ROLE, dbname=database)
                break
            except psycopg2.OperationalError:
                if attempt + 1 == attempts:
                    raise
                time.sleep(0.2)
        link.autocommit = True
        return link

    def ensure_database(self, name: str = DATABASE) -> bool:
        """Create the database when it is missing; whether it was created."""
        from psycopg2 import errors, sql

        link = self.connect()
        try:
            with link.cursor() as cursor:
                cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
                if cursor.fetchone():
                    return False
                try:
                    cursor.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
                except (errors.DuplicateDatabase, errors.UniqueViolation):
                    return False
                return True
        finally:
            link.close()

    def _pid_file(self) -> list[str]:
        try:
            return (self.data / "postmaster.pid").read_text(encoding="utf-8").splitlines()
        except OSError:
            return []

    def _write_access_rules(self) -> None:
        """Let only ourselves in: the kernel tells the server which user is at the other end of the socket."""
        users = {getpass.getuser() if os.getuid() else "root", self.places.user}
        rules = f"local all {ROLE} peer map=netsot\n"
        names = "".join(f'netsot "{name}" {ROLE}\n' for name in sorted(filter(None, users)))
        for name, text in (("netsot_hba.conf", rules), ("netsot_ident.conf", names)):
            # Written new and moved into place: the folder belongs to the service user, so a link there is not followed.
            handle, partial = tempfile.mkstemp(dir=self.data)
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                stream.write(text)
            self._give_away(Path(partial))
            Path(partial).replace(self.data / name)

    def _give_away(self, path: Path) -> None:
        if self.places.user:
            shutil.chown(path, self.places.user, None)

    def _environment(self) -> dict[str, str]:
        # PG* variables of the caller (PGDATA, PGHOST …) must not reach the server.
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))}
        return kept | {"LC_ALL": "C", "TZ": "UTC"}
