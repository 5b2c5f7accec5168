"""New devices and modules get the components that the templates of their types describe, in bulk.

One query reads the templates of a kind for all types, and one statement inserts the components of a kind for all
targets, so the number of statements doesn't depend on how many there are. Kinds come in an order in which what a
component refers to exists already: a power port before the outlets it feeds, both ports before the wire between them.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Value
from django.db.models.base import ModelState
from django.utils.translation import gettext_lazy as _

from dcim.models.bays import DeviceBay, ModuleBay
from dcim.models.components import ConsolePort, ConsoleServerPort, PowerOutlet, PowerPort
from dcim.models.interfaces import Interface
from dcim.models.inventory import InventoryItem
from dcim.models.port_templates import FrontPortTemplate, PortTemplateMapping, RearPortTemplate
from dcim.models.ports import FrontPort, PortMapping, RearPort
from dcim.models.templates import (
    ConsolePortTemplate,
    ConsoleServerPortTemplate,
    DeviceBayTemplate,
    InterfaceTemplate,
    InventoryItemTemplate,
    ModuleBayTemplate,
    PowerOutletTemplate,
    PowerPortTemplate,
)
from dcim.naming import resolve_vc_position
from netsot.kernel import bulk, changes, counters, custom_fields, ordering
from netsot.kernel.errors import Errors
from netsot.kernel.introspection import has_feature

Created = dict[type[models.Model], list[Any]]
Insert = Callable[[type[models.Model], Sequence[Any]], None]


@dataclass(frozen=True)
class Kind:
    """A kind of component: its template, and the columns that are copied from it (besides name and label)."""

    template: type[models.Model]
    component: type[models.Model]
    copied: tuple[str, ...] = ()
    resolved: tuple[str, ...] = ("name", "label")


KINDS = (
    Kind(ConsolePortTemplate, ConsolePort, ("type",)),
    Kind(ConsoleServerPortTemplate, ConsoleServerPort, ("type",)),
    Kind(PowerPortTemplate, PowerPort, ("type", "maximum_draw", "allocated_draw")),
    Kind(PowerOutletTemplate, PowerOutlet, ("type", "color", "feed_leg")),
    Kind(InterfaceTemplate, Interface, ("type", "enabled", "mgmt_only", "poe_mode", "poe_type", "rf_role")),
    Kind(RearPortTemplate, RearPort, ("type", "color", "positions")),
    Kind(FrontPortTemplate, FrontPort, ("type", "color", "positions")),
    Kind(ModuleBayTemplate, ModuleBay, ("enabled",), resolved=("name", "label", "position")),
    Kind(DeviceBayTemplate, DeviceBay, ("enabled",)),
    Kind(InventoryItemTemplate, InventoryItem, ("role_id", "manufacturer_id", "part_id")),
)


@dataclass(frozen=True)
class Target:
    """What components are made for: a device, or a module in one. `resolve` replaces the tokens in a text; `adopts`
    says that a component of the device that has the name already is taken instead of making one; without `creates`, no
    others are made.
    """

    type_id: Any
    device: Any
    module: Any = None
    resolve: Callable[[str], str] = str
    adopts: bool = False
    creates: bool = True


def device_target(device: Any) -> Target:
    """What `device` needs, from its device type."""
    return Target(
        device.device_type_id, device, resolve=functools.partial(resolve_vc_position, vc_position=device.vc_position)
    )


def instantiate(devices: Sequence[Any], insert: Insert = bulk.insert) -> Created:
    """Create the components of new `devices` and return them by model, in the order in which they were inserted."""
    return Instantiation([device_target(device) for device in devices], "device_type", insert).run()


class Instantiation:
    """One run: which templates there are, and which component came of which template for which target."""

    def __init__(self, targets: Sequence[Target], owner: str, insert: Insert = bulk.insert) -> None:
        self.targets, self.owner, self.insert = targets, owner, insert
        self.types = {target.type_id for target in targets}
        self.made: dict[tuple[type[models.Model], int, Any], Any] = {}
        self.created: Created = {}
        self.bridged: list[tuple[Any, Target, Any]] = []
        self.links: dict[type[models.Model], Callable[[Any, Any, Target], None]] = {
            Interface: self._note_bridge,
            InventoryItem: self._place_item,
            PowerOutlet: self._feed,
        }

    def run(self) -> Created:
        """Create everything, kind by kind."""
        with counters.together():
            self._create()
        return self.created

    def _create(self) -> None:
        for kind in _kinds_present(self.owner, self.types):
            templates = self._templates(kind)
            # A child item names its parent, so items come level by level.
            for level in _levels(templates) if kind.component is InventoryItem else [templates]:
                self._components(kind, level)
            if kind.component is FrontPort:
                self._wires()
        self._bridge()

    def _templates(self, kind: Kind) -> list[Any]:
        queryset = kind.template._base_manager.filter(**{f"{self.owner}__in": self.types})
        return list(queryset.order_by(ordering.term(kind.template, "name"), "pk"))

    def _components(self, kind: Kind, templates: Sequence[Any]) -> None:
        link = self.links.get(kind.component)
        by_type = defaultdict(list)
        for template in templates:
            by_type[getattr(template, f"{self.owner}_id")].append((template, _prototype(kind, template)))
        lengths = {name: kind.component._meta.get_field(name).max_length for name in kind.resolved}
        present = self._present(kind, by_type)
        built, adopted = [], []
        for target in self.targets:
            for template, prototype in by_type.get(target.type_id, ()):
                component = present.get((target.device.pk, target.resolve(template.name))) if target.adopts else None
                if component is not None:
                    component.module = target.module
                    adopted.append(component)
                elif not target.creates:
                    continue
                else:
                    component = _copy(prototype, target)
                    for name in kind.resolved:
                        # Names that are too long were refused; a label or position is cut rather than refused.
                        component.__dict__[name] = target.resolve(component.__dict__[name])[: lengths[name]]
                    if link is not None:
                        link(component, template, target)
                    built.append(component)
                self.made[kind.template, id(target), template.pk] = component
        self._adopt(kind.component, adopted)
        self._insert(kind.component, built)

    def _present(self, kind: Kind, by_type: Mapping[Any, Any]) -> dict[tuple[Any, str], Any]:
        """The components without a module that a target may adopt, by device and name."""
        devices = {target.device.pk for target in self.targets if target.adopts and by_type.get(target.type_id)}
        if not devices:
            return {}
        components = kind.component._base_manager.filter(device__in=devices, module__isnull=True)
        return {(component.device_id, component.name): component for component in components}

    def _adopt(self, model: type[models.Model], adopted: list[Any]) -> None:
        if adopted:
            stored = list(model._base_manager.filter(pk__in=[component.pk for component in adopted]))
            known = {obj.pk: state for obj, state in zip(stored, changes.snapshots(model, stored), strict=True)}
            model.prepare_set(adopted)  # type: ignore[attr-defined]
            names = ["module", "parent", "last_updated"] if model is ModuleBay else ["module", "last_updated"]
            bulk.update(model, adopted, names)
            changes.updated(model, adopted, [known[component.pk] for component in adopted])

    def _insert(self, model: type[models.Model], built: list[Any]) -> None:
        if built:
            provider = custom_fields.provider()
            if has_feature(model, "custom_fields") and provider.fields(model):
                # Only the defaults are wanted: nobody was asked for the values that a field requires.
                provider.parse(model, built, [None] * len(built), Errors())
            model.prepare_set(built)  # type: ignore[attr-defined]
            self.insert(model, built)
            self.created.setdefault(model, []).extend(built)

    def _made(self, template: type[models.Model], target: Target, pk: Any) -> Any:
        return self.made.get((template, id(target), pk))

    def _feed(self, outlet: Any, template: Any, target: Target) -> None:
        if template.power_port_id:
            outlet.power_port = self._made(PowerPortTemplate, target, template.power_port_id)

    def _wires(self) -> None:
        mappings = defaultdict(list)
        for mapping in PortTemplateMapping._base_manager.filter(**{f"{self.owner}__in": self.types}).order_by("pk"):
            mappings[getattr(mapping, f"{self.owner}_id")].append(mapping)
        built = []
        for target in self.targets:
            for mapping in mappings.get(target.type_id, ()):
                front = self._made(FrontPortTemplate, target, mapping.front_port_id)
                rear = self._made(RearPortTemplate, target, mapping.rear_port_id)
                if front is not None and rear is not None:
                    built.append(
                        PortMapping(
                            front_port=front,
                            rear_port=rear,
                            front_port_position=mapping.front_port_position,
                            rear_port_position=mapping.rear_port_position,
                        )
                    )
        self._insert(PortMapping, self._without_taken(built))

    def _without_taken(self, wires: list[Any]) -> list[Any]:
        """Adopted ports may have their wires already."""
        if not any(target.adopts for target in self.targets):
            return wires
        stored = PortMapping._base_manager.filter(device__in={target.device.pk for target in self.targets})
        fronts = set(stored.values_list("front_port_id", "front_port_position"))
        rears = set(stored.values_list("rear_port_id", "rear_port_position"))
        return [
            wire
            for wire in wires
            if (wire.front_port_id, wire.front_port_position) not in fronts
            and (wire.rear_port_id, wire.rear_port_position) not in rears
        ]

    def _place_item(self, item: Any, template: Any, target: Target) -> None:
        if template.parent_id:
            item.parent = self._made(InventoryItemTemplate, target, template.parent_id)
        if template.component_type_id:
            model = ContentType.objects.get_for_id(template.component_type_id).model_class()
            component = self._made(model, target, template.component_id)
            if component is not None:
                item.component_type = ContentType.objects.get_for_model(type(component))
                item.component_id = component.pk

    def _note_bridge(self, interface: Any, template: Any, target: Target) -> None:
        if template.bridge_id:
            self.bridged.append((interface, target, template.bridge_id))

    def _bridge(self) -> None:
        """Interfaces refer to each other, so their bridges are set when all of them exist."""
        for interface, target, template_id in self.bridged:
            interface.bridge = self._made(InterfaceTemplate, target, template_id)
        bulk.update(Interface, [interface for interface, _target, _template in self.bridged], ["bridge"])


def kinds_of(owner: str) -> list[Kind]:
    """The kinds that a `device_type` or `module_type` has templates of."""
    return [kind for kind in KINDS if any(field.name == owner for field in kind.template._meta.concrete_fields)]


def _kinds_present(owner: str, types: Collection[Any]) -> list[Kind]:
    """The kinds that any of the types has templates of; one query, as most types have few."""
    kinds = kinds_of(owner)
    parts = [
        kind.template._base_manager.filter(**{f"{owner}__in": types})
        .order_by()
        .annotate(kind=Value(position))
        .values_list("kind", flat=True)
        for position, kind in enumerate(kinds)
    ]
    present = set(parts[0].union(*parts[1:])) if types else set()
    return [kind for position, kind in enumerate(kinds) if position in present]


def _prototype(kind: Kind, template: Any) -> Any:
    """A component of `template` that belongs to no device yet."""
    values = {name: getattr(template, name) for name in (*kind.resolved, *kind.copied)}
    return kind.component(**values)


def _copy(prototype: Any, target: Target) -> Any:
    """A component like `prototype` for `target`.

    Thousands are made at once, so the instance is copied rather than built: a model's constructor visits every field.
    """
    component = prototype.__class__.__new__(prototype.__class__)
    component.__dict__.update(prototype.__dict__)
    component.__dict__["_state"] = ModelState()
    component.__dict__["custom_field_data"] = {}
    component.__dict__["device_id"] = target.device.pk
    component._state.fields_cache["device"] = target.device
    if target.module is not None:
        component.module = target.module
    return component


def _levels(templates: Sequence[Any]) -> Iterator[list[Any]]:
    """Templates without a parent, then their children, and so on."""
    children = defaultdict(list)
    for template in templates:
        children[template.parent_id].append(template)
    level = children[None]
    while level:
        yield level
        level = [child for template in level for child in children[template.pk]]


def check_names(objs: Sequence[Any], targets: Sequence[Target | None], owner: str, errors: Errors) -> None:
    """The names of the components that new devices (or modules) will get fit, and differ within each.

    Templates of one type have different names, so only tokens can make two alike: types without any cost one query.
    """
    types = {target.type_id for target in targets if target is not None and target.type_id}
    with_tokens = {type_id for _kind, type_id, _name in template_names(owner, types, name__contains="{")}
    if not with_tokens:
        return
    names = defaultdict(list)
    for position, type_id, name in template_names(owner, with_tokens):
        names[type_id, position].append(name)
    for obj, target in zip(objs, targets, strict=True):
        for position, kind in enumerate(kinds_of(owner)):
            if target is not None and kind.component is not InventoryItem:
                _check_target(obj, target, kind, names.get((target.type_id, position), ()), owner, errors)


def _check_target(obj: Any, target: Target, kind: Kind, names: Sequence[str], field: str, errors: Errors) -> None:
    seen: dict[str, str] = {}
    longest = kind.component._meta.get_field("name").max_length
    for template in names:
        name = target.resolve(template)
        if len(name) > longest:
            errors.add(
                obj,
                field,
                _("A component would be called “%(name)s”, which is longer than %(length)s characters.")
                % {"name": name, "length": longest},
            )
        if name in seen:
            errors.add(
                obj,
                field,
                _("Two %(components)s would be called “%(name)s”: change the templates “%(first)s” and “%(second)s”.")
                % {
                    "components": kind.component._meta.verbose_name_plural,
                    "name": name,
                    "first": seen[name],
                    "second": template,
                },
            )
        seen[name] = template


def template_names(owner: str, types: Collection[Any], **limits: Any) -> list[tuple[int, Any, str]]:
    """(position of the kind in `kinds_of(owner)`, type, template name) of all kinds, in one query."""
    if not types:
        return []
    parts = [
        kind.template._base_manager.filter(**{f"{owner}__in": types}, **limits)
        .order_by()
        .annotate(kind=Value(position))
        .values_list("kind", f"{owner}_id", "name")
        for position, kind in enumerate(kinds_of(owner))
    ]
    return list(parts[0].union(*parts[1:], all=True))
