"""Minutes in, two Secretariats: the rules, through the actions."""

import datetime

import pytest

from consuno.agenda import actions
from consuno.agenda.models import Candidate, Challenge, Commitment, Minutes
from consuno.agenda.papers import read_pasted
from consuno.core import audit
from consuno.core.policy import ConflictError, Denied

TEXT = """Reunión de seguimiento CRM - RROCM
Ciudad inventada, 3 de marzo de 2014

Acuerdos:
1. La RROCM enviará a la ST de la CRM, a más tardar el 15 de abril de 2014, su informe.
2. Cada país miembro de la CRM designará un punto focal en el mes de mayo.
3. La Mesa de Peritos Inventada preparará un glosario.
Se agradece a los anfitriones.
"""
DAY = datetime.date(2014, 3, 3)


def record(by, text=TEXT, **changes):
    fields = {"title": "Seguimiento", "place": "", "starts": DAY, "ends": DAY, "public": True}
    return actions.record_minutes(paper=read_pasted(text), by=by, **{**fields, **changes})


@pytest.fixture
def minutes(cast):
    return record(cast["ana"])


def candidate(minutes, line):
    return next(c for c in minutes.candidates.all() if line in c.lines)


def test_minutes_are_kept_as_they_came(minutes):
    assert bytes(minutes.content).decode() == TEXT
    assert len(minutes.sha256) == 64
    for found in minutes.candidates.all():
        assert " ".join(TEXT[a:b] for a, b in found.spans) == found.quote


def test_one_secretariat_is_not_enough_both_are(minutes, cast):
    first = candidate(minutes, 5)
    assert actions.accept(candidate=first, revision=1, by=cast["ana"]) is False
    assert actions.accept(candidate=first, revision=1, by=cast["ana"]) is False
    assert not Commitment.objects.filter(meeting=minutes.meeting).exists()
    assert actions.accept(candidate=first, revision=1, by=cast["beto"]) is True
    made = Commitment.objects.get(meeting=minutes.meeting)
    assert made.due_on == datetime.date(2014, 4, 15)
    assert made.quote in TEXT
    assert made.lines == [5]
    assert [party.body.code for party in made.responsible] == ["RROCM"]
    verbs = [entry.verb for entry in audit.story(first)]
    assert verbs == ["candidate_accepted"] * 2  # pressing twice is one act


def test_what_each_country_owes_gets_its_instances(minutes, cast):
    each = candidate(minutes, 6)
    for who in ("beto", "ana"):
        actions.accept(candidate=each, revision=1, by=cast[who])
    assert Commitment.objects.get(meeting=minutes.meeting).instances.count() == 11


def test_an_unknown_body_is_kept_as_written(minutes, cast):
    unknown = candidate(minutes, 7)
    for who in ("ana", "beto"):
        actions.accept(candidate=unknown, revision=1, by=cast[who])
    party = Commitment.objects.get(meeting=minutes.meeting).responsible[0]
    assert party.body is None
    assert "Mesa de Peritos" in party.display


def test_nobody_accepts_what_they_did_not_read(minutes, cast):
    first = candidate(minutes, 5)
    actions.accept(candidate=first, revision=1, by=cast["beto"])
    actions.edit(candidate=first, revision=1, by=cast["ana"], statement="Otra redacción.")
    with pytest.raises(ConflictError):
        actions.accept(candidate=first, revision=1, by=cast["ana"])
    assert actions.accept(candidate=first, revision=2, by=cast["ana"]) is False
    assert actions.accept(candidate=first, revision=2, by=cast["beto"]) is True
    made = Commitment.objects.get(meeting=minutes.meeting)
    assert made.statement.es == "Otra redacción."
    assert made.quote in TEXT


def test_two_edits_at_once_lose_nothing(minutes, cast):
    first = candidate(minutes, 5)
    actions.edit(candidate=first, revision=1, by=cast["ana"], statement="Una.")
    with pytest.raises(ConflictError):
        actions.edit(candidate=first, revision=1, by=cast["beto"], statement="Otra.")
    first.refresh_from_db()
    assert first.statement == "Una."
    assert actions.edit(candidate=first, revision=2, by=cast["ana"], statement="Una.").revision == 2


def test_rejecting_takes_a_reason_and_can_be_undone(minutes, cast):
    first = candidate(minutes, 5)
    with pytest.raises(Denied):
        actions.reject(candidate=first, revision=1, reason=" ", by=cast["ana"])
    actions.reject(candidate=first, revision=1, reason="Repetido.", by=cast["ana"])
    assert actions.accept(candidate=first, revision=1, by=cast["beto"]) is False
    actions.reconsider(candidate=first, by=cast["ana"])
    assert actions.accept(candidate=first, revision=1, by=cast["ana"]) is True
    with pytest.raises(Denied):
        actions.reconsider(candidate=first, by=cast["ana"])


def test_a_deadline_before_the_meeting_is_not_accepted(minutes, cast):
    first = candidate(minutes, 5)
    day = datetime.date(2014, 3, 2)
    actions.edit(candidate=first, revision=1, by=cast["ana"], due_on=day, deadline_kind="day")
    with pytest.raises(Denied, match="anterior a la reunión"):
        actions.accept(candidate=first, revision=2, by=cast["ana"])


def test_lines_become_a_candidate_by_hand(minutes, cast):
    made = actions.add_candidate(
        minutes=minutes, first=8, last=8, kind="challenge", by=cast["beto"]
    )
    assert made.quote == "Se agradece a los anfitriones."
    for who in ("ana", "beto"):
        actions.accept(candidate=made, revision=1, by=cast[who])
    assert Challenge.objects.get(meeting=minutes.meeting).lines == [8]
    with pytest.raises(ValueError, match="no tienen texto"):
        actions.add_candidate(minutes=minutes, first=3, last=3, kind="agreement", by=cast["ana"])


def test_order_of_confirming_does_not_matter_for_ties(cast):
    text = TEXT.replace(
        "3. La Mesa", "3. Dicho informe será compartido con los países.\n4. La Mesa"
    )
    minutes = record(cast["ana"], text, title="Otra")
    items = list(minutes.candidates.exclude(depends_on=[]))
    for each in [*items, *minutes.candidates.filter(depends_on=[])]:
        for who in ("ana", "beto"):
            actions.accept(candidate=each, revision=1, by=cast[who])
    for each in items:
        each.refresh_from_db()
        assert {c.ref for c in each.commitment.depends_on.all()} == set(each.depends_on)


def test_a_paper_can_be_withdrawn_until_something_of_it_is_agenda(minutes, cast):
    other = record(cast["beto"], title="Repetida")
    actions.withdraw_minutes(minutes=other, by=cast["ana"])
    with pytest.raises(Denied):
        actions.accept(candidate=candidate(other, 5), revision=1, by=cast["ana"])
    for who in ("ana", "beto"):
        actions.accept(candidate=candidate(minutes, 5), revision=1, by=cast[who])
    with pytest.raises(Denied):
        actions.withdraw_minutes(minutes=Minutes.objects.get(pk=minutes.pk), by=cast["ana"])


def test_a_withdrawn_paper_leaves_no_page_to_strangers(minutes, as_person):
    address = f"/agenda/{minutes.meeting.slug}/"
    assert as_person("fermin").get(address).status_code == 200
    as_person("ana").post(f"/actas/{minutes.pk}/retirar/")
    assert as_person("fermin").get(address).status_code == 404
    assert as_person("carla").get(address).status_code == 403


@pytest.mark.parametrize("who", ["carla", "karla", "luis", "fermin", "gloria"])
def test_only_the_secretariats(minutes, cast, who):
    first = candidate(minutes, 5)
    for act in (
        lambda: actions.accept(candidate=first, revision=1, by=cast[who]),
        lambda: actions.reject(candidate=first, revision=1, reason="x", by=cast[who]),
        lambda: actions.edit(candidate=first, revision=1, by=cast[who], statement="x"),
        lambda: actions.add_candidate(minutes=minutes, first=5, last=5, kind="offer", by=cast[who]),
        lambda: actions.withdraw_minutes(minutes=minutes, by=cast[who]),
        lambda: record(cast[who], title="No"),
    ):
        with pytest.raises(Denied):
            act()
    assert Candidate.objects.filter(verdicts__isnull=False).count() == 0


def test_themes_are_known_by_the_sections_of_the_paper(cast):
    text = """Acta inventada, 3 de marzo de 2014
1.- En el tema de trata de personas se priorizaron los siguientes temas:
a. Un directorio común de casas.
Se acordó lo siguiente:
a. La RROCM enviará su informe a la ST de la CRM.
2.- En el tema de integración y reintegración se acordó lo siguiente:
a. Honduras compartirá su experiencia.
"""
    themes = [each.theme and each.theme.pk for each in record(cast["ana"], text).candidates.all()]
    assert themes == ["trata", "trata", "integracion"]


def test_a_button_pressed_twice_is_one_act(minutes, cast):
    first = candidate(minutes, 5)
    for who in ("ana", "beto", "beto"):
        done = actions.accept(candidate=first, revision=1, by=cast[who])
    assert done is True
    assert Commitment.objects.filter(meeting=minutes.meeting).count() == 1
    second = candidate(minutes, 6)
    for _turn in range(2):
        actions.reject(candidate=second, revision=1, reason="Repetido.", by=cast["ana"])
    assert [entry.verb for entry in audit.story(second)] == ["candidate_rejected"]
    lines = {"minutes": minutes, "first": 8, "last": 8, "kind": "offer", "by": cast["beto"]}
    assert actions.add_candidate(**lines) == actions.add_candidate(**lines)


def test_a_paper_sent_twice_is_taken_in_once(minutes, cast):
    assert record(cast["ana"]) == minutes
    assert record(cast["ana"], title="De otra reunión") != minutes
    actions.withdraw_minutes(minutes=minutes, by=cast["ana"])
    assert record(cast["ana"]) != minutes


def test_a_day_that_does_not_exist_is_said_where_it_is_reviewed_and_typed(cast, as_person):
    made = record(
        cast["ana"], "ACUERDOS\n1. Honduras enviará la lista a más tardar el 31 de junio de 2027.\n"
    )
    page = as_person("ana").get(f"/actas/{made.pk}/").content.decode()
    assert "«a más tardar el 31 de junio de 2027»" in page
    assert "no hay tal día" in page
    typed = as_person("ana").get(f"/actas/{made.pk}/plazo/", {"deadline_text": "31 de junio"})
    assert "No hay tal día" in typed.content.decode()
    typed = as_person("ana").get(f"/actas/{made.pk}/plazo/", {"deadline_text": "30 de junio"})
    assert "Es decir, hasta el" in typed.content.decode()
