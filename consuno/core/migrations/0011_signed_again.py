"""Signatures say as what and on which day from now on; those that do not say it no longer count."""

from typing import Any

from django.db import migrations


def forget(apps: Any, _editor: Any) -> None:
    apps.get_model("core", "Endorsement").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("core", "0010_counter")]
    operations = [migrations.RunPython(forget, migrations.RunPython.noop)]
