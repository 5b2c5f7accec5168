"""What is wrong with the ends of a set of cables. The number of queries doesn't depend on the size of the set."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from dcim.cabling import ends as cable_ends
from dcim.cabling import kinds
from dcim.cabling.compatibility import compatible
from dcim.cabling.ends import ENDS, FIELDS, PENDING, PORTS
from dcim.cabling.graph import Node
from dcim.cabling.profiles import profile
from dcim.constants import VIRTUAL_TYPES, WIRELESS_TYPES
from netsot.kernel import access, changes
from netsot.kernel.errors import Errors

Ends = dict[str, list[Node]]


def check(cables: Sequence[Any], errors: Errors) -> None:
    """Add what is wrong with the ends of `cables` to `errors`. Ends that stay as they are were right before."""
    concerned = [cable for cable in cables if cable._state.adding or cable.__dict__.get(PENDING) or cable.profile]
    if not concerned:
        return
    stored = cable_ends.stored_ends(concerned)
    wanted: dict[int, Ends] = {}
    for cable in concerned:
        sent, before = cable_ends.pending(cable), stored.get(cable.pk, {})
        wanted[id(cable)] = {end: sent.get(end, before.get(end, [])) for end in ENDS}
    touched = [cable for cable in concerned if cable._state.adding or cable_ends.pending(cable)]
    ports = cable_ends.load_ports(node for cable in touched for nodes in wanted[id(cable)].values() for node in nodes)
    for cable in concerned:
        _check_profile(cable, wanted[id(cable)], errors)
    plugged = {node for ends in stored.values() for nodes in ends.values() for node in nodes}
    hidden = _hidden(ports.keys() - plugged)
    visible = {node: port for node, port in ports.items() if node not in hidden}
    for cable in touched:
        cable.__dict__[PORTS] = ports
        _check_ends(cable, wanted[id(cable)], visible, errors)
    _check_taken(touched, wanted, stored, visible, errors)


def _hidden(nodes: Iterable[Node]) -> set[Node]:
    """What of `nodes` the user of this write may not see: it answers like what doesn't exist. Scripts may name all."""
    user = changes.current_user() if changes.is_muted() else None
    if user is None or settings.ALLOW_HIDDEN_REFERENCES:
        return set()
    by_kind: dict[int, list[int]] = {}
    for kind, pk in nodes:
        by_kind.setdefault(kind, []).append(pk)
    return {
        (kind, pk)
        for kind, ids in by_kind.items()
        for pk in access.outside(kinds.model(cable_ends.label_of(kind)), ids, user, "view")
    }


def _check_profile(cable: Any, wanted: Ends, errors: Errors) -> None:
    lanes = profile(cable.profile)
    if lanes is None:
        return
    for end in ENDS:
        limit, count = lanes.ends[end].connectors, len(wanted[end])
        if count > limit:
            errors.add(
                cable,
                FIELDS[end] if end in cable_ends.pending(cable) else "profile",
                _("Profile %(profile)s has %(limit)s connectors at end %(end)s: give no more terminations.")
                % {"profile": cable.get_profile_display(), "limit": limit, "end": end},
            )


def _check_ends(cable: Any, wanted: Ends, ports: dict[Node, Any], errors: Errors) -> None:
    labels: dict[str, str] = {}
    for end in ENDS:
        field, nodes = FIELDS[end], wanted[end]
        if not nodes:
            if cable._state.adding:
                errors.add(cable, field, _("Give at least one termination for end %(end)s.") % {"end": end})
            continue
        found = {cable_ends.label_of(kind) for kind, _pk in nodes}
        if unknown := found - set(kinds.CABLED):
            names = ", ".join(sorted(unknown)) or "?"
            errors.add(
                cable, field, _("A cable can't be plugged into this type of object: %(type)s.") % {"type": names}
            )
        elif len(found) > 1:
            errors.add(cable, field, _("All terminations of one end must be of the same type."))
        else:
            labels[end] = found.pop()
        for node in nodes:
            _check_port(cable, field, node, ports, errors)
        for node in {node for node in nodes if nodes.count(node) > 1}:
            errors.add(cable, field, _("%(port)s is given twice.") % {"port": _name(node, ports)})
    for node in set(wanted["A"]) & set(wanted["B"]):
        errors.add(cable, FIELDS["B"], _("%(port)s can't be at both ends of a cable.") % {"port": _name(node, ports)})
    if len(labels) == 2 and not compatible(labels["A"], labels["B"]):
        errors.add(
            cable,
            FIELDS["B"],
            _("A cable can't join a %(a)s and a %(b)s.")
            % {end.lower(): kinds.model(label)._meta.verbose_name for end, label in labels.items()},
        )


def _check_port(cable: Any, field: str, node: Node, ports: dict[Node, Any], errors: Errors) -> None:
    port = ports.get(node)
    label = cable_ends.label_of(node[0])
    if port is None:
        if label in kinds.CABLED:
            name = kinds.model(label)._meta.verbose_name
            errors.add(cable, field, _("There is no %(type)s %(id)s.") % {"type": name, "id": node[1]})
        return
    if port.mark_connected:
        errors.add(
            cable, field, _("%(port)s is marked as connected: unmark it before a cable is attached.") % {"port": port}
        )
    if label == "dcim.interface" and port.type in VIRTUAL_TYPES | WIRELESS_TYPES:
        errors.add(
            cable,
            field,
            _("%(port)s is of type %(type)s, which takes no cable.") % {"port": port, "type": port.get_type_display()},
        )
    if label == kinds.CIRCUIT and port._provider_network_id is not None:
        errors.add(
            cable,
            field,
            _("%(port)s ends in a provider network: a cable can't be attached to it.") % {"port": port},
        )


def _check_taken(
    cables: Sequence[Any], wanted: dict[int, Ends], stored: dict[Any, Ends], ports: dict[Node, Any], errors: Errors
) -> None:
    """Each port takes one cable. A port that another cable of the batch gives up is free."""
    released = {
        node: cable.pk
        for cable in cables
        for end in ENDS
        for node in stored.get(cable.pk, {}).get(end, [])
        if node not in wanted[id(cable)]["A"] and node not in wanted[id(cable)]["B"]
    }
    claims: dict[Node, list[tuple[Any, str]]] = {}
    for cable in cables:
        for end in ENDS:
            for node in dict.fromkeys(wanted[id(cable)][end]):
                claims.setdefault(node, []).append((cable, end))
    claims = {node: claimants for node, claimants in claims.items() if node in ports}
    holders = _holders(claims)
    conflicts = [
        (node, cable, end)
        for node, claimants in claims.items()
        for cable, end in claimants
        if node in holders and holders[node] != cable.pk and released.get(node) != holders[node]
    ]
    names = _cable_names({holders[node] for node, _cable, _end in conflicts})
    for node, cable, end in conflicts:
        errors.add(
            cable,
            FIELDS[end],
            _("%(port)s already has cable %(cable)s: remove that one first.")
            % {"port": _name(node, ports), "cable": names[holders[node]]},
        )
    for node, claimants in claims.items():
        if len({id(cable) for cable, _end in claimants}) > 1:
            for cable, end in claimants:
                errors.add(
                    cable,
                    FIELDS[end],
                    _("%(port)s is given for more than one cable of this request.") % {"port": _name(node, ports)},
                )


def _cable_names(ids: set[int]) -> dict[int, str]:
    if not ids:
        return {}
    found = {cable.pk: str(cable) for cable in kinds.model("dcim.cable")._base_manager.filter(pk__in=ids)}
    return {pk: found.get(pk, f"#{pk}") for pk in ids}


def _holders(nodes: Iterable[Node]) -> dict[Node, int]:
    """The cable plugged into each of `nodes`, by what the terminations say; one query per kind."""
    by_kind: dict[int, list[int]] = {}
    for kind, pk in nodes:
        by_kind.setdefault(kind, []).append(pk)
    terminations = kinds.model("dcim.cabletermination")._base_manager.order_by()
    found: dict[Node, int] = {}
    for kind, ids in by_kind.items():
        rows = terminations.filter(termination_type=kind, termination_id__in=ids)
        found.update({(kind, pk): cable for pk, cable in rows.values_list("termination_id", "cable_id")})
    return found


def _name(node: Node, ports: dict[Node, Any]) -> str:
    return str(ports[node]) if node in ports else f"{cable_ends.label_of(node[0])} {node[1]}"
