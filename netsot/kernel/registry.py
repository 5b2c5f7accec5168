"""Which models have a Resource. It is filled from the `resources` package of every app when Django is ready."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.db import models

from netsot.kernel.resource import Resource

_resources: dict[str, Resource] = {}


def register(model: type[models.Model]) -> Callable[[type[Resource]], type[Resource]]:
    """Class decorator: this Resource declares `model`."""

    def decorate(declaration: type[Resource]) -> type[Resource]:
        label = model._meta.label_lower
        if label in _resources:
            raise ImproperlyConfigured(
                f"{label} is declared twice: by {type(_resources[label]).__qualname__} and {declaration.__qualname__}."
            )
        _resources[label] = declaration(model)
        return declaration

    return decorate


def get(model: type[models.Model] | models.Model | str) -> Resource | None:
    """The Resource of a model (given as class, object or `app.model`), or None."""
    label = model.lower() if isinstance(model, str) else model._meta.label_lower
    return _resources.get(label)


def resource_for(model: type[models.Model] | models.Model | str) -> Resource:
    """The Resource of a model; LookupError when it has none."""
    found = get(model)
    if found is None:
        raise LookupError(f"{model} has no Resource.")
    return found


def all_resources() -> Iterator[Resource]:
    """Every Resource, by app in the order of INSTALLED_APPS, then as declared."""
    order = {config.label: position for position, config in enumerate(apps.get_app_configs())}
    yield from sorted(_resources.values(), key=lambda resource: order[resource.app_label])


def autodiscover(package: str) -> None:
    """Import the `resources` modules of an app, if it has any; called for every app once the models are there."""
    if find_spec(f"{package}.resources") is None:
        return
    module = import_module(f"{package}.resources")
    if hasattr(module, "__path__"):
        from pkgutil import iter_modules

        for item in iter_modules(module.__path__):
            import_module(f"{package}.resources.{item.name}")
