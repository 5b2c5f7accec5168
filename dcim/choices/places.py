"""Choices of sites, locations and racks."""

from django.utils.translation import gettext_lazy as _

from netsot.models.choices import ChoiceSet


class SiteStatusChoices(ChoiceSet):
    """The life of a site."""

    key = "Site.status"

    STATUS_PLANNED = "planned"
    STATUS_STAGING = "staging"
    STATUS_ACTIVE = "active"
    STATUS_DECOMMISSIONING = "decommissioning"
    STATUS_RETIRED = "retired"

    CHOICES = [
        (STATUS_PLANNED, _("Planned"), "cyan"),
        (STATUS_STAGING, _("Staging"), "blue"),
        (STATUS_ACTIVE, _("Active"), "green"),
        (STATUS_DECOMMISSIONING, _("Decommissioning"), "yellow"),
        (STATUS_RETIRED, _("Retired"), "red"),
    ]


class LocationStatusChoices(ChoiceSet):
    """The life of a location."""

    key = "Location.status"

    STATUS_PLANNED = "planned"
    STATUS_STAGING = "staging"
    STATUS_ACTIVE = "active"
    STATUS_DECOMMISSIONING = "decommissioning"
    STATUS_RETIRED = "retired"

    CHOICES = [
        (STATUS_PLANNED, _("Planned"), "cyan"),
        (STATUS_STAGING, _("Staging"), "blue"),
        (STATUS_ACTIVE, _("Active"), "green"),
        (STATUS_DECOMMISSIONING, _("Decommissioning"), "yellow"),
        (STATUS_RETIRED, _("Retired"), "red"),
    ]


class RackStatusChoices(ChoiceSet):
    """The life of a rack."""

    key = "Rack.status"

    STATUS_RESERVED = "reserved"
    STATUS_AVAILABLE = "available"
    STATUS_PLANNED = "planned"
    STATUS_ACTIVE = "active"
    STATUS_DEPRECATED = "deprecated"

    CHOICES = [
        (STATUS_RESERVED, _("Reserved"), "yellow"),
        (STATUS_AVAILABLE, _("Available"), "green"),
        (STATUS_PLANNED, _("Planned"), "cyan"),
        (STATUS_ACTIVE, _("Active"), "blue"),
        (STATUS_DEPRECATED, _("Deprecated"), "red"),
    ]


class RackFormFactorChoices(ChoiceSet):
    """How a rack is built."""

    TYPE_2POST = "2-post-frame"
    TYPE_4POST = "4-post-frame"
    TYPE_CABINET = "4-post-cabinet"
    TYPE_WALLFRAME = "wall-frame"
    TYPE_WALLFRAME_VERTICAL = "wall-frame-vertical"
    TYPE_WALLCABINET = "wall-cabinet"
    TYPE_WALLCABINET_VERTICAL = "wall-cabinet-vertical"

    CHOICES = [
        (TYPE_2POST, _("2-post frame")),
        (TYPE_4POST, _("4-post frame")),
        (TYPE_CABINET, _("4-post cabinet")),
        (TYPE_WALLFRAME, _("Wall-mounted frame")),
        (TYPE_WALLFRAME_VERTICAL, _("Wall-mounted frame (vertical)")),
        (TYPE_WALLCABINET, _("Wall-mounted cabinet")),
        (TYPE_WALLCABINET_VERTICAL, _("Wall-mounted cabinet (vertical)")),
    ]


class RackWidthChoices(ChoiceSet):
    """The width between the rails, in inches."""

    WIDTH_10IN = 10
    WIDTH_19IN = 19
    WIDTH_21IN = 21
    WIDTH_23IN = 23

    CHOICES = [
        (WIDTH_10IN, _("10 inches")),
        (WIDTH_19IN, _("19 inches")),
        (WIDTH_21IN, _("21 inches")),
        (WIDTH_23IN, _("23 inches")),
    ]


class RackDimensionUnitChoices(ChoiceSet):
    """Units of a rack's outer dimensions."""

    UNIT_MILLIMETER = "mm"
    UNIT_INCH = "in"

    CHOICES = [
        (UNIT_MILLIMETER, _("Millimeters")),
        (UNIT_INCH, _("Inches")),
    ]


class RackAirflowChoices(ChoiceSet):
    """Which way the air flows through a rack."""

    key = "Rack.airflow"

    AIRFLOW_FRONT_TO_REAR = "front-to-rear"
    AIRFLOW_REAR_TO_FRONT = "rear-to-front"

    CHOICES = [
        (AIRFLOW_FRONT_TO_REAR, _("Front to rear")),
        (AIRFLOW_REAR_TO_FRONT, _("Rear to front")),
    ]


class RackReservationStatusChoices(ChoiceSet):
    """The life of a reservation."""

    key = "RackReservation.status"

    STATUS_PENDING = "pending"
    STATUS_ACTIVE = "active"
    STATUS_STALE = "stale"

    CHOICES = [
        (STATUS_PENDING, _("Pending"), "cyan"),
        (STATUS_ACTIVE, _("Active"), "green"),
        (STATUS_STALE, _("Stale"), "orange"),
    ]


class RackElevationDetailRenderChoices(ChoiceSet):
    """The forms in which the API gives an elevation."""

    RENDER_JSON = "json"
    RENDER_SVG = "svg"

    CHOICES = [
        (RENDER_JSON, "json"),
        (RENDER_SVG, "svg"),
    ]
