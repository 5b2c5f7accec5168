"""The migrations say what the models say, and the database holds the rules that Python can't keep alone."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import connection

pytestmark = pytest.mark.django_db


def test_no_model_has_changes_without_a_migration() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0, skip_checks=True)


def test_the_triggers_and_constraints_are_there() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgname LIKE 'ipam%%'")
        triggers = {name for (name,) in cursor.fetchall()}
        cursor.execute("SELECT conname FROM pg_constraint WHERE contype = 'x'")
        exclusions = {name for (name,) in cursor.fetchall()}
    assert {"ipam_prefix_unique_scope", "ipam_ipaddress_unique_scope", "ipam_vrf_enforce_unique"} <= triggers
    assert "ipam_aggregate_no_overlap" in exclusions


def test_custom_fields_are_indexed_on_every_table() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name FROM information_schema.columns WHERE column_name = 'custom_field_data' "
            "EXCEPT SELECT tablename::text FROM pg_indexes WHERE indexdef LIKE '%%custom_field_data jsonb_path_ops%%'"
        )
        assert cursor.fetchall() == []
