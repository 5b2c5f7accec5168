"""System checks: a declaration says nothing that isn't so, and forgets nothing.

netsot.E001  an option a Resource doesn't have
netsot.E002  a model field that is neither in `fields` nor in `hidden`
netsot.E003  a name in `fields` that is no field of the model, no count and not computed
netsot.E004  a name in another option that `fields` (or the model) doesn't have
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any

from django.core.checks import Error, register

from netsot.kernel import registry
from netsot.kernel.resource import Action, Computed, Resource

LAYERS = {"Serializer", "FilterSet", "ViewSet", "Form", "Table"}


def connect() -> None:
    """Register the checks; called once when the apps are ready."""
    register(check_resources, "netsot")


def check_resources(app_configs: Any = None, **kwargs: Any) -> list[Error]:
    """Check every registered Resource."""
    return [error for resource in registry.all_resources() for error in check(resource)]


def check(resource: Resource) -> list[Error]:
    """What is wrong with one declaration."""
    errors = list(_unknown_options(resource))
    known = _fields_that_exist(resource)
    unknown = [name for name in resource.names if name not in known]
    errors += [
        _error(resource, "E003", f"`fields` names {name!r}, which doesn't exist", name, known) for name in unknown
    ]
    if unknown:
        return errors
    errors += _forgotten(resource)
    errors += _unknown_names(resource)
    return errors


def _fields_that_exist(resource: Resource) -> set[str]:
    model = resource.model
    names = {field.name for field in model._meta.get_fields()}
    names |= {relation.get_accessor_name() for relation in model._meta.related_objects}
    names |= set(resource.head) | set(resource.computed) | set(resource.counts) | set(resource.source)
    return names | {"tags", "custom_fields", "_depth"}


def _unknown_options(resource: Resource) -> Iterable[Error]:
    known = {name for name in dir(Resource) if not name.startswith("__")} | LAYERS
    for klass in type(resource).__mro__:
        if klass is Resource:
            break
        for name, value in vars(klass).items():
            if name.startswith("_") or isinstance(value, Computed | Action) or inspect.isroutine(value):
                continue
            if name not in known:
                yield _error(resource, "E001", f"{name!r} is no option of a Resource", name, known)


def _forgotten(resource: Resource) -> Iterable[Error]:
    named = {info.source for info in resource.infos.values()} | set(resource.names) | set(resource.hidden)
    named |= {"custom_field_data", *resource.secret}
    columns = [*resource.model._meta.concrete_fields, *resource.model._meta.many_to_many]
    for field in columns:
        if not field.primary_key and not field.name.startswith("_") and field.name not in named:
            yield _error(
                resource,
                "E002",
                f"the model field {field.name!r} is neither in `fields` nor in `hidden`",
                field.name,
                (),
            )


def _unknown_names(resource: Resource) -> Iterable[Error]:
    fields = set(resource.names)
    model = _fields_that_exist(resource)
    for option, listed, known in (
        ("brief", resource.brief, fields),
        ("nested", resource.nested, fields),
        ("read_only", resource.read_only, fields),
        ("required", resource.required, fields),
        ("secret", resource.secret, fields),
        ("raw", resource.raw, fields),
        ("forms", tuple(resource.forms), fields),
        ("columns", resource.columns, fields),
        ("hidden", resource.hidden, model),
        ("source", tuple(resource.source), fields),
        ("search", tuple(resource.search), model),
        ("fieldsets", tuple(name for _title, names in resource.fieldsets for name in names), fields),
        ("form_exclude", resource.form_exclude, fields),
    ):
        for name in listed:
            if name.partition("__")[0] not in known:
                yield _error(resource, "E004", f"`{option}` names {name!r}, which `fields` doesn't have", name, known)


def _error(resource: Resource, code: str, text: str, name: str, known: Iterable[str] | Sequence[str]) -> Error:
    nearest = get_close_matches(name, list(known), n=1)
    file = inspect.getsourcefile(type(resource)) or ""
    return Error(
        f"{type(resource).__qualname__}: {text}.",
        hint=f"Did you mean {nearest[0]!r}?" if nearest else None,
        obj=f"{file} ({resource.label})",
        id=f"netsot.{code}",
    )
