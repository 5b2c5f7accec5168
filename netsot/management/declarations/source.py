"""From Python objects back to the source text that makes them, with the imports it needs."""

from __future__ import annotations

import builtins
import inspect
import sys
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils.functional import Promise
from rest_framework import serializers


class NoSource(Exception):
    """Nothing that stands in a file makes this object."""


class Source:
    """Writes expressions and remembers what they import."""

    def __init__(self, app_label: str) -> None:
        self.app_label = app_label
        self.names: dict[str, str] = {}
        self.writers: list[Callable[[Any], str | None]] = []
        """Functions asked first; None leaves the object to the others."""

    def imports(self) -> list[str]:
        """The import statements, sorted."""
        by_module: dict[str, list[str]] = {}
        for name, module in self.names.items():
            by_module.setdefault(module, []).append(name)
        return [f"from {module} import {', '.join(sorted(names))}" for module, names in sorted(by_module.items())]

    def name(self, thing: Any) -> str:
        """The name of a class or function that is importable, imported."""
        if getattr(builtins, getattr(thing, "__name__", ""), None) is thing:
            return str(thing.__name__)
        if inspect.isclass(thing) and issubclass(thing, serializers.BaseSerializer | serializers.Field):
            if getattr(serializers, thing.__name__, None) is thing:
                return f"{self.module('rest_framework', 'serializers')}.{thing.__name__}"
        module, qualname = getattr(thing, "__module__", None), getattr(thing, "__qualname__", "")
        if not module or "<" in qualname or _reach(module, qualname) is not thing:
            raise NoSource(f"{thing!r} can't be imported")
        first = qualname.partition(".")[0]
        parts = module.split(".")
        for end in range(2, len(parts)):
            # The package's own name for it, `dcim.models.Site`, rather than the file's.
            if _reach(".".join(parts[:end]), first) is _reach(module, first):
                module = ".".join(parts[:end])
                break
        return self.module(module, first) + qualname.removeprefix(first)

    def model(self, model: type[models.Model]) -> str:
        """A model: one of our app imported, one of another app asked for by its label, which may point up."""
        if model._meta.app_label == self.app_label:
            return self.name(model)
        return f"{self.module('django.apps', 'apps')}.get_model({quoted(model._meta.label)})"

    def module(self, module: str, name: str) -> str:
        """`name` imported from `module`; under another name when that one is taken."""
        if self.names.setdefault(name, module) == module:
            return name
        alias = f"{module.rpartition('.')[2].title()}{name}"
        self.names[f"{name} as {alias}"] = module
        return alias

    def text(self, value: Any) -> str:
        """The expression that makes `value`. Raises NoSource."""
        for write in self.writers:
            if (found := write(value)) is not None:
                return found
        if isinstance(value, Promise):
            from django.utils import translation

            self.names["gettext_lazy as _"] = "django.utils.translation"
            with translation.override(None):
                return f"_({quoted(str(value))})"
        if isinstance(value, str):
            return quoted(value)
        if value is None or isinstance(value, bool | int | float):
            return repr(value)
        if isinstance(value, Decimal):
            return f"{self.module('decimal', 'Decimal')}({quoted(str(value))})"
        if type(value) in (list, tuple, dict):
            return self._collection(value)
        if inspect.isclass(value) and issubclass(value, models.Model):
            return self.model(value)
        if inspect.isclass(value) or inspect.isfunction(value):
            return self.name(value)
        if isinstance(value, models.Field) and getattr(value, "model", None) is not None:
            column = value.model._meta.get_field(value.name)
            inner = "" if column is value else ".base_field"
            return f"{self.model(value.model)}._meta.get_field({quoted(value.name)}){inner}"
        if isinstance(value, serializers.Field):
            return self.call(type(value), value._args, value._kwargs)
        if hasattr(value, "deconstruct"):
            _path, args, kwargs = value.deconstruct()
            return self.call(type(value), args, kwargs)
        raise NoSource(f"{value!r} has no source")

    def call(self, function: Any, args: Any = (), kwargs: Any = None) -> str:
        """A call of a class or function."""
        given = [self.text(item) for item in args]
        given += [f"{name}={self.text(item)}" for name, item in (kwargs or {}).items()]
        return f"{self.name(function)}({', '.join(given)})"

    def _collection(self, value: Any) -> str:
        if isinstance(value, dict):
            return "{" + ", ".join(f"{self.text(k)}: {self.text(v)}" for k, v in value.items()) + "}"
        inner = ", ".join(self.text(item) for item in value)
        if isinstance(value, list):
            return f"[{inner}]"
        return f"({inner},)" if len(value) == 1 else f"({inner})"


def quoted(text: str) -> str:
    """A string in double quotes, as the formatter has it."""
    plain = repr(text)
    return plain if '"' in text or plain[0] == '"' else f'"{plain[1:-1]}"'


def _reach(module: str, qualname: str) -> Any:
    found: Any = sys.modules.get(module)
    for step in qualname.split("."):
        found = getattr(found, step, None)
    return found
