"""Bring an installation up to date: database, static files, and on the first start an administrator and demo data."""

from __future__ import annotations

import os
import secrets
from argparse import ArgumentParser
from io import StringIO
from pathlib import Path
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand
from django.db import transaction

from netsot.conf.secrets import write_private
from netsot.server import state
from netsot.server.serve import PASSWORD_FILE

ADMINISTRATOR = "admin"


class Command(BaseCommand):
    """Run after every change of the version; running it again does no harm."""

    help = "Apply migrations and collect static files; with --first-start also make an administrator."

    # What is checked may need what is only about to be made.
    requires_system_checks: ClassVar[list[str]] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The options."""
        parser.add_argument("--quiet", action="store_true", help="say only what matters")
        parser.add_argument("--first-start", action="store_true", help="make an administrator when there is no user")
        parser.add_argument("--demo", action="store_true", help="load the demo data when there is no user yet")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it."""
        verbosity = 0 if options["quiet"] else 1
        call_command("migrate", interactive=False, verbosity=verbosity)
        call_command("collectstatic", interactive=False, verbosity=verbosity)
        call_command("clearsessions")
        # Whatever an earlier version put there may look different now.
        cache.clear()
        call_command("warm_schema", verbosity=verbosity, stdout=self.stdout if verbosity else StringIO())
        if options["first_start"]:
            self.first_start(demo=options["demo"])

    def first_start(self, *, demo: bool) -> None:
        """Make the administrator and load the demo data, both once."""
        home: Path = settings.NETSOT_HOME
        wanted = state.read(home).get("demo") == "wanted"
        if not get_user_model()._default_manager.exists():
            if demo and os.environ.get("NETSOT_DEMO", "1") not in ("0", "false", "no"):
                # Written before anything else: a start that is killed in between goes on where it was.
                state.update(home, demo="wanted")
                wanted = True
            self.make_administrator(home)
        if wanted and "load_demo" in get_commands():
            self.stdout.write("Loading the demo data")
            with transaction.atomic():
                call_command("load_demo")
            state.update(home, demo="loaded")

    def make_administrator(self, home: Path) -> None:
        """An administrator with a random password, kept in a file that only its owner can read."""
        given = os.environ.get("NETSOT_ADMIN_PASSWORD") or os.environ.get("SUPERUSER_PASSWORD")
        password = given or secrets.token_urlsafe(15)
        if not given:
            # Before the account: a password that is lost could not be told any more.
            write_private(home / PASSWORD_FILE, f"{password}\n")
        get_user_model()._default_manager.create_superuser(
            username=os.environ.get("SUPERUSER_NAME") or ADMINISTRATOR,
            email=os.environ.get("SUPERUSER_EMAIL", ""),
            password=password,
        )
