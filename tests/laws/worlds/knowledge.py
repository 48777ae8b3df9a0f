"""The library with an entry, an instrument with its text, and an assessment in course."""

from __future__ import annotations

import datetime
from typing import Any

from consuno.core.bilingual import Bilingual
from consuno.directory.models import Body, Country
from consuno.knowledge import actions
from consuno.knowledge.assessments import kinds as assessed
from consuno.knowledge.entries import kinds
from consuno.knowledge.models import Instrument

DAY = datetime.date(2026, 1, 2)
PILOT = {
    "criterios": {"es": "Mayores de edad"}, "lugar": {"es": "Choluteca"}, "previstas": {"es": "40"},
}  # fmt: skip


def world(cast: dict[str, Any]) -> dict[str, Any]:
    """The entry and the assessment are of the migration directorate of Honduras."""
    eva, ana = cast["eva"], cast["ana"]
    entry = actions.write_entry(
        kind=kinds()["piloto"], country=Country.objects.get(code="HN"), body=None, link="",
        title=Bilingual("Huerto (prueba)"), said=PILOT, source="Informe",
        on=DAY, by=eva, file_name="a.csv", content=b"uno",
    )  # fmt: skip
    made = actions.add_instrument(
        kind="treaty", scope="universal", name=Bilingual("Convenio (prueba)", "Treaty (test)"),
        about=Bilingual(), by=ana,
    )  # fmt: skip
    edition = actions.add_edition(
        instrument=made, label="2016", adopted_on="2016", adopted_by=Bilingual(),
        note=Bilingual(), source="Depositario", on=DAY, by=ana,
    )  # fmt: skip
    text = actions.add_text(
        edition=edition, language="es", authentic=True, file_name="a.csv", content=b"uno", by=ana
    )
    assessment = actions.begin_assessment(
        kind=assessed()["reinsercion"], body=Body.objects.get(code="DGM:HN"), partner=None,
        language="es", by=eva,
    )  # fmt: skip
    return {
        "entry": entry.pk, "slug": Instrument.objects.get(pk=made.pk).slug, "text": text.pk,
        "edition": edition.pk, "assessment": assessment.pk,
    }  # fmt: skip
