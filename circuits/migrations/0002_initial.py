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
        ("circuits", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("dcim", "0002_initial"),
        ("extras", "0001_initial"),
        ("tenancy", "0001_initial"),
        ("users", "0001_initial"),
    ]

    operations = [
        netsot.models.migrations.Together(
            operations=[
                migrations.CreateModel(
                    name="Circuit",
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
                            "cid",
                            models.CharField(
                                help_text="The provider's number of this circuit",
                                max_length=100,
                                verbose_name="circuit ID",
                            ),
                        ),
                        (
                            "provider",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="circuits",
                                to="circuits.provider",
                                verbose_name="provider",
                            ),
                        ),
                        (
                            "provider_account",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="circuits",
                                to="circuits.provideraccount",
                                verbose_name="provider account",
                            ),
                        ),
                        (
                            "type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="circuits",
                                to="circuits.circuittype",
                                verbose_name="type",
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
                                related_name="circuits",
                                to="tenancy.tenant",
                                verbose_name="tenant",
                            ),
                        ),
                        ("install_date", models.DateField(blank=True, null=True, verbose_name="installed")),
                        ("termination_date", models.DateField(blank=True, null=True, verbose_name="terminates")),
                        (
                            "commit_rate",
                            models.PositiveIntegerField(
                                blank=True, help_text="Committed rate", null=True, verbose_name="commit rate (Kbps)"
                            ),
                        ),
                        (
                            "termination_a",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="circuits.circuittermination",
                                verbose_name="termination A",
                            ),
                        ),
                        (
                            "termination_z",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="circuits.circuittermination",
                                verbose_name="termination Z",
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
                        "verbose_name": "circuit",
                        "verbose_name_plural": "circuits",
                        "ordering": ("provider", "provider_account", "cid"),
                        "indexes": [
                            models.Index(
                                fields=["provider", "provider_account", "cid"], name="circuits_ci_provide_a0c42c_idx"
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="circuits_circuit_cf_4523fa63",
                                opclasses=["jsonb_path_ops"],
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("provider", "cid"), name="circuits_circuit_unique_provider_cid"
                            ),
                            models.UniqueConstraint(
                                fields=("provider_account", "cid"), name="circuits_circuit_unique_provideraccount_cid"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CircuitTermination",
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
                            "circuit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="terminations",
                                to="circuits.circuit",
                                verbose_name="circuit",
                            ),
                        ),
                        ("term_side", netsot.models.fields.ChoiceField(max_length=1, verbose_name="termination side")),
                        (
                            "termination_type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="contenttypes.contenttype",
                            ),
                        ),
                        ("termination_id", models.PositiveBigIntegerField(blank=True, null=True)),
                        (
                            "port_speed",
                            models.PositiveIntegerField(
                                blank=True,
                                help_text="Physical speed of the port",
                                null=True,
                                verbose_name="port speed (Kbps)",
                            ),
                        ),
                        (
                            "upstream_speed",
                            models.PositiveIntegerField(
                                blank=True,
                                help_text="Upstream speed, if it differs",
                                null=True,
                                verbose_name="upstream speed (Kbps)",
                            ),
                        ),
                        (
                            "xconnect_id",
                            models.CharField(
                                blank=True,
                                help_text="Number of the local cross-connect",
                                max_length=50,
                                verbose_name="cross-connect ID",
                            ),
                        ),
                        (
                            "pp_info",
                            models.CharField(
                                blank=True,
                                help_text="Patch panel and port",
                                max_length=100,
                                verbose_name="patch panel/port(s)",
                            ),
                        ),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        (
                            "_provider_network",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="circuit_terminations",
                                to="circuits.providernetwork",
                            ),
                        ),
                        (
                            "_location",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="circuit_terminations",
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
                                related_name="circuit_terminations",
                                to="dcim.site",
                            ),
                        ),
                        (
                            "_region",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="circuit_terminations",
                                to="dcim.region",
                            ),
                        ),
                        (
                            "_site_group",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="circuit_terminations",
                                to="dcim.sitegroup",
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
                        "verbose_name": "circuit termination",
                        "verbose_name_plural": "circuit terminations",
                        "ordering": ("circuit", "term_side"),
                        "indexes": [
                            models.Index(
                                fields=["termination_type", "termination_id"], name="circuits_ci_termina_505dda_idx"
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="circuits_circuitte_cf_9ac0f671",
                                opclasses=["jsonb_path_ops"],
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("circuit", "term_side"),
                                name="circuits_circuittermination_unique_circuit_term_side",
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
