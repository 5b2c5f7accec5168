"""Run pytest, and stop the shared servers afterwards unless somebody else uses them."""

import sys

import pytest

from netsot.server import embedded


def main() -> int:
    """Run the suite."""
    try:
        return int(pytest.main(sys.argv[1:]))
    finally:
        embedded.stop()


if __name__ == "__main__":
    sys.exit(main())
