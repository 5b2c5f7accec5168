"""Rules about VLAN IDs, groups and stacking."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from django.db.backends.postgresql.psycopg_any import NumericRange
from django.utils.translation import gettext as _

from dcim.models import Site, SiteGroup
from dcim.rules import warm
from ipam.choices import VLANQinQRoleChoices
from netsot.kernel.errors import Errors
from netsot.kernel.locks import LockKey
from netsot.models import trees

VID_MIN, VID_MAX = 1, 4094


def lock_keys(model: type[models.Model], objs: Sequence[Any]) -> Iterable[LockKey]:
    """The groups that `objs` are in and, when they move, were in."""
    groups = {obj.group_id for obj in objs}
    ids = [obj.pk for obj in objs if obj.pk is not None and not obj._state.adding]
    if ids:
        groups |= set(model._base_manager.filter(pk__in=ids).order_by().values_list("group_id", flat=True))
    return [("ipam.vlangroup", group_id) for group_id in groups - {None}]


def canonical(item: Any) -> Any:
    """A range as PostgreSQL gives it back: with its first ID and without its last bound."""
    if isinstance(item, list | tuple) and len(item) == 2:
        item = NumericRange(item[0], item[1], bounds="[]")
    if item.lower is None or item.upper is None:
        return item
    return NumericRange(
        item.lower if item.lower_inc else item.lower + 1, item.upper + 1 if item.upper_inc else item.upper
    )


def size(item: Any) -> int:
    """How many IDs a range holds."""
    return 0 if item.lower is None or item.upper is None else max(item.upper - item.lower, 0)


def ranges_text(ranges: Iterable[Any]) -> str:
    """Ranges as people write them: 1-99, 200."""
    return ", ".join(
        str(item.lower) if item.upper - item.lower == 1 else f"{item.lower}-{item.upper - 1}" for item in ranges
    )


def check_ranges(groups: Sequence[Any], errors: Errors) -> None:
    """Ranges lie between 1 and 4094, aren't empty and don't overlap."""
    for group in groups:
        taken: list[Any] = []
        if not group.vid_ranges:
            errors.add(group, "vid_ranges", _("Give at least one range of VLAN IDs, for example 1-4094."))
        for item in group.vid_ranges:
            if item.lower is None or item.upper is None or not VID_MIN <= item.lower < item.upper <= VID_MAX + 1:
                text = _("%(range)s is not a range of VLAN IDs: it must lie between %(min)s and %(max)s.")
                last = None if item.upper is None else item.upper - 1
                shown = f"{item.lower}-{last}"
                errors.add(group, "vid_ranges", text % {"range": shown, "min": VID_MIN, "max": VID_MAX})
                continue
            for other in taken:
                if item.lower < other.upper and other.lower < item.upper:
                    text = _("Ranges can't overlap: %(range)s and %(other)s share VLAN IDs.")
                    values = {"range": ranges_text([item]), "other": ranges_text([other])}
                    errors.add(group, "vid_ranges", text % values)
            taken.append(item)


def check_groups(vlans: Sequence[Any], errors: Errors) -> None:
    """A VLAN's ID is one of its group's, and its site lies where the group applies."""
    warm(vlans, "group", "site")
    grouped = [vlan for vlan in vlans if vlan.group_id is not None]
    for vlan in grouped:
        ranges = vlan.group.vid_ranges
        if vlan.vid is not None and not any(item.lower <= vlan.vid < item.upper for item in ranges):
            text = _("VLAN ID %(vid)s is outside the ranges of the group %(group)s: %(ranges)s.")
            values = {"vid": vlan.vid, "group": vlan.group, "ranges": ranges_text(ranges)}
            errors.add(vlan, "vid", text % values)
    placed = [vlan for vlan in grouped if vlan.site_id is not None and vlan.group.scope_id is not None]
    if placed:
        _check_sites(placed, errors)


def _check_sites(vlans: Sequence[Any], errors: Errors) -> None:
    site_type = ContentType.objects.get_for_model(Site).pk
    group_type = ContentType.objects.get_for_model(SiteGroup).pk
    roots = {vlan.group.scope_id for vlan in vlans if vlan.group.scope_type_id == group_type}
    inside: set[tuple[int, int]] = set()
    if roots:
        with connection.cursor() as cursor:
            cursor.execute(trees.subtree_pairs(SiteGroup, roots), [list(roots)])
            inside = set(cursor.fetchall())
    for vlan in vlans:
        scope = vlan.group.scope_id
        if vlan.group.scope_type_id == site_type and scope != vlan.site_id:
            text = _("The group %(group)s belongs to another site: the VLAN can't be at %(site)s.")
        elif vlan.group.scope_type_id == group_type and (scope, vlan.site.group_id) not in inside:
            text = _("The site %(site)s isn't in the site group that the group %(group)s applies to.")
        else:
            continue
        errors.add(vlan, "group", text % {"group": vlan.group, "site": vlan.site})


def check_stacking(vlans: Sequence[Any], errors: Errors) -> None:
    """A customer VLAN has a service VLAN, and nothing else has one."""
    for vlan in vlans:
        customer = vlan.qinq_role == VLANQinQRoleChoices.ROLE_CVLAN
        if customer and vlan.qinq_svlan_id is None:
            errors.add(vlan, "qinq_svlan", _("A customer VLAN needs the service VLAN that carries it."))
        if not customer and vlan.qinq_svlan_id is not None:
            errors.add(vlan, "qinq_svlan", _("Only a customer VLAN (role cvlan) has a service VLAN."))
        if vlan.qinq_svlan_id is not None and vlan.qinq_svlan_id == vlan.pk:
            errors.add(vlan, "qinq_svlan", _("A VLAN can't carry itself."))
