"""Rows that are only added are not replaced either (SQLite)."""

from typing import Any

from django.db import migrations

from consuno.core import append_only


def again(_apps: Any, editor: Any) -> None:
    append_only.take_away(editor.connection, ["monitoring_scorecard"])
    append_only.put(editor.connection, ["monitoring_scorecard"])


class Migration(migrations.Migration):
    dependencies = [("monitoring", "0016_organ")]
    operations = [migrations.RunPython(again, migrations.RunPython.noop)]
