"""Institutions diagnose themselves; side by side, what is wanting is seen and comes to the meetings."""

import pytest
from django.urls import reverse

from consuno.core.policy import Denied
from consuno.directory.models import Body
from consuno.knowledge import actions
from consuno.knowledge.assessments import kinds
from consuno.knowledge.models import Assessment
from consuno.knowledge.queries.assessments import compare, gaps
from consuno.meetings import actions as meetings
from tests.meetings.test_sittings import plan, today

__all__ = ["today"]


def body(code):
    return Body.objects.get(code=code)


def begin(by, kind="reinsercion", code="DGM:HN", partner=None):
    return actions.begin_assessment(
        kind=kinds()[kind], body=body(code), partner=partner, language="es", by=by
    )


def answers(kind, level="yes", **others):
    return {q.slug: {"level": others.get(q.slug, level)} for q in kinds()[kind].questions}


@pytest.fixture
def given(agenda, cast):
    made = begin(cast["eva"])
    wanting = {"presupuesto-propio": "no"} | {"cobertura-nacional": "partly"}
    said = answers("reinsercion")
    said |= {slug: {"level": level, "text": "Prueba"} for slug, level in wanting.items()}
    actions.save_assessment(assessment=made, answers=said, by=cast["eva"])
    return actions.give_assessment(assessment=made, by=cast["eva"])


def test_each_institution_answers_for_itself_and_one_at_a_time(agenda, cast):
    with pytest.raises(Denied, match="a sí misma"):
        begin(cast["carla"])
    with pytest.raises(Denied, match="a sí misma"):
        begin(cast["diego"], code="DEMO:ONG-GT")
    made = begin(cast["eva"])
    with pytest.raises(Denied, match="termínelo"):
        begin(cast["eva"])
    with pytest.raises(Denied, match="Faltan 11"):
        actions.give_assessment(assessment=made, by=cast["eva"])
    with pytest.raises(Denied, match="de la lista"):
        actions.save_assessment(assessment=made, answers={"x": {"level": "yes"}}, by=cast["eva"])


def test_given_it_does_not_change_and_the_next_takes_its_place(given, cast):
    with pytest.raises(Denied, match="uno nuevo"):
        actions.save_assessment(assessment=given, answers={}, by=cast["eva"])
    assert gaps() == [(given, 2)]
    again = begin(cast["eva"])
    assert gaps() == [(given, 2)]  # begun is not given
    actions.save_assessment(assessment=again, answers=answers("reinsercion"), by=cast["eva"])
    actions.give_assessment(assessment=again, by=cast["eva"])
    assert gaps() == []


@pytest.mark.acta("III.6")
def test_side_by_side(given):
    found = compare(kinds()["reinsercion"])
    wanting = [line.question.slug for line in found.lines if line.wanting]
    assert wanting == ["presupuesto-propio", "cobertura-nacional"]


def test_what_is_wanting_comes_to_a_meeting_of_institutions_only(given, cast):
    closed, open_ = plan(cast), plan(cast, public=True)
    for sitting in (closed, open_):
        meetings.compute_agenda(sitting=sitting, by=cast["ana"])
    assert closed.items.filter(about=f"assessment:{given.pk}").exists()
    assert not open_.items.filter(about__startswith="assessment").exists()
    with pytest.raises(Denied, match="reservadas"):
        plan(cast, sitting=closed, public=True)


@pytest.mark.acta("A3.b.1")
def test_best_interests_are_reviewed_with_a_partner_of_the_network(agenda, cast):
    with pytest.raises(Denied, match="con qué organización"):
        begin(cast["eva"], kind="interes-superior")
    Body.objects.filter(code="DEMO:ONG-GT").update(country="HN")
    partner = body("DEMO:ONG-GT")
    made = begin(cast["eva"], kind="interes-superior", partner=partner)
    with pytest.raises(Denied, match="organización con la que"):
        actions.speak_beside(assessment=made, text="x", by=cast["eva"])
    actions.speak_beside(assessment=made, text="No se escucha (prueba).", by=cast["diego"])
    actions.save_assessment(
        assessment=made, answers=answers("interes-superior", "unknown"), by=cast["eva"]
    )
    done = actions.give_assessment(assessment=made, by=cast["eva"])
    assert done.partner_word
    assert gaps() == []  # not known is no gap: it is not known


def test_the_pages(agenda, cast, client):
    home = reverse("knowledge:compared", args=["reinsercion"])
    assert client.get(home).status_code == 302
    client.force_login(cast["eva"])
    assert "Ninguna institución" in client.get(home).content.decode()
    begun = reverse("knowledge:begin", args=["reinsercion"])
    client.post(begun, {"body": "DGM:HN"})
    made = Assessment.objects.get()
    address = made.get_absolute_url()
    kept = client.post(
        address,
        {"level-mandato-norma": "yes", "text-mandato-norma": "Ley (prueba)", "word": "give"},
    ).content.decode()
    assert "Faltan 10" in kept
    assert "Ley (prueba)" in kept
    client.force_login(cast["carla"])
    assert client.get(address).status_code == 403  # not given yet
    client.force_login(cast["eva"])
    sent = {f"level-{q.slug}": "partly" for q in kinds()["reinsercion"].questions}
    client.post(address, sent | {"word": "give"})
    client.force_login(cast["carla"])
    assert "en parte" in client.get(address).content.decode()
    assert "INM HN" in client.get(home).content.decode()
