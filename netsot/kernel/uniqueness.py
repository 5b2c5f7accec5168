"""Uniqueness of a batch: against itself and against what is stored, with one query per constraint.

This names the field and the value for people. The database constraint behind it is the referee between writers.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import F, Q, UniqueConstraint
from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from netsot.kernel.errors import Errors


@dataclass(frozen=True)
class Rule:
    """One set of columns that may not repeat. `lowered` are compared without case."""

    names: tuple[str, ...]
    lowered: frozenset[str] = frozenset()
    condition: Q | None = None
    nulls_distinct: bool = True
    message: str = ""


def rules_of(model: type[models.Model]) -> list[Rule]:
    """The uniqueness rules of a model: unique fields, unique_together and constraints.

    A constraint over a maintained column (`unique_scope`) belongs to a rule of the model's own, which names the other.
    """
    rules = [
        Rule((field.name,))
        for field in model._meta.concrete_fields
        if field.unique and not field.primary_key and field.editable
    ]
    rules += [Rule(tuple(names)) for names in model._meta.unique_together]
    for constraint in model._meta.constraints:
        if isinstance(constraint, UniqueConstraint) and (rule := _from_constraint(constraint)):
            rules.append(rule)
    return [rule for rule in rules if all(model._meta.get_field(name).editable for name in rule.names)]


def _from_constraint(constraint: UniqueConstraint) -> Rule | None:
    names, lowered = list(constraint.fields), set()
    for expression in constraint.expressions:
        if isinstance(expression, F):
            names.append(expression.name)
        elif isinstance(expression, Lower):
            names.append(expression.source_expressions[0].name)
            lowered.add(names[-1])
        else:
            # Only the database can evaluate it; its refusal is reported by name.
            return None
    if constraint.violation_error_message != constraint.default_violation_error_message:
        message = str(constraint.violation_error_message)
    else:
        message = ""
    return Rule(tuple(names), frozenset(lowered), constraint.condition, constraint.nulls_distinct is not False, message)


def check(
    model: type[models.Model], objs: Sequence[Any], errors: Errors, changed: Collection[str] | None = None
) -> None:
    """Add to `errors` every object that repeats another of the batch or a stored one.

    `changed` limits the rules to those that touch one of these fields.
    """
    for rule in rules_of(model):
        touched = set(rule.names) | set(_condition_names(rule.condition))
        if changed is None or touched & set(changed):
            _check_rule(model, rule, objs, errors)


def _check_rule(model: type[models.Model], rule: Rule, objs: Sequence[Any], errors: Errors) -> None:
    keys: dict[tuple[Any, ...], Any] = {}
    for obj in objs:
        key = _key(rule, obj)
        if key is None:
            continue
        if key in keys:
            _report(rule, model, obj, errors, _("It stands twice in this request."))
        else:
            keys[key] = obj
    if not keys:
        return
    fields = [model._meta.get_field(name) for name in rule.names]
    queryset = model._base_manager.exclude(pk__in=[obj.pk for obj in objs if obj.pk is not None])
    if rule.condition is not None:
        queryset = queryset.filter(rule.condition)
    columns = []
    for position, field in enumerate(fields):
        values = {key[position] for key in keys}
        name = field.attname
        if field.name in rule.lowered:
            name = f"lower_{field.name}"
            queryset = queryset.annotate(**{name: Lower(field.name)})
        limits = Q(**{f"{name}__in": values - {None}})
        queryset = queryset.filter(limits | Q(**{f"{name}__isnull": True}) if None in values else limits)
        columns.append(name)
    for row in queryset.values_list(*columns):
        if (obj := keys.get(tuple(row))) is not None:
            _report(rule, model, obj, errors, "")


def _key(rule: Rule, obj: Any) -> tuple[Any, ...] | None:
    """What of `obj` may not repeat; None when the rule doesn't concern it."""
    if rule.condition is not None and not _holds(rule.condition, obj):
        return None
    values = []
    for name in rule.names:
        value = getattr(obj, obj._meta.get_field(name).attname)
        if value is None and rule.nulls_distinct:
            return None
        values.append(value.lower() if name in rule.lowered and isinstance(value, str) else value)
    return tuple(values)


def _holds(condition: Q, obj: Any) -> bool:
    results = []
    for child in condition.children:
        if isinstance(child, Q):
            results.append(_holds(child, obj))
            continue
        path, wanted = child
        name, _, lookup = path.partition("__")
        value = getattr(obj, obj._meta.get_field(name).attname)
        results.append((value is None) == wanted if lookup == "isnull" else value == wanted)
    result = any(results) if condition.connector == Q.OR else all(results)
    return not result if condition.negated else result


def _condition_names(condition: Q | None) -> list[str]:
    if condition is None:
        return []
    names: list[str] = []
    for child in condition.children:
        names += _condition_names(child) if isinstance(child, Q) else [child[0].partition("__")[0]]
    return names


def _report(rule: Rule, model: type[models.Model], obj: Any, errors: Errors, hint: str) -> None:
    fields = [model._meta.get_field(name) for name in rule.names]
    visible = [field for field in fields if field.editable]
    if rule.message:
        text = rule.message
    else:
        text = _("%(model)s with this %(fields)s already exists.") % {
            "model": str(model._meta.verbose_name).capitalize(),
            "fields": _(" and ").join(str(field.verbose_name) for field in visible or fields),
        }
    errors.add(obj, visible[0].name if len(visible) == 1 else None, f"{text} {hint}".strip())
