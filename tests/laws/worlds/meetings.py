"""A meeting to come, one whose minutes are written, one that circulates, one approved."""

from __future__ import annotations

import datetime
from typing import Any

from consuno.agenda.models import Commitment, Theme
from consuno.core import clock
from consuno.directory.models import Body, Country
from consuno.meetings import actions
from consuno.meetings.models import ApprovedMinutes, DossierFile, Elevation, Record, Sitting


def body(code: str) -> Body:
    return Body.objects.get(code=code)


def _planned(cast: dict[str, Any], slug: str, days: int, series: str = "adhoc") -> Sitting:
    day = clock.today() + datetime.timedelta(days=days)
    made = actions.plan_sitting(
        series=series, title="Prueba", place="", starts=day, ends=day, public=False, by=cast["ana"]
    )
    Sitting.objects.filter(pk=made.pk).update(slug=slug)
    made.refresh_from_db()
    guests = [body(code) for code in ("DGM:SV", "DGM:HN", "RROCM", "GRCM")]
    actions.invite(sitting=made, bodies=guests, by=cast["ana"])
    return made


def _minutes(cast: dict[str, Any], slug: str) -> tuple[Record, Any, Any]:
    sitting = _planned(cast, slug, -2)
    item = actions.add_item(sitting=sitting, title="Uno (prueba)", by=cast["ana"])
    record = actions.open_minutes(sitting=sitting, by=cast["ana"])
    agreed = actions.take_agreement(item=item, text="Algo (prueba).", by=cast["ana"])
    return record, item, agreed


def world(cast: dict[str, Any]) -> dict[str, Any]:
    """Each meeting was called by ST-CRM; El Salvador, Honduras and the network are invited."""
    coming = _planned(cast, "p", 30)
    planned = actions.add_item(sitting=coming, title="Dos (prueba)", by=cast["ana"])
    _written, item, agreed = _minutes(cast, "escrita")
    circulating, _item, _agreed = _minutes(cast, "circula")
    circulating = actions.circulate(record=circulating, by=cast["ana"])
    if circulating.state == Record.State.LEAVE:
        circulating = actions.give_leave(record=circulating, by=cast["luis"])
    correction = actions.ask_correction(
        record=circulating, text="Falta una coma (prueba).", by=cast["carla"]
    )
    approved, _item, _agreed = _minutes(cast, "aprobada")
    Record.objects.filter(pk=approved.pk).update(state=Record.State.APPROVED)
    ApprovedMinutes.objects.create(sitting=approved.sitting, text="Acta.", sha256="0" * 64)
    _planned(cast, "sin-acta", -3)
    document = actions.add_document(
        sitting=coming, title="Nota (prueba)", language="es", file_name="a.csv", content=b"uno",
        by=cast["ana"],
    )  # fmt: skip
    effort = actions.tell_effort(
        body=body("DGM:SV"), theme=Theme.objects.first(), title="Turnos (prueba)",
        description="De noche (prueba).", by=cast["carla"],
    )  # fmt: skip
    topic = actions.raise_topic(
        country=Country.objects.get(code="SV"), body=body("DGM:SV"), title="Agua (prueba)",
        text="Faltan filtros (prueba).", language="es", by=cast["carla"],
    )  # fmt: skip
    said = actions.say(
        topic=topic, body=body("DGM:SV"), text="Así es (prueba).", language="es", by=cast["carla"]
    )
    other = actions.raise_topic(
        country=Country.objects.get(code="SV"), body=body("DGM:SV"), title="Luz (prueba)",
        text="Falta (prueba).", language="es", by=cast["carla"],
    )  # fmt: skip
    elevation = Elevation.objects.create(
        topic=other, series="adhoc", item=planned, by=cast["carla"]
    )
    fresh = actions.raise_topic(
        country=Country.objects.get(code="SV"), body=body("DGM:SV"), title="Sal (prueba)",
        text="Sobra (prueba).", language="es", by=cast["carla"],
    )  # fmt: skip
    dossier = actions.make_dossier(sitting=coming, by=cast["ana"])
    file = DossierFile.objects.create(
        dossier=dossier, language="es", kind="pdf", content=b"%PDF", sha256="0" * 64
    )
    return {
        "delegation": coming.delegations.get(body__code="DGM:SV").pk, "planned": planned.pk,
        "item": item.pk, "agreed": agreed.pk, "correction": correction.pk, "effort": effort.pk,
        "document": document.pk, "topic": topic.pk, "said": said.pk, "elevation": elevation.pk,
        "dossier": file.pk, "fresh": fresh.pk, "of_sv": body("DGM:SV").pk,
        "event": Commitment.objects.filter(deadline_kind="event").first().pk,
    }  # fmt: skip
