import django.db.models.deletion
from django.db import migrations, models

import netsot.models.migrations


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0001_initial"),
        ("dcim", "0003_initial"),
        ("extras", "0002_initial"),
        ("tenancy", "0001_initial"),
        ("users", "0001_initial"),
        ("virtualization", "0001_initial"),
    ]

    operations = [
        netsot.models.migrations.Together(
            operations=[
                migrations.CreateModel(
                    name="ConfigContext",
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
                            "data_source",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.datasource",
                            ),
                        ),
                        (
                            "data_file",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="core.datafile",
                            ),
                        ),
                        (
                            "data_path",
                            models.CharField(blank=True, editable=False, max_length=1000, verbose_name="data path"),
                        ),
                        ("auto_sync_enabled", models.BooleanField(default=False, verbose_name="auto sync enabled")),
                        (
                            "data_synced",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="date synced"),
                        ),
                        ("name", models.CharField(max_length=100, unique=True, verbose_name="name")),
                        (
                            "profile",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="config_contexts",
                                to="extras.configcontextprofile",
                                verbose_name="profile",
                            ),
                        ),
                        (
                            "weight",
                            models.PositiveSmallIntegerField(
                                default=1000,
                                help_text="Among contexts, the data of the heavier wins.",
                                verbose_name="weight",
                            ),
                        ),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        ("is_active", models.BooleanField(default=True, verbose_name="is active")),
                        ("data", models.JSONField(verbose_name="data")),
                        (
                            "regions",
                            models.ManyToManyField(
                                blank=True, related_name="+", to="dcim.region", verbose_name="regions"
                            ),
                        ),
                        (
                            "site_groups",
                            models.ManyToManyField(
                                blank=True, related_name="+", to="dcim.sitegroup", verbose_name="site groups"
                            ),
                        ),
                        (
                            "sites",
                            models.ManyToManyField(blank=True, related_name="+", to="dcim.site", verbose_name="sites"),
                        ),
                        (
                            "locations",
                            models.ManyToManyField(
                                blank=True, related_name="+", to="dcim.location", verbose_name="locations"
                            ),
                        ),
                        (
                            "device_types",
                            models.ManyToManyField(
                                blank=True, related_name="+", to="dcim.devicetype", verbose_name="device types"
                            ),
                        ),
                        (
                            "roles",
                            models.ManyToManyField(
                                blank=True, related_name="+", to="dcim.devicerole", verbose_name="roles"
                            ),
                        ),
                        (
                            "platforms",
                            models.ManyToManyField(
                                blank=True, related_name="+", to="dcim.platform", verbose_name="platforms"
                            ),
                        ),
                        (
                            "cluster_types",
                            models.ManyToManyField(
                                blank=True,
                                related_name="+",
                                to="virtualization.clustertype",
                                verbose_name="cluster types",
                            ),
                        ),
                        (
                            "cluster_groups",
                            models.ManyToManyField(
                                blank=True,
                                related_name="+",
                                to="virtualization.clustergroup",
                                verbose_name="cluster groups",
                            ),
                        ),
                        (
                            "clusters",
                            models.ManyToManyField(
                                blank=True, related_name="+", to="virtualization.cluster", verbose_name="clusters"
                            ),
                        ),
                        (
                            "tenant_groups",
                            models.ManyToManyField(
                                blank=True, related_name="+", to="tenancy.tenantgroup", verbose_name="tenant groups"
                            ),
                        ),
                        (
                            "tenants",
                            models.ManyToManyField(
                                blank=True, related_name="+", to="tenancy.tenant", verbose_name="tenants"
                            ),
                        ),
                        (
                            "tags",
                            models.ManyToManyField(blank=True, related_name="+", to="extras.tag", verbose_name="tags"),
                        ),
                    ],
                    options={
                        "verbose_name": "config context",
                        "verbose_name_plural": "config contexts",
                        "ordering": ("weight", "name"),
                        "indexes": [models.Index(fields=["weight", "name"], name="extras_conf_weight_ef9a81_idx")],
                    },
                ),
            ],
        ),
    ]
