"""The second tier learns from the reviews of this installation, and only what is better."""

import pytest
from django.core.management import call_command

from consuno.agenda import actions
from consuno.agenda.actions import learned
from consuno.agenda.models import LearnedScorer
from consuno.agenda.queries.learned import reviewed_papers, scorer_in_use
from consuno.reader.possible import scorer
from tests.agenda.test_review import record

#: A way of writing that neither rules nor the weights that ship know.
DUTY = "Corre por cuenta de {} la lista {} de siempre."
OTHER = "La jornada {} giró en torno al clima de {}."
WHO = ("Honduras", "Panamá", "Belice")


def reviewed(cast, number):
    lines = [DUTY.format(who, number) for who in WHO] + [OTHER.format(number, who) for who in WHO]
    text = (
        "Acta de la reunión\nCiudad inventada, 3 de marzo de 2014\n\n" + "\n\n".join(lines) + "\n"
    )
    minutes = record(cast["ana"], text, title=f"Reunión {number}")
    for line in (4, 6, 8):
        actions.add_candidate(
            minutes=minutes, first=line, last=line, kind="agreement", by=cast["ana"]
        )
    for row in minutes.possible.all():
        if not {4, 6, 8} & set(row.lines):
            actions.dismiss_possible(possible=row, by=cast["ana"])
        else:
            row.delete()
    return minutes


def test_of_few_papers_nothing_is_learned(cast, capsys):
    for number in range(3):
        reviewed(cast, number)
    call_command("learn_from_reviews")
    said = capsys.readouterr().out
    assert "3 actas revisadas" in said
    assert "Son muy pocas" in said
    assert scorer_in_use() is scorer.shipped()


def test_what_people_said_is_learned_and_used_for_the_next_paper(cast, capsys):
    for number in range(5):
        reviewed(cast, number)
    examples = [example for paper in reviewed_papers() for example in paper]
    assert sum(duty for _places, duty in examples) == 15
    assert sum(not duty for _places, duty in examples) >= 15
    call_command("learn_from_reviews")
    assert "Guardado: de cien pares" in capsys.readouterr().out
    ships, learns = scorer.shipped(), scorer_in_use()
    assert learns.about["papers"] == 5
    [places] = [places for places, duty in examples if duty][:1]
    assert learns.score(places) > ships.score(places)
    text = "Acta de la reunión\n\nLlovió.\n\n" + DUTY.format("Nicaragua", 9) + "\n"
    [row] = [each for each in record(cast["ana"], text).possible.all() if "Nicaragua" in each.quote]
    assert row.score == pytest.approx(learns.score(places), abs=0.3)
    assert row.number == 1


def test_what_is_no_better_is_not_kept(cast, capsys):
    for number in range(5):
        reviewed(cast, number)
    call_command("learn_from_reviews")
    capsys.readouterr()
    call_command("learn_from_reviews")
    assert "No mejora" in capsys.readouterr().out
    assert LearnedScorer.objects.count() == 1


def test_a_rejected_one_is_no_duty_and_a_paper_nobody_read_says_nothing(cast):
    minutes = record(cast["ana"])
    assert list(reviewed_papers()) == []
    first = minutes.candidates.first()
    actions.reject(candidate=first, revision=1, reason="No obliga.", by=cast["ana"])
    [examples] = reviewed_papers()
    assert [duty for _places, duty in examples] == [False]


def test_pairs_in_order():
    assert learned._in_order([(0.9, True), (0.5, False), (0.1, True)]) == 0.5
    assert learned._in_order([(0.5, True), (0.5, False)]) == 0.5
