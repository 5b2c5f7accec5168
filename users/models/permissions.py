"""Object permissions: who may do what to which objects."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import EmptyResultSet, FieldError, ValidationError
from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from netsot.kernel import access
from netsot.kernel.errors import Errors
from netsot.kernel.relations import pending
from netsot.models import BaseModel

ACTION = re.compile(r"[a-z][a-z0-9_]*\Z")


class ObjectPermission(BaseModel):
    """Allows actions on objects of some types, within constraints, to users and groups."""

    features = frozenset({"cloning"})
    clone_fields = ("description", "enabled", "object_types", "actions", "constraints")

    name = models.CharField(_("name"), max_length=100)
    description = models.CharField(_("description"), max_length=200, blank=True)
    enabled = models.BooleanField(_("enabled"), default=True)
    object_types = models.ManyToManyField(
        "contenttypes.ContentType", related_name="object_permissions", verbose_name=_("object types")
    )
    actions = ArrayField(
        models.CharField(max_length=30),
        verbose_name=_("actions"),
        help_text=_("What may be done: view, add, change, delete or the name of a custom action."),
    )
    constraints = models.JSONField(
        _("constraints"),
        null=True,
        blank=True,
        help_text=_("Filters that an object must match, as one JSON object or a list of alternatives."),
    )

    class Meta:
        ordering = ("name",)
        verbose_name = _("permission")
        verbose_name_plural = _("permissions")
        indexes = [models.Index(fields=["name"])]

    def alternatives(self) -> list[dict[str, Any]]:
        """The constraints as a list of filters of which one must match; empty when there is no limit."""
        if not self.constraints:
            return []
        return list(self.constraints) if isinstance(self.constraints, list) else [self.constraints]

    @property
    def can_view(self) -> bool:
        """Whether it allows to view."""
        return "view" in self.actions

    @property
    def can_add(self) -> bool:
        """Whether it allows to add."""
        return "add" in self.actions

    @property
    def can_change(self) -> bool:
        """Whether it allows to change."""
        return "change" in self.actions

    @property
    def can_delete(self) -> bool:
        """Whether it allows to delete."""
        return "delete" in self.actions

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """Read what the writer holds before this write can add to it."""
        super().prepare_set(objs)
        from users import escalation

        escalation.limited_actor()

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """A permission allows something, and its constraints are filters that every one of its types understands."""
        super().clean_set(objs, errors)
        types = cls._types_of(objs)
        for obj in objs:
            cls._check_actions(obj, errors)
            for message in _constraint_errors(obj, types.get(id(obj), [])):
                errors.add(obj, "constraints", message)

    @staticmethod
    def _check_actions(obj: Any, errors: Errors) -> None:
        if not obj.actions:
            errors.add(obj, "actions", _("Choose at least one action."))
        for action in obj.actions or ():
            if not ACTION.match(action or ""):
                errors.add(
                    obj,
                    "actions",
                    _("“%(action)s” is not an action: write it in lower-case letters, like render_config.")
                    % {"action": action},
                )

    @classmethod
    def _types_of(cls, objs: Sequence[Any]) -> dict[int, list[Any]]:
        """The object types of each permission as they will be, by the identity of the object."""
        stored: dict[Any, list[Any]] = {}
        ids = [obj.pk for obj in objs if obj.pk is not None and pending(obj, "object_types") is None]
        if ids:
            rows = cls.object_types.through._base_manager.filter(objectpermission_id__in=ids)
            for owner, kind in rows.values_list("objectpermission_id", "contenttype_id"):
                stored.setdefault(owner, []).append(ContentType.objects.get_for_id(kind))
        found = {}
        for obj in objs:
            sent = pending(obj, "object_types")
            found[id(obj)] = stored.get(obj.pk, []) if sent is None else sent
        return found

    @classmethod
    def saved_set(cls, objs: Sequence[Any], old: Mapping[Any, Mapping[str, Any]]) -> None:
        """Nobody writes a permission that goes beyond what they hold."""
        super().saved_set(objs, old)
        from users import escalation

        if (actor := escalation.limited_actor()) is not None:
            escalation.refuse_stronger_permissions(actor, [obj.pk for obj in objs])


def _constraint_errors(permission: Any, types: Sequence[Any]) -> list[Any]:
    """What is wrong with the constraints of a permission for objects of `types`."""
    constraints = permission.constraints
    if constraints is None:
        return []
    alternatives = constraints if isinstance(constraints, list) else [constraints]
    if not all(isinstance(part, dict) for part in alternatives):
        return [_("Constraints are one JSON object of filters, or a list of such objects.")]
    problems = []
    for kind in types:
        model = kind.model_class()
        if model is None:
            continue
        for part in alternatives:
            try:
                query = access.constraint_query(part, SimpleNamespace(pk=0))
                # Building the SQL checks the names of fields and lookups and the form of the values.
                model._base_manager.filter(query).query.get_compiler(connection=connection).as_sql()
            except EmptyResultSet:
                continue
            except (FieldError, ValidationError, ValueError, TypeError, AttributeError) as error:
                text = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
                problems.append(
                    _("Not a filter for %(model)s: %(error)s") % {"model": model._meta.verbose_name, "error": text}
                )
    return problems
