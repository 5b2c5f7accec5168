"""Keeps a row of `core.ObjectType` for every model, with what the model says of itself."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.apps import apps as installed
from django.contrib.contenttypes.models import ContentType
from django.db import connections


def features_of(model: Any) -> list[str]:
    """The features of a model, sorted."""
    found = getattr(model, "features", ())
    return sorted(found) if isinstance(found, frozenset) else []


def is_public(model: Any) -> bool:
    """Whether people see objects of this model: our models and those of plugins, unless they are marked `private`."""
    from core.models import ObjectType
    from netsot.models import BaseModel

    return issubclass(model, BaseModel | ObjectType) and not getattr(model, "private", False)


def sync(app_config: AppConfig, using: str, apps: Any = installed, **kwargs: Any) -> None:
    """Receiver of `post_migrate`: one statement per app; nothing is rewritten that is already right."""
    try:
        apps.get_model("core", "ObjectType")
    except LookupError:
        # A migration to a state without the table.
        return
    models = list(app_config.get_models())
    if not models:
        return
    types = ContentType.objects.db_manager(using).get_for_models(*models, for_concrete_models=False)
    rows = [(types[model].pk, is_public(model), features_of(model)) for model in models]
    with connections[using].cursor() as cursor:
        cursor.executemany(
            "INSERT INTO core_objecttype (contenttype_ptr_id, public, features) VALUES (%s, %s, %s) "
            "ON CONFLICT (contenttype_ptr_id) DO UPDATE SET public = EXCLUDED.public, features = EXCLUDED.features "
            "WHERE (core_objecttype.public, core_objecttype.features) IS DISTINCT FROM "
            "(EXCLUDED.public, EXCLUDED.features)",
            rows,
        )
