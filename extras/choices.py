"""Choice sets of the `extras` app."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from netsot.models.choices import ChoiceSet

COLORS = [
    ("blue", _("Blue"), "blue"),
    ("indigo", _("Indigo"), "indigo"),
    ("purple", _("Purple"), "purple"),
    ("pink", _("Pink"), "pink"),
    ("red", _("Red"), "red"),
    ("orange", _("Orange"), "orange"),
    ("yellow", _("Yellow"), "yellow"),
    ("green", _("Green"), "green"),
    ("teal", _("Teal"), "teal"),
    ("cyan", _("Cyan"), "cyan"),
    ("gray", _("Gray"), "gray"),
    ("black", _("Black"), "black"),
    ("white", _("White"), "white"),
]
"""The named colours of the user interface."""


class CustomFieldTypeChoices(ChoiceSet):
    """What kind of value a custom field holds."""

    TYPE_TEXT = "text"
    TYPE_LONGTEXT = "longtext"
    TYPE_INTEGER = "integer"
    TYPE_DECIMAL = "decimal"
    TYPE_BOOLEAN = "boolean"
    TYPE_DATE = "date"
    TYPE_DATETIME = "datetime"
    TYPE_URL = "url"
    TYPE_JSON = "json"
    TYPE_SELECT = "select"
    TYPE_MULTISELECT = "multiselect"
    TYPE_OBJECT = "object"
    TYPE_MULTIOBJECT = "multiobject"

    CHOICES = [
        (TYPE_TEXT, _("Text")),
        (TYPE_LONGTEXT, _("Text (long)")),
        (TYPE_INTEGER, _("Integer")),
        (TYPE_DECIMAL, _("Decimal")),
        (TYPE_BOOLEAN, _("Boolean (true/false)")),
        (TYPE_DATE, _("Date")),
        (TYPE_DATETIME, _("Date & time")),
        (TYPE_URL, _("URL")),
        (TYPE_JSON, _("JSON")),
        (TYPE_SELECT, _("Selection")),
        (TYPE_MULTISELECT, _("Multiple selection")),
        (TYPE_OBJECT, _("Object")),
        (TYPE_MULTIOBJECT, _("Multiple objects")),
    ]

    TEXTS = (TYPE_TEXT, TYPE_LONGTEXT, TYPE_URL)
    NUMBERS = (TYPE_INTEGER, TYPE_DECIMAL)
    SELECTIONS = (TYPE_SELECT, TYPE_MULTISELECT)
    OBJECTS = (TYPE_OBJECT, TYPE_MULTIOBJECT)


class CustomFieldFilterLogicChoices(ChoiceSet):
    """How the filter of a custom field compares."""

    FILTER_DISABLED = "disabled"
    FILTER_LOOSE = "loose"
    FILTER_EXACT = "exact"

    CHOICES = [(FILTER_DISABLED, _("Disabled")), (FILTER_LOOSE, _("Loose")), (FILTER_EXACT, _("Exact"))]


class CustomFieldUIVisibleChoices(ChoiceSet):
    """When pages show a custom field."""

    ALWAYS = "always"
    IF_SET = "if-set"
    HIDDEN = "hidden"

    CHOICES = [(ALWAYS, _("Always"), "green"), (IF_SET, _("If set"), "yellow"), (HIDDEN, _("Hidden"), "gray")]


class CustomFieldUIEditableChoices(ChoiceSet):
    """Whether forms show a custom field."""

    YES = "yes"
    NO = "no"
    HIDDEN = "hidden"

    CHOICES = [(YES, _("Yes"), "green"), (NO, _("No"), "red"), (HIDDEN, _("Hidden"), "gray")]


class CustomFieldChoiceSetBaseChoices(ChoiceSet):
    """The lists of choices that come with the product."""

    IATA = "IATA"
    ISO_3166 = "ISO_3166"
    UN_LOCODE = "UN_LOCODE"

    CHOICES = [
        (IATA, _("IATA (Airport codes)")),
        (ISO_3166, _("ISO 3166 (Country codes)")),
        (UN_LOCODE, _("UN/LOCODE (Location codes)")),
    ]


class CustomFieldChoiceColorChoices(ChoiceSet):
    """The colours a choice may have."""

    CHOICES = COLORS


class CustomLinkButtonClassChoices(ChoiceSet):
    """How the button of a custom link looks."""

    DEFAULT = "default"
    LINK = "ghost-dark"

    CHOICES = [(DEFAULT, _("Default")), *((value, label) for value, label, color in COLORS), (LINK, _("Link"))]


class BookmarkOrderingChoices(ChoiceSet):
    """How a list of bookmarks is sorted."""

    ORDERING_NEWEST = "-created"
    ORDERING_OLDEST = "created"
    ORDERING_ALPHABETICAL_AZ = "name"
    ORDERING_ALPHABETICAL_ZA = "-name"

    CHOICES = [
        (ORDERING_NEWEST, _("Newest")),
        (ORDERING_OLDEST, _("Oldest")),
        (ORDERING_ALPHABETICAL_AZ, _("Alphabetical (A-Z)")),
        (ORDERING_ALPHABETICAL_ZA, _("Alphabetical (Z-A)")),
    ]


class JournalEntryKindChoices(ChoiceSet):
    """The tone of a journal entry."""

    key = "JournalEntry.kind"

    KIND_INFO = "info"
    KIND_SUCCESS = "success"
    KIND_WARNING = "warning"
    KIND_DANGER = "danger"

    CHOICES = [
        (KIND_INFO, _("Info"), "cyan"),
        (KIND_SUCCESS, _("Success"), "green"),
        (KIND_WARNING, _("Warning"), "yellow"),
        (KIND_DANGER, _("Danger"), "red"),
    ]


class LogLevelChoices(ChoiceSet):
    """The levels at which scripts and reports log."""

    LOG_DEBUG = "debug"
    LOG_INFO = "info"
    LOG_SUCCESS = "success"
    LOG_WARNING = "warning"
    LOG_FAILURE = "failure"

    CHOICES = [
        (LOG_DEBUG, _("Debug"), "teal"),
        (LOG_INFO, _("Info"), "cyan"),
        (LOG_SUCCESS, _("Success"), "green"),
        (LOG_WARNING, _("Warning"), "yellow"),
        (LOG_FAILURE, _("Failure"), "red"),
    ]


class WebhookHttpMethodChoices(ChoiceSet):
    """The method with which a webhook calls."""

    METHOD_POST = "POST"

    CHOICES = [("GET", "GET"), (METHOD_POST, "POST"), ("PUT", "PUT"), ("PATCH", "PATCH"), ("DELETE", "DELETE")]


class EventRuleActionChoices(ChoiceSet):
    """What an event rule does."""

    WEBHOOK = "webhook"
    SCRIPT = "script"
    NOTIFICATION = "notification"

    CHOICES = [(WEBHOOK, _("Webhook")), (SCRIPT, _("Script")), (NOTIFICATION, _("Notification"))]


class EventTypeChoices(ChoiceSet):
    """What can happen; plugins may add to it."""

    OBJECT_CREATED = "object_created"
    OBJECT_UPDATED = "object_updated"
    OBJECT_DELETED = "object_deleted"
    JOB_STARTED = "job_started"
    JOB_COMPLETED = "job_completed"
    JOB_FAILED = "job_failed"
    JOB_ERRORED = "job_errored"

    CHOICES = [
        (OBJECT_CREATED, _("Object created"), "green"),
        (OBJECT_UPDATED, _("Object updated"), "blue"),
        (OBJECT_DELETED, _("Object deleted"), "red"),
        (JOB_STARTED, _("Job started"), "blue"),
        (JOB_COMPLETED, _("Job completed"), "green"),
        (JOB_FAILED, _("Job failed"), "orange"),
        (JOB_ERRORED, _("Job errored"), "red"),
    ]


class DashboardWidgetColorChoices(ChoiceSet):
    """The colour of a dashboard widget's title."""

    CHOICES = COLORS
