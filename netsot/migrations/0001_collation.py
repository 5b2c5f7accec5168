"""The collation that sorts numbers inside names by their value: eth2 before eth10."""

from django.contrib.postgres.operations import CreateCollation
from django.db import migrations


class Migration(migrations.Migration):
    """Comes before every table that sorts a name naturally."""

    initial = True

    dependencies: list[tuple[str, str]] = []

    operations = [CreateCollation("natural_sort", provider="icu", locale="und-u-kn-true")]
