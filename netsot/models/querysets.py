"""The queryset every model uses: it can be narrowed to what a user may see or do."""

from __future__ import annotations

from typing import Any, Self

from django.db import models

from netsot.kernel import access


class RestrictedQuerySet(models.QuerySet):
    """A queryset that knows who asks."""

    def restrict(self, user: Any, action: str = "view") -> Self:
        """Only the objects on which `user` may perform `action` (see `netsot.kernel.access`)."""
        return access.restrict(self, user, action)


RestrictedManager = models.Manager.from_queryset(RestrictedQuerySet, class_name="RestrictedManager")
