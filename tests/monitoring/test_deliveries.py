"""What is handed over on its day, outside any cycle."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from consuno.core.policy import Denied
from consuno.monitoring import actions, notices
from consuno.monitoring.models import Delivery, Obligation
from consuno.monitoring.queries.scorecards import draft
from tests.monitoring.test_assessments import assess
from tests.monitoring.test_cycles import WRITTEN, answer_all, cycle, report, today
from tests.monitoring.test_scorecards import AFTER, sign

__all__ = ["cycle", "report", "today"]


@pytest.fixture
def owed(agenda, cast):
    """No cycle is open."""
    answer_all(cast)
    return Obligation.objects.get(body__code="DGM:SV", commitment__ref="3.b.1")


def hand_over(owed, by, **changes):
    fields = {"title": "Ley comparada (inventada)", "reach": "members", "language": "es"}
    return actions.deliver(obligation=owed, by=by, **(fields | changes))


def test_it_needs_no_cycle_and_both_secretariats_hear(owed, cast):
    made = hand_over(owed, cast["carla"])
    assert made.on == datetime.date(2026, 11, 25)
    owed.commitment.refresh_from_db()
    assert owed.commitment.heard_on == made.on
    for who in ("ana", "beto"):
        assert cast[who].notices.filter(kind="monitoring.delivered").exists()
    with pytest.raises(Denied, match="la anota el punto focal"):
        hand_over(owed, cast["eva"])
    with pytest.raises(Denied, match="Escriba qué se entrega"):
        hand_over(owed, cast["carla"], title=" ")
    with pytest.raises(Denied, match="no las dos"):
        hand_over(owed, cast["carla"], link="https://example.org", content=b"x")


def test_the_body_is_not_nagged_any_more_and_the_secretariats_are(owed, cast):
    owed.extended_to = datetime.date(2026, 11, 20)
    owed.save()
    line = notices.deadline_near.compose
    told = {"due": "2026-11-20", "rung": 7}
    assert line(cast["carla"], owed, **told)
    made = hand_over(owed, cast["carla"])
    assert line(cast["carla"], owed, **told) is None
    assert line(cast["ana"], owed, **told)
    actions.take_back(delivery=made, by=cast["carla"])
    assert line(cast["carla"], owed, **told)
    with pytest.raises(Denied, match="ya se retiró"):
        actions.take_back(delivery=made, by=cast["carla"])


def test_the_day_of_the_delivery_counts(report, cast, time_machine):
    hand_over(report.obligation, cast["carla"])
    time_machine.move_to("2026-12-05 12:00Z")
    actions.send_report(report=report, revision=1, by=cast["carla"], **WRITTEN)
    actions.validate_report(report=report, by=cast["marta"])
    for who in ("ana", "beto"):
        assess(report, cast[who])
    assert Obligation.objects.get(pk=report.obligation_id).said_on == datetime.date(2026, 11, 25)


def test_the_public_reads_what_a_scorecard_shows(report, cast, client, time_machine):
    public = hand_over(
        report.obligation, cast["carla"], reach="public", content=b"ley", file_name="l"
    )
    inside = hand_over(report.obligation, cast["carla"], content=b"nota", file_name="n")
    address = f"/seguimiento/entregas/{public.pk}/"
    assert client.get(address).status_code == 302
    time_machine.move_to(AFTER)
    for who in ("ana", "beto"):
        card = sign(report.cycle, cast[who])
    (item,) = [each for each in draft(report.cycle).content["items"] if each["deliveries"]]
    assert [each["title"] for each in item["deliveries"]] == ["Ley comparada (inventada)"]
    assert address in client.get(card.get_absolute_url()).content.decode()
    assert client.get(address).content == b"ley"
    assert client.get(f"/seguimiento/entregas/{inside.pk}/").status_code == 302


def test_the_page(owed, cast, client):
    client.force_login(cast["carla"])
    address = f"/seguimiento/obligaciones/{owed.pk}/entregas/"
    assert "obligatorio" in client.post(address, {}).content.decode()
    form = {
        "title": "Lista (inventada)", "reach": "secretariats", "language": "es",
        "file": SimpleUploadedFile("lista.pdf", b"uno"),
    }  # fmt: skip
    assert "Lista (inventada)" in client.post(address, form, follow=True).content.decode()
    made = Delivery.objects.get()
    client.force_login(cast["eva"])
    page = client.get(owed.get_absolute_url()).content.decode()
    assert "Lista (inventada)" in page
    assert f"/seguimiento/entregas/{made.pk}/" not in page
    assert client.get(f"/seguimiento/entregas/{made.pk}/").status_code == 403
    client.force_login(cast["carla"])
    client.post(f"/seguimiento/entregas/{made.pk}/retirar/")
    page = client.get(owed.get_absolute_url()).content.decode()
    assert "<del" in page
