"""The minutes of San Salvador as they stood on 15 April 2013, through the pages.

Acceptance 3.9 of the reference: what was late that day, what waited for what, what had no date.
"""

import datetime

import pytest
from django.test import Client

from consuno.agenda.models import Challenge, Commitment
from consuno.core.models import User
from consuno.directory.models import Body, Country
from consuno.monitoring import actions
from consuno.monitoring.models import Obligation, Reminder
from tests.monitoring.test_cycles import answer_all

DAY = "2013-04-15 15:00Z"


@pytest.fixture
def people(time_machine, request):
    """They act for their institutions since March 2013."""
    time_machine.move_to("2013-03-01 15:00Z")
    return request.getfixturevalue("cast")


@pytest.fixture
def spring(time_machine, people):
    """Both Secretariats said in March 2013 who answers; then it is the 15th of April."""
    answer_all(people)
    actions.settle(by=None)
    for number in range(46):
        day = datetime.datetime(2013, 3, 1, 15, tzinfo=datetime.UTC)
        time_machine.move_to(day + datetime.timedelta(days=number))
        actions.remind.run()
    time_machine.move_to(DAY)
    client = Client()
    client.force_login(User.objects.get(pk=people["ana"].pk))
    return client


def page(client, ref):
    return client.get(Commitment.objects.get(ref=ref).get_absolute_url()).content.decode()


def test_the_protocol_is_fifteen_days_late_and_was_reminded_of_once(spring):
    assert "hace 15 días" in page(spring, "1.A.a1")
    assert "Vencido" in page(spring, "1.A.a1")
    rungs = Reminder.objects.filter(obligation__commitment__ref="1.A.a1")
    assert list(rungs.filter(rung=7).values_list("skipped", flat=True)) == [False]
    assert rungs.filter(skipped=False).count() == len({each.rung for each in rungs.all()})


def test_its_circulation_is_due_in_june_and_waits_for_it(spring):
    item = Commitment.objects.get(ref="1.A.a2")
    assert item.due_on == datetime.date(2013, 6, 30)
    assert [each.ref for each in item.depends_on.all()] == ["1.A.a1"]
    assert "30 de junio de 2013" in page(spring, "1.A.a2")
    assert "A1.acuerdo.a" in page(spring, "1.A.a2")
    assert int(spring.get("/seguimiento/panel/").context["found"].blocked) > 0


def test_what_has_no_date_and_why(spring):
    kinds = dict(Commitment.objects.values_list("ref", "deadline_kind"))
    assert kinds["2.A.4"] == "tbd"
    assert kinds["F.1"] == "event"
    assert kinds["1.A.c1"] == "none"
    assert "2013" in Commitment.objects.get(ref="1.A.c1").quote or "2013" in page(spring, "1.A.c1")
    for ref in ("2.A.4", "F.1", "1.A.c1"):
        assert Commitment.objects.get(ref=ref).due_on is None
        assert "Sin fecha" in page(spring, ref)


def test_the_meeting_of_the_grcm_gives_the_other_its_date(spring):
    item = Commitment.objects.get(ref="F.1")
    plan = {"series": "grcm", "title": "GRCM (inventada)", "starts": "20/05/2013"}
    meeting = spring.post("/reuniones/nueva/", plan)["Location"]
    assert item.label in spring.get(meeting).content.decode()
    spring.post(f"{meeting}plazos/{item.pk}/", {"word": "tie"})
    assert "20 de mayo de 2013" in page(spring, "F.1")


def test_best_interests_are_owed_by_eleven_countries_each_with_its_partner(spring, people):
    owed = Obligation.objects.filter(commitment__ref="3.b.1").exclude(body__country=None)
    assert {each.body.country_id for each in owed} == set(
        Country.objects.values_list("pk", flat=True)
    )
    network = Client()
    network.force_login(User.objects.get(pk=people["beto"].pk))
    for each in owed:
        name = f"Socia inventada de {each.body.country_id}"
        partner = Body.objects.create(
            code=f"SOCIA:{each.body.country_id}", kind="organisation", civil_society=True,
            name=name, short=name, country_id=each.body.country_id, invented=True,
        )  # fmt: skip
        address = f"/seguimiento/obligaciones/{each.pk}/socia/"
        network.post(address, {"partner": partner.pk})
    item = Commitment.objects.get(ref="3.b.1")
    shown = spring.get(f"/seguimiento/compromisos/{item.pk}/").content.decode()
    assert shown.count("Socia inventada de ") == Country.objects.count() == 11
    assert all(each.outcome == "" for each in owed)  # all of them open


def test_the_matrix_shows_what_never_became_an_item(spring):
    shown = spring.get("/agenda/san-salvador-2013/desafios/").content.decode()
    assert Challenge.objects.filter(meeting__slug="san-salvador-2013").count() == 23
    assert all(
        each.ref in shown for each in Challenge.objects.filter(meeting__slug="san-salvador-2013")
    )
