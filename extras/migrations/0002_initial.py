import django.contrib.postgres.indexes
import django.db.models.deletion
import taggit.managers
from django.db import migrations, models

import extras.validation
import netsot.models.migrations


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("core", "0001_initial"),
        ("extras", "0001_initial"),
        ("users", "0001_initial"),
    ]

    operations = [
        netsot.models.migrations.Together(
            operations=[
                migrations.CreateModel(
                    name="ConfigContextProfile",
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
                            "schema",
                            models.JSONField(
                                blank=True,
                                help_text="A JSON schema.",
                                null=True,
                                validators=[extras.validation.validate_json_schema],
                                verbose_name="schema",
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
                        "verbose_name": "config context profile",
                        "verbose_name_plural": "config context profiles",
                        "ordering": ("name",),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="extras_configconte_cf_e8670330",
                                opclasses=["jsonb_path_ops"],
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConfigTemplate",
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
                        (
                            "template_code",
                            models.TextField(help_text="Jinja template code.", verbose_name="template code"),
                        ),
                        (
                            "environment_params",
                            models.JSONField(
                                blank=True,
                                default=dict,
                                help_text="Options of the Jinja environment: trim_blocks, lstrip_blocks …",
                                null=True,
                                verbose_name="environment parameters",
                            ),
                        ),
                        (
                            "mime_type",
                            models.CharField(
                                blank=True, help_text="text/plain when empty.", max_length=50, verbose_name="MIME type"
                            ),
                        ),
                        ("file_name", models.CharField(blank=True, max_length=200, verbose_name="file name")),
                        ("file_extension", models.CharField(blank=True, max_length=15, verbose_name="file extension")),
                        (
                            "as_attachment",
                            models.BooleanField(
                                default=True, help_text="Download the file.", verbose_name="as attachment"
                            ),
                        ),
                        ("name", models.CharField(max_length=100, verbose_name="name")),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        (
                            "debug",
                            models.BooleanField(
                                default=False,
                                help_text="Show where rendering failed, with the lines of the template.",
                                verbose_name="debug",
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
                        "verbose_name": "config template",
                        "verbose_name_plural": "config templates",
                        "ordering": ("name",),
                        "indexes": [models.Index(fields=["name"], name="extras_conf_name_e276bf_idx")],
                    },
                ),
                migrations.CreateModel(
                    name="ScriptModule",
                    fields=[],
                    options={
                        "verbose_name": "script module",
                        "verbose_name_plural": "script modules",
                        "ordering": ("file_root", "file_path"),
                        "proxy": True,
                    },
                    bases=("core.managedfile", models.Model),
                ),
                migrations.CreateModel(
                    name="Script",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(editable=False, max_length=79, verbose_name="name")),
                        (
                            "module",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="scripts",
                                to="extras.scriptmodule",
                                verbose_name="module",
                            ),
                        ),
                        (
                            "is_executable",
                            models.BooleanField(default=True, editable=False, verbose_name="is executable"),
                        ),
                    ],
                    options={
                        "verbose_name": "script",
                        "verbose_name_plural": "scripts",
                        "ordering": ("module", "name"),
                        "indexes": [models.Index(fields=["module", "name"], name="extras_scri_module__8bd99c_idx")],
                        "constraints": [
                            models.UniqueConstraint(fields=("name", "module"), name="extras_script_unique_name_module")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExportTemplate",
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
                        (
                            "template_code",
                            models.TextField(help_text="Jinja template code.", verbose_name="template code"),
                        ),
                        (
                            "environment_params",
                            models.JSONField(
                                blank=True,
                                default=dict,
                                help_text="Options of the Jinja environment: trim_blocks, lstrip_blocks …",
                                null=True,
                                verbose_name="environment parameters",
                            ),
                        ),
                        (
                            "mime_type",
                            models.CharField(
                                blank=True, help_text="text/plain when empty.", max_length=50, verbose_name="MIME type"
                            ),
                        ),
                        ("file_name", models.CharField(blank=True, max_length=200, verbose_name="file name")),
                        ("file_extension", models.CharField(blank=True, max_length=15, verbose_name="file extension")),
                        (
                            "as_attachment",
                            models.BooleanField(
                                default=True, help_text="Download the file.", verbose_name="as attachment"
                            ),
                        ),
                        ("name", models.CharField(max_length=100, verbose_name="name")),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        (
                            "object_types",
                            models.ManyToManyField(
                                related_name="export_templates",
                                to="contenttypes.contenttype",
                                verbose_name="object types",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "export template",
                        "verbose_name_plural": "export templates",
                        "ordering": ("name",),
                        "indexes": [models.Index(fields=["name"], name="extras_expo_name_55a9af_idx")],
                    },
                ),
            ],
        ),
    ]
