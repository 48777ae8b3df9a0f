"""ST-CRM asks two directorates of migration for something; one has answered."""

from __future__ import annotations

import datetime
from typing import Any

from consuno.core import clock
from consuno.directory.models import Body
from consuno.inquiries import actions


def world(cast: dict[str, Any]) -> dict[str, Any]:
    """Asked of the DGME of El Salvador and of the one of Honduras, which sent a file."""
    made = actions.ask(
        title="Prueba", text="¿Cuántas? (prueba)", language="es", among=True, shared_with=[],
        due_on=clock.today() + datetime.timedelta(days=20),
        bodies=list(Body.objects.filter(code__in=("DGM:SV", "DGM:HN"))), by=cast["ana"],
    )  # fmt: skip
    given = actions.give_answer(
        answer=made.answers.get(body__code="DGM:HN"), revision=1, by=cast["eva"], text="Tres.",
        language="es", link="", file_name="a.csv", content=b"uno",
    )  # fmt: skip
    return {
        "inquiry": made.pk, "answer": made.answers.get(body__code="DGM:SV").pk, "given": given.pk,
        "other": "MRE:SV",
    }  # fmt: skip
