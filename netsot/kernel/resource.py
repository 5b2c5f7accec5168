"""One declaration per model: what is shown, read, written, filtered, searched and listed.

A Resource stands beside its model and only says what the model can't. From the two everything else is derived, one
flat function per layer in `netsot.derive`, each reachable as an attribute: `serializer_class`,
`filterset_class`, `form_class`, `table`, `viewset_class`. A layer is replaced by a class nested under its name
(`class Serializer`): what it says goes before what is derived.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.utils.text import slugify

from netsot.kernel.introspection import FieldInfo, describe, has_feature

if TYPE_CHECKING:
    from netsot.kernel.representation import Representation

HEAD = ("id", "url", "display_url", "display")
TAIL = ("tags", "custom_fields", "created", "last_updated")


def F(names: str) -> tuple[str, ...]:
    """A list of names, written as a sentence: `F("name slug status")`."""
    return tuple(names.split())


@dataclass(frozen=True)
class Count:
    """How many rows of `model` refer to the object through `field`; with `tree`, to it or any of its descendants."""

    model: str
    field: str
    tree: bool = False


@dataclass(frozen=True)
class Computed:
    """A field that is no column: rendered from `sources` for a whole page at once.

    `function(resource, page, *columns)` returns one value per row. `schema` is the DRF field that documents it. With
    `writable`, `schema` also parses what is sent, and the value is set on the object under the field's name, where the
    model's rules find it.
    """

    function: Callable[..., Sequence[Any]]
    sources: tuple[str, ...]
    schema: Any
    writable: bool = False


def computed(*sources: str, schema: Any = None, writable: bool = False) -> Callable[[Callable[..., Any]], Any]:
    """Declare a method of a Resource as a computed field: `@computed("prefix", schema=IntegerField())`."""

    def decorate(function: Callable[..., Any]) -> Computed:
        return Computed(function, sources, schema, writable)

    return decorate


@dataclass(frozen=True)
class Action:
    """A custom operation: `POST /api/<app>/<endpoint>/<id>/<path>/`, or on the list when `detail` is off."""

    function: Callable[..., Any]
    path: str
    permission: str
    methods: tuple[str, ...]
    detail: bool
    schema: Mapping[str, Any] | None


def action(
    path: str,
    *,
    permission: str,
    methods: Sequence[str] = ("get",),
    detail: bool = True,
    schema: Mapping[str, Any] | None = None,
) -> Callable[[Callable[..., Any]], Action]:
    """Declare a method `(self, request, obj)` of a Resource as an API action.

    `obj` (the queryset, when `detail` is off) is already restricted to what the user may `permission`; `permission` has
    no default on purpose. `schema` holds keyword arguments for drf-spectacular's `extend_schema`.
    """

    def decorate(function: Callable[..., Any]) -> Action:
        return Action(function, path, permission, tuple(methods), detail, schema)

    return decorate


class Resource:
    """The declaration of one model. `fields` alone gives a complete API and UI; the rest refines."""

    model: ClassVar[type[models.Model]]

    endpoint: ClassVar[str] = ""
    """The path segment of the API and the pages; from the plural name unless given."""
    menu: ClassVar[tuple[str, ...]] = ()
    """(menu, group) where the list is found; empty: nowhere."""
    head: ClassVar[tuple[str, ...]] = HEAD
    fields: ClassVar[tuple[str, ...]] = ()
    """Every field after the head, in order. `tags custom_fields created last_updated` are added when left out."""
    hidden: ClassVar[tuple[str, ...]] = ()
    """Model fields that are deliberately not part of any surface."""
    secret: ClassVar[tuple[str, ...]] = ()
    """Fields that can be written and are never emitted by any read path."""
    read_only: ClassVar[tuple[str, ...]] = ()
    required: ClassVar[tuple[str, ...]] = ()
    """Fields that must be sent although the model could do without."""
    brief: ClassVar[tuple[str, ...]] = ()
    """What `?brief=1` and other objects show of this one, after id, url and display."""
    nested: ClassVar[tuple[str, ...]] = ()
    """What relatives of the same model show of this one (`parent`); `brief` unless given."""
    forms: ClassVar[Mapping[str, str]] = {}
    """Which form related objects take, where it isn't the rule: {"wireless_link": "nested", "created_by": "id"}."""
    raw: ClassVar[tuple[str, ...]] = ()
    """Choice fields emitted as the bare value instead of value and label."""
    source: ClassVar[Mapping[str, str]] = {}
    """API names that differ from the model's: {"children": "_children"}."""
    counts: ClassVar[Mapping[str, Count]] = {}
    filters: ClassVar[Mapping[str, Any]] = {}
    """Filters the model can't tell; None drops a derived one. See `netsot.derive.filterset`."""
    search: ClassVar[Mapping[str, int]] = {}
    """Field weights for the global search; their fields also answer `?q=`."""
    ordering: ClassVar[tuple[str, ...]] = ()
    """Default order; the model's unless given."""
    methods: ClassVar[tuple[str, ...]] = ("list", "retrieve", "create", "update", "delete")
    columns: ClassVar[tuple[str, ...]] = ()
    """Columns of the list page people see first."""
    fieldsets: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]] = ()
    """Groups of the edit form; one group with every writable field unless given."""
    form_exclude: ClassVar[tuple[str, ...]] = ()
    views: ClassVar[Mapping[str, Any]] = {}
    """Pages of its own in place of generic ones, by the suffix of the URL name: {"": the object, "_list": the list}."""
    buttons: ClassVar[tuple[Any, ...]] = ()
    """What the object's page offers beside edit and delete (`netsot.ui.views.detail`)."""
    page: ClassVar[Any] = None
    """The detail page's panels (`netsot.ui.panels`); attributes, tags, custom fields, related objects unless given."""

    def __init__(self, model: type[models.Model]) -> None:
        self.model = model  # type: ignore[misc]
        self._representations: dict[Any, Representation] = {}

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.label}>"

    @property
    def label(self) -> str:
        """`dcim.site`."""
        return self.model._meta.label_lower

    @property
    def app_label(self) -> str:
        return self.model._meta.app_label

    @functools.cached_property
    def path(self) -> str:
        """`dcim/sites`: under `/api/` and under `/`."""
        plural = self.endpoint or slugify(str(self.model._meta.verbose_name_plural))
        return f"{self.app_label}/{plural}"

    @functools.cached_property
    def computed(self) -> dict[str, Computed]:
        """The computed fields by name."""
        return {n: v for n in dir(type(self)) if isinstance(v := getattr(type(self), n), Computed)}

    @functools.cached_property
    def actions(self) -> dict[str, Action]:
        """The custom API actions by name."""
        return {n: v for n in dir(type(self)) if isinstance(v := getattr(type(self), n), Action)}

    @functools.cached_property
    def names(self) -> tuple[str, ...]:
        """Every field of the API, in order."""
        columns = {field.name for field in self.model._meta.concrete_fields}
        listed = list(self.head) + list(self.fields)
        offered = {
            "tags": has_feature(self.model, "tags"),
            "custom_fields": has_feature(self.model, "custom_fields"),
            "created": "created" in columns,
            "last_updated": "last_updated" in columns,
        }
        listed += [name for name in TAIL if offered[name] and name not in listed and name not in self.hidden]
        listed += [name for name in self.counts if name not in listed]
        return tuple(dict.fromkeys(listed))

    @functools.cached_property
    def infos(self) -> dict[str, FieldInfo]:
        """What each field is, by name, in order; the one classification every layer starts from."""
        return describe(self)

    @property
    def writable(self) -> list[FieldInfo]:
        """The fields that can be sent, in order."""
        return [info for info in self.infos.values() if info.writable]

    def form_names(self, form: str) -> tuple[str, ...]:
        """The fields of a form of this object: full, brief, nested or link."""
        if form == "brief":
            return ("id", "url", "display", *self.brief)
        if form == "nested":
            return ("id", "url", "display_url", "display", *self.nested) if self.nested else self.form_names("brief")
        if form == "link":
            return ("id", "display_url", "display")
        return tuple(name for name in self.names if name not in self.secret)

    def representation(
        self, form: str = "full", fields: Sequence[str] | None = None, omit: Sequence[str] = (), related: str = ""
    ) -> Representation:
        """The way out: compiled once per selection. `related` forces the form of related objects (pages use "link")."""
        from netsot.kernel.representation import Representation

        key = (form, tuple(fields) if fields is not None else None, tuple(omit), related)
        if key not in self._representations:
            names = self.form_names(form)
            if fields is not None:
                wanted = set(fields)
                names = tuple(name for name in names if name in wanted)
            self._representations[key] = Representation(self, tuple(n for n in names if n not in omit), related)
            if len(self._representations) > 200:
                self._representations.pop(next(iter(self._representations)))
        return self._representations[key]

    def queryset(self) -> models.QuerySet[Any]:
        """All objects in default order, unrestricted: the caller restricts."""
        return self.model._default_manager.all()  # type: ignore[no-any-return]

    @functools.cached_property
    def serializer_class(self) -> Any:
        """The DRF serializer: parses input and describes the schema."""
        return self._derived("serializer")

    @functools.cached_property
    def filterset_class(self) -> Any:
        """The django-filter filter set."""
        return self._derived("filterset")

    @functools.cached_property
    def viewset_class(self) -> Any:
        """The DRF viewset."""
        return self._derived("viewset")

    @functools.cached_property
    def form_class(self) -> Any:
        """The Django form of the edit page."""
        return self._derived("form")

    @functools.cached_property
    def table(self) -> Any:
        """The columns a list page can show."""
        return self._derived("table")

    def _derived(self, layer: str) -> Any:
        """The layers stand above the kernel: they are named here, not imported."""
        return import_module(f"netsot.derive.{layer}").derive(self)
