"""A text that stalls: brackets and splitting, in a draft, by the Technical Secretariat; never an override."""

import pytest
from django.urls import reverse

from consuno.consultation import actions
from consuno.consultation.models import Proposal
from consuno.consultation.queries import positions, texts
from consuno.core.bilingual import Bilingual
from consuno.core.policy import Denied
from tests.consultation.test_adoption import declare, version
from tests.consultation.test_drafting import draft, proposal
from tests.consultation.test_elevation import stalled
from tests.consultation.test_positions import by_letter, speak
from tests.meetings.test_sittings import today

__all__ = ["proposal", "stalled", "today", "version"]


@pytest.fixture
def second(stalled, proposal, cast):
    """A draft of the next version, after two rounds with an objection to the second clause."""
    return actions.begin_version(proposal=proposal, by=cast["ana"])


def clause(of, uid):
    found = of.clauses.get(uid=uid)
    found.version = of
    return found


def test_only_what_is_objected_to_is_bracketed_and_only_by_the_secretariat(second, cast):
    for uid, who in ((1, "ana"), (2, "beto"), (2, "carla"), (2, "luis")):
        with pytest.raises(Denied):
            actions.bracket_clause(clause=clause(second, uid), on=True, by=cast[who])
    actions.bracket_clause(clause=clause(second, 2), on=True, by=cast["ana"])
    assert clause(second, 2).shown("es").startswith("[")


def test_with_brackets_nothing_is_adopted_whoever_consents(second, proposal, cast, time_machine):
    actions.bracket_clause(clause=clause(second, 2), on=True, by=cast["ana"])
    fixed = actions.freeze(version=draft(proposal), by=cast["ana"])
    old = proposal.versions.get(number=1)
    assert fixed.sha256 != old.sha256
    kinds = {each.line.uid: each.line.kind for each in texts.changes(old, fixed, "es")}
    assert (kinds[1], kinds[2]) == ("same", "changed")
    assert "mantiene objeción" in positions.sentence_of(fixed)
    by_letter(fixed, cast["ana"])  # El Salvador too, by its own note
    with pytest.raises(Denied, match="corchetes"):
        declare(fixed, cast["luis"])
    third = actions.begin_version(proposal=proposal, by=cast["ana"])
    assert clause(third, 2).bracketed
    actions.bracket_clause(clause=clause(third, 2), on=False, by=cast["ana"])


def test_what_is_objected_to_becomes_another_proposal_and_the_objection_stays(
    second, proposal, cast
):
    title = Bilingual("Lo que falta (prueba)", "What is left (test)")
    for uids, who, why in (
        ([1], "ana", "dos rondas"),
        ([2], "beto", "Secretaría"),
        ([], "ana", "dos"),
    ):
        with pytest.raises(Denied, match=why):
            actions.split_proposal(version=second, uids=uids, title=title, by=cast[who])
    made = actions.split_proposal(version=second, uids=[2], title=title, by=cast["ana"])
    assert made.split_from == proposal
    assert [each.uid for each in draft(made).clauses.all()] == [1]
    assert [each.uid for each in second.clauses.all()] == [1, 3]
    fixed = actions.freeze(version=second, by=cast["ana"])
    assert "El Salvador mantiene objeción al texto" in positions.sentence_of(fixed)
    speak(fixed, cast["carla"])
    assert "El Salvador" not in positions.sentence_of(fixed)


def test_an_objection_to_the_whole_may_bracket_any_but_not_take_all_away(stalled, proposal, cast):
    speak(stalled, cast["marta"], "objection", text="Todo.", resolves="Rehacerlo.")
    second = actions.begin_version(proposal=proposal, by=cast["ana"])
    actions.bracket_clause(clause=clause(second, 3), on=True, by=cast["ana"])
    with pytest.raises(Denied, match="Deje alguna"):
        actions.split_proposal(version=second, uids=[1, 2, 3], title=Bilingual("x"), by=cast["ana"])


def test_on_the_pages(second, proposal, cast, as_person):
    page = as_person("eva").get(proposal.get_absolute_url()).content.decode()
    assert "El Salvador mantiene su objeción desde hace 2 rondas" in page
    ana = as_person("ana")
    page = ana.get(second.get_absolute_url()).content.decode()
    assert page.count("Poner entre corchetes") == 1
    place = reverse("consultation:place_clause", args=[proposal.pk, 2, 2])
    page = ana.post(place, {"word": "bracket"}, follow=True).content.decode()
    assert "no se adopta mientras siga así" in page
    assert "entre corchetes" in page
    assert "Quitar los corchetes" in page
    ana.post(place, {"word": "unbracket"})
    split = reverse("consultation:split", args=[proposal.pk, 2])
    assert "Escriba el título" in ana.post(split, {"uids": "2"}).content.decode()
    page = ana.post(
        split, {"uids": "2", "title_es": "Aparte (prueba)"}, follow=True
    ).content.decode()
    assert "Se separó de" in page
    assert Proposal.objects.filter(split_from=proposal).count() == 1
    assert "Aparte (prueba)" in ana.get(proposal.get_absolute_url()).content.decode()
    assert (
        "Aparte (prueba)" not in as_person("eva").get(proposal.get_absolute_url()).content.decode()
    )
