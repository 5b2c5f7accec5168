"""The supervisor, with small real processes."""

import io
import os
import signal
import sys
import time

import pytest

from netsot.server import process
from netsot.server.supervisor import Service, StartError, Stopped, Supervisor

PATIENCE = 20


def python(code):
    return lambda: process.spawn([sys.executable, "-u", "-c", code])


def sleeper(name, text="up"):
    return Service(name, python(f"import time; print({text!r}); time.sleep(60)"))


@pytest.fixture
def supervisor():
    made = Supervisor(output=io.StringIO())
    yield made
    made.stop()


def until(supervisor, condition):
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, supervisor.output.getvalue()
        supervisor.turn(0.05)


def test_output_is_forwarded_with_the_name_of_the_service(supervisor):
    supervisor.add(sleeper("a", "hello"))
    until(supervisor, lambda: "[a] hello\n" in supervisor.output.getvalue())


def test_lines_not_worth_showing_are_kept_for_a_failed_start(supervisor):
    service = Service("a", python("print('why')"), ready=lambda: False, worth=lambda line: False)
    with pytest.raises(StartError, match="why"):
        supervisor.add(service, wait=PATIENCE)
    assert "[a]" not in supervisor.output.getvalue()


def test_a_killed_service_starts_again(supervisor):
    service = supervisor.add(sleeper("a"))
    first = service.child.pid
    os.kill(first, signal.SIGKILL)
    until(supervisor, lambda: service.child is not None and service.child.pid != first)
    assert "killed by SIGKILL" in supervisor.output.getvalue()
    assert process.alive(service.child.pid)


def test_each_death_lengthens_the_pause(supervisor):
    service = supervisor.add(Service("a", python("raise SystemExit(3)")))
    until(supervisor, lambda: service.failures >= 2)
    assert service.delay >= 2
    assert "exit code 3" in supervisor.output.getvalue()


def test_a_service_that_never_gets_ready_ends_the_start(supervisor):
    with pytest.raises(StartError, match="boom"):
        supervisor.add(Service("a", python("raise SystemExit('boom')"), ready=lambda: False), wait=PATIENCE)


def test_services_stop_in_reverse_order(supervisor):
    code = (
        "import signal, sys, time\n"
        "def stop(*_):\n    print('bye'); sys.exit(0)\n"
        "signal.signal(signal.SIGTERM, stop); print('up'); time.sleep(60)"
    )
    for name in "abc":
        service = supervisor.add(Service(name, python(code)))
        until(supervisor, lambda service=service: "up" in service.tail)
    supervisor.stop()
    said = [line for line in supervisor.output.getvalue().splitlines() if line.endswith("bye")]
    assert said == ["[c] bye", "[b] bye", "[a] bye"]


def test_a_service_that_ignores_its_signal_is_killed(supervisor):
    code = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up'); time.sleep(60)"
    service = supervisor.add(
        Service("a", python(code), stop_signals=((signal.SIGTERM, 0.3), (signal.SIGKILL, PATIENCE)))
    )
    until(supervisor, lambda: "up" in service.tail)
    pid = service.child.pid
    supervisor.stop()
    assert not process.alive(pid)


def test_a_command_runs_to_its_end_while_services_are_tended(supervisor):
    service = supervisor.add(sleeper("a"))
    supervisor.run("task", [sys.executable, "-c", "print('done')"])
    assert "[task] done" in supervisor.output.getvalue()
    assert service.child.poll() is None


def test_a_failing_command_is_reported_with_its_output(supervisor):
    with pytest.raises(StartError, match="wrong"):
        supervisor.run("task", [sys.executable, "-c", "raise SystemExit('wrong')"])


def test_stopping_interrupts_a_running_command(supervisor):
    supervisor.stopping = True
    with pytest.raises(Stopped):
        supervisor.run("task", [sys.executable, "-c", "import time; time.sleep(60)"])


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel call is Linux's")
def test_children_end_when_their_parent_is_killed():
    code = (
        "import sys, time; from netsot.server import process\n"
        f"child = process.spawn([{sys.executable!r}, '-c', 'import time; time.sleep(60)'])\n"
        "print(child.pid, flush=True); time.sleep(60)"
    )
    parent = process.spawn([sys.executable, "-c", code])
    child = int(parent.stdout.readline())
    assert process.alive(child)
    parent.kill()
    parent.wait()
    assert process.wait_until(lambda: not process.alive(child), PATIENCE)
