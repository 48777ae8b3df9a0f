"""A date that the paper left to be defined: the Presidency sets it, and from then on it is its own."""

import datetime

import pytest

from consuno.agenda import actions, policies
from consuno.agenda.models import Commitment
from consuno.agenda.queries.as_of import AsOf
from consuno.core.policy import Denied, allowed

DAY = datetime.date(2027, 3, 15)
PAGE = "/agenda/san-salvador-2013/2.A.4/"


@pytest.fixture
def item(cast):
    return Commitment.objects.get(meeting__slug="san-salvador-2013", ref="2.A.4")


def sent(day="15/03/2027", note=""):
    return {"date-day": day, "date-note": note}


def test_the_presidency_sets_it_and_those_concerned_are_told(item, cast, as_person):
    page = as_person("luis").get(PAGE).content.decode()
    assert "Fijar la fecha" in page
    as_person("luis").post(PAGE + "fecha/", sent())
    item.refresh_from_db()
    assert (item.due_on, item.dated_by.code, item.deadline_text) == (
        DAY, "PPT-CRM", "en fecha por definir",
    )  # fmt: skip
    for who in ("ana", "beto"):
        assert cast[who].notices.filter(kind="agenda.date_set").exists()
    assert not cast["luis"].notices.filter(kind="agenda.date_set").exists()
    page = as_person("carla").get(PAGE).content.decode()
    assert "La fijó" in page
    assert "Fijó la fecha que estaba por definir." in page
    assert "Fijar la fecha" not in as_person("luis").get(PAGE).content.decode()


def test_a_secretariat_writes_down_the_note_of_the_presidency(item, as_person):
    ana = as_person("ana")
    page = ana.post(PAGE + "fecha/", sent()).content.decode()
    assert "Escriba con qué nota" in page
    assert "2027" in page  # nothing typed is lost
    assert ana.post(PAGE + "fecha/", sent(note="Nota 3/2027 (inventada)")).status_code == 302
    item.refresh_from_db()
    assert (item.dated_by.code, item.dated_note) == ("PPT-CRM", "Nota 3/2027 (inventada)")


def test_nobody_else_and_nothing_else(item, cast, as_person):
    assert not allowed(policies.may_set_date, cast["carla"], item)
    assert as_person("carla").post(PAGE + "fecha/", sent()).status_code == 403
    dated = Commitment.objects.exclude(due_on=None).first()
    with pytest.raises(Denied, match="por definir"):
        actions.set_date(commitment=dated, day=DAY, by=cast["luis"])
    with pytest.raises(Denied, match="posterior a la reunión"):
        actions.set_date(commitment=item, day=datetime.date(2013, 1, 1), by=cast["luis"])
    actions.set_date(commitment=item, day=DAY, by=cast["luis"])
    with pytest.raises(Denied, match="por definir"):
        actions.set_date(commitment=item, day=DAY, by=cast["luis"])


def test_the_day_before_it_had_no_date(item, cast, client):
    slugs = lambda: {t.slug: n for t, n in AsOf(datetime.date(2026, 11, 24), reader=None).tally()}  # noqa: E731
    before = slugs()
    actions.set_date(commitment=item, day=DAY, by=cast["luis"])
    assert slugs() == before
    then = AsOf(datetime.date(2026, 11, 24), reader=None)
    (row,) = then.rows([item.pk])
    assert row.timing.slug == "sin-fecha"


def test_a_date_that_both_secretariats_correct_is_theirs(item, cast):
    actions.set_date(commitment=item, day=DAY, by=cast["luis"])
    wanted = {"due_on": "2027-05-01"}
    made = actions.propose_corrigendum(
        commitment=item, wanted=wanted, reason="Prueba", by=cast["ana"]
    )
    actions.agree_corrigendum(corrigendum=made, by=cast["beto"])
    item.refresh_from_db()
    assert (item.due_on, item.dated_by) == (datetime.date(2027, 5, 1), None)
