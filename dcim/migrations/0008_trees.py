"""Trees without circles."""

from django.db import migrations

from netsot.models.migrations import GuardTree


class Migration(migrations.Migration):
    dependencies = [("netsot", "0002_trees"), ("dcim", "0007_module_type_profiles")]

    operations = [
        GuardTree(model="region"),
        GuardTree(model="sitegroup"),
        GuardTree(model="location"),
        GuardTree(model="devicerole"),
        GuardTree(model="platform"),
    ]
