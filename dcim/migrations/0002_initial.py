import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import taggit.managers
from django.conf import settings
from django.db import migrations, models

import dcim.models.power
import netsot.models.fields
import netsot.models.migrations
import netsot.models.natural


class Migration(migrations.Migration):
    dependencies = [
        ("dcim", "0001_initial"),
        ("extras", "0001_initial"),
        ("ipam", "0002_initial"),
        ("tenancy", "0001_initial"),
        ("users", "0001_initial"),
    ]

    operations = [
        netsot.models.migrations.Together(
            operations=[
                migrations.CreateModel(
                    name="Cable",
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
                            "type",
                            netsot.models.fields.ChoiceField(blank=True, max_length=50, null=True, verbose_name="type"),
                        ),
                        (
                            "status",
                            netsot.models.fields.ChoiceField(default="connected", max_length=50, verbose_name="status"),
                        ),
                        (
                            "profile",
                            netsot.models.fields.ChoiceField(blank=True, max_length=50, verbose_name="profile"),
                        ),
                        (
                            "tenant",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cables",
                                to="tenancy.tenant",
                                verbose_name="tenant",
                            ),
                        ),
                        ("label", models.CharField(blank=True, max_length=100, verbose_name="label")),
                        ("color", netsot.models.fields.ColorField(blank=True, verbose_name="color")),
                        (
                            "length",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=8, null=True, verbose_name="length"
                            ),
                        ),
                        (
                            "length_unit",
                            netsot.models.fields.ChoiceField(
                                blank=True, max_length=50, null=True, verbose_name="length unit"
                            ),
                        ),
                        (
                            "_abs_length",
                            models.DecimalField(blank=True, decimal_places=4, editable=False, max_digits=14, null=True),
                        ),
                        (
                            "bundle",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="cables",
                                to="dcim.cablebundle",
                                verbose_name="bundle",
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
                        "verbose_name": "cable",
                        "verbose_name_plural": "cables",
                        "ordering": ("pk",),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_cable_cf_7053b18f",
                                opclasses=["jsonb_path_ops"],
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Site",
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
                            "name",
                            models.CharField(
                                help_text="Full name of the site", max_length=100, unique=True, verbose_name="name"
                            ),
                        ),
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
                            "status",
                            netsot.models.fields.ChoiceField(default="active", max_length=50, verbose_name="status"),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="sites",
                                to="dcim.region",
                                verbose_name="region",
                            ),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="sites",
                                to="dcim.sitegroup",
                                verbose_name="group",
                            ),
                        ),
                        (
                            "tenant",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sites",
                                to="tenancy.tenant",
                                verbose_name="tenant",
                            ),
                        ),
                        (
                            "facility",
                            models.CharField(
                                blank=True,
                                help_text="Name of the data centre or its provider's name for it",
                                max_length=50,
                                verbose_name="facility",
                            ),
                        ),
                        (
                            "time_zone",
                            netsot.models.fields.TimeZoneField(
                                blank=True, max_length=63, null=True, verbose_name="time zone"
                            ),
                        ),
                        (
                            "physical_address",
                            models.CharField(
                                blank=True,
                                help_text="Where the building stands",
                                max_length=200,
                                verbose_name="physical address",
                            ),
                        ),
                        (
                            "shipping_address",
                            models.CharField(
                                blank=True,
                                help_text="Where parcels go, if elsewhere",
                                max_length=200,
                                verbose_name="shipping address",
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
                            "tags",
                            taggit.managers.TaggableManager(
                                blank=True,
                                help_text="A comma-separated list of tags.",
                                through="extras.TaggedItem",
                                to="extras.Tag",
                                verbose_name="Tags",
                            ),
                        ),
                        (
                            "asns",
                            models.ManyToManyField(
                                blank=True, related_name="sites", to="ipam.asn", verbose_name="ASNs"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "site",
                        "verbose_name_plural": "sites",
                        "ordering": (netsot.models.natural.NaturalKey("name"),),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"], name="dcim_site_cf_0bd7abd1", opclasses=["jsonb_path_ops"]
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"), models.F("id"), name="dcim_site_nat_8fe66c76"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Location",
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
                                to="dcim.location",
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
                            "site",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="locations",
                                to="dcim.site",
                                verbose_name="site",
                            ),
                        ),
                        (
                            "status",
                            netsot.models.fields.ChoiceField(default="active", max_length=50, verbose_name="status"),
                        ),
                        (
                            "tenant",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="locations",
                                to="tenancy.tenant",
                                verbose_name="tenant",
                            ),
                        ),
                        (
                            "facility",
                            models.CharField(
                                blank=True,
                                help_text="Local name or number of the facility",
                                max_length=50,
                                verbose_name="facility",
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
                        "verbose_name": "location",
                        "verbose_name_plural": "locations",
                        "ordering": ("site", netsot.models.natural.NaturalKey("name")),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_location_cf_eb418365",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="dcim_location_nat_da208275",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("site", "parent", "name"), name="dcim_location_parent_name"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("parent__isnull", True)),
                                fields=("site", "name"),
                                name="dcim_location_name",
                                violation_error_message="A top-level object with this name already exists.",
                            ),
                            models.UniqueConstraint(
                                fields=("site", "parent", "slug"), name="dcim_location_parent_slug"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("parent__isnull", True)),
                                fields=("site", "slug"),
                                name="dcim_location_slug",
                                violation_error_message="A top-level object with this slug already exists.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PowerPanel",
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
                            "site",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, to="dcim.site", verbose_name="site"
                            ),
                        ),
                        (
                            "location",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="dcim.location",
                                verbose_name="location",
                            ),
                        ),
                        ("name", models.CharField(max_length=100, verbose_name="name")),
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
                        "verbose_name": "power panel",
                        "verbose_name_plural": "power panels",
                        "ordering": ("site", netsot.models.natural.NaturalKey("name")),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_powerpanel_cf_9f8a6e92",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="dcim_powerpanel_nat_09946067",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("site", "name"), name="dcim_powerpanel_unique_site_name")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PowerFeed",
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
                            "power_panel",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="powerfeeds",
                                to="dcim.powerpanel",
                                verbose_name="power panel",
                            ),
                        ),
                        (
                            "rack",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="powerfeeds",
                                to="dcim.rack",
                                verbose_name="rack",
                            ),
                        ),
                        ("name", models.CharField(max_length=100, verbose_name="name")),
                        (
                            "status",
                            netsot.models.fields.ChoiceField(default="active", max_length=50, verbose_name="status"),
                        ),
                        (
                            "type",
                            netsot.models.fields.ChoiceField(default="primary", max_length=50, verbose_name="type"),
                        ),
                        (
                            "supply",
                            netsot.models.fields.ChoiceField(default="ac", max_length=50, verbose_name="supply"),
                        ),
                        (
                            "phase",
                            netsot.models.fields.ChoiceField(
                                default="single-phase", max_length=50, verbose_name="phase"
                            ),
                        ),
                        (
                            "voltage",
                            models.SmallIntegerField(
                                default=dcim.models.power.default_voltage,
                                validators=[dcim.models.power.not_zero],
                                verbose_name="voltage",
                            ),
                        ),
                        (
                            "amperage",
                            models.PositiveSmallIntegerField(
                                default=dcim.models.power.default_amperage,
                                validators=[django.core.validators.MinValueValidator(1)],
                                verbose_name="amperage",
                            ),
                        ),
                        (
                            "max_utilization",
                            models.PositiveSmallIntegerField(
                                default=dcim.models.power.default_max_utilization,
                                help_text="How much of it may be used, in percent",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(100),
                                ],
                                verbose_name="max utilization",
                            ),
                        ),
                        (
                            "available_power",
                            models.PositiveIntegerField(default=0, editable=False, verbose_name="available power"),
                        ),
                        (
                            "tenant",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="power_feeds",
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
                        "verbose_name": "power feed",
                        "verbose_name_plural": "power feeds",
                        "ordering": ("power_panel", netsot.models.natural.NaturalKey("name")),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_powerfeed_cf_067d4ae6",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="dcim_powerfeed_nat_ec3dab2f",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("power_panel", "name"), name="dcim_powerfeed_unique_power_panel_name"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Rack",
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
                            "form_factor",
                            netsot.models.fields.ChoiceField(
                                blank=True, max_length=50, null=True, verbose_name="form factor"
                            ),
                        ),
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
                        (
                            "rack_type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="racks",
                                to="dcim.racktype",
                                verbose_name="rack type",
                            ),
                        ),
                        ("name", models.CharField(max_length=100, verbose_name="name")),
                        (
                            "facility_id",
                            models.CharField(
                                blank=True,
                                help_text="The facility's own name for the rack",
                                max_length=50,
                                null=True,
                                verbose_name="facility ID",
                            ),
                        ),
                        (
                            "site",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="racks",
                                to="dcim.site",
                                verbose_name="site",
                            ),
                        ),
                        (
                            "location",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="racks",
                                to="dcim.location",
                                verbose_name="location",
                            ),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="racks",
                                to="dcim.rackgroup",
                                verbose_name="group",
                            ),
                        ),
                        (
                            "tenant",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="racks",
                                to="tenancy.tenant",
                                verbose_name="tenant",
                            ),
                        ),
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
                                related_name="racks",
                                to="dcim.rackrole",
                                verbose_name="role",
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
                            "airflow",
                            netsot.models.fields.ChoiceField(
                                blank=True, max_length=50, null=True, verbose_name="airflow"
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
                        "verbose_name": "rack",
                        "verbose_name_plural": "racks",
                        "ordering": ("site", "location", netsot.models.natural.NaturalKey("name"), "pk"),
                        "indexes": [
                            models.Index(
                                fields=["site", "location", "name", "id"], name="dcim_rack_site_id_715040_idx"
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"], name="dcim_rack_cf_95e989f2", opclasses=["jsonb_path_ops"]
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"), models.F("id"), name="dcim_rack_nat_b74aa0b4"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("location", "name"), name="dcim_rack_unique_location_name"),
                            models.UniqueConstraint(
                                fields=("location", "facility_id"), name="dcim_rack_unique_location_facility_id"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RackReservation",
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
                        ("comments", models.TextField(blank=True, verbose_name="comments")),
                        (
                            "rack",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reservations",
                                to="dcim.rack",
                                verbose_name="rack",
                            ),
                        ),
                        (
                            "units",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveSmallIntegerField(), size=None, verbose_name="units"
                            ),
                        ),
                        (
                            "status",
                            netsot.models.fields.ChoiceField(default="active", max_length=50, verbose_name="status"),
                        ),
                        (
                            "tenant",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rackreservations",
                                to="tenancy.tenant",
                                verbose_name="tenant",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="user",
                            ),
                        ),
                        ("description", models.CharField(max_length=200, verbose_name="description")),
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
                        "verbose_name": "rack reservation",
                        "verbose_name_plural": "rack reservations",
                        "ordering": ("created", "pk"),
                        "indexes": [
                            models.Index(fields=["created", "id"], name="dcim_rackre_created_84f02e_idx"),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_rackreservati_cf_c2f3f5d4",
                                opclasses=["jsonb_path_ops"],
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
