from decimal import Decimal

import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import taggit.managers
from django.db import migrations, models

import netsot.models.fields
import netsot.models.migrations
import netsot.models.natural


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("dcim", "0002_initial"),
        ("extras", "0002_initial"),
        ("users", "0001_initial"),
    ]

    operations = [
        netsot.models.migrations.Together(
            operations=[
                migrations.CreateModel(
                    name="DeviceType",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created", models.DateTimeField(auto_now_add=True, null=True, verbose_name="created")),
                        ("last_updated", models.DateTimeField(auto_now=True, null=True, verbose_name="last updated")),
                        (
                            "custom_field_data",
                            models.JSONField(blank=True, default=dict, verbose_name="custom field data"),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="users.owner",
                                verbose_name="owner",
                            ),
                        ),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        ("comments", models.TextField(blank=True, verbose_name="comments")),
                        (
                            "weight",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=8, null=True, verbose_name="weight"
                            ),
                        ),
                        (
                            "weight_unit",
                            netsot.models.fields.ChoiceField(
                                blank=True, max_length=50, null=True, verbose_name="weight unit"
                            ),
                        ),
                        ("_abs_weight", models.PositiveBigIntegerField(blank=True, editable=False, null=True)),
                        (
                            "manufacturer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="device_types",
                                to="dcim.manufacturer",
                                verbose_name="manufacturer",
                            ),
                        ),
                        ("model", models.CharField(max_length=100, verbose_name="model")),
                        (
                            "slug",
                            models.SlugField(
                                max_length=100,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[-a-zA-Z0-9_]+\\Z",
                                        "A slug holds only letters, digits, underscores and hyphens.",
                                    )
                                ],
                                verbose_name="slug",
                            ),
                        ),
                        (
                            "default_platform",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="dcim.platform",
                                verbose_name="default platform",
                            ),
                        ),
                        (
                            "part_number",
                            models.CharField(
                                blank=True,
                                help_text="The manufacturer's number for it",
                                max_length=50,
                                verbose_name="part number",
                            ),
                        ),
                        (
                            "u_height",
                            models.DecimalField(
                                decimal_places=1, default=Decimal("1.0"), max_digits=4, verbose_name="height (U)"
                            ),
                        ),
                        (
                            "exclude_from_utilization",
                            models.BooleanField(
                                default=False,
                                help_text="Devices of this type don't count as used rack space",
                                verbose_name="exclude from utilization",
                            ),
                        ),
                        (
                            "is_full_depth",
                            models.BooleanField(
                                default=True,
                                help_text="A device takes the front and the rear of the rack",
                                verbose_name="is full depth",
                            ),
                        ),
                        (
                            "subdevice_role",
                            netsot.models.fields.ChoiceField(
                                blank=True,
                                help_text="A parent holds child devices in its bays. Leave empty if it is neither.",
                                max_length=50,
                                null=True,
                                verbose_name="parent/child status",
                            ),
                        ),
                        (
                            "airflow",
                            netsot.models.fields.ChoiceField(
                                blank=True, max_length=50, null=True, verbose_name="airflow"
                            ),
                        ),
                        (
                            "front_image",
                            models.ImageField(
                                blank=True,
                                upload_to="devicetype-images",
                                validators=[
                                    django.core.validators.FileExtensionValidator(
                                        ("bmp", "gif", "jpeg", "jpg", "png", "tif", "tiff", "webp")
                                    )
                                ],
                                verbose_name="front image",
                            ),
                        ),
                        (
                            "rear_image",
                            models.ImageField(
                                blank=True,
                                upload_to="devicetype-images",
                                validators=[
                                    django.core.validators.FileExtensionValidator(
                                        ("bmp", "gif", "jpeg", "jpg", "png", "tif", "tiff", "webp")
                                    )
                                ],
                                verbose_name="rear image",
                            ),
                        ),
                        (
                            "console_port_template_count",
                            netsot.models.fields.CounterCacheField(
                                to_field="device_type", to_model="dcim.ConsolePortTemplate"
                            ),
                        ),
                        (
                            "console_server_port_template_count",
                            netsot.models.fields.CounterCacheField(
                                to_field="device_type", to_model="dcim.ConsoleServerPortTemplate"
                            ),
                        ),
                        (
                            "power_port_template_count",
                            netsot.models.fields.CounterCacheField(
                                to_field="device_type", to_model="dcim.PowerPortTemplate"
                            ),
                        ),
                        (
                            "power_outlet_template_count",
                            netsot.models.fields.CounterCacheField(
                                to_field="device_type", to_model="dcim.PowerOutletTemplate"
                            ),
                        ),
                        (
                            "interface_template_count",
                            netsot.models.fields.CounterCacheField(
                                to_field="device_type", to_model="dcim.InterfaceTemplate"
                            ),
                        ),
                        (
                            "front_port_template_count",
                            netsot.models.fields.CounterCacheField(
                                to_field="device_type", to_model="dcim.FrontPortTemplate"
                            ),
                        ),
                        (
                            "rear_port_template_count",
                            netsot.models.fields.CounterCacheField(
                                to_field="device_type", to_model="dcim.RearPortTemplate"
                            ),
                        ),
                        (
                            "device_bay_template_count",
                            netsot.models.fields.CounterCacheField(
                                to_field="device_type", to_model="dcim.DeviceBayTemplate"
                            ),
                        ),
                        (
                            "module_bay_template_count",
                            netsot.models.fields.CounterCacheField(
                                to_field="device_type", to_model="dcim.ModuleBayTemplate"
                            ),
                        ),
                        (
                            "inventory_item_template_count",
                            netsot.models.fields.CounterCacheField(
                                to_field="device_type", to_model="dcim.InventoryItemTemplate"
                            ),
                        ),
                        (
                            "device_count",
                            netsot.models.fields.CounterCacheField(to_field="device_type", to_model="dcim.Device"),
                        ),
                        (
                            "tags",
                            taggit.managers.TaggableManager(
                                blank=True,
                                help_text="A comma-separated list of tags.",
                                through="extras.TaggedItem",
                                to="extras.Tag",
                                verbose_name="Tags",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "device type",
                        "verbose_name_plural": "device types",
                        "ordering": ("manufacturer", "model"),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_devicetype_cf_d86f91a3",
                                opclasses=["jsonb_path_ops"],
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("manufacturer", "model"), name="dcim_devicetype_unique_manufacturer_model"
                            ),
                            models.UniqueConstraint(
                                fields=("manufacturer", "slug"), name="dcim_devicetype_unique_manufacturer_slug"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DeviceRole",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created", models.DateTimeField(auto_now_add=True, null=True, verbose_name="created")),
                        ("last_updated", models.DateTimeField(auto_now=True, null=True, verbose_name="last updated")),
                        (
                            "custom_field_data",
                            models.JSONField(blank=True, default=dict, verbose_name="custom field data"),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="users.owner",
                                verbose_name="owner",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="children",
                                to="dcim.devicerole",
                                verbose_name="parent",
                            ),
                        ),
                        ("name", models.CharField(max_length=100, verbose_name="name")),
                        (
                            "slug",
                            models.SlugField(
                                max_length=100,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[-a-zA-Z0-9_]+\\Z",
                                        "A slug holds only letters, digits, underscores and hyphens.",
                                    )
                                ],
                                verbose_name="slug",
                            ),
                        ),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        ("comments", models.TextField(blank=True, verbose_name="comments")),
                        ("color", netsot.models.fields.ColorField(default="9e9e9e", verbose_name="color")),
                        (
                            "vm_role",
                            models.BooleanField(
                                default=True,
                                help_text="Virtual machines may have this role too",
                                verbose_name="VM role",
                            ),
                        ),
                        (
                            "config_template",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="device_roles",
                                to="extras.configtemplate",
                                verbose_name="config template",
                            ),
                        ),
                        (
                            "tags",
                            taggit.managers.TaggableManager(
                                blank=True,
                                help_text="A comma-separated list of tags.",
                                through="extras.TaggedItem",
                                to="extras.Tag",
                                verbose_name="Tags",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "device role",
                        "verbose_name_plural": "device roles",
                        "ordering": (netsot.models.natural.NaturalKey("name"),),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_devicerole_cf_2bf901fb",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="dcim_devicerole_nat_1c813306",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("parent", "name"), name="dcim_devicerole_parent_name"),
                            models.UniqueConstraint(
                                condition=models.Q(("parent__isnull", True)),
                                fields=("name",),
                                name="dcim_devicerole_name",
                                violation_error_message="A top-level object with this name already exists.",
                            ),
                            models.UniqueConstraint(fields=("parent", "slug"), name="dcim_devicerole_parent_slug"),
                            models.UniqueConstraint(
                                condition=models.Q(("parent__isnull", True)),
                                fields=("slug",),
                                name="dcim_devicerole_slug",
                                violation_error_message="A top-level object with this slug already exists.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Platform",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created", models.DateTimeField(auto_now_add=True, null=True, verbose_name="created")),
                        ("last_updated", models.DateTimeField(auto_now=True, null=True, verbose_name="last updated")),
                        (
                            "custom_field_data",
                            models.JSONField(blank=True, default=dict, verbose_name="custom field data"),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="users.owner",
                                verbose_name="owner",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="children",
                                to="dcim.platform",
                                verbose_name="parent",
                            ),
                        ),
                        ("name", models.CharField(max_length=100, verbose_name="name")),
                        (
                            "slug",
                            models.SlugField(
                                max_length=100,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[-a-zA-Z0-9_]+\\Z",
                                        "A slug holds only letters, digits, underscores and hyphens.",
                                    )
                                ],
                                verbose_name="slug",
                            ),
                        ),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        ("comments", models.TextField(blank=True, verbose_name="comments")),
                        (
                            "manufacturer",
                            models.ForeignKey(
                                blank=True,
                                help_text="Only devices of this manufacturer may run it",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="platforms",
                                to="dcim.manufacturer",
                                verbose_name="manufacturer",
                            ),
                        ),
                        (
                            "config_template",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="platforms",
                                to="extras.configtemplate",
                                verbose_name="config template",
                            ),
                        ),
                        (
                            "tags",
                            taggit.managers.TaggableManager(
                                blank=True,
                                help_text="A comma-separated list of tags.",
                                through="extras.TaggedItem",
                                to="extras.Tag",
                                verbose_name="Tags",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "platform",
                        "verbose_name_plural": "platforms",
                        "ordering": (netsot.models.natural.NaturalKey("name"),),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_platform_cf_58ab72f9",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="dcim_platform_nat_c2f04255",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("manufacturer", "name"), name="dcim_platform_manufacturer_name"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("manufacturer__isnull", True)),
                                fields=("name",),
                                name="dcim_platform_name",
                                violation_error_message="A platform of any manufacturer with this name already exists.",
                            ),
                            models.UniqueConstraint(
                                fields=("manufacturer", "slug"), name="dcim_platform_manufacturer_slug"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("manufacturer__isnull", True)),
                                fields=("slug",),
                                name="dcim_platform_slug",
                                violation_error_message="A platform of any manufacturer with this slug already exists.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConsolePortTemplate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created", models.DateTimeField(auto_now_add=True, null=True, verbose_name="created")),
                        ("last_updated", models.DateTimeField(auto_now=True, null=True, verbose_name="last updated")),
                        (
                            "name",
                            models.CharField(
                                help_text="{module} stands for the position of the module's bay, {vc_position} for the device's VC position",
                                max_length=64,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "label",
                            models.CharField(
                                blank=True, help_text="Physical label", max_length=64, verbose_name="label"
                            ),
                        ),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        (
                            "device_type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.devicetype",
                                verbose_name="device type",
                            ),
                        ),
                        (
                            "module_type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.moduletype",
                                verbose_name="module type",
                            ),
                        ),
                        (
                            "type",
                            netsot.models.fields.ChoiceField(blank=True, max_length=50, null=True, verbose_name="type"),
                        ),
                    ],
                    options={
                        "verbose_name": "console port template",
                        "verbose_name_plural": "console port templates",
                        "ordering": ("device_type", "module_type", netsot.models.natural.NaturalKey("name")),
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["device_type", "module_type", "name"], name="dcim_consol_device__101ed5_idx"
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="dcim_consoleportt_nat_87572a32",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("device_type", "name"), name="dcim_consoleporttemplate_unique_device_type_name"
                            ),
                            models.UniqueConstraint(
                                fields=("module_type", "name"), name="dcim_consoleporttemplate_unique_module_type_name"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConsoleServerPortTemplate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created", models.DateTimeField(auto_now_add=True, null=True, verbose_name="created")),
                        ("last_updated", models.DateTimeField(auto_now=True, null=True, verbose_name="last updated")),
                        (
                            "name",
                            models.CharField(
                                help_text="{module} stands for the position of the module's bay, {vc_position} for the device's VC position",
                                max_length=64,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "label",
                            models.CharField(
                                blank=True, help_text="Physical label", max_length=64, verbose_name="label"
                            ),
                        ),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        (
                            "device_type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.devicetype",
                                verbose_name="device type",
                            ),
                        ),
                        (
                            "module_type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.moduletype",
                                verbose_name="module type",
                            ),
                        ),
                        (
                            "type",
                            netsot.models.fields.ChoiceField(blank=True, max_length=50, null=True, verbose_name="type"),
                        ),
                    ],
                    options={
                        "verbose_name": "console server port template",
                        "verbose_name_plural": "console server port templates",
                        "ordering": ("device_type", "module_type", netsot.models.natural.NaturalKey("name")),
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["device_type", "module_type", "name"], name="dcim_consol_device__a901e6_idx"
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="dcim_consoleserve_nat_a94516be",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("device_type", "name"),
                                name="dcim_consoleserverporttemplate_unique_device_type_name",
                            ),
                            models.UniqueConstraint(
                                fields=("module_type", "name"),
                                name="dcim_consoleserverporttemplate_unique_module_type_name",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PowerPortTemplate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created", models.DateTimeField(auto_now_add=True, null=True, verbose_name="created")),
                        ("last_updated", models.DateTimeField(auto_now=True, null=True, verbose_name="last updated")),
                        (
                            "name",
                            models.CharField(
                                help_text="{module} stands for the position of the module's bay, {vc_position} for the device's VC position",
                                max_length=64,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "label",
                            models.CharField(
                                blank=True, help_text="Physical label", max_length=64, verbose_name="label"
                            ),
                        ),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        (
                            "device_type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.devicetype",
                                verbose_name="device type",
                            ),
                        ),
                        (
                            "module_type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.moduletype",
                                verbose_name="module type",
                            ),
                        ),
                        (
                            "type",
                            netsot.models.fields.ChoiceField(blank=True, max_length=50, null=True, verbose_name="type"),
                        ),
                        (
                            "maximum_draw",
                            models.PositiveIntegerField(
                                blank=True,
                                help_text="Highest draw in watts",
                                null=True,
                                validators=[django.core.validators.MinValueValidator(1)],
                                verbose_name="maximum draw",
                            ),
                        ),
                        (
                            "allocated_draw",
                            models.PositiveIntegerField(
                                blank=True,
                                help_text="Planned draw in watts",
                                null=True,
                                validators=[django.core.validators.MinValueValidator(1)],
                                verbose_name="allocated draw",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "power port template",
                        "verbose_name_plural": "power port templates",
                        "ordering": ("device_type", "module_type", netsot.models.natural.NaturalKey("name")),
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["device_type", "module_type", "name"], name="dcim_powerp_device__6c25da_idx"
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="dcim_powerporttem_nat_fa44fe40",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("device_type", "name"), name="dcim_powerporttemplate_unique_device_type_name"
                            ),
                            models.UniqueConstraint(
                                fields=("module_type", "name"), name="dcim_powerporttemplate_unique_module_type_name"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PowerOutletTemplate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created", models.DateTimeField(auto_now_add=True, null=True, verbose_name="created")),
                        ("last_updated", models.DateTimeField(auto_now=True, null=True, verbose_name="last updated")),
                        (
                            "name",
                            models.CharField(
                                help_text="{module} stands for the position of the module's bay, {vc_position} for the device's VC position",
                                max_length=64,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "label",
                            models.CharField(
                                blank=True, help_text="Physical label", max_length=64, verbose_name="label"
                            ),
                        ),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        (
                            "device_type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.devicetype",
                                verbose_name="device type",
                            ),
                        ),
                        (
                            "module_type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.moduletype",
                                verbose_name="module type",
                            ),
                        ),
                        (
                            "type",
                            netsot.models.fields.ChoiceField(blank=True, max_length=50, null=True, verbose_name="type"),
                        ),
                        ("color", netsot.models.fields.ColorField(blank=True, verbose_name="color")),
                        (
                            "power_port",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="poweroutlet_templates",
                                to="dcim.powerporttemplate",
                                verbose_name="power port",
                            ),
                        ),
                        (
                            "feed_leg",
                            netsot.models.fields.ChoiceField(
                                blank=True,
                                help_text="Phase (for three-phase feeds)",
                                max_length=50,
                                null=True,
                                verbose_name="feed leg",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "power outlet template",
                        "verbose_name_plural": "power outlet templates",
                        "ordering": ("device_type", "module_type", netsot.models.natural.NaturalKey("name")),
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["device_type", "module_type", "name"], name="dcim_powero_device__b83a8f_idx"
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="dcim_poweroutlett_nat_7ab82a4b",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("device_type", "name"), name="dcim_poweroutlettemplate_unique_device_type_name"
                            ),
                            models.UniqueConstraint(
                                fields=("module_type", "name"), name="dcim_poweroutlettemplate_unique_module_type_name"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InterfaceTemplate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created", models.DateTimeField(auto_now_add=True, null=True, verbose_name="created")),
                        ("last_updated", models.DateTimeField(auto_now=True, null=True, verbose_name="last updated")),
                        (
                            "name",
                            models.CharField(
                                help_text="{module} stands for the position of the module's bay, {vc_position} for the device's VC position",
                                max_length=64,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "label",
                            models.CharField(
                                blank=True, help_text="Physical label", max_length=64, verbose_name="label"
                            ),
                        ),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        (
                            "device_type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.devicetype",
                                verbose_name="device type",
                            ),
                        ),
                        (
                            "module_type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.moduletype",
                                verbose_name="module type",
                            ),
                        ),
                        ("_name", models.CharField(blank=True, db_collation="C", editable=False, max_length=100)),
                        ("type", netsot.models.fields.ChoiceField(max_length=50, verbose_name="type")),
                        ("enabled", models.BooleanField(default=True, verbose_name="enabled")),
                        ("mgmt_only", models.BooleanField(default=False, verbose_name="management only")),
                        (
                            "bridge",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="bridge_interfaces",
                                to="dcim.interfacetemplate",
                                verbose_name="bridge interface",
                            ),
                        ),
                        (
                            "poe_mode",
                            netsot.models.fields.ChoiceField(
                                blank=True, max_length=50, null=True, verbose_name="PoE mode"
                            ),
                        ),
                        (
                            "poe_type",
                            netsot.models.fields.ChoiceField(
                                blank=True, max_length=50, null=True, verbose_name="PoE type"
                            ),
                        ),
                        (
                            "rf_role",
                            netsot.models.fields.ChoiceField(
                                blank=True, max_length=30, null=True, verbose_name="wireless role"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "interface template",
                        "verbose_name_plural": "interface templates",
                        "ordering": ("device_type", "module_type", netsot.models.natural.NaturalKey("name")),
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["device_type", "module_type", "name"], name="dcim_interf_device__601012_idx"
                            ),
                            models.Index(models.F("_name"), models.F("id"), name="dcim_interfacetem_nat_43ac334f"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("device_type", "name"), name="dcim_interfacetemplate_unique_device_type_name"
                            ),
                            models.UniqueConstraint(
                                fields=("module_type", "name"), name="dcim_interfacetemplate_unique_module_type_name"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ModuleBayTemplate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created", models.DateTimeField(auto_now_add=True, null=True, verbose_name="created")),
                        ("last_updated", models.DateTimeField(auto_now=True, null=True, verbose_name="last updated")),
                        (
                            "name",
                            models.CharField(
                                help_text="{module} stands for the position of the module's bay, {vc_position} for the device's VC position",
                                max_length=64,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "label",
                            models.CharField(
                                blank=True, help_text="Physical label", max_length=64, verbose_name="label"
                            ),
                        ),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        (
                            "device_type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.devicetype",
                                verbose_name="device type",
                            ),
                        ),
                        (
                            "module_type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.moduletype",
                                verbose_name="module type",
                            ),
                        ),
                        (
                            "position",
                            models.CharField(
                                blank=True,
                                help_text="Replaces {module} in the names of a module's components",
                                max_length=30,
                                verbose_name="position",
                            ),
                        ),
                        ("enabled", models.BooleanField(default=True, verbose_name="enabled")),
                    ],
                    options={
                        "verbose_name": "module bay template",
                        "verbose_name_plural": "module bay templates",
                        "ordering": ("device_type", "module_type", netsot.models.natural.NaturalKey("name")),
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["device_type", "module_type", "name"], name="dcim_module_device__9eabad_idx"
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="dcim_modulebaytem_nat_9c22bf51",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("device_type", "name"), name="dcim_modulebaytemplate_unique_device_type_name"
                            ),
                            models.UniqueConstraint(
                                fields=("module_type", "name"), name="dcim_modulebaytemplate_unique_module_type_name"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DeviceBayTemplate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created", models.DateTimeField(auto_now_add=True, null=True, verbose_name="created")),
                        ("last_updated", models.DateTimeField(auto_now=True, null=True, verbose_name="last updated")),
                        (
                            "name",
                            models.CharField(
                                help_text="{module} stands for the position of the module's bay, {vc_position} for the device's VC position",
                                max_length=64,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "label",
                            models.CharField(
                                blank=True, help_text="Physical label", max_length=64, verbose_name="label"
                            ),
                        ),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        (
                            "device_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="devicebaytemplates",
                                to="dcim.devicetype",
                                verbose_name="device type",
                            ),
                        ),
                        ("enabled", models.BooleanField(default=True, verbose_name="enabled")),
                    ],
                    options={
                        "verbose_name": "device bay template",
                        "verbose_name_plural": "device bay templates",
                        "ordering": ("device_type", netsot.models.natural.NaturalKey("name")),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("device_type", "name"), name="dcim_devicebaytemplate_unique_device_type_name"
                            )
                        ],
                        "indexes": [
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="dcim_devicebaytem_nat_069a1b1c",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InventoryItemTemplate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created", models.DateTimeField(auto_now_add=True, null=True, verbose_name="created")),
                        ("last_updated", models.DateTimeField(auto_now=True, null=True, verbose_name="last updated")),
                        (
                            "name",
                            models.CharField(
                                help_text="{module} stands for the position of the module's bay, {vc_position} for the device's VC position",
                                max_length=64,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "label",
                            models.CharField(
                                blank=True, help_text="Physical label", max_length=64, verbose_name="label"
                            ),
                        ),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        (
                            "device_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="inventoryitemtemplates",
                                to="dcim.devicetype",
                                verbose_name="device type",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="child_items",
                                to="dcim.inventoryitemtemplate",
                                verbose_name="parent",
                            ),
                        ),
                        (
                            "component_type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="contenttypes.contenttype",
                            ),
                        ),
                        ("component_id", models.PositiveBigIntegerField(blank=True, null=True)),
                        (
                            "role",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="inventory_item_templates",
                                to="dcim.inventoryitemrole",
                                verbose_name="role",
                            ),
                        ),
                        (
                            "manufacturer",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="inventory_item_templates",
                                to="dcim.manufacturer",
                                verbose_name="manufacturer",
                            ),
                        ),
                        (
                            "part_id",
                            models.CharField(
                                blank=True,
                                help_text="The manufacturer's number for the part",
                                max_length=50,
                                verbose_name="part ID",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "inventory item template",
                        "verbose_name_plural": "inventory item templates",
                        "ordering": ("device_type__id", "parent__id", netsot.models.natural.NaturalKey("name")),
                        "indexes": [
                            models.Index(
                                fields=["component_type", "component_id"], name="dcim_invent_compone_77b5f8_idx"
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="dcim_inventoryite_nat_351c0bfd",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("device_type", "parent", "name"),
                                name="dcim_inventoryitemtemplate_unique_device_type_parent_name",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FrontPortTemplate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created", models.DateTimeField(auto_now_add=True, null=True, verbose_name="created")),
                        ("last_updated", models.DateTimeField(auto_now=True, null=True, verbose_name="last updated")),
                        (
                            "name",
                            models.CharField(
                                help_text="{module} stands for the position of the module's bay, {vc_position} for the device's VC position",
                                max_length=64,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "label",
                            models.CharField(
                                blank=True, help_text="Physical label", max_length=64, verbose_name="label"
                            ),
                        ),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        (
                            "device_type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.devicetype",
                                verbose_name="device type",
                            ),
                        ),
                        (
                            "module_type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.moduletype",
                                verbose_name="module type",
                            ),
                        ),
                        ("type", netsot.models.fields.ChoiceField(max_length=50, verbose_name="type")),
                        ("color", netsot.models.fields.ColorField(blank=True, verbose_name="color")),
                        (
                            "positions",
                            models.PositiveSmallIntegerField(
                                default=1,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(1024),
                                ],
                                verbose_name="positions",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "front port template",
                        "verbose_name_plural": "front port templates",
                        "ordering": ("device_type", "module_type", netsot.models.natural.NaturalKey("name")),
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["device_type", "module_type", "name"], name="dcim_frontp_device__ec2ffb_idx"
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="dcim_frontporttem_nat_1afc4e4c",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("device_type", "name"), name="dcim_frontporttemplate_unique_device_type_name"
                            ),
                            models.UniqueConstraint(
                                fields=("module_type", "name"), name="dcim_frontporttemplate_unique_module_type_name"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RearPortTemplate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created", models.DateTimeField(auto_now_add=True, null=True, verbose_name="created")),
                        ("last_updated", models.DateTimeField(auto_now=True, null=True, verbose_name="last updated")),
                        (
                            "name",
                            models.CharField(
                                help_text="{module} stands for the position of the module's bay, {vc_position} for the device's VC position",
                                max_length=64,
                                verbose_name="name",
                            ),
                        ),
                        (
                            "label",
                            models.CharField(
                                blank=True, help_text="Physical label", max_length=64, verbose_name="label"
                            ),
                        ),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        (
                            "device_type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.devicetype",
                                verbose_name="device type",
                            ),
                        ),
                        (
                            "module_type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.moduletype",
                                verbose_name="module type",
                            ),
                        ),
                        ("type", netsot.models.fields.ChoiceField(max_length=50, verbose_name="type")),
                        ("color", netsot.models.fields.ColorField(blank=True, verbose_name="color")),
                        (
                            "positions",
                            models.PositiveSmallIntegerField(
                                default=1,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(1024),
                                ],
                                verbose_name="positions",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "rear port template",
                        "verbose_name_plural": "rear port templates",
                        "ordering": ("device_type", "module_type", netsot.models.natural.NaturalKey("name")),
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["device_type", "module_type", "name"], name="dcim_rearpo_device__27f194_idx"
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="dcim_rearporttemp_nat_08402ab1",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("device_type", "name"), name="dcim_rearporttemplate_unique_device_type_name"
                            ),
                            models.UniqueConstraint(
                                fields=("module_type", "name"), name="dcim_rearporttemplate_unique_module_type_name"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PortTemplateMapping",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created", models.DateTimeField(auto_now_add=True, null=True, verbose_name="created")),
                        ("last_updated", models.DateTimeField(auto_now=True, null=True, verbose_name="last updated")),
                        (
                            "front_port_position",
                            models.PositiveSmallIntegerField(
                                default=1,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(1024),
                                ],
                                verbose_name="front port position",
                            ),
                        ),
                        (
                            "rear_port_position",
                            models.PositiveSmallIntegerField(
                                default=1,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(1024),
                                ],
                                verbose_name="rear port position",
                            ),
                        ),
                        (
                            "device_type",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="port_mappings",
                                to="dcim.devicetype",
                            ),
                        ),
                        (
                            "module_type",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="port_mappings",
                                to="dcim.moduletype",
                            ),
                        ),
                        (
                            "front_port",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="mappings",
                                to="dcim.frontporttemplate",
                            ),
                        ),
                        (
                            "rear_port",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="mappings",
                                to="dcim.rearporttemplate",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "port template mapping",
                        "verbose_name_plural": "port template mappings",
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("front_port", "front_port_position"),
                                name="dcim_porttemplatemapping_unique_front_port_position",
                            ),
                            models.UniqueConstraint(
                                fields=("rear_port", "rear_port_position"),
                                name="dcim_porttemplatemapping_unique_rear_port_position",
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
