"""From a bare Python to a filled virtual environment; only the standard library is used here.

    python3 -m netsot.server.bootstrap [--dev] [-- COMMAND ...]

makes ``.venv`` when it is missing, installs the pinned requirements when they changed, and then becomes COMMAND, whose
first word is looked up in the environment.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent
ENVIRONMENT = Path(os.environ.get("NETSOT_VENV") or CHECKOUT / ".venv")
OLDEST = (3, 11)


def main(argv: list[str]) -> int:
    """Make the environment and run a command in it."""
    if sys.version_info < OLDEST:
        sys.stderr.write(f"NetSoT needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version.split()[0]}\n")
        return 1
    development = "--dev" in argv
    command = argv[argv.index("--") + 1 :] if "--" in argv else []
    try:
        ensure(development=development)
    except (subprocess.CalledProcessError, OSError) as error:
        sys.stderr.write(f"Making the virtual environment failed: {error}\n")
        return 1
    if command:
        os.environ["VIRTUAL_ENV"] = str(ENVIRONMENT)
        os.environ["PATH"] = f"{ENVIRONMENT / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
        os.execvp(str(ENVIRONMENT / "bin" / command[0]), command)  # noqa: S606
    return 0


def ensure(*, development: bool) -> None:
    """Make the environment or bring it up to date; nothing happens when it is."""
    names = ["requirements.txt", *(["requirements-dev.txt"] if development else [])]
    ENVIRONMENT.parent.mkdir(parents=True, exist_ok=True)
    with (ENVIRONMENT.parent / f".{ENVIRONMENT.name.lstrip('.')}.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        missing = [name for name in names if not _installed(name)]
        if not missing:
            return
        python = ENVIRONMENT / "bin" / "python"
        if not python.exists() or not _works(python):
            _say(f"Making a virtual environment in {ENVIRONMENT}")
            _create()
        _say(f"Installing {', '.join(missing)} (once)")
        options = [part for name in missing for part in ("-r", str(CHECKOUT / name))]
        # The output goes to stderr, so that stdout only carries what the command says.
        subprocess.run(
            [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *options],
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr,
        )
        for name in missing:
            _stamp(name).write_text(_digest(name), encoding="ascii")


def _create() -> None:
    try:
        import ensurepip  # noqa: F401 - some distributions leave it out
    except ImportError:
        # The environment is then filled by a pip of the system, when there is one.
        venv.create(ENVIRONMENT, with_pip=False, clear=True)
        python = str(ENVIRONMENT / "bin" / "python")
        done = subprocess.run(
            [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "pip"], check=False
        )
        if done.returncode:
            raise OSError("Python comes without venv and pip here; on Debian: apt install python3-venv") from None
        return
    venv.create(ENVIRONMENT, with_pip=True, clear=True)


def _works(python: Path) -> bool:
    """Whether the environment still fits the Python it was made with."""
    done = subprocess.run([python, "-c", "import pip"], capture_output=True, check=False)
    return done.returncode == 0


def _installed(name: str) -> bool:
    try:
        return _stamp(name).read_text(encoding="ascii") == _digest(name)
    except OSError:
        return False


def _stamp(name: str) -> Path:
    return ENVIRONMENT / f".installed-{name}"


def _digest(name: str) -> str:
    content = (CHECKOUT / name).read_bytes()
    return hashlib.sha256(content + str(sys.version_info[:2]).encode()).hexdigest()


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
