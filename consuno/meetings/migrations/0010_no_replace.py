"""Rows that are only added are not replaced either (SQLite)."""

from typing import Any

from django.db import migrations

from consuno.core import append_only


def again(_apps: Any, editor: Any) -> None:
    append_only.take_away(editor.connection, ["meetings_approvedminutes"])
    append_only.put(editor.connection, ["meetings_approvedminutes"])


class Migration(migrations.Migration):
    dependencies = [("meetings", "0009_say_withdrawn")]
    operations = [migrations.RunPython(again, migrations.RunPython.noop)]
