"""What an institution said by letter, written down for it by the Secretariat that watches over it."""

import pytest

from consuno.core.policy import Denied
from consuno.monitoring import actions
from consuno.monitoring.models import Report
from consuno.monitoring.queries.scorecards import draft
from tests.monitoring.test_assessments import assess
from tests.monitoring.test_cycles import WRITTEN, cycle, report, today

__all__ = ["cycle", "report", "today"]

NOTE = "Nota 12/2026 (inventada)"


def note(report, by, **changes):
    return actions.report_by_note(
        report=report, by=by, **({"instrument": NOTE} | WRITTEN | changes)
    )


def test_it_is_before_both_at_once_and_says_by_which_letter(report, cast, client):
    done = note(report, cast["ana"])
    assert (done.given, done.instrument) == (True, NOTE)
    assert cast["carla"].notices.filter(kind="monitoring.reported_by_note").exists()
    client.force_login(cast["carla"])
    assert NOTE in client.get(report.get_absolute_url()).content.decode()
    assess(done, cast["beto"])
    item = next(each for each in draft(report.cycle).content["items"] if each["reported"])
    assert item["by_note"] == NOTE


def test_only_of_its_own_side_and_only_while_nothing_is_written(report, cast, cycle):
    with pytest.raises(Denied, match="la otra Secretaría"):
        note(report, cast["beto"])
    with pytest.raises(Denied):
        note(report, cast["carla"])
    with pytest.raises(Denied, match="con qué nota"):
        note(report, cast["ana"], instrument=" ")
    with pytest.raises(Denied, match="Elija hasta dónde"):
        note(report, cast["ana"], rating="")
    own = Report.objects.filter(obligation__body__code="ST-CRM").first()
    with pytest.raises(Denied, match="informa ella misma"):
        note(own, cast["ana"])
    actions.save_report(report=report, revision=1, by=cast["carla"], **WRITTEN)
    with pytest.raises(Denied, match="ya escribe"):
        note(report, cast["ana"])


def test_what_the_institution_says_itself_takes_its_place(report, cast):
    done = note(report, cast["ana"])
    actions.return_report(report=done, reason="Falta la fecha (prueba).", by=cast["ana"])
    done.refresh_from_db()
    sent = actions.send_report(report=done, revision=done.revision, by=cast["carla"], **WRITTEN)
    assert sent.instrument == ""


def test_the_page(report, cast, client):
    client.force_login(cast["ana"])
    assert "anotarlo" in client.get(report.get_absolute_url()).content.decode()
    address = f"{report.get_absolute_url()}nota/"
    form = {**WRITTEN, "language": "es"}
    page = client.post(address, form).content.decode()
    assert "con qué nota" in page
    assert WRITTEN["narrative"] in page
    client.post(address, form | {"instrument": NOTE})
    report.refresh_from_db()
    assert report.given


def test_evidence_is_a_beginning(report, cast, client):
    """Before the institution sends, nobody else reads what it shows."""
    made = actions.add_evidence(
        report=report, title="Acuerdo (inventado)", reach="members", language="es",
        content=b"uno", file_name="a", by=cast["carla"],
    )  # fmt: skip
    client.force_login(cast["ana"])
    assert client.get(f"/seguimiento/pruebas/{made.pk}/").status_code == 403
    assert client.get(report.get_absolute_url()).status_code == 403
