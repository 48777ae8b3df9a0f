"""Candidates split, merged, and the last change undone."""

import datetime

import pytest

from consuno.agenda import actions
from consuno.agenda.models import Candidate, Commitment, Verdict
from consuno.agenda.queries.review import papers
from consuno.core.policy import ConflictError, Denied
from consuno.directory.standing import secretariat_of
from tests.agenda.test_review import TEXT, candidate, record

TWO = """Acuerdos:
1. La RROCM enviará su informe a más tardar el 15 de abril de 2014 y la ST de la CRM lo publicará a más tardar el 30 de mayo de 2014.
2. La RROCM preparará un glosario.
3. La RROCM lo presentará en agosto de 2014.
"""
PARTS = [
    "La RROCM enviará su informe a más tardar el 15 de abril de 2014",
    "la ST de la CRM lo publicará a más tardar el 30 de mayo de 2014.",
]


@pytest.fixture
def minutes(cast):
    return record(cast["ana"], TWO, title="Dos en una")


@pytest.fixture
def whole(minutes):
    return candidate(minutes, 2)


def fresh(found):
    return Candidate.objects.get(pk=found.pk)


def test_split_reads_each_deadline_in_its_own_words(whole, minutes, cast):
    first, second = actions.split(candidate=whole, revision=1, parts=PARTS, by=cast["ana"])
    assert (first.pk, first.revision) == (whole.pk, 2)
    assert [first.due_on, second.due_on] == [datetime.date(2014, 4, 15), datetime.date(2014, 5, 30)]
    assert second.quote == whole.quote
    assert (second.lines, second.spans) == (whole.lines, whole.spans)
    assert second.ref not in {whole.ref, ""}
    for who in ("ana", "beto"):
        for part in (first, second):
            actions.accept(candidate=part, revision=fresh(part).revision, by=cast[who])
    assert Commitment.objects.filter(meeting=minutes.meeting).count() == 2


@pytest.mark.parametrize("parts", [[], ["una"], ["", "una", " "], ["x"] * 13])
def test_it_takes_two_to_be_split(whole, cast, parts):
    with pytest.raises(Denied, match="renglón"):
        actions.split(candidate=whole, revision=1, parts=parts, by=cast["ana"])
    assert fresh(whole).revision == 1


def test_earlier_verdicts_stand_on_the_earlier_wording(whole, cast):
    actions.accept(candidate=whole, revision=1, by=cast["beto"])
    actions.split(candidate=whole, revision=1, parts=PARTS, by=cast["ana"])
    assert Verdict.objects.get().revision == 1
    with pytest.raises(ConflictError):
        actions.split(candidate=whole, revision=1, parts=PARTS, by=cast["beto"])


def test_merge_and_undo(minutes, cast):
    second, third = candidate(minutes, 3), candidate(minutes, 4)
    total = minutes.candidates.count()
    made = actions.merge(candidate=second, revision=1, other=third, by=cast["ana"])
    assert made.statement.startswith("La RROCM preparará un glosario")
    assert "lo presentará en agosto de 2014" in made.statement
    assert made.lines == [3, 4]
    assert made.due_on == datetime.date(2014, 8, 31)
    body = secretariat_of(cast["ana"])
    assert papers(body=body).get(pk=minutes.pk).total == total - 1
    with pytest.raises(Denied, match="Se unió"):
        actions.accept(candidate=third, revision=1, by=cast["beto"])
    back = actions.undo(candidate=second, revision=2, by=cast["beto"])
    assert (back.statement, back.due_on, back.lines) == (second.statement, None, [3])
    assert papers(body=body).get(pk=minutes.pk).total == total
    with pytest.raises(Denied, match="deshacer"):
        actions.undo(candidate=second, revision=3, by=cast["ana"])


def test_undo_goes_back_change_by_change(whole, cast):
    for words in ("Uno.", "Dos."):
        actions.edit(
            candidate=whole, revision=fresh(whole).revision, by=cast["ana"], statement=words
        )
    assert actions.undo(candidate=whole, revision=3, by=cast["ana"]).statement == "Uno."
    assert actions.undo(candidate=whole, revision=4, by=cast["ana"]).statement == whole.statement
    assert fresh(whole).due_on == whole.due_on


def test_only_open_ones_of_the_same_paper_are_merged(whole, minutes, cast):
    elsewhere = candidate(record(cast["ana"], TEXT), 5)
    for other in (whole, elsewhere):
        with pytest.raises(Denied, match="misma acta"):
            actions.merge(candidate=whole, revision=1, other=other, by=cast["ana"])
    done = candidate(minutes, 3)
    for who in ("ana", "beto"):
        actions.accept(candidate=done, revision=1, by=cast[who])
    with pytest.raises(Denied, match="está en la agenda"):
        actions.merge(candidate=whole, revision=1, other=done, by=cast["ana"])
    with pytest.raises(Denied, match="está en la agenda"):
        actions.undo(candidate=done, revision=1, by=cast["ana"])


def test_by_the_page(whole, minutes, as_person):
    ana = as_person("ana")
    address = f"/actas/{minutes.pk}/{whole.number}/decidir/"
    wrong = ana.post(address, {"word": "split", "revision": 1, "parts": "una sola cosa"})
    assert "una sola cosa</textarea>" in wrong.content.decode()
    sent = ana.post(address, {"word": "split", "revision": 1, "parts": "\r\n".join(PARTS)})
    assert sent["Location"].endswith(f"n={whole.number}")
    page = ana.get(sent["Location"]).content.decode()
    assert "Son 2" in page
    assert "Deshacer el último cambio" in page
    new = Candidate.objects.latest("pk")
    ana.post(address, {"word": "merge", "revision": 2, "other": new.number})
    assert ana.get(f"/actas/{minutes.pk}/{new.number}/editar/").status_code == 404
    ana.post(address, {"word": "undo", "revision": 3})
    assert ana.get(f"/actas/{minutes.pk}/{new.number}/editar/").status_code == 200
