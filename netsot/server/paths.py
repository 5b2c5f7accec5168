"""Where everything lives on disk: the home folder, the services folder and the socket folder.

The *home* (``NETSOT_HOME``) belongs to the user who runs NetSoT. The *services* folder holds the data of the
embedded PostgreSQL and Redis. Both are the same place, unless we run as root: PostgreSQL refuses to run as
root, so the servers then run as an unprivileged user that needs a folder of its own which it can reach.
"""

from __future__ import annotations

import hashlib
import os
import pwd
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent
# sun_path holds 108 bytes with its terminating NUL on Linux, 104 on macOS.
MAX_SOCKET_PATH = 100
POSTGRES_PORT = 5432
# Users we may run the embedded servers as when we are root, the most fitting first.
SERVICE_USERS = ("netsot", "postgres", "nobody")


class LayoutError(RuntimeError):
    """The folders that the servers need can't be used; the message says which and why."""


@dataclass(frozen=True)
class Layout:
    """The folders of one installation and the user its embedded servers run as."""

    home: Path
    services: Path
    run: Path
    user: str | None

    @property
    def postgres_data(self) -> Path:
        """The data folder of the embedded PostgreSQL."""
        return self.services / "postgres"

    @property
    def redis_data(self) -> Path:
        """The data folder of the embedded Redis."""
        return self.services / "redis"

    @property
    def redis_socket(self) -> Path:
        """The Unix socket of the embedded Redis."""
        return self.run / "redis.sock"

    @property
    def postgres_socket(self) -> Path:
        """The Unix socket of the embedded PostgreSQL."""
        return self.run / f".s.PGSQL.{POSTGRES_PORT}"


def digest(path: Path) -> str:
    """A short stable name for a folder."""
    return hashlib.sha256(str(path).encode()).hexdigest()[:12]


def is_development() -> bool:
    """Whether the shared development instance is used instead of an installation."""
    # pytest sets PYTEST_VERSION while a session runs; it is the documented way to know.
    return os.environ.get("NETSOT_DEV", "") not in ("", "0") or "PYTEST_VERSION" in os.environ


def shared_root() -> Path:
    """The folder of the instance that development and tests of this checkout share."""
    memory = Path("/dev/shm")  # noqa: S108 - a checked private folder is made inside
    base = memory if memory.is_dir() and os.access(memory, os.W_OK) else Path(tempfile.gettempdir())
    return base / f"netsot-{os.getuid()}-{digest(CHECKOUT)}"


def home() -> Path:
    """``NETSOT_HOME``, or the folder of the shared instance in development, or ``~/.nsot``."""
    if value := os.environ.get("NETSOT_HOME"):
        return Path(value).expanduser().resolve()
    if is_development():
        return shared_root() / "home"
    return Path("~/.nsot").expanduser().resolve()


def layout(base: Path | None = None) -> Layout:
    """The folders for a home; nothing is created."""
    if base is None and is_development() and not os.environ.get("NETSOT_HOME"):
        return shared_layout()
    folder = base or home()
    services, user = _services(folder)
    return Layout(home=folder, services=services, run=_run(services), user=user)


def shared_layout() -> Layout:
    """The folders of the instance that development and tests of this checkout share."""
    root = shared_root()
    services = root / "services"
    return Layout(home=root / "home", services=services, run=_run(services), user=service_user())


def prepare_home(places: Layout) -> None:
    """Create the home folder; an existing one keeps its permissions."""
    if not places.home.exists():
        # As root the service user has to pass through; everything inside is private by itself.
        make_private(places.home, mode=0o711 if places.user else 0o700)


def prepare(places: Layout) -> None:
    """Create the folders of a layout, private to their owner; existing folders keep their permissions."""
    prepare_home(places)
    if places.services != places.home:
        make_private(places.services, user=places.user)
        record = places.home / "services.path"
        if "NETSOT_SERVICES_DIR" not in os.environ and not record.exists():
            record.write_text(f"{places.services}\n", encoding="utf-8")
    make_private(places.run, user=places.user)


def make_private(path: Path, user: str | None = None, mode: int = 0o700) -> None:
    """Create a folder that belongs to ``user`` alone, or check that the one there does."""
    owner = pwd.getpwnam(user).pw_uid if user else os.getuid()
    if path.is_symlink() or (path.exists() and not path.is_dir()):
        raise LayoutError(f"{path} is in the way: a folder is needed there")
    if path.exists():
        found = path.stat()
        if found.st_uid != owner:
            raise LayoutError(f"{path} belongs to another user (uid {found.st_uid}, expected {owner})")
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.mkdir(mode=mode)
    path.chmod(mode)
    if user:
        os.chown(path, owner, pwd.getpwnam(user).pw_gid)


def service_user() -> str | None:
    """The unprivileged user for the servers when we are root; None when we are not."""
    if os.getuid() != 0:
        return None
    wanted = os.environ.get("NETSOT_SERVICE_USER")
    for name in (wanted,) if wanted else SERVICE_USERS:
        try:
            if pwd.getpwnam(name).pw_uid != 0:
                return name
        except KeyError:
            continue
    raise LayoutError("no unprivileged user for the embedded servers: set NETSOT_SERVICE_USER or don't run as root")


def reachable(path: Path, user: str) -> bool:
    """Whether a user can pass through every existing folder down to ``path``."""
    account = pwd.getpwnam(user)
    for folder in (path, *path.parents):
        try:
            found = folder.stat()
        except FileNotFoundError:
            continue
        if found.st_uid == account.pw_uid:
            bit = stat.S_IXUSR
        elif found.st_gid == account.pw_gid:
            bit = stat.S_IXGRP
        else:
            bit = stat.S_IXOTH
        if not found.st_mode & bit:
            return False
    return True


def _run(services: Path) -> Path:
    """The folder of the sockets: beside the data, or a short one when that path is too long for a socket."""
    run = services / "run"
    if len(os.fsencode(run / f".s.PGSQL.{POSTGRES_PORT}")) > MAX_SOCKET_PATH:
        return Path(f"/tmp/netsot-{os.getuid()}-{digest(services)}")  # noqa: S108 - private, ownership is checked
    return run


def _services(folder: Path) -> tuple[Path, str | None]:
    """The services folder of a home and the user who owns it (None: ourselves)."""
    user = service_user()
    if value := os.environ.get("NETSOT_SERVICES_DIR"):
        services = Path(value).resolve()
        return services, _owner(services, user)
    record = folder / "services.path"
    if record.exists():
        # Decided once: a later change of permissions must not make an existing database disappear.
        services = Path(record.read_text(encoding="utf-8").strip())
        return services, _owner(services, user)
    if user is None:
        return folder, None
    if reachable(folder, user):
        return folder / "services", user
    return Path("/var/lib") / f"netsot-{digest(folder)}", user


def _owner(services: Path, user: str | None) -> str | None:
    """Keep the user that already owns the data, as root may find another candidate later."""
    if user is None or not services.exists():
        return user
    try:
        name = pwd.getpwuid(services.stat().st_uid).pw_name
    except KeyError:
        return user
    return name if name != "root" else user
