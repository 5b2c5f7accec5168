import django.contrib.postgres.indexes
import django.db.models.deletion
import taggit.managers
from django.db import migrations, models

import netsot.models.fields
import netsot.models.migrations


class Migration(migrations.Migration):
    dependencies = [
        ("dcim", "0005_initial"),
        ("extras", "0001_initial"),
        ("tenancy", "0001_initial"),
        ("users", "0001_initial"),
        ("wireless", "0001_initial"),
    ]

    operations = [
        netsot.models.migrations.Together(
            operations=[
                migrations.CreateModel(
                    name="WirelessLink",
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
                            "distance",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=8, null=True, verbose_name="distance"
                            ),
                        ),
                        (
                            "distance_unit",
                            netsot.models.fields.ChoiceField(
                                blank=True, max_length=50, null=True, verbose_name="distance unit"
                            ),
                        ),
                        (
                            "_abs_distance",
                            models.DecimalField(blank=True, decimal_places=4, editable=False, max_digits=13, null=True),
                        ),
                        (
                            "auth_type",
                            netsot.models.fields.ChoiceField(
                                blank=True, max_length=50, null=True, verbose_name="authentication type"
                            ),
                        ),
                        (
                            "auth_cipher",
                            netsot.models.fields.ChoiceField(
                                blank=True, max_length=50, null=True, verbose_name="authentication cipher"
                            ),
                        ),
                        ("auth_psk", models.CharField(blank=True, max_length=64, verbose_name="pre-shared key")),
                        (
                            "interface_a",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="dcim.interface",
                                verbose_name="interface A",
                            ),
                        ),
                        (
                            "interface_b",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="dcim.interface",
                                verbose_name="interface B",
                            ),
                        ),
                        ("ssid", models.CharField(blank=True, max_length=32, verbose_name="SSID")),
                        (
                            "status",
                            netsot.models.fields.ChoiceField(default="connected", max_length=50, verbose_name="status"),
                        ),
                        (
                            "tenant",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="wireless_links",
                                to="tenancy.tenant",
                                verbose_name="tenant",
                            ),
                        ),
                        (
                            "_interface_a_device",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="dcim.device",
                            ),
                        ),
                        (
                            "_interface_b_device",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="dcim.device",
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
                        "verbose_name": "wireless link",
                        "verbose_name_plural": "wireless links",
                        "ordering": ("pk",),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="wireless_wirelessl_cf_144eaa09",
                                opclasses=["jsonb_path_ops"],
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("interface_a", "interface_b"), name="wireless_wirelesslink_unique_interfaces"
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
