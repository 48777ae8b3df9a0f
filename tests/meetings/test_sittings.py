"""Meetings planned, moved, cancelled; bodies invited; delegations counted, never named."""

import datetime

import pytest
from icalendar import Calendar

from consuno.core.policy import Denied
from consuno.directory.models import Body, Country
from consuno.meetings import actions
from consuno.meetings.models import Sitting
from consuno.meetings.series import all_series


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to("2026-11-25 12:00Z")


def plan(cast, **changes):
    fields = {
        "series": "adhoc", "title": "XI reunión del Grupo Ad-hoc (inventada)", "place": "San José",
        "starts": datetime.date(2027, 2, 10), "ends": datetime.date(2027, 2, 11), "public": False,
    }  # fmt: skip
    return actions.plan_sitting(by=cast["ana"], **(fields | changes))


@pytest.fixture
def sitting(agenda, cast):
    made = plan(cast)
    bodies = Body.objects.filter(code__in=("DGM:SV", "DGM:HN", "RROCM"))
    actions.invite(sitting=made, bodies=list(bodies), by=cast["beto"])
    return made


def test_each_series_has_its_rule():
    rules = all_series()
    assert rules["grcm"].approved_by == ("GRCM",)
    assert rules["adhoc"].approved_by == ("ST-CRM", "ST-RROCM")
    assert all(each.approved_by and each.window_days > 0 and each.source for each in rules.values())


def test_either_secretariat_plans_and_the_invited_hear(sitting, cast):
    assert sitting.slug == "adhoc-2027-02-10"
    assert cast["carla"].notices.filter(kind="meetings.invited").exists()
    moved = plan(cast, sitting=sitting, starts=datetime.date(2027, 3, 1), ends=None)
    assert (moved.ends, moved.slug) == (datetime.date(2027, 3, 1), "adhoc-2027-02-10")
    assert cast["carla"].notices.filter(kind="meetings.sitting_moved").exists()
    with pytest.raises(Denied):
        actions.cancel_sitting(sitting=sitting, reason="-", by=cast["carla"])
    with pytest.raises(Denied, match="por qué"):
        actions.cancel_sitting(sitting=sitting, reason=" ", by=cast["ana"])
    actions.cancel_sitting(sitting=sitting, reason="Sin sede (prueba).", by=cast["ana"])
    with pytest.raises(Denied, match="se suspendió"):
        plan(cast, sitting=Sitting.objects.get())


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"series": "x"}, "qué reunión"),
        ({"ends": datetime.date(2027, 1, 1)}, "anterior"),
        ({"series": "mesa"}, "de un país"),
    ],
)
def test_what_is_no_meeting(agenda, cast, changes, why):
    with pytest.raises(Denied, match=why):
        plan(cast, **changes)


def test_a_national_table_is_of_a_country(agenda, cast):
    assert plan(cast, series="mesa", country=Country.objects.get(code="GT")).country_id == "GT"


def test_two_on_one_day_have_two_addresses(agenda, cast):
    assert plan(cast).slug != plan(cast).slug


def test_a_body_answers_and_is_counted(sitting, cast, client, time_machine):
    client.force_login(cast["carla"])
    page = client.get(sitting.get_absolute_url()).content.decode()
    assert "¿Asiste" in page
    row = sitting.delegations.get(body__code="DGM:SV")
    answer = {"delegation": row.pk, "answer": "comes"}
    client.post(f"{sitting.get_absolute_url()}responder/", answer)
    other = sitting.delegations.get(body__code="DGM:HN")
    refused = client.post(
        f"{sitting.get_absolute_url()}responder/", {"delegation": other.pk, "answer": "comes"}
    )
    assert refused.status_code == 403
    row.refresh_from_db()
    assert row.answer == "comes"
    with pytest.raises(Denied, match="todavía no ha empezado"):
        actions.count_delegations(sitting=sitting, people={}, by=cast["ana"])
    time_machine.move_to("2027-02-10 15:00Z")
    client.force_login(cast["ana"])
    client.post(f"{sitting.get_absolute_url()}asistencia/", {f"people_{row.pk}": 3})
    sitting.refresh_from_db()
    assert sitting.state == "held"
    assert "3 personas asistieron" in client.get(sitting.get_absolute_url()).content.decode()
    time_machine.move_to("2027-02-20 15:00Z")
    with pytest.raises(Denied, match="ya pasó"):
        actions.answer_invitation(delegation=row, answer="comes", by=cast["carla"])


def test_who_has_answered_stays_invited(sitting, cast):
    row = sitting.delegations.get(body__code="DGM:SV")
    actions.answer_invitation(delegation=row, answer="declines", by=cast["carla"])
    actions.invite(sitting=sitting, bodies=[Body.objects.get(code="RROCM")], by=cast["ana"])
    codes = set(sitting.delegations.values_list("body__code", flat=True))
    assert codes == {"DGM:SV", "RROCM"}


def test_pages_by_reader(sitting, cast, client):
    address = sitting.get_absolute_url()
    assert client.get(address).status_code == 302
    assert "XI reunión" not in client.get("/reuniones/").content.decode()
    client.force_login(cast["ana"])
    page = client.get("/reuniones/").content.decode()
    assert "XI reunión" in page
    form = {
        "series": "grcm", "title": "GRCM (inventada)", "starts": "01/04/2027", "public": "on",
    }  # fmt: skip
    client.post("/reuniones/nueva/", form)
    made = Sitting.objects.get(series="grcm")
    client.post(f"{made.get_absolute_url()}cambiar/", form | {"place": "Panamá"})
    guests = client.get(f"{made.get_absolute_url()}invitar/").content.decode()
    assert guests.count("checked") >= 11
    client.logout()
    assert "Panamá" in client.get(made.get_absolute_url()).content.decode()


def test_the_calendar_holds_what_its_reader_may_read(sitting, cast, client):
    plan(cast, public=True, title="Pública; con coma, (inventada)")
    found = Calendar.from_ical(client.get("/reuniones/reuniones.ics").content)
    events = found.walk("VEVENT")
    assert [str(each["summary"]) for each in events] == ["Pública; con coma, (inventada)"]
    client.force_login(cast["carla"])
    found = Calendar.from_ical(client.get("/reuniones/reuniones.ics").content)
    assert len(found.walk("VEVENT")) == 2
