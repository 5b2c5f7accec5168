"""Writes what the generator thinks up: through `kernel.writes`, as the system itself, in big batches."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from netsot.kernel import registry, writes
from netsot.kernel.errors import BatchInvalid

BATCH = 2000
"""How many objects are written at a time: enough to be fast, few enough to need little memory."""


class Refused(Exception):
    """A rule of the database, or what is in it already, doesn't allow what was to be generated."""


class Writer:
    """Creates and changes objects, and counts them."""

    def __init__(self) -> None:
        self.made: Counter[str] = Counter()
        """How many objects of each kind were created, by their plural name."""
        self.actor = writes.Actor(trusted=True, request_id=uuid.uuid4(), message=_("Generated network"))

    def create(self, label: str, payloads: Iterable[Mapping[str, Any]], batch: int = BATCH) -> list[int]:
        """Create objects of the kind `label`; returns their ids in order."""
        resource = registry.resource_for(label)
        rows = list(payloads)
        ids: list[int] = []
        for start in range(0, len(rows), batch):
            part = rows[start : start + batch]
            try:
                ids += [obj.pk for obj in writes.create(resource, part, self.actor).objs]
            except BatchInvalid as error:
                raise _explained(label, part, error) from error
        self.count(resource.model, len(ids))
        return ids

    def update(self, label: str, changes: Mapping[int, Mapping[str, Any]], batch: int = BATCH) -> None:
        """Change stored objects: a payload by id."""
        resource = registry.resource_for(label)
        rows = list(changes.items())
        for start in range(0, len(rows), batch):
            part = rows[start : start + batch]
            try:
                writes.update(resource, part, self.actor)
            except BatchInvalid as error:
                raise _explained(label, [payload for _pk, payload in part], error) from error

    def ensure(self, label: str, key: str | Sequence[str], payloads: Iterable[Mapping[str, Any]]) -> list[int]:
        """The ids of objects that are found by the fields `key`, or created when they aren't there."""
        model = registry.resource_for(label).model
        names = [key] if isinstance(key, str) else list(key)
        rows = list(payloads)
        wanted = [tuple(row.get(name) for name in names) for row in rows]
        columns = [model._meta.get_field(name).attname for name in names]
        stored = {
            tuple(values): pk
            for pk, *values in model._default_manager.filter(**{f"{names[-1]}__in": {item[-1] for item in wanted}})
            .order_by("-pk").values_list("pk", *columns)
        }  # fmt: skip
        new = {item: row for item, row in zip(wanted, rows, strict=True) if item not in stored}
        stored |= zip(new, self.create(label, new.values()), strict=True)
        return [stored[item] for item in wanted]

    def count(self, model: type[models.Model], number: int) -> None:
        """Note that objects were created."""
        if number:
            self.made[str(model._meta.verbose_name_plural)] += number


def _explained(label: str, rows: Sequence[Any], error: BatchInvalid) -> Refused:
    position, details = next((i, item) for i, item in enumerate(error.details) if item)
    return Refused(
        _("%(object)s was refused: %(details)s. What was written: %(row)s")
        % {"object": label, "details": details, "row": rows[position]}
    )
