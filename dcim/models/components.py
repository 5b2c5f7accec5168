"""Console and power ports of devices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from dcim.choices import (
    ConsolePortSpeedChoices,
    ConsolePortTypeChoices,
    PowerOutletFeedLegChoices,
    PowerOutletStatusChoices,
    PowerOutletTypeChoices,
    PowerPortTypeChoices,
)
from dcim.models.mixins import (
    CabledObjectModel,
    ComponentModel,
    ModularComponentModel,
    PathEndpoint,
)
from dcim.rules import check_draws, warm
from netsot.kernel.errors import Errors
from netsot.models import ChoiceField, ColorField, IntegerChoiceField


class ConsolePort(CabledObjectModel, PathEndpoint, ModularComponentModel):
    """Where a device is managed over a serial line."""

    clone_fields = ("device", "module", "type", "speed")

    type = ChoiceField(ConsolePortTypeChoices, verbose_name=_("type"), null=True, blank=True)
    speed = IntegerChoiceField(ConsolePortSpeedChoices, verbose_name=_("speed"), null=True, blank=True)

    class Meta(ComponentModel.Meta):
        verbose_name = _("console port")
        verbose_name_plural = _("console ports")


class ConsoleServerPort(CabledObjectModel, PathEndpoint, ModularComponentModel):
    """Where a device gives access to the console of another."""

    clone_fields = ("device", "module", "type", "speed")

    type = ChoiceField(ConsolePortTypeChoices, verbose_name=_("type"), null=True, blank=True)
    speed = IntegerChoiceField(ConsolePortSpeedChoices, verbose_name=_("speed"), null=True, blank=True)

    class Meta(ComponentModel.Meta):
        verbose_name = _("console server port")
        verbose_name_plural = _("console server ports")


class PowerPort(CabledObjectModel, PathEndpoint, ModularComponentModel):
    """Where a device takes power."""

    clone_fields = ("device", "module", "maximum_draw", "allocated_draw")

    type = ChoiceField(PowerPortTypeChoices, verbose_name=_("type"), null=True, blank=True)
    maximum_draw = models.PositiveIntegerField(
        _("maximum draw"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Highest draw in watts"),
    )
    allocated_draw = models.PositiveIntegerField(
        _("allocated draw"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Planned draw in watts"),
    )

    class Meta(ComponentModel.Meta):
        verbose_name = _("power port")
        verbose_name_plural = _("power ports")

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """No more is planned than the port can take."""
        super().clean_set(objs, errors)
        check_draws(objs, errors)


class PowerOutlet(CabledObjectModel, PathEndpoint, ModularComponentModel):
    """Where a device gives power to others."""

    clone_fields = ("device", "module", "type", "power_port", "feed_leg")

    status = ChoiceField(
        PowerOutletStatusChoices, verbose_name=_("status"), default=PowerOutletStatusChoices.STATUS_ENABLED
    )
    type = ChoiceField(PowerOutletTypeChoices, verbose_name=_("type"), null=True, blank=True)
    power_port = models.ForeignKey(
        PowerPort,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="poweroutlets",
        verbose_name=_("power port"),
        help_text=_("The port of the same device that feeds the outlet"),
    )
    feed_leg = ChoiceField(
        PowerOutletFeedLegChoices,
        verbose_name=_("feed leg"),
        null=True,
        blank=True,
        help_text=_("Phase (for three-phase feeds)"),
    )
    color = ColorField(verbose_name=_("color"), blank=True)

    class Meta(ComponentModel.Meta):
        verbose_name = _("power outlet")
        verbose_name_plural = _("power outlets")

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """An outlet is fed by a port of its own device."""
        super().clean_set(objs, errors)
        warm(objs, "power_port")
        for obj in objs:
            if obj.power_port_id and obj.power_port.device_id != obj.device_id:
                errors.add(obj, "power_port", _("The power port is on another device: choose one of the same device."))
