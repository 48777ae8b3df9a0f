"""Facts of Honduras: a competence, a seat, something somebody doubts; an invitation that waits."""

from __future__ import annotations

import datetime
from typing import Any

from consuno.directory import actions, facts
from consuno.directory.models import Body, Jurisdiction

DAY = datetime.date(2026, 1, 2)


def world(cast: dict[str, Any]) -> dict[str, Any]:
    """The facts were written by ST-CRM; nora is invited to administer the directorate of Honduras."""
    ana = cast["ana"]
    invitation = actions.invite(
        body=Body.objects.get(code="DGM:HN"), email="nora@example.org", role="administrator",
        language="es", by=ana,
    )  # fmt: skip
    competence = actions.name_competent(
        body=Body.objects.get(code="DGM:HN"), matter="retorno", source="Decreto (prueba)", on=DAY,
        by=ana,
    )  # fmt: skip
    seat = actions.write_seat(
        national=Body.objects.get(code="TRATA:HN"), title="Asiento (prueba)", exists=True,
        holder=None, source="Nota (prueba)", on=DAY, by=ana,
    )  # fmt: skip
    doubt = actions.doubt(
        known=facts.find("competencia", competence.pk), text="No es así (prueba).", by=None
    )
    held = {name: cast[name].memberships.get().pk for name in ("ana", "carla", "eva")}
    assert isinstance(competence, Jurisdiction)
    return {
        **held, "invitation": invitation.pk, "competence": competence.pk, "seat": seat.pk,
        "doubt": doubt.pk,
    }  # fmt: skip
