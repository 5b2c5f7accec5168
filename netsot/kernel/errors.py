"""What is wrong with a set of objects, said per object and per field."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError


class Errors:
    """Collects messages for the objects of one batch.

    Rules add to it instead of raising, so that one answer names everything that is wrong. `field` is the name of the
    model field, or None for the object as a whole.
    """

    def __init__(self) -> None:
        self._by_object: dict[int, dict[str, list[str]]] = {}

    def __bool__(self) -> bool:
        return bool(self._by_object)

    def add(self, obj: Any, field: str | None, message: Any) -> None:
        """Note `message` (translated lazily) against `field` of `obj`."""
        fields = self._by_object.setdefault(id(obj), {})
        messages = fields.setdefault(field or NON_FIELD_ERRORS, [])
        text = str(message)
        if text not in messages:
            messages.append(text)

    def add_error(self, obj: Any, error: ValidationError, field: str | None = None) -> None:
        """Note everything a `ValidationError` says, for validators that raise."""
        if hasattr(error, "error_dict"):
            for name, items in error.message_dict.items():
                for item in items:
                    self.add(obj, name, item)
        else:
            for item in error.messages:
                self.add(obj, field, item)

    def of(self, obj: Any) -> dict[str, list[str]]:
        """The messages of one object by field; empty when it is fine."""
        return self._by_object.get(id(obj), {})

    def listing(self, objs: Sequence[Any]) -> list[dict[str, list[str]]]:
        """One dictionary per object, in order; `{}` for the good ones."""
        return [self.of(obj) for obj in objs]

    def raise_for(self, obj: Any) -> None:
        """Raise Django's ValidationError when `obj` has messages."""
        if messages := self.of(obj):
            raise ValidationError({name: list(items) for name, items in messages.items()})


class BatchInvalid(Exception):
    """A batch was refused: `details` holds one dictionary of field errors per row, `{}` for the good rows."""

    def __init__(self, details: Iterable[dict[str, Any]]) -> None:
        self.details = list(details)
        super().__init__(f"{sum(1 for item in self.details if item)} of {len(self.details)} objects are invalid")


class PreconditionFailed(Exception):
    """The version the client holds is not the current one (RFC 9110, `If-Match`)."""


class DeletionProtected(Exception):
    """Objects can't be deleted because `dependents` refer to them."""

    def __init__(self, objs: Sequence[Any], dependents: Sequence[Any]) -> None:
        self.objs, self.dependents = list(objs), list(dependents)
        super().__init__(f"{len(self.dependents)} dependent objects")
