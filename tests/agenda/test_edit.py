"""Putting a candidate right: deadlines in words, parties as typed, what waits for what."""

import datetime

import pytest

from consuno.agenda.models import Candidate, Commitment
from tests.agenda.test_minutes_pages import form_of
from tests.agenda.test_review import candidate, record


@pytest.fixture
def minutes(cast):
    return record(cast["ana"])


@pytest.fixture
def send(as_person, minutes):
    """Send the edit form of a line, with some fields changed, as Ana."""
    ana = as_person("ana")

    def sent(line, **changes):
        found = candidate(minutes, line)
        url = f"/actas/{minutes.pk}/{found.number}/editar/"
        answer = ana.post(url, {**form_of(ana.get(url)), "revision": found.revision, **changes})
        assert answer.status_code == 302, answer.context["form"].errors
        return Candidate.objects.get(pk=found.pk)

    return sent


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("a fines de marzo de 2014", datetime.date(2014, 3, 31)),
        ("primer trimestre de 2015", datetime.date(2015, 3, 31)),
        ("dentro de los 10 días hábiles siguientes", datetime.date(2014, 3, 17)),
        ("cuando se pueda", None),
    ],
)
def test_words_are_worked_out_for_the_day_of_the_meeting(send, as_person, minutes, words, due):
    made = send(7, deadline_text=words)
    assert (made.due_on, made.deadline_text) == (due, words)
    said = as_person("ana").get(f"/actas/{minutes.pk}/plazo/", {"deadline_text": words})
    assert ("Es decir" in said.content.decode()) == (due is not None)


def test_a_date_typed_wins_over_words(send):
    made = send(7, deadline_text="a fines de marzo", due_on="15/05/2014")
    assert (made.due_on, made.deadline_edtf) == (datetime.date(2014, 5, 15), "2014-05-15")


def test_a_date_taken_away_leaves_the_words(send):
    made = send(5, due_on="")
    assert (made.due_on, made.deadline_kind) == (None, "none")
    assert made.deadline_text


@pytest.mark.parametrize(
    ("typed", "party"),
    [
        ("st-crm", ("ST-CRM", "")),
        ("Secretaría Técnica de la CRM", ("ST-CRM", "")),
        ("technical secretariat of the rcm", ("ST-CRM", "")),
        ("  Mesa   Nueva ", (None, "Mesa Nueva")),
    ],
)
def test_parties_are_typed_as_people_say_them(send, typed, party):
    made = send(7, who=[typed, typed, ""])
    assert [(row["body"], row["name"]) for row in made.parties] == [party]


def test_what_was_read_is_kept_as_it_was_read(send, minutes):
    before = candidate(minutes, 6).parties
    assert before[0]["body"] == "PAISES-CRM:each"
    made = send(6, statement="Otra redacción.")
    assert made.parties == before


def test_what_waits_for_what_by_pointing(send, minutes, cast, as_person):
    first = candidate(minutes, 5)
    made = send(7, depends_on=[first.ref])
    assert made.depends_on == [first.ref]
    from consuno.agenda import actions

    for each in (candidate(minutes, 5), made):
        for who in ("ana", "beto"):
            actions.accept(candidate=each, revision=each.revision, by=cast[who])
    later = Commitment.objects.get(meeting=minutes.meeting, ref=made.ref)
    assert [item.ref for item in later.depends_on.all()] == [first.ref]
