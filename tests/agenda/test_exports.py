"""The board taken away: spreadsheet and calendar."""

import datetime
import io

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from consuno.agenda.models import Commitment, Meeting, Party
from consuno.core.models import AuditEntry
from consuno.directory.models import Body

PASSWORD = "cuatro palabras de prueba"


@pytest.fixture
def item(agenda):
    """An item with a deadline, and text that a spreadsheet could take for a formula."""
    found = Commitment.objects.filter(ref="3.A.3").get()
    found.deadline_text = "=HYPERLINK(1)\x01 y\n más"
    found.due_on = datetime.date(2013, 3, 31)
    found.save()
    return found


def sheet(client, query=""):
    answer = client.get(f"/agenda/exportar.xlsx{query}")
    assert answer["Content-Disposition"].endswith('.xlsx"')
    return load_workbook(io.BytesIO(answer.content)).active


def events(client, query=""):
    made = Calendar.from_ical(client.get(f"/agenda/plazos.ics{query}").content)
    return [part for part in made.walk() if part.name == "VEVENT"]


def test_spreadsheet_holds_the_rows_of_the_board_with_real_dates_and_no_formula(client, item):
    table = sheet(client)
    assert table.max_row == 16
    assert table.freeze_panes == "A2"
    (row,) = [row for row in table.iter_rows(min_row=2) if row[0].value == "3.A.3"]
    assert row[7].value == datetime.datetime(2013, 3, 31)
    assert row[6].value == "=HYPERLINK(1) y\nmás"
    assert row[6].data_type == "s"
    assert table.auto_filter.ref == "A1:L16"


def test_spreadsheet_of_nothing_is_a_spreadsheet(client, agenda):
    assert sheet(client, "?q=nadieescribióesto").max_row == 1


def test_heads_are_in_the_readers_language(client, agenda):
    client.post("/idioma/setlang/", {"language": "en"})
    assert sheet(client)["G1"].value == "Deadline as written"


def test_calendar_holds_whole_days(client, item, settings):
    settings.SITE_URL = "https://consuno.example"
    found = events(client)
    assert found
    (event,) = [each for each in found if each["uid"] == "san-salvador-2013.3.A.3@consuno"]
    assert event["dtstart"].dt == datetime.date(2013, 3, 31)
    assert event["dtend"].dt == datetime.date(2013, 4, 1)
    assert event["url"] == "https://consuno.example/agenda/san-salvador-2013/3.A.3/"
    assert {each["uid"] for each in found} <= {each["uid"] for each in events(client, "?que=todo")}


def test_filters_hold_for_both(client, item):
    assert sheet(client, "?q=nadieescribióesto").max_row == 1
    assert events(client, "?q=nadieescribióesto") == []


def test_what_is_not_public_leaves_with_members_only(client, item, as_person):
    Meeting.objects.update(public=False)
    assert (sheet(client).max_row, events(client)) == (1, [])
    carla = as_person("carla")
    assert sheet(carla).max_row == 16
    assert events(carla)
    assert sheet(as_person("fermin")).max_row == 1


def test_neither_grows_queries_with_rows(client, agenda, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        client.get("/agenda/exportar.xlsx?que=todo")
    with django_assert_max_num_queries(6):
        client.get("/agenda/plazos.ics?que=todo")


@pytest.mark.parametrize(
    "address", ["exportar.csv", "exportar.xlsx", "plazos.ics", "al/2026-01-01/exportar.csv"]
)
def test_row_24_who_takes_away_more_than_is_public_shows_again_who_they_are(
    address, item, cast, client, settings
):
    address = f"/agenda/{address}"
    with_password(cast["carla"])
    client.force_login(cast["carla"])
    assert client.get(address).status_code == 200  # all of it is public
    Meeting.objects.update(public=False)
    answer = client.get(f"{address}?q=protocolo&tema=trata")
    assert answer.status_code == 302
    assert "confirmar" in answer.url
    assert not AuditEntry.objects.filter(verb="take_away").exists()
    client.post("/cuenta/confirmar/", {"password": PASSWORD})
    assert client.get(f"{address}?q=protocolo&tema=trata").status_code == 200
    entry = AuditEntry.objects.get(verb="take_away")
    assert entry.detail == {"path": address, "filters": "tema=trata"}


def with_password(user):
    """Give a password: people of the demo world have none, and their one click is trusted there."""
    user.set_password(PASSWORD)
    user.save()


def test_row_24_hidden_names_too(agenda, cast, client):
    Party.objects.create(
        commitment=Commitment.objects.get(ref="3.A.3"), role="responsible",
        body=Body.objects.get(code="DEMO:ONG-GT"), order=5,
    )  # fmt: skip
    for name in ("carla", "ana", "diego"):
        with_password(cast[name])
    client.force_login(cast["carla"])
    assert client.get("/agenda/exportar.csv").status_code == 200  # she does not see the name
    client.force_login(cast["ana"])
    assert client.get("/agenda/exportar.csv").status_code == 302
    client.force_login(cast["diego"])
    assert client.get("/agenda/exportar.csv").status_code == 302
