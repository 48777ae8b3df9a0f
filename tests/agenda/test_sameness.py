"""Once is once: papers and agreements that are there already are said, and people choose."""

import pytest

from consuno.agenda import actions, sameness
from consuno.agenda.models import Commitment
from consuno.core.policy import Denied
from tests.agenda.test_review import TEXT, candidate, record
from tests.shared import SHARED, needs_shared

TWICE = """Acta de la reunión de seguimiento CRM - RROCM
Ciudad inventada, 3 de marzo de 2014

ACUERDOS
1. Honduras enviará su directorio consular a más tardar el 29 de mayo de 2014.
2. Guatemala enviará las fichas a más tardar el 3 de junio de 2014.

RESUMEN DE ACUERDOS
1. Honduras enviará su directorio consular a más tardar el 29 de mayo de 2014.
2. Guatemala enviará las fichas a más tardar el 4 de junio de 2014.
"""


def body(page):
    return page.content.decode()


def test_words_alike_and_figures_the_same():
    keys = [sameness.key("Honduras enviará la lista el 3 de junio."), sameness.key("Otra cosa.")]
    assert sameness.nearly_same("La lista: Honduras la enviará el 3 de junio", keys) == 0
    assert sameness.nearly_same("Honduras enviará la lista el 4 de junio.", keys) is None
    assert sameness.nearly_same("Panamá abrirá una casa.", keys) is None
    assert sameness.shared(TEXT, TEXT.replace("glosario", "manual")) > sameness.SHARED
    assert sameness.shared(TEXT, TWICE) < sameness.SHARED


def test_the_same_file_and_nearly_the_same_text_are_said(cast, as_person):
    first = record(cast["ana"])
    assert first.like is None
    again = record(cast["beto"])
    near = record(cast["ana"], TEXT.replace("glosario", "manual"), title="Otra")
    assert (again.like, near.like) == (first, first)
    assert record(cast["ana"], TWICE, title="Tercera").like is None
    beto = as_person("beto")
    page = body(beto.get(f"/actas/{again.pk}/"))
    assert "parece ser la misma que ya se trajo" in page
    assert f'href="/actas/{first.pk}/"' in page
    sent = beto.post(f"/actas/{again.pk}/otra/", follow=True)
    assert "parece ser la misma" not in body(sent)
    again.refresh_from_db()
    assert again.like is None


def test_a_paper_taken_back_is_no_longer_the_same(cast, as_person):
    first = record(cast["ana"])
    again = record(cast["beto"])
    actions.withdraw_minutes(minutes=first, by=cast["ana"])
    assert "parece ser la misma" not in body(as_person("beto").get(f"/actas/{again.pk}/"))
    assert record(cast["ana"], title="Nueva").like == again


def test_twice_in_one_paper_is_said_and_made_one(cast, as_person):
    minutes = record(cast["ana"], TWICE)
    one, two = candidate(minutes, 5), candidate(minutes, 9)
    ana = as_person("ana")
    page = body(ana.get(f"/actas/{minutes.pk}/?n={two.number}"))
    assert "lo dice casi igual en otro lugar" in page
    assert f'name="other" value="{one.number}"' in page
    fichas = body(ana.get(f"/actas/{minutes.pk}/?n={candidate(minutes, 6).number}"))
    assert "casi igual" not in fichas  # another day
    ana.post(
        f"/actas/{minutes.pk}/{one.number}/decidir/",
        {"word": "merge", "other": two.number, "revision": 1},
    )
    two.refresh_from_db()
    one.refresh_from_db()
    assert two.merged_into == one
    assert one.statement.count("directorio consular") == 1


@pytest.fixture
def follow_up(cast):
    first = record(cast["ana"], TWICE, title="Primera")
    for who in ("ana", "beto"):
        actions.accept(candidate=candidate(first, 5), revision=1, by=cast[who])
    return record(cast["ana"], TWICE.replace("3 de marzo", "20 de mayo"), title="Segunda")


def test_what_is_on_the_agenda_is_said_and_stays_there_once(follow_up, cast, as_person):
    found = candidate(follow_up, 5)
    assert found.like == Commitment.objects.get(meeting__title__icontains="Primera")
    assert candidate(follow_up, 6).like is None
    ana, address = as_person("ana"), f"/actas/{follow_up.pk}/{found.number}/decidir/"
    assert "Casi lo mismo está ya en la agenda" in body(
        ana.get(f"/actas/{follow_up.pk}/?n={found.number}")
    )
    ana.post(address, {"word": "same", "revision": 1})
    said = found.verdicts.get()
    assert (said.word, said.reason) == ("rejected", f"Ya está en la agenda: {found.like.label}.")
    other = candidate(follow_up, 9)
    page = ana.post(
        f"/actas/{follow_up.pk}/{other.number}/decidir/",
        {"word": "another", "revision": 1},
        follow=True,
    )
    assert "es otra cosa, o un seguimiento" in body(page)
    other.refresh_from_db()
    assert other.like is None
    with pytest.raises(Denied):
        actions.same_as_agenda(candidate=other, revision=1, by=cast["ana"])


def test_only_a_secretariat_says_so(follow_up, cast):
    with pytest.raises(Denied):
        actions.is_another(candidate=candidate(follow_up, 5), by=cast["carla"])
    with pytest.raises(Denied):
        actions.is_another_paper(minutes=follow_up, by=cast["carla"])


@needs_shared
def test_a_paper_that_says_it_twice_as_people_save_it(cast, as_person):
    text = (SHARED / "minutes" / "files" / "duplicates.txt").read_text("utf-8")
    minutes = record(cast["ana"], text)
    page = body(as_person("ana").get(f"/actas/{minutes.pk}/?n=1"))
    assert "lo dice casi igual en otro lugar" in page
