"""Writing to-many relations and tags of a batch: one DELETE and one INSERT per relation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.models import ContentType
from django.db import models

from netsot.kernel import bulk
from netsot.kernel.introspection import Kind
from netsot.kernel.parse import Parsed

if TYPE_CHECKING:
    from netsot.kernel.resource import Resource


def write(resource: Resource, objs: Sequence[Any], parsed: Parsed, *, fresh: bool) -> set[Any]:
    """Make the relations what was sent; returns the ids of the objects whose relations changed."""
    changed: set[Any] = set()
    for info in resource.infos.values():
        if info.kind in (Kind.REFERENCES, Kind.OBJECT_TYPES) and info.writable:
            wanted = {
                obj.pk: [item.pk for item in values[info.name] or []]
                for obj, values in zip(objs, parsed.values, strict=True)
                if info.name in values
            }
            changed |= write_relation(info.column, wanted, fresh)
    if any(parsed.tags):
        changed |= _write_tags(resource, objs, parsed, fresh)
    for obj in objs:
        obj.__dict__.pop("_pending", None)
    return changed


def pending(obj: Any, name: str) -> list[Any] | None:
    """What a write is about to put into the to-many relation `name` of `obj`, for rules that are asked before it is
    written; None when the write leaves the relation alone.
    """
    found = obj.__dict__.get("_pending", {})
    return list(found[name] or []) if name in found else None


def write_relation(relation: Any, wanted: dict[Any, list[Any]], fresh: bool = False) -> set[Any]:
    """Make a many-to-many relation what `wanted` (owner id → ids) says; returns the owners that changed."""
    if not wanted or (fresh and not any(wanted.values())):
        return set()
    forward = relation if isinstance(relation, models.ManyToManyField) else relation.field
    through = forward.remote_field.through
    source, target = forward.m2m_field_name(), forward.m2m_reverse_field_name()
    if forward is not relation:
        source, target = target, source
    source_id, target_id = (through._meta.get_field(name).attname for name in (source, target))
    return _replace(through, source_id, target_id, {}, wanted, fresh)


def _write_tags(resource: Resource, objs: Sequence[Any], parsed: Parsed, fresh: bool) -> set[Any]:
    through = resource.model.tags.through  # type: ignore[attr-defined]
    kind = {"content_type_id": ContentType.objects.get_for_model(resource.model).pk}
    sent = {obj.pk: tags for obj, tags in zip(objs, parsed.tags, strict=True) if tags}
    stored: dict[Any, list[Any]] = {}
    if not fresh:
        rows = through._base_manager.filter(**kind, object_id__anyof=list(sent)).values_list("object_id", "tag_id")
        for owner, tag in rows:
            stored.setdefault(owner, []).append(tag)
    wanted = {}
    for pk, tags in sent.items():
        ids = [tag.pk for tag in tags["tags"]] if "tags" in tags else list(stored.get(pk, []))
        ids += [tag.pk for tag in tags.get("add_tags", []) if tag.pk not in ids]
        removed = {tag.pk for tag in tags.get("remove_tags", [])}
        wanted[pk] = [tag for tag in ids if tag not in removed]
    return write_tags(resource.model, wanted, fresh)


def write_tags(model: type[models.Model], wanted: dict[Any, list[Any]], fresh: bool = False) -> set[Any]:
    """Make the tags of objects what `wanted` (object id → tag ids) says; returns the objects that changed."""
    through = model.tags.through  # type: ignore[attr-defined]
    kind = {"content_type_id": ContentType.objects.get_for_model(model).pk}
    return _replace(through, "object_id", "tag_id", kind, wanted, fresh)


def _replace(
    through: Any, source: str, target: str, fixed: dict[str, Any], wanted: dict[Any, list[Any]], fresh: bool
) -> set[Any]:
    """Insert what is missing and delete what isn't wanted; rows that stay are left alone."""
    stored: dict[tuple[Any, Any], Any] = {}
    if not fresh:
        rows = through._base_manager.filter(**fixed, **{f"{source}__anyof": list(wanted)})
        stored = {(owner, other): pk for owner, other, pk in rows.values_list(source, target, "pk")}
    pairs = {(owner, other): None for owner, others in wanted.items() for other in others}
    gone = [pair for pair in stored if pair not in pairs]
    new = [pair for pair in pairs if pair not in stored]
    bulk.delete(through, [stored[pair] for pair in gone])
    bulk.insert(through, [through(**fixed, **{source: owner, target: other}) for owner, other in new])
    return {owner for owner, _other in [*gone, *new]}
