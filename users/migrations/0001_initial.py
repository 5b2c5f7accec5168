import django.contrib.auth.validators
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import netsot.models.fields
import netsot.models.migrations


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("django_rq", "0003_alter_dashboard_permission_names"),
        ("netsot", "0001_natural_key"),
        ("sessions", "0001_initial"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
    ]

    operations = [
        netsot.models.migrations.Together(
            operations=[
                migrations.CreateModel(
                    name="Group",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=150, unique=True, verbose_name="name")),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        (
                            "object_permissions",
                            models.ManyToManyField(
                                blank=True,
                                related_name="groups",
                                to="users.objectpermission",
                                verbose_name="object permissions",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "group",
                        "verbose_name_plural": "groups",
                        "ordering": ("name",),
                    },
                ),
                migrations.CreateModel(
                    name="User",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("password", models.CharField(max_length=128, verbose_name="password")),
                        ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                        (
                            "username",
                            models.CharField(
                                error_messages={"unique": "A user with that username already exists."},
                                help_text="Letters, digits and @ . + - _ only.",
                                max_length=150,
                                unique=True,
                                validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                                verbose_name="username",
                            ),
                        ),
                        ("first_name", models.CharField(blank=True, max_length=150, verbose_name="first name")),
                        ("last_name", models.CharField(blank=True, max_length=150, verbose_name="last name")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                        (
                            "is_active",
                            models.BooleanField(
                                default=True,
                                help_text="Switch this off instead of deleting an account.",
                                verbose_name="active",
                            ),
                        ),
                        (
                            "is_superuser",
                            models.BooleanField(
                                default=False,
                                help_text="May do everything without holding permissions for it.",
                                verbose_name="superuser status",
                            ),
                        ),
                        (
                            "date_joined",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined"),
                        ),
                        (
                            "groups",
                            models.ManyToManyField(
                                blank=True, related_name="users", to="users.group", verbose_name="groups"
                            ),
                        ),
                        (
                            "object_permissions",
                            models.ManyToManyField(
                                blank=True,
                                related_name="users",
                                to="users.objectpermission",
                                verbose_name="object permissions",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "user",
                        "verbose_name_plural": "users",
                        "ordering": ("username",),
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("username"),
                                name="users_user_unique_username_any_case",
                                violation_error_message="A user with that username already exists.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="UserConfig",
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
                                related_name="config",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="user",
                            ),
                        ),
                        ("data", models.JSONField(default=dict, verbose_name="data")),
                    ],
                    options={
                        "verbose_name": "user preferences",
                        "verbose_name_plural": "user preferences",
                        "ordering": ("user",),
                    },
                ),
                migrations.CreateModel(
                    name="OwnerGroup",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        ("name", models.CharField(max_length=100, unique=True, verbose_name="name")),
                    ],
                    options={
                        "verbose_name": "owner group",
                        "verbose_name_plural": "owner groups",
                        "ordering": ("name",),
                    },
                ),
                migrations.CreateModel(
                    name="Owner",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        ("name", models.CharField(max_length=100, unique=True, verbose_name="name")),
                        (
                            "group",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="members",
                                to="users.ownergroup",
                                verbose_name="group",
                            ),
                        ),
                        (
                            "user_groups",
                            models.ManyToManyField(
                                blank=True, related_name="owners", to="users.group", verbose_name="groups"
                            ),
                        ),
                        (
                            "users",
                            models.ManyToManyField(
                                blank=True, related_name="owners", to=settings.AUTH_USER_MODEL, verbose_name="users"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "owner",
                        "verbose_name_plural": "owners",
                        "ordering": ("name",),
                    },
                ),
                migrations.CreateModel(
                    name="ObjectPermission",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=100, verbose_name="name")),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        ("enabled", models.BooleanField(default=True, verbose_name="enabled")),
                        (
                            "actions",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=30),
                                help_text="What may be done: view, add, change, delete or the name of a custom action.",
                                size=None,
                                verbose_name="actions",
                            ),
                        ),
                        (
                            "constraints",
                            models.JSONField(
                                blank=True,
                                help_text="Filters that an object must match, as one JSON object or a list of alternatives.",
                                null=True,
                                verbose_name="constraints",
                            ),
                        ),
                        (
                            "object_types",
                            models.ManyToManyField(
                                related_name="object_permissions",
                                to="contenttypes.contenttype",
                                verbose_name="object types",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "permission",
                        "verbose_name_plural": "permissions",
                        "ordering": ("name",),
                        "indexes": [models.Index(fields=["name"], name="users_objec_name_ca707b_idx")],
                    },
                ),
                migrations.CreateModel(
                    name="Token",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "version",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "v1"), (2, "v2")], default=2, verbose_name="version"
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="tokens",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="user",
                            ),
                        ),
                        ("description", models.CharField(blank=True, max_length=200, verbose_name="description")),
                        ("created", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                        ("expires", models.DateTimeField(blank=True, null=True, verbose_name="expires")),
                        ("last_used", models.DateTimeField(blank=True, null=True, verbose_name="last used")),
                        (
                            "enabled",
                            models.BooleanField(
                                default=True,
                                help_text="Switch this off to refuse the token without deleting it.",
                                verbose_name="enabled",
                            ),
                        ),
                        (
                            "write_enabled",
                            models.BooleanField(
                                default=True,
                                help_text="May create, change and delete objects, not only read them.",
                                verbose_name="write enabled",
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                blank=True,
                                editable=False,
                                max_length=12,
                                null=True,
                                unique=True,
                                validators=[django.core.validators.MinLengthValidator(12)],
                                verbose_name="key",
                            ),
                        ),
                        (
                            "pepper_id",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="pepper ID"),
                        ),
                        (
                            "hmac_digest",
                            models.CharField(editable=False, max_length=64, unique=True, verbose_name="digest"),
                        ),
                        (
                            "allowed_ips",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=netsot.models.fields.IPNetworkField(),
                                blank=True,
                                help_text="Networks from which the token may be used: 10.1.1.0/24, 2001:db8::/48. Empty for any.",
                                null=True,
                                size=None,
                                verbose_name="allowed IPs",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "token",
                        "verbose_name_plural": "tokens",
                        "ordering": ("-created",),
                        "indexes": [models.Index(fields=["-created"], name="users_token_created_1467b4_idx")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("key__isnull", True), ("version", 1)),
                                    models.Q(("key__isnull", False), ("version", 2)),
                                    _connector="OR",
                                ),
                                name="users_token_key_by_version",
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
