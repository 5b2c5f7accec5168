import django.contrib.postgres.indexes
import django.db.models.deletion
import taggit.managers
from django.db import migrations, models

import netsot.models.fields
import netsot.models.migrations


class Migration(migrations.Migration):
    dependencies = [
        ("circuits", "0002_initial"),
        ("dcim", "0005_initial"),
        ("extras", "0001_initial"),
    ]

    operations = [
        netsot.models.migrations.Together(
            operations=[
                migrations.CreateModel(
                    name="VirtualCircuitTermination",
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
                            "virtual_circuit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="terminations",
                                to="circuits.virtualcircuit",
                                verbose_name="virtual circuit",
                            ),
                        ),
                        ("role", netsot.models.fields.ChoiceField(default="peer", max_length=50, verbose_name="role")),
                        (
                            "interface",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="virtual_circuit_termination",
                                to="dcim.interface",
                                verbose_name="interface",
                            ),
                        ),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
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
                        "verbose_name": "virtual circuit termination",
                        "verbose_name_plural": "virtual circuit terminations",
                        "ordering": ("virtual_circuit", "role", "pk"),
                        "indexes": [
                            models.Index(
                                fields=["virtual_circuit", "role", "id"], name="circuits_vi_virtual_4b5c0c_idx"
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="circuits_virtualci_cf_4141a0ec",
                                opclasses=["jsonb_path_ops"],
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
