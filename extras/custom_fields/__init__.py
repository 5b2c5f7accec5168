"""Custom fields: definitions, values and stored data.

`definitions`  which fields a model has, remembered safely over several processes
`values`       one handler per type: reading, checking, storing and showing a value
`parsing`      the way in, for a whole batch
`data`         what happens to stored values when a definition changes

The kernel meets all of it through `PROVIDER` (`netsot.kernel.custom_fields`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.db import models

from extras.custom_fields.definitions import fields_for, forget
from extras.custom_fields.parsing import fill_defaults, parse
from extras.custom_fields.values import handler_for, python_values, render
from netsot.kernel.errors import Errors

if TYPE_CHECKING:
    from netsot.kernel.representation import Page

__all__ = ["PROVIDER", "fields_for", "fill_defaults", "forget", "handler_for", "parse", "python_values", "render"]


class CustomFieldProvider:
    """What the kernel asks of custom fields."""

    def fields(self, model: type[models.Model]) -> Sequence[Any]:
        """The definitions for `model`, in order."""
        return fields_for(model)

    def choices(self, definition: Any) -> list[tuple[str, str]]:
        """(value, label) of a selection field."""
        return definition.choices

    def parse(
        self, model: type[models.Model], objs: Sequence[Any], sent: Sequence[dict[str, Any] | None], errors: Errors
    ) -> None:
        """Merge what was sent into `custom_field_data` of each object, with defaults for new ones, and check it."""
        parse(model, objs, sent, errors)

    def render(self, page: Page, stored: Sequence[dict[str, Any]]) -> Sequence[dict[str, Any]]:
        """The stored values of a page as the API shows them."""

        def related(model: type[models.Model], ids: Iterable[Any], *, listed: bool) -> Mapping[Any, Any]:
            found = page.related(model, ids)
            if not listed:
                return found
            return {pk: shown for pk, shown in found.items() if not page.context.is_hidden(model, pk)}

        return render(fields_for(page.resource.model), stored, related)


PROVIDER = CustomFieldProvider()
