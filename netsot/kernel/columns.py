"""How each kind of field renders its whole column of a page."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from django.contrib.contenttypes.fields import GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.db.models import Count as CountAggregate
from django.utils.translation import get_language, gettext

from netsot.kernel import custom_fields, ordering
from netsot.kernel.introspection import FieldInfo, Kind

if TYPE_CHECKING:
    from netsot.kernel.representation import Page
    from netsot.kernel.resource import Count, Resource


class Column:
    """A field of a representation: the paths it reads, and its values for a page."""

    sources: tuple[str, ...] = ()

    def render(self, page: Page) -> Sequence[Any]:
        """One value per row."""
        raise NotImplementedError(type(self).__name__)


class Id(Column):
    """The primary key."""

    def render(self, page: Page) -> Sequence[Any]:
        return page.ids


class Url(Column):
    """The address in the API; the prefix is built once."""

    def render(self, page: Page) -> Sequence[Any]:
        prefix = f"{page.context.base_url}/api/{page.resource.path}/"
        return [f"{prefix}{pk}/" for pk in page.ids]


class DisplayUrl(Column):
    """The address of the object's page."""

    def render(self, page: Page) -> Sequence[Any]:
        prefix = f"{page.context.base_url}/{page.resource.path}/"
        return [f"{prefix}{pk}/" for pk in page.ids]


class Display(Column):
    """The object's name for people. What it takes from related objects is left out where the user may not see those."""

    def __init__(self, resource: Resource) -> None:
        self.function = resource.model.display  # type: ignore[attr-defined]
        self.paths = tuple(resource.model.display_fields)  # type: ignore[attr-defined]
        self.steps = {path: _steps(resource.model, path) for path in self.paths if "__" in path}
        self.sources = self.paths + tuple(key for steps in self.steps.values() for key, _model in steps)

    def render(self, page: Page) -> Sequence[Any]:
        function = self.function
        return [function(*values) for values in zip(*(self._visible(page, path) for path in self.paths), strict=True)]

    def _visible(self, page: Page, path: str) -> Sequence[Any]:
        values = page[path]
        for key, model in self.steps.get(path, ()):
            if not page.context.sees_all(model):
                ids = page[key]
                page.related(model, ids, "id")
                pairs = zip(ids, values, strict=True)
                values = [gettext("Hidden") if page.context.is_hidden(model, pk) else value for pk, value in pairs]
        return values


def _steps(model: type[models.Model], path: str) -> list[tuple[str, type[models.Model]]]:
    """(foreign key, related model) of every relation a path goes through."""
    found = []
    names = path.split("__")[:-1]
    for position, name in enumerate(names):
        field = model._meta.get_field(name)
        model = field.related_model  # type: ignore[assignment]
        found.append(("__".join([*names[:position], field.attname]), model))  # type: ignore[union-attr]
    return found


class Value(Column):
    """A column as it is."""

    def __init__(self, path: str) -> None:
        self.sources = (path,)

    def render(self, page: Page) -> Sequence[Any]:
        return page[self.sources[0]]


class File(Value):
    """A stored file: its address, or nothing."""

    def __init__(self, path: str, storage: Any) -> None:
        super().__init__(path)
        self.storage = storage

    def render(self, page: Page) -> Sequence[Any]:
        base = f"{page.context.base_url}/"
        return [urljoin(base, self.storage.url(name)) if name else None for name in page[self.sources[0]]]


class Choice(Column):
    """A choice: its value and its label."""

    def __init__(self, path: str, choice_set: Any) -> None:
        self.sources = (path,)
        self.choice_set = choice_set

    def render(self, page: Page) -> Sequence[Any]:
        options = choice_options(self.choice_set, get_language() or "")
        # A value that left the set stays readable; "" is how an unset choice is stored in some columns.
        return [
            None if v is None or v == "" else options.get(v) or {"value": v, "label": str(v)}
            for v in page[self.sources[0]]
        ]


@functools.cache
def choice_options(choice_set: Any, language: str) -> dict[Any, dict[str, Any]]:
    """The JSON of every choice, in one language."""
    return {value: {"value": value, "label": str(label)} for value, label in choice_set.labels.items()}


class Reference(Column):
    """A foreign key: the related object in its short form."""

    def __init__(self, path: str, target: type[models.Model], form: str) -> None:
        self.sources = (path,)
        self.target, self.form = target, form

    def render(self, page: Page) -> Sequence[Any]:
        ids = page[self.sources[0]]
        found = page.related(self.target, ids, self.form)
        return [None if pk is None else found.get(pk) for pk in ids]


class ObjectType(Column):
    """A content type: `dcim.site`."""

    def __init__(self, path: str) -> None:
        self.sources = (path,)

    def render(self, page: Page) -> Sequence[Any]:
        return [None if pk is None else object_type_name(pk) for pk in page[self.sources[0]]]


def object_type_name(pk: Any) -> str:
    """`app.model` of a content type, from Django's cache."""
    kind = ContentType.objects.get_for_id(pk)
    return f"{kind.app_label}.{kind.model}"


class Generic(Column):
    """The target of a generic relation."""

    def __init__(self, field: Any, form: str) -> None:
        self.sources = (f"{field.ct_field}_id", field.fk_field)
        self.form = form

    def render(self, page: Page) -> Sequence[Any]:
        return page.generic(page[self.sources[0]], page[self.sources[1]], self.form)


class References(Column):
    """A to-many relation, forward or backward: one query for the pairs, one for the objects."""

    def __init__(self, info: FieldInfo, form: str) -> None:
        self.info, self.form = info, form

    def render(self, page: Page) -> Sequence[Any]:
        pairs = relation_pairs(self.info.column, page.ids)
        target = self.info.related
        if issubclass(target, ContentType):
            return [[object_type_name(pk) for pk in pairs.get(owner, ())] for owner in page.ids]
        found = page.related(target, {pk for ids in pairs.values() for pk in ids}, self.form)
        return [
            [found[pk] for pk in pairs.get(owner, ()) if pk in found and not page.context.is_hidden(target, pk)]
            for owner in page.ids
        ]


def relation_pairs(relation: Any, owners: Sequence[Any]) -> dict[Any, list[Any]]:
    """owner id → related ids of a to-many relation, in the target's default order; one query."""
    if isinstance(relation, GenericRelation):
        manager = relation.related_model._default_manager
        kind = ContentType.objects.get_for_model(relation.model)
        limits = {f"{relation.content_type_field_name}": kind, f"{relation.object_id_field_name}__anyof": owners}
        rows = manager.filter(**limits).values_list(relation.object_id_field_name, "pk")
    elif isinstance(relation, models.ManyToManyField):
        rows = _through_rows(relation, relation.m2m_field_name(), relation.m2m_reverse_field_name(), owners)
    elif isinstance(relation, models.ManyToManyRel):
        forward = relation.field
        rows = _through_rows(forward, forward.m2m_reverse_field_name(), forward.m2m_field_name(), owners)
    else:
        column = relation.field.name
        rows = relation.related_model._default_manager.filter(**{f"{column}__anyof": owners}).values_list(
            f"{column}_id", "pk"
        )
    pairs: dict[Any, list[Any]] = {}
    for owner, pk in rows:
        pairs.setdefault(owner, []).append(pk)
    return pairs


def _through_rows(field: Any, source: str, target: str, owners: Sequence[Any]) -> Any:
    through = field.remote_field.through
    related = through._meta.get_field(target).related_model
    order = [ordering.prefixed(target, item) for item in related._meta.ordering]
    return (
        through._base_manager.filter(**{f"{source}__anyof": owners})
        .order_by(*order, f"{target}_id")
        .values_list(f"{source}_id", f"{target}_id")
    )


class Tags(Column):
    """The tags of each object, in order of their weight and name."""

    def render(self, page: Page) -> Sequence[Any]:
        through = page.resource.model.tags.through  # type: ignore[attr-defined]
        kind = ContentType.objects.get_for_model(page.resource.model)
        rows = (
            through._base_manager.filter(content_type=kind, object_id__anyof=page.ids)
            .order_by("tag__weight", "tag__name")
            .values_list("object_id", "tag_id")
        )
        found: dict[Any, list[Any]] = {}
        for owner, tag in rows:
            found.setdefault(owner, []).append(tag)
        if not found:
            return [[] for _ in page.ids]
        model = through._meta.get_field("tag").related_model
        tags = page.related(model, {tag for ids in found.values() for tag in ids}, "nested")
        return [
            [tags[tag] for tag in found.get(pk, ()) if tag in tags and not page.context.is_hidden(model, tag)]
            for pk in page.ids
        ]


class CustomFields(Column):
    """The custom fields, every one defined for the model, by name."""

    sources = ("custom_field_data",)

    def render(self, page: Page) -> Sequence[Any]:
        return custom_fields.provider().render(page, page["custom_field_data"])


class Counted(Column):
    """How many objects refer to each row; of those the user may see."""

    def __init__(self, count: Count) -> None:
        self.count = count

    def render(self, page: Page) -> Sequence[Any]:
        from django.apps import apps

        model = apps.get_model(self.count.model)
        queryset = page.context.restrict(model._default_manager.order_by())
        name = self.count.field
        if self.count.tree:
            return self._tree(page, queryset, name)
        rows = (
            queryset.filter(**{f"{name}__anyof": page.ids})
            .values_list(name)
            .annotate(CountAggregate("pk", distinct=True))
        )
        found = dict(rows)
        return [found.get(pk, 0) for pk in page.ids]

    def _tree(self, page: Page, queryset: Any, name: str) -> Sequence[Any]:
        """Counts that include descendants: direct counts per node, summed over (root, node) pairs in the database."""
        table = connection.ops.quote_name(page.resource.model._meta.db_table)
        try:
            direct, parameters = queryset.values_list(name, "pk").query.sql_with_params()
        except EmptyResultSet:
            # The user may see none of them.
            return [0 for _ in page.ids]
        with connection.cursor() as cursor:
            cursor.execute(
                f"WITH RECURSIVE down(root, node) AS (SELECT id, id FROM {table} WHERE id = ANY(%s) "
                f"UNION ALL SELECT down.root, child.id FROM {table} child JOIN down ON child.parent_id = down.node) "
                f"SELECT root, count(DISTINCT counted.pk) FROM down JOIN ({direct}) AS counted(node, pk) USING (node) "
                "GROUP BY root",
                [list(page.ids), *parameters],
            )
            found = dict(cursor.fetchall())
        return [found.get(pk, 0) for pk in page.ids]


class CounterCache(Column):
    """A stored counter; counted anew for a user who doesn't see everything it counts."""

    def __init__(self, field: Any) -> None:
        self.sources = (field.name,)
        self.field = field

    def render(self, page: Page) -> Sequence[Any]:
        from django.apps import apps

        from netsot.kernel.resource import Count

        if page.context.sees_all(apps.get_model(self.field.to_model)):
            return page[self.sources[0]]
        return Counted(Count(self.field.to_model, self.field.to_field)).render(page)


class Depth(Column):
    """How deep each node of a tree lies."""

    def render(self, page: Page) -> Sequence[Any]:
        table = connection.ops.quote_name(page.resource.model._meta.db_table)
        with connection.cursor() as cursor:
            cursor.execute(
                "WITH RECURSIVE up(start, parent_id, depth) AS ("
                f"SELECT id, parent_id, 0 FROM {table} WHERE id = ANY(%s) "
                f"UNION ALL SELECT up.start, node.parent_id, up.depth + 1 FROM {table} node "
                "JOIN up ON node.id = up.parent_id) SELECT start, max(depth) FROM up GROUP BY start",
                [list(page.ids)],
            )
            found = dict(cursor.fetchall())
        return [found.get(pk, 0) for pk in page.ids]


class Computed(Column):
    """A field of the resource's own making."""

    def __init__(self, resource: Resource, name: str) -> None:
        self.item = resource.computed[name]
        self.sources = self.item.sources

    def render(self, page: Page) -> Sequence[Any]:
        return self.item.function(page.resource, page, *(page[path] for path in self.sources))


def column_for(resource: Resource, name: str, related: str = "") -> Column:
    """The column of a field; `related` forces the form of related objects."""
    if name in resource.computed:
        return Computed(resource, name)
    special = {"id": Id, "url": Url, "display_url": DisplayUrl}
    if name in special:
        return special[name]()
    if name == "display":
        return Display(resource)
    # A brief form may name fields that the full form doesn't list.
    info = resource.infos[name] if name in resource.infos else FieldInfo(name, Kind.VALUE)
    form = related or info.form
    match info.kind:
        case Kind.VALUE if type(info.column).__name__ == "CounterCacheField":
            return CounterCache(info.column)
        case Kind.VALUE if isinstance(info.column, models.FileField):
            return File(info.source, info.column.storage)
        case Kind.VALUE:
            return Value(info.source)
        case Kind.CHOICE:
            return Value(info.source) if name in resource.raw else Choice(info.source, info.choice_set)
        case Kind.REFERENCE:
            return Reference(info.column.attname, info.related, form)
        case Kind.OBJECT_TYPE:
            return ObjectType(info.column.attname)
        case Kind.GENERIC:
            return Generic(info.column, form)
        case Kind.REFERENCES | Kind.OBJECT_TYPES:
            return References(info, form)
        case Kind.TAGS:
            return Tags()
        case Kind.CUSTOM_FIELDS:
            return CustomFields()
        case Kind.COUNT:
            return Counted(resource.counts[name])
        case Kind.DEPTH:
            return Depth()
        case _:
            raise LookupError(f"{resource.label} has no way to show {name!r}.")
