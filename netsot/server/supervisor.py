"""A small supervisor: starts services in order, restarts one that dies, forwards output, stops in reverse order."""

from __future__ import annotations

import contextlib
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from netsot.server import process

FIRST_DELAY = 0.5
LONGEST_DELAY = 30.0
# A service that ran this long before it died has been healthy: its next restart is quick again.
HEALTHY_AFTER = 30.0
# Deaths before it was ever ready after which starting is given up.
MAX_FAILED_STARTS = 3


class StartError(RuntimeError):
    """A service could not be started; its last lines are in the message."""


class Stopped(Exception):
    """Somebody asked us to stop."""


@dataclass
class Service:
    """One supervised process."""

    name: str
    start: Callable[[], subprocess.Popen[bytes]]
    # Asked while nothing else happens: it must not wait for the service, whose output could then fill the pipe.
    ready: Callable[[], bool] = lambda: True
    # Signals to stop it, the gentlest first, each with the seconds it gets.
    stop_signals: Sequence[tuple[signal.Signals, float]] = ((signal.SIGTERM, 10.0), (signal.SIGKILL, 5.0))
    # Which lines of its output are worth showing; the others only appear when it fails to start.
    worth: Callable[[str], bool] = lambda line: True
    child: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    delay: float = FIRST_DELAY
    restart_at: float | None = None
    was_ready: bool = False
    failures: int = 0
    tail: list[str] = field(default_factory=list)


class Supervisor:
    """Runs services until it is told to stop."""

    def __init__(self, output: IO[str] | None = None) -> None:
        self.services: list[Service] = []
        self.output = output or sys.stdout
        self.stopping = False
        self._selector = selectors.DefaultSelector()
        self._partial: dict[int, bytes] = {}
        self._signals = 0

    # Signals

    def install_signal_handlers(self) -> None:
        """Stop on Ctrl-C, on SIGTERM and when the terminal goes away."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._on_signal)

    def _on_signal(self, signum: int, frame: object) -> None:
        self._signals += 1
        self.stopping = True

    def check(self) -> None:
        """Leave when somebody asked us to stop."""
        if self.stopping:
            raise Stopped

    # Starting

    def add(self, service: Service, *, wait: float | None = None) -> Service:
        """Start a service; with ``wait``, return only when it is ready."""
        self.services.append(service)
        self.launch(service)
        if wait is not None:
            self.wait_ready(service, timeout=wait)
        return service

    def wait_ready(self, service: Service, timeout: float) -> None:
        """Serve everything until a service is ready."""
        end = time.monotonic() + timeout
        while True:
            self.check()
            if service.child is not None and service.child.poll() is None and service.ready():
                service.was_ready = True
                return
            if service.failures >= MAX_FAILED_STARTS or time.monotonic() >= end:
                raise StartError(f"{service.name} did not start:\n" + "\n".join(service.tail[-15:]))
            self.turn(0.05)

    def run(self, name: str, argv: Sequence[str | Path], *, env: dict[str, str] | None = None) -> None:
        """Run one command to its end while the services keep running; a failure raises."""
        task = Service(name=name, start=lambda: process.spawn(argv, env=env))
        child = self.launch(task)
        while child.poll() is None:
            if self.stopping:
                child.terminate()
                with contextlib.suppress(subprocess.TimeoutExpired):
                    child.wait(10)
                if child.poll() is None:
                    child.kill()
                raise Stopped
            self.turn(0.1)
        self._drain(task)
        if child.returncode:
            raise StartError(f"{name} failed:\n" + "\n".join(task.tail[-30:]))

    def launch(self, service: Service) -> subprocess.Popen[bytes]:
        """Start the process of a service."""
        service.restart_at = None
        service.started = time.monotonic()
        service.child = service.start()
        if service.child.stdout is not None:
            os.set_blocking(service.child.stdout.fileno(), False)
            self._selector.register(service.child.stdout, selectors.EVENT_READ, service)
        return service.child

    # Running

    def forever(self) -> None:
        """Keep the services running until somebody asks us to stop."""
        while not self.stopping:
            self.turn(0.5)

    def turn(self, timeout: float) -> None:
        """Forward output for a moment, and notice and restart what has died."""
        if self._selector.get_map():
            for key, _ in self._selector.select(timeout):
                self._forward(key.fileobj, key.data)  # type: ignore[arg-type]
        else:
            time.sleep(timeout)
        for service in self.services:
            self._tend(service)

    def _tend(self, service: Service) -> None:
        now = time.monotonic()
        if service.child is not None and service.child.poll() is not None:
            code = service.child.returncode
            self._drain(service)
            # What a killed service leaves behind in its session would get in the way of the next one.
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(service.child.pid, signal.SIGKILL)
            service.child = None
            if self.stopping:
                return
            if not service.was_ready:
                service.failures += 1
            if now - service.started > HEALTHY_AFTER:
                service.delay = FIRST_DELAY
            service.restart_at = now + service.delay
            self.say(f"{service.name} ended ({_reason(code)}); starting it again in {service.delay:.1f} s")
            service.delay = min(service.delay * 2, LONGEST_DELAY)
        elif service.child is None and service.restart_at is not None and now >= service.restart_at:
            if self.stopping:
                return
            try:
                self.launch(service)
            except Exception as error:  # whatever it is, the other services must stay up
                service.failures += 1
                service.restart_at = now + service.delay
                self.say(f"{service.name} could not be started: {error}")

    def settle(self) -> None:
        """Forward what the services have already written."""
        while any(self._forward(key.fileobj, key.data) for key, _ in self._selector.select(0.1)):  # type: ignore[arg-type]
            pass

    # Stopping

    def stop(self) -> None:
        """Stop everything, the last started first."""
        self.stopping = True
        asked = self._signals
        for service in reversed(self.services):
            service.restart_at = None
            child = service.child
            if child is None:
                continue
            for number, seconds in service.stop_signals:
                if child.poll() is not None:
                    break
                _send(child, number)
                end = time.monotonic() + seconds
                while child.poll() is None and time.monotonic() < end:
                    # A second Ctrl-C: don't wait for running requests and jobs.
                    if self._signals > asked + 1:
                        end = min(end, time.monotonic() + 1)
                        asked = self._signals
                    self.turn(0.05)
            self._drain(service)
            service.child = None

    # Output

    def say(self, text: str) -> None:
        """Print a line of our own."""
        self._print(text)

    def _print(self, line: str) -> None:
        # The terminal or the pipe behind it may be gone; the services must be stopped in order all the same.
        with contextlib.suppress(OSError, ValueError):
            self.output.write(f"{line}\n")
            self.output.flush()

    def _forward(self, stream: IO[bytes], service: Service) -> bool:
        """Print what a service has written; whether there was something."""
        try:
            data = stream.read(65536)
        except (BlockingIOError, ValueError):
            return False
        number = stream.fileno()
        if not data:
            if data == b"":
                self._selector.unregister(stream)
                rest = self._partial.pop(number, b"")
                stream.close()
                if rest:
                    self._line(service, rest)
            return False
        *lines, rest = (self._partial.get(number, b"") + data).split(b"\n")
        self._partial[number] = rest
        for line in lines:
            self._line(service, line)
        return True

    def _line(self, service: Service, raw: bytes) -> None:
        line = raw.decode("utf-8", errors="replace").rstrip()
        service.tail = [*service.tail[-50:], line]
        if service.worth(line):
            self._print(f"[{service.name}] {line}")

    def _drain(self, service: Service) -> None:
        stream = service.child.stdout if service.child else None
        while stream is not None and not stream.closed:
            before = len(service.tail), self._partial.get(stream.fileno())
            self._forward(stream, service)
            if stream.closed or (len(service.tail), self._partial.get(stream.fileno())) == before:
                break
        # A grandchild may still hold the other end open: what it writes later is lost with it.
        if stream is not None and not stream.closed:
            with contextlib.suppress(KeyError):
                self._selector.unregister(stream)
            self._partial.pop(stream.fileno(), None)
            stream.close()


def _send(child: subprocess.Popen[bytes], number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        if number == signal.SIGKILL:
            # Each child leads a session of its own, so its own children go with it.
            os.killpg(child.pid, number)
        else:
            child.send_signal(number)


def _reason(code: int) -> str:
    if code < 0:
        try:
            return f"killed by {signal.Signals(-code).name}"
        except ValueError:
            return f"killed by signal {-code}"
    return f"exit code {code}"
