"""Puts a few objects of every kind into the database named in the environment, so that a fuzzer finds some."""

from __future__ import annotations

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
            raise SystemExit(f"{resource.label}: {error.details}") from error


if __name__ == "__main__":
    main()
