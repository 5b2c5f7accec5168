"""Templates of front and rear ports, and of the wires between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from dcim import port_mappings
from dcim.choices import PortTypeChoices
from dcim.models.ports import POSITION, PortMappingBase
from dcim.models.templates import ModularComponentTemplateModel
from dcim.rules import check_positions, warm
from netsot.kernel.errors import Errors
from netsot.models import ChoiceField, ColorField


class PassThroughPortTemplate(ModularComponentTemplateModel):
    """What front and rear port templates share."""

    own_side: ClassVar[str]

    type = ChoiceField(PortTypeChoices, verbose_name=_("type"))
    color = ColorField(verbose_name=_("color"), blank=True)
    positions = models.PositiveSmallIntegerField(_("positions"), default=1, validators=POSITION)

    class Meta(ModularComponentTemplateModel.Meta):
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


class FrontPortTemplate(PassThroughPortTemplate):
    """A front port of a type."""

    own_side = "front_port"

    class Meta(ModularComponentTemplateModel.Meta):
        verbose_name = _("front port template")
        verbose_name_plural = _("front port templates")


class RearPortTemplate(PassThroughPortTemplate):
    """A rear port of a type."""

    own_side = "rear_port"

    class Meta(ModularComponentTemplateModel.Meta):
        verbose_name = _("rear port template")
        verbose_name_plural = _("rear port templates")


class PortTemplateMapping(PortMappingBase):
    """One wire inside the devices or modules of a type."""

    private = True

    device_type = models.ForeignKey(
        "dcim.DeviceType",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        related_name="port_mappings",
    )
    module_type = models.ForeignKey(
        "dcim.ModuleType",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        related_name="port_mappings",
    )
    front_port = models.ForeignKey(FrontPortTemplate, on_delete=models.CASCADE, related_name="mappings")
    rear_port = models.ForeignKey(RearPortTemplate, on_delete=models.CASCADE, related_name="mappings")

    class Meta(PortMappingBase.Meta):
        verbose_name = _("port template mapping")
        verbose_name_plural = _("port template mappings")

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """The type is that of the front port."""
        super().prepare_set(objs)
        warm(objs, "front_port")
        for obj in (obj for obj in objs if obj.front_port_id):
            obj.device_type_id, obj.module_type_id = obj.front_port.type_key
