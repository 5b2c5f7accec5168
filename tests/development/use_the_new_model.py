"""Uses the model that docs/development/adding-a-model.md adds; run in a process that has it, prints what happened."""

from __future__ import annotations

import json
import sys
from io import StringIO
from typing import Any

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, setup_test_environment  # noqa: E402

from dcim.models import Region, Site  # noqa: E402
from users.models import Token, User  # noqa: E402

API = "/api/maintenance/maintenance-windows/"
PAGE = "/maintenance/maintenance-windows/"


def main() -> dict[str, Any]:
    setup_test_environment()
    user = User.objects.create_superuser("root", password="Long-enough-secret-1")
    token = Token(user=user, version=1)
    token.save()
    region = Region.objects.create(name="North", slug="north")
    site = Site.objects.create(
        name="Oslo", slug="oslo", region=Region.objects.create(name="N", slug="n", parent=region)
    )
    client = Client(headers={"Authorization": f"Token {token.token}"})

    def ask(method: str, path: str, data: Any = None) -> Any:
        body = {} if data is None else {"data": json.dumps(data)}
        answer = client.generic(method, path, content_type="application/json", **body)
        return {"status": answer.status_code, "body": answer.json() if answer.content else None}

    def names(query: str) -> list[str]:
        return [item["name"] for item in ask("GET", f"{API}?{query}")["body"]["results"]]

    window = {"site": {"slug": "oslo"}, "begins": "2030-01-01T20:00:00Z"}
    out: dict[str, Any] = {}
    out["created"] = ask("POST", API, window | {"name": "Fibre", "ends": "2030-01-01T22:00:00Z"})
    out["many"] = ask("POST", API, [window | {"name": f"Power {n}", "status": "running"} for n in range(20)])["status"]
    out["backwards"] = ask("POST", API, window | {"name": "X", "ends": "2029-01-01T00:00:00Z"})
    out["twice"] = ask("POST", API, window | {"name": "Fibre"})
    out["filters"] = {
        "open_ended": names("open_ended=false"),
        "status": len(names("status=running")),
        "region": len(names("region=north")),
        "site_id": len(names(f"site_id={site.pk}")),
        "q": names("q=fib"),
        "name__ic": names("name__ic=ower 19"),
    }
    pk = out["created"]["body"]["id"]
    out["changed"] = ask("PATCH", f"{API}{pk}/", {"status": "done", "tags": []})
    out["changes"] = ask(
        "GET", f"/api/core/object-changes/?changed_object_type=maintenance.window&changed_object_id={pk}"
    )["body"]["count"]
    out["options"] = ask("OPTIONS", API)
    with CaptureQueriesContext(connection) as queries:
        ask("GET", f"{API}?limit=20")
    out["queries"] = len(queries)
    schema = client.get("/api/schema/?format=json").json()
    out["schema"] = sorted(schema["paths"].get(API, {}))
    out["check"] = _command("check")
    out["shown"] = _command("show_resource", "maintenance.window")
    out["ejected"] = _command("eject", "maintenance.window", "serializer")
    pages = Client()
    pages.force_login(user)
    for name, path in {
        "home": "/",
        "list": PAGE,
        "add": f"{PAGE}add/",
        "detail": f"{PAGE}{pk}/",
        "edit": f"{PAGE}{pk}/edit/",
    }.items():
        answer = pages.get(path)
        out[f"page {name}"] = {"status": answer.status_code, "text": answer.content.decode()}
    out["deleted"] = ask("DELETE", f"{API}{pk}/")["status"]
    return out


def _command(*arguments: str) -> str:
    text = StringIO()
    call_command(*arguments, stdout=text)
    return text.getvalue()


if __name__ == "__main__":
    json.dump(main(), sys.stdout)
