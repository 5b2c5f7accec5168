"""The menu: every resource that names one, in the order people know, as far as the user may see it."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from netsot.kernel import access, registry
from netsot.kernel.resource import F, Resource

# (menu, icon, the models in order). Names of menus and groups are translated when shown.
ORDER: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        _("Organization"),
        "domain",
        F(
            "dcim.region dcim.sitegroup dcim.site dcim.location tenancy.tenant tenancy.tenantgroup tenancy.contact "
            "tenancy.contactgroup tenancy.contactrole tenancy.contactassignment"
        ),
    ),
    (
        _("Racks"),
        "door-sliding",
        F("dcim.rack dcim.rackreservation dcim.rackgroup dcim.rackrole dcim.racktype"),
    ),
    (
        _("Devices"),
        "server",
        F(
            "dcim.device dcim.module dcim.devicerole dcim.platform dcim.virtualchassis dcim.virtualdevicecontext "
            "dcim.devicetype dcim.moduletype dcim.moduletypeprofile dcim.manufacturer dcim.interface dcim.frontport "
            "dcim.rearport dcim.consoleport dcim.consoleserverport dcim.powerport dcim.poweroutlet dcim.modulebay "
            "dcim.devicebay dcim.inventoryitem dcim.inventoryitemrole dcim.macaddress"
        ),
    ),
    (_("Connections"), "connection", F("dcim.cable dcim.cablebundle wireless.wirelesslink")),
    (_("Wireless"), "wifi", F("wireless.wirelesslan wireless.wirelesslangroup")),
    (
        _("IPAM"),
        "counter",
        F(
            "ipam.ipaddress ipam.iprange ipam.prefix ipam.role ipam.asnrange ipam.asn ipam.aggregate ipam.rir ipam.vrf "
            "ipam.routetarget ipam.vlan ipam.vlangroup ipam.vlantranslationpolicy ipam.vlantranslationrule "
            "ipam.fhrpgroup ipam.servicetemplate ipam.service"
        ),
    ),
    (
        _("VPN"),
        "graph-outline",
        F(
            "vpn.tunnel vpn.tunnelgroup vpn.tunneltermination vpn.l2vpn vpn.l2vpntermination vpn.ikeproposal "
            "vpn.ikepolicy vpn.ipsecproposal vpn.ipsecpolicy vpn.ipsecprofile"
        ),
    ),
    (
        _("Virtualization"),
        "monitor",
        F(
            "virtualization.virtualmachine virtualization.vminterface virtualization.virtualdisk "
            "virtualization.virtualmachinetype virtualization.cluster virtualization.clustertype "
            "virtualization.clustergroup"
        ),
    ),
    (
        _("Circuits"),
        "transit-connection-variant",
        F(
            "circuits.circuit circuits.circuittype circuits.circuittermination circuits.virtualcircuit "
            "circuits.virtualcircuittype circuits.virtualcircuittermination circuits.circuitgroup "
            "circuits.circuitgroupassignment circuits.provider circuits.provideraccount circuits.providernetwork"
        ),
    ),
    (_("Power"), "flash", F("dcim.powerfeed dcim.powerpanel")),
    (_("Secrets"), "key-variant", F("secrets.secret secrets.secretrole")),
    (
        _("Provisioning"),
        "file-document-multiple",
        F("extras.configcontext extras.configcontextprofile extras.configtemplate"),
    ),
    (
        _("Customization"),
        "toolbox",
        F(
            "extras.customfield extras.customfieldchoiceset extras.customlink extras.exporttemplate extras.savedfilter "
            "extras.tableconfig extras.tag extras.imageattachment"
        ),
    ),
    (
        _("Operations"),
        "cogs",
        F(
            "core.datasource extras.eventrule extras.webhook core.job extras.notificationgroup extras.journalentry "
            "core.objectchange"
        ),
    ),
    (
        _("Admin"),
        "account-multiple",
        F("users.user users.group users.token users.objectpermission users.ownergroup users.owner"),
    ),
)
POSITIONS = {label: at for at, label in enumerate(name for _menu, _icon, labels in ORDER for name in labels)}


@dataclass(frozen=True)
class Link:
    """A page that isn't a resource's list: `register_link` puts it into the menu."""

    menu: str
    group: str
    text: Any
    url: str
    """The name of the URL."""
    model: str = ""
    """Shown to those who may view this model; to everybody when empty."""
    superuser: bool = False


@dataclass
class Item:
    """One line of the menu."""

    text: str
    url: str
    add_url: str = ""
    current: bool = False


@dataclass
class Group:
    """Lines under one heading."""

    text: str
    items: list[Item] = field(default_factory=list)


@dataclass
class Menu:
    """One top entry of the menu."""

    text: str
    icon: str
    groups: list[Group] = field(default_factory=list)

    @property
    def current(self) -> bool:
        """Whether the page being shown lies in this menu."""
        return any(item.current for group in self.groups for item in group.items)


_links: list[Link] = []


def register_link(link: Link) -> None:
    """Add a page that isn't a resource's list to the menu."""
    if link not in _links:
        _links.append(link)


def listed() -> Sequence[Resource]:
    """The resources that are in the menu, in its order; unknown ones (of plugins) at the end."""
    found = [resource for resource in registry.all_resources() if resource.menu]
    return sorted(found, key=lambda resource: POSITIONS.get(resource.label, len(POSITIONS)))


@functools.cache
def icon(menu: str) -> str:
    """The icon of a menu, by its untranslated name."""
    return next((image for name, image, _labels in ORDER if name == menu), "puzzle")


def menus(user: Any, path: str = "", prefix: str = "/") -> list[Menu]:
    """What `user` may open; `path` is the page being shown, `prefix` where the site is mounted."""
    found: dict[str, dict[str, list[Item]]] = {name: {} for name, _icon, _labels in ORDER}
    for resource in listed():
        if not access.can(user, resource.model, "view"):
            continue
        url = f"{prefix}{resource.path}/"
        may_add = "create" in resource.methods and access.can(user, resource.model, "add")
        item = Item(plural(resource), url, f"{url}add/" if may_add else "", path.startswith(url))
        found.setdefault(resource.menu[0], {}).setdefault(_group(resource.menu), []).append(item)
    for link in _visible_links(user):
        item = Item(str(link.text), _reverse(link.url), current=path == _reverse(link.url))
        found.setdefault(link.menu, {}).setdefault(link.group, []).append(item)
    return [
        Menu(gettext(name), icon(name), [Group(gettext(text) if text else "", items) for text, items in groups.items()])
        for name, groups in found.items()
        if groups
    ]


def _group(menu: tuple[str, ...]) -> str:
    return menu[1] if len(menu) > 1 else ""


def _visible_links(user: Any) -> Iterable[Link]:
    from django.apps import apps

    for link in _links:
        if link.superuser and not getattr(user, "is_superuser", False):
            continue
        if not link.model or access.can(user, apps.get_model(link.model), "view"):
            yield link


def _reverse(name: str) -> str:
    from django.urls import reverse

    return reverse(name)


def plural(resource: Resource) -> str:
    """`IP addresses`: the title of the list."""
    return capfirst(str(resource.model._meta.verbose_name_plural))


def singular(resource: Resource) -> str:
    """`IP address`: the title of one."""
    return capfirst(str(resource.model._meta.verbose_name))
