"""What devices are: their manufacturer, type, role and platform."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.core.validators import FileExtensionValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from dcim import device_type_rules
from dcim.choices import DeviceAirflowChoices, SubdeviceRoleChoices
from dcim.models.sites import unique_in_parent
from netsot.kernel.errors import Errors
from netsot.kernel.locks import LockKey
from netsot.models import (
    ChoiceField,
    ColorField,
    ContactsMixin,
    CounterCacheField,
    ImageAttachmentsMixin,
    NestedGroupModel,
    OrganizationalModel,
    PrimaryModel,
    WeightMixin,
)
from netsot.models.base import SLUG
from netsot.models.natural import NaturalKey

# SVG is left out on purpose: it can carry scripts.
IMAGE = FileExtensionValidator(("bmp", "gif", "jpeg", "jpg", "png", "tif", "tiff", "webp"))


class Manufacturer(ContactsMixin, OrganizationalModel):
    """Who makes hardware."""

    class Meta(OrganizationalModel.Meta):
        verbose_name = _("manufacturer")
        verbose_name_plural = _("manufacturers")


class DeviceType(ImageAttachmentsMixin, WeightMixin, PrimaryModel):
    """A model of device, as its manufacturer sells it; its templates say which components its devices get."""

    display_fields = ("model",)
    clone_fields = (
        "manufacturer",
        "default_platform",
        "u_height",
        "is_full_depth",
        "subdevice_role",
        "airflow",
        "weight",
        "weight_unit",
    )

    manufacturer = models.ForeignKey(
        Manufacturer, on_delete=models.PROTECT, related_name="device_types", verbose_name=_("manufacturer")
    )
    model = models.CharField(_("model"), max_length=100)
    slug = models.SlugField(_("slug"), max_length=100, validators=[SLUG])
    default_platform = models.ForeignKey(
        "dcim.Platform",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("default platform"),
    )
    part_number = models.CharField(
        _("part number"), max_length=50, blank=True, help_text=_("The manufacturer's number for it")
    )
    u_height = models.DecimalField(_("height (U)"), max_digits=4, decimal_places=1, default=Decimal("1.0"))
    exclude_from_utilization = models.BooleanField(
        _("exclude from utilization"), default=False, help_text=_("Devices of this type don't count as used rack space")
    )
    is_full_depth = models.BooleanField(
        _("is full depth"), default=True, help_text=_("A device takes the front and the rear of the rack")
    )
    subdevice_role = ChoiceField(
        SubdeviceRoleChoices,
        verbose_name=_("parent/child status"),
        null=True,
        blank=True,
        help_text=_("A parent holds child devices in its bays. Leave empty if it is neither."),
    )
    airflow = ChoiceField(DeviceAirflowChoices, verbose_name=_("airflow"), null=True, blank=True)
    front_image = models.ImageField(_("front image"), upload_to="devicetype-images", blank=True, validators=[IMAGE])
    rear_image = models.ImageField(_("rear image"), upload_to="devicetype-images", blank=True, validators=[IMAGE])

    console_port_template_count = CounterCacheField("dcim.ConsolePortTemplate", "device_type")
    console_server_port_template_count = CounterCacheField("dcim.ConsoleServerPortTemplate", "device_type")
    power_port_template_count = CounterCacheField("dcim.PowerPortTemplate", "device_type")
    power_outlet_template_count = CounterCacheField("dcim.PowerOutletTemplate", "device_type")
    interface_template_count = CounterCacheField("dcim.InterfaceTemplate", "device_type")
    front_port_template_count = CounterCacheField("dcim.FrontPortTemplate", "device_type")
    rear_port_template_count = CounterCacheField("dcim.RearPortTemplate", "device_type")
    device_bay_template_count = CounterCacheField("dcim.DeviceBayTemplate", "device_type")
    module_bay_template_count = CounterCacheField("dcim.ModuleBayTemplate", "device_type")
    inventory_item_template_count = CounterCacheField("dcim.InventoryItemTemplate", "device_type")
    device_count = CounterCacheField("dcim.Device", "device_type")

    class Meta:
        ordering = ("manufacturer", "model")
        verbose_name = _("device type")
        verbose_name_plural = _("device types")
        constraints = (
            models.UniqueConstraint(fields=("manufacturer", "model"), name="dcim_devicetype_unique_manufacturer_model"),
            models.UniqueConstraint(fields=("manufacturer", "slug"), name="dcim_devicetype_unique_manufacturer_slug"),
        )

    @property
    def full_name(self) -> str:
        """Manufacturer and model."""
        return f"{self.manufacturer} {self.model}"

    @property
    def is_parent_device(self) -> bool:
        """Whether its devices hold others."""
        return self.subdevice_role == SubdeviceRoleChoices.ROLE_PARENT

    @property
    def is_child_device(self) -> bool:
        """Whether its devices sit in a bay of another."""
        return self.subdevice_role == SubdeviceRoleChoices.ROLE_CHILD

    @classmethod
    def lock_keys(cls, objs: Sequence[Any]) -> Iterable[LockKey]:
        """A type that grows needs room in every rack that holds a device of it."""
        yield from super().lock_keys(objs)
        ids = [obj.pk for obj in objs if obj.pk is not None]
        for rack_id in device_type_rules.racks_of(ids):
            yield ("dcim.rack", rack_id)

    @classmethod
    def clean_set(cls, objs: Sequence[Any], errors: Errors) -> None:
        """See `dcim.device_type_rules`."""
        super().clean_set(objs, errors)
        device_type_rules.check_heights(objs, errors)
        device_type_rules.check_growth(objs, errors)
        device_type_rules.check_bays(objs, errors)

    @classmethod
    def saved_set(cls, objs: Sequence[Any], old: Mapping[Any, Mapping[str, Any]]) -> None:
        """Pictures that were replaced are removed from the storage."""
        super().saved_set(objs, old)
        replaced = {
            str(old[obj.pk][name])
            for obj in objs
            if obj.pk in old
            for name in ("front_image", "rear_image")
            if str(old[obj.pk][name] or "") != str(getattr(obj, name) or "")
        }
        device_type_rules.remove_images(replaced)

    @classmethod
    def deleted_set(cls, objs: Sequence[Any]) -> None:
        """Their pictures are removed from the storage."""
        super().deleted_set(objs)
        device_type_rules.remove_images({str(image) for obj in objs for image in (obj.front_image, obj.rear_image)})


class DeviceRole(NestedGroupModel):
    """What devices are for; virtual machines may share the roles."""

    color = ColorField(verbose_name=_("color"), default="9e9e9e")
    vm_role = models.BooleanField(_("VM role"), default=True, help_text=_("Virtual machines may have this role too"))
    config_template = models.ForeignKey(
        "extras.ConfigTemplate",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="device_roles",
        verbose_name=_("config template"),
    )

    class Meta:
        ordering = (NaturalKey("name"),)
        verbose_name = _("device role")
        verbose_name_plural = _("device roles")
        constraints = unique_in_parent()


class Platform(NestedGroupModel):
    """The software a device runs."""

    manufacturer = models.ForeignKey(
        Manufacturer,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="platforms",
        verbose_name=_("manufacturer"),
        help_text=_("Only devices of this manufacturer may run it"),
    )
    config_template = models.ForeignKey(
        "extras.ConfigTemplate",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="platforms",
        verbose_name=_("config template"),
    )

    class Meta:
        ordering = (NaturalKey("name"),)
        verbose_name = _("platform")
        verbose_name_plural = _("platforms")
        constraints = (
            models.UniqueConstraint(fields=("manufacturer", "name"), name="dcim_platform_manufacturer_name"),
            models.UniqueConstraint(
                fields=("name",),
                name="dcim_platform_name",
                condition=models.Q(manufacturer__isnull=True),
                violation_error_message=_("A platform of any manufacturer with this name already exists."),
            ),
            models.UniqueConstraint(fields=("manufacturer", "slug"), name="dcim_platform_manufacturer_slug"),
            models.UniqueConstraint(
                fields=("slug",),
                name="dcim_platform_slug",
                condition=models.Q(manufacturer__isnull=True),
                violation_error_message=_("A platform of any manufacturer with this slug already exists."),
            ),
        )
