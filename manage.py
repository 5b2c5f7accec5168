#!/usr/bin/env python3
"""Django's command line for a checkout; ``nsot-server`` is the same for an installation."""

import os
import sys


def main() -> None:
    """Run a management command, with the shared development servers when NETSOT_DEV is set."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "netsot.settings")
    from netsot.server import paths

    if paths.is_development() and not os.environ.get("NETSOT_HOME"):
        from netsot.server.embedded import ensure_shared

        ensure_shared()
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
