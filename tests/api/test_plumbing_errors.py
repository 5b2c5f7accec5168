"""From exceptions to answers."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection, transaction
from django.http import Http404
from django.test import RequestFactory

from netsot.api.exceptions import exception_handler
from netsot.kernel.errors import BatchInvalid, DeletionProtected, PreconditionFailed


def handle(exception, data=None, user=None):
    request = RequestFactory().get("/api/")
    request.data, request.user = data, user or AnonymousUser()
    return exception_handler(exception, {"request": request, "view": SimpleNamespace()})


def failing(sql):
    """The exception a statement raises."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_one_object_gets_its_messages_and_a_list_one_dictionary_per_row():
    details = [{"name": ["Required."]}]
    assert handle(BatchInvalid(details), data={}).data == details[0]
    assert handle(BatchInvalid(details), data=[{}]).data == details
    assert handle(BatchInvalid([{}, *details]), data=[{}, {}]).data == [{}, *details]
    told = BatchInvalid(details)
    told.many = True
    assert handle(told, data={}).data == details
    assert handle(told).status_code == 400


@pytest.mark.parametrize(
    ("exception", "status", "body"),
    [
        (PreconditionFailed(), 412, {"detail": "Precondition failed."}),
        (Http404("No Site matches the given query."), 404, {"detail": "No Site matches the given query."}),
        (PermissionDenied(), 403, {"detail": "You do not have permission to perform this action."}),
        (ValidationError({"name": ["Bad."]}), 400, {"name": ["Bad."]}),
        (ValidationError("Bad."), 400, {"non_field_errors": ["Bad."]}),
        (OverflowError("int too large"), 400, {"detail": "A number in the request is too large."}),
    ],
)
def test_what_the_client_did_is_told(exception, status, body):
    answer = handle(exception)
    assert (answer.status_code, answer.data) == (status, body)


def test_a_bug_stays_a_bug():
    assert handle(RuntimeError("bug")) is None
    assert handle(ValueError("bug")) is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("sql", "status"),
    [
        ("SELECT 'x'::int", 400),
        ("SELECT 99999999999999999999::bigint", 400),
        ("SELECT 'a' ~ '('", 400),
        ("SELECT 'x'::inet", 400),
        ("INSERT INTO django_content_type (app_label, model) VALUES (repeat('x', 200), 'y')", 400),
        ("INSERT INTO django_content_type (app_label, model) SELECT app_label, model FROM django_content_type", 400),
        ("INSERT INTO django_content_type (app_label) VALUES ('x')", 400),
        ("SET LOCAL statement_timeout = 20; SELECT pg_sleep(1)", 503),
        ("SET TRANSACTION READ ONLY; DELETE FROM django_content_type WHERE id = 0", 503),
    ],
)
def test_the_database_refuses_without_a_500(sql, status):
    with pytest.raises(DatabaseError) as caught:
        failing(sql)
    answer = handle(caught.value)
    assert answer.status_code == status
    assert ("Retry-After" in answer) is (status == 503)


@pytest.mark.django_db
def test_nul_in_a_value_is_a_400():
    with pytest.raises(ValueError, match="NUL") as caught:
        ContentType.objects.filter(model="a\0").count()
    assert handle(caught.value).status_code == 400


@pytest.mark.django_db
def test_a_protected_delete_names_what_the_user_may_see(admin_user):
    kinds = list(ContentType.objects.order_by("pk")[:3])
    error = DeletionProtected([kinds[0]], kinds[1:])
    told = handle(error, user=admin_user)
    assert told.status_code == 409
    assert [item["id"] for item in told.data["dependents"]] == [kind.pk for kind in kinds[1:]]
    assert told.data["dependents"][0]["object_type"] == "contenttypes.contenttype"
    assert str(kinds[1]) in told.data["detail"]
    hidden = handle(error)
    assert hidden.data["dependents"] == []
    assert hidden.data["others"] == 2
    assert str(kinds[1]) not in hidden.data["detail"]
