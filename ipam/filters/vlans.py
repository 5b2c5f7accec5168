"""Filters over VLANs and their groups."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import BooleanField, F, Func, Model, Q, QuerySet
from django.db.models.expressions import RawSQL

from dcim.models import Location, Region, Site, SiteGroup
from ipam.models import VLANGroup
from ipam.vids import VID_MAX, VID_MIN
from netsot.derive.filterset import MethodFilter, Path
from netsot.derive.lookups import Named
from netsot.models import trees

VLAN_GROUP_SCOPES = {
    "region": "dcim.Region",
    "site_group": "dcim.SiteGroup",
    "site": "dcim.Site",
    "location": "dcim.Location",
    "rack_group": "dcim.RackGroup",
    "rack": "dcim.Rack",
    "cluster_group": "virtualization.ClusterGroup",
    "cluster": "virtualization.Cluster",
}
"""Filter → what a group applies to."""


def _scoped(label: str) -> Callable[[QuerySet[Any], Sequence[Any]], QuerySet[Any]]:
    def narrow(queryset: QuerySet[Any], ids: Sequence[int]) -> QuerySet[Any]:
        return queryset.filter(scope_type=_kind(label), scope_id__in=ids)

    return narrow


def _kind(label: str) -> ContentType:
    return ContentType.objects.get_by_natural_key(*label.lower().split("."))


def contains_vid(queryset: QuerySet[Any], vids: Sequence[int]) -> QuerySet[Any]:
    """Groups with any of the VLAN IDs in their ranges."""
    query = Q(pk__in=[])
    for vid in vids:
        if VID_MIN <= vid <= VID_MAX:
            holds = Func(F("vid_ranges"), template=f"{vid:d} <@ ANY(%(expressions)s)", output_field=BooleanField())
            query |= Q(holds)
    return queryset.filter(query)


VLAN_GROUP: Mapping[str, Any] = {
    **{name: Named(_scoped(label), label) for name, label in VLAN_GROUP_SCOPES.items()},
    "contains_vid": MethodFilter(contains_vid, value="number"),
}

_SITE = {"dcim.Site": "pk", "dcim.Region": "region", "dcim.SiteGroup": "group"}
_DEVICE = {
    "dcim.Site": "site", "dcim.Region": "site__region", "dcim.SiteGroup": "site__group", "dcim.Location": "location",
    "dcim.Rack": "rack", "dcim.RackGroup": "rack__group", "virtualization.Cluster": "cluster",
    "virtualization.ClusterGroup": "cluster__group",
}  # fmt: skip
_MACHINE = {
    "dcim.Site": "site", "dcim.Region": "site__region", "dcim.SiteGroup": "site__group",
    "dcim.Location": "cluster___location", "virtualization.Cluster": "cluster",
    "virtualization.ClusterGroup": "cluster__group",
}  # fmt: skip
_TREES: dict[str, type[Model]] = {"dcim.Region": Region, "dcim.SiteGroup": SiteGroup, "dcim.Location": Location}


def _available(queryset: QuerySet[Any], places: Mapping[str, set[int]], sites: Any) -> QuerySet[Any]:
    """VLANs of the sites; and of those of no site, the ones whose group applies at any of the places or everywhere."""
    scope = Q(scope_type__isnull=True)
    for label, ids in places.items():
        if ids:
            tree = _TREES.get(label)
            known: Any = RawSQL(trees.ancestors_sql(tree), [list(ids)]) if tree else ids  # noqa: S611
            scope |= Q(scope_type=_kind(label), scope_id__in=known)
    groups = VLANGroup._base_manager.filter(scope).values("pk")
    everywhere = Q(group__isnull=True) | Q(group__in=groups)
    return queryset.filter(Q(site__in=sites) | Q(site__isnull=True) & everywhere)


def _of(label: str, columns: Mapping[str, str]) -> MethodFilter:
    """VLANs that can be used on the objects of a model, whose places are in `columns`."""

    def narrow(queryset: QuerySet[Any], ids: Sequence[int | None]) -> QuerySet[Any]:
        known = [pk for pk in ids if pk is not None]
        rows = apps.get_model(label)._base_manager.filter(pk__in=known).values_list(*columns.values())
        places = {name: {row[position] for row in rows} - {None} for position, name in enumerate(columns)}
        return _available(queryset, places, places["dcim.Site"])

    return MethodFilter(narrow, target=label, by="pk")


def _in_site_group(queryset: QuerySet[Any], ids: Sequence[int | None]) -> QuerySet[Any]:
    known = {pk for pk in ids if pk is not None}
    sites = Site._base_manager.filter(group__in=SiteGroup.subtree(known)).values("pk")
    return _available(queryset, {"dcim.SiteGroup": known}, sites)


def on_interfaces(prefix: str) -> Callable[[QuerySet[Any], Sequence[Any]], QuerySet[Any]]:
    """VLANs that interfaces carry, tagged or not."""

    def narrow(queryset: QuerySet[Any], ids: Sequence[int | None]) -> QuerySet[Any]:
        known = [pk for pk in ids if pk is not None]
        rows = queryset.model._base_manager.order_by()
        tagged, untagged, service = (
            rows.filter(**{f"{prefix}s_{relation}__in": known}).values("pk")
            for relation in ("as_tagged", "as_untagged", "svlan")
        )
        return queryset.filter(pk__in=tagged.union(untagged, service))

    return narrow


VLAN: Mapping[str, Any] = {
    "available_at_site": _of("dcim.Site", _SITE),
    "available_at_site_group": MethodFilter(_in_site_group, target="dcim.SiteGroup", by="pk"),
    "available_on_device": _of("dcim.Device", _DEVICE),
    "available_on_virtualmachine": _of("virtualization.VirtualMachine", _MACHINE),
    "interface_id": MethodFilter(on_interfaces("interface"), target="dcim.Interface"),
    "vminterface_id": MethodFilter(on_interfaces("vminterface"), target="virtualization.VMInterface"),
    "qinq_svlan_vid": Path("qinq_svlan__vid"),
    "l2vpn": Path("l2vpn_terminations__l2vpn", by="identifier"),
    "l2vpn_id": Path("l2vpn_terminations__l2vpn"),
}


def search_vlans(text: str) -> Q:
    """VLANs with the number, or with the text in a name or description."""
    query = Q(name__icontains=text) | Q(description__icontains=text) | Q(comments__icontains=text)
    return query | Q(vid=int(text)) if text.isdecimal() and len(text) <= len(str(VID_MAX)) else query
