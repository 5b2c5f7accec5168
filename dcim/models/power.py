"""Power panels and feeds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from dcim.choices import (
    PowerFeedPhaseChoices,
    PowerFeedStatusChoices,
    PowerFeedSupplyChoices,
    PowerFeedTypeChoices,
)
from dcim.models.mixins import CabledObjectModel, PathEndpoint
from dcim.rack_rules import check_location
from dcim.rules import warm
from netsot.conf import get_config
from netsot.kernel.errors import Errors
from netsot.models import (
    ChoiceField,
    ContactsMixin,
    ImageAttachmentsMixin,
    PrimaryModel,
)
from netsot.models.natural import NameField, NaturalKey

THREE_PHASE_FACTOR = 1.732
"""The square root of three, to the precision in which available power is stated."""


def default_voltage() -> int:
    """The configured voltage of a new feed."""
    return get_config().POWERFEED_DEFAULT_VOLTAGE


def default_amperage() -> int:
    """The configured amperage of a new feed."""
    return get_config().POWERFEED_DEFAULT_AMPERAGE


def default_max_utilization() -> int:
    """The configured share of a new feed that may be used, in percent."""
    return get_config().POWERFEED_DEFAULT_MAX_UTILIZATION


def not_zero(value: int) -> None:
    """A voltage is positive, or negative for direct current."""
    if value == 0:
        raise ValidationError(_("A voltage isn't zero."))


class PowerPanel(ContactsMixin, ImageAttachmentsMixin, PrimaryModel):
    """Where the power of a site is distributed."""

    site = models.ForeignKey("dcim.Site", on_delete=models.PROTECT, verbose_name=_("site"))
    location = models.ForeignKey(
        "dcim.Location", on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("location")
    )
    name = NameField(_("name"), max_length=100)

    class Meta:
        ordering = ("site", NaturalKey("name"))
        verbose_name = _("power panel")
        verbose_name_plural = _("power panels")
        constraints = (models.UniqueConstraint(fields=("site", "name"), name="dcim_powerpanel_unique_site_name"),)

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """The location is in the site."""
        super().clean_set(objs, errors)
        check_location(objs, errors)


class PowerFeed(CabledObjectModel, PathEndpoint, PrimaryModel):
    """A circuit of a power panel that feeds a rack."""

    clone_fields = (
        "power_panel",
        "rack",
        "status",
        "type",
        "mark_connected",
        "supply",
        "phase",
        "voltage",
        "amperage",
        "max_utilization",
        "tenant",
    )

    power_panel = models.ForeignKey(
        PowerPanel, on_delete=models.PROTECT, related_name="powerfeeds", verbose_name=_("power panel")
    )
    rack = models.ForeignKey(
        "dcim.Rack",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="powerfeeds",
        verbose_name=_("rack"),
    )
    name = NameField(_("name"), max_length=100)
    status = ChoiceField(PowerFeedStatusChoices, verbose_name=_("status"), default=PowerFeedStatusChoices.STATUS_ACTIVE)
    type = ChoiceField(PowerFeedTypeChoices, verbose_name=_("type"), default=PowerFeedTypeChoices.TYPE_PRIMARY)
    supply = ChoiceField(PowerFeedSupplyChoices, verbose_name=_("supply"), default=PowerFeedSupplyChoices.SUPPLY_AC)
    phase = ChoiceField(PowerFeedPhaseChoices, verbose_name=_("phase"), default=PowerFeedPhaseChoices.PHASE_SINGLE)
    voltage = models.SmallIntegerField(_("voltage"), default=default_voltage, validators=[not_zero])
    amperage = models.PositiveSmallIntegerField(
        _("amperage"), default=default_amperage, validators=[MinValueValidator(1)]
    )
    max_utilization = models.PositiveSmallIntegerField(
        _("max utilization"),
        default=default_max_utilization,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("How much of it may be used, in percent"),
    )
    available_power = models.PositiveIntegerField(_("available power"), default=0, editable=False)
    tenant = models.ForeignKey(
        "tenancy.Tenant",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="power_feeds",
        verbose_name=_("tenant"),
    )

    class Meta:
        ordering = ("power_panel", NaturalKey("name"))
        verbose_name = _("power feed")
        verbose_name_plural = _("power feeds")
        constraints = (
            models.UniqueConstraint(fields=("power_panel", "name"), name="dcim_powerfeed_unique_power_panel_name"),
        )

    @property
    def parent_object(self) -> PowerPanel:
        """The panel it comes from."""
        return self.power_panel

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """Keep the power that may be drawn, in watts."""
        super().prepare_set(objs)
        for obj in objs:
            if None in (obj.voltage, obj.amperage, obj.max_utilization):
                continue
            power = abs(obj.voltage) * obj.amperage * obj.max_utilization / 100
            if obj.phase == PowerFeedPhaseChoices.PHASE_3PHASE:
                power *= THREE_PHASE_FACTOR
            obj.available_power = round(power)

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """A feed stays in its site, and only direct current is negative."""
        super().clean_set(objs, errors)
        warm(objs, "power_panel__site", "rack__site")
        for obj in objs:
            if obj.rack_id and obj.power_panel_id and obj.rack.site_id != obj.power_panel.site_id:
                errors.add(
                    obj,
                    "rack",
                    _("Rack “%(rack)s” is in site “%(there)s”, but the power panel is in site “%(here)s”.")
                    % {"rack": obj.rack, "there": obj.rack.site, "here": obj.power_panel.site},
                )
            if obj.voltage is not None and obj.voltage < 0 and obj.supply == PowerFeedSupplyChoices.SUPPLY_AC:
                errors.add(obj, "voltage", _("The voltage of alternating current isn't negative."))
