"""What must be covered completely by now. Endpoints are added here when their app is done, never taken away."""

ENDPOINTS = {
    "core": "object-changes object-types",
    "dcim": (
        "cables cable-bundles cable-terminations devices device-roles device-types front-ports front-port-templates"
        " interfaces interface-templates locations mac-addresses manufacturers platforms rack-groups rack-reservations"
        " rack-roles racks rack-types rear-ports rear-port-templates regions site-groups sites virtual-chassis"
    ),
    "extras": "custom-fields custom-field-choice-sets journal-entries tagged-objects tags",
    "ipam": "aggregates ip-addresses prefixes rirs roles route-targets vlan-groups vlans vrfs",
    "tenancy": "tenant-groups tenants",
    "users": "groups owner-groups owners permissions tokens users",
}
PATHS = (
    "/api/authentication-check/",
    "/api/dcim/front-ports/{id}/paths/",
    "/api/dcim/interfaces/{id}/trace/",
    "/api/dcim/racks/{id}/elevation/",
    "/api/dcim/rear-ports/{id}/paths/",
    "/api/extras/custom-field-choice-sets/{id}/choices/",
    "/api/schema/",
    "/api/status/",
    "/api/users/config/",
    "/api/users/tokens/provision/",
)


def complete() -> tuple[str, ...]:
    """The paths whose every fact must be met."""
    lists = (f"/api/{app}/{name}/" for app, names in ENDPOINTS.items() for name in names.split())
    return (*lists, *PATHS)
