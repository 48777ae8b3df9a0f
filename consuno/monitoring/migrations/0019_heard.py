"""When something was first recorded of what became of each commitment."""

from django.db import migrations
from django.utils import timezone


def hear(apps, schema_editor):
    first = {}

    def see(commitment, at):
        day = timezone.localdate(at)
        first[commitment] = min(day, first.get(commitment, day))

    reports = apps.get_model("monitoring", "Report").objects.filter(state="in_review")
    for row in reports.values_list("obligation__commitment", "submitted_at"):
        see(*row)
    deliveries = apps.get_model("monitoring", "Delivery").objects.all()
    for row in deliveries.values_list("obligation__commitment", "at"):
        see(*row)
    ended = apps.get_model("monitoring", "Obligation").objects.exclude(outcome_on=None)
    for commitment, day in ended.values_list("commitment", "outcome_on"):
        first[commitment] = min(day, first.get(commitment, day))
    commitments = apps.get_model("agenda", "Commitment").objects
    for commitment, day in first.items():
        commitments.filter(pk=commitment).update(heard_on=day)


class Migration(migrations.Migration):
    dependencies = [
        ("agenda", "0016_heard"),
        ("monitoring", "0018_covers"),
    ]

    operations = [migrations.RunPython(hear, migrations.RunPython.noop)]
