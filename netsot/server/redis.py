"""The embedded Redis: a real server on a Unix socket, run as a child of ours."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
from pathlib import Path

from netsot.server import process
from netsot.server.binaries import redis_program
from netsot.server.paths import Layout, LayoutError, make_private

# Queued jobs survive a restart; at most a second of them is lost with the machine (the outbox sends those again).
DURABLE = {"appendonly": "yes", "appendfsync": "everysec", "save": "", "databases": "16"}
DISPOSABLE = {"appendonly": "no", "save": "", "databases": "1024"}


class EmbeddedRedis:
    """One Redis server under a layout."""

    death_signal = signal.SIGTERM

    def __init__(self, places: Layout, options: dict[str, str] | None = None) -> None:
        self.places = places
        self.options = options or DURABLE

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.places.redis_data

    def initialise(self) -> None:
        """Create the data folder."""
        make_private(self.data, user=self.places.user)

    def start(self, output: int | None = subprocess.PIPE) -> subprocess.Popen[bytes]:
        """Start the server as a child; call ``wait_ready`` before using it."""
        self.stop_orphan()
        return process.spawn(
            self.command(),
            user=self.places.user,
            cwd=self.data,
            output=output,
            death_signal=self.death_signal,
        )

    def command(self) -> list[str | Path]:
        """The command line of the server."""
        settings = {
            "port": "0",
            "unixsocket": str(self.places.redis_socket),
            "unixsocketperm": "700",
            "dir": str(self.data),
            "daemonize": "no",
            "loglevel": "warning",
            # Only keys with a time limit (cache entries, old job results) may go when memory is short.
            "maxmemory": "512mb",
            "maxmemory-policy": "volatile-lru",
            **self.options,
        }
        argv: list[str | Path] = [redis_program(self.places)]
        for name, value in settings.items():
            argv += [f"--{name}", value]
        return argv

    def ready(self) -> bool:
        """Whether the server answers."""
        return self._ask(b"PING\r\n").startswith((b"+PONG", b"-NOAUTH"))

    def wait_ready(self, timeout: float = 30) -> bool:
        """Wait until the server answers (loading its file included)."""
        return process.wait_until(self.ready, timeout)

    def stop_orphan(self, timeout: float = 15) -> bool:
        """Stop a server that an ended supervisor left behind, and clear its socket; whether one ran."""
        pid = self._peer()
        if pid is None:
            self.places.redis_socket.unlink(missing_ok=True)
            return False
        for wanted in (signal.SIGTERM, signal.SIGKILL):
            os.kill(pid, wanted)
            if process.wait_until(lambda: not process.alive(pid), timeout):
                return True
        raise LayoutError(f"a Redis left by an earlier run (process {pid}) does not stop")

    def _peer(self) -> int | None:
        """The process that listens on our socket."""
        if not self.places.redis_socket.exists() or not (answer := self._ask(b"INFO server\r\n")):
            return None
        for line in answer.splitlines():
            if line.startswith(b"process_id:"):
                return int(line.partition(b":")[2])
        return None

    def _ask(self, request: bytes) -> bytes:
        """Send one inline command; empty when nobody answers."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as link:
            link.settimeout(2)
            try:
                link.connect(str(self.places.redis_socket))
                link.sendall(request)
                return link.recv(8192)
            except OSError:
                return b""
