"""The database that tests get."""

import os

import pytest
from django.conf import settings
from django.db import connection


@pytest.mark.django_db
def test_each_process_has_a_database_of_its_own():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_database(), current_setting('server_encoding')")
        name, encoding = cursor.fetchone()
    assert str(os.getpid()) in name or os.environ.get("NETSOT_TEST_DB", "-") in name
    assert encoding == "UTF8"


@pytest.mark.django_db
def test_connections_have_time_limits():
    with connection.cursor() as cursor:
        cursor.execute("SHOW lock_timeout")
        assert cursor.fetchone()[0] == "5s"
        cursor.execute("SHOW idle_in_transaction_session_timeout")
        assert cursor.fetchone()[0] == "1min"


def test_the_configuration_is_complete():
    assert settings.MAX_PAGE_SIZE == 1000
    assert settings.API_TOKEN_PEPPERS
