from decimal import Decimal

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import taggit.managers
from django.db import migrations, models

import netsot.models.fields
import netsot.models.migrations
import netsot.models.natural


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("dcim", "0003_initial"),
        ("extras", "0002_initial"),
        ("ipam", "0003_initial"),
        ("tenancy", "0001_initial"),
        ("users", "0001_initial"),
        ("virtualization", "0001_initial"),
    ]

    operations = [
        netsot.models.migrations.Together(
            operations=[
                migrations.CreateModel(
                    name="ModuleBay",
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
                            "device",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.device",
                                verbose_name="device",
                            ),
                        ),
                        ("name", models.CharField(max_length=64, verbose_name="name")),
                        (
                            "label",
                            models.CharField(
                                blank=True, help_text="Physical label", max_length=64, verbose_name="label"
                            ),
                        ),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        (
                            "_site",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="dcim.site",
                            ),
                        ),
                        (
                            "_location",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="dcim.location",
                            ),
                        ),
                        (
                            "_rack",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="dcim.rack",
                            ),
                        ),
                        (
                            "module",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.module",
                                verbose_name="module",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="children",
                                to="dcim.modulebay",
                                verbose_name="parent",
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
                        "verbose_name": "module bay",
                        "verbose_name_plural": "module bays",
                        "ordering": ("device", netsot.models.natural.NaturalKey("name")),
                        "abstract": False,
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_modulebay_cf_b1153067",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="dcim_modulebay_nat_7b5cb727",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("device", "module", "name"), name="dcim_modulebay_unique_device_module_name"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DeviceBay",
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
                            "device",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.device",
                                verbose_name="device",
                            ),
                        ),
                        ("name", models.CharField(max_length=64, verbose_name="name")),
                        (
                            "label",
                            models.CharField(
                                blank=True, help_text="Physical label", max_length=64, verbose_name="label"
                            ),
                        ),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        (
                            "_site",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="dcim.site",
                            ),
                        ),
                        (
                            "_location",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="dcim.location",
                            ),
                        ),
                        (
                            "_rack",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="dcim.rack",
                            ),
                        ),
                        (
                            "installed_device",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="parent_bay",
                                to="dcim.device",
                                verbose_name="installed device",
                            ),
                        ),
                        ("enabled", models.BooleanField(default=True, verbose_name="enabled")),
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
                        "verbose_name": "device bay",
                        "verbose_name_plural": "device bays",
                        "ordering": ("device", netsot.models.natural.NaturalKey("name")),
                        "abstract": False,
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_devicebay_cf_d95b399d",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="dcim_devicebay_nat_ee470978",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("device", "name"), name="dcim_devicebay_unique_device_name")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CableTermination",
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
                            "cable",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="terminations",
                                to="dcim.cable",
                                verbose_name="cable",
                            ),
                        ),
                        ("cable_end", netsot.models.fields.ChoiceField(max_length=1, verbose_name="end")),
                        (
                            "termination_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="contenttypes.contenttype",
                            ),
                        ),
                        ("termination_id", models.PositiveBigIntegerField()),
                        (
                            "connector",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(256),
                                ],
                                verbose_name="connector",
                            ),
                        ),
                        (
                            "positions",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveSmallIntegerField(),
                                blank=True,
                                null=True,
                                size=None,
                                verbose_name="positions",
                            ),
                        ),
                        (
                            "_device",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                to="dcim.device",
                            ),
                        ),
                        (
                            "_rack",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                to="dcim.rack",
                            ),
                        ),
                        (
                            "_location",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                to="dcim.location",
                            ),
                        ),
                        (
                            "_site",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                to="dcim.site",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "cable termination",
                        "verbose_name_plural": "cable terminations",
                        "ordering": ("cable", "cable_end", "connector", "pk"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("termination_type", "termination_id"),
                                name="dcim_cabletermination_unique_termination",
                            ),
                            models.UniqueConstraint(
                                fields=("cable", "cable_end", "connector"),
                                name="dcim_cabletermination_unique_connector",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="VirtualChassis",
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
                            "master",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="vc_master_for",
                                to="dcim.device",
                                verbose_name="master",
                            ),
                        ),
                        ("name", models.CharField(max_length=64, verbose_name="name")),
                        ("domain", models.CharField(blank=True, max_length=30, verbose_name="domain")),
                        (
                            "member_count",
                            netsot.models.fields.CounterCacheField(to_field="virtual_chassis", to_model="dcim.Device"),
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
                        "verbose_name": "virtual chassis",
                        "verbose_name_plural": "virtual chassis",
                        "ordering": (netsot.models.natural.NaturalKey("name"),),
                        "indexes": [
                            models.Index(fields=["name"], name="dcim_virtua_name_2dc5cd_idx"),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_virtualchassi_cf_345b3773",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="dcim_virtualchass_nat_7dcc237d",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="VirtualDeviceContext",
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
                            "device",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="vdcs",
                                to="dcim.device",
                                verbose_name="device",
                            ),
                        ),
                        ("name", models.CharField(max_length=64, verbose_name="name")),
                        ("status", netsot.models.fields.ChoiceField(max_length=50, verbose_name="status")),
                        (
                            "identifier",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Number of the context in its device",
                                null=True,
                                verbose_name="identifier",
                            ),
                        ),
                        (
                            "primary_ip4",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="ipam.ipaddress",
                                verbose_name="primary IPv4",
                            ),
                        ),
                        (
                            "primary_ip6",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="ipam.ipaddress",
                                verbose_name="primary IPv6",
                            ),
                        ),
                        (
                            "tenant",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="vdcs",
                                to="tenancy.tenant",
                                verbose_name="tenant",
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
                        "verbose_name": "virtual device context",
                        "verbose_name_plural": "virtual device contexts",
                        "ordering": (netsot.models.natural.NaturalKey("name"),),
                        "indexes": [
                            models.Index(fields=["name"], name="dcim_virtua_name_079d4d_idx"),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_virtualdevice_cf_32940d93",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="dcim_virtualdevic_nat_f0522a72",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("device", "identifier"), name="dcim_virtualdevicecontext_device_identifier"
                            ),
                            models.UniqueConstraint(
                                fields=("device", "name"), name="dcim_virtualdevicecontext_device_name"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConsolePort",
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
                            "device",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.device",
                                verbose_name="device",
                            ),
                        ),
                        ("name", models.CharField(max_length=64, verbose_name="name")),
                        (
                            "label",
                            models.CharField(
                                blank=True, help_text="Physical label", max_length=64, verbose_name="label"
                            ),
                        ),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        (
                            "_site",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="dcim.site",
                            ),
                        ),
                        (
                            "_location",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="dcim.location",
                            ),
                        ),
                        (
                            "_rack",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="dcim.rack",
                            ),
                        ),
                        (
                            "module",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.module",
                                verbose_name="module",
                            ),
                        ),
                        (
                            "cable",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="dcim.cable",
                                verbose_name="cable",
                            ),
                        ),
                        (
                            "cable_end",
                            netsot.models.fields.ChoiceField(
                                blank=True, max_length=1, null=True, verbose_name="cable end"
                            ),
                        ),
                        (
                            "cable_connector",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(256),
                                ],
                                verbose_name="cable connector",
                            ),
                        ),
                        (
                            "cable_positions",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveSmallIntegerField(),
                                blank=True,
                                null=True,
                                size=None,
                                verbose_name="cable positions",
                            ),
                        ),
                        (
                            "mark_connected",
                            models.BooleanField(
                                default=False,
                                help_text="Treat as if a cable is connected",
                                verbose_name="mark connected",
                            ),
                        ),
                        (
                            "_path",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                to="dcim.cablepath",
                            ),
                        ),
                        (
                            "type",
                            netsot.models.fields.ChoiceField(blank=True, max_length=50, null=True, verbose_name="type"),
                        ),
                        ("speed", netsot.models.fields.IntegerChoiceField(blank=True, null=True, verbose_name="speed")),
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
                        "verbose_name": "console port",
                        "verbose_name_plural": "console ports",
                        "ordering": ("device", netsot.models.natural.NaturalKey("name")),
                        "abstract": False,
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_consoleport_cf_beb7c35f",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="dcim_consoleport_nat_ef94d0d1",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("device", "name"), name="dcim_consoleport_unique_device_name"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConsoleServerPort",
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
                            "device",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.device",
                                verbose_name="device",
                            ),
                        ),
                        ("name", models.CharField(max_length=64, verbose_name="name")),
                        (
                            "label",
                            models.CharField(
                                blank=True, help_text="Physical label", max_length=64, verbose_name="label"
                            ),
                        ),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        (
                            "_site",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="dcim.site",
                            ),
                        ),
                        (
                            "_location",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="dcim.location",
                            ),
                        ),
                        (
                            "_rack",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="dcim.rack",
                            ),
                        ),
                        (
                            "module",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.module",
                                verbose_name="module",
                            ),
                        ),
                        (
                            "cable",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="dcim.cable",
                                verbose_name="cable",
                            ),
                        ),
                        (
                            "cable_end",
                            netsot.models.fields.ChoiceField(
                                blank=True, max_length=1, null=True, verbose_name="cable end"
                            ),
                        ),
                        (
                            "cable_connector",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(256),
                                ],
                                verbose_name="cable connector",
                            ),
                        ),
                        (
                            "cable_positions",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveSmallIntegerField(),
                                blank=True,
                                null=True,
                                size=None,
                                verbose_name="cable positions",
                            ),
                        ),
                        (
                            "mark_connected",
                            models.BooleanField(
                                default=False,
                                help_text="Treat as if a cable is connected",
                                verbose_name="mark connected",
                            ),
                        ),
                        (
                            "_path",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                to="dcim.cablepath",
                            ),
                        ),
                        (
                            "type",
                            netsot.models.fields.ChoiceField(blank=True, max_length=50, null=True, verbose_name="type"),
                        ),
                        ("speed", netsot.models.fields.IntegerChoiceField(blank=True, null=True, verbose_name="speed")),
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
                        "verbose_name": "console server port",
                        "verbose_name_plural": "console server ports",
                        "ordering": ("device", netsot.models.natural.NaturalKey("name")),
                        "abstract": False,
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_consoleserver_cf_2a462164",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="dcim_consoleserve_nat_2319aaf4",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("device", "name"), name="dcim_consoleserverport_unique_device_name"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PowerPort",
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
                            "device",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.device",
                                verbose_name="device",
                            ),
                        ),
                        ("name", models.CharField(max_length=64, verbose_name="name")),
                        (
                            "label",
                            models.CharField(
                                blank=True, help_text="Physical label", max_length=64, verbose_name="label"
                            ),
                        ),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        (
                            "_site",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="dcim.site",
                            ),
                        ),
                        (
                            "_location",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="dcim.location",
                            ),
                        ),
                        (
                            "_rack",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="dcim.rack",
                            ),
                        ),
                        (
                            "module",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.module",
                                verbose_name="module",
                            ),
                        ),
                        (
                            "cable",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="dcim.cable",
                                verbose_name="cable",
                            ),
                        ),
                        (
                            "cable_end",
                            netsot.models.fields.ChoiceField(
                                blank=True, max_length=1, null=True, verbose_name="cable end"
                            ),
                        ),
                        (
                            "cable_connector",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(256),
                                ],
                                verbose_name="cable connector",
                            ),
                        ),
                        (
                            "cable_positions",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveSmallIntegerField(),
                                blank=True,
                                null=True,
                                size=None,
                                verbose_name="cable positions",
                            ),
                        ),
                        (
                            "mark_connected",
                            models.BooleanField(
                                default=False,
                                help_text="Treat as if a cable is connected",
                                verbose_name="mark connected",
                            ),
                        ),
                        (
                            "_path",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                to="dcim.cablepath",
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
                        "verbose_name": "power port",
                        "verbose_name_plural": "power ports",
                        "ordering": ("device", netsot.models.natural.NaturalKey("name")),
                        "abstract": False,
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_powerport_cf_47d38ee0",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="dcim_powerport_nat_8b95aa68",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("device", "name"), name="dcim_powerport_unique_device_name")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PowerOutlet",
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
                            "device",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.device",
                                verbose_name="device",
                            ),
                        ),
                        ("name", models.CharField(max_length=64, verbose_name="name")),
                        (
                            "label",
                            models.CharField(
                                blank=True, help_text="Physical label", max_length=64, verbose_name="label"
                            ),
                        ),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        (
                            "_site",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="dcim.site",
                            ),
                        ),
                        (
                            "_location",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="dcim.location",
                            ),
                        ),
                        (
                            "_rack",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="dcim.rack",
                            ),
                        ),
                        (
                            "module",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.module",
                                verbose_name="module",
                            ),
                        ),
                        (
                            "cable",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="dcim.cable",
                                verbose_name="cable",
                            ),
                        ),
                        (
                            "cable_end",
                            netsot.models.fields.ChoiceField(
                                blank=True, max_length=1, null=True, verbose_name="cable end"
                            ),
                        ),
                        (
                            "cable_connector",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(256),
                                ],
                                verbose_name="cable connector",
                            ),
                        ),
                        (
                            "cable_positions",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveSmallIntegerField(),
                                blank=True,
                                null=True,
                                size=None,
                                verbose_name="cable positions",
                            ),
                        ),
                        (
                            "mark_connected",
                            models.BooleanField(
                                default=False,
                                help_text="Treat as if a cable is connected",
                                verbose_name="mark connected",
                            ),
                        ),
                        (
                            "_path",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                to="dcim.cablepath",
                            ),
                        ),
                        (
                            "status",
                            netsot.models.fields.ChoiceField(default="enabled", max_length=50, verbose_name="status"),
                        ),
                        (
                            "type",
                            netsot.models.fields.ChoiceField(blank=True, max_length=50, null=True, verbose_name="type"),
                        ),
                        (
                            "power_port",
                            models.ForeignKey(
                                blank=True,
                                help_text="The port of the same device that feeds the outlet",
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="poweroutlets",
                                to="dcim.powerport",
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
                        ("color", netsot.models.fields.ColorField(blank=True, verbose_name="color")),
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
                        "verbose_name": "power outlet",
                        "verbose_name_plural": "power outlets",
                        "ordering": ("device", netsot.models.natural.NaturalKey("name")),
                        "abstract": False,
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_poweroutlet_cf_10bcd61f",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="dcim_poweroutlet_nat_98c8e7a2",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("device", "name"), name="dcim_poweroutlet_unique_device_name"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Device",
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
                            "config_template",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="extras.configtemplate",
                                verbose_name="config template",
                            ),
                        ),
                        (
                            "device_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="instances",
                                to="dcim.devicetype",
                                verbose_name="device type",
                            ),
                        ),
                        (
                            "role",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="devices",
                                to="dcim.devicerole",
                                verbose_name="role",
                            ),
                        ),
                        (
                            "tenant",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="devices",
                                to="tenancy.tenant",
                                verbose_name="tenant",
                            ),
                        ),
                        (
                            "platform",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="devices",
                                to="dcim.platform",
                                verbose_name="platform",
                            ),
                        ),
                        ("name", models.CharField(blank=True, max_length=64, null=True, verbose_name="name")),
                        (
                            "serial",
                            models.CharField(
                                blank=True,
                                help_text="The manufacturer's number for this one device",
                                max_length=50,
                                verbose_name="serial number",
                            ),
                        ),
                        (
                            "asset_tag",
                            models.CharField(
                                blank=True,
                                help_text="Unique everywhere",
                                max_length=50,
                                null=True,
                                unique=True,
                                verbose_name="asset tag",
                            ),
                        ),
                        (
                            "site",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="devices",
                                to="dcim.site",
                                verbose_name="site",
                            ),
                        ),
                        (
                            "location",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="devices",
                                to="dcim.location",
                                verbose_name="location",
                            ),
                        ),
                        (
                            "rack",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="devices",
                                to="dcim.rack",
                                verbose_name="rack",
                            ),
                        ),
                        (
                            "position",
                            models.DecimalField(
                                blank=True,
                                decimal_places=1,
                                help_text="The lowest unit the device takes",
                                max_digits=4,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(Decimal("100.5")),
                                ],
                                verbose_name="position (U)",
                            ),
                        ),
                        (
                            "face",
                            netsot.models.fields.ChoiceField(
                                blank=True, max_length=50, null=True, verbose_name="rack face"
                            ),
                        ),
                        (
                            "status",
                            netsot.models.fields.ChoiceField(default="active", max_length=50, verbose_name="status"),
                        ),
                        (
                            "airflow",
                            netsot.models.fields.ChoiceField(
                                blank=True, max_length=50, null=True, verbose_name="airflow"
                            ),
                        ),
                        (
                            "primary_ip4",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="ipam.ipaddress",
                                verbose_name="primary IPv4",
                            ),
                        ),
                        (
                            "primary_ip6",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="ipam.ipaddress",
                                verbose_name="primary IPv6",
                            ),
                        ),
                        (
                            "oob_ip",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="ipam.ipaddress",
                                verbose_name="out-of-band IP",
                            ),
                        ),
                        (
                            "cluster",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="devices",
                                to="virtualization.cluster",
                                verbose_name="cluster",
                            ),
                        ),
                        (
                            "virtual_chassis",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="members",
                                to="dcim.virtualchassis",
                                verbose_name="virtual chassis",
                            ),
                        ),
                        (
                            "vc_position",
                            models.PositiveIntegerField(
                                blank=True,
                                help_text="The device's number in its virtual chassis",
                                null=True,
                                verbose_name="VC position",
                            ),
                        ),
                        (
                            "vc_priority",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Priority in the election of the virtual chassis's master",
                                null=True,
                                validators=[django.core.validators.MaxValueValidator(255)],
                                verbose_name="VC priority",
                            ),
                        ),
                        (
                            "latitude",
                            models.DecimalField(
                                blank=True,
                                decimal_places=6,
                                help_text="Degrees, positive to the north",
                                max_digits=8,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-90),
                                    django.core.validators.MaxValueValidator(90),
                                ],
                                verbose_name="latitude",
                            ),
                        ),
                        (
                            "longitude",
                            models.DecimalField(
                                blank=True,
                                decimal_places=6,
                                help_text="Degrees, positive to the east",
                                max_digits=9,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-180),
                                    django.core.validators.MaxValueValidator(180),
                                ],
                                verbose_name="longitude",
                            ),
                        ),
                        (
                            "local_context_data",
                            models.JSONField(
                                blank=True,
                                help_text="Data merged last into the config context of this device",
                                null=True,
                                verbose_name="local context data",
                            ),
                        ),
                        (
                            "console_port_count",
                            netsot.models.fields.CounterCacheField(to_field="device", to_model="dcim.ConsolePort"),
                        ),
                        (
                            "console_server_port_count",
                            netsot.models.fields.CounterCacheField(
                                to_field="device", to_model="dcim.ConsoleServerPort"
                            ),
                        ),
                        (
                            "power_port_count",
                            netsot.models.fields.CounterCacheField(to_field="device", to_model="dcim.PowerPort"),
                        ),
                        (
                            "power_outlet_count",
                            netsot.models.fields.CounterCacheField(to_field="device", to_model="dcim.PowerOutlet"),
                        ),
                        (
                            "interface_count",
                            netsot.models.fields.CounterCacheField(to_field="device", to_model="dcim.Interface"),
                        ),
                        (
                            "front_port_count",
                            netsot.models.fields.CounterCacheField(to_field="device", to_model="dcim.FrontPort"),
                        ),
                        (
                            "rear_port_count",
                            netsot.models.fields.CounterCacheField(to_field="device", to_model="dcim.RearPort"),
                        ),
                        (
                            "device_bay_count",
                            netsot.models.fields.CounterCacheField(to_field="device", to_model="dcim.DeviceBay"),
                        ),
                        (
                            "module_bay_count",
                            netsot.models.fields.CounterCacheField(to_field="device", to_model="dcim.ModuleBay"),
                        ),
                        (
                            "inventory_item_count",
                            netsot.models.fields.CounterCacheField(to_field="device", to_model="dcim.InventoryItem"),
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
                        "verbose_name": "device",
                        "verbose_name_plural": "devices",
                        "ordering": (netsot.models.natural.NaturalKey("name"), "pk"),
                        "permissions": (("render_config", "Render configuration"),),
                        "indexes": [
                            models.Index(fields=["name", "id"], name="dcim_device_name_c27913_idx"),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_device_cf_8475f7e6",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="dcim_device_nat_cfa61dd8",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("name"),
                                models.F("site"),
                                models.F("tenant"),
                                name="dcim_device_unique_name_site_tenant",
                            ),
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("name"),
                                models.F("site"),
                                condition=models.Q(("tenant__isnull", True)),
                                name="dcim_device_unique_name_site",
                                violation_error_message="Device name must be unique per site.",
                            ),
                            models.UniqueConstraint(
                                fields=("rack", "position", "face"), name="dcim_device_unique_rack_position_face"
                            ),
                            models.UniqueConstraint(
                                fields=("virtual_chassis", "vc_position"),
                                name="dcim_device_unique_virtual_chassis_vc_position",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InventoryItem",
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
                            "device",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.device",
                                verbose_name="device",
                            ),
                        ),
                        ("name", models.CharField(max_length=64, verbose_name="name")),
                        (
                            "label",
                            models.CharField(
                                blank=True, help_text="Physical label", max_length=64, verbose_name="label"
                            ),
                        ),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        (
                            "_site",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="dcim.site",
                            ),
                        ),
                        (
                            "_location",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="dcim.location",
                            ),
                        ),
                        (
                            "_rack",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="dcim.rack",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="child_items",
                                to="dcim.inventoryitem",
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
                            "status",
                            netsot.models.fields.ChoiceField(default="active", max_length=50, verbose_name="status"),
                        ),
                        (
                            "role",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="inventory_items",
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
                                related_name="inventory_items",
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
                        ("serial", models.CharField(blank=True, max_length=50, verbose_name="serial number")),
                        (
                            "asset_tag",
                            models.CharField(
                                blank=True,
                                help_text="Unique everywhere",
                                max_length=50,
                                null=True,
                                unique=True,
                                verbose_name="asset tag",
                            ),
                        ),
                        (
                            "discovered",
                            models.BooleanField(
                                default=False,
                                help_text="Found by a tool, not entered by hand",
                                verbose_name="discovered",
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
                        "verbose_name": "inventory item",
                        "verbose_name_plural": "inventory items",
                        "ordering": ("device__id", "parent__id", netsot.models.natural.NaturalKey("name")),
                        "indexes": [
                            models.Index(
                                fields=["component_type", "component_id"], name="dcim_invent_compone_0560bb_idx"
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_inventoryitem_cf_9290d0da",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="dcim_inventoryite_nat_3e415949",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("device", "parent", "name"), name="dcim_inventoryitem_unique_device_parent_name"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Module",
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
                            "device",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="modules",
                                to="dcim.device",
                                verbose_name="device",
                            ),
                        ),
                        (
                            "module_bay",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="installed_module",
                                to="dcim.modulebay",
                                verbose_name="module bay",
                            ),
                        ),
                        (
                            "module_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="instances",
                                to="dcim.moduletype",
                                verbose_name="module type",
                            ),
                        ),
                        (
                            "status",
                            netsot.models.fields.ChoiceField(default="active", max_length=50, verbose_name="status"),
                        ),
                        ("serial", models.CharField(blank=True, max_length=50, verbose_name="serial number")),
                        (
                            "asset_tag",
                            models.CharField(
                                blank=True,
                                help_text="Unique everywhere",
                                max_length=50,
                                null=True,
                                unique=True,
                                verbose_name="asset tag",
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
                        "verbose_name": "module",
                        "verbose_name_plural": "modules",
                        "ordering": ("module_bay",),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_module_cf_6412e1b0",
                                opclasses=["jsonb_path_ops"],
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FrontPort",
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
                            "device",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.device",
                                verbose_name="device",
                            ),
                        ),
                        ("name", models.CharField(max_length=64, verbose_name="name")),
                        (
                            "label",
                            models.CharField(
                                blank=True, help_text="Physical label", max_length=64, verbose_name="label"
                            ),
                        ),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        (
                            "_site",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="dcim.site",
                            ),
                        ),
                        (
                            "_location",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="dcim.location",
                            ),
                        ),
                        (
                            "_rack",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="dcim.rack",
                            ),
                        ),
                        (
                            "module",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.module",
                                verbose_name="module",
                            ),
                        ),
                        (
                            "cable",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="dcim.cable",
                                verbose_name="cable",
                            ),
                        ),
                        (
                            "cable_end",
                            netsot.models.fields.ChoiceField(
                                blank=True, max_length=1, null=True, verbose_name="cable end"
                            ),
                        ),
                        (
                            "cable_connector",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(256),
                                ],
                                verbose_name="cable connector",
                            ),
                        ),
                        (
                            "cable_positions",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveSmallIntegerField(),
                                blank=True,
                                null=True,
                                size=None,
                                verbose_name="cable positions",
                            ),
                        ),
                        (
                            "mark_connected",
                            models.BooleanField(
                                default=False,
                                help_text="Treat as if a cable is connected",
                                verbose_name="mark connected",
                            ),
                        ),
                        ("type", netsot.models.fields.ChoiceField(max_length=50, verbose_name="type")),
                        ("color", netsot.models.fields.ColorField(blank=True, verbose_name="color")),
                        (
                            "positions",
                            models.PositiveSmallIntegerField(
                                default=1,
                                help_text="How many ports of the other side it can reach",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(1024),
                                ],
                                verbose_name="positions",
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
                        "verbose_name": "front port",
                        "verbose_name_plural": "front ports",
                        "ordering": ("device", netsot.models.natural.NaturalKey("name")),
                        "abstract": False,
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_frontport_cf_4956ab16",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="dcim_frontport_nat_8972111f",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("device", "name"), name="dcim_frontport_unique_device_name")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RearPort",
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
                            "device",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.device",
                                verbose_name="device",
                            ),
                        ),
                        ("name", models.CharField(max_length=64, verbose_name="name")),
                        (
                            "label",
                            models.CharField(
                                blank=True, help_text="Physical label", max_length=64, verbose_name="label"
                            ),
                        ),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        (
                            "_site",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="dcim.site",
                            ),
                        ),
                        (
                            "_location",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="dcim.location",
                            ),
                        ),
                        (
                            "_rack",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="dcim.rack",
                            ),
                        ),
                        (
                            "module",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(class)ss",
                                to="dcim.module",
                                verbose_name="module",
                            ),
                        ),
                        (
                            "cable",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="dcim.cable",
                                verbose_name="cable",
                            ),
                        ),
                        (
                            "cable_end",
                            netsot.models.fields.ChoiceField(
                                blank=True, max_length=1, null=True, verbose_name="cable end"
                            ),
                        ),
                        (
                            "cable_connector",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(256),
                                ],
                                verbose_name="cable connector",
                            ),
                        ),
                        (
                            "cable_positions",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveSmallIntegerField(),
                                blank=True,
                                null=True,
                                size=None,
                                verbose_name="cable positions",
                            ),
                        ),
                        (
                            "mark_connected",
                            models.BooleanField(
                                default=False,
                                help_text="Treat as if a cable is connected",
                                verbose_name="mark connected",
                            ),
                        ),
                        ("type", netsot.models.fields.ChoiceField(max_length=50, verbose_name="type")),
                        ("color", netsot.models.fields.ColorField(blank=True, verbose_name="color")),
                        (
                            "positions",
                            models.PositiveSmallIntegerField(
                                default=1,
                                help_text="How many ports of the other side it can reach",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(1024),
                                ],
                                verbose_name="positions",
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
                        "verbose_name": "rear port",
                        "verbose_name_plural": "rear ports",
                        "ordering": ("device", netsot.models.natural.NaturalKey("name")),
                        "abstract": False,
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_rearport_cf_a57ea837",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="dcim_rearport_nat_2300a129",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("device", "name"), name="dcim_rearport_unique_device_name")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PortMapping",
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
                            "device",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="port_mappings",
                                to="dcim.device",
                            ),
                        ),
                        (
                            "front_port",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="mappings",
                                to="dcim.frontport",
                            ),
                        ),
                        (
                            "rear_port",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="mappings", to="dcim.rearport"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "port mapping",
                        "verbose_name_plural": "port mappings",
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("front_port", "front_port_position"),
                                name="dcim_portmapping_unique_front_port_position",
                            ),
                            models.UniqueConstraint(
                                fields=("rear_port", "rear_port_position"),
                                name="dcim_portmapping_unique_rear_port_position",
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
