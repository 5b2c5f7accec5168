import django.contrib.postgres.indexes
import django.db.models.deletion
import taggit.managers
from django.db import migrations, models

import netsot.models.fields
import netsot.models.migrations


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("extras", "0001_initial"),
        ("ipam", "0003_initial"),
        ("vpn", "0001_initial"),
    ]

    operations = [
        netsot.models.migrations.Together(
            operations=[
                migrations.CreateModel(
                    name="TunnelTermination",
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
                            "tunnel",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="terminations",
                                to="vpn.tunnel",
                                verbose_name="tunnel",
                            ),
                        ),
                        ("role", netsot.models.fields.ChoiceField(default="peer", max_length=50, verbose_name="role")),
                        (
                            "termination_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="contenttypes.contenttype",
                            ),
                        ),
                        ("termination_id", models.PositiveBigIntegerField(blank=True, null=True)),
                        (
                            "outside_ip",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tunnel_terminations",
                                to="ipam.ipaddress",
                                verbose_name="outside IP",
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
                        "verbose_name": "tunnel termination",
                        "verbose_name_plural": "tunnel terminations",
                        "ordering": ("tunnel", "role", "pk"),
                        "indexes": [
                            models.Index(fields=["tunnel", "role", "id"], name="vpn_tunnelt_tunnel__f542d3_idx"),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="vpn_tunnelterminat_cf_32af8fd6",
                                opclasses=["jsonb_path_ops"],
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("termination_type", "termination_id"),
                                name="vpn_tunneltermination_termination",
                                violation_error_message="An interface can be the end of one tunnel only.",
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
