"""What circuits and their terminations may be set to."""

from django.utils.translation import gettext_lazy as _

from netsot.models import ChoiceSet


class CircuitCommitRateChoices(ChoiceSet):
    """Usual commit rates in Kbps, offered by forms; any number is allowed."""

    key = "Circuit.commit_rate"

    CHOICES = [
        (10000, "10 Mbps"),
        (100000, "100 Mbps"),
        (1000000, "1 Gbps"),
        (10000000, "10 Gbps"),
        (25000000, "25 Gbps"),
        (40000000, "40 Gbps"),
        (100000000, "100 Gbps"),
        (200000000, "200 Gbps"),
        (400000000, "400 Gbps"),
        (1544, "T1 (1.544 Mbps)"),
        (2048, "E1 (2.048 Mbps)"),
    ]


class CircuitPriorityChoices(ChoiceSet):
    """The place of a circuit in its group."""

    key = "CircuitGroupAssignment.priority"

    PRIORITY_PRIMARY = "primary"
    PRIORITY_SECONDARY = "secondary"
    PRIORITY_TERTIARY = "tertiary"
    PRIORITY_INACTIVE = "inactive"

    CHOICES = [
        (PRIORITY_PRIMARY, _("Primary")),
        (PRIORITY_SECONDARY, _("Secondary")),
        (PRIORITY_TERTIARY, _("Tertiary")),
        (PRIORITY_INACTIVE, _("Inactive")),
    ]


class CircuitStatusChoices(ChoiceSet):
    """The state of a circuit."""

    key = "Circuit.status"

    STATUS_PLANNED = "planned"
    STATUS_PROVISIONING = "provisioning"
    STATUS_ACTIVE = "active"
    STATUS_OFFLINE = "offline"
    STATUS_DEPROVISIONING = "deprovisioning"
    STATUS_DECOMMISSIONED = "decommissioned"

    CHOICES = [
        (STATUS_PLANNED, _("Planned"), "cyan"),
        (STATUS_PROVISIONING, _("Provisioning"), "blue"),
        (STATUS_ACTIVE, _("Active"), "green"),
        (STATUS_OFFLINE, _("Offline"), "red"),
        (STATUS_DEPROVISIONING, _("Deprovisioning"), "yellow"),
        (STATUS_DECOMMISSIONED, _("Decommissioned"), "gray"),
    ]


class CircuitTerminationPortSpeedChoices(ChoiceSet):
    """Usual port speeds in Kbps, offered by forms; any number is allowed."""

    key = "CircuitTermination.port_speed"

    CHOICES = [
        (10000, "10 Mbps"),
        (100000, "100 Mbps"),
        (1000000, "1 Gbps"),
        (10000000, "10 Gbps"),
        (25000000, "25 Gbps"),
        (40000000, "40 Gbps"),
        (100000000, "100 Gbps"),
        (200000000, "200 Gbps"),
        (400000000, "400 Gbps"),
        (1544, "T1 (1.544 Mbps)"),
        (2048, "E1 (2.048 Mbps)"),
    ]


class CircuitTerminationSideChoices(ChoiceSet):
    """The two ends of a circuit."""

    SIDE_A = "A"
    SIDE_Z = "Z"

    CHOICES = [
        (SIDE_A, "A"),
        (SIDE_Z, "Z"),
    ]


class VirtualCircuitTerminationRoleChoices(ChoiceSet):
    """The part an end plays in a virtual circuit."""

    ROLE_PEER = "peer"
    ROLE_HUB = "hub"
    ROLE_SPOKE = "spoke"

    CHOICES = [
        (ROLE_PEER, _("Peer"), "green"),
        (ROLE_HUB, _("Hub"), "blue"),
        (ROLE_SPOKE, _("Spoke"), "orange"),
    ]
