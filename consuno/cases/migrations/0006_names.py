"""What has an address has a random name in it."""

import secrets
from typing import Any

from django.db import migrations, models

import consuno.core.models.vault

NAMED = ("recipient", "attachment", "handover")


def name(apps: Any, _editor: Any) -> None:
    for model in NAMED:
        for each in apps.get_model("cases", model).objects.all():
            each.name = secrets.token_hex(16)
            each.save(update_fields=["name"])


def field(**more: Any) -> models.CharField:
    return models.CharField(
        default=consuno.core.models.vault.random_id, editable=False, max_length=32, **more
    )


class Migration(migrations.Migration):
    dependencies = [("cases", "0005_written_again")]
    operations = [
        *(migrations.AddField(model, "name", field()) for model in NAMED),
        migrations.RunPython(name, migrations.RunPython.noop),
        *(migrations.AlterField(model, "name", field(unique=True)) for model in NAMED),
    ]
