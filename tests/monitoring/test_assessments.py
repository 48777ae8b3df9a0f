"""Each Secretariat assesses by itself; divergence is kept; the institution replies in its days."""

import datetime

import pytest

from consuno.core import working_days
from consuno.core.policy import Denied
from consuno.directory.models import Membership, Role
from consuno.monitoring import actions
from consuno.monitoring.models import Report
from consuno.monitoring.queries.assessments import Outcome
from tests.monitoring.test_cycles import WRITTEN, cycle, report, today

__all__ = ["cycle", "report", "today"]


@pytest.fixture
def sent(report, cast):
    Membership.objects.filter(role=Role.VALIDATOR).delete()
    return actions.send_report(report=report, revision=1, by=cast["carla"], **WRITTEN)


def assess(report, by, rating="limited", reasons="Faltan los textos (prueba).", revision=2):
    return actions.assess(report=report, revision=revision, rating=rating, reasons=reasons, by=by)


def test_what_both_find_alike_is_agreed(sent, cast):
    assert not assess(sent, cast["ana"]).complete
    outcome = assess(sent, cast["beto"])
    assert (outcome.agreed, outcome.diverge) == ("limited", False)
    assert cast["carla"].notices.filter(kind="monitoring.report_assessed").exists()


def test_what_they_find_otherwise_stays_so(sent, cast):
    assess(sent, cast["ana"], "substantial")
    outcome = assess(sent, cast["beto"], "not_started")
    assert (outcome.agreed, outcome.diverge) == ("", True)
    assert [each.rating for each in outcome.found] == ["substantial", "not_started"]


def test_of_its_own_commitment_only_the_other_assesses(cycle, cast):
    own = Report.objects.filter(obligation__body__code="ST-CRM").first()
    actions.send_report(report=own, revision=1, by=cast["ana"], **WRITTEN)
    with pytest.raises(Denied, match="valora la otra"):
        assess(own, cast["ana"])
    assert assess(own, cast["beto"], "complete").agreed == "complete"


def test_returned_and_sent_again_it_is_assessed_again(sent, cast):
    assess(sent, cast["ana"])
    actions.return_report(report=sent, reason="¿Cuáles?", by=cast["beto"])
    actions.send_report(report=sent, revision=3, by=cast["carla"], **WRITTEN)
    with pytest.raises(Denied, match="cambió"):
        assess(sent, cast["beto"])
    assert not assess(sent, cast["beto"], revision=4).complete


@pytest.mark.parametrize(
    ("changes", "why"),
    [({"rating": "x"}, "Elija"), ({"reasons": " "}, "por qué"), ({"revision": 1}, "cambió")],
)
def test_refused(sent, cast, changes, why):
    with pytest.raises(Denied, match=why):
        assess(sent, cast["ana"], **changes)


def reply(report, by, kind="reply", text="Se enviaron (prueba)."):
    return actions.remark(report=report, kind=kind, text=text, language="es", by=by)


def test_the_institution_replies_within_ten_working_days(sent, cast, time_machine):
    with pytest.raises(Denied, match="han valorado"):
        reply(sent, cast["carla"])
    for who in ("ana", "beto"):
        assess(sent, cast[who])
    until = Outcome.of(sent).replies_until
    assert until == datetime.date(2026, 12, 9)
    with pytest.raises(Denied, match="Responde la institución"):
        reply(sent, cast["eva"])
    time_machine.move_to("2026-12-09 20:00Z")
    assert reply(sent, cast["carla"]).body.code == "DGM:SV"
    time_machine.move_to("2026-12-10 20:00Z")
    with pytest.raises(Denied, match="terminó"):
        reply(sent, cast["carla"])


def test_holidays_of_the_country_count(agenda):
    day = datetime.date(2026, 12, 18)
    plain = working_days.after(day, 10, None)
    assert plain == datetime.date(2027, 1, 1)
    assert working_days.after(day, 10, "SV") > plain
    assert working_days.after(datetime.date(2026, 11, 13), 1, None) == datetime.date(2026, 11, 16)


def test_the_other_side_leaves_its_note(sent, cast):
    """An organisation of the network beside the report of a country; never a country beside it."""
    assert reply(sent, cast["diego"], "note").body.code == "DEMO:ONG-GT"
    with pytest.raises(Denied, match="de la otra parte"):
        reply(sent, cast["eva"], "note")
    with pytest.raises(Denied, match="Escriba"):
        reply(sent, cast["diego"], "note", " ")


def test_a_secretariat_does_not_read_the_other_before_it_has_said(sent, cast, client):
    assess(sent, cast["ana"], "substantial", "Razones de la ST-CRM (prueba)")
    address = f"/seguimiento/informes/{sent.pk}/"
    client.force_login(cast["beto"])
    assert "Razones de la ST-CRM" not in client.get(address).content.decode()
    wrong = client.post(f"{address}valorar/", {"revision": 2, "rating": "limited", "reasons": ""})
    assert "Escriba por qué" in wrong.content.decode()
    # Only the form knows how long they may be: what it finds wrong never reaches the act.
    long = {"revision": 2, "rating": "limited", "reasons": "Largas (prueba). " * 400}
    assert "Largas (prueba)" in client.post(f"{address}valorar/", long).content.decode()
    assert sent.assessments.count() == 1
    said = {"revision": 2, "rating": "limited", "reasons": "Otras (prueba)"}
    page = client.post(f"{address}valorar/", said, follow=True).content.decode()
    assert "Encuentran cosas distintas" in page
    assert "Razones de la ST-CRM" in page
    client.force_login(cast["carla"])
    page = client.get(address).content.decode()
    assert "hasta el 9 de diciembre de 2026" in page
    assert "feriados de El Salvador" in page
    answered = {"kind": "reply", "text": "Aquí están (prueba)", "language": "es"}
    page = client.post(f"{address}palabra/", answered, follow=True).content.decode()
    assert "Responde DGME SV" in page
