"""Loads a network that a community published (see `data/README.md`), the way a client would: through the REST API.

The data is more than this server may know: a file whose resource doesn't exist is left out, and so is what refers to
it. The outcome says what was left out and why.
"""

from __future__ import annotations

import json
import secrets
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.translation import gettext as _

from netsot.demo.client import Client
from netsot.demo.writer import Refused
from netsot.kernel import registry
from netsot.kernel.introspection import Kind
from netsot.kernel.resource import Resource

DATA = Path(__file__).parent / "data"

BATCH = 500

FOLLOWERS = {
    "rack": ("position", "face"),
    "virtual_chassis": ("vc_position", "vc_priority"),
}
"""Fields that mean nothing without another one."""

ESSENTIAL = {"device_type", "module_type", "vrf"}
"""Fields that the model can do without, but not the object: an address of a VRF isn't one of the global table."""

SHARED = {
    "extras/tags": "slug",
    "tenancy/tenant-groups": "slug",
    "dcim/regions": "slug",
    "dcim/site-groups": "slug",
    "dcim/manufacturers": "slug",
    "dcim/platforms": "slug",
    "dcim/device-roles": "slug",
    "ipam/rirs": "slug",
    "ipam/roles": "slug",
    "ipam/aggregates": "prefix",
}
"""Catalogues: an entry that another network brought along is used instead of making a second one."""


@dataclass
class Sent:
    """An object that was written: its id and the fields that were sent."""

    pk: int
    data: dict[str, Any]


@dataclass
class Outcome:
    """What became of one file."""

    file: str
    resource: Resource | None
    loaded: list[Sent] = field(default_factory=list)
    existing: int = 0
    skipped: int = 0
    reasons: Counter[str] = field(default_factory=Counter)


def load(client: Client) -> list[Outcome]:
    """Load everything, or nothing if something is refused."""
    site = apps.get_model("dcim", "Site")._default_manager.filter(slug="ncsu-128").first()
    if site is not None:
        raise Refused(_("The community network is there already (site %s): take another database.") % site.name)
    loader = _Loader(client)
    with transaction.atomic():
        return [loader.file(path) for path in sorted(DATA.glob("[0-9]*.json"))]


def administrator(name: str | None = None) -> Any:
    """The user who loads: the one named, else the first superuser."""
    users = get_user_model()._default_manager.filter(is_superuser=True, is_active=True).order_by("pk")
    user = (users.filter(username=name) if name else users).first()
    if user is None:
        raise Refused(_("There is no such administrator: make one with createsuperuser, or name one with --user."))
    return user


class _Loader:
    """Keeps the ids of what was loaded, by key."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.ids: dict[str, int] = {}
        self.resources = {resource.path: resource for resource in registry.all_resources()}

    def file(self, path: Path) -> Outcome:
        """Load one file."""
        stage = json.loads(path.read_text(encoding="utf-8"))
        endpoint = stage["endpoint"].removeprefix("/api/").strip("/")
        outcome = Outcome(path.name, self.resources.get(endpoint))
        if outcome.resource is None:
            outcome.skipped = len(stage["objects"])
            outcome.reasons[_("there is no %s yet") % endpoint] += outcome.skipped
            return outcome
        for batch in _batches(stage["objects"]):
            self._batch(outcome, outcome.resource, stage["method"], batch)
        return outcome

    def _batch(self, outcome: Outcome, resource: Resource, method: str, batch: Sequence[Mapping[str, Any]]) -> None:
        keys, rows = [], []
        for item in batch:
            if method == "POST" and (found := self._existing(resource, item)):
                self.ids[item["key"]] = found
                outcome.existing += 1
                continue
            data = self._resolved(outcome, resource, item["data"])
            if method == "PATCH" and data is not None:
                pk = self.ids.get(item["key"])
                data = None if pk is None else {"id": pk, **data}
            if data is None:
                outcome.skipped += 1
                continue
            keys.append(item["key"])
            rows.append(data)
        if rows:
            answer = self.client.send(method, f"/api/{resource.path}/", rows)
            for key, row, made in zip(keys, rows, answer, strict=True):
                self.ids[key] = made["id"]
                outcome.loaded.append(Sent(made["id"], row))

    def _existing(self, resource: Resource, item: Mapping[str, Any]) -> int | None:
        """The id of the object that is used instead."""
        query = dict(item.get("match", {}))
        if not query and resource.path in SHARED:
            name = SHARED[resource.path]
            query = {name: item["data"][name]}
            parent = item["data"].get("parent")
            if parent is not None and parent["$ref"] in self.ids:
                query["parent_id"] = self.ids[parent["$ref"]]
        if not query:
            return None
        found = self.client.get(f"/api/{resource.path}/", query)["results"]
        return found[0]["id"] if found else None

    def _resolved(self, outcome: Outcome, resource: Resource, data: Mapping[str, Any]) -> dict[str, Any] | None:
        """The payload with ids instead of keys, without what refers to what isn't there; None when nothing is left."""
        out: dict[str, Any] = {}
        dropped: dict[str, str] = {}
        for name, value in data.items():
            lost = next((key for key in _references(value) if key not in self.ids), None)
            if lost is None:
                out[name] = self._replaced(value)
            else:
                dropped[name] = "/".join(lost.split("/")[:2])
        for name in list(dropped):
            for follower in (*FOLLOWERS.get(name, ()), *([f"{name[:-3]}_type"] if name.endswith("_id") else [])):
                out.pop(follower, None)
        if dropped and _is_useless(resource, dropped):
            for endpoint in set(dropped.values()):
                outcome.reasons[_("needs %s") % endpoint] += 1
            return None
        for name, endpoint in dropped.items():
            outcome.reasons[_("without %(field)s (no %(endpoint)s)") % {"field": name, "endpoint": endpoint}] += 1
        if "password" in out:
            # The published password is no secret.
            out["password"] = f"Aa1-{secrets.token_urlsafe(24)}"
        return out

    def _replaced(self, value: Any) -> Any:
        if isinstance(value, dict):
            if "$ref" in value:
                return self.ids[value["$ref"]]
            return {name: self._replaced(item) for name, item in value.items()}
        if isinstance(value, list):
            return [self._replaced(item) for item in value]
        return value


def _is_useless(resource: Resource, dropped: Mapping[str, str]) -> bool:
    """Whether an object can't be without what was dropped: a required field, an end of a cable, what it belongs to."""
    infos = [resource.infos[name] for name in dropped if name in resource.infos]
    return any(info.required or info.kind is Kind.COMPUTED or info.name in ESSENTIAL for info in infos)


def _references(value: Any) -> Iterator[str]:
    """The keys in a value."""
    if isinstance(value, dict):
        if "$ref" in value:
            yield value["$ref"]
            return
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _references(item)


def _batches(objects: Sequence[Mapping[str, Any]]) -> Iterator[list[Mapping[str, Any]]]:
    """As many objects as fit into a request, none of which refers to another."""
    batch: list[Mapping[str, Any]] = []
    keys: set[str] = set()
    for item in objects:
        if len(batch) == BATCH or any(key in keys for key in _references(item["data"])):
            yield batch
            batch, keys = [], set()
        batch.append(item)
        keys.add(item["key"])
    if batch:
        yield batch
