import django.db.models.deletion
from django.db import migrations, models

import netsot.models.migrations


class Migration(migrations.Migration):
    dependencies = [
        ("dcim", "0005_initial"),
        ("wireless", "0002_initial"),
    ]

    operations = [
        netsot.models.migrations.Together(
            operations=[
                migrations.AddField(
                    model_name="Interface",
                    name="wireless_link",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wireless.wirelesslink",
                        verbose_name="wireless link",
                    ),
                ),
            ],
        ),
    ]
