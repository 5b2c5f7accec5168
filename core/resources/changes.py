"""The change log and the types of objects."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.http import Http404
from django.utils.translation import gettext as _
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response

from core import undo as undoing
from core.filters import OBJECT_CHANGE, OBJECT_TYPE, named_by
from core.models import ObjectChange, ObjectType
from core.views import UndoableChangeView
from netsot.api.context import actor_for
from netsot.kernel import registry
from netsot.kernel.registry import register
from netsot.kernel.resource import HEAD, F, Resource, action, computed

_UNDO = {"request": None, "responses": {200: serializers.JSONField()}}
_TEXT = serializers.CharField(read_only=True)


@register(ObjectChange)
class ObjectChangeResource(Resource):
    """What a request did to an object."""

    menu = ("Operations", "Logging")
    methods = F("list retrieve")
    views = {"": UndoableChangeView}
    fields = F(
        "time user user_name request_id action changed_object_type changed_object_id changed_object object_repr "
        "message prechange_data postchange_data"
    )
    hidden = F("related_object_type related_object_id")
    brief = F("time user_name action object_repr")
    filters = OBJECT_CHANGE
    search = {"user_name": 100, "object_repr": 100, "message": 500}
    columns = F("time user_name action changed_object_type object_repr request_id message")

    @computed("changed_object_type_id", "changed_object_id", "object_repr", "action", "user_name", schema=_TEXT)
    def display(self, page: Any, kinds: Any, ids: Any, labels: Any, actions: Any, users: Any) -> Sequence[str]:
        """`Site AMS1 updated by jane`."""
        return [
            ObjectChange.display(*row)
            for row in zip(kinds, _names(page, kinds, ids, labels), actions, users, strict=True)
        ]

    @computed("changed_object_type_id", "changed_object_id", "object_repr", schema=_TEXT)
    def object_repr(self, page: Any, kinds: Any, ids: Any, labels: Any) -> Sequence[str]:
        """The object's name at the time."""
        return _names(page, kinds, ids, labels)

    @computed("prechange_data", schema=serializers.JSONField(read_only=True, allow_null=True))
    def prechange_data(self, page: Any, states: Any) -> Sequence[Any]:
        """The object before."""
        return _visible_tags(page, states)

    @computed("postchange_data", schema=serializers.JSONField(read_only=True, allow_null=True))
    def postchange_data(self, page: Any, states: Any) -> Sequence[Any]:
        """The object after."""
        return _visible_tags(page, states)

    @action("undo", permission="view", methods=["post"], schema=_UNDO)
    def undo(self, request: Any, change: Any) -> Response:
        """Bring the object back to what it was before; with `?request_id=`, everything that request did."""
        wanted = request.query_params.get("request_id")
        if wanted and wanted != str(change.request_id):
            raise ValidationError({"request_id": [_("This change belongs to the request %s.") % change.request_id]})
        return _undone(request, _entries(request, change.request_id) if wanted else [change])

    @action("undo", permission="view", methods=["post"], detail=False, schema=_UNDO)
    def undo_request(self, request: Any, queryset: Any) -> Response:
        """Bring back everything the request `?request_id=` changed."""
        try:
            wanted = uuid.UUID(request.query_params.get("request_id", ""))
        except ValueError as error:
            raise ValidationError({"request_id": [_("Give the id of the request whose changes to undo.")]}) from error
        entries = _entries(request, wanted)
        if not entries:
            raise Http404(_("No change of this request was found."))
        return _undone(request, entries)


def _names(page: Any, kinds: Sequence[int], ids: Sequence[int], labels: Sequence[str]) -> list[str]:
    """The recorded names; one made of a related object's name is replaced where the user may not see all of those."""
    return [
        label if _name_is_open(page.context, kind) else f"{ContentType.objects.get_for_id(kind).name} {pk}"
        for kind, pk, label in zip(kinds, ids, labels, strict=True)
    ]


def _name_is_open(context: Any, kind: int) -> bool:
    model = ContentType.objects.get_for_id(kind).model_class()
    return all(context.sees_all(related) for related in named_by(model))


def _visible_tags(page: Any, states: Sequence[Any]) -> list[Any]:
    """Recorded states, without the names of tags the user may not see."""
    tag = apps.get_model("extras", "Tag")
    if page.context.sees_all(tag):
        return list(states)
    recorded = {name for state in states if state for name in state.get("tags", ())}
    known = set(page.context.restrict(tag.objects.filter(name__in=recorded)).values_list("name", flat=True))
    return [
        {**state, "tags": [name for name in state["tags"] if name in known]} if state and "tags" in state else state
        for state in states
    ]


def _entries(request: Any, request_id: uuid.UUID) -> list[ObjectChange]:
    return list(ObjectChange.objects.filter(request_id=request_id).restrict(request.user, "view"))


def _undone(request: Any, entries: list[ObjectChange]) -> Response:
    actor = actor_for(request)
    message = str(request.data.get("changelog_message") or "") if isinstance(request.data, dict) else ""
    try:
        done = undoing.undo(entries, request.user, actor.request_id, message[:200])
    except undoing.Obstacles as error:
        return Response({"detail": _("This can't be undone."), "obstacles": error.lines}, status=409)
    return Response(
        {
            "request_id": str(actor.request_id),
            "changes": [
                {"action": e.action, "object_type": e.model._meta.label_lower, "object_id": e.pk, "display": e.label}
                for e in done
            ],
        }
    )


@register(ObjectType)
class ObjectTypeResource(Resource):
    """A kind of object and what can be done with it."""

    methods = F("list retrieve")
    head = tuple(name for name in HEAD if name != "display_url")
    fields = F(
        "app_label app_name model model_name model_name_plural public features is_plugin_model rest_api_endpoint "
        "description"
    )
    hidden = F("contenttype_ptr")
    brief = F("app_label model")
    filters = OBJECT_TYPE
    search = {"app_label": 100, "model": 100}

    @computed("app_label", schema=_TEXT)
    def app_name(self, page: Any, labels: Sequence[str]) -> Sequence[str]:
        """The app for people."""
        names = {config.label: str(config.verbose_name) for config in apps.get_app_configs()}
        return [names.get(label, label) for label in labels]

    @computed("app_label", "model", schema=_TEXT)
    def model_name(self, page: Any, labels: Sequence[str], models: Sequence[str]) -> Sequence[str]:
        """The kind for people, in the singular."""
        return [_meta(*pair, "verbose_name") for pair in zip(labels, models, strict=True)]

    @computed("app_label", "model", schema=_TEXT)
    def model_name_plural(self, page: Any, labels: Sequence[str], models: Sequence[str]) -> Sequence[str]:
        """The kind for people, in the plural."""
        return [_meta(*pair, "verbose_name_plural") for pair in zip(labels, models, strict=True)]

    @computed("app_label", schema=serializers.BooleanField(read_only=True))
    def is_plugin_model(self, page: Any, labels: Sequence[str]) -> Sequence[bool]:
        """Whether a plugin brought it."""
        from django.conf import settings

        plugins = set(getattr(settings, "PLUGINS", ()))
        return [label in plugins for label in labels]

    @computed("app_label", "model", schema=serializers.CharField(read_only=True, allow_null=True))
    def rest_api_endpoint(self, page: Any, labels: Sequence[str], models: Sequence[str]) -> Sequence[str | None]:
        """Where its objects are in the API."""
        found = [registry.get(f"{label}.{model}") for label, model in zip(labels, models, strict=True)]
        return [f"/api/{resource.path}/" if resource else None for resource in found]

    @computed("app_label", "model", schema=_TEXT)
    def description(self, page: Any, labels: Sequence[str], models: Sequence[str]) -> Sequence[str]:
        """What it is, in a sentence."""
        found = [registry.get(f"{label}.{model}") for label, model in zip(labels, models, strict=True)]
        return [
            ((type(resource).__doc__ or "").strip().splitlines() or [""])[0] if resource else "" for resource in found
        ]


def _meta(label: str, model: str, attribute: str) -> str:
    try:
        return str(getattr(apps.get_model(label, model)._meta, attribute))
    except LookupError:
        return model
