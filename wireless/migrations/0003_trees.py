"""Trees without circles."""

from django.db import migrations

from netsot.models.migrations import GuardTree


class Migration(migrations.Migration):
    dependencies = [("netsot", "0002_trees"), ("wireless", "0002_initial")]

    operations = [
        GuardTree(model="wirelesslangroup"),
    ]
