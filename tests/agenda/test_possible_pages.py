"""Sentences to look at, beside the paper: as an officer of either Secretariat answers them."""

import pytest

from tests.agenda.test_possible import TEXT, of_line
from tests.agenda.test_review import record


@pytest.fixture
def minutes(cast):
    return record(cast["ana"], TEXT)


def body(page):
    return page.content.decode()


def test_the_review_leads_to_the_sentences_and_marks_them(as_person, minutes):
    ana = as_person("ana")
    page = body(ana.get(f"/actas/{minutes.pk}/"))
    row = of_line(minutes, 4)
    assert f"{minutes.possible.count()} frases que nadie ha mirado" in page
    assert f'href="?f={row.number}" data-n="f{row.number}"' in page
    shown = body(ana.get(f"/actas/{minutes.pk}/?f={row.number}"))
    assert f'<p class="wording" lang="es">{row.quote}</p>' in shown
    assert 'class="mark phrase unseen on"' in shown


def test_taken_it_opens_and_then_the_next_sentence_waits(as_person, minutes):
    ana, row = as_person("ana"), of_line(minutes, 4)
    sent = ana.post(f"/actas/{minutes.pk}/frases/{row.number}/", {"word": "take"}, follow=True)
    made = minutes.candidates.get(lines=[4])
    assert sent.redirect_chain[-1][0] == f"/actas/{minutes.pk}/?n={made.number}"
    page = body(sent)
    assert f"Es ahora {made.ref}" in page
    assert "República de Guatemala" in page or "Guatemala" in page
    assert "30 de abril de 2014" in page
    # Everything else accepted, what waits is the sentence that nobody looked at.
    for each in minutes.candidates.all():
        sent = ana.post(
            f"/actas/{minutes.pk}/{each.number}/decidir/", {"word": "accept", "revision": 1}
        )
    assert sent.url == f"/actas/{minutes.pk}/?f={of_line(minutes, 5).number}"


def test_nothing_in_it_and_back(as_person, minutes):
    beto, row = as_person("beto"), of_line(minutes, 5)
    address = f"/actas/{minutes.pk}/frases/{row.number}/"
    page = body(beto.post(address, {"word": "nothing"}, follow=True))
    assert "no hay nada que hacer en esa frase" in page
    assert f"{minutes.possible.filter(looked_at=None).count()} frase" in page
    shown = body(as_person("ana").get(f"/actas/{minutes.pk}/?f={row.number}"))
    assert "no vio nada que hacer en ella" in shown
    again = beto.post(address, {"word": "again"})
    assert again.url == f"/actas/{minutes.pk}/?f={row.number}"
    assert "no vio nada" not in body(beto.get(again.url))


def test_an_odd_word_or_number_breaks_nothing(as_person, minutes):
    ana = as_person("ana")
    page = body(ana.post(f"/actas/{minutes.pk}/frases/1/", {"word": "x"}, follow=True))
    assert "Elija si hay algo en ella o no." in page
    assert ana.post(f"/actas/{minutes.pk}/frases/99/", {"word": "take"}).status_code == 404
    assert ana.get(f"/actas/{minutes.pk}/?f=99").status_code == 200
