"""The agenda of a meeting, from the states of things and by hand."""

import datetime

import pytest

from consuno.agenda.models import Meeting
from consuno.core.policy import Denied
from consuno.meetings import actions
from consuno.meetings.models import Sitting
from consuno.monitoring import actions as monitoring
from consuno.monitoring.models import Obligation
from tests.meetings.test_sittings import plan, sitting, today
from tests.monitoring.test_cycles import answer_all

__all__ = ["sitting", "today"]


def abouts(sitting, **only):
    return [item.about.partition(":")[0] for item in sitting.items.filter(**only)]


@pytest.fixture
def late(sitting, cast):
    """All of 2013 is late; El Salvador asks for more time."""
    answer_all(cast)
    monitoring.settle(by=None)
    owed = Obligation.objects.get(body__code="DGM:SV", commitment__ref="3.b.1")
    Obligation.objects.filter(pk=owed.pk).update(extended_to=datetime.date(2026, 11, 1))
    owed.refresh_from_db()
    monitoring.ask_extension(
        obligation=owed, wanted=datetime.date(2027, 6, 1), reason="Faltan datos (prueba).",
        by=cast["carla"],
    )  # fmt: skip
    return owed


def test_before_anybody_answers_that_is_the_first_thing(sitting, cast):
    came, _went, _left = actions.compute_agenda(sitting=sitting, by=cast["ana"])
    assert came == 1
    assert "Quién responde por" in sitting.items.get().title


def test_what_is_late_and_what_waits_come_by_themselves(late, sitting, cast, client):
    actions.compute_agenda(sitting=sitting, by=cast["ana"])
    kinds = abouts(sitting)
    assert kinds[0] == "extension"  # what is to be decided stands before what is late
    assert set(kinds) == {"extension", "commitment"}
    overdue = sitting.items.filter(about=f"commitment:{late.commitment_id}")
    assert overdue.count() == 1  # one item a commitment, however many are late
    client.force_login(cast["carla"])
    page = client.get(f"{sitting.get_absolute_url()}agenda/").content.decode()
    assert "pide plazo hasta el 01/06/2027" in page
    assert "Agregar un punto" not in page


def test_up_to_date_again_it_keeps_what_people_did(late, sitting, cast):
    actions.compute_agenda(sitting=sitting, by=cast["ana"])
    mine = actions.add_item(sitting=sitting, title="Palabras de bienvenida", by=cast["beto"])
    while sitting.items.first() != mine:
        actions.move_item(item=mine, up=True, by=cast["beto"])
    second = sitting.items.all()[2]
    actions.drop_item(item=second, dropped=True, by=cast["ana"])
    asked = late.extensions.get()
    for who in ("ana", "beto"):
        monitoring.decide_extension(extension=asked, grants=True, reason="", by=cast[who])
    came, went, _left = actions.compute_agenda(sitting=sitting, by=cast["ana"])
    assert (came, went >= 1) == (0, True)
    assert sitting.items.first() == mine
    second.refresh_from_db()
    assert second.dropped
    assert "extension" not in abouts(sitting)
    actions.drop_item(item=second, dropped=False, by=cast["ana"])
    assert sitting.items.last() == second


def test_the_ministers_take_up_only_what_is_late_for_long(late, cast):
    meeting = plan(cast, series="viceministros", starts=datetime.date(2026, 12, 1), ends=None)
    actions.compute_agenda(sitting=meeting, by=cast["ana"])
    assert not meeting.items.filter(about=f"commitment:{late.commitment_id}").exists()
    assert "commitment" in abouts(meeting)  # others are late since 2013


def test_an_item_returns_at_the_next_one(sitting, cast):
    item = actions.add_item(sitting=sitting, title="Glosario común", by=cast["ana"])
    actions.let_return(item=item, returns=True, by=cast["ana"])
    Sitting.objects.filter(pk=sitting.pk).update(state="held")
    after = plan(cast, starts=datetime.date(2027, 8, 1), ends=None)
    actions.compute_agenda(sitting=after, by=cast["beto"])
    first = after.items.first()
    assert (first.section, first.title) == ("returning", "Glosario común")


def test_only_the_secretariats_set_it(sitting, cast):
    with pytest.raises(Denied):
        actions.compute_agenda(sitting=sitting, by=cast["carla"])
    with pytest.raises(Denied, match="de qué se tratará"):
        actions.add_item(sitting=sitting, title=" ", by=cast["ana"])


def test_the_page_moves_and_takes_off(sitting, cast, client):
    client.force_login(cast["ana"])
    base = f"{sitting.get_absolute_url()}agenda/"
    for title in ("Uno", "Dos"):
        client.post(f"{base}agregar/", {"title": title})
    assert "de qué se tratará" in client.post(f"{base}agregar/", {"title": ""}).content.decode()
    one, two = sitting.items.all()
    client.post(f"{base}{two.pk}/", {"act": "up"})
    assert [item.title for item in sitting.items.all()] == ["Dos", "Uno"]
    client.post(f"{base}{one.pk}/", {"act": "drop"})
    page = client.get(base).content.decode()
    assert "1 punto quitado" in page
    client.post(f"{base}{one.pk}/", {"act": "restore"})
    client.post(f"{base}{one.pk}/", {"act": "returns"})
    assert "vuelve en la próxima" in client.get(base).content.decode()
    client.post(f"{base}calcular/")
    assert sitting.items.filter(about="unsettled:1").exists()
    client.logout()
    assert client.get(base).status_code == 302


def test_more_than_a_meeting_can_take_up_is_left_to_the_dossier(late, sitting, cast, monkeypatch):
    monkeypatch.setattr("consuno.meetings.policies.MOST_COMPUTED", 1)
    came, _went, left = actions.compute_agenda(sitting=sitting, by=cast["ana"])
    assert came == 1
    assert left >= 1


def close_2013():
    Meeting.objects.update(public=False)


def test_nothing_of_a_closed_meeting_comes_to_one_that_all_read(late, cast):
    open_ = plan(cast, public=True)
    actions.compute_agenda(sitting=open_, by=cast["ana"])
    assert set(abouts(open_)) == {"extension", "commitment"}  # San Salvador 2013 is public
    close_2013()
    actions.compute_agenda(sitting=open_, by=cast["ana"])
    assert abouts(open_) == []


def test_a_meeting_with_closed_things_on_its_agenda_does_not_become_public(late, sitting, cast):
    close_2013()
    actions.compute_agenda(sitting=sitting, by=cast["ana"])
    with pytest.raises(Denied, match="reuniones reservadas"):
        plan(cast, sitting=sitting, public=True)
    sitting.refresh_from_db()
    assert not sitting.public
    for item in sitting.items.all():
        actions.drop_item(item=item, dropped=True, by=cast["ana"])
    assert plan(cast, sitting=sitting, public=True).public
