"""Silence: only under its conditions, to the exact hour, broken in writing, never called consent."""

import datetime

import pytest
from django.urls import reverse

from consuno.consultation import actions, silence
from consuno.consultation.models import Adoption, Invitation, Position, Round, Silence
from consuno.consultation.queries import positions
from consuno.core.models import Notice
from consuno.core.policy import Denied
from tests.consultation.test_drafting import body, draft, proposal, take
from tests.consultation.test_positions import OBJECTION, by_letter, speak
from tests.consultation.test_rounds import observe, open_round

__all__ = ["proposal"]
#: From 2 December 2026; ten days that eleven countries work are over on the 17th.
DAY, HOUR = datetime.date(2026, 12, 22), datetime.time(18, 0)
NEWFOUNDLAND, BELIZE = "America/St_Johns", "America/Belize"


def acknowledge_all(found, by):
    """As their focal points do one by one."""
    found.invitations.update(acknowledged_at=found.opened_at, acknowledged_by=by)


@pytest.fixture
def version(proposal, cast, time_machine):
    """Circulated, acknowledged, its round over."""
    take(proposal, cast["beto"])
    take(proposal, cast["beto"], ["One.", "Two.", "Three."], "en")
    found = actions.freeze(version=draft(proposal), by=cast["ana"])
    day = datetime.date(2026, 12, 1)
    asked = open_round(proposal, cast["ana"], "informal", day, publishes="positions")
    acknowledge_all(asked, cast["ana"])
    time_machine.move_to("2026-12-02 12:00Z")
    actions.close_round(round=asked, by=cast["ana"])
    return found


def order(version, by, **changes):
    given = {"forum": "grcm", "day": DAY, "hour": HOUR, "zone": NEWFOUNDLAND}
    return actions.order_silence(version=version, by=by, **(given | changes))


def test_only_the_presidency_orders_it(version, cast):
    for who in ("ana", "beto", "carla", "marta", "karla"):
        with pytest.raises(Denied):
            order(version, cast[who])
    made = order(version, cast["luis"])
    assert made.expires_at == datetime.datetime(2026, 12, 22, 21, 30, tzinfo=datetime.UTC)
    assert (
        made.until
        == "22 de diciembre de 2026 a las 18:00, hora de San Juan de Terranova (UTC-03:30)"
    )
    assert made.round.invitations.count() == 12
    told = Notice.objects.filter(kind="consultation.silence_ordered")
    assert {each.user.email for each in told} >= {"carla@example.org", "eva@example.org"}
    with pytest.raises(Denied, match="ronda abierta"):
        order(version, cast["luis"])


def test_a_missing_acknowledgement_keeps_it_from_starting(version, cast):
    Invitation.objects.filter(body=body("PAIS:GT")).update(acknowledged_at=None)
    with pytest.raises(Denied, match="acusaron recibo de esta versión: Falta Guatemala"):
        order(version, cast["luis"])


def test_an_objection_keeps_it_from_starting_confirmed_or_not(version, cast):
    speak(version, cast["carla"], **OBJECTION)  # waits for marta
    with pytest.raises(Denied, match="objeción abierta: Objeta El Salvador"):
        order(version, cast["luis"])
    speak(version, cast["marta"])
    assert order(version, cast["luis"])


def test_both_languages_have_to_be_there(proposal, cast):
    take(proposal, cast["beto"])
    found = actions.freeze(version=draft(proposal), by=cast["ana"])
    asked = open_round(proposal, cast["ana"])
    acknowledge_all(asked, cast["ana"])
    Round.objects.update(closed_at=asked.opened_at)
    with pytest.raises(Denied, match="3 cláusulas en inglés"):
        order(found, cast["luis"])


def test_ten_days_that_all_eleven_work(version, cast):
    from consuno.consultation.policies import earliest

    assert earliest() > datetime.date(2026, 12, 16)  # holidays in some of them, and two weekends
    with pytest.raises(Denied, match="diez días hábiles"):
        order(version, cast["luis"], day=earliest() - datetime.timedelta(days=1))
    with pytest.raises(Denied, match="un año"):
        order(version, cast["luis"], day=datetime.date(2062, 12, 15))
    with pytest.raises(Denied, match="de dónde"):
        order(version, cast["luis"], zone="Europe/Madrid")
    assert order(version, cast["luis"], day=earliest())


def test_the_hour_by_the_clock_of_each_place():
    at = {
        zone: silence.moment(DAY, HOUR, zone).strftime("%d %H:%M")
        for zone in (BELIZE, NEWFOUNDLAND)
    }
    assert at == {BELIZE: "23 00:00", NEWFOUNDLAND: "22 21:30"}
    # Clocks go forward over 2:30 on 14 March 2027 in Ottawa, not in Belize.
    gap = (datetime.date(2027, 3, 14), datetime.time(2, 30))
    with pytest.raises(ValueError, match="no 02:30"):
        silence.moment(*gap, "America/Toronto")
    assert silence.moment(*gap, BELIZE).hour == 8
    # And back over 1:30 on 1 November 2026: its second coming counts.
    twice = silence.moment(datetime.date(2026, 11, 1), datetime.time(1, 30), "America/Toronto")
    assert twice == datetime.datetime(2026, 11, 1, 6, 30, tzinfo=datetime.UTC)


def test_an_hour_that_does_not_exist_is_refused_with_its_reason(version, cast):
    with pytest.raises(Denied, match="adelantan los relojes"):
        order(
            version, cast["luis"], day=datetime.date(2027, 3, 14), hour=datetime.time(2, 30),
            zone="America/Toronto",
        )  # fmt: skip


def test_an_objection_in_the_last_minute_breaks_it(version, cast, time_machine):
    made = order(version, cast["luis"])
    time_machine.move_to("2026-12-22 21:29:59Z")
    speak(
        version, cast["carla"], **OBJECTION
    )  # its validator has not confirmed it: it breaks it all the same
    made.refresh_from_db()
    assert (made.broken_how, made.broken_by.code) == ("objection", "PAIS:SV")
    told = Notice.objects.filter(kind="consultation.silence_broken").values_list(
        "user__email", flat=True
    )
    assert {"eva@example.org", "luis@example.org", "ana@example.org", "beto@example.org"} <= set(
        told
    )
    time_machine.move_to("2026-12-22 21:31Z")
    actions.end_silences.run()
    assert not Adoption.objects.exists()
    speak(version, cast["eva"], code="PAIS:HN")  # the round goes on
    actions.close_round(round=Round.objects.get(kind="silence"), by=cast["ana"])


def test_after_the_hour_nothing_is_taken_even_while_the_worker_is_down(version, cast, time_machine):
    order(version, cast["luis"])
    speak(version, cast["eva"], code="PAIS:HN")
    time_machine.move_to("2026-12-22 21:30Z")
    with pytest.raises(Denied, match="plazo de silencio terminó"):
        speak(version, cast["marta"], **OBJECTION)
    with pytest.raises(Denied, match="plazo de silencio terminó"):
        observe(Round.objects.get(kind="silence"), cast["carla"], kind="substantive")
    time_machine.move_to("2026-12-26 09:00Z")  # the worker comes back four days later
    actions.end_silences.run()
    actions.end_silences.run()
    adopted = Adoption.objects.get()
    assert (adopted.mode, adopted.on) == ("silence", DAY)
    assert adopted.sentence.es.startswith("Aprobado por silencio; 10 países no se pronunciaron (")
    assert adopted.sentence.en.startswith("Approved by silence; 10 countries said nothing (")
    assert "onsenso" not in adopted.sentence.es
    silent = [each["body"] for each in adopted.annex if each["kind"] == "silent"]
    assert len(silent) == 10
    assert "PAIS:HN" not in silent
    row = next(each for each in positions.rows(version) if each.body.code == "PAIS:GT")
    assert row.standing.state == "missing"  # it did not object: nowhere does it consent
    assert Silence.objects.get().round.closed_at == Silence.objects.get().expires_at
    assert Notice.objects.filter(kind="consultation.text_adopted", user=cast["carla"]).count() == 1


def test_an_amendment_breaks_it_a_question_and_the_network_do_not(version, cast):
    made = order(version, cast["luis"])
    running = made.round
    asked = observe(running, cast["carla"], kind="question")
    actions.submit_observation(observation=asked, by=cast["carla"])
    speak(version, cast["carla"], "time", until=datetime.date(2026, 12, 27))
    made.refresh_from_db()
    assert made.running
    words = observe(running, cast["eva"], "PAIS:HN", kind="editorial", wording="Dos y tres.")
    made.refresh_from_db()
    assert made.running  # a draft is nobody's word yet
    actions.submit_observation(observation=words, by=cast["eva"])
    made.refresh_from_db()
    assert (made.broken_how, made.broken_by.code) == ("amendment", "PAIS:HN")


def test_the_network_does_not_break_it(version, cast):
    from consuno.directory.models import Role
    from tests.laws.test_matrix import person

    made = order(version, cast["luis"])
    red = person("red@example.org", "RROCM", Role.FOCAL_POINT)
    said = observe(made.round, red, "RROCM", kind="substantive", wording="Otro texto.")
    actions.submit_observation(observation=said, by=red)
    made.refresh_from_db()
    assert made.running


def test_all_having_spoken_it_is_consensus(version, cast, time_machine):
    order(version, cast["luis"])
    by_letter(version, cast["ana"])
    time_machine.move_to("2026-12-23 09:00Z")
    actions.end_silences.run()
    assert (Adoption.objects.get().mode, Adoption.objects.get().sentence.es) == (
        "consensus", "Hay consenso.",
    )  # fmt: skip


def test_it_is_neither_prolonged_nor_closed_but_lifted_by_the_presidency(version, cast):
    made = order(version, cast["luis"])
    with pytest.raises(Denied, match="no se prorroga"):
        actions.extend_round(round=made.round, closes=datetime.date(2027, 1, 5), by=cast["ana"])
    with pytest.raises(Denied, match="plazo"):
        actions.close_round(round=made.round, by=cast["ana"])
    with pytest.raises(Denied):
        actions.lift_silence(silence=made, reason="Falta leer.", by=cast["ana"])
    with pytest.raises(Denied, match="por qué"):
        actions.lift_silence(silence=made, reason=" ", by=cast["luis"])
    actions.lift_silence(silence=made, reason="Falta leer.", by=cast["luis"])
    with pytest.raises(Denied, match="no corre"):
        actions.lift_silence(silence=made, reason="Otra vez.", by=cast["luis"])
    actions.close_round(round=made.round, by=cast["ana"])


def test_on_the_pages(version, cast, proposal, as_person, time_machine):
    from django.urls import reverse

    luis = as_person("luis")
    here = reverse("consultation:order_silence", args=[proposal.pk])
    assert here in luis.get(proposal.get_absolute_url()).content.decode()
    Invitation.objects.filter(body=body("PAIS:GT")).update(acknowledged_at=None)
    page = luis.get(here).content.decode()
    assert "Falta Guatemala" in page
    assert '<form method="post" class="form' not in page
    Invitation.objects.update(acknowledged_at=version.frozen_at)
    given = {"forum": "grcm", "day": "22/12/2026", "hour": "18:00", "zone": NEWFOUNDLAND}
    page = luis.post(here, given | {"day": "10/12/2026"}).content.decode()
    assert "diez días hábiles" in page
    assert "America/St_Johns" in page
    luis.post(here, given)
    made = Silence.objects.get()
    eva = as_person("eva")
    page = eva.get(made.round.get_absolute_url()).content.decode()
    assert "antes del 22 de diciembre de 2026 a las 18:00" in page
    assert "Levantar el silencio" not in page
    assert "antes de que termine el silencio" in eva.get("/propuestas/").content.decode()
    lift = reverse("consultation:lift_silence", args=[proposal.pk, made.round.pk])
    assert eva.post(lift, {"reason": "No."}, follow=True).status_code == 200
    assert Silence.objects.get().running
    page = as_person("luis").post(lift, {"reason": "Falta leer."}, follow=True).content.decode()
    assert "Se rompió el silencio" in page
    assert "Falta leer." in page


def test_approved_by_silence_on_the_page(version, cast, proposal, as_person, time_machine):
    order(version, cast["luis"])
    time_machine.move_to("2026-12-23 09:00Z")
    actions.end_silences.run()
    page = as_person("carla").get(proposal.get_absolute_url()).content.decode()
    assert "Aprobado por silencio; 11 países no se pronunciaron" in page
    assert "No consta como consentimiento" in page
    page = as_person("carla").get(f"{proposal.get_absolute_url()}posturas/").content.decode()
    assert "Qué falta para el consenso" not in page
    assert page.count("no objetó") == 11


def test_who_asked_for_time_did_not_object_and_both_pages_say_so(
    version, cast, proposal, client, as_person, time_machine
):
    order(version, cast["luis"])
    speak(
        version, cast["eva"], "time", "PAIS:HN", until=datetime.date(2026, 12, 22), text="(prueba)"
    )
    speak(version, cast["carla"], "consent", text="Sí (prueba).")
    time_machine.move_to("2026-12-23 09:00Z")
    actions.end_silences.run()
    mine = as_person("carla").get(f"{proposal.get_absolute_url()}posturas/").content.decode()
    actions.certify_adoption(adoption=Adoption.objects.get(), by=cast["ana"])
    public = client.get(reverse("consultation:record", args=[proposal.pk])).content.decode()
    spoke = Position.objects.filter(kind="consent", confirmed_at__isnull=False).count()
    assert mine.count("no objetó") == public.count("no objetó") == 11 - spoke
