"""Tags, tagged objects and journal entries."""

from __future__ import annotations

from extras.filters import TAG
from extras.models import JournalEntry, Tag, TaggedItem
from netsot.derive.filterset import Path
from netsot.kernel.registry import register
from netsot.kernel.resource import HEAD, Count, F, Resource


@register(Tag)
class TagResource(Resource):
    """A word that objects are marked with."""

    menu = ("Customization", "Customization")
    fields = F("name slug color description weight object_types tagged_items owner created last_updated")
    brief = F("name slug color description")
    nested = F("name slug color")
    counts = {"tagged_items": Count("extras.TaggedItem", "tag")}
    filters = TAG
    search = {"name": 100, "slug": 110, "description": 500}
    columns = F("name tagged_items slug color description")
    fieldsets = (("Tag", F("name slug color weight description object_types")), ("Ownership", F("owner")))


@register(TaggedItem)
class TaggedItemResource(Resource):
    """One tag on one object."""

    endpoint = "tagged-objects"
    methods = F("list retrieve")
    head = tuple(name for name in HEAD if name != "display_url")
    fields = F("object_type object_id object tag")
    source = {"object_type": "content_type", "object": "content_object"}
    brief = F("object_type object_id object tag")
    filters = {
        "object_type_id": Path("content_type"),
        "q": Path("tag__name", exact="icontains", lookups=""),
    }
    search = {"tag__name": 100}


@register(JournalEntry)
class JournalEntryResource(Resource):
    """A note about an object."""

    menu = ("Operations", "Logging")
    fields = F(
        "assigned_object_type assigned_object_id assigned_object created created_by kind comments tags custom_fields "
        "last_updated"
    )
    brief = F("created")
    forms = {"created_by": "id"}
    filters = {
        "assigned_object_type_id": Path("assigned_object_type"),
        "created": None,
        "created_after": Path("created", exact="gte", lookups=""),
        "created_before": Path("created", exact="lte", lookups=""),
    }
    search = {"comments": 5000}
    columns = F("created created_by assigned_object_type assigned_object kind comments")
    fieldsets = (("Journal entry", F("assigned_object_type assigned_object_id kind comments tags")),)
