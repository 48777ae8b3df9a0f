"""Minutes from the agenda to the frozen text: written, circulated, corrected, approved."""

import datetime
import hashlib

import pytest
from django.db import DatabaseError, transaction

from consuno.agenda.models import Commitment
from consuno.core.models.audit import AppendOnlyError
from consuno.core.policy import ConflictError, Denied
from consuno.directory.models import Body
from consuno.meetings import actions
from consuno.meetings.models import ApprovedMinutes, Record
from consuno.meetings.queries.minutes import compose, understood
from tests.meetings.test_sittings import plan, sitting, today

__all__ = ["sitting", "today"]

AGREED = "La ST de la RROCM enviará a la ST de la CRM el glosario inventado a más tardar el 30 de abril de 2027."
LOOSE = "Un saludo a todas las delegaciones (inventado)."


@pytest.fixture
def item(sitting, cast, time_machine):
    made = actions.add_item(sitting=sitting, title="Glosario común", by=cast["ana"])
    time_machine.move_to("2027-02-11 15:00Z")
    return made


@pytest.fixture
def record(item, cast):
    made = actions.open_minutes(sitting=item.sitting, by=cast["ana"])
    actions.write_discussion(item=item, revision=1, text="Se leyó (prueba).", by=cast["beto"])
    for text in (AGREED, LOOSE):
        actions.take_agreement(item=item, text=text, by=cast["ana"])
    return made


@pytest.fixture
def circulated(record, cast, time_machine):
    actions.circulate(record=record, by=cast["ana"])
    return actions.give_leave(record=record, by=cast["luis"])


def after_the_window(time_machine):
    time_machine.move_to("2027-02-25 15:00Z")


def approve(record, by, code, **more):
    sha256 = compose(record).sha256
    return actions.approve(
        record=record, body=Body.objects.get(code=code), sha256=sha256, by=by, **more
    )


def test_not_before_the_meeting(sitting, cast):
    with pytest.raises(Denied, match="desde el primer día"):
        actions.open_minutes(sitting=sitting, by=cast["ana"])


def test_the_text_is_composed_and_the_reader_shows_what_it_sees(record):
    text = compose(record)
    for words in ("XI reunión", "1. Glosario común", "Se leyó (prueba).", f"1.1. {AGREED}"):
        assert words in text.words
    seen = understood(record, text)
    first = record.sitting.items.get().agreements.first()
    assert seen[first.pk].responsible[0].body == "ST-RROCM"
    assert seen[first.pk].deadline.resolved == datetime.date(2027, 4, 30)


def test_two_people_at_once_overwrite_nothing(record, item, cast):
    with pytest.raises(ConflictError):
        actions.write_discussion(item=item, revision=1, text="Otra cosa.", by=cast["ana"])


def test_the_presidency_gives_leave_or_gives_it_back(record, cast):
    actions.circulate(record=record, by=cast["ana"])
    assert cast["luis"].notices.filter(kind="meetings.leave_waits").exists()
    with pytest.raises(Denied):
        actions.give_leave(record=record, by=cast["carla"])
    with pytest.raises(Denied, match="con qué nota"):
        actions.give_leave(record=record, by=cast["ana"])
    record = actions.give_leave(record=record, grants=False, by=cast["luis"])
    assert record.state == "draft"
    actions.circulate(record=record, by=cast["beto"])
    record = actions.give_leave(record=record, instrument="Nota 7 (inventada)", by=cast["ana"])
    assert (record.state, record.window_ends) == ("circulated", datetime.date(2027, 2, 21))


def test_corrections_in_their_days(circulated, item, cast, time_machine):
    asked = actions.ask_correction(record=circulated, text="Donde dice…", by=cast["carla"])
    with pytest.raises(Denied, match="invitadas"):
        actions.ask_correction(record=circulated, text="Yo también", by=cast["ana"])
    with pytest.raises(Denied, match="todavía pueden pedir"):
        approve(circulated, cast["ana"], "ST-CRM")
    after_the_window(time_machine)
    with pytest.raises(Denied, match="terminó"):
        actions.ask_correction(record=circulated, text="Tarde", by=cast["carla"])
    with pytest.raises(Denied, match="Falta responder"):
        approve(circulated, cast["ana"], "ST-CRM")
    with pytest.raises(Denied, match="por qué no se recoge"):
        actions.answer_correction(correction=asked, taken=False, reason=" ", by=cast["beto"])
    actions.answer_correction(correction=asked, taken=True, reason="", by=cast["beto"])
    assert cast["carla"].notices.filter(kind="meetings.correction_answered").exists()


def test_what_changed_is_approved_again(circulated, item, cast, time_machine):
    after_the_window(time_machine)
    old = compose(circulated).sha256
    approve(circulated, cast["ana"], "ST-CRM")
    actions.take_agreement(item=item, text="Otro más (prueba).", by=cast["beto"])
    with pytest.raises(Denied, match="cambió mientras"):
        actions.approve(
            record=circulated, body=Body.objects.get(code="ST-RROCM"), sha256=old, by=cast["beto"]
        )
    assert approve(circulated, cast["beto"], "ST-RROCM").state == "circulated"
    assert approve(circulated, cast["ana"], "ST-CRM").state == "approved"


def test_what_is_late_meanwhile_does_not_change_a_text_that_circulates(circulated, cast):
    before = compose(circulated).sha256
    with pytest.raises(Denied, match="ya no se calcula"):
        actions.compute_agenda(sitting=circulated.sitting, by=cast["ana"])
    assert compose(Record.objects.get()).sha256 == before


def test_approved_it_is_frozen_and_its_agreements_open(circulated, cast, time_machine, client):
    after_the_window(time_machine)
    for who in ("ana", "beto"):
        sha256 = compose(circulated).sha256
        actions.confirm_agreements(record=circulated, sha256=sha256, by=cast[who])
    approve(circulated, cast["ana"], "ST-CRM")
    approve(circulated, cast["beto"], "ST-RROCM")
    kept = ApprovedMinutes.objects.get()
    assert kept.sha256 == hashlib.sha256(kept.text.encode()).hexdigest()
    assert [each["body"] for each in kept.approvals] == ["ST-CRM", "ST-RROCM"]
    opened = Commitment.objects.filter(meeting=kept.sitting.meeting)
    assert {str(each.statement) for each in opened} >= {AGREED} or opened.filter(
        due_on=datetime.date(2027, 4, 30)
    ).exists()
    assert opened.count() == 2  # also what the reader had not seen
    assert opened.filter(parties__body__code="ST-RROCM").exists()
    kept.text = "otra cosa"
    with pytest.raises(AppendOnlyError):
        kept.save()
    for change in ({"text": "otra cosa"}, {"sha256": "x"}):
        with pytest.raises((DatabaseError, AppendOnlyError)), transaction.atomic():
            ApprovedMinutes.objects.filter(pk=kept.pk).update(**change)
    for act in (
        lambda: actions.add_item(sitting=kept.sitting, title="Tarde", by=cast["ana"]),
        lambda: plan(cast, sitting=kept.sitting),
        lambda: actions.circulate(record=circulated, by=cast["ana"]),
    ):
        kept.sitting.refresh_from_db()
        with pytest.raises(Denied):
            act()
    client.force_login(cast["carla"])
    page = client.get(f"{kept.sitting.get_absolute_url()}acta/").content.decode()
    assert kept.sha256 in page
    file = client.get(f"{kept.sitting.get_absolute_url()}acta/texto.txt")
    assert hashlib.sha256(file.content).hexdigest() == kept.sha256
    client.logout()
    assert client.get(f"{kept.sitting.get_absolute_url()}acta/").status_code == 302


def test_what_both_did_not_confirm_waits_for_review(circulated, cast, time_machine):
    after_the_window(time_machine)
    for who, code in (("ana", "ST-CRM"), ("beto", "ST-RROCM")):
        approve(circulated, cast[who], code)
    meeting = ApprovedMinutes.objects.get().sitting.meeting
    assert not meeting.commitments.exists()
    assert meeting.minutes.candidates.exists()


def test_who_confirmed_and_left_holds_nothing_up(item, cast, time_machine):
    """The text is approved all the same; what they confirmed waits for the review."""
    time_machine.move_to("2026-11-25 12:00Z")
    grcm = plan(cast, series="grcm", starts=datetime.date(2027, 2, 1), ends=None)
    made = actions.add_item(sitting=grcm, title="Agenda regional", by=cast["ana"])
    time_machine.move_to("2027-02-02 12:00Z")
    record = actions.open_minutes(sitting=grcm, by=cast["ana"])
    actions.take_agreement(item=made, text=LOOSE, by=cast["ana"])
    actions.circulate(record=record, by=cast["ana"])
    actions.give_leave(record=record, by=cast["luis"])
    for who in ("ana", "beto"):
        sha256 = compose(record).sha256
        actions.confirm_agreements(record=record, sha256=sha256, by=cast[who])
    after_the_window(time_machine)
    cast["ana"].memberships.update(ends=datetime.date(2027, 2, 3))
    done = approve(record, cast["beto"], "GRCM", instrument="Nota GRCM 4 (inventada)")
    assert done.state == "approved"
    meeting = ApprovedMinutes.objects.get().sitting.meeting
    assert not meeting.commitments.exists()


def test_a_higher_body_approves_by_its_note(item, cast, time_machine):
    time_machine.move_to("2026-11-25 12:00Z")
    grcm = plan(cast, series="grcm", starts=datetime.date(2027, 2, 1), ends=None, public=True)
    made = actions.add_item(sitting=grcm, title="Agenda regional", by=cast["ana"])
    time_machine.move_to("2027-02-02 12:00Z")
    record = actions.open_minutes(sitting=grcm, by=cast["ana"])
    actions.take_agreement(item=made, text=AGREED, by=cast["ana"])
    actions.circulate(record=record, by=cast["ana"])
    actions.give_leave(record=record, by=cast["luis"])
    after_the_window(time_machine)
    with pytest.raises(Denied, match="con qué nota"):
        approve(record, cast["ana"], "GRCM")
    with pytest.raises(Denied, match="la regla"):
        approve(record, cast["carla"], "GRCM", instrument="Nota")
    done = approve(record, cast["ana"], "GRCM", instrument="Nota GRCM 3 (inventada)")
    assert done.state == "approved"
    # Whose dates they are: only the GRCM gives more time for them.
    assert ApprovedMinutes.objects.get().sitting.meeting.organ.code == "GRCM"


def test_the_pages(item, cast, client):
    base = f"{item.sitting.get_absolute_url()}acta/"
    client.force_login(cast["ana"])
    assert "Empezar el acta" in client.get(base).content.decode()
    client.post(f"{base}empezar/", {"language": "es"})
    form = {"revision": 1, "discussion": "Se leyó.", "agreement": AGREED}
    client.post(f"{base}puntos/{item.pk}/", form)
    page = client.get(base).content.decode()
    assert "30 de abril de 2027" in page
    stale = client.post(f"{base}puntos/{item.pk}/", form | {"discussion": "Otra"}).content.decode()
    assert "Alguien más escribió" in stale
    assert "Otra</textarea>" in stale
    agreement = item.agreements.get()
    client.post(f"{base}acuerdos/{agreement.pk}/quitar/")
    assert not item.agreements.exists()
    client.force_login(cast["carla"])
    assert client.get(base).status_code == 403
    client.force_login(cast["ana"])
    client.post(f"{base}decidir/", {"word": "circulate"})
    client.force_login(cast["luis"])
    assert "Dar la venia" in client.get(base).content.decode()
    client.post(f"{base}decidir/", {"word": "leave"})
    client.force_login(cast["carla"])
    assert "Pedir una corrección" in client.get(base).content.decode()
    assert "Escriba qué debe" in client.post(f"{base}correcciones/", {}).content.decode()
    client.post(f"{base}correcciones/", {"text": "Dice leyó: léase estudió."})
    client.force_login(cast["beto"])
    page = client.get(base).content.decode()
    assert "léase estudió" in page
    asked = Record.objects.get().corrections.get()
    client.post(f"{base}correcciones/{asked.pk}/", {"word": "taken"})
    asked.refresh_from_db()
    assert asked.taken
