"""Reads loaded objects back over the API and compares every field with what was sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from netsot.demo.client import Client
from netsot.demo.community import Outcome, Sent

PAGE = 100

ABSENT = object()


def verify(client: Client, outcomes: Sequence[Outcome]) -> tuple[int, list[str]]:
    """How many fields were compared, and a line for each one that is different."""
    compared, different = 0, []
    for outcome in outcomes:
        if outcome.resource is None:
            continue
        secret = {"id", *outcome.resource.secret}
        path = f"/api/{outcome.resource.path}/"
        for sent, got in _pairs(client, path, outcome.loaded):
            if got is None:
                different.append(_("%(path)s%(id)s/ can't be read back") % {"path": path, "id": sent.pk})
                continue
            for name, value in sent.data.items():
                if name in secret:
                    continue
                compared += 1
                found = got.get(name, ABSENT)
                if not (_same_custom(value, found) if name == "custom_fields" else same(value, found)):
                    shown = _("nothing") if found is ABSENT else repr(found)
                    different.append(f"{path}{sent.pk}/ {name}: {value!r} → {shown}")
    return compared, different


def _pairs(client: Client, path: str, sent: Sequence[Sent]) -> Iterator[tuple[Sent, dict[str, Any] | None]]:
    for start in range(0, len(sent), PAGE):
        part = sent[start : start + PAGE]
        results = client.get(path, {"id": [item.pk for item in part], "limit": PAGE})["results"]
        found = {item["id"]: item for item in results}
        for item in part:
            yield item, found.get(item.pk)


def same(sent: Any, got: Any) -> bool:
    """Whether `got` shows what was `sent`: an object stands for its id, a choice for its value, text for a decimal."""
    if isinstance(got, Mapping):
        if isinstance(sent, Mapping):
            return all(same(value, got.get(name, ABSENT)) for name, value in sent.items())
        if "id" in got:
            return same(sent, got["id"])
        return "value" in got and same(sent, got["value"])
    if isinstance(sent, list) and isinstance(got, list):
        return _same_items(sent, got)
    if isinstance(sent, bool) or isinstance(got, bool) or sent is None or got is None:
        return sent is got
    if isinstance(sent, int | float) and isinstance(got, int | float | str):
        return _number(sent) == _number(got)
    return bool(sent == got)


def _same_custom(sent: Mapping[str, Any], got: Any) -> bool:
    """Custom fields keep nothing as null, however it was sent."""
    return same({name: None if value in ("", []) else value for name, value in sent.items()}, got)


def _same_items(sent: Sequence[Any], got: Sequence[Any]) -> bool:
    """Relations and tags come in an order of their own."""
    left = list(got)
    for value in sent:
        position = next((n for n, item in enumerate(left) if same(value, item)), None)
        if position is None:
            return False
        del left[position]
    return not left


def _number(value: Any) -> Decimal | None:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None
