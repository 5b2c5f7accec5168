"""The shared instance that development and tests of one checkout use, and the embedded pair of servers.

``ensure_shared()`` starts PostgreSQL and Redis for this checkout (in memory, without fsync) when they are not up.
They are children of a small keeper process, which stops them and removes their data after a time without clients.

    python -m netsot.server.embedded start|stop|status
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from netsot.server import paths, postgres, process, redis

IDLE_SECONDS = float(os.environ.get("NETSOT_TEST_IDLE", "1200"))
POLL_SECONDS = 5.0


class EmbeddedServers:
    """PostgreSQL and Redis of one layout."""

    def __init__(self, places: paths.Layout, *, disposable: bool = False) -> None:
        self.places = places
        self.postgres = postgres.EmbeddedPostgres(places, postgres.DISPOSABLE if disposable else postgres.DURABLE)
        self.redis = redis.EmbeddedRedis(places, redis.DISPOSABLE if disposable else redis.DURABLE)

    def prepare(self) -> None:
        """Create the folders and the cluster when they are missing."""
        paths.prepare(self.places)
        self.redis.initialise()
        self.postgres.initialise()

    def ready(self) -> bool:
        """Whether both servers answer."""
        return self.postgres.ready() and self.redis.ready()


def ensure_shared(timeout: float = 90) -> paths.Layout:
    """Start the shared instance of this checkout when it is not up, and note that it is in use."""
    root = paths.shared_root()
    places = paths.shared_layout()
    paths.make_private(root, mode=0o711 if places.user else 0o700)
    with _lock(root / "start.lock"):
        (root / "used").touch()
        servers = EmbeddedServers(places, disposable=True)
        if servers.ready():
            return places
        _end_keeper(root)
        with (root / "log").open("ab") as log:
            keeper = subprocess.Popen(
                [sys.executable, "-m", "netsot.server.embedded", "keep"],
                cwd=paths.CHECKOUT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                env={name: value for name, value in os.environ.items() if not name.startswith("COV_")},
            )
        started = process.wait_until(lambda: servers.ready() or keeper.poll() is not None, timeout, step=0.05)
        if not started or not servers.ready():
            tail = (root / "log").read_text(encoding="utf-8", errors="replace")[-2000:]
            raise paths.LayoutError(f"the shared PostgreSQL and Redis did not start:\n{tail}")
        servers.postgres.ensure_database()
    return places


def keep() -> int:
    """The keeper: own both servers until nobody has used them for a while, then remove their data."""
    root = paths.shared_root()
    servers = EmbeddedServers(paths.shared_layout(), disposable=True)
    (root / "keeper.pid").write_text(f"{os.getpid()}\n", encoding="ascii")
    stopping = False

    def stop(signum: int, frame: object) -> None:
        nonlocal stopping
        stopping = True

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    servers.prepare()
    children = [servers.redis.start(output=None), servers.postgres.start(output=None)]
    while not stopping:
        time.sleep(POLL_SECONDS)
        # Somebody removed the folder or took over: the servers here serve nobody, and the data is not ours any more.
        if not _is_keeper(root):
            break
        if any(child.poll() is not None for child in children):
            break
        stopping = stopping or _idle(root, servers)
    for child, wanted in zip(children, (servers.redis.death_signal, servers.postgres.death_signal), strict=True):
        if child.poll() is None:
            child.send_signal(wanted)
    for child in children:
        child.wait(60)
    if _is_keeper(root):
        for leftover in (servers.places.services, servers.places.run):
            shutil.rmtree(leftover, ignore_errors=True)
    return 0


def _is_keeper(root: Path) -> bool:
    """Whether this process still is the keeper of the folder."""
    try:
        return int((root / "keeper.pid").read_text(encoding="ascii")) == os.getpid()
    except (OSError, ValueError):
        return False


def _end_keeper(root: Path) -> None:
    """End a keeper whose servers don't answer; they end with it."""
    try:
        pid = int((root / "keeper.pid").read_text(encoding="ascii"))
    except (OSError, ValueError):
        return
    if process.alive(pid) and "netsot.server.embedded" in process.command_line(pid):
        (root / "keeper.pid").unlink(missing_ok=True)
        os.kill(pid, signal.SIGTERM)
        if not process.wait_until(lambda: not process.alive(pid), 30, step=0.1):
            os.kill(pid, signal.SIGKILL)


def stop(*, force: bool = False) -> bool:
    """Stop the shared instance unless somebody is connected; whether it is down afterwards."""
    root = paths.shared_root()
    try:
        pid = int((root / "keeper.pid").read_text(encoding="ascii"))
    except (OSError, ValueError):
        return True
    if not process.alive(pid) or "netsot.server.embedded" not in process.command_line(pid):
        return True
    with _lock(root / "start.lock"):
        if not force and _clients(EmbeddedServers(paths.shared_layout(), disposable=True)):
            return False
        os.kill(pid, signal.SIGTERM)
        if not process.wait_until(lambda: not process.alive(pid), 60, step=0.1):
            return False
        shutil.rmtree(root / "home", ignore_errors=True)
        for name in ("keeper.pid", "log", "used"):
            (root / name).unlink(missing_ok=True)
    return True


def _idle(root: Path, servers: EmbeddedServers) -> bool:
    """Whether nobody has used the servers for the allowed time."""
    used = root / "used"
    if not used.exists():
        return True
    if time.time() - used.stat().st_mtime < IDLE_SECONDS:
        return False
    if _clients(servers):
        used.touch()
        return False
    with _lock(root / "start.lock"):
        return time.time() - used.stat().st_mtime >= IDLE_SECONDS


def _clients(servers: EmbeddedServers) -> int:
    """How many clients are connected to the database server."""
    if not servers.postgres.ready():
        return 0
    link = servers.postgres.connect()
    try:
        with link.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity"
                " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
            )
            return int(cursor.fetchone()[0])
    finally:
        link.close()


@contextmanager
def _lock(path: Path) -> Iterator[None]:
    """Hold a file lock; it goes away with the process."""
    with path.open("a") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        yield


def main(argv: list[str]) -> int:
    """The command line of the shared instance."""
    action = argv[0] if argv else "status"
    if action == "keep":
        return keep()
    if action == "start":
        sys.stdout.write(f"{ensure_shared().run}\n")
        return 0
    if action == "stop":
        stopped = stop(force="--force" in argv)
        sys.stdout.write("stopped\n" if stopped else "in use, left running\n")
        return 0
    places = paths.shared_layout()
    up = EmbeddedServers(places, disposable=True).ready()
    sys.stdout.write(f"{'running' if up else 'not running'}: {places.run}\n")
    return 0 if up else 3


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
