"""Puts a few objects of every kind into the database named in the environment, so that a fuzzer finds some."""

from __future__ import annotations

import sys

import django


def main() -> None:
    """Four objects of each resource."""
    django.setup()
    from netsot.kernel.errors import BatchInvalid
    from tests import factories

    for resource in factories.writable_resources():
        try:
            factories.create(resource, 4)
        except BatchInvalid as error:
            # The suites over every resource fail for this; a fuzzer does without.
            sys.stderr.write(f"{resource.label}: {error.details}\n")


if __name__ == "__main__":
    main()
