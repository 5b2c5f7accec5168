import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import taggit.managers
from django.db import migrations, models

import netsot.models.fields
import netsot.models.migrations
import netsot.models.natural


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("dcim", "0002_initial"),
        ("extras", "0001_initial"),
        ("ipam", "0003_initial"),
        ("netsot", "0001_natural_key"),
        ("tenancy", "0001_initial"),
        ("users", "0001_initial"),
    ]

    operations = [
        netsot.models.migrations.Together(
            operations=[
                migrations.CreateModel(
                    name="WirelessLANGroup",
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
                                to="wireless.wirelesslangroup",
                                verbose_name="parent",
                            ),
                        ),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        ("comments", models.TextField(blank=True, verbose_name="comments")),
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
                        "verbose_name": "wireless LAN group",
                        "verbose_name_plural": "wireless LAN groups",
                        "ordering": (netsot.models.natural.NaturalKey("name"), "pk"),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="wireless_wirelessl_cf_1a5a4423",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="wireless_wireless_nat_2ffd60c8",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("parent", "name"), name="wireless_wirelesslangroup_unique_parent_name"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WirelessLAN",
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
                        ("ssid", models.CharField(max_length=32, verbose_name="SSID")),
                        (
                            "group",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="wireless_lans",
                                to="wireless.wirelesslangroup",
                                verbose_name="group",
                            ),
                        ),
                        (
                            "status",
                            netsot.models.fields.ChoiceField(default="active", max_length=50, verbose_name="status"),
                        ),
                        (
                            "vlan",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="ipam.vlan",
                                verbose_name="VLAN",
                            ),
                        ),
                        (
                            "tenant",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="wireless_lans",
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
                        "verbose_name": "wireless LAN",
                        "verbose_name_plural": "wireless LANs",
                        "ordering": ("ssid", "pk"),
                        "indexes": [
                            models.Index(fields=["ssid", "id"], name="wireless_wi_ssid_64a9ce_idx"),
                            models.Index(fields=["scope_type", "scope_id"], name="wireless_wi_scope_t_6740a3_idx"),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="wireless_wirelessl_cf_2df0f444",
                                opclasses=["jsonb_path_ops"],
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
