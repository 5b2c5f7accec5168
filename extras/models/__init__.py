"""Models of the `extras` app."""

from extras.models.contexts import ConfigContext, ConfigContextProfile, ConfigTemplate
from extras.models.customfields import CustomField, CustomFieldChoiceSet
from extras.models.events import EventRule, Webhook
from extras.models.journal import ImageAttachment, JournalEntry
from extras.models.notifications import Notification, NotificationGroup, Subscription
from extras.models.personal import Bookmark, Dashboard, SavedFilter, TableConfig
from extras.models.scripts import Script, ScriptModule
from extras.models.search import CachedValue
from extras.models.tags import Tag, TaggedItem
from extras.models.templates import CustomLink, ExportTemplate

__all__ = [
    "Bookmark",
    "CachedValue",
    "ConfigContext",
    "ConfigContextProfile",
    "ConfigTemplate",
    "CustomField",
    "CustomFieldChoiceSet",
    "CustomLink",
    "Dashboard",
    "EventRule",
    "ExportTemplate",
    "ImageAttachment",
    "JournalEntry",
    "Notification",
    "NotificationGroup",
    "SavedFilter",
    "Script",
    "ScriptModule",
    "Subscription",
    "TableConfig",
    "Tag",
    "TaggedItem",
    "Webhook",
]
