import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import taggit.managers
from django.conf import settings
from django.db import migrations, models

import extras.uploads
import extras.validation
import netsot.models.fields
import netsot.models.migrations


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("netsot", "0001_natural_key"),
        ("users", "0001_initial"),
    ]

    operations = [
        netsot.models.migrations.Together(
            operations=[
                migrations.CreateModel(
                    name="CustomField",
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
                        ("type", netsot.models.fields.ChoiceField(default="text", max_length=50, verbose_name="type")),
                        (
                            "related_object_type",
                            models.ForeignKey(
                                blank=True,
                                help_text="The kind of objects the field refers to.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="contenttypes.contenttype",
                                verbose_name="related object type",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                help_text="The name in the API and in the stored data.",
                                max_length=50,
                                unique=True,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[a-z0-9_]+\\Z",
                                        "A name holds only lower-case letters, digits and underscores.",
                                    ),
                                    django.core.validators.RegexValidator(
                                        "__",
                                        "A name holds no double underscore, since filters use it as a separator.",
                                        inverse_match=True,
                                    ),
                                ],
                                verbose_name="name",
                            ),
                        ),
                        (
                            "label",
                            models.CharField(
                                blank=True,
                                help_text="The name people see; the name itself when empty.",
                                max_length=50,
                                verbose_name="label",
                            ),
                        ),
                        (
                            "group_name",
                            models.CharField(
                                blank=True,
                                help_text="Fields of one group are shown together.",
                                max_length=50,
                                verbose_name="group name",
                            ),
                        ),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        ("required", models.BooleanField(default=False, verbose_name="required")),
                        ("unique", models.BooleanField(default=False, verbose_name="must be unique")),
                        (
                            "search_weight",
                            models.PositiveSmallIntegerField(
                                default=1000,
                                help_text="A lower weight is more important; 0 keeps it out of search.",
                                verbose_name="search weight",
                            ),
                        ),
                        (
                            "filter_logic",
                            netsot.models.fields.ChoiceField(
                                default="loose",
                                help_text="Loose finds any part of a value, exact the whole value.",
                                max_length=50,
                                verbose_name="filter logic",
                            ),
                        ),
                        (
                            "default",
                            models.JSONField(
                                blank=True,
                                help_text='The default value, as JSON: "text", 10, true.',
                                null=True,
                                verbose_name="default",
                            ),
                        ),
                        (
                            "related_object_filter",
                            models.JSONField(
                                blank=True,
                                help_text='Limits which objects can be chosen, as JSON: {"status": "active"}.',
                                null=True,
                                verbose_name="related object filter",
                            ),
                        ),
                        ("weight", models.PositiveSmallIntegerField(default=100, verbose_name="display weight")),
                        (
                            "validation_minimum",
                            models.DecimalField(
                                blank=True, decimal_places=4, max_digits=16, null=True, verbose_name="minimum value"
                            ),
                        ),
                        (
                            "validation_maximum",
                            models.DecimalField(
                                blank=True, decimal_places=4, max_digits=16, null=True, verbose_name="maximum value"
                            ),
                        ),
                        (
                            "validation_regex",
                            models.CharField(
                                blank=True,
                                help_text="A regular expression that values must match; ^ and $ tie it to the whole value.",
                                max_length=500,
                                validators=[extras.validation.validate_regex],
                                verbose_name="validation regex",
                            ),
                        ),
                        (
                            "validation_schema",
                            models.JSONField(
                                blank=True,
                                null=True,
                                validators=[extras.validation.validate_json_schema],
                                verbose_name="validation schema",
                            ),
                        ),
                        (
                            "choice_set",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="choices_for",
                                to="extras.customfieldchoiceset",
                                verbose_name="choice set",
                            ),
                        ),
                        (
                            "ui_visible",
                            netsot.models.fields.ChoiceField(
                                default="always", max_length=50, verbose_name="UI visible"
                            ),
                        ),
                        (
                            "ui_editable",
                            netsot.models.fields.ChoiceField(default="yes", max_length=50, verbose_name="UI editable"),
                        ),
                        (
                            "is_cloneable",
                            models.BooleanField(
                                default=False, help_text="Clones start with the value.", verbose_name="is cloneable"
                            ),
                        ),
                        ("comments", models.TextField(blank=True, verbose_name="comments")),
                        (
                            "_applied_types",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.BigIntegerField(), blank=True, default=list, editable=False, size=None
                            ),
                        ),
                        (
                            "object_types",
                            models.ManyToManyField(
                                help_text="The kinds of objects that have this field.",
                                related_name="custom_fields",
                                to="contenttypes.contenttype",
                                verbose_name="object types",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "custom field",
                        "verbose_name_plural": "custom fields",
                        "ordering": ("group_name", "weight", "name"),
                        "indexes": [
                            models.Index(fields=["group_name", "weight", "name"], name="extras_cust_group_n_40cb93_idx")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CustomFieldChoiceSet",
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
                        ("name", models.CharField(max_length=100, unique=True, verbose_name="name")),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        (
                            "base_choices",
                            netsot.models.fields.ChoiceField(
                                blank=True, max_length=50, null=True, verbose_name="base choices"
                            ),
                        ),
                        (
                            "extra_choices",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=django.contrib.postgres.fields.ArrayField(
                                    base_field=models.CharField(max_length=100), size=2
                                ),
                                blank=True,
                                help_text="Own choices, each a value and a label.",
                                null=True,
                                size=None,
                                verbose_name="extra choices",
                            ),
                        ),
                        (
                            "choice_colors",
                            models.JSONField(
                                blank=True,
                                default=dict,
                                help_text='Colours by value: {"active": "green"}.',
                                verbose_name="choice colors",
                            ),
                        ),
                        (
                            "order_alphabetically",
                            models.BooleanField(
                                default=False,
                                help_text="Sort the choices by label.",
                                verbose_name="order alphabetically",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "custom field choice set",
                        "verbose_name_plural": "custom field choice sets",
                        "ordering": ("name",),
                    },
                ),
                migrations.CreateModel(
                    name="EventRule",
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
                        ("name", models.CharField(max_length=150, unique=True, verbose_name="name")),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        (
                            "event_types",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=50),
                                help_text="What must happen.",
                                size=None,
                                verbose_name="event types",
                            ),
                        ),
                        ("enabled", models.BooleanField(default=True, verbose_name="enabled")),
                        (
                            "conditions",
                            models.JSONField(
                                blank=True,
                                help_text="When the rule applies; always if empty.",
                                null=True,
                                verbose_name="conditions",
                            ),
                        ),
                        (
                            "action_type",
                            netsot.models.fields.ChoiceField(
                                default="webhook", max_length=30, verbose_name="action type"
                            ),
                        ),
                        (
                            "action_object_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="eventrule_actions",
                                to="contenttypes.contenttype",
                            ),
                        ),
                        ("action_object_id", models.PositiveBigIntegerField(blank=True, null=True)),
                        (
                            "action_data",
                            models.JSONField(
                                blank=True,
                                help_text="Given to the script or webhook in addition.",
                                null=True,
                                verbose_name="data",
                            ),
                        ),
                        ("comments", models.TextField(blank=True, verbose_name="comments")),
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
                            "object_types",
                            models.ManyToManyField(
                                related_name="event_rules", to="contenttypes.contenttype", verbose_name="object types"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "event rule",
                        "verbose_name_plural": "event rules",
                        "ordering": ("name",),
                        "indexes": [
                            models.Index(
                                fields=["action_object_type", "action_object_id"], name="extras_even_action__d9e2af_idx"
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="extras_eventrule_cf_ba09285a",
                                opclasses=["jsonb_path_ops"],
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Webhook",
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
                        ("name", models.CharField(max_length=150, unique=True, verbose_name="name")),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        (
                            "payload_url",
                            models.CharField(
                                help_text="Jinja template of the address to call.", max_length=500, verbose_name="URL"
                            ),
                        ),
                        (
                            "http_method",
                            netsot.models.fields.ChoiceField(default="POST", max_length=30, verbose_name="HTTP method"),
                        ),
                        (
                            "http_content_type",
                            models.CharField(
                                default="application/json", max_length=100, verbose_name="HTTP content type"
                            ),
                        ),
                        (
                            "additional_headers",
                            models.TextField(
                                blank=True,
                                help_text="Jinja template; one “Name: value” per line.",
                                verbose_name="additional headers",
                            ),
                        ),
                        (
                            "body_template",
                            models.TextField(
                                blank=True,
                                help_text="Jinja template of the body; the event as JSON when empty.",
                                verbose_name="body template",
                            ),
                        ),
                        (
                            "secret",
                            models.CharField(
                                blank=True,
                                help_text="Signs the body: X-Hook-Signature, HMAC with SHA-512.",
                                max_length=255,
                                verbose_name="secret",
                            ),
                        ),
                        ("ssl_verification", models.BooleanField(default=True, verbose_name="SSL verification")),
                        (
                            "ca_file_path",
                            models.CharField(blank=True, max_length=4096, null=True, verbose_name="CA file path"),
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
                        "verbose_name": "webhook",
                        "verbose_name_plural": "webhooks",
                        "ordering": ("name",),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="extras_webhook_cf_f84cba0e",
                                opclasses=["jsonb_path_ops"],
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="JournalEntry",
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
                            "assigned_object_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, to="contenttypes.contenttype"
                            ),
                        ),
                        ("assigned_object_id", models.PositiveBigIntegerField()),
                        (
                            "created_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="created by",
                            ),
                        ),
                        ("kind", netsot.models.fields.ChoiceField(default="info", max_length=30, verbose_name="kind")),
                        ("comments", models.TextField(verbose_name="comments")),
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
                        "verbose_name": "journal entry",
                        "verbose_name_plural": "journal entries",
                        "ordering": ("-created",),
                        "indexes": [
                            models.Index(fields=["-created"], name="extras_jour_created_ec0fac_idx"),
                            models.Index(
                                fields=["assigned_object_type", "assigned_object_id"],
                                name="extras_jour_assigne_76510f_idx",
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="extras_journalentr_cf_359a8992",
                                opclasses=["jsonb_path_ops"],
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ImageAttachment",
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
                            "object_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, to="contenttypes.contenttype"
                            ),
                        ),
                        ("object_id", models.PositiveBigIntegerField()),
                        (
                            "image",
                            models.ImageField(
                                height_field="image_height",
                                upload_to=extras.uploads.image_path,
                                verbose_name="image",
                                width_field="image_width",
                            ),
                        ),
                        ("image_height", models.PositiveSmallIntegerField(editable=False, verbose_name="image height")),
                        ("image_width", models.PositiveSmallIntegerField(editable=False, verbose_name="image width")),
                        (
                            "image_size",
                            models.PositiveBigIntegerField(
                                blank=True, editable=False, null=True, verbose_name="image size"
                            ),
                        ),
                        ("name", models.CharField(blank=True, max_length=50, verbose_name="name")),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                    ],
                    options={
                        "verbose_name": "image attachment",
                        "verbose_name_plural": "image attachments",
                        "ordering": ("name", "pk"),
                        "indexes": [
                            models.Index(fields=["name", "id"], name="extras_imag_name_23cd9f_idx"),
                            models.Index(fields=["object_type", "object_id"], name="extras_imag_object__96bebc_idx"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Notification",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                        ("read", models.DateTimeField(blank=True, null=True, verbose_name="read")),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notifications",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="user",
                            ),
                        ),
                        (
                            "object_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, to="contenttypes.contenttype"
                            ),
                        ),
                        ("object_id", models.PositiveBigIntegerField()),
                        (
                            "object_repr",
                            models.CharField(editable=False, max_length=200, verbose_name="object representation"),
                        ),
                        ("event_type", models.CharField(max_length=50, verbose_name="event")),
                    ],
                    options={
                        "verbose_name": "notification",
                        "verbose_name_plural": "notifications",
                        "ordering": ("-created", "pk"),
                        "indexes": [
                            models.Index(fields=["-created", "id"], name="extras_noti_created_1d5146_idx"),
                            models.Index(fields=["object_type", "object_id"], name="extras_noti_object__be74d5_idx"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("object_type", "object_id", "user"),
                                name="extras_notification_unique_per_object_and_user",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NotificationGroup",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created", models.DateTimeField(auto_now_add=True, null=True, verbose_name="created")),
                        ("last_updated", models.DateTimeField(auto_now=True, null=True, verbose_name="last updated")),
                        ("name", models.CharField(max_length=100, unique=True, verbose_name="name")),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        (
                            "groups",
                            models.ManyToManyField(
                                blank=True, related_name="notification_groups", to="users.group", verbose_name="groups"
                            ),
                        ),
                        (
                            "users",
                            models.ManyToManyField(
                                blank=True,
                                related_name="notification_groups",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="users",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "notification group",
                        "verbose_name_plural": "notification groups",
                        "ordering": ("name",),
                    },
                ),
                migrations.CreateModel(
                    name="Subscription",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="subscriptions",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="user",
                            ),
                        ),
                        (
                            "object_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, to="contenttypes.contenttype"
                            ),
                        ),
                        ("object_id", models.PositiveBigIntegerField()),
                    ],
                    options={
                        "verbose_name": "subscription",
                        "verbose_name_plural": "subscriptions",
                        "ordering": ("-created", "user"),
                        "indexes": [
                            models.Index(fields=["-created", "user"], name="extras_subs_created_034618_idx"),
                            models.Index(fields=["object_type", "object_id"], name="extras_subs_object__37ef68_idx"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("object_type", "object_id", "user"),
                                name="extras_subscription_unique_per_object_and_user",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Bookmark",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("created", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                        (
                            "object_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, to="contenttypes.contenttype"
                            ),
                        ),
                        ("object_id", models.PositiveBigIntegerField()),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="user",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bookmark",
                        "verbose_name_plural": "bookmarks",
                        "ordering": ("created", "pk"),
                        "indexes": [
                            models.Index(fields=["created", "id"], name="extras_book_created_1cb4a5_idx"),
                            models.Index(fields=["object_type", "object_id"], name="extras_book_object__2df6b4_idx"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("object_type", "object_id", "user"),
                                name="extras_bookmark_unique_per_object_and_user",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Dashboard",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "user",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="dashboard",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("layout", models.JSONField(default=list, verbose_name="layout")),
                        ("config", models.JSONField(default=dict, verbose_name="config")),
                    ],
                    options={
                        "verbose_name": "dashboard",
                        "verbose_name_plural": "dashboards",
                    },
                ),
                migrations.CreateModel(
                    name="SavedFilter",
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
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        (
                            "user",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="user",
                            ),
                        ),
                        ("weight", models.PositiveSmallIntegerField(default=100, verbose_name="weight")),
                        ("enabled", models.BooleanField(default=True, verbose_name="enabled")),
                        ("shared", models.BooleanField(default=True, verbose_name="shared")),
                        ("parameters", models.JSONField(verbose_name="parameters")),
                        (
                            "object_types",
                            models.ManyToManyField(
                                related_name="saved_filters", to="contenttypes.contenttype", verbose_name="object types"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "saved filter",
                        "verbose_name_plural": "saved filters",
                        "ordering": ("weight", "name"),
                        "indexes": [models.Index(fields=["weight", "name"], name="extras_save_weight_c070c4_idx")],
                    },
                ),
                migrations.CreateModel(
                    name="TableConfig",
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
                            "object_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="table_configs",
                                to="contenttypes.contenttype",
                                verbose_name="object type",
                            ),
                        ),
                        ("table", models.CharField(max_length=100, verbose_name="table")),
                        ("name", models.CharField(max_length=100, verbose_name="name")),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        (
                            "user",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="user",
                            ),
                        ),
                        ("weight", models.PositiveSmallIntegerField(default=1000, verbose_name="weight")),
                        ("enabled", models.BooleanField(default=True, verbose_name="enabled")),
                        ("shared", models.BooleanField(default=True, verbose_name="shared")),
                        (
                            "columns",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=100), size=None, verbose_name="columns"
                            ),
                        ),
                        (
                            "ordering",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=100),
                                blank=True,
                                null=True,
                                size=None,
                                verbose_name="ordering",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "table config",
                        "verbose_name_plural": "table configs",
                        "ordering": ("weight", "name"),
                        "indexes": [models.Index(fields=["weight", "name"], name="extras_tabl_weight_7c4bb6_idx")],
                    },
                ),
                migrations.CreateModel(
                    name="CachedValue",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("timestamp", models.DateTimeField(auto_now_add=True)),
                        (
                            "object_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="contenttypes.contenttype",
                            ),
                        ),
                        ("object_id", models.PositiveBigIntegerField()),
                        ("field", models.CharField(max_length=200)),
                        ("type", models.CharField(max_length=30)),
                        ("value", models.TextField()),
                        ("weight", models.PositiveSmallIntegerField(default=1000)),
                    ],
                    options={
                        "verbose_name": "cached value",
                        "verbose_name_plural": "cached values",
                        "ordering": ("weight", "object_type", "value", "object_id"),
                        "indexes": [
                            models.Index(fields=["object_type", "object_id"], name="extras_cach_object__d92213_idx")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Tag",
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
                        ("name", models.CharField(max_length=100, unique=True, verbose_name="name")),
                        (
                            "slug",
                            models.SlugField(
                                allow_unicode=True,
                                max_length=100,
                                unique=True,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^[-\\w]+\\Z", "A slug holds only letters, digits, underscores and hyphens."
                                    )
                                ],
                                verbose_name="slug",
                            ),
                        ),
                        ("color", netsot.models.fields.ColorField(default="9e9e9e", verbose_name="color")),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        ("weight", models.PositiveSmallIntegerField(default=1000, verbose_name="weight")),
                        (
                            "object_types",
                            models.ManyToManyField(
                                blank=True,
                                help_text="The kinds of objects the tag is for; empty for all.",
                                related_name="+",
                                to="contenttypes.contenttype",
                                verbose_name="object types",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tag",
                        "verbose_name_plural": "tags",
                        "ordering": ("weight", "name"),
                        "indexes": [models.Index(fields=["weight", "name"], name="extras_tag_weight_d99f50_idx")],
                    },
                ),
                migrations.CreateModel(
                    name="TaggedItem",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "content_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(app_label)s_%(class)s_tagged_items",
                                to="contenttypes.contenttype",
                                verbose_name="content type",
                            ),
                        ),
                        ("object_id", models.PositiveBigIntegerField(verbose_name="object ID")),
                        (
                            "tag",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="%(app_label)s_%(class)s_items",
                                to="extras.tag",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tagged item",
                        "verbose_name_plural": "tagged items",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("content_type", "object_id", "tag"),
                                name="extras_taggeditem_unique_tag_per_object",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CustomLink",
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
                        ("name", models.CharField(max_length=100, unique=True, verbose_name="name")),
                        ("enabled", models.BooleanField(default=True, verbose_name="enabled")),
                        (
                            "link_text",
                            models.TextField(
                                help_text="Jinja template of the text; no button is shown when it renders empty.",
                                verbose_name="link text",
                            ),
                        ),
                        (
                            "link_url",
                            models.TextField(help_text="Jinja template of the address.", verbose_name="link URL"),
                        ),
                        ("weight", models.PositiveSmallIntegerField(default=100, verbose_name="weight")),
                        (
                            "group_name",
                            models.CharField(
                                blank=True,
                                help_text="Links of one group share a menu.",
                                max_length=50,
                                verbose_name="group name",
                            ),
                        ),
                        (
                            "button_class",
                            netsot.models.fields.ChoiceField(
                                default="default", max_length=30, verbose_name="button class"
                            ),
                        ),
                        (
                            "new_window",
                            models.BooleanField(
                                default=False, help_text="Open the link in a new window.", verbose_name="new window"
                            ),
                        ),
                        (
                            "object_types",
                            models.ManyToManyField(
                                related_name="custom_links", to="contenttypes.contenttype", verbose_name="object types"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "custom link",
                        "verbose_name_plural": "custom links",
                        "ordering": ("group_name", "weight", "name"),
                        "indexes": [
                            models.Index(fields=["group_name", "weight", "name"], name="extras_cust_group_n_5a8be0_idx")
                        ],
                    },
                ),
            ],
        ),
    ]
