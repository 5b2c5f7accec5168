"""The rules of modules and module bays, and what installing and moving a module does; each looks at the whole set.

Bays form a tree: a bay of a module lies below the bay in which the module is installed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from dcim.instantiation import Created, Instantiation, Target, check_names, kinds_of, template_names
from dcim.models.bays import ModuleBay
from dcim.models.ports import PortMapping
from dcim.naming import resolve_module, resolve_vc_position
from dcim.rules import changed, stored, warm
from netsot.kernel import bulk
from netsot.kernel.errors import Errors
from netsot.models import trees


class Chains:
    """The bays above (and including) each of some bays, from the outermost inwards; one query."""

    def __init__(self, bay_ids: set[Any]) -> None:
        rows = trees.ancestors(ModuleBay, bay_ids) if bay_ids else ()
        self._bays = {bay.pk: bay for bay in rows}

    def of(self, bay_id: Any) -> list[Any]:
        """The chain that ends at bay `bay_id`."""
        chain: list[Any] = []
        while bay_id in self._bays and len(chain) < len(self._bays):
            bay = self._bays[bay_id]
            chain.append(bay)
            bay_id = bay.parent_id
        return chain[::-1]


def check_bays(modules: Sequence[Any], errors: Errors) -> None:
    """A module is installed in an enabled bay of its device, but not in itself, and doesn't change its device."""
    warm(modules, "device", "module_bay")
    before = stored(modules, "device_id", "module_bay_id")
    chains = Chains({obj.module_bay_id for obj in modules if obj.module_bay_id})
    for obj in modules:
        if obj.pk in before and before[obj.pk]["device_id"] != obj.device_id:
            errors.add(obj, "device", _("A module can't be moved to another device: create it there instead."))
            continue
        if not obj.module_bay_id:
            continue
        bay = obj.module_bay
        if bay.device_id != obj.device_id:
            errors.add(obj, "module_bay", _("Module bay “%(bay)s” is in another device.") % {"bay": bay})
        if not bay.enabled and changed(obj, before, "module_bay_id"):
            errors.add(
                obj,
                "module_bay",
                _("Module bay “%(bay)s” is disabled: enable it before installing a module.") % {"bay": bay},
            )
        if obj.pk is not None and any(item.module_id == obj.pk for item in chains.of(obj.module_bay_id)):
            errors.add(obj, "module_bay", _("A module can't be installed in one of its own bays."))


def check_bay_owners(bays: Sequence[Any], errors: Errors) -> None:
    """A bay isn't part of the module that is installed in it, nor of one below."""
    warm(bays, "module")
    chains = Chains({bay.module.module_bay_id for bay in bays if bay.module_id})
    for bay in bays:
        if bay.module_id and bay.pk is not None:
            if any(item.pk == bay.pk for item in chains.of(bay.module.module_bay_id)):
                errors.add(bay, "module", _("A bay can't be part of a module that is installed in it."))


def check_components(modules: Sequence[Any], errors: Errors) -> None:
    """The components that new modules bring have names that are free on their devices."""
    new = [obj for obj in modules if obj._state.adding and obj.replicate_components and obj.module_bay_id]
    targets = _targets(new)
    types = {target.type_id for target in targets}
    names = defaultdict(list)
    for position, type_id, name in template_names("module_type", types):
        names[position, type_id].append(name)
    for obj, target in zip(new, targets, strict=True):
        unresolved = [
            name for (_position, type_id), items in names.items() if type_id == target.type_id
            for name in items if _resolved(target, name) is None
        ]  # fmt: skip
        if unresolved:
            errors.add(
                obj,
                "module_bay",
                _("“%(name)s” has another number of {module} tokens than the bay has levels: choose another bay.")
                % {"name": unresolved[0]},
            )
    good = [(obj, target) for obj, target in zip(new, targets, strict=True) if not errors.of(obj)]
    check_names([obj for obj, _target in good], [target for _obj, target in good], "module_type", errors)
    for position, kind in enumerate(kinds_of("module_type")):
        if kind.component is not ModuleBay:
            wanted = [(obj, target, names[position, target.type_id]) for obj, target in good]
            _check_free(kind.component, wanted, errors)


def _check_free(model: Any, wanted: Sequence[tuple[Any, Target, Sequence[str]]], errors: Errors) -> None:
    devices = {target.device.pk for _obj, target, names in wanted if names}
    if not devices:
        return
    rows = model._base_manager.filter(device__in=devices).values_list("device_id", "name", "module_id")
    taken = {(device_id, name): module_id for device_id, name, module_id in rows}
    for obj, target, names in wanted:
        for template in names:
            key = (target.device.pk, target.resolve(template))
            if key in taken and not (target.adopts and taken[key] is None):
                errors.add(
                    obj,
                    "module_bay",
                    _("%(device)s has a %(component)s called “%(name)s” already: adopt it, or rename it first.")
                    % {"device": target.device, "component": model._meta.verbose_name, "name": key[1]},
                )
            # Another new module of the batch must not bring the same name.
            taken[key] = taken.get(key) or -1


def _resolved(target: Target, name: str) -> str | None:
    try:
        return target.resolve(name)
    except ValueError:
        return None


def _targets(modules: Sequence[Any]) -> list[Target]:
    warm(modules, "device", "module_bay")
    chains = Chains({obj.module_bay_id for obj in modules})
    return [_target(obj, [bay.position for bay in chains.of(obj.module_bay_id)]) for obj in modules]


def _target(module: Any, positions: Sequence[str]) -> Target:
    def resolve(text: str) -> str:
        return resolve_vc_position(resolve_module(text, positions), module.device.vc_position)

    return Target(
        module.module_type_id,
        module.device,
        module,
        resolve,
        bool(module.adopt_components),
        bool(module.replicate_components),
    )


def install(modules: Sequence[Any]) -> Created:
    """Create the components that new `modules` bring, or adopt those that are there."""
    bringing = [obj for obj in modules if obj.replicate_components or obj.adopt_components]
    created = Instantiation(_targets(bringing), "module_type").run() if bringing else {}
    if any(obj.adopt_components for obj in bringing):
        # Adopted ports may have cables: their new wires join paths.
        PortMapping.saved_set(created.get(PortMapping, []), {})
    return created


def move_bays(modules: Sequence[Any]) -> None:
    """Put the bays of moved modules below the bays where the modules are now."""
    places = {obj.pk: obj.module_bay_id for obj in modules}
    bays = list(ModuleBay._base_manager.filter(module__in=places)) if places else []
    for bay in bays:
        bay.parent_id = places[bay.module_id]
    bulk.update(ModuleBay, bays, ["parent"])
