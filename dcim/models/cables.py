"""Cables, what they end at, and the paths they form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from dcim.cabling import checks, ends, terminations
from dcim.cabling.graph import text
from dcim.choices import (
    CableEndChoices,
    CableLengthUnitChoices,
    CableProfileChoices,
    CableTypeChoices,
    LinkStatusChoices,
)
from dcim.constants import CONNECTORS_MAX
from netsot.kernel.errors import Errors
from netsot.kernel.locks import LockKey
from netsot.models import (
    BaseModel,
    ChangeLoggedModel,
    ChoiceField,
    ColorField,
    PrimaryModel,
)


class CableBundle(PrimaryModel):
    """Cables that run together: a trunk, a loom."""

    name = models.CharField(_("name"), max_length=100, unique=True)

    class Meta:
        ordering = ("name",)
        verbose_name = _("cable bundle")
        verbose_name_plural = _("cable bundles")


class Cable(PrimaryModel):
    """A physical connection between what its A end and its B end are plugged into."""

    display_fields = ("label", "pk")
    clone_fields = ("tenant", "type", "profile", "bundle")

    type = ChoiceField(CableTypeChoices, verbose_name=_("type"), null=True, blank=True)
    status = ChoiceField(LinkStatusChoices, verbose_name=_("status"), default=LinkStatusChoices.STATUS_CONNECTED)
    profile = ChoiceField(CableProfileChoices, verbose_name=_("profile"), blank=True)
    tenant = models.ForeignKey(
        "tenancy.Tenant",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="cables",
        verbose_name=_("tenant"),
    )
    label = models.CharField(_("label"), max_length=100, blank=True)
    color = ColorField(verbose_name=_("color"), blank=True)
    length = models.DecimalField(_("length"), max_digits=8, decimal_places=2, null=True, blank=True)
    length_unit = ChoiceField(CableLengthUnitChoices, verbose_name=_("length unit"), null=True, blank=True)
    _abs_length = models.DecimalField(max_digits=14, decimal_places=4, null=True, blank=True, editable=False)
    bundle = models.ForeignKey(
        CableBundle,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="cables",
        verbose_name=_("bundle"),
    )

    class Meta:
        ordering = ("pk",)
        verbose_name = _("cable")
        verbose_name_plural = _("cables")

    @staticmethod
    def display(label: Any, pk: Any) -> str:
        """The label, else the number."""
        return str(label or f"#{pk}")

    @property
    def a_terminations(self) -> list[Any]:
        """What the A end is plugged into. Set it to objects, or to (content type, id) pairs; written with the cable."""
        return ends.end_objects(self, CableEndChoices.SIDE_A)

    @a_terminations.setter
    def a_terminations(self, items: Iterable[Any] | None) -> None:
        ends.set_end(self, CableEndChoices.SIDE_A, items)

    @property
    def b_terminations(self) -> list[Any]:
        """What the B end is plugged into; see `a_terminations`."""
        return ends.end_objects(self, CableEndChoices.SIDE_B)

    @b_terminations.setter
    def b_terminations(self, items: Iterable[Any] | None) -> None:
        ends.set_end(self, CableEndChoices.SIDE_B, items)

    @classmethod
    def lock_keys(cls, objs: Sequence[Any]) -> Iterable[LockKey]:
        """Every port a cable is about to be plugged into, and every stored cable."""
        yield from super().lock_keys(objs)
        for obj in objs:
            if obj.pk is not None:
                yield ("dcim.cable", obj.pk)
            for nodes in ends.pending(obj).values():
                for node in nodes:
                    yield ("dcim.termination", text(node))

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """Keep the length in metres; a unit alone means nothing."""
        super().prepare_set(objs)
        for obj in objs:
            if obj.length is None:
                obj.length_unit = None
            known = obj.length is not None and obj.length_unit in CableLengthUnitChoices.METERS
            obj._abs_length = Decimal(obj.length) * CableLengthUnitChoices.METERS[obj.length_unit] if known else None

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """The ends can be joined and are free, and a length has a unit."""
        super().clean_set(objs, errors)
        for obj in objs:
            if obj.length is not None and not obj.length_unit:
                errors.add(obj, "length_unit", _("Give the unit of the length: km, m, cm, mi, ft or in."))
        checks.check(objs, errors)

    @classmethod
    def saved_set(cls, objs: Sequence[Any], old: Mapping[Any, Mapping[str, Any]]) -> None:
        """Plug the cables in; ports and paths follow."""
        super().saved_set(objs, old)
        terminations.saved(objs, old)


class CableTermination(ChangeLoggedModel):
    """One end of a cable in one port."""

    display_fields = ("cable_id", "cable_end")

    cable = models.ForeignKey(Cable, on_delete=models.CASCADE, related_name="terminations", verbose_name=_("cable"))
    cable_end = ChoiceField(CableEndChoices, verbose_name=_("end"), max_length=1)
    termination_type = models.ForeignKey("contenttypes.ContentType", on_delete=models.PROTECT, related_name="+")
    termination_id = models.PositiveBigIntegerField()
    termination = GenericForeignKey("termination_type", "termination_id")
    connector = models.PositiveSmallIntegerField(
        _("connector"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(CONNECTORS_MAX)]
    )
    positions = ArrayField(models.PositiveSmallIntegerField(), verbose_name=_("positions"), null=True, blank=True)
    _device = models.ForeignKey("dcim.Device", on_delete=models.CASCADE, null=True, blank=True, editable=False)
    _rack = models.ForeignKey("dcim.Rack", on_delete=models.CASCADE, null=True, blank=True, editable=False)
    _location = models.ForeignKey("dcim.Location", on_delete=models.CASCADE, null=True, blank=True, editable=False)
    _site = models.ForeignKey("dcim.Site", on_delete=models.CASCADE, null=True, blank=True, editable=False)

    class Meta:
        ordering = ("cable", "cable_end", "connector", "pk")
        verbose_name = _("cable termination")
        verbose_name_plural = _("cable terminations")
        constraints = (
            models.UniqueConstraint(
                fields=("termination_type", "termination_id"), name="dcim_cabletermination_unique_termination"
            ),
            models.UniqueConstraint(
                fields=("cable", "cable_end", "connector"), name="dcim_cabletermination_unique_connector"
            ),
        )

    @staticmethod
    def display(cable: Any, end: Any) -> str:
        """The cable's number and the end."""
        return f"#{cable} {end}"

    @classmethod
    def prepare_set(cls, objs: Sequence[Any]) -> None:
        """Note where the ports are."""
        super().prepare_set(objs)
        terminations.fill_places(objs)

    @classmethod
    def saved_set(cls, objs: Sequence[Any], old: Mapping[Any, Mapping[str, Any]]) -> None:
        """Tell the ports, and trace what crosses them."""
        super().saved_set(objs, old)
        terminations.attach(objs, old)

    @classmethod
    def deleted_set(cls, objs: Sequence[Any]) -> None:
        """Free the ports, and trace what crossed them."""
        super().deleted_set(objs)
        terminations.detach(objs)


class CablePath(BaseModel):
    """Everything a signal passes from one endpoint on: `path` is a list of groups of nodes, `"<content type>:<id>"`.

    `_nodes` holds the same nodes flat, so that an index finds every path that crosses an object.
    """

    private = True

    display_fields = ("pk",)

    path = models.JSONField(default=list)
    is_active = models.BooleanField(default=False)
    is_complete = models.BooleanField(default=False)
    is_split = models.BooleanField(default=False)
    _nodes = ArrayField(models.CharField(max_length=40), default=list, editable=False)

    class Meta:
        verbose_name = _("cable path")
        verbose_name_plural = _("cable paths")
        indexes = (GinIndex(fields=("_nodes",)),)
