"""Front and rear ports, and which of their positions are the same wire."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from dcim import port_mappings
from dcim.cabling import paths
from dcim.choices import PortTypeChoices
from dcim.constants import PORT_POSITIONS_MAX
from dcim.models.mixins import CabledObjectModel, ComponentModel, ModularComponentModel
from dcim.rules import check_mappings, check_positions, warm
from netsot.kernel.errors import Errors
from netsot.models import BaseModel, ChoiceField, ColorField

POSITION = (MinValueValidator(1), MaxValueValidator(PORT_POSITIONS_MAX))


class PassThroughPort(CabledObjectModel, ModularComponentModel):
    """What front and rear ports share: whatever enters on one side leaves on the other."""

    clone_fields = ("device", "type", "color", "positions")
    own_side: ClassVar[str]

    type = ChoiceField(PortTypeChoices, verbose_name=_("type"))
    color = ColorField(verbose_name=_("color"), blank=True)
    positions = models.PositiveSmallIntegerField(
        _("positions"), default=1, validators=POSITION, help_text=_("How many ports of the other side it can reach")
    )

    class Meta(ComponentModel.Meta):
        abstract = True

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """A port keeps the positions that are mapped, and the wires it came with are possible."""
        super().clean_set(objs, errors)
        side = port_mappings.Side(cls, cls.own_side)
        check_positions([obj for obj in objs if side.attribute not in obj.__dict__], errors)
        port_mappings.check(side, objs, errors)

    @classmethod
    def saved_set(cls, objs: Sequence[Any], old: Mapping[Any, Mapping[str, Any]]) -> None:
        """Connect the wires the ports came with."""
        super().saved_set(objs, old)
        port_mappings.write(port_mappings.Side(cls, cls.own_side), objs)


class FrontPort(PassThroughPort):
    """The side of a patch panel that patch cords go into."""

    own_side = "front_port"

    class Meta(ComponentModel.Meta):
        verbose_name = _("front port")
        verbose_name_plural = _("front ports")


class RearPort(PassThroughPort):
    """The side of a patch panel where trunk cables end."""

    own_side = "rear_port"

    class Meta(ComponentModel.Meta):
        verbose_name = _("rear port")
        verbose_name_plural = _("rear ports")


class PortMappingBase(BaseModel):
    """One wire between a position of a front port and a position of a rear port."""

    features = frozenset({"change_logging"})
    display_fields = ("front_port__name", "front_port_position", "rear_port__name", "rear_port_position")

    created = models.DateTimeField(_("created"), auto_now_add=True, null=True, blank=True)
    last_updated = models.DateTimeField(_("last updated"), auto_now=True, null=True, blank=True)
    front_port_position = models.PositiveSmallIntegerField(_("front port position"), default=1, validators=POSITION)
    rear_port_position = models.PositiveSmallIntegerField(_("rear port position"), default=1, validators=POSITION)

    class Meta:
        abstract = True
        constraints = (
            models.UniqueConstraint(
                fields=("front_port", "front_port_position"), name="%(app_label)s_%(class)s_unique_front_port_position"
            ),
            models.UniqueConstraint(
                fields=("rear_port", "rear_port_position"), name="%(app_label)s_%(class)s_unique_rear_port_position"
            ),
        )

    @staticmethod
    def display(front: Any, front_position: Any, rear: Any, rear_position: Any) -> str:
        """Both ends of the wire."""
        return f"{front}:{front_position} - {rear}:{rear_position}"

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """Both ports belong together and have the positions."""
        super().clean_set(objs, errors)
        check_mappings(objs, errors)


class PortMapping(PortMappingBase):
    """One wire inside a device."""

    private = True

    device = models.ForeignKey("dcim.Device", on_delete=models.CASCADE, related_name="port_mappings", editable=False)
    front_port = models.ForeignKey(FrontPort, on_delete=models.CASCADE, related_name="mappings")
    rear_port = models.ForeignKey(RearPort, on_delete=models.CASCADE, related_name="mappings")

    class Meta(PortMappingBase.Meta):
        verbose_name = _("port mapping")
        verbose_name_plural = _("port mappings")

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """The device is that of the front port."""
        super().prepare_set(objs)
        warm(objs, "front_port")
        for obj in (obj for obj in objs if obj.front_port_id):
            obj.device_id = obj.front_port.device_id

    @classmethod
    def saved_set(cls, objs: Sequence[Any], old: Mapping[Any, Mapping[str, Any]]) -> None:
        """Trace what crosses the ports, also those that were mapped before."""
        super().saved_set(objs, old)
        ports = [(obj.front_port_id, obj.rear_port_id) for obj in objs]
        paths.retrace_ports(ports + [(row["front_port_id"], row["rear_port_id"]) for row in old.values()])

    @classmethod
    def deleted_set(cls, objs: Sequence[Any]) -> None:
        """Trace what crossed the ports."""
        super().deleted_set(objs)
        paths.retrace_ports((obj.front_port_id, obj.rear_port_id) for obj in objs)
