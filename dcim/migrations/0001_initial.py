import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import taggit.managers
from django.db import migrations, models

import dcim.validators
import netsot.models.fields
import netsot.models.migrations
import netsot.models.natural


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("extras", "0001_initial"),
        ("netsot", "0001_natural_key"),
        ("users", "0001_initial"),
    ]

    operations = [
        netsot.models.migrations.Together(
            operations=[
                migrations.CreateModel(
                    name="CableBundle",
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
                        ("name", models.CharField(max_length=100, unique=True, verbose_name="name")),
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
                        "verbose_name": "cable bundle",
                        "verbose_name_plural": "cable bundles",
                        "ordering": ("name",),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_cablebundle_cf_ebb326aa",
                                opclasses=["jsonb_path_ops"],
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CablePath",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("path", models.JSONField(default=list)),
                        ("is_active", models.BooleanField(default=False)),
                        ("is_complete", models.BooleanField(default=False)),
                        ("is_split", models.BooleanField(default=False)),
                        (
                            "_nodes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=40), default=list, editable=False, size=None
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "cable path",
                        "verbose_name_plural": "cable paths",
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["_nodes"], name="dcim_cablep__nodes_b23b96_gin"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Region",
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
                                to="dcim.region",
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
                        "verbose_name": "region",
                        "verbose_name_plural": "regions",
                        "ordering": (netsot.models.natural.NaturalKey("name"), "pk"),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_region_cf_bae2e441",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="dcim_region_nat_ba5a7082",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("parent", "name"), name="dcim_region_parent_name"),
                            models.UniqueConstraint(
                                condition=models.Q(("parent__isnull", True)),
                                fields=("name",),
                                name="dcim_region_name",
                                violation_error_message="A top-level object with this name already exists.",
                            ),
                            models.UniqueConstraint(fields=("parent", "slug"), name="dcim_region_parent_slug"),
                            models.UniqueConstraint(
                                condition=models.Q(("parent__isnull", True)),
                                fields=("slug",),
                                name="dcim_region_slug",
                                violation_error_message="A top-level object with this slug already exists.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SiteGroup",
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
                                to="dcim.sitegroup",
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
                        "verbose_name": "site group",
                        "verbose_name_plural": "site groups",
                        "ordering": (netsot.models.natural.NaturalKey("name"), "pk"),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_sitegroup_cf_bf003966",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="dcim_sitegroup_nat_803063c0",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("parent", "name"), name="dcim_sitegroup_parent_name"),
                            models.UniqueConstraint(
                                condition=models.Q(("parent__isnull", True)),
                                fields=("name",),
                                name="dcim_sitegroup_name",
                                violation_error_message="A top-level object with this name already exists.",
                            ),
                            models.UniqueConstraint(fields=("parent", "slug"), name="dcim_sitegroup_parent_slug"),
                            models.UniqueConstraint(
                                condition=models.Q(("parent__isnull", True)),
                                fields=("slug",),
                                name="dcim_sitegroup_slug",
                                violation_error_message="A top-level object with this slug already exists.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Manufacturer",
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
                        ("name", models.CharField(max_length=100, unique=True, verbose_name="name")),
                        (
                            "slug",
                            models.SlugField(
                                max_length=100,
                                unique=True,
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
                        "verbose_name": "manufacturer",
                        "verbose_name_plural": "manufacturers",
                        "ordering": ("name",),
                        "abstract": False,
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_manufacturer_cf_52305e8c",
                                opclasses=["jsonb_path_ops"],
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MACAddress",
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
                        ("mac_address", netsot.models.fields.MACAddressField(verbose_name="MAC address")),
                        (
                            "assigned_object_type",
                            models.ForeignKey(
                                blank=True,
                                limit_choices_to=models.Q(
                                    models.Q(("app_label", "dcim"), ("model", "interface")),
                                    models.Q(("app_label", "virtualization"), ("model", "vminterface")),
                                    _connector="OR",
                                ),
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="contenttypes.contenttype",
                            ),
                        ),
                        ("assigned_object_id", models.PositiveBigIntegerField(blank=True, null=True)),
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
                        "verbose_name": "MAC address",
                        "verbose_name_plural": "MAC addresses",
                        "ordering": ("mac_address", "pk"),
                        "indexes": [
                            models.Index(fields=["mac_address", "id"], name="dcim_macadd_mac_add_f2662a_idx"),
                            models.Index(
                                fields=["assigned_object_type", "assigned_object_id"],
                                name="dcim_macadd_assigne_54115d_idx",
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_macaddress_cf_e7f57422",
                                opclasses=["jsonb_path_ops"],
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InventoryItemRole",
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
                        ("name", models.CharField(max_length=100, unique=True, verbose_name="name")),
                        (
                            "slug",
                            models.SlugField(
                                max_length=100,
                                unique=True,
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
                        "verbose_name": "inventory item role",
                        "verbose_name_plural": "inventory item roles",
                        "ordering": ("name",),
                        "abstract": False,
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_inventoryitem_cf_1107bcc2",
                                opclasses=["jsonb_path_ops"],
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ModuleTypeProfile",
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
                        ("name", models.CharField(max_length=100, unique=True, verbose_name="name")),
                        (
                            "schema",
                            models.JSONField(
                                blank=True,
                                null=True,
                                validators=[dcim.validators.validate_schema],
                                verbose_name="schema",
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
                        "verbose_name": "module type profile",
                        "verbose_name_plural": "module type profiles",
                        "ordering": ("name",),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_moduletypepro_cf_ab974649",
                                opclasses=["jsonb_path_ops"],
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ModuleType",
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
                            "profile",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="module_types",
                                to="dcim.moduletypeprofile",
                                verbose_name="profile",
                            ),
                        ),
                        (
                            "manufacturer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="module_types",
                                to="dcim.manufacturer",
                                verbose_name="manufacturer",
                            ),
                        ),
                        ("model", models.CharField(max_length=100, verbose_name="model")),
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
                            "airflow",
                            netsot.models.fields.ChoiceField(
                                blank=True, max_length=50, null=True, verbose_name="airflow"
                            ),
                        ),
                        ("attribute_data", models.JSONField(blank=True, null=True, verbose_name="attributes")),
                        (
                            "module_count",
                            netsot.models.fields.CounterCacheField(to_field="module_type", to_model="dcim.Module"),
                        ),
                        (
                            "console_port_template_count",
                            netsot.models.fields.CounterCacheField(
                                to_field="module_type", to_model="dcim.ConsolePortTemplate"
                            ),
                        ),
                        (
                            "console_server_port_template_count",
                            netsot.models.fields.CounterCacheField(
                                to_field="module_type", to_model="dcim.ConsoleServerPortTemplate"
                            ),
                        ),
                        (
                            "power_port_template_count",
                            netsot.models.fields.CounterCacheField(
                                to_field="module_type", to_model="dcim.PowerPortTemplate"
                            ),
                        ),
                        (
                            "power_outlet_template_count",
                            netsot.models.fields.CounterCacheField(
                                to_field="module_type", to_model="dcim.PowerOutletTemplate"
                            ),
                        ),
                        (
                            "interface_template_count",
                            netsot.models.fields.CounterCacheField(
                                to_field="module_type", to_model="dcim.InterfaceTemplate"
                            ),
                        ),
                        (
                            "front_port_template_count",
                            netsot.models.fields.CounterCacheField(
                                to_field="module_type", to_model="dcim.FrontPortTemplate"
                            ),
                        ),
                        (
                            "rear_port_template_count",
                            netsot.models.fields.CounterCacheField(
                                to_field="module_type", to_model="dcim.RearPortTemplate"
                            ),
                        ),
                        (
                            "module_bay_template_count",
                            netsot.models.fields.CounterCacheField(
                                to_field="module_type", to_model="dcim.ModuleBayTemplate"
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
                        "verbose_name": "module type",
                        "verbose_name_plural": "module types",
                        "ordering": ("profile", "manufacturer", "model"),
                        "indexes": [
                            models.Index(
                                fields=["profile", "manufacturer", "model"], name="dcim_module_profile_868277_idx"
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_moduletype_cf_08a060cc",
                                opclasses=["jsonb_path_ops"],
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("manufacturer", "model"), name="dcim_moduletype_unique_manufacturer_model"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RackGroup",
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
                        ("name", models.CharField(max_length=100, unique=True, verbose_name="name")),
                        (
                            "slug",
                            models.SlugField(
                                max_length=100,
                                unique=True,
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
                        "verbose_name": "rack group",
                        "verbose_name_plural": "rack groups",
                        "ordering": ("name",),
                        "abstract": False,
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_rackgroup_cf_520cf649",
                                opclasses=["jsonb_path_ops"],
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RackRole",
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
                        ("name", models.CharField(max_length=100, unique=True, verbose_name="name")),
                        (
                            "slug",
                            models.SlugField(
                                max_length=100,
                                unique=True,
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
                        "verbose_name": "rack role",
                        "verbose_name_plural": "rack roles",
                        "ordering": ("name",),
                        "abstract": False,
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_rackrole_cf_0d5072cd",
                                opclasses=["jsonb_path_ops"],
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RackType",
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
                            "width",
                            models.PositiveSmallIntegerField(
                                choices=[(10, "10 inches"), (19, "19 inches"), (21, "21 inches"), (23, "23 inches")],
                                default=19,
                                help_text="Rail-to-rail width",
                                verbose_name="width",
                            ),
                        ),
                        (
                            "u_height",
                            models.PositiveSmallIntegerField(
                                default=42,
                                help_text="Height in rack units",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(100),
                                ],
                                verbose_name="height (U)",
                            ),
                        ),
                        (
                            "starting_unit",
                            models.PositiveSmallIntegerField(
                                default=1,
                                help_text="Number of the lowest unit",
                                validators=[django.core.validators.MinValueValidator(1)],
                                verbose_name="starting unit",
                            ),
                        ),
                        (
                            "desc_units",
                            models.BooleanField(
                                default=False,
                                help_text="Units are numbered from top to bottom",
                                verbose_name="descending units",
                            ),
                        ),
                        (
                            "outer_width",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="outer width"),
                        ),
                        (
                            "outer_height",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="outer height"),
                        ),
                        (
                            "outer_depth",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="outer depth"),
                        ),
                        (
                            "outer_unit",
                            netsot.models.fields.ChoiceField(
                                blank=True, max_length=50, null=True, verbose_name="outer unit"
                            ),
                        ),
                        (
                            "mounting_depth",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Deepest mountable device, in millimetres",
                                null=True,
                                verbose_name="mounting depth",
                            ),
                        ),
                        (
                            "max_weight",
                            models.PositiveIntegerField(
                                blank=True,
                                help_text="How much the rack may carry",
                                null=True,
                                verbose_name="max weight",
                            ),
                        ),
                        ("_abs_max_weight", models.PositiveBigIntegerField(blank=True, editable=False, null=True)),
                        ("form_factor", netsot.models.fields.ChoiceField(max_length=50, verbose_name="form factor")),
                        (
                            "manufacturer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rack_types",
                                to="dcim.manufacturer",
                                verbose_name="manufacturer",
                            ),
                        ),
                        ("model", models.CharField(max_length=100, verbose_name="model")),
                        (
                            "slug",
                            models.SlugField(
                                max_length=100,
                                unique=True,
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
                            "rack_count",
                            netsot.models.fields.CounterCacheField(
                                to_field="rack_type", to_model="dcim.Rack", verbose_name="rack count"
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
                        "verbose_name": "rack type",
                        "verbose_name_plural": "rack types",
                        "ordering": ("manufacturer", "model"),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_racktype_cf_20abc747",
                                opclasses=["jsonb_path_ops"],
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("manufacturer", "model"), name="dcim_racktype_unique_manufacturer_model"
                            ),
                            models.UniqueConstraint(
                                fields=("manufacturer", "slug"), name="dcim_racktype_unique_manufacturer_slug"
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
