"""The hand-written class that equals a derived layer, to be nested into the Resource and changed there.

What nothing in a file makes (a function made on the fly, say) is named in a comment and stays derived: what a nested
class doesn't say is derived as before.
"""

from __future__ import annotations

import contextlib
import inspect
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django import forms
from django.db.models import Q
from django.forms.models import ModelChoiceIterator
from django.utils.choices import CallableChoiceIterator
from rest_framework import serializers

from netsot.derive import lookups, values
from netsot.derive.filterset import LookupFilter, ResourceFilterSet
from netsot.derive.form import ResourceForm
from netsot.derive.serializer import ResourceSerializer
from netsot.derive.table import Table, TableColumn
from netsot.kernel import inputs
from netsot.kernel.resource import Resource
from netsot.management.declarations.source import NoSource, Source, quoted

OURS = {inputs: "inputs", lookups: "lookups", values: "values", forms: "forms"}
"""Modules whose classes are written with the module's name, since several have a `Choice` or `Reference`."""


def eject(resource: Resource, layer: str) -> str:
    """The module text: imports, then the class."""
    source = Source(resource.app_label)
    source.writers = [lambda value: _value(source, value, resource)]
    body = list(LAYERS[layer](resource, source))
    return "\n".join([*source.imports(), "", "", *body]) + "\n"


def _class(name: str, base: str, text: str, lines: Iterable[str]) -> Iterator[str]:
    yield f"class {name}({base}):"
    yield f'    """{text}"""'
    yield ""
    yield from (f"    {line}".rstrip() for line in lines)


def _assignments(source: Source, items: Iterable[tuple[str, Any]]) -> Iterator[str]:
    for name, value in items:
        try:
            yield f"{name} = {source.text(value)}"
        except NoSource:
            yield f"# {name} stays derived."


def serializer(resource: Resource, source: Source) -> Iterator[str]:
    """`class Serializer`."""
    items = resource.serializer_class._declared_fields.items()
    text = f"What the API of {resource.label} takes and shows."
    yield from _class("Serializer", source.name(ResourceSerializer), text, _assignments(source, items))


def filterset(resource: Resource, source: Source) -> Iterator[str]:
    """`class FilterSet`."""
    items = resource.filterset_class.base_filters.items()
    text = f"What a query string can ask of {resource.label}."
    yield from _class("FilterSet", source.name(ResourceFilterSet), text, _assignments(source, items))


def form(resource: Resource, source: Source) -> Iterator[str]:
    """`class Form`."""
    items = [(name, resource.form_class.base_fields[name]) for name in resource.form_class.base_fields]
    own = [(name, field) for name, field in items if name not in ResourceForm.base_fields]
    text = f"The edit form of {resource.label}."
    yield from _class("Form", source.name(ResourceForm), text, _assignments(source, own))


def table(resource: Resource, source: Source) -> Iterator[str]:
    """`class Table`; the fields' classification (`info`) is filled in when the layer is derived."""
    made = resource.table
    source.module(Table.__module__, "Table as BaseTable")
    lines = ["columns = {"]
    for name, column in made.columns.items():
        given = [column.name, column.label, column.cell, *([column.order] if column.order else [])]
        lines.append(f"    {quoted(name)}: {source.call(TableColumn, given)},")
    lines += ["}", f"anchor = {quoted(made.anchor)}", f"default = {source.text(made.default)}"]
    yield from _class("Table", "BaseTable", f"What the list page of {resource.label} can show.", lines)


def viewset(resource: Resource, source: Source) -> Iterator[str]:
    """`class ViewSet`: the actions as methods of their own."""
    from netsot.api.viewsets import ResourceViewSet

    lines: list[str] = []
    for name, item in resource.actions.items():
        decorator = source.module("rest_framework.decorators", "action")
        target = "self._stored()" if item.detail else "self.filter_queryset(self.get_queryset())"
        if item.schema:
            lines.append("# The action's own `schema` describes it: add `@extend_schema(...)` here.")
        methods = source.text(list(item.methods))
        lines += [
            f"@{decorator}(detail={item.detail}, methods={methods}, url_path={quoted(item.path)})",
            f"def {name}(self, request, *args, **kwargs):",
            f'    """{(inspect.getdoc(item.function) or name).splitlines()[0]}"""',
            f"    self.permission = {quoted(item.permission)}",
            f"    action = self.resource.actions[{quoted(name)}]",
            f"    return action.function(self.resource, request, {target})",
            "",
        ]
    text = f"Lists, shows, creates, changes and deletes {resource.model._meta.verbose_name_plural}."
    yield from _class("ViewSet", source.name(ResourceViewSet), text, lines or ["pass"])


LAYERS: dict[str, Callable[[Resource, Source], Iterator[str]]] = {
    "serializer": serializer,
    "filterset": filterset,
    "form": form,
    "table": table,
    "viewset": viewset,
}


def _value(source: Source, value: Any, resource: Resource) -> str | None:
    """The source of the objects that layers are made of."""
    if isinstance(value, LookupFilter):
        rest = f", {quoted(value.suffix)}" if value.suffix else ""
        root = value.field_name
        return f"{source.name(LookupFilter)}({quoted(root)}, {_condition(source, value.condition, resource)}{rest})"
    if isinstance(value, values.Value):
        return _kind(source, value)
    if isinstance(value, serializers.Field) and type(value).__module__ == inputs.__name__:
        source.module("netsot.kernel", "inputs")
        given = [source.text(item) for item in value._args]
        given += [f"{name}={source.text(item)}" for name, item in value._kwargs.items()]
        return f"inputs.{type(value).__name__}({', '.join(given)})"
    if isinstance(value, forms.Field | forms.Widget):
        return _input(source, value)
    if isinstance(value, Q):
        return _query(source, value)
    if isinstance(value, ModelChoiceIterator):
        raise NoSource("choices from a queryset")
    return None


def _own(source: Source, module: Any, name: str, given: Iterable[str]) -> str:
    source.module(module.__name__.rpartition(".")[0], OURS[module])
    return f"{OURS[module]}.{name}({', '.join(given)})"


def _condition(source: Source, item: lookups.Condition, resource: Resource) -> str:
    """A condition, from what it keeps of its arguments."""
    kind = type(item).__name__
    if type(item).__module__ != lookups.__name__:
        raise NoSource(f"{kind} is the resource's own")
    given: list[str]
    match item:
        case lookups.Column():
            path = "__".join(part for part in (item.relations, item.name) if part)
            given = [source.model(resource.model), quoted(path)]
            usual = values.value_for(item.field)
            if usual is None or type(usual) is not type(item.value):
                usual = item.value
                given.append(source.text(usual))
            if item.lookups != usual.lookups:
                given.append(f"lookups={quoted(item.lookups)}")
            if item.exact != "exact":
                given.append(f"exact={quoted(item.exact)}")
        case lookups.Relation():
            given = [quoted(item.path), source.text(item.value)]
            given += ["descend=True"] * item.descend
            given += [f"lookups={quoted(item.lookups)}"] * (item.lookups != item.value.lookups)
            given += [f"label={source.text(item.label)}"] * bool(item.label)
        case lookups.Presence():
            given = [quoted(path) for path in item.paths]
        case lookups.Truth():
            given = [source.text(item.condition)]
        case lookups.Named():
            given = [source.text(item.function), quoted(item.target), quoted(item.by)]
            given += [f"lookups={quoted(item.lookups)}"] * bool(item.lookups)
            given += [f"label={source.text(item.label)}"] * bool(item.label)
        case lookups.Method():
            given = [source.text(item.function), source.text(item.value)]
            given += [quoted(item.lookups)] * bool(item.lookups)
        case lookups.Tagged():
            given = [quoted(item.value.by)]
        case lookups.ChangedBy():
            given = [quoted(action) for action in item.actions]
        case _:
            raise NoSource(f"{kind} is made on the fly")
    return _own(source, lookups, kind, given)


def _kind(source: Source, item: values.Value) -> str:
    """A kind of value."""
    if type(item).__module__ != values.__name__:
        return f"{source.name(type(item))}()"
    match item:
        case values.Reference():
            given = [quoted(item.target._meta.label), *([quoted(item.by)] if item.by != "pk" else [])]
        case values.Choice():
            given = [source.text(item.column)]
        case values.Typed():
            given = [source.text(item.column), *([quoted(item.lookups)] if item.lookups else [])]
        case values.Word():
            given = [quoted(" ".join(item.words))]
        case _:
            given = []
    return _own(source, values, type(item).__name__, given)


def _input(source: Source, item: Any) -> str:
    """A form field or widget: the arguments of its constructors that differ from their defaults."""
    kind = type(item)
    given: list[str] = []
    usual = _usual(kind)
    seen: set[str] = set()
    for base in kind.__mro__:
        if "__init__" not in base.__dict__ or base in (object, forms.Field.__base__):
            continue
        for name, parameter in inspect.signature(base.__init__).parameters.items():
            hidden = name in ("self", "validators", "error_messages", "template_name", "bound_field_class")
            if name in seen or hidden or parameter.kind in (parameter.VAR_KEYWORD, parameter.VAR_POSITIONAL):
                continue
            seen.add(name)
            value = _argument(item, name)
            if name == "attrs":
                value = {key: text for key, text in value.items() if key not in SET_BY_FIELD}
            if name == "widget" and usual is not None and _same_widget(value, usual.widget):
                continue
            needed = parameter.default is parameter.empty
            if not needed and usual is not None and name != "widget" and value == _argument(usual, name):
                continue
            given.append(f"{name}={source.text(value)}")
    if getattr(forms, kind.__name__, None) is kind:
        source.module("django", "forms")
        return f"forms.{kind.__name__}({', '.join(given)})"
    return f"{source.name(kind)}({', '.join(given)})"


def _usual(kind: type[Any]) -> Any:
    for args in ((), (None,)):
        with contextlib.suppress(TypeError):
            return kind(*args)
    return None


def _argument(item: Any, name: str) -> Any:
    value = getattr(item, name, None)
    if name == "choices" and isinstance(value, CallableChoiceIterator):
        return value.func
    return list(value) if name == "choices" and value is not None else value


def _same_widget(one: Any, other: Any) -> bool:
    attrs = [{key: text for key, text in w.attrs.items() if key not in SET_BY_FIELD} for w in (one, other)]
    return type(one) is type(other) and attrs[0] == attrs[1] and _format(one) == _format(other)


def _format(widget: Any) -> Any:
    return getattr(widget, "format", None)


SET_BY_FIELD = {"maxlength", "minlength"}
"""What a form field tells its widget by itself."""


def _query(source: Source, query: Q) -> str:
    """A Q whose lookups have values with a source."""
    parts = []
    for child in query.children:
        if isinstance(child, Q):
            parts.append(f"({_query(source, child)})")
        elif isinstance(child, tuple):
            parts.append(f"{source.name(Q)}({child[0]}={source.text(child[1])})")
        else:
            raise NoSource("an expression")
    if query.connector == Q.XOR or not parts:
        raise NoSource("a query without a plain form")
    text = (" & " if query.connector == Q.AND else " | ").join(parts)
    return f"~({text})" if query.negated else text
