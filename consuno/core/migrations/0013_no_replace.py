"""Rows that are only added are not replaced either (SQLite)."""

from typing import Any

from django.db import migrations

from consuno.core import append_only


def again(_apps: Any, editor: Any) -> None:
    append_only.take_away(editor.connection)
    append_only.put(editor.connection)


class Migration(migrations.Migration):
    dependencies = [("core", "0012_vouches")]
    operations = [migrations.RunPython(again, migrations.RunPython.noop)]
