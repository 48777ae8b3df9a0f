"""A proposal's text: clauses keep their number, translations know when they are stale."""

import pytest

from consuno.agenda.models import Commitment
from consuno.consultation import actions
from consuno.consultation.models import Proposal
from consuno.consultation.queries import texts
from consuno.core.bilingual import Bilingual
from consuno.core.policy import Denied
from consuno.directory.models import Body

TEXT = [
    "El Estado protege a toda víctima de trata desde el primer contacto.",
    "La víctima no será sancionada por lo que fue obligada a hacer.",
    "El retorno es voluntario y se hace con acompañamiento consular.",
]


def body(code):
    return Body.objects.get(code=code)


def propose(by, code="RROCM", **changes):
    given = {"title": Bilingual("Protocolo (prueba)", "Protocol (test)"), "kind": "protocol",
             "body": body(code)}  # fmt: skip
    return actions.propose(by=by, **(given | changes))


@pytest.fixture
def proposal(cast):
    origin = Commitment.objects.get(ref="1.A.a1")
    return propose(cast["beto"], commitment=origin)


def draft(proposal):
    return proposal.versions.order_by("-number").first()


def take(proposal, by, texts=TEXT, language="es"):
    return actions.take_in(version=draft(proposal), language=language, paragraphs=texts, by=by)


def clause(proposal, place):
    return draft(proposal).clauses.all()[place - 1]


def test_who_proposes_and_who_writes(proposal, cast):
    assert take(proposal, cast["beto"]) == 3
    assert take(proposal, cast["ana"]) == 0  # the same text: nothing is new
    for who in ("carla", "fermin"):
        with pytest.raises(Denied):
            take(proposal, cast[who])
    with pytest.raises(Denied):
        propose(cast["carla"])
    assert propose(cast["carla"], "DGM:SV").proposer.code == "DGM:SV"


def test_a_new_text_keeps_the_numbers_of_its_clauses(proposal, cast):
    take(proposal, cast["beto"])
    numbers = {each.es: each.uid for each in draft(proposal).clauses.all()}
    new = take(
        proposal,
        cast["beto"],
        [TEXT[2], "Artículo nuevo, del todo distinto de los otros.", TEXT[0]],
    )
    assert new == 1
    kept = {each.es: each.uid for each in draft(proposal).clauses.all()}
    assert kept[TEXT[2]] == numbers[TEXT[2]]
    assert kept["Artículo nuevo, del todo distinto de los otros."] == 4  # 2 is not used again


def test_a_translation_is_checked_until_the_authentic_text_changes(proposal, cast):
    take(proposal, cast["beto"])
    with pytest.raises(Denied, match="2 párrafos"):
        take(proposal, cast["beto"], ["One.", "Two."], "en")
    take(proposal, cast["beto"], ["One.", "Two.", "Three."], "en")
    assert [row.en for row in texts.rows(draft(proposal))] == ["checked"] * 3
    second = clause(proposal, 2)
    actions.write_clause(
        clause=second, es="La víctima no es sancionada.", en="Two.", by=cast["ana"]
    )
    assert [row.en for row in texts.rows(draft(proposal))] == ["checked", "stale", "checked"]
    actions.write_clause(
        clause=second, es="La víctima no es sancionada.", en="Two.", translated=True, by=cast["ana"]
    )
    assert texts.rows(draft(proposal))[1].en == "checked"
    actions.write_clause(clause=second, es=second.es, en="", by=cast["ana"])
    assert texts.rows(draft(proposal))[1].en == "missing"


def test_clauses_are_put_in_moved_and_taken_out(proposal, cast):
    take(proposal, cast["beto"])
    first = clause(proposal, 1)
    made = actions.add_clause(
        version=draft(proposal), after=first.uid, es="Entre una y otra.", en="", by=cast["beto"]
    )
    assert [each.uid for each in draft(proposal).clauses.all()] == [1, 4, 2, 3]
    actions.move_clause(clause=made, up=True, by=cast["beto"])
    actions.move_clause(
        clause=clause(proposal, 1), up=True, by=cast["beto"]
    )  # at the edge: nothing
    assert [each.uid for each in draft(proposal).clauses.all()] == [4, 1, 2, 3]
    actions.remove_clause(clause=clause(proposal, 2), by=cast["beto"])
    assert [each.uid for each in draft(proposal).clauses.all()] == [4, 2, 3]


def test_what_circulated_does_not_change(proposal, cast):
    with pytest.raises(Denied, match="vacía"):
        actions.freeze(version=draft(proposal), by=cast["ana"])
    take(proposal, cast["beto"])
    with pytest.raises(Denied, match="Secretaría Técnica"):
        actions.freeze(version=draft(proposal), by=cast["beto"])
    with pytest.raises(Denied, match="borrador"):
        actions.begin_version(proposal=proposal, by=cast["beto"])
    first = actions.freeze(version=draft(proposal), by=cast["ana"])
    assert len(first.sha256) == 64
    with pytest.raises(Denied, match="no cambia"):
        take(proposal, cast["beto"])
    with pytest.raises(Denied, match="no cambia"):
        actions.remove_clause(clause=first.clauses.first(), by=cast["ana"])
    second = actions.begin_version(proposal=proposal, by=cast["beto"])
    take(proposal, cast["beto"], [TEXT[0], TEXT[1].replace("será", "podrá ser"), TEXT[2]])
    lines = texts.changes(first, second, "es")
    assert [each.line.kind for each in lines] == ["same", "changed", "same"]
    assert [each.line.uid for each in lines] == [1, 2, 3]


def test_the_same_text_has_the_same_digest_and_a_file_changes_it(proposal, cast):
    take(proposal, cast["beto"])
    first = actions.freeze(version=draft(proposal), by=cast["ana"])
    second = actions.begin_version(proposal=proposal, by=cast["ana"])
    actions.add_artefact(
        version=second, kind="cases", file_name="casos.csv", content=b"uno", by=cast["beto"]
    )
    actions.freeze(version=second, by=cast["ana"])
    assert second.sha256 != first.sha256
    third = actions.begin_version(proposal=proposal, by=cast["ana"])
    actions.remove_artefact(artefact=third.artefacts.get(), by=cast["ana"])
    assert actions.freeze(version=third, by=cast["ana"]).sha256 == first.sha256


@pytest.mark.acta("A1.acuerdo.a")
def test_which_topic_of_the_minutes_each_clause_deals_with(proposal, cast):
    take(proposal, cast["beto"])
    topics = texts.topics(proposal)
    assert len(topics) == 31
    actions.cover(proposal=proposal, uid=2, topics=[topics[0], topics[9]], by=cast["beto"])
    covered = {each.topic: each.places for each in texts.coverage(draft(proposal))}
    assert covered[topics[0]] == [2]
    assert covered[topics[1]] == []
    actions.move_clause(clause=clause(proposal, 2), up=True, by=cast["beto"])
    assert texts.coverage(draft(proposal))[0].places == [1]  # it goes with its clause


def test_only_its_reference_may_be_at_hand(proposal, cast):
    actions.describe_version(
        version=draft(proposal), changelog=Bilingual(), reference="Nota 12/2013", by=cast["ana"]
    )
    assert actions.freeze(version=draft(proposal), by=cast["ana"]).frozen_at


def test_withdrawn_it_is_written_no_more(proposal, cast):
    actions.withdraw_proposal(proposal=proposal, by=cast["beto"])
    with pytest.raises(Denied, match="retiró"):
        take(Proposal.objects.get(), cast["beto"])
