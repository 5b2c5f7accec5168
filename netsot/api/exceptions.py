"""From exceptions to answers: a client learns what it did wrong, or when to come back."""

from __future__ import annotations

import logging
from typing import Any

from django.core.exceptions import (
    BadRequest,
    FieldError,
    ObjectDoesNotExist,
    RequestDataTooBig,
    SuspiciousOperation,
    ValidationError,
)
from django.core.exceptions import PermissionDenied as DjangoPermissionDenied
from django.db import DatabaseError, DataError, IntegrityError, InterfaceError, OperationalError
from django.db.backends.postgresql.psycopg_any import errors as database
from django.db.models import ProtectedError, RestrictedError
from django.http import Http404
from django.utils.translation import gettext as _
from rest_framework import exceptions, status
from rest_framework.response import Response
from rest_framework.views import exception_handler as standard_handler
from rest_framework.views import set_rollback

from netsot.api.protection import describe_protected
from netsot.kernel.errors import BatchInvalid, DeletionProtected, PreconditionFailed

logger = logging.getLogger(__name__)

NON_FIELD_ERRORS = "non_field_errors"


def exception_handler(exc: Exception, context: dict[str, Any]) -> Response | None:
    """The answer to an exception a view raised; None for a failure of ours, which becomes a 500."""
    response = _answer(exc, context)
    if response is not None:
        set_rollback()
    return response


def _answer(exc: Exception, context: dict[str, Any]) -> Response | None:
    if isinstance(exc, BatchInvalid):
        return _batch(exc, context)
    if isinstance(exc, DeletionProtected):
        return _protected(exc.objs, exc.dependents, context)
    if isinstance(exc, ProtectedError):
        return _protected([], list(exc.protected_objects), context)
    if isinstance(exc, RestrictedError):
        return _protected([], list(exc.restricted_objects), context)
    if isinstance(exc, PreconditionFailed):
        return Response({"detail": _("Precondition failed.")}, status=status.HTTP_412_PRECONDITION_FAILED)
    if isinstance(exc, ValidationError):
        return Response(validation_details(exc), status=status.HTTP_400_BAD_REQUEST)
    if isinstance(exc, Http404 | ObjectDoesNotExist):
        return Response({"detail": str(exc) or _("Not found.")}, status=status.HTTP_404_NOT_FOUND)
    if isinstance(exc, DjangoPermissionDenied):
        text = str(exc) or _("You do not have permission to perform this action.")
        return Response({"detail": text}, status=status.HTTP_403_FORBIDDEN)
    if isinstance(exc, RequestDataTooBig):
        return _refusal(_("The request body is too large."), status.HTTP_413_REQUEST_ENTITY_TOO_LARGE)
    if isinstance(exc, DatabaseError | InterfaceError):
        return _database(exc)
    if isinstance(exc, FieldError | OverflowError | UnicodeError | BadRequest | SuspiciousOperation):
        return _refusal(_invalid(exc))
    if isinstance(exc, ValueError) and "NUL" in str(exc):
        # The database driver's words for a character PostgreSQL can't store.
        return _refusal(_("Text can't hold the NUL character (\\u0000)."))
    return _standard(exc, context)


def _standard(exc: Exception, context: dict[str, Any]) -> Response | None:
    response = standard_handler(exc, context)
    if response is None:
        return None
    if isinstance(exc, exceptions.NotAuthenticated | exceptions.AuthenticationFailed):
        # The contract knows no 401. A dialect that does says so on its views.
        wanted = getattr(context.get("view"), "unauthenticated_status", status.HTTP_403_FORBIDDEN)
        response.status_code = wanted
        if wanted != status.HTTP_401_UNAUTHORIZED:
            response.headers.pop("WWW-Authenticate", None)
    return response


def _batch(exc: BatchInvalid, context: dict[str, Any]) -> Response:
    """One object's messages as such, those of a list by position."""
    many = getattr(exc, "many", None)
    if many is None:
        many = _sent_a_list(context) or len(exc.details) > 1
    details: Any = exc.details if many else (exc.details[0] if exc.details else {})
    return Response(details, status=status.HTTP_400_BAD_REQUEST)


def _sent_a_list(context: dict[str, Any]) -> bool:
    request = context.get("request")
    try:
        return isinstance(getattr(request, "data", None), list)
    except exceptions.APIException:
        return False


def _protected(objs: list[Any], dependents: list[Any], context: dict[str, Any]) -> Response:
    return Response(describe_protected(objs, dependents, context.get("request")), status=status.HTTP_409_CONFLICT)


def validation_details(exc: ValidationError) -> dict[str, Any]:
    """The messages of Django's error by field."""
    if hasattr(exc, "error_dict"):
        return dict(exc.message_dict)
    return {NON_FIELD_ERRORS: list(exc.messages)}


def _refusal(text: str, code: int = status.HTTP_400_BAD_REQUEST) -> Response:
    return Response({"detail": text}, status=code)


def _invalid(exc: Exception) -> str:
    if isinstance(exc, OverflowError):
        return _("A number in the request is too large.")
    if isinstance(exc, UnicodeError):
        return _("The request holds text that isn't valid Unicode.")
    return _("The request isn't valid: %s") % exc


def _database(exc: Exception) -> Response | None:
    """What PostgreSQL refused: wrong input, a conflict with another writer, or an overload."""
    cause = exc.__cause__ or exc
    if isinstance(cause, database.QueryCanceled):
        logger.warning("A statement was cancelled after its time limit: %s", cause)
        return _unavailable(_("The database took too long to answer. Ask for less: a smaller page, fewer filters."), 10)
    if isinstance(cause, database.LockNotAvailable | database.DeadlockDetected | database.SerializationFailure):
        return _unavailable(_("Another change to the same objects is under way. Nothing was changed; try again."), 1)
    if isinstance(cause, database.ReadOnlySqlTransaction):
        return _unavailable(_("The database accepts no changes at the moment. Nothing was changed."), 30)
    if isinstance(exc, DataError):
        return _refusal(_data_error(cause))
    if isinstance(exc, IntegrityError):
        return _integrity(cause)
    if isinstance(exc, OperationalError | InterfaceError):
        logger.error("The database is not available: %s", cause)
        return _unavailable(_("The database is not available at the moment."), 5)
    return None


def _data_error(cause: BaseException) -> str:
    if isinstance(cause, database.StringDataRightTruncation):
        return _("A value is longer than its field allows.")
    if isinstance(cause, database.NumericValueOutOfRange):
        return _("A number is larger or smaller than its field allows.")
    if isinstance(cause, database.InvalidRegularExpression):
        return _("A regular expression isn't valid: %s") % _first_line(cause)
    if isinstance(cause, database.UntranslatableCharacter | database.CharacterNotInRepertoire):
        return _("A text holds a character that can't be stored.")
    return _("A value isn't valid: %s") % _first_line(cause)


def _integrity(cause: BaseException) -> Response:
    """The last line of defence: rules are checked before, but another writer may have been faster."""
    name = getattr(getattr(cause, "diag", None), "constraint_name", None) or "?"
    if isinstance(cause, database.ForeignKeyViolation):
        text = _("An object this one depends on, or that depends on it, has just changed (%s).")
        return _refusal(text % name, status.HTTP_409_CONFLICT)
    if isinstance(cause, database.UniqueViolation | database.ExclusionViolation):
        text = _("An object with the same values exists already (%s).")
    else:
        text = _("The values contradict each other or a required one is missing (%s).")
    return Response({NON_FIELD_ERRORS: [text % name]}, status=status.HTTP_400_BAD_REQUEST)


def _unavailable(text: str, seconds: int) -> Response:
    response = Response({"detail": text}, status=status.HTTP_503_SERVICE_UNAVAILABLE)
    response["Retry-After"] = str(seconds)
    return response


def _first_line(error: BaseException) -> str:
    return str(error).strip().partition("\n")[0]
