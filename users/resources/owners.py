"""Owners: the people in charge of an object."""

from __future__ import annotations

from netsot.kernel.registry import register
from netsot.kernel.resource import Count, F, Resource
from users.models import Owner, OwnerGroup


@register(OwnerGroup)
class OwnerGroupResource(Resource):
    """A group of owners."""

    menu = ("Admin", "Ownership")
    fields = F("name description")
    brief = F("name description")
    counts = {"member_count": Count("users.Owner", "group")}
    search = {"name": 100, "description": 500}
    columns = F("name member_count description")
    fieldsets = (("Owner group", F("name description")),)


@register(Owner)
class OwnerResource(Resource):
    """Users and groups who are in charge together."""

    menu = ("Admin", "Ownership")
    fields = F("name group description user_groups users")
    brief = F("name description")
    search = {"name": 100, "description": 500}
    columns = F("name group description user_groups users")
    fieldsets = (("Owner", F("name group description")), ("Users", F("user_groups users")))
