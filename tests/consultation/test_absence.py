"""A country that stays silent: reminded, absent by a rule of the parties, never counted as agreeing."""

import datetime

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from consuno.consultation import actions
from consuno.consultation.consensus import (
    SPOKEN,
    Standing,
    State,
    reached,
    reached_without_absent,
    sentence,
)
from consuno.consultation.models import AbsenceReminder, AbsenceRule, Adoption
from consuno.consultation.queries import positions
from consuno.consultation.queries.absence import unanswered
from consuno.core.notices import lines
from consuno.core.policy import Denied
from consuno.directory.models import Body
from tests.consultation.test_adoption import declare, version
from tests.consultation.test_drafting import body, draft, proposal
from tests.consultation.test_positions import by_letter

__all__ = ["proposal", "version"]
RULE = {
    "term": 30,
    "after": 10,
    "least": 7,
    "agreed": "Acta del GRCM (inventada), 1 de junio de 2026",
}
NOTE = "Nota 4 (inventada)"


@pytest.fixture
def rule(cast):
    """Adopted before any text circulates."""
    found = actions.propose_absence(by=cast["ana"], **RULE)
    actions.confirm_absence(rule=found, by=cast["beto"])
    return found


def later(time_machine, days):
    time_machine.move_to(
        datetime.datetime(2026, 11, 25, 15, tzinfo=datetime.UTC) + datetime.timedelta(days)
    )


def standing(version, code):
    return next(r.standing.state for r in positions.rows(version) if r.body.code == code)


def test_it_takes_both_secretariats_and_where_the_governments_agreed(cast):
    for changes, why in (
        ({"term": 29}, "30 días"), ({"after": 9}, "10 desde"), ({"least": 5}, "más de la mitad"),
        ({"least": 12}, "más de la mitad"), ({"agreed": " "}, "los gobiernos"),
    ):  # fmt: skip
        with pytest.raises(Denied, match=why):
            actions.propose_absence(by=cast["ana"], **(RULE | changes))
    with pytest.raises(Denied, match="dos Secretarías"):
        actions.propose_absence(by=cast["carla"], **RULE)
    found = actions.propose_absence(by=cast["ana"], **RULE)
    assert cast["beto"].notices.filter(kind="consultation.absence_waits").exists()
    with pytest.raises(Denied, match="la otra Secretaría"):
        actions.confirm_absence(rule=found, by=cast["ana"])
    with pytest.raises(Denied, match="Ya hay una regla"):
        actions.propose_absence(by=cast["beto"], **RULE)
    actions.confirm_absence(rule=found, by=cast["beto"])
    assert cast["carla"].notices.filter(kind="consultation.absence_adopted").exists()
    newer = actions.propose_absence(by=cast["beto"], **(RULE | {"term": 60}))
    actions.confirm_absence(rule=newer, by=cast["ana"])
    assert [each.pk for each in AbsenceRule.objects.filter(ended_at=None)] == [newer.pk]
    with pytest.raises(Denied, match="no está en vigor"):
        actions.end_absence(rule=found, by=cast["ana"])


def test_reminded_after_its_term_and_absent_after_that(rule, version, cast, time_machine):
    by_letter(version, cast["ana"], skip={"PAIS:SV", "PAIS:HN"})
    later(time_machine, 29)
    actions.remind_absent.run()
    assert not AbsenceReminder.objects.exists()
    later(time_machine, 30)
    for _twice in "12":
        actions.remind_absent.run()
    reminded = AbsenceReminder.objects.values_list("body__code", flat=True)
    assert sorted(reminded) == ["PAIS:HN", "PAIS:SV"]
    assert cast["carla"].notices.filter(kind="consultation.position_missing").count() == 1
    assert standing(version, "PAIS:SV") == State.MISSING
    later(time_machine, 39)
    assert standing(version, "PAIS:SV") == State.MISSING
    later(time_machine, 40)
    assert standing(version, "PAIS:SV") == State.ABSENT
    found = positions.agreement(version)
    assert (found.reached, found.reached_without_absent) == (False, True)
    assert found.sentence == (
        "Consenso de quienes se pronunciaron: 9 países de 11; ausentes: El Salvador, Honduras."
    )
    actions.take_position(version=version, body=body("PAIS:SV"), kind="consent", by=cast["carla"])
    assert standing(version, "PAIS:SV") == State.CONSENT


def asked_for_it(person):
    (found,) = lines(person.notices.filter(kind="consultation.position_missing"), person)
    return found[1] is not None


def test_whoever_answered_is_not_asked_any_more(rule, version, cast, time_machine):
    by_letter(version, cast["ana"], skip={"PAIS:SV", "PAIS:HN"})
    later(time_machine, 30)
    actions.remind_absent.run()
    assert asked_for_it(cast["carla"])
    of_another = AbsenceReminder.objects.get(body__code="PAIS:HN")
    actions.take_position(version=version, body=body("PAIS:SV"), kind="consent", by=cast["carla"])
    assert not asked_for_it(cast["carla"])
    assert list(unanswered()) == [of_another]


@pytest.mark.parametrize("how", ["adopted", "withdrawn", "a newer version"])
def test_a_reminder_of_a_text_that_is_over_asks_nothing(rule, version, cast, time_machine, how):
    by_letter(version, cast["ana"], skip={"PAIS:SV"})
    later(time_machine, 30)
    actions.remind_absent.run()
    assert unanswered().count() == 1
    if how == "adopted":
        later(time_machine, 40)
        declare(version, cast["luis"])
    elif how == "withdrawn":
        actions.withdraw_proposal(proposal=version.proposal, by=cast["beto"])
    else:
        actions.begin_version(proposal=version.proposal, by=cast["ana"])
        actions.freeze(version=draft(version.proposal), by=cast["ana"])
    assert not unanswered().exists()
    assert not asked_for_it(cast["carla"])


def test_who_has_nobody_to_remind_is_not_absent_until_a_note_did(rule, version, cast, time_machine):
    by_letter(version, cast["ana"], skip={"PAIS:BZ"})
    later(time_machine, 30)
    actions.remind_absent.run()
    assert not AbsenceReminder.objects.exists()
    belize = body("PAIS:BZ")
    with pytest.raises(Denied, match="la otra Secretaría"):
        actions.remind_by_note(version=version, body=belize, instrument=NOTE, by=cast["beto"])
    with pytest.raises(Denied, match="con qué nota"):
        actions.remind_by_note(version=version, body=belize, instrument=" ", by=cast["ana"])
    actions.remind_by_note(version=version, body=belize, instrument=NOTE, by=cast["ana"])
    with pytest.raises(Denied, match="Ya se le recordó"):
        actions.remind_by_note(version=version, body=belize, instrument=NOTE, by=cast["ana"])
    later(time_machine, 40)
    assert standing(version, "PAIS:BZ") == State.ABSENT


def test_what_waits_for_its_validator_is_not_silence(rule, version, cast, time_machine):
    later(time_machine, 30)
    actions.remind_absent.run()
    until = datetime.date(2027, 6, 1)
    actions.take_position(
        version=version, body=body("PAIS:SV"), kind="referendum", until=until, by=cast["carla"]
    )
    later(time_machine, 40)
    assert standing(version, "PAIS:SV") == State.MISSING
    assert standing(version, "PAIS:HN") == State.ABSENT


def test_no_rule_that_came_later_or_was_ended_makes_anybody_absent(version, cast, time_machine):
    later(time_machine, 1)
    found = actions.propose_absence(by=cast["ana"], **RULE)
    actions.confirm_absence(rule=found, by=cast["beto"])
    by_letter(version, cast["ana"], skip={"PAIS:SV"})
    later(time_machine, 60)
    actions.remind_absent.run()
    assert not AbsenceReminder.objects.exists()
    AbsenceRule.objects.update(confirmed_at=version.frozen_at)
    actions.remind_absent.run()
    later(time_machine, 90)
    assert standing(version, "PAIS:SV") == State.ABSENT
    actions.end_absence(rule=found, by=cast["beto"])
    assert standing(version, "PAIS:SV") == State.MISSING


def test_it_is_adopted_as_exactly_that(rule, version, cast, time_machine, as_person, client):
    by_letter(version, cast["ana"], skip={"PAIS:SV"})
    later(time_machine, 30)
    actions.remind_absent.run()
    given = {"version": version, "forum": "vm", "on": datetime.date(2026, 11, 24), "place": "x"}
    with pytest.raises(Denied, match="Todavía no hay consenso"):
        actions.declare_adoption(by=cast["luis"], **given)
    later(time_machine, 40)
    made = actions.declare_adoption(by=cast["luis"], **given)
    assert made.mode == Adoption.Mode.SPOKEN
    assert made.sentence.en.startswith("Consensus of those who spoke: 10 countries of 11; absent: ")
    assert {"body": "PAIS:SV", "kind": "absent", "text": ""} in made.annex
    page = as_person("ana").get(reverse("consultation:positions", args=[version.proposal_id]))
    assert "Hay consenso" not in page.content.decode()
    assert "ausente" in page.content.decode()
    assert (
        "Ausentes, por la regla"
        in as_person("ana").get(version.proposal.get_absolute_url()).content.decode()
    )
    actions.certify_adoption(adoption=made, by=cast["beto"])
    record = client.get(reverse("consultation:record", args=[version.proposal_id])).content.decode()
    assert "Consenso de quienes se pronunciaron" in record
    assert "ausente" in record


def test_the_page_of_the_rule(cast, as_person):
    address = reverse("consultation:absence")
    assert "No hay regla" in as_person("carla").get(address).content.decode()
    assert "Proponerla" not in as_person("carla").get(address).content.decode()
    wrong = as_person("ana").post(address, RULE | {"term": 3}).content.decode()
    assert "30 días al menos" in wrong
    assert RULE["agreed"] in wrong
    as_person("ana").post(address, RULE)
    assert "Confirmarla" not in as_person("ana").get(address).content.decode()
    assert "Confirmarla" in as_person("beto").get(address).content.decode()
    decide = reverse("consultation:decide_absence", args=[AbsenceRule.objects.get().pk])
    as_person("beto").post(decide, {"word": "confirm"})
    assert "La regla en vigor" in as_person("carla").get(address).content.decode()
    as_person("carla").post(decide, {"word": "end"})
    assert AbsenceRule.objects.get().ended_at is None
    as_person("beto").post(decide, {"word": "end"})
    assert "Reglas anteriores" in as_person("carla").get(address).content.decode()


def test_a_reminder_by_note_on_the_page(rule, version, cast, as_person):
    address = reverse("consultation:positions", args=[version.proposal_id])
    assert "Se le recordó por nota" in as_person("ana").get(address).content.decode()
    assert "Se le recordó por nota" not in as_person("beto").get(address).content.decode()
    sent = {"body": Body.objects.get(code="PAIS:BZ").pk, "instrument": NOTE}
    as_person("ana").post(reverse("consultation:remind", args=[version.proposal_id]), sent)
    assert "se le recordó el 25" in as_person("carla").get(address).content.decode()


@given(st.lists(st.sampled_from(list(State)), min_size=11, max_size=11), st.integers(6, 11))
def test_consensus_of_those_who_spoke_is_never_called_everybodys(states, least):
    found = [
        Standing(f"P{n}", state, until=datetime.date(2027, 1, 1)) for n, state in enumerate(states)
    ]
    words = sentence(found, least)
    spoken = reached_without_absent(found, least)
    assert words.startswith("Consenso de quienes se pronunciaron") == spoken
    assert ("Hay consenso" in words) == reached(found)
    assert not (spoken and reached(found))
    if spoken:
        assert set(states) <= SPOKEN | {State.ABSENT}
        assert sum(state in SPOKEN for state in states) >= least
