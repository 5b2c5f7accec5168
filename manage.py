#!/usr/bin/env python3
"""The command line of a checkout; ``nsot-server`` is the same for an installation."""

import sys

from netsot.server.cli import main

if __name__ == "__main__":
    sys.exit(main())
