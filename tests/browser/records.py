"""One record of each kind for the pages that a browser opens."""

import datetime

from consuno.agenda.models import Commitment
from consuno.core import clock
from consuno.directory.models import Body
from consuno.inquiries.actions import ask
from consuno.meetings.actions import plan_sitting
from consuno.meetings.models import Sitting
from consuno.monitoring.actions import draft_cycle
from consuno.monitoring.models import Obligation, Report, Scorecard
from consuno.monitoring.queries.scorecards import draft


def requested_report(cast):
    """A report asked of the DGME of El Salvador, in a cycle that waits for the other Secretariat."""
    later = clock.today() + datetime.timedelta(days=9)
    days = [later + datetime.timedelta(days=n) for n in range(3)]
    cycle = draft_cycle(
        code="p", forum="GRCM", reports_due=days[0], reviews_due=days[1], publishes_on=days[2],
        covers=Commitment.objects.filter(ref="3.b.1"), by=cast["ana"],
    )  # fmt: skip
    obligation = Obligation.objects.create(
        commitment=Commitment.objects.get(ref="3.b.1"), body=Body.objects.get(code="DGM:SV")
    )
    text = draft(cycle)
    Scorecard.objects.create(cycle=cycle, number=1, content=text.text, sha256=text.sha256)
    return Report.objects.create(cycle=cycle, obligation=obligation)


def asked_inquiry(cast):
    """ST-CRM asks the DGME of El Salvador for something."""
    return ask(
        title="Prueba", text="¿Cuántas? (prueba)", language="es", among=True, shared_with=[],
        due_on=clock.today() + datetime.timedelta(days=20),
        bodies=[Body.objects.get(code="DGM:SV")], by=cast["ana"],
    )  # fmt: skip


def planned_sitting(cast):
    """A meeting that only institutions read, in a month."""
    day = clock.today() + datetime.timedelta(days=30)
    made = plan_sitting(
        series="adhoc", title="Prueba", place="", starts=day, ends=day, public=False,
        by=cast["ana"],
    )  # fmt: skip
    Sitting.objects.filter(pk=made.pk).update(slug="p")
    return Sitting.objects.get(pk=made.pk)
