"""Choices of devices, their types, modules and inventory."""

from django.utils.translation import gettext_lazy as _

from netsot.models.choices import ChoiceSet


class DeviceStatusChoices(ChoiceSet):
    """The life of a device."""

    key = "Device.status"

    STATUS_OFFLINE = "offline"
    STATUS_ACTIVE = "active"
    STATUS_PLANNED = "planned"
    STATUS_STAGED = "staged"
    STATUS_FAILED = "failed"
    STATUS_INVENTORY = "inventory"
    STATUS_DECOMMISSIONING = "decommissioning"

    CHOICES = [
        (STATUS_OFFLINE, _("Offline"), "gray"),
        (STATUS_ACTIVE, _("Active"), "green"),
        (STATUS_PLANNED, _("Planned"), "cyan"),
        (STATUS_STAGED, _("Staged"), "blue"),
        (STATUS_FAILED, _("Failed"), "red"),
        (STATUS_INVENTORY, _("Inventory"), "purple"),
        (STATUS_DECOMMISSIONING, _("Decommissioning"), "yellow"),
    ]


class DeviceFaceChoices(ChoiceSet):
    """The side of the rack on which a device is mounted."""

    FACE_FRONT = "front"
    FACE_REAR = "rear"

    CHOICES = [
        (FACE_FRONT, _("Front")),
        (FACE_REAR, _("Rear")),
    ]


class DeviceAirflowChoices(ChoiceSet):
    """Which way the air flows through a device."""

    key = "Device.airflow"

    AIRFLOW_FRONT_TO_REAR = "front-to-rear"
    AIRFLOW_REAR_TO_FRONT = "rear-to-front"
    AIRFLOW_LEFT_TO_RIGHT = "left-to-right"
    AIRFLOW_RIGHT_TO_LEFT = "right-to-left"
    AIRFLOW_SIDE_TO_REAR = "side-to-rear"
    AIRFLOW_REAR_TO_SIDE = "rear-to-side"
    AIRFLOW_BOTTOM_TO_TOP = "bottom-to-top"
    AIRFLOW_TOP_TO_BOTTOM = "top-to-bottom"
    AIRFLOW_PASSIVE = "passive"
    AIRFLOW_MIXED = "mixed"

    CHOICES = [
        (AIRFLOW_FRONT_TO_REAR, _("Front to rear")),
        (AIRFLOW_REAR_TO_FRONT, _("Rear to front")),
        (AIRFLOW_LEFT_TO_RIGHT, _("Left to right")),
        (AIRFLOW_RIGHT_TO_LEFT, _("Right to left")),
        (AIRFLOW_SIDE_TO_REAR, _("Side to rear")),
        (AIRFLOW_REAR_TO_SIDE, _("Rear to side")),
        (AIRFLOW_BOTTOM_TO_TOP, _("Bottom to top")),
        (AIRFLOW_TOP_TO_BOTTOM, _("Top to bottom")),
        (AIRFLOW_PASSIVE, _("Passive")),
        (AIRFLOW_MIXED, _("Mixed")),
    ]


class SubdeviceRoleChoices(ChoiceSet):
    """Whether a device holds others in its bays or sits in one."""

    ROLE_PARENT = "parent"
    ROLE_CHILD = "child"

    CHOICES = [
        (ROLE_PARENT, _("Parent")),
        (ROLE_CHILD, _("Child")),
    ]


class VirtualDeviceContextStatusChoices(ChoiceSet):
    """The life of a virtual device context."""

    key = "VirtualDeviceContext.status"

    STATUS_ACTIVE = "active"
    STATUS_PLANNED = "planned"
    STATUS_OFFLINE = "offline"

    CHOICES = [
        (STATUS_ACTIVE, _("Active"), "green"),
        (STATUS_PLANNED, _("Planned"), "cyan"),
        (STATUS_OFFLINE, _("Offline"), "red"),
    ]


class ModuleStatusChoices(ChoiceSet):
    """The life of a module."""

    key = "Module.status"

    STATUS_OFFLINE = "offline"
    STATUS_ACTIVE = "active"
    STATUS_PLANNED = "planned"
    STATUS_STAGED = "staged"
    STATUS_FAILED = "failed"
    STATUS_DECOMMISSIONING = "decommissioning"

    CHOICES = [
        (STATUS_OFFLINE, _("Offline"), "gray"),
        (STATUS_ACTIVE, _("Active"), "green"),
        (STATUS_PLANNED, _("Planned"), "cyan"),
        (STATUS_STAGED, _("Staged"), "blue"),
        (STATUS_FAILED, _("Failed"), "red"),
        (STATUS_DECOMMISSIONING, _("Decommissioning"), "yellow"),
    ]


class ModuleAirflowChoices(ChoiceSet):
    """Which way the air flows through a module."""

    key = "Module.airflow"

    AIRFLOW_FRONT_TO_REAR = "front-to-rear"
    AIRFLOW_REAR_TO_FRONT = "rear-to-front"
    AIRFLOW_LEFT_TO_RIGHT = "left-to-right"
    AIRFLOW_RIGHT_TO_LEFT = "right-to-left"
    AIRFLOW_SIDE_TO_REAR = "side-to-rear"
    AIRFLOW_PASSIVE = "passive"

    CHOICES = [
        (AIRFLOW_FRONT_TO_REAR, _("Front to rear")),
        (AIRFLOW_REAR_TO_FRONT, _("Rear to front")),
        (AIRFLOW_LEFT_TO_RIGHT, _("Left to right")),
        (AIRFLOW_RIGHT_TO_LEFT, _("Right to left")),
        (AIRFLOW_SIDE_TO_REAR, _("Side to rear")),
        (AIRFLOW_PASSIVE, _("Passive")),
    ]


class InventoryItemStatusChoices(ChoiceSet):
    """The life of an inventory item."""

    key = "InventoryItem.status"

    STATUS_OFFLINE = "offline"
    STATUS_ACTIVE = "active"
    STATUS_PLANNED = "planned"
    STATUS_STAGED = "staged"
    STATUS_FAILED = "failed"
    STATUS_DECOMMISSIONING = "decommissioning"

    CHOICES = [
        (STATUS_OFFLINE, _("Offline"), "gray"),
        (STATUS_ACTIVE, _("Active"), "green"),
        (STATUS_PLANNED, _("Planned"), "cyan"),
        (STATUS_STAGED, _("Staged"), "blue"),
        (STATUS_FAILED, _("Failed"), "red"),
        (STATUS_DECOMMISSIONING, _("Decommissioning"), "yellow"),
    ]
