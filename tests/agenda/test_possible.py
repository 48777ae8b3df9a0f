"""Sentences to look at: taken, dismissed or looked at again, by either Secretariat."""

import datetime

import pytest

from consuno.agenda import actions
from consuno.agenda.models import Possible
from consuno.agenda.papers import read_pasted
from consuno.core.policy import Denied
from tests.agenda.test_review import record

TEXT = """Acta de la reunión de seguimiento CRM - RROCM
Ciudad inventada, 3 de marzo de 2014

Guatemala quedaría a cargo de hacer llegar la guía a los consulados antes del 30 de abril de 2014.
Los consulados harían circular la encuesta.
El café se sirvió a las diez.

Acuerdos:
1. La RROCM enviará a la ST de la CRM, a más tardar el 15 de abril de 2014, su informe.
"""  # fmt: skip


@pytest.fixture
def minutes(cast):
    return record(cast["ana"], TEXT)


def of_line(minutes, line):
    return next(each for each in minutes.possible.all() if line in each.lines)


def test_what_no_rule_reads_is_kept_the_likeliest_first(minutes):
    rows = list(minutes.possible.all())
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    assert {line for row in rows for line in row.lines} >= {4, 5}
    assert all(row.state == "unseen" and 9 not in row.lines for row in rows)
    assert [row.score for row in rows] == sorted((row.score for row in rows), reverse=True)
    for row in rows:
        assert " ".join(minutes.text[a:b] for a, b in row.spans) == row.quote


def test_taken_it_is_a_candidate_with_who_and_when(minutes, cast):
    row = of_line(minutes, 4)
    made = actions.take_possible(possible=row, by=cast["ana"])
    assert made.statement == row.quote
    assert (made.kind, made.lines, made.spans, made.rule) == ("agreement", [4], row.spans, "")
    assert [party["body"] for party in made.parties] == ["PAIS:GT"]
    assert made.due_on == datetime.date(2014, 4, 30)
    row.refresh_from_db()
    assert (row.state, row.looked_by, row.looked_for.code) == ("taken", cast["ana"], "ST-CRM")
    assert actions.take_possible(possible=row, by=cast["beto"]) == made
    with pytest.raises(Denied, match="Rechácelo"):
        actions.dismiss_possible(possible=row, by=cast["beto"])


def test_nothing_in_it_until_somebody_looks_again(minutes, cast):
    row = of_line(minutes, 5)
    actions.dismiss_possible(possible=row, by=cast["ana"])
    row.refresh_from_db()
    assert row.state == "nothing"
    first = row.looked_at
    actions.dismiss_possible(possible=row, by=cast["beto"])
    row.refresh_from_db()
    assert row.looked_at == first
    actions.reopen_possible(possible=row, by=cast["beto"])
    row.refresh_from_db()
    assert (row.state, row.looked_by, row.looked_for) == ("unseen", None, None)


def test_only_a_secretariat_looks_and_only_while_the_paper_stands(minutes, cast):
    row = of_line(minutes, 5)
    for act in (actions.take_possible, actions.dismiss_possible, actions.reopen_possible):
        with pytest.raises(Denied):
            act(possible=row, by=cast["carla"])
    actions.withdraw_minutes(minutes=minutes, by=cast["ana"])
    with pytest.raises(Denied, match="retirada"):
        actions.take_possible(possible=row, by=cast["ana"])


def test_a_corrected_text_keeps_what_was_said_of_the_same_words(minutes, cast):
    actions.dismiss_possible(possible=of_line(minutes, 5), by=cast["ana"])
    made = actions.take_possible(possible=of_line(minutes, 4), by=cast["ana"])
    text = TEXT.replace("El café", "\nHonduras tendría que hacer llegar su lista a la ST.\nEl café")
    paper = read_pasted(text)
    actions.correct_minutes(minutes=minutes, paper=paper, reason="Faltaba", by=cast["beto"])
    states = {
        each.quote.split()[0]: each.state for each in Possible.objects.filter(minutes=minutes)
    }
    assert states["Guatemala"] == "taken"
    assert states["Los"] == "nothing"
    assert states["Honduras"] == "unseen"
    assert of_line(minutes, 4).candidate == made


def test_what_a_person_added_by_hand_is_not_asked_for_again(minutes, cast):
    actions.add_candidate(minutes=minutes, first=5, last=5, kind="agreement", by=cast["ana"])
    text = TEXT.replace("El café", "El cacao")
    actions.correct_minutes(
        minutes=minutes, paper=read_pasted(text), reason="Era cacao", by=cast["beto"]
    )
    assert not [each for each in minutes.possible.all() if 5 in each.lines]
    assert [each for each in minutes.possible.all() if 4 in each.lines]
