"""A cycle says what it covers: those there already, all that was asked of, or was owed."""

from django.db import migrations, models


def cover(apps, schema_editor):
    cycle, report = apps.get_model("monitoring", "Cycle"), apps.get_model("monitoring", "Report")
    commitment = apps.get_model("agenda", "Commitment")
    for each in cycle.objects.all():
        asked = report.objects.filter(cycle=each).values("obligation__commitment")
        owed = commitment.objects.filter(owed=True, closed_on=None)
        each.covers.set(commitment.objects.filter(pk__in=asked) if each.opened_on else owed)


class Migration(migrations.Migration):
    dependencies = [
        ("agenda", "0015_dated_by"),
        ("monitoring", "0017_no_replace"),
    ]

    operations = [
        migrations.AddField(
            model_name="cycle",
            name="covers",
            field=models.ManyToManyField(related_name="cycles", to="agenda.commitment"),
        ),
        migrations.RunPython(cover, migrations.RunPython.noop),
    ]
