"""A cycle that waits for the other Secretariat, and what El Salvador owes in it."""

from __future__ import annotations

import datetime
from typing import Any

from consuno.agenda.models import Commitment
from consuno.core import clock
from consuno.core.sheets import Sheet
from consuno.directory.models import Body
from consuno.monitoring import actions
from consuno.monitoring.models import Cycle, Obligation, Report, Scorecard
from consuno.monitoring.queries.scorecards import draft


def _cycle(cast: dict[str, Any], code: str = "p") -> Cycle:
    days = [clock.today() + datetime.timedelta(days=9 + n) for n in range(3)]
    made = actions.draft_cycle(
        code=code, forum="GRCM", reports_due=days[0], reviews_due=days[1], publishes_on=days[2],
        covers=Commitment.objects.filter(ref="3.b.1" if code == "p" else "3.b.2"), by=cast["ana"],
    )  # fmt: skip
    text = draft(made)
    Scorecard.objects.create(cycle=made, number=1, content=text.text, sha256=text.sha256)
    return made


def world(cast: dict[str, Any]) -> dict[str, Any]:
    """The DGME of El Salvador owes 3.b.1 and 3.b.2; reports are drafted, sent and assessed."""
    cycle, owed = _cycle(cast), Commitment.objects.get(ref="3.b.1")
    body = Body.objects.get(code="DGM:SV")
    duty = Obligation.objects.create(commitment=owed, body=body)
    report = Report.objects.create(cycle=cycle, obligation=duty)
    other = Obligation.objects.create(
        commitment=Commitment.objects.exclude(pk=owed.pk).filter(owed=True).first(), body=body,
        extended_to=clock.today() + datetime.timedelta(days=30),
    )  # fmt: skip
    sent = Report.objects.create(cycle=cycle, obligation=other)
    said = {"narrative": "Se revisó (prueba).", "rating": "limited", "language": "es"}
    sent = actions.send_report(report=sent, revision=sent.revision, by=cast["carla"], **said)
    asked = Obligation.objects.create(
        commitment=Commitment.objects.filter(owed=True).exclude(
            pk__in=[owed.pk, other.commitment_id]
        ).first(),
        body=body,
    )  # fmt: skip
    given = Report.objects.create(
        cycle=cycle, obligation=asked, state=Report.State.IN_REVIEW, submitted_by=cast["carla"],
        submitted_at=clock.now(), **said,
    )  # fmt: skip
    extension = actions.ask_extension(
        obligation=other, wanted=clock.today() + datetime.timedelta(days=90), reason="Prueba.",
        by=cast["carla"],
    )  # fmt: skip
    fourth = Obligation.objects.create(
        commitment=Commitment.objects.filter(owed=True).exclude(
            pk__in=[owed.pk, other.commitment_id, asked.commitment_id]
        ).first(),
        body=body, extended_to=clock.today() + datetime.timedelta(days=30),
    )  # fmt: skip
    untouched = Report.objects.create(cycle=cycle, obligation=fourth)
    waiting = _cycle(cast, "q")
    common = {"title": "Prueba", "reach": "members", "language": "es", "by": cast["carla"],
              "file_name": "a.csv", "content": b"uno"}  # fmt: skip
    sheet = Sheet("Hoja", [["Id", "Compromiso", "Plazo"], ["1", "Algo (prueba)", ""]])
    intake = actions.begin_intake(
        title="Plan (prueba)", place="", day=clock.today(), public=False, file_name="a.csv",
        content=b"x", sheet=sheet, by=cast["ana"],
    )  # fmt: skip
    return {
        "owed": owed.pk, "untouched": untouched.pk, "dated": fourth.pk, "waiting": waiting.code, "report": report.pk, "duty": duty.pk, "sent": sent.pk, "given": given.pk,
        "extension": extension.pk, "evidence": actions.add_evidence(report=report, **common).pk,
        "delivery": actions.deliver(obligation=duty, **common).pk, "intake": intake.pk,
        "milestone": actions.set_milestone(
            obligation=duty, title="Uno (prueba)", weight=1, by=cast["carla"]
        ).pk,
    }  # fmt: skip
