"""What was done with each challenge: said by each Secretariat, counted when they agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consuno.agenda import actions
from consuno.agenda.models import Challenge, Commitment, Meeting
from consuno.agenda.queries.matrix import matrix
from consuno.agenda.similar import Collection
from consuno.core.policy import Denied

PAGE = "/agenda/san-salvador-2013/desafios/"


@pytest.fixture
def challenge(cast):
    return Challenge.objects.get(ref="II.1")


@pytest.fixture
def item(challenge):
    return Commitment.objects.filter(meeting=challenge.meeting).first()


def row(challenge):
    return next(each for each in matrix(challenge.meeting) if each.challenge == challenge)


def say(cast, challenge, item, **words):
    for who, degree in words.items():
        actions.answer(challenge=challenge, commitment=item, degree=degree, by=cast[who])


def test_it_counts_when_both_say_the_same(cast, challenge, item):
    assert row(challenge).state == "open"
    say(cast, challenge, item, ana="whole")
    assert row(challenge).state == "open"
    say(cast, challenge, item, beto="part")
    assert row(challenge).state == "open"
    assert [link.agreed for link in row(challenge).links] == [""]
    say(cast, challenge, item, ana="part")
    assert row(challenge).state == "part"
    say(cast, challenge, item, ana="whole", beto="whole")
    assert row(challenge).state == "whole"
    say(cast, challenge, item, ana="")
    assert row(challenge).state == "open"


def test_never_is_said_only_when_both_looked_at_all_that_was_proposed(cast, challenge, item):
    say(cast, challenge, item, ana="not", beto="not")
    for link in row(challenge).proposals:
        say(cast, challenge, link.item, ana="not")
        say(cast, challenge, link.item, beto="not")
    assert row(challenge).proposals == []
    assert row(challenge).state == "never"


def test_proposals_speak_of_the_same(challenge):
    others = Collection(
        [
            "Publicar un glosario",
            "Revisar los lineamientos para repatriar a niños víctimas",
            "Celebrar",
        ]
    )
    found = others.likest(
        "Poner al día los lineamientos de repatriación de niñas víctimas de trata"
    )
    assert found == [1]


@given(st.text(max_size=200), st.lists(st.text(max_size=80), max_size=8))
def test_likest_never_fails_nor_invents_places(text, others):
    found = Collection(others).likest(text)
    assert len(found) <= 3
    assert set(found) <= set(range(len(others)))


def test_others_read_what_was_said_and_are_offered_no_buttons(
    cast, challenge, item, client, as_person
):
    say(cast, challenge, item, ana="part", beto="part")
    page = client.get(PAGE).content.decode()
    assert "retomado en parte" in page
    assert "ST-CRM: lo retoma en parte" in page
    assert "responder/" not in page
    assert "propuesto" not in page
    sent = as_person("ana").post(
        PAGE + "responder/", {"challenge": "II.1", "item": item.ref, "degree": "whole"}
    )
    assert sent["Location"] == PAGE + "#II.1"
    page = as_person("ana").get(PAGE).content.decode()
    assert "propuesto" in page
    assert "<select" not in page


def test_any_other_item_is_chosen_from_a_list_beside_its_challenge(challenge, item, as_person):
    page = as_person("ana").get(PAGE + "?otro=II.1").content.decode()
    assert page.count("<select") == 1
    form = page[page.index('id="II.1"') : page.index("</select>")]
    assert f'<option value="{item.ref}">' in form


def test_what_makes_no_sense_is_refused(cast, challenge, item):
    with pytest.raises(Denied):
        say(cast, challenge, item, ana="mucho")
    with pytest.raises(Denied):
        say(cast, challenge, item, carla="whole")
    elsewhere = Meeting.objects.create(
        slug="otra", title=challenge.meeting.title, starts="2014-01-01", ends="2014-01-01"
    )
    stray = Challenge.objects.create(meeting=elsewhere, ref="X1", text=challenge.text)
    with pytest.raises(Denied, match="distintas"):
        say(cast, stray, item, ana="whole")
    assert matrix(elsewhere)[0].state == "open"


def test_queries_do_not_grow(challenge, client, as_person, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        client.get(PAGE)
    secretariat = as_person("ana")
    with django_assert_max_num_queries(14):
        secretariat.get(PAGE + "?otro=II.1")
