"""New devices get the components that the templates of their types describe, in bulk.

One query reads the templates of a kind for all types, and one statement inserts the components of a kind for all
devices, so the number of statements doesn't depend on the number of devices. Kinds come in an order in which what a
component refers to exists already: a power port before the outlets it feeds, both ports before the wire between them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
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
from netsot.kernel import bulk, custom_fields
from netsot.kernel.errors import Errors

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
COMPONENT_OF = {kind.template: kind.component for kind in KINDS}


def instantiate(devices: Sequence[Any], insert: Insert = bulk.insert) -> Created:
    """Create the components of new `devices` and return them by model, in the order in which they were inserted."""
    return _Instantiation(devices, insert).run()


class _Instantiation:
    """One run: which templates there are, and which component came of which template on which device."""

    def __init__(self, devices: Sequence[Any], insert: Insert) -> None:
        self.devices, self.insert = devices, insert
        self.types = {device.device_type_id for device in devices}
        self.made: dict[tuple[type[models.Model], Any, Any], Any] = {}
        self.created: Created = {}
        self.bridged: list[tuple[Any, Any, Any]] = []
        self.links: dict[type[models.Model], Callable[[Any, Any, Any], None]] = {
            Interface: self._note_bridge,
            InventoryItem: self._place_item,
            PowerOutlet: self._feed,
        }

    def run(self) -> Created:
        """Create everything, kind by kind."""
        for kind in KINDS:
            templates = self._templates(kind)
            # A child item names its parent, so items come level by level.
            for level in _levels(templates) if kind.component is InventoryItem else [templates]:
                self._components(kind, level)
            if kind.component is FrontPort:
                self._wires()
        self._bridge()
        return self.created

    def _templates(self, kind: Kind) -> list[Any]:
        queryset = kind.template._base_manager.filter(device_type__in=self.types)
        return list(queryset.order_by("_name" if kind.template is InterfaceTemplate else "name", "pk"))

    def _components(self, kind: Kind, templates: Sequence[Any]) -> None:
        link = self.links.get(kind.component)
        by_type = defaultdict(list)
        for template in templates:
            by_type[template.device_type_id].append((template, _prototype(kind, template)))
        built = []
        for device in self.devices:
            for template, prototype in by_type.get(device.device_type_id, ()):
                component = _copy(prototype, device)
                for name in kind.resolved:
                    component.__dict__[name] = resolve_vc_position(component.__dict__[name], device.vc_position)
                if link is not None:
                    link(component, template, device)
                self.made[kind.template, device.pk, template.pk] = component
                built.append(component)
        self._insert(kind.component, built)

    def _insert(self, model: type[models.Model], built: list[Any]) -> None:
        if built:
            provider = custom_fields.provider()
            if "custom_fields" in model.features and provider.fields(model):  # type: ignore[attr-defined]
                # Only the defaults are wanted: nobody was asked for the values that a field requires.
                provider.parse(model, built, [None] * len(built), Errors())
            model.prepare_set(built)  # type: ignore[attr-defined]
            self.insert(model, built)
            self.created.setdefault(model, []).extend(built)

    def _feed(self, outlet: Any, template: Any, device: Any) -> None:
        if template.power_port_id:
            outlet.power_port = self.made[PowerPortTemplate, device.pk, template.power_port_id]

    def _wires(self) -> None:
        mappings = defaultdict(list)
        for mapping in PortTemplateMapping._base_manager.filter(device_type__in=self.types).order_by("pk"):
            mappings[mapping.device_type_id].append(mapping)
        built = [
            PortMapping(
                device=device,
                front_port=self.made[FrontPortTemplate, device.pk, mapping.front_port_id],
                rear_port=self.made[RearPortTemplate, device.pk, mapping.rear_port_id],
                front_port_position=mapping.front_port_position,
                rear_port_position=mapping.rear_port_position,
            )
            for device in self.devices
            for mapping in mappings.get(device.device_type_id, ())
        ]
        self._insert(PortMapping, built)

    def _place_item(self, item: Any, template: Any, device: Any) -> None:
        if template.parent_id:
            item.parent = self.made[InventoryItemTemplate, device.pk, template.parent_id]
        if template.component_type_id:
            model = ContentType.objects.get_for_id(template.component_type_id).model_class()
            component = self.made.get((model, device.pk, template.component_id))
            if component is not None:
                item.component_type = ContentType.objects.get_for_model(type(component))
                item.component_id = component.pk

    def _note_bridge(self, interface: Any, template: Any, device: Any) -> None:
        if template.bridge_id:
            self.bridged.append((interface, device.pk, template.bridge_id))

    def _bridge(self) -> None:
        """Interfaces refer to each other, so their bridges are set when all of them exist."""
        for interface, device_id, template_id in self.bridged:
            interface.bridge = self.made[InterfaceTemplate, device_id, template_id]
        bulk.update(Interface, [interface for interface, _device, _template in self.bridged], ["bridge"])


def _prototype(kind: Kind, template: Any) -> Any:
    """A component of `template` that belongs to no device yet."""
    values = {name: getattr(template, name) for name in (*kind.resolved, *kind.copied)}
    return kind.component(**values)


def _copy(prototype: Any, device: Any) -> Any:
    """A component like `prototype` on `device`.

    Thousands are made at once, so the instance is copied rather than built: a model's constructor visits every field.
    """
    component = prototype.__class__.__new__(prototype.__class__)
    component.__dict__.update(prototype.__dict__)
    component.__dict__["_state"] = ModelState()
    component.__dict__["custom_field_data"] = {}
    component.__dict__["device_id"] = device.pk
    component._state.fields_cache["device"] = device
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


def check_names(devices: Sequence[Any], errors: Errors) -> None:
    """The names of the components that new devices will get fit, and differ on each device.

    Templates of one type have different names, so only tokens can make two alike: types without any cost one query.
    """
    types = {device.device_type_id for device in devices if device.device_type_id}
    with_tokens = {row[1] for row in _names(types, name__contains="{vc_position")}
    if not with_tokens:
        return
    names = defaultdict(list)
    for position, type_id, name in _names(with_tokens):
        names[type_id, position].append(name)
    for device in devices:
        for position, kind in enumerate(KINDS):
            if kind.component is not InventoryItem:
                _check_device(device, kind, names.get((device.device_type_id, position), ()), errors)


def _check_device(device: Any, kind: Kind, names: Sequence[str], errors: Errors) -> None:
    seen: dict[str, str] = {}
    longest = kind.component._meta.get_field("name").max_length
    for template in names:
        name = resolve_vc_position(template, device.vc_position)
        if len(name) > longest:
            errors.add(
                device,
                "device_type",
                _("A component would be called “%(name)s”, which is longer than %(length)s characters.")
                % {"name": name, "length": longest},
            )
        if name in seen:
            errors.add(
                device,
                "device_type",
                _("Two %(components)s would be called “%(name)s”: change the templates “%(first)s” and “%(second)s”.")
                % {
                    "components": kind.component._meta.verbose_name_plural,
                    "name": name,
                    "first": seen[name],
                    "second": template,
                },
            )
        seen[name] = template


def _names(types: set[Any], **limits: Any) -> list[tuple[int, Any, str]]:
    """(kind, device type, template name) of all kinds, in one query."""
    if not types:
        return []
    parts = [
        kind.template._base_manager.filter(device_type__in=types, **limits)
        .order_by()
        .annotate(kind=Value(position))
        .values_list("kind", "device_type_id", "name")
        for position, kind in enumerate(KINDS)
    ]
    return list(parts[0].union(*parts[1:], all=True))
