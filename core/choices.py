"""Choice sets of the `core` app."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from netsot.models.choices import ChoiceSet


class DataSourceStatusChoices(ChoiceSet):
    """How the last synchronisation of a data source went."""

    NEW = "new"
    QUEUED = "queued"
    SYNCING = "syncing"
    COMPLETED = "completed"
    FAILED = "failed"

    CHOICES = [
        (NEW, _("New"), "blue"),
        (QUEUED, _("Queued"), "orange"),
        (SYNCING, _("Syncing"), "cyan"),
        (COMPLETED, _("Completed"), "green"),
        (FAILED, _("Failed"), "red"),
    ]


class ManagedFileRootPathChoices(ChoiceSet):
    """The folders in which managed files lie."""

    SCRIPTS = "scripts"
    REPORTS = "reports"

    CHOICES = [(SCRIPTS, _("Scripts")), (REPORTS, _("Reports"))]


class JobStatusChoices(ChoiceSet):
    """The life of a job."""

    STATUS_PENDING = "pending"
    STATUS_SCHEDULED = "scheduled"
    STATUS_RUNNING = "running"
    STATUS_COMPLETED = "completed"
    STATUS_ERRORED = "errored"
    STATUS_FAILED = "failed"

    CHOICES = [
        (STATUS_PENDING, _("Pending"), "cyan"),
        (STATUS_SCHEDULED, _("Scheduled"), "gray"),
        (STATUS_RUNNING, _("Running"), "blue"),
        (STATUS_COMPLETED, _("Completed"), "green"),
        (STATUS_ERRORED, _("Errored"), "red"),
        (STATUS_FAILED, _("Failed"), "red"),
    ]

    ENQUEUED_STATE_CHOICES = (STATUS_PENDING, STATUS_SCHEDULED, STATUS_RUNNING)
    TERMINAL_STATE_CHOICES = (STATUS_COMPLETED, STATUS_ERRORED, STATUS_FAILED)


class JobNotificationChoices(ChoiceSet):
    """When the user of a job is told about its end."""

    NOTIFICATION_ALWAYS = "always"
    NOTIFICATION_ON_FAILURE = "on_failure"
    NOTIFICATION_NEVER = "never"

    CHOICES = [
        (NOTIFICATION_ALWAYS, _("Always")),
        (NOTIFICATION_ON_FAILURE, _("On failure")),
        (NOTIFICATION_NEVER, _("Never")),
    ]


class JobIntervalChoices(ChoiceSet):
    """How often a job repeats, in minutes."""

    INTERVAL_MINUTELY = 1
    INTERVAL_HOURLY = 60
    INTERVAL_DAILY = 60 * 24
    INTERVAL_WEEKLY = 60 * 24 * 7

    CHOICES = [
        (INTERVAL_MINUTELY, _("Minutely")),
        (INTERVAL_HOURLY, _("Hourly")),
        (INTERVAL_HOURLY * 12, _("12 hours")),
        (INTERVAL_DAILY, _("Daily")),
        (INTERVAL_WEEKLY, _("Weekly")),
        (INTERVAL_DAILY * 30, _("30 days")),
    ]


class ObjectChangeActionChoices(ChoiceSet):
    """What became of an object."""

    ACTION_CREATE = "create"
    ACTION_UPDATE = "update"
    ACTION_DELETE = "delete"

    CHOICES = [
        (ACTION_CREATE, _("Created"), "green"),
        (ACTION_UPDATE, _("Updated"), "blue"),
        (ACTION_DELETE, _("Deleted"), "red"),
    ]
