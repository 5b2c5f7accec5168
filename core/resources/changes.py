"""The change log and the types of objects."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import apps
from rest_framework import serializers

from core.models import ObjectChange, ObjectType
from netsot.kernel import registry
from netsot.kernel.registry import register
from netsot.kernel.resource import HEAD, F, Resource, computed

_TEXT = serializers.CharField(read_only=True)


@register(ObjectChange)
class ObjectChangeResource(Resource):
    """What a request did to an object."""

    menu = ("Operations", "Logging")
    methods = F("list retrieve")
    fields = F(
        "time user user_name request_id action changed_object_type changed_object_id changed_object object_repr message "
        "prechange_data postchange_data"
    )
    hidden = F("related_object_type related_object_id")
    brief = F("time user_name action object_repr")
    search = {"user_name": 100, "object_repr": 100, "message": 500}
    columns = F("time user_name action changed_object_type object_repr request_id message")


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
        return [((type(resource).__doc__ or "").strip().splitlines() or [""])[0] if resource else "" for resource in found]


def _meta(label: str, model: str, attribute: str) -> str:
    try:
        return str(getattr(apps.get_model(label, model)._meta, attribute))
    except LookupError:
        return model
