import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import taggit.managers
from django.db import migrations, models

import netsot.models.fields
import netsot.models.migrations


class Migration(migrations.Migration):
    dependencies = [
        ("dcim", "0004_initial"),
        ("extras", "0001_initial"),
        ("ipam", "0003_initial"),
        ("users", "0001_initial"),
        ("wireless", "0001_initial"),
    ]

    operations = [
        netsot.models.migrations.Together(
            operations=[
                migrations.CreateModel(
                    name="Interface",
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
                        ("enabled", models.BooleanField(default=True, verbose_name="enabled")),
                        (
                            "mtu",
                            models.PositiveIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(65536),
                                ],
                                verbose_name="MTU",
                            ),
                        ),
                        (
                            "mode",
                            netsot.models.fields.ChoiceField(
                                blank=True,
                                help_text="How 802.1Q tags are treated",
                                max_length=50,
                                null=True,
                                verbose_name="mode",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.RESTRICT,
                                related_name="child_interfaces",
                                to="dcim.interface",
                                verbose_name="parent interface",
                            ),
                        ),
                        (
                            "bridge",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="bridge_interfaces",
                                to="dcim.interface",
                                verbose_name="bridge interface",
                            ),
                        ),
                        (
                            "untagged_vlan",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="%(class)ss_as_untagged",
                                to="ipam.vlan",
                                verbose_name="untagged VLAN",
                            ),
                        ),
                        (
                            "qinq_svlan",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="%(class)ss_svlan",
                                to="ipam.vlan",
                                verbose_name="Q-in-Q SVLAN",
                            ),
                        ),
                        (
                            "vlan_translation_policy",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="ipam.vlantranslationpolicy",
                                verbose_name="VLAN translation policy",
                            ),
                        ),
                        (
                            "primary_mac_address",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="dcim.macaddress",
                                verbose_name="primary MAC address",
                            ),
                        ),
                        ("_name", models.CharField(blank=True, db_collation="C", editable=False, max_length=100)),
                        (
                            "lag",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="member_interfaces",
                                to="dcim.interface",
                                verbose_name="parent LAG",
                            ),
                        ),
                        ("type", netsot.models.fields.ChoiceField(max_length=50, verbose_name="type")),
                        (
                            "mgmt_only",
                            models.BooleanField(
                                default=False,
                                help_text="Only for managing the device, out of band",
                                verbose_name="management only",
                            ),
                        ),
                        ("speed", models.PositiveBigIntegerField(blank=True, null=True, verbose_name="speed (Kbps)")),
                        (
                            "duplex",
                            netsot.models.fields.ChoiceField(
                                blank=True, max_length=50, null=True, verbose_name="duplex"
                            ),
                        ),
                        (
                            "wwn",
                            netsot.models.fields.WWNField(
                                blank=True, help_text="64-bit World Wide Name", null=True, verbose_name="WWN"
                            ),
                        ),
                        (
                            "rf_role",
                            netsot.models.fields.ChoiceField(
                                blank=True, max_length=30, null=True, verbose_name="wireless role"
                            ),
                        ),
                        (
                            "rf_channel",
                            netsot.models.fields.ChoiceField(
                                blank=True, max_length=50, null=True, verbose_name="wireless channel"
                            ),
                        ),
                        (
                            "rf_channel_frequency",
                            models.DecimalField(
                                blank=True,
                                decimal_places=3,
                                help_text="Filled in from the channel",
                                max_digits=8,
                                null=True,
                                verbose_name="channel frequency (MHz)",
                            ),
                        ),
                        (
                            "rf_channel_width",
                            models.DecimalField(
                                blank=True,
                                decimal_places=3,
                                help_text="Filled in from the channel",
                                max_digits=7,
                                null=True,
                                verbose_name="channel width (MHz)",
                            ),
                        ),
                        (
                            "tx_power",
                            models.SmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(-40),
                                    django.core.validators.MaxValueValidator(127),
                                ],
                                verbose_name="transmit power (dBm)",
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
                            "vrf",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="interfaces",
                                to="ipam.vrf",
                                verbose_name="VRF",
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
                            "tagged_vlans",
                            models.ManyToManyField(
                                blank=True,
                                related_name="%(class)ss_as_tagged",
                                to="ipam.vlan",
                                verbose_name="tagged VLANs",
                            ),
                        ),
                        (
                            "vdcs",
                            models.ManyToManyField(
                                blank=True,
                                related_name="interfaces",
                                to="dcim.virtualdevicecontext",
                                verbose_name="virtual device contexts",
                            ),
                        ),
                        (
                            "wireless_lans",
                            models.ManyToManyField(
                                blank=True,
                                related_name="interfaces",
                                to="wireless.wirelesslan",
                                verbose_name="wireless LANs",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "interface",
                        "verbose_name_plural": "interfaces",
                        "ordering": ("device", "_name"),
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["device", "_name"], name="dcim_interface_device_order"),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="dcim_interface_cf_0f42ff23",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(models.F("_name"), models.F("id"), name="dcim_interface_nat_bc4e48ab"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("device", "name"), name="dcim_interface_unique_device_name")
                        ],
                    },
                ),
            ],
        ),
    ]
