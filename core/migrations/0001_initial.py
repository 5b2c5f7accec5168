import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.serializers.json
import django.core.validators
import django.db.models.deletion
import taggit.managers
from django.conf import settings
from django.db import migrations, models

import netsot.models.fields
import netsot.models.migrations


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("extras", "0001_initial"),
        ("netsot", "0001_natural_key"),
        ("users", "0001_initial"),
    ]

    operations = [
        netsot.models.migrations.Together(
            operations=[
                migrations.CreateModel(
                    name="ObjectChange",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("time", models.DateTimeField(auto_now_add=True, db_index=True, verbose_name="time")),
                        (
                            "user",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="changes",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="user",
                            ),
                        ),
                        ("user_name", models.CharField(editable=False, max_length=150, verbose_name="user name")),
                        ("request_id", models.UUIDField(db_index=True, editable=False, verbose_name="request ID")),
                        ("action", netsot.models.fields.ChoiceField(max_length=50, verbose_name="action")),
                        (
                            "changed_object_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="contenttypes.contenttype",
                            ),
                        ),
                        ("changed_object_id", models.PositiveBigIntegerField()),
                        (
                            "related_object_type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="contenttypes.contenttype",
                            ),
                        ),
                        ("related_object_id", models.PositiveBigIntegerField(blank=True, null=True)),
                        ("object_repr", models.CharField(editable=False, max_length=200)),
                        (
                            "message",
                            models.CharField(blank=True, editable=False, max_length=200, verbose_name="message"),
                        ),
                        (
                            "prechange_data",
                            models.JSONField(blank=True, editable=False, null=True, verbose_name="pre-change data"),
                        ),
                        (
                            "postchange_data",
                            models.JSONField(blank=True, editable=False, null=True, verbose_name="post-change data"),
                        ),
                    ],
                    options={
                        "verbose_name": "object change",
                        "verbose_name_plural": "object changes",
                        "ordering": ("-time", "-id"),
                        "indexes": [
                            models.Index(fields=["-time", "-id"], name="core_object_time_c4d207_idx"),
                            models.Index(
                                fields=["changed_object_type", "changed_object_id"],
                                name="core_object_changed_c227ce_idx",
                            ),
                            models.Index(
                                fields=["related_object_type", "related_object_id"],
                                name="core_object_related_3375d6_idx",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConfigRevision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("active", models.BooleanField(default=False, verbose_name="active")),
                        ("created", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                        ("comment", models.CharField(blank=True, max_length=200, verbose_name="comment")),
                        ("data", models.JSONField(blank=True, null=True, verbose_name="configuration data")),
                    ],
                    options={
                        "verbose_name": "config revision",
                        "verbose_name_plural": "config revisions",
                        "ordering": ("-created",),
                        "indexes": [models.Index(fields=["-created"], name="core_config_created_ef9552_idx")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("active", True)),
                                fields=("active",),
                                name="unique_active_config_revision",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DataSource",
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
                        ("name", models.CharField(max_length=100, unique=True, verbose_name="name")),
                        ("type", models.CharField(max_length=50, verbose_name="type")),
                        ("source_url", models.CharField(max_length=200, verbose_name="URL")),
                        (
                            "status",
                            netsot.models.fields.ChoiceField(
                                default="new", editable=False, max_length=50, verbose_name="status"
                            ),
                        ),
                        ("enabled", models.BooleanField(default=True, verbose_name="enabled")),
                        (
                            "sync_interval",
                            models.PositiveIntegerField(
                                blank=True,
                                choices=[
                                    (1, "Minutely"),
                                    (60, "Hourly"),
                                    (720, "12 hours"),
                                    (1440, "Daily"),
                                    (10080, "Weekly"),
                                    (43200, "30 days"),
                                ],
                                null=True,
                                verbose_name="sync interval",
                            ),
                        ),
                        (
                            "ignore_rules",
                            models.TextField(
                                blank=True,
                                help_text="Patterns of files to leave out, one per line.",
                                verbose_name="ignore rules",
                            ),
                        ),
                        ("parameters", models.JSONField(blank=True, null=True, verbose_name="parameters")),
                        (
                            "last_synced",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="last synced"),
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
                        "verbose_name": "data source",
                        "verbose_name_plural": "data sources",
                        "ordering": ("name",),
                        "permissions": [("sync", "Synchronize data from remote source")],
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="core_datasource_cf_09bcbd01",
                                opclasses=["jsonb_path_ops"],
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DataFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                        ("last_updated", models.DateTimeField(editable=False, verbose_name="last updated")),
                        (
                            "source",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="datafiles",
                                to="core.datasource",
                                verbose_name="source",
                            ),
                        ),
                        ("path", models.CharField(editable=False, max_length=1000, verbose_name="path")),
                        ("size", models.PositiveIntegerField(editable=False, verbose_name="size")),
                        (
                            "hash",
                            models.CharField(
                                editable=False,
                                max_length=64,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[0-9a-f]{64}\\Z", "A hash is 64 hexadecimal digits."
                                    )
                                ],
                                verbose_name="hash",
                            ),
                        ),
                        ("data", models.BinaryField(verbose_name="data")),
                    ],
                    options={
                        "verbose_name": "data file",
                        "verbose_name_plural": "data files",
                        "ordering": ("source", "path"),
                        "constraints": [
                            models.UniqueConstraint(fields=("source", "path"), name="core_datafile_unique_source_path")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AutoSyncRecord",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "datafile",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="core.datafile"
                            ),
                        ),
                        (
                            "object_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="contenttypes.contenttype",
                            ),
                        ),
                        ("object_id", models.PositiveBigIntegerField()),
                    ],
                    options={
                        "verbose_name": "auto sync record",
                        "verbose_name_plural": "auto sync records",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("object_type", "object_id"), name="core_autosyncrecord_object"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ManagedFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                        ("created", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                        (
                            "last_updated",
                            models.DateTimeField(blank=True, editable=False, null=True, verbose_name="last updated"),
                        ),
                        ("file_root", netsot.models.fields.ChoiceField(max_length=1000, verbose_name="file root")),
                        ("file_path", models.CharField(editable=False, max_length=100, verbose_name="file path")),
                    ],
                    options={
                        "verbose_name": "managed file",
                        "verbose_name_plural": "managed files",
                        "ordering": ("file_root", "file_path"),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("file_root", "file_path"), name="core_managedfile_unique_root_path"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Job",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "object_type",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="jobs",
                                to="contenttypes.contenttype",
                            ),
                        ),
                        ("object_id", models.PositiveBigIntegerField(blank=True, null=True)),
                        ("name", models.CharField(max_length=200, verbose_name="name")),
                        ("created", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                        ("scheduled", models.DateTimeField(blank=True, null=True, verbose_name="scheduled")),
                        (
                            "interval",
                            models.PositiveIntegerField(
                                blank=True,
                                help_text="Minutes until the job runs again.",
                                null=True,
                                validators=[django.core.validators.MinValueValidator(1)],
                                verbose_name="interval",
                            ),
                        ),
                        ("started", models.DateTimeField(blank=True, null=True, verbose_name="started")),
                        ("completed", models.DateTimeField(blank=True, null=True, verbose_name="completed")),
                        (
                            "user",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="user",
                            ),
                        ),
                        (
                            "status",
                            netsot.models.fields.ChoiceField(default="pending", max_length=30, verbose_name="status"),
                        ),
                        (
                            "data",
                            models.JSONField(
                                blank=True,
                                encoder=django.core.serializers.json.DjangoJSONEncoder,
                                null=True,
                                verbose_name="data",
                            ),
                        ),
                        ("error", models.TextField(blank=True, editable=False, verbose_name="error")),
                        ("job_id", models.UUIDField(unique=True, verbose_name="job ID")),
                        ("queue_name", models.CharField(blank=True, max_length=100, verbose_name="queue name")),
                        (
                            "notifications",
                            netsot.models.fields.ChoiceField(
                                default="always", max_length=30, verbose_name="notifications"
                            ),
                        ),
                        (
                            "log_entries",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="log entries",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "job",
                        "verbose_name_plural": "jobs",
                        "ordering": ("-created",),
                        "indexes": [
                            models.Index(fields=["-created"], name="core_job_created_efa7cb_idx"),
                            models.Index(fields=["object_type", "object_id"], name="core_job_object__c664ac_idx"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ObjectType",
                    fields=[
                        (
                            "contenttype_ptr",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                related_name="object_type",
                                serialize=False,
                                to="contenttypes.contenttype",
                            ),
                        ),
                        ("public", models.BooleanField(default=False, verbose_name="public")),
                        (
                            "features",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=50),
                                default=list,
                                size=None,
                                verbose_name="features",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "object type",
                        "verbose_name_plural": "object types",
                        "ordering": ("app_label", "model"),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["features"], name="core_object_feature_aec4de_gin"
                            )
                        ],
                    },
                    bases=("contenttypes.contenttype",),
                ),
            ],
        ),
    ]
