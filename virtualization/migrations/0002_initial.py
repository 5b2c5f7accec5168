from decimal import Decimal

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
        ("dcim", "0004_initial"),
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
                    name="VirtualMachine",
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
                            "virtual_machine_type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="instances",
                                to="virtualization.virtualmachinetype",
                                verbose_name="type",
                            ),
                        ),
                        (
                            "site",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="virtual_machines",
                                to="dcim.site",
                                verbose_name="site",
                            ),
                        ),
                        (
                            "cluster",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="virtual_machines",
                                to="virtualization.cluster",
                                verbose_name="cluster",
                            ),
                        ),
                        (
                            "device",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="virtual_machines",
                                to="dcim.device",
                                verbose_name="device",
                            ),
                        ),
                        (
                            "tenant",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="virtual_machines",
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
                                related_name="virtual_machines",
                                to="dcim.platform",
                                verbose_name="platform",
                            ),
                        ),
                        ("name", models.CharField(max_length=64, verbose_name="name")),
                        (
                            "status",
                            netsot.models.fields.ChoiceField(default="active", max_length=50, verbose_name="status"),
                        ),
                        (
                            "start_on_boot",
                            netsot.models.fields.ChoiceField(
                                default="off", max_length=32, verbose_name="start on boot"
                            ),
                        ),
                        (
                            "role",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="virtual_machines",
                                to="dcim.devicerole",
                                verbose_name="role",
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
                            "vcpus",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=6,
                                null=True,
                                validators=[django.core.validators.MinValueValidator(Decimal("0.01"))],
                                verbose_name="vCPUs",
                            ),
                        ),
                        ("memory", models.PositiveIntegerField(blank=True, null=True, verbose_name="memory (MB)")),
                        ("disk", models.PositiveIntegerField(blank=True, null=True, verbose_name="disk (MB)")),
                        ("serial", models.CharField(blank=True, max_length=50, verbose_name="serial number")),
                        (
                            "local_context_data",
                            models.JSONField(
                                blank=True,
                                help_text="Data merged last into the config context of this machine",
                                null=True,
                                verbose_name="local context data",
                            ),
                        ),
                        (
                            "interface_count",
                            netsot.models.fields.CounterCacheField(
                                to_field="virtual_machine", to_model="virtualization.VMInterface"
                            ),
                        ),
                        (
                            "virtual_disk_count",
                            netsot.models.fields.CounterCacheField(
                                to_field="virtual_machine", to_model="virtualization.VirtualDisk"
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
                        "verbose_name": "virtual machine",
                        "verbose_name_plural": "virtual machines",
                        "ordering": (netsot.models.natural.NaturalKey("name"), "pk"),
                        "permissions": (("render_config", "Render configuration"),),
                        "indexes": [
                            models.Index(fields=["name", "id"], name="virtualizat_name_16033e_idx"),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="virtualization_vir_cf_7ba43afd",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="virtualization_vi_nat_266f6cdc",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("name"),
                                models.F("cluster"),
                                models.F("tenant"),
                                name="virtualization_virtualmachine_unique_name_cluster_tenant",
                                violation_error_message="The name is taken in this cluster and tenant.",
                            ),
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("name"),
                                models.F("cluster"),
                                condition=models.Q(("tenant__isnull", True)),
                                name="virtualization_virtualmachine_unique_name_cluster",
                                violation_error_message="The name is taken in this cluster.",
                            ),
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("name"),
                                models.F("device"),
                                models.F("tenant"),
                                condition=models.Q(("cluster__isnull", True), ("device__isnull", False)),
                                name="virtualization_virtualmachine_unique_name_device_tenant",
                                violation_error_message="The name is taken on this device and in this tenant.",
                            ),
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("name"),
                                models.F("device"),
                                condition=models.Q(
                                    ("cluster__isnull", True), ("device__isnull", False), ("tenant__isnull", True)
                                ),
                                name="virtualization_virtualmachine_unique_name_device",
                                violation_error_message="The name is taken on this device.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="VMInterface",
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
                                to="virtualization.vminterface",
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
                                to="virtualization.vminterface",
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
                        (
                            "virtual_machine",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="interfaces",
                                to="virtualization.virtualmachine",
                                verbose_name="virtual machine",
                            ),
                        ),
                        ("name", models.CharField(max_length=64, verbose_name="name")),
                        ("_name", models.CharField(blank=True, db_collation="C", editable=False, max_length=100)),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        (
                            "vrf",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="vminterfaces",
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
                    ],
                    options={
                        "verbose_name": "interface",
                        "verbose_name_plural": "interfaces",
                        "ordering": ("virtual_machine", "_name"),
                        "indexes": [
                            models.Index(fields=["virtual_machine", "_name"], name="virtualization_vminterface_ord"),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="virtualization_vmi_cf_27e9fd75",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(models.F("_name"), models.F("id"), name="virtualization_vm_nat_8b75a799"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("virtual_machine", "name"),
                                name="virtualization_vminterface_unique_virtual_machine_name",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="VirtualDisk",
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
                            "virtual_machine",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="virtualdisks",
                                to="virtualization.virtualmachine",
                                verbose_name="virtual machine",
                            ),
                        ),
                        ("name", models.CharField(max_length=64, verbose_name="name")),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        ("size", models.PositiveIntegerField(verbose_name="size (MB)")),
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
                        "verbose_name": "virtual disk",
                        "verbose_name_plural": "virtual disks",
                        "ordering": ("virtual_machine", netsot.models.natural.NaturalKey("name")),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="virtualization_vir_cf_39d919fe",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="virtualization_vi_nat_9c78f68d",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("virtual_machine", "name"),
                                name="virtualization_virtualdisk_unique_virtual_machine_name",
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
