import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import taggit.managers
from django.db import migrations, models

import ipam.lookups
import ipam.validators
import netsot.models.fields
import netsot.models.migrations


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("dcim", "0002_initial"),
        ("extras", "0001_initial"),
        ("ipam", "0002_initial"),
        ("tenancy", "0001_initial"),
        ("users", "0001_initial"),
    ]

    operations = [
        netsot.models.migrations.Together(
            operations=[
                migrations.CreateModel(
                    name="IPAddress",
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
                            "address",
                            netsot.models.fields.IPAddressField(
                                help_text="IPv4 or IPv6 address with its mask",
                                validators=[ipam.validators.validate_address],
                                verbose_name="address",
                            ),
                        ),
                        (
                            "vrf",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="ip_addresses",
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
                                related_name="ip_addresses",
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
                            netsot.models.fields.ChoiceField(blank=True, max_length=50, null=True, verbose_name="role"),
                        ),
                        (
                            "assigned_object_type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="contenttypes.contenttype",
                            ),
                        ),
                        ("assigned_object_id", models.PositiveBigIntegerField(blank=True, null=True)),
                        (
                            "nat_inside",
                            models.ForeignKey(
                                blank=True,
                                help_text="The address that this one is translated to",
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="nat_outside",
                                to="ipam.ipaddress",
                                verbose_name="NAT (inside)",
                            ),
                        ),
                        (
                            "dns_name",
                            models.CharField(
                                blank=True,
                                help_text="Host name or FQDN",
                                max_length=255,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^([0-9A-Za-z_-]+|\\*)(\\.[0-9A-Za-z_-]+)*\\.?\\Z",
                                        "A DNS name holds only letters, digits, hyphens, underscores and dots; its first label may be an asterisk.",
                                    )
                                ],
                                verbose_name="DNS name",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="child_addresses",
                                to="ipam.prefix",
                                verbose_name="parent",
                            ),
                        ),
                        ("unique_scope", models.BigIntegerField(blank=True, editable=False, null=True)),
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
                        "verbose_name": "IP address",
                        "verbose_name_plural": "IP addresses",
                        "ordering": (ipam.lookups.Host("address"), "pk"),
                        "indexes": [
                            models.Index(fields=["address", "id"], name="ipam_ipaddr_address_3ddeea_idx"),
                            models.Index(ipam.lookups.Host("address"), models.F("id"), name="ipam_ipaddress_host"),
                            django.contrib.postgres.indexes.GistIndex(
                                django.contrib.postgres.indexes.OpClass(ipam.lookups.Host("address"), "inet_ops"),
                                name="ipam_ipaddress_gist",
                            ),
                            models.Index(
                                fields=["assigned_object_type", "assigned_object_id"],
                                name="ipam_ipaddr_assigne_890ab8_idx",
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="ipam_ipaddress_cf_cd77a2ae",
                                opclasses=["jsonb_path_ops"],
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("unique_scope"),
                                ipam.lookups.Host("address"),
                                name="ipam_ipaddress_unique_in_scope",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Prefix",
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
                            "scope_type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="contenttypes.contenttype",
                            ),
                        ),
                        ("scope_id", models.PositiveBigIntegerField(blank=True, null=True)),
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
                        (
                            "_region",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                to="dcim.region",
                            ),
                        ),
                        (
                            "_site_group",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                to="dcim.sitegroup",
                            ),
                        ),
                        (
                            "prefix",
                            netsot.models.fields.IPNetworkField(
                                help_text="IPv4 or IPv6 network with its mask",
                                validators=[ipam.validators.validate_network],
                                verbose_name="prefix",
                            ),
                        ),
                        (
                            "vrf",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="prefixes",
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
                                related_name="prefixes",
                                to="tenancy.tenant",
                                verbose_name="tenant",
                            ),
                        ),
                        (
                            "vlan",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="prefixes",
                                to="ipam.vlan",
                                verbose_name="VLAN",
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
                                related_name="prefixes",
                                to="ipam.role",
                                verbose_name="role",
                            ),
                        ),
                        (
                            "is_pool",
                            models.BooleanField(
                                default=False,
                                help_text="Every address in this prefix is usable, the first and last too",
                                verbose_name="is a pool",
                            ),
                        ),
                        (
                            "mark_utilized",
                            models.BooleanField(
                                default=False, help_text="Treat as fully used", verbose_name="mark utilized"
                            ),
                        ),
                        ("_depth", models.PositiveSmallIntegerField(default=0, editable=False)),
                        ("_children", models.PositiveBigIntegerField(default=0, editable=False)),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="child_prefixes",
                                to="ipam.prefix",
                                verbose_name="parent",
                            ),
                        ),
                        ("unique_scope", models.BigIntegerField(blank=True, editable=False, null=True)),
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
                        "verbose_name": "prefix",
                        "verbose_name_plural": "prefixes",
                        "ordering": (models.OrderBy(models.F("vrf"), nulls_first=True), "prefix", "pk"),
                        "indexes": [
                            models.Index(fields=["scope_type", "scope_id"], name="ipam_prefix_scope_t_fe84a6_idx"),
                            models.Index(
                                models.OrderBy(models.F("vrf"), nulls_first=True),
                                models.F("prefix"),
                                models.F("id"),
                                name="ipam_prefix_order",
                            ),
                            django.contrib.postgres.indexes.GistIndex(
                                fields=["prefix"], name="ipam_prefix_gist_idx", opclasses=["inet_ops"]
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="ipam_prefix_cf_01a9fa36",
                                opclasses=["jsonb_path_ops"],
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("unique_scope", "prefix"), name="ipam_prefix_unique_in_scope"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Service",
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
                        ("protocol", netsot.models.fields.ChoiceField(max_length=50, verbose_name="protocol")),
                        (
                            "ports",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveIntegerField(
                                    validators=[
                                        django.core.validators.MinValueValidator(1),
                                        django.core.validators.MaxValueValidator(65535),
                                    ]
                                ),
                                size=None,
                                verbose_name="port numbers",
                            ),
                        ),
                        ("_ports_lowest", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                        (
                            "parent_object_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="contenttypes.contenttype",
                            ),
                        ),
                        ("parent_object_id", models.PositiveBigIntegerField()),
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
                        (
                            "ipaddresses",
                            models.ManyToManyField(
                                blank=True,
                                help_text="The addresses it listens on, if not on all",
                                related_name="services",
                                to="ipam.ipaddress",
                                verbose_name="IP addresses",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "application service",
                        "verbose_name_plural": "application services",
                        "ordering": ("protocol", "_ports_lowest", "id"),
                        "indexes": [
                            models.Index(
                                fields=["protocol", "_ports_lowest", "id"], name="ipam_servic_protoco_e2901d_idx"
                            ),
                            models.Index(
                                fields=["parent_object_type", "parent_object_id"], name="ipam_servic_parent__563d2b_idx"
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="ipam_service_cf_74245371",
                                opclasses=["jsonb_path_ops"],
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="VLAN",
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
                                blank=True,
                                help_text="The site this VLAN is at, if only at one",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="vlans",
                                to="dcim.site",
                                verbose_name="site",
                            ),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="vlans",
                                to="ipam.vlangroup",
                                verbose_name="group",
                            ),
                        ),
                        (
                            "vid",
                            models.PositiveSmallIntegerField(
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(4094),
                                ],
                                verbose_name="VLAN ID",
                            ),
                        ),
                        ("name", models.CharField(max_length=64, verbose_name="name")),
                        (
                            "tenant",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="vlans",
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
                                related_name="vlans",
                                to="ipam.role",
                                verbose_name="role",
                            ),
                        ),
                        (
                            "qinq_svlan",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="qinq_cvlans",
                                to="ipam.vlan",
                                verbose_name="Q-in-Q SVLAN",
                            ),
                        ),
                        (
                            "qinq_role",
                            netsot.models.fields.ChoiceField(
                                blank=True, max_length=50, null=True, verbose_name="Q-in-Q role"
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
                        "verbose_name": "VLAN",
                        "verbose_name_plural": "VLANs",
                        "ordering": ("site", "group", "vid", "pk"),
                        "indexes": [
                            models.Index(fields=["site", "group", "vid", "id"], name="ipam_vlan_site_id_985573_idx"),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"], name="ipam_vlan_cf_b0ff6aad", opclasses=["jsonb_path_ops"]
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("group", "vid"), name="ipam_vlan_unique_group_vid"),
                            models.UniqueConstraint(fields=("group", "name"), name="ipam_vlan_unique_group_name"),
                            models.UniqueConstraint(
                                fields=("qinq_svlan", "vid"), name="ipam_vlan_unique_qinq_svlan_vid"
                            ),
                            models.UniqueConstraint(
                                fields=("qinq_svlan", "name"), name="ipam_vlan_unique_qinq_svlan_name"
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
