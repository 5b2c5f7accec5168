"""``nsot-server``: the commands that run before Django, and all management commands behind them."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from netsot.server import paths

# They need no running database.
OFFLINE = {
    "check",
    "collectstatic",
    "compilemessages",
    "diffsettings",
    "eject",
    "help",
    "makemessages",
    "show_resource",
    "spectacular",
    "surface",
    "version",
    "--help",
    "-h",
    "--version",
}
HELP = """\
usage: nsot-server [--config FILE] COMMAND ...

  init                          make the home folder, its keys and a configuration file
  start [--role ROLE]           run everything (all), or one part: web, worker, scheduler
  upgrade                       bring the database and the static files up to date
  createsuperuser, changepassword
  generate_key                  print a new random key
  nbshell, shell_plus           a Python shell with all models
  dbshell                       a PostgreSQL shell
  help                          all other commands

The home folder is NETSOT_HOME (default ~/.nsot). The configuration is nsot.conf.py in it, --config or NETSOT_CONFIG.
"""


def main(argv: list[str] | None = None) -> int:
    """Run one command."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    arguments = _take_config(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "netsot.settings")
    if str(paths.CHECKOUT) not in sys.path:
        sys.path.insert(0, str(paths.CHECKOUT))
    command = arguments[0] if arguments else "help"
    if command in ("-h", "--help") or not arguments:
        sys.stdout.write(HELP)
        return 0
    own = {"init": _init, "start": _start, "generate_key": _generate_key}.get(command)
    try:
        if own:
            return own(arguments[1:])
        return _django(command, arguments)
    except paths.LayoutError as error:
        sys.stderr.write(f"{error}\n")
        return 1


def _take_config(arguments: list[str]) -> list[str]:
    """Take ``--config FILE`` out of the arguments, wherever it stands."""
    rest = []
    remaining = iter(arguments)
    for argument in remaining:
        if argument == "--config":
            value = next(remaining, "")
        elif argument.startswith("--config="):
            value = argument.partition("=")[2]
        else:
            rest.append(argument)
            continue
        os.environ["NETSOT_CONFIG"] = str(Path(value).expanduser().resolve())
    return rest


def _init(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="nsot-server init", description="Make the home folder.")
    parser.add_argument("home", nargs="?", help="the folder (default: NETSOT_HOME or ~/.nsot)")
    options = parser.parse_args(arguments)
    if options.home:
        os.environ["NETSOT_HOME"] = options.home
    from netsot.server.serve import initialise

    places = paths.layout()
    made = initialise(places)
    sys.stdout.write(f"{'Made' if made else 'Already there:'} {places.home}\n")
    if places.services != places.home:
        sys.stdout.write(f"The embedded servers keep their data in {places.services}\n")
    return 0


def _start(arguments: list[str]) -> int:
    from netsot.server.serve import ROLES, Server

    parser = argparse.ArgumentParser(prog="nsot-server start", description="Run NetSoT.")
    parser.add_argument("--role", choices=ROLES, default="all", help="what to run (default: all)")
    parser.add_argument("--bind", help="address of the web server, host:port or unix:path")
    options = parser.parse_args(arguments)
    if options.bind:
        os.environ["NETSOT_BIND"] = options.bind
    from netsot.conf.loader import ConfigurationError

    try:
        return Server(options.role).run()
    except ConfigurationError as error:
        sys.stderr.write(f"{error}\n")
        return 1


def _generate_key(arguments: list[str]) -> int:
    from netsot.conf.secrets import generate_key

    sys.stdout.write(f"{generate_key()}\n")
    return 0


def _django(command: str, arguments: list[str]) -> int:
    """Run a management command, with the servers it needs."""
    with nullcontext() if command in OFFLINE or "--help" in arguments else servers():
        if command == "dbshell":
            from netsot.server.binaries import postgres_client_programs

            # The psql of the wheel is there even when none is installed; one that is installed comes first.
            try:
                folder = str(postgres_client_programs(paths.layout()))
                os.environ["PATH"] = os.pathsep.join(filter(None, (os.environ.get("PATH"), folder)))
            except paths.LayoutError:
                pass
        from django.core.management import execute_from_command_line

        execute_from_command_line(["nsot-server", *arguments])
    return 0


@contextmanager
def servers() -> Iterator[None]:
    """Have the embedded servers up while a command runs: those that run already, or our own for the time."""
    from netsot.conf import loader
    from netsot.server.embedded import EmbeddedServers, ensure_shared

    if paths.is_development() and not os.environ.get("NETSOT_HOME"):
        ensure_shared()
        yield
        return
    places = paths.layout()
    try:
        values, _ = loader.load(places.home)
    except loader.ConfigurationError:
        # The settings report it.
        yield
        return
    embedded = EmbeddedServers(places)
    wanted = []
    if not values["DATABASE"] and not embedded.postgres.ready():
        wanted.append(embedded.postgres)
    if not values["REDIS"] and not embedded.redis.ready():
        wanted.append(embedded.redis)
    if not wanted or not places.home.exists():
        yield
        return
    embedded.prepare()
    children = [(part, part.start(output=_log(places))) for part in wanted]
    try:
        for part, _ in children:
            if not part.wait_ready():
                raise paths.LayoutError(f"{type(part).__name__} did not start; see {places.home / 'embedded.log'}")
        if embedded.postgres in wanted:
            embedded.postgres.ensure_database()
        yield
    finally:
        for part, child in reversed(children):
            if child.poll() is None:
                child.send_signal(part.death_signal)
                child.wait(60)


def _log(places: paths.Layout) -> int:
    return os.open(places.home / "embedded.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)


if __name__ == "__main__":
    raise SystemExit(main())
