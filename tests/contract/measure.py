"""Counting what of the contract an OpenAPI document has.

Every fact counts one: an endpoint, a method, a field by its name, a query parameter by its full name with its lookup,
a method of another path. Types are not compared.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

FACTS = Path(__file__).with_name("netbox-rest.json")
KINDS = ("endpoints", "methods", "read", "write", "filters", "paths")


@dataclass(frozen=True)
class Fact:
    """One thing the contract has, and whether we have it."""

    app: str
    path: str
    kind: str
    name: str
    met: bool


@dataclass
class Tally:
    """Met facts out of all."""

    met: int = 0
    total: int = 0

    def add(self, met: bool) -> None:
        """Count one fact."""
        self.total += 1
        self.met += met

    @property
    def percent(self) -> float:
        """Share of the met ones, rounded down: 100 means all."""
        return int(1000 * self.met / self.total) / 10 if self.total else 100.0

    def __str__(self) -> str:
        return f"{self.met}/{self.total}" if self.total else "-"


class Document:
    """An OpenAPI document, read by what a path offers."""

    def __init__(self, content: dict[str, Any]) -> None:
        self.content = content

    @cached_property
    def paths(self) -> dict[str, dict[str, Any]]:
        """Path items; every path parameter is called {id}."""
        return {uniform(path): item for path, item in self.content["paths"].items()}

    def methods(self, path: str) -> set[str]:
        """The methods of a path, in lower case."""
        return set(self.paths.get(path, {}))

    def parameters(self, path: str) -> set[str]:
        """The query parameters of a list."""
        listed = self.paths.get(path, {}).get("get", {}).get("parameters", [])
        return {item["name"] for item in map(self.follow, listed) if item.get("in") == "query"}

    def read(self, path: str) -> set[str]:
        """The fields of one object; of the list's where there is no page of one object."""
        for candidate in (uniform(f"{path}{{id}}/"), path):
            answer = self.paths.get(candidate, {}).get("get", {}).get("responses", {}).get("200", {})
            schema = self.follow(self._schema(self.follow(answer)))
            page = schema.get("properties", {}).get("results")
            if found := self.fields(page or schema):
                return found
        return set()

    def written(self, path: str) -> set[str]:
        """The fields that can be sent to create an object."""
        body = self.paths.get(path, {}).get("post", {}).get("requestBody", {})
        return self.fields(self._schema(self.follow(body)))

    def fields(self, schema: dict[str, Any], depth: int = 0) -> set[str]:
        """The property names of a schema, of its alternatives and of its items."""
        schema = self.follow(schema)
        if depth > 6:
            return set()
        found = set(schema.get("properties", {}))
        parts = [part for word in ("allOf", "oneOf", "anyOf") for part in schema.get(word, [])]
        if schema.get("type") == "array":
            parts.append(schema.get("items", {}))
        return found.union(*(self.fields(part, depth + 1) for part in parts))

    def follow(self, node: dict[str, Any]) -> dict[str, Any]:
        """What a node refers to, in the end."""
        while "$ref" in node:
            target = self.content
            for step in node["$ref"].removeprefix("#/").split("/"):
                target = target[step]
            node = target
        return node

    @staticmethod
    def _schema(carrier: dict[str, Any]) -> dict[str, Any]:
        contents = list(carrier.get("content", {}).values())
        return contents[0].get("schema", {}) if contents else {}


def uniform(path: str) -> str:
    """A path whose parameters are all called {id}."""
    return "/" + "".join("{id}/" if part.startswith("{") else f"{part}/" for part in path.strip("/").split("/"))


def facts() -> dict[str, Any]:
    """The contract."""
    found: dict[str, Any] = json.loads(FACTS.read_text())
    return found


def parameters(filters: dict[str, str]) -> Iterator[str]:
    """The full names of filters given with their lookups: {"name": "ic n"} → name, name__ic, name__n."""
    for name, lookups in filters.items():
        yield name
        yield from (f"{name}__{lookup}" for lookup in lookups.split())


def compare(document: Document, contract: dict[str, Any] | None = None) -> Iterator[Fact]:
    """Every fact of the contract, and whether the document has it."""
    contract = contract or facts()
    for path, wanted in contract["endpoints"].items():
        app, member = path.split("/")[2], uniform(f"{path}{{id}}/")
        offered = {
            "methods": {f"list {method}" for method in document.methods(path)}
            | {f"detail {method}" for method in document.methods(member)},
            "read": document.read(path),
            "write": document.written(path),
            "filters": document.parameters(path),
        }
        required = {
            "methods": [f"list {method}" for method in wanted["methods"]]
            + [f"detail {method}" for method in wanted.get("detail_methods", [])],
            "read": wanted["read"],
            "write": wanted["write"],
            "filters": parameters(wanted["filters"]),
        }
        yield Fact(app, path, "endpoints", path, bool(document.methods(path)))
        for kind, names in required.items():
            for name in names:
                yield Fact(app, path, kind, name, name in offered[kind])
    for path, methods in contract["other_paths"].items():
        for method in methods:
            yield Fact(path.split("/")[2], path, "paths", method, method in document.methods(uniform(path)))


def tally(found: list[Fact]) -> dict[str, dict[str, Tally]]:
    """app → kind → tally; the last app is `total`, the last kind `all`."""
    apps = [*sorted({fact.app for fact in found}), "total"]
    table = {app: {kind: Tally() for kind in (*KINDS, "all")} for app in apps}
    for fact in found:
        for app in (fact.app, "total"):
            table[app][fact.kind].add(fact.met)
            table[app]["all"].add(fact.met)
    return table
