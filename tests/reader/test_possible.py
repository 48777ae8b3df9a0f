"""Where else to look: sentences in which no rule found anything and that may hold a duty."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consuno.reader import extract
from consuno.reader.genre import Genre
from consuno.reader.model import Span
from consuno.reader.possible import scorer
from consuno.reader.possible.looking import Taken
from consuno.reader.possible.ngrams import BUCKETS, features, ngrams
from consuno.reader.possible.training import Model, train
from tests.reader.scoring import CORPUS
from tools import reader_model

PAPER = """ACTA
Reunión del comité, 4 de marzo de 2020

La delegada de Belice recordó los antecedentes del tema.
Guatemala quedaría a cargo de hacer llegar la guía a los consulados.
Se acuerda que Honduras enviará el informe antes del 30 de abril de 2020.
La sesión terminó a las cinco.
"""


def test_a_duty_that_no_rule_reads_is_shown_and_one_that_a_rule_read_is_not():
    found = extract(PAPER, date=datetime.date(2020, 3, 4))
    assert [item.text for item in found.commitments] == [
        "Se acuerda que Honduras enviará el informe antes del 30 de abril de 2020."
    ]
    shown = [each.text for each in found.possible]
    assert shown[0] == "Guatemala quedaría a cargo de hacer llegar la guía a los consulados."
    assert not any("Honduras" in text or "terminó" in text for text in shown)
    first = found.possible[0]
    assert first.lines == (5,)
    assert PAPER[first.spans[0].start : first.spans[0].end] == first.text
    assert found.as_json()["possible"][0] == {
        "text": first.text, "lines": [5], "score": round(first.score, 3),
    }  # fmt: skip


def test_the_best_come_first_and_the_same_every_time():
    text = "\n".join(path.read_text("utf-8") for path in sorted(CORPUS.glob("*.txt"))[:8])
    text += PAPER * 3
    scores = [each.score for each in extract(text).possible]
    assert len(scores) > 3
    assert scores == sorted(scores, reverse=True)
    assert extract(text).possible == extract(text).possible


def test_half_of_its_letters_told_is_told():
    taken = Taken([Span(0, 10), Span(5, 12), Span(20, 24)])
    assert taken.most_of([Span(6, 18)])
    assert not taken.most_of([Span(7, 18)])
    assert taken.most_of([Span(11, 13), Span(20, 21)])
    assert not taken.most_of([])


@given(st.text(max_size=60))
def test_accents_capitals_and_figures_do_not_count(text):
    assert ngrams(text) == ngrams(text.replace("1", "7"))
    assert ngrams("acción de México 12") == ngrams("ACCION  de mexico 34")
    assert all(0 <= place < BUCKETS for place in features(text, Genre(True, False)))


def test_the_kind_of_paper_counts():
    assert features("enviar el informe", Genre(True, True)) != features(
        "enviar el informe", Genre(False, True)
    )


def test_weights_survive_their_file_and_another_file_is_refused():
    model = Model([0.0] * BUCKETS, 0.5)
    model.weights[7], model.weights[9] = 2.0, -1.0
    kept = scorer.load(scorer.Scorer(model, 0.4, {"papers": 3}).dump())
    assert (kept.threshold, kept.about, kept.model.bias) == (0.4, {"papers": 3}, 0.5)
    assert kept.model.weights[7] == pytest.approx(2.0)
    assert kept.model.weights[9] == pytest.approx(-1.0, abs=0.01)
    with pytest.raises(ValueError, match="weights"):
        scorer.load('{"weights": "AAAA", "unit": 1, "bias": 0, "threshold": 1}')


def test_training_starts_from_what_was_known():
    duty, other = ngrams("enviará la guía"), ngrams("llovió toda la tarde")
    model = train([(duty, True), (other, False)])
    assert model.score(duty) > 0.6 > 0.4 > model.score(other)
    again = train([(other, True)], start=model, rounds=1)
    assert again.score(other) > model.score(other)
    assert model.score(other) < 0.4  # what one starts from stays as it was


def test_on_papers_it_never_saw_it_tells_duties_from_the_rest():
    known = reader_model.papers()
    model = reader_model.learn(known[::2])
    scores = [[model.score(places) for places, _ in paper.examples] for paper in known[1::2]]
    rows = [paper.examples for paper in known[1::2]]
    marks = [(mark, duty) for few, row in zip(scores, rows, strict=True)
             for mark, (_, duty) in zip(few, row, strict=True)]  # fmt: skip
    # A duty scores above another sentence in most pairs of the two.
    duties = [mark for mark, duty in marks if duty]
    others = [mark for mark, duty in marks if not duty]
    above = sum(one > two for one in duties for two in others)
    assert above > 0.75 * len(duties) * len(others)
    figures = reader_model.judge(known[1::2], scores, 0.35)
    assert figures.recall >= 0.88
    assert figures.shown <= 0.35 * figures.sentences


def test_the_weights_that_ship_tell_duties_from_the_rest():
    examples = [example for paper in reader_model.papers() for example in paper.examples]
    ships = scorer.shipped()
    duties = [ships.score(places) for places, duty in examples if duty]
    others = [ships.score(places) for places, duty in examples if not duty]
    assert sum(score >= ships.threshold for score in duties) > 0.95 * len(duties)
    assert sum(score >= ships.threshold for score in others) < 0.3 * len(others)
    assert ships.about["cross_validation"]["recall"] >= 0.95
