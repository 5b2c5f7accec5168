"""Compare the filters of a Resource with those of the API contract.

    python -m tests.kernel.filter_contract dcim.site ipam.prefix

prints what is missing and what is superfluous; without names, for every resource. The contract is `netbox-rest.json` in
the folder that the environment variable `NETSOT_CONTRACT` names, or in `tests/contract/`.
"""

from __future__ import annotations

import functools
import json
import os
import sys
from pathlib import Path
from typing import Any

NOT_FILTERS = {"brief", "fields", "limit", "offset", "omit", "ordering", "start"}


@functools.cache
def contract() -> dict[str, Any]:
    """The endpoints of the contract by path; empty when the file isn't there."""
    folder = Path(os.environ.get("NETSOT_CONTRACT") or Path(__file__).parents[1] / "contract")
    file = folder / "netbox-rest.json"
    return json.loads(file.read_text())["endpoints"] if file.exists() else {}


def missing_filters(resource: Any) -> tuple[set[str], set[str]]:
    """(missing, superfluous) filter names, each with its lookup, of a Resource."""
    endpoint = contract().get(f"/api/{resource.path}/")
    if endpoint is None:
        raise LookupError(f"the contract has no /api/{resource.path}/")
    wanted = set()
    for name, lookups in endpoint["filters"].items():
        if name not in NOT_FILTERS:
            wanted |= {name, *(f"{name}__{lookup}" for lookup in lookups.split())}
    have = set(resource.filterset_class.base_filters)
    return wanted - have, have - wanted


def grouped(names: set[str]) -> str:
    """`name (n ic), slug`: lookups behind their filter, in parentheses when the filter itself isn't in the set."""
    roots: dict[str, list[str]] = {}
    for name in sorted(names):
        root, _separator, lookup = name.partition("__")
        roots.setdefault(root, [])
        if lookup:
            roots[root].append(lookup)
    return ", ".join(
        root if root in names else f"{root} ({' '.join(lookups)})" for root, lookups in roots.items()
    )  # fmt: skip


def main(labels: list[str]) -> int:
    """Print the differences; 1 when something is missing."""
    from netsot.kernel import registry

    total = 0
    resources = [registry.resource_for(label) for label in labels] if labels else list(registry.all_resources())
    for resource in resources:
        try:
            missing, superfluous = missing_filters(resource)
        except LookupError as error:
            print(f"{resource.label}: {error}")
            continue
        total += len(missing)
        if missing:
            print(f"{resource.label} lacks {len(missing)}: {grouped(missing)}")
        if superfluous:
            print(f"{resource.label} has beyond the contract: {grouped(superfluous)}")
    print(f"{total} filters missing in {len(resources)} resources")
    return 1 if total else 0


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "netsot.settings")
    os.environ.setdefault("NETSOT_DEV", "1")
    import django

    django.setup()
    sys.exit(main(sys.argv[1:]))
