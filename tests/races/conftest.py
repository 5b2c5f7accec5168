"""Many clients at once against the running server."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from tests.live import Answer, Live, together

WRITERS = 16
ROUNDS = 3
_numbers = itertools.count(1)


@dataclass
class Race:
    """Sends requests at the same moment and judges the answers."""

    live: Live

    def run(self, requests: Sequence[tuple[str, str, Any]], **headers: str) -> list[Answer]:
        """Send them all at once: (method, path below /api/, body) each."""

        def send(number: int) -> Answer:
            method, path, body = requests[number]
            return self.live.request(method, f"/api/{path}/", body, **headers)

        answers = together(len(requests), send)
        assert not [answer.body for answer in answers if answer.status >= 500]
        return answers

    def post(self, path: str, bodies: Sequence[Any]) -> list[Answer]:
        """Create all at once."""
        return self.run([("POST", path, body) for body in bodies])

    def one_wins(self, answers: Sequence[Answer], won: int = 201, lost: Sequence[int] = (400, 409)) -> Any:
        """Exactly one got through, and the others were told why; gives the winner's body."""
        statuses = sorted(answer.status for answer in answers)
        assert statuses.count(won) == 1, statuses
        for answer in answers:
            if answer.status != won:
                assert answer.status in lost, (answer.status, answer.body)
                assert _says_something(answer.json()), answer.body
        return next(answer.json() for answer in answers if answer.status == won)


def _says_something(body: Any) -> bool:
    messages = body.values() if isinstance(body, dict) else body
    return any(messages)


@pytest.fixture
def race(live: Live) -> Race:
    return Race(live)


@pytest.fixture
def word() -> str:
    """A word that no other test uses; the server's database is shared."""
    return f"race{next(_numbers)}"


@pytest.fixture
def plant(live: Live, word: str) -> Callable[..., Any]:
    """Makes devices at one site."""
    site = live.create("dcim/sites", {"name": word, "slug": word})["id"]
    maker = live.create("dcim/manufacturers", {"name": word, "slug": word})["id"]
    kind = live.create("dcim/device-types", {"manufacturer": maker, "model": word, "slug": word})["id"]
    role = live.create("dcim/device-roles", {"name": word, "slug": word})["id"]

    def payload(**values: Any) -> dict[str, Any]:
        return {"site": site, "device_type": kind, "role": role} | values

    return payload
