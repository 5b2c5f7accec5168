import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import taggit.managers
from django.db import migrations, models

import ipam.lookups
import ipam.models.vlans
import ipam.validators
import netsot.models.fields
import netsot.models.migrations
import netsot.models.natural


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("extras", "0001_initial"),
        ("ipam", "0001_initial"),
        ("tenancy", "0001_initial"),
        ("users", "0001_initial"),
    ]

    operations = [
        netsot.models.migrations.Together(
            operations=[
                migrations.CreateModel(
                    name="IPRange",
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
                            "start_address",
                            netsot.models.fields.IPAddressField(
                                help_text="IPv4 or IPv6 address with its mask", verbose_name="start address"
                            ),
                        ),
                        (
                            "end_address",
                            netsot.models.fields.IPAddressField(
                                help_text="IPv4 or IPv6 address with its mask", verbose_name="end address"
                            ),
                        ),
                        ("size", models.PositiveIntegerField(editable=False, verbose_name="size")),
                        (
                            "vrf",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="ip_ranges",
                                to="ipam.vrf",
                                verbose_name="VRF",
                            ),
                        ),
                        (
                            "tenant",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="ip_ranges",
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
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="ip_ranges",
                                to="ipam.role",
                                verbose_name="role",
                            ),
                        ),
                        (
                            "mark_populated",
                            models.BooleanField(
                                default=False,
                                help_text="No address can be created inside this range",
                                verbose_name="mark populated",
                            ),
                        ),
                        (
                            "mark_utilized",
                            models.BooleanField(
                                default=False, help_text="Treat as fully used", verbose_name="mark utilized"
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
                        "verbose_name": "IP range",
                        "verbose_name_plural": "IP ranges",
                        "ordering": (models.OrderBy(models.F("vrf"), nulls_first=True), "start_address", "pk"),
                        "indexes": [
                            models.Index(ipam.lookups.Host("start_address"), name="ipam_iprange_start_host"),
                            models.Index(ipam.lookups.Host("end_address"), name="ipam_iprange_end_host"),
                            django.contrib.postgres.indexes.GistIndex(
                                django.contrib.postgres.indexes.OpClass(ipam.lookups.Host("start_address"), "inet_ops"),
                                name="ipam_iprange_start_gist",
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="ipam_iprange_cf_768daf69",
                                opclasses=["jsonb_path_ops"],
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Aggregate",
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
                            "prefix",
                            netsot.models.fields.IPNetworkField(
                                help_text="IPv4 or IPv6 network",
                                validators=[ipam.validators.validate_network],
                                verbose_name="prefix",
                            ),
                        ),
                        (
                            "rir",
                            models.ForeignKey(
                                help_text="Registry that is responsible for this space",
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="aggregates",
                                to="ipam.rir",
                                verbose_name="RIR",
                            ),
                        ),
                        (
                            "tenant",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="aggregates",
                                to="tenancy.tenant",
                                verbose_name="tenant",
                            ),
                        ),
                        ("date_added", models.DateField(blank=True, null=True, verbose_name="date added")),
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
                        "verbose_name": "aggregate",
                        "verbose_name_plural": "aggregates",
                        "ordering": ("prefix", "pk"),
                        "indexes": [
                            models.Index(fields=["prefix", "id"], name="ipam_aggreg_prefix_89dd71_idx"),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="ipam_aggregate_cf_76278852",
                                opclasses=["jsonb_path_ops"],
                            ),
                        ],
                        "constraints": [
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[(django.contrib.postgres.indexes.OpClass("prefix", "inet_ops"), "&&")],
                                name="ipam_aggregate_no_overlap",
                                violation_error_message="Aggregates can't overlap.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ASNRange",
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
                        ("name", models.CharField(max_length=100, unique=True, verbose_name="name")),
                        (
                            "rir",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="asn_ranges",
                                to="ipam.rir",
                                verbose_name="RIR",
                            ),
                        ),
                        ("start", netsot.models.fields.ASNField(verbose_name="start")),
                        ("end", netsot.models.fields.ASNField(verbose_name="end")),
                        (
                            "tenant",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="asn_ranges",
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
                        "verbose_name": "ASN range",
                        "verbose_name_plural": "ASN ranges",
                        "ordering": (netsot.models.natural.NaturalKey("name"),),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="ipam_asnrange_cf_657d5ebf",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="ipam_asnrange_nat_c7585e73",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ASN",
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
                            "rir",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="asns",
                                to="ipam.rir",
                                verbose_name="RIR",
                            ),
                        ),
                        (
                            "asn",
                            netsot.models.fields.ASNField(
                                help_text="16- or 32-bit autonomous system number", unique=True, verbose_name="ASN"
                            ),
                        ),
                        (
                            "role",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="asns",
                                to="ipam.role",
                                verbose_name="role",
                            ),
                        ),
                        (
                            "tenant",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="asns",
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
                        "verbose_name": "ASN",
                        "verbose_name_plural": "ASNs",
                        "ordering": ("asn",),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"], name="ipam_asn_cf_c8bc11f6", opclasses=["jsonb_path_ops"]
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="VLANGroup",
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
                        (
                            "scope_type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                to="contenttypes.contenttype",
                            ),
                        ),
                        ("scope_id", models.PositiveBigIntegerField(blank=True, null=True)),
                        (
                            "vid_ranges",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=django.contrib.postgres.fields.ranges.IntegerRangeField(),
                                default=ipam.models.vlans.default_vid_ranges,
                                size=None,
                                verbose_name="VLAN ID ranges",
                            ),
                        ),
                        ("total_vlan_ids", models.PositiveBigIntegerField(default=4094, editable=False)),
                        (
                            "tenant",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="vlan_groups",
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
                        "verbose_name": "VLAN group",
                        "verbose_name_plural": "VLAN groups",
                        "ordering": (netsot.models.natural.NaturalKey("name"), "pk"),
                        "indexes": [
                            models.Index(fields=["name", "id"], name="ipam_vlangr_name_ffa83e_idx"),
                            models.Index(fields=["scope_type", "scope_id"], name="ipam_vlangr_scope_t_9da557_idx"),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="ipam_vlangroup_cf_3ab28ed7",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="ipam_vlangroup_nat_46bf02a4",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("scope_type", "scope_id", "name"), name="ipam_vlangroup_unique_scope_name"
                            ),
                            models.UniqueConstraint(
                                fields=("scope_type", "scope_id", "slug"), name="ipam_vlangroup_unique_scope_slug"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RouteTarget",
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
                        ("name", models.CharField(max_length=21, unique=True, verbose_name="name")),
                        (
                            "tenant",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="route_targets",
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
                        "verbose_name": "route target",
                        "verbose_name_plural": "route targets",
                        "ordering": (netsot.models.natural.NaturalKey("name"),),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="ipam_routetarget_cf_ca9e9c90",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="ipam_routetarget_nat_212be79f",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="VRF",
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
                        ("name", models.CharField(max_length=100, verbose_name="name")),
                        (
                            "rd",
                            models.CharField(
                                blank=True,
                                help_text="Unique route distinguisher, as in RFC 4364",
                                max_length=21,
                                null=True,
                                unique=True,
                                verbose_name="route distinguisher",
                            ),
                        ),
                        (
                            "tenant",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="vrfs",
                                to="tenancy.tenant",
                                verbose_name="tenant",
                            ),
                        ),
                        (
                            "enforce_unique",
                            models.BooleanField(
                                default=True,
                                help_text="Refuse a second prefix or address of the same value in this VRF",
                                verbose_name="enforce unique space",
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
                            "import_targets",
                            models.ManyToManyField(
                                blank=True,
                                related_name="importing_vrfs",
                                to="ipam.routetarget",
                                verbose_name="import targets",
                            ),
                        ),
                        (
                            "export_targets",
                            models.ManyToManyField(
                                blank=True,
                                related_name="exporting_vrfs",
                                to="ipam.routetarget",
                                verbose_name="export targets",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "VRF",
                        "verbose_name_plural": "VRFs",
                        "ordering": (netsot.models.natural.NaturalKey("name"), "rd", "pk"),
                        "indexes": [
                            models.Index(fields=["name", "rd", "id"], name="ipam_vrf_name_ec911d_idx"),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"], name="ipam_vrf_cf_87ca8e2b", opclasses=["jsonb_path_ops"]
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"), models.F("id"), name="ipam_vrf_nat_bf7146b0"
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
