"""A client of the REST API in the same process: every view, serializer and rule is used, no server is needed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.utils.translation import gettext as _
from rest_framework.test import APIClient

from netsot.demo.writer import Refused


class Client:
    """Speaks JSON to the API as one user."""

    def __init__(self, user: Any) -> None:
        host = next((name for name in settings.ALLOWED_HOSTS if "*" not in name), "localhost").lstrip(".")
        self.client = APIClient(SERVER_NAME=host)
        self.client.force_authenticate(user)

    def get(self, path: str, query: Mapping[str, Any]) -> dict[str, Any]:
        """The answer to a GET."""
        return self._answer(self.client.get(f"{path}?{urlencode(query, doseq=True)}", secure=True))

    def send(self, method: str, path: str, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Create or change objects; one answer per object. `Refused` says what is wrong with the first bad one."""
        answer = self.client.generic(method, path, data=json.dumps(rows), content_type="application/json", secure=True)
        if answer.status_code == 400 and isinstance(found := answer.json(), list):
            position, details = next((n, item) for n, item in enumerate(found) if item)
            raise Refused(
                _("%(path)s: %(details)s. What was sent: %(row)s")
                % {"path": path, "details": details, "row": rows[position]}
            )
        return self._answer(answer)

    def _answer(self, answer: Any) -> Any:
        if answer.status_code >= 400:
            raise Refused(f"{answer.request['PATH_INFO']}: {answer.status_code} {answer.content.decode()[:1000]}")
        return answer.json()
