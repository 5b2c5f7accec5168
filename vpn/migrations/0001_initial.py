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
        ("extras", "0001_initial"),
        ("ipam", "0002_initial"),
        ("netsot", "0001_natural_key"),
        ("tenancy", "0001_initial"),
        ("users", "0001_initial"),
    ]

    operations = [
        netsot.models.migrations.Together(
            operations=[
                migrations.CreateModel(
                    name="IKEProposal",
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
                        (
                            "authentication_method",
                            netsot.models.fields.ChoiceField(max_length=50, verbose_name="authentication method"),
                        ),
                        (
                            "encryption_algorithm",
                            netsot.models.fields.ChoiceField(max_length=50, verbose_name="encryption algorithm"),
                        ),
                        (
                            "authentication_algorithm",
                            netsot.models.fields.ChoiceField(
                                blank=True, max_length=50, null=True, verbose_name="authentication algorithm"
                            ),
                        ),
                        (
                            "group",
                            netsot.models.fields.IntegerChoiceField(
                                help_text="Diffie-Hellman group", verbose_name="group"
                            ),
                        ),
                        (
                            "sa_lifetime",
                            models.PositiveIntegerField(
                                blank=True,
                                help_text="Lifetime of the security association in seconds",
                                null=True,
                                verbose_name="SA lifetime",
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
                        "verbose_name": "IKE proposal",
                        "verbose_name_plural": "IKE proposals",
                        "ordering": (netsot.models.natural.NaturalKey("name"),),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="vpn_ikeproposal_cf_ac8d9ebe",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="vpn_ikeproposal_nat_254623b7",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IKEPolicy",
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
                        ("version", netsot.models.fields.IntegerChoiceField(default=2, verbose_name="version")),
                        (
                            "mode",
                            netsot.models.fields.ChoiceField(blank=True, max_length=50, null=True, verbose_name="mode"),
                        ),
                        ("preshared_key", models.TextField(blank=True, verbose_name="pre-shared key")),
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
                            "proposals",
                            models.ManyToManyField(
                                related_name="ike_policies", to="vpn.ikeproposal", verbose_name="proposals"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "IKE policy",
                        "verbose_name_plural": "IKE policies",
                        "ordering": (netsot.models.natural.NaturalKey("name"),),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="vpn_ikepolicy_cf_964b6456",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="vpn_ikepolicy_nat_5124aa3b",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IPSecProposal",
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
                        (
                            "encryption_algorithm",
                            netsot.models.fields.ChoiceField(
                                blank=True, max_length=50, null=True, verbose_name="encryption"
                            ),
                        ),
                        (
                            "authentication_algorithm",
                            netsot.models.fields.ChoiceField(
                                blank=True, max_length=50, null=True, verbose_name="authentication"
                            ),
                        ),
                        (
                            "sa_lifetime_seconds",
                            models.PositiveIntegerField(
                                blank=True,
                                help_text="Lifetime of the security association",
                                null=True,
                                verbose_name="SA lifetime (seconds)",
                            ),
                        ),
                        (
                            "sa_lifetime_data",
                            models.PositiveIntegerField(
                                blank=True,
                                help_text="Lifetime of the security association in kilobytes",
                                null=True,
                                verbose_name="SA lifetime (KB)",
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
                        "verbose_name": "IPSec proposal",
                        "verbose_name_plural": "IPSec proposals",
                        "ordering": (netsot.models.natural.NaturalKey("name"),),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="vpn_ipsecproposal_cf_30a40946",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="vpn_ipsecproposal_nat_2fb98e2b",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IPSecPolicy",
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
                        (
                            "pfs_group",
                            netsot.models.fields.IntegerChoiceField(
                                blank=True,
                                help_text="Diffie-Hellman group for perfect forward secrecy",
                                null=True,
                                verbose_name="PFS group",
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
                        (
                            "proposals",
                            models.ManyToManyField(
                                related_name="ipsec_policies", to="vpn.ipsecproposal", verbose_name="proposals"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "IPSec policy",
                        "verbose_name_plural": "IPSec policies",
                        "ordering": (netsot.models.natural.NaturalKey("name"),),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="vpn_ipsecpolicy_cf_c71b9522",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="vpn_ipsecpolicy_nat_cf28a1aa",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IPSecProfile",
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
                        ("mode", netsot.models.fields.ChoiceField(max_length=50, verbose_name="mode")),
                        (
                            "ike_policy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="ipsec_profiles",
                                to="vpn.ikepolicy",
                                verbose_name="IKE policy",
                            ),
                        ),
                        (
                            "ipsec_policy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="ipsec_profiles",
                                to="vpn.ipsecpolicy",
                                verbose_name="IPSec policy",
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
                        "verbose_name": "IPSec profile",
                        "verbose_name_plural": "IPSec profiles",
                        "ordering": (netsot.models.natural.NaturalKey("name"),),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="vpn_ipsecprofile_cf_9c9e63de",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"),
                                models.F("id"),
                                name="vpn_ipsecprofile_nat_3ac63c72",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="L2VPN",
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
                        ("type", netsot.models.fields.ChoiceField(max_length=50, verbose_name="type")),
                        (
                            "status",
                            netsot.models.fields.ChoiceField(default="active", max_length=50, verbose_name="status"),
                        ),
                        ("identifier", models.BigIntegerField(blank=True, null=True, verbose_name="identifier")),
                        (
                            "tenant",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="l2vpns",
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
                        (
                            "import_targets",
                            models.ManyToManyField(
                                blank=True,
                                related_name="importing_l2vpns",
                                to="ipam.routetarget",
                                verbose_name="import targets",
                            ),
                        ),
                        (
                            "export_targets",
                            models.ManyToManyField(
                                blank=True,
                                related_name="exporting_l2vpns",
                                to="ipam.routetarget",
                                verbose_name="export targets",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "L2VPN",
                        "verbose_name_plural": "L2VPNs",
                        "ordering": (netsot.models.natural.NaturalKey("name"), "identifier"),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"], name="vpn_l2vpn_cf_794b2621", opclasses=["jsonb_path_ops"]
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"), models.F("id"), name="vpn_l2vpn_nat_8824eda5"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="L2VPNTermination",
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
                            "l2vpn",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="terminations",
                                to="vpn.l2vpn",
                                verbose_name="L2VPN",
                            ),
                        ),
                        (
                            "assigned_object_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="contenttypes.contenttype",
                            ),
                        ),
                        ("assigned_object_id", models.PositiveBigIntegerField()),
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
                        "verbose_name": "L2VPN termination",
                        "verbose_name_plural": "L2VPN terminations",
                        "ordering": ("l2vpn",),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="vpn_l2vpnterminati_cf_2ea96c34",
                                opclasses=["jsonb_path_ops"],
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("assigned_object_type", "assigned_object_id"),
                                name="vpn_l2vpntermination_assigned_object",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TunnelGroup",
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
                    ],
                    options={
                        "verbose_name": "tunnel group",
                        "verbose_name_plural": "tunnel groups",
                        "ordering": ("name",),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="vpn_tunnelgroup_cf_fd886020",
                                opclasses=["jsonb_path_ops"],
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Tunnel",
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
                        (
                            "status",
                            netsot.models.fields.ChoiceField(default="active", max_length=50, verbose_name="status"),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tunnels",
                                to="vpn.tunnelgroup",
                                verbose_name="group",
                            ),
                        ),
                        (
                            "encapsulation",
                            netsot.models.fields.ChoiceField(max_length=50, verbose_name="encapsulation"),
                        ),
                        (
                            "ipsec_profile",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tunnels",
                                to="vpn.ipsecprofile",
                                verbose_name="IPSec profile",
                            ),
                        ),
                        (
                            "tenant",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tunnels",
                                to="tenancy.tenant",
                                verbose_name="tenant",
                            ),
                        ),
                        ("tunnel_id", models.PositiveBigIntegerField(blank=True, null=True, verbose_name="tunnel ID")),
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
                        "verbose_name": "tunnel",
                        "verbose_name_plural": "tunnels",
                        "ordering": (netsot.models.natural.NaturalKey("name"),),
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["custom_field_data"],
                                name="vpn_tunnel_cf_fd2341fa",
                                opclasses=["jsonb_path_ops"],
                            ),
                            models.Index(
                                netsot.models.natural.NaturalKey("name"), models.F("id"), name="vpn_tunnel_nat_f060beab"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("group", "name"), name="vpn_tunnel_group_name"),
                            models.UniqueConstraint(
                                condition=models.Q(("group__isnull", True)), fields=("name",), name="vpn_tunnel_name"
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
