"""Buttons on the pages and in the lists of components."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy as _

from dcim.constants import VIRTUAL_TYPES, WIRELESS_TYPES
from dcim.models import Cable
from netsot.kernel import access
from netsot.kernel.representation import Context
from netsot.kernel.resource import F, Resource
from netsot.ui.buttons import Button, Link


class Connect(Button):
    """To the form of a new cable that starts at this port; afterwards back to the port."""

    fields = F("_occupied type")

    def link(self, resource: Resource, row: Mapping[str, Any], context: Context) -> Link | None:
        kind = row.get("type")
        cordless = resource.label == "dcim.interface" and kind and kind["value"] in VIRTUAL_TYPES | WIRELESS_TYPES
        if row.get("_occupied") or cordless or not access.can(context.user, Cable, "add"):
            return None
        query = {
            "a_terminations_type": resource.label,
            "a_terminations": row["id"],
            "b_terminations_type": resource.label,
            "return_url": f"{context.base_url}/{resource.path}/{row['id']}/",
        }
        return Link(_("Connect"), "connection", f"{context.base_url}/dcim/cables/add/?{urlencode(query)}")
