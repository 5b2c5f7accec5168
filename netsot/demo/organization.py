"""The people behind the network: tenants, owners, tags and the fields they added."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from netsot.demo.writer import Writer

TENANTS = {
    "Internal": ("Group IT", "Facilities", "Finance", "Research"),
    "Customers": (
        "Alder Foods",
        "Blue Harbour Shipping",
        "Cobalt Energy",
        "Dune Analytics",
        "Elm & Sons",
        "Fjord Bank",
    ),
}

TAGS = (
    ("Critical", "f44336", "An outage is noticed at once"),
    ("End of life", "ff9800", "To be replaced this year"),
    ("Lab", "9c27b0", "May be switched off at any time"),
    ("PCI", "3f51b5", "Handles card data"),
    ("Out of contract", "9e9e9e", "The maintenance contract has ended"),
)

OWNERS = {
    "Network": ("Network operations", "Network engineering"),
    "Workplace": ("Site services",),
    "Security": ("Security engineering",),
}

TIERS = ("gold", "silver", "bronze")


@dataclass
class Organization:
    """The ids of what was made."""

    tenants: list[int]
    internal: list[int]
    tags: dict[str, int]
    owners: dict[str, int]


def build(writer: Writer) -> Organization:
    """Create what isn't there yet."""
    groups = writer.ensure("tenancy.tenantgroup", "slug", [
        {"name": name, "slug": name.lower(), "description": text}
        for name, text in zip(TENANTS, ("Departments", "Those we run networks for"), strict=True)
    ])  # fmt: skip
    by_group = [
        writer.ensure("tenancy.tenant", "slug", [
            {"name": name, "slug": name.lower().replace(" & ", "-").replace(" ", "-"), "group": group}
            for name in names
        ])
        for group, names in zip(groups, TENANTS.values(), strict=True)
    ]  # fmt: skip
    tags = writer.ensure("extras.tag", "slug", [
        {"name": name, "slug": name.lower().replace(" ", "-"), "color": color, "description": text}
        for name, color, text in TAGS
    ])  # fmt: skip
    _custom_fields(writer)
    return Organization(
        tenants=[pk for ids in by_group for pk in ids],
        internal=by_group[0],
        tags=dict(zip([name for name, _color, _text in TAGS], tags, strict=True)),
        owners=_owners(writer),
    )


def _owners(writer: Writer) -> dict[str, int]:
    groups = writer.ensure("users.ownergroup", "name", [{"name": name} for name in OWNERS])
    rows = [
        {"name": name, "group": group}
        for group, names in zip(groups, OWNERS.values(), strict=True)
        for name in names
    ]  # fmt: skip
    return dict(zip([row["name"] for row in rows], writer.ensure("users.owner", "name", rows), strict=True))


def _custom_fields(writer: Writer) -> None:
    (tiers,) = writer.ensure("extras.customfieldchoiceset", "name", [
        {"name": "Support tiers", "extra_choices": [[tier, tier.capitalize()] for tier in TIERS]}
    ])  # fmt: skip
    rows: list[dict[str, Any]] = [
        {
            "name": "support_tier",
            "label": "Support tier",
            "type": "select",
            "choice_set": tiers,
            "object_types": ["dcim.device"],
            "group_name": "Support",
            "weight": 10,
        },
        {
            "name": "purchased",
            "label": "Purchased",
            "type": "date",
            "object_types": ["dcim.device"],
            "group_name": "Support",
            "weight": 20,
        },
        {
            "name": "cost_center",
            "label": "Cost center",
            "type": "integer",
            "object_types": ["dcim.site", "tenancy.tenant"],
            "validation_minimum": 1000,
            "validation_maximum": 9999,
        },
        {
            "name": "dhcp_relay",
            "label": "DHCP relay",
            "type": "boolean",
            "object_types": ["ipam.prefix"],
            "default": False,
        },
    ]
    writer.ensure("extras.customfield", "name", rows)
