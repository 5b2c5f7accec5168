"""Puts a generated network together, block of sites by block of sites.

The same size and seed give the same rows: every decision comes from one random number generator, asked in one order.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.apps import apps
from django.utils.translation import gettext as _

from netsot.demo import addresses, catalog, equipment, numbering, organization, places
from netsot.demo.equipment import Equipment
from netsot.demo.places import Site
from netsot.demo.sizes import SIZES, Size
from netsot.demo.writer import Refused, Writer

SITES_AT_A_TIME = 20
"""The sites whose devices and addresses are in memory together."""

SEED = 1

NOTES = (
    ("info", "The lease of the line to the next site was extended by two years."),
    ("success", "New uplinks are in service; the old ones can be removed."),
    ("warning", "One power supply reports high temperature. A replacement is ordered."),
    ("danger", "Outage of 40 minutes after a failed software upgrade. See the review before the next one."),
)

Say = Callable[[str], None]


@dataclass
class Report:
    """What was made, and how long it took."""

    made: dict[str, int]
    seconds: float


def generate(name: str, seed: int = SEED, say: Say = lambda text: None) -> Report:
    """Generate the network `name`; `Refused` says why it can't be."""
    size = SIZES[name]
    begin = time.monotonic()
    if found := there(size):
        raise Refused(
            _("The %(size)s network, or a part of it, is there already (site %(site)s): take another size or database.")
            % {"size": size.name, "site": found}
        )
    rng = random.Random(f"{name}-{seed}")  # noqa: S311
    writer = Writer()
    people = organization.build(writer)
    shared = catalog.build(writer)
    world = places.build(writer, size, rng, people)
    vrfs = numbering.tables(writer, size, people)
    numbering.containers(writer, size, shared, world, vrfs)
    for start in range(0, len(world.sites), SITES_AT_A_TIME):
        sites = world.sites[start : start + SITES_AT_A_TIME]
        _block(writer, size, rng, shared, people, sites, vrfs)
        say(_("%(done)s of %(all)s sites") % {"done": start + len(sites), "all": len(world.sites)})
    return Report(dict(sorted(writer.made.items())), time.monotonic() - begin)


def there(size: Size) -> str | None:
    """The name of a site of the network, if it was generated before: sites of the same names can't be made again."""
    slugs = [code.lower() for code in places.codes(size)]
    found = apps.get_model("dcim", "Site")._default_manager.filter(slug__in=slugs).order_by("pk").first()
    return found.name if found is not None else None


def _block(
    writer: Writer,
    size: Size,
    rng: random.Random,
    shared: catalog.Catalog,
    people: organization.Organization,
    sites: Sequence[Site],
    vrfs: Sequence[int],
) -> None:
    """Everything inside some sites."""
    numbering.vlans(writer, size, rng, shared, people, sites)
    numbering.prefixes(writer, size, rng, shared, sites, vrfs)
    planned = equipment.build(writer, size, rng, shared, people, sites)
    equipment.configure(writer, size, planned)
    equipment.connect(writer, rng, planned)
    addresses.build(writer, size, rng, planned)
    _notes(writer, rng, planned)


def _notes(writer: Writer, rng: random.Random, planned: Sequence[Equipment]) -> None:
    """Journal entries about some sites and devices."""
    rows = []
    for item in planned:
        for label, pk in (("dcim.site", item.site.pk), ("dcim.device", rng.choice(item.managed()).pk)):
            if rng.random() < 0.4:
                kind, text = rng.choice(NOTES)
                rows.append({"assigned_object_type": label, "assigned_object_id": pk, "kind": kind, "comments": text})
    writer.create("extras.journalentry", rows)
