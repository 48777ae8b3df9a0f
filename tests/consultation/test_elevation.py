"""A text goes up to the GRCM: agreed, or stalled through two rounds with its objection; the answer returns."""

import datetime

import pytest
from django.urls import reverse

from consuno.consultation import actions, policies
from consuno.core.policy import Denied
from consuno.meetings import actions as meetings
from consuno.meetings.models import Elevation
from tests.consultation.test_adoption import version
from tests.consultation.test_drafting import proposal
from tests.consultation.test_positions import OBJECTION, by_letter, speak
from tests.consultation.test_rounds import open_round
from tests.meetings.test_sittings import plan, today

__all__ = ["proposal", "today", "version"]


def run_round(proposal, ana, time_machine, opens):
    """A round that is opened on a day, and closed when it is over."""
    time_machine.move_to(opens)
    found = open_round(proposal, ana, "informal", opens.date() + datetime.timedelta(days=6))
    time_machine.move_to(opens + datetime.timedelta(days=8))
    actions.close_round(round=found, by=ana)


@pytest.fixture
def stalled(proposal, version, cast, time_machine):
    """El Salvador objects through two rounds."""
    speak(version, cast["marta"], **OBJECTION)
    by_letter(version, cast["ana"], skip={"PAIS:SV"})
    start = datetime.datetime(2026, 11, 25, 15, tzinfo=datetime.UTC)
    run_round(proposal, cast["ana"], time_machine, start)
    with pytest.raises(Denied, match="dos rondas"):
        actions.elevate_proposal(version=version, by=cast["ana"])
    run_round(proposal, cast["ana"], time_machine, start + datetime.timedelta(days=10))
    return version


def test_a_stalled_text_goes_up_with_its_objection_and_nothing_is_overridden(
    stalled, cast, proposal, as_person
):
    assert [(each.body.code, each.rounds) for each in policies.deadlocks(proposal)] == [
        ("PAIS:SV", 2)
    ]
    with pytest.raises(Denied):
        actions.elevate_proposal(version=stalled, by=cast["carla"])
    as_person("beto").post(reverse("consultation:elevate", args=[proposal.pk]))
    sent = Elevation.objects.get()
    assert (sent.series, sent.get_absolute_url()) == ("grcm", proposal.get_absolute_url())
    with pytest.raises(Denied, match="espera respuesta"):
        actions.elevate_proposal(version=stalled, by=cast["ana"])
    sitting = plan(cast, series="grcm", title="GRCM de prueba")
    meetings.compute_agenda(sitting=sitting, by=cast["ana"])
    page = as_person("eva").get(reverse("meetings:agenda", args=[sitting.slug])).content.decode()
    assert "Protocolo (prueba)»: versión 1. El Salvador mantiene objeción a la cláusula 2" in page
    assert proposal.get_absolute_url() in page
    with pytest.raises(Denied, match="mantiene objeción"):
        actions.declare_adoption(
            version=stalled, forum="grcm", on=datetime.date(2026, 11, 25), place="", by=cast["luis"]
        )
    sent.refresh_from_db()
    up = meetings.elevate_item(item=sent.item, by=cast["ana"])
    meetings.answer_elevation(elevation=sent, outcome="Que siga el diálogo.", by=cast["ana"])
    page = as_person("eva").get(proposal.get_absolute_url()).content.decode()
    assert "Que siga el diálogo." in page
    assert str(up.to) in page


def test_an_agreed_text_goes_up_at_once_and_an_objection_taken_back_is_no_deadlock(
    version, cast, proposal, time_machine, stalled
):
    speak(version, cast["carla"])
    assert policies.deadlocks(proposal) == []
    assert actions.elevate_proposal(version=version, by=cast["beto"])


def test_a_public_meeting_says_only_that_a_text_comes(version, cast, proposal):
    from consuno.meetings.subjects import told

    key = f"proposal:{proposal.pk}"
    assert told([key], public=True)[key][0] == "Un texto en consulta"
    assert told(["proposal:999999", "nothing:1", "x"], public=False) == {}


def test_what_a_national_table_sent_up_becomes_a_text_without_telling_its_title(
    agenda, cast, as_person
):
    from consuno.consultation.models import Proposal
    from consuno.core.bilingual import Bilingual
    from consuno.directory.models import Body, Country
    from consuno.meetings.models import Topic

    topic = Topic.objects.create(
        country=Country.objects.get(code="GT"), body=Body.objects.get(code="DGM:GT"),
        title="Albergues sin agua (inventado)", text="Prueba.", by=cast["luis"],
    )  # fmt: skip
    sent = Elevation.objects.create(topic=topic, series="adhoc", by=cast["ana"])
    given = {"title_es": "Agua (prueba)", "body": Body.objects.get(code="ST-CRM").pk, "kind": "point",
             "purpose": "consensus", "authentic": "es", "elevation": sent.pk}  # fmt: skip
    form = reverse("consultation:propose")
    assert "Albergues sin agua" in as_person("ana").get(form).content.decode()
    assert "Albergues sin agua" not in as_person("eva").get(form).content.decode()
    with pytest.raises(Denied):
        actions.propose(
            title=Bilingual("x"), kind="point", body=Body.objects.get(code="DGM:HN"), by=cast["eva"],
            elevation=sent,
        )  # fmt: skip
    as_person("ana").post(form, given)
    made = Proposal.objects.get()
    assert made.elevation == sent
    draft = made.versions.get()
    actions.take_in(version=draft, language="es", paragraphs=["Agua."], by=cast["ana"])
    actions.freeze(version=draft, by=cast["ana"])
    assert "Albergues sin agua" in as_person("beto").get(made.get_absolute_url()).content.decode()
    page = as_person("eva").get(made.get_absolute_url()).content.decode()
    assert "Un tema de la mesa nacional de Guatemala" in page
    assert "Albergues sin agua" not in page
