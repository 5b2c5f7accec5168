"""Custom fields under writers who don't see each other."""

from __future__ import annotations

import threading

import pytest
from django.db import connection

from extras.models import CustomField
from netsot.kernel import registry, writes
from netsot.kernel.errors import BatchInvalid
from netsot.kernel.writes import Actor
from tenancy.models import Tenant
from tests.extras.conftest import content_type

WRITERS = 6


@pytest.mark.django_db(transaction=True)
def test_of_writers_at_once_one_gets_the_unique_value():
    field = CustomField.objects.create(name="code", unique=True)
    field.object_types.add(content_type("tenancy.tenant"))
    start, outcomes = threading.Barrier(WRITERS), []

    def write(number: int) -> None:
        try:
            start.wait()
            payload = {"name": f"t{number}", "slug": f"t{number}", "custom_fields": {"code": "same"}}
            writes.create(registry.get("tenancy.tenant"), [payload], Actor(trusted=True))
            outcomes.append("made")
        except BatchInvalid:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=(number,)) for number in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["made"] + ["refused"] * (WRITERS - 1)
    assert Tenant.objects.count() == 1
