"""The collation that sorts numbers inside names by their value: eth2 before eth10.

A server built without ICU (those in the Python wheels are) can't offer that. There the collation of the same name sorts
by code point, so that the schema is the same on every server.
"""

from django.contrib.postgres.operations import CreateCollation
from django.db import NotSupportedError, migrations, transaction

BY_CODE_POINT = {"provider": "libc", "locale": "C"}


class CreateNaturalCollation(CreateCollation):
    """Create the collation with ICU where the server has it."""

    def create_collation(self, schema_editor):
        try:
            with transaction.atomic(using=schema_editor.connection.alias):
                super().create_collation(schema_editor)
        except NotSupportedError:
            CreateCollation(self.name, BY_CODE_POINT["locale"], provider=BY_CODE_POINT["provider"]).create_collation(
                schema_editor
            )


class Migration(migrations.Migration):
    """Comes before every table that sorts a name naturally."""

    initial = True

    dependencies: list[tuple[str, str]] = []

    operations = [CreateNaturalCollation("natural_sort", provider="icu", locale="und-u-kn-true")]
