"""The derived surface as data: every endpoint, field, filter, choice and permission. `surface.json` is its snapshot."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings

from netsot.kernel import registry
from netsot.kernel.resource import Resource
from netsot.management.declarations.facts import field_fact, filter_facts, route_facts

FILE = Path(settings.BASE_DIR) / "surface.json"
UPDATE = "NETSOT_DEV=1 python manage.py surface --write"


def surface() -> dict[str, Any]:
    """The whole surface."""
    resources = {resource.label: of_resource(resource) for resource in registry.all_resources()}
    return {
        "resources": dict(sorted(resources.items())),
        "other_endpoints": sorted(_other_endpoints()),
        "choices": dict(sorted(_choices())),
    }


def of_resource(resource: Resource) -> dict[str, Any]:
    """The surface of one resource."""
    fields = resource.serializer_class().fields
    return {
        "path": f"/api/{resource.path}/",
        "routes": dict(route_facts(resource)),
        "fields": {name: field_fact(field, resource.infos.get(name)) for name, field in fields.items()},
        "forms": {form: " ".join(resource.form_names(form)) for form in ("brief", "nested")},
        "filters": dict(sorted(filter_facts(resource))),
    }


def _other_endpoints() -> Iterator[str]:
    from netsot.api.urls import urlpatterns

    known = tuple(f"{resource.path}/" for resource in registry.all_resources())
    for route in urlpatterns:
        path = str(route.pattern)
        view = getattr(route.callback, "view_class", None) or getattr(route.callback, "cls", None)
        own = getattr(view, "resource", None)
        if own is None or not path.startswith(known):
            yield f"/api/{path}"


def _choices() -> Iterator[tuple[str, list[Any]]]:
    for resource in registry.all_resources():
        for info in resource.infos.values():
            if info.choice_set is not None:
                yield info.choice_set.__name__, [str(value) for value in info.choice_set.labels]


def dump(found: dict[str, Any]) -> str:
    """As it is kept in the repository: one fact per line, so that a change shows as a line of the diff."""
    return json.dumps(found, indent=1, ensure_ascii=False) + "\n"
