"""The queryset every model uses: it can be narrowed to what a user may see or do."""

from __future__ import annotations

from typing import Any, Self

from django.db import models

from netsot.kernel import access, deletion


class RestrictedQuerySet(models.QuerySet):
    """A queryset that knows who asks."""

    def restrict(self, user: Any, action: str = "view") -> Self:
        """Only the objects on which `user` may perform `action` (see `netsot.kernel.access`)."""
        return access.restrict(self, user, action)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete these objects and what depends on them, by the rules and with a log (`netsot.kernel.deletion`)."""
        result = deletion.delete_by_orm(self.model, list(self._chain()))
        self._result_cache = None
        return result

    delete.alters_data = True  # type: ignore[attr-defined]
    delete.queryset_only = True  # type: ignore[attr-defined]


RestrictedManager = models.Manager.from_queryset(RestrictedQuerySet, class_name="RestrictedManager")
