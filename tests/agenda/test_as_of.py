"""The agenda as it was on a day."""

import datetime
from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from consuno.agenda import actions
from consuno.agenda.commitment_fields import correctable
from consuno.agenda.models import Commitment, Meeting
from consuno.agenda.queries.as_of import AsOf
from consuno.core import memo
from tests.agenda.test_review import candidate, record


@pytest.fixture
def item(cast, time_machine):
    """Confirmed on 1 April 2014, due on 15 April."""
    time_machine.move_to("2014-04-01 12:00Z")
    minutes = record(cast["ana"])
    for who in ("ana", "beto"):
        actions.accept(candidate=candidate(minutes, 5), revision=1, by=cast[who])
    return Commitment.objects.get(meeting=minutes.meeting)


def seen(day, reader=None, owed=True, meeting="seguimiento-2014"):
    then = AsOf(datetime.date.fromisoformat(day), reader=reader)
    items = then.items(owed=owed).filter(meeting__slug=meeting)
    return then.rows(items.values_list("pk", flat=True))


def state(day):
    """How the item stood; and what is counted that day is what is shown that day."""
    then = AsOf(datetime.date.fromisoformat(day), reader=None)
    rows = then.rows(then.items().values_list("pk", flat=True))
    assert {timing.slug: n for timing, n in then.tally()} == Counter(
        each.timing.slug for each in rows
    )
    return seen(day)[0].timing.slug


def test_what_entered_later_is_not_there(item):
    assert seen("2014-03-31") == []
    assert seen("2014-04-01") == [item]
    assert item.since == datetime.date(2014, 4, 1)


def test_the_agenda_of_2013_entered_with_its_meeting(agenda):
    assert seen("2013-02-20", owed=False, meeting="san-salvador-2013") == []
    assert len(seen("2013-02-21", owed=False, meeting="san-salvador-2013")) == 48


def test_deadlines_stand_as_they_stood(item):
    assert state("2014-04-10") == "pronto"
    assert state("2014-04-16") == "vencido"


def correct(item, cast, **wanted):
    made = actions.propose_corrigendum(
        commitment=item, wanted=correctable(item) | wanted, reason="Prueba", by=cast["ana"]
    )
    return actions.agree_corrigendum(corrigendum=made, by=cast["beto"])


def test_later_corrections_are_undone(item, cast, time_machine):
    before = item.statement.es
    time_machine.move_to("2014-05-10 12:00Z")
    correct(item, cast, deadline_text="a fines de junio de 2014", statement_es="Uno")
    time_machine.move_to("2014-06-20 12:00Z")
    who = [{"role": "responsible", "body": "DGM:SV", "name": "", "basis": "assigned"}]
    correct(
        Commitment.objects.get(pk=item.pk), cast, statement_es="Dos", who=who, due_on="2014-09-01"
    )
    first, second, third = (seen(day)[0] for day in ("2014-05-09", "2014-06-01", "2014-06-20"))
    assert [each.statement.es for each in (first, second, third)] == [before, "Uno", "Dos"]
    assert [str(each.due_on) for each in (first, second, third)] == [
        "2014-04-15", "2014-06-30", "2014-09-01",
    ]  # fmt: skip
    assert [each.responsible[0].display for each in (first, second)] == ["RROCM", "RROCM"]
    assert third.responsible[0].body.code == "DGM:SV"
    assert state("2014-05-09") == "vencido"
    assert state("2014-06-01") == "pronto"
    assert Commitment.objects.get(pk=item.pk).statement.es == "Dos"


def test_a_priority_was_one_until_it_was_promoted(agenda, cast, time_machine):
    time_machine.move_to("2014-06-20 12:00Z")
    item = Commitment.objects.get(meeting=agenda, ref="1.P4")
    for who in ("ana", "beto"):
        actions.promote(commitment=item, by=cast[who])
    assert item.pk not in {each.pk for each in seen("2014-06-19", meeting="san-salvador-2013")}
    assert item.pk in {each.pk for each in seen("2014-06-20", meeting="san-salvador-2013")}


def test_meetings_that_are_not_public_stay_so(item, cast):
    item.meeting.public = False
    item.meeting.save()
    assert seen("2014-04-10") == []
    assert seen("2014-04-10", cast["carla"]) == [item]


def test_pages(item, client, django_assert_max_num_queries):
    assert client.get("/agenda/al/?dia=01/04/2014").url == "/agenda/al/2014-04-01/"
    assert client.get("/agenda/al/?dia=ayer").url == "/agenda/al/2014-04-01/"
    with django_assert_max_num_queries(14):
        page = client.get("/agenda/al/2014-04-01/").content.decode()
    assert "1 de abril de 2014" in page
    assert item.statement.es in page
    assert "estaba vacía" in client.get("/agenda/al/2012-03-01/").content.decode()
    for day in ("ayer", "2999-01-01", "2014-02-30", "0001-01-01"):
        assert client.get(f"/agenda/al/{day}/").status_code == 404
    sheet = b"".join(client.get("/agenda/al/2014-04-01/exportar.csv").streaming_content).decode()
    assert "Vence pronto" in sheet


def test_queries_grow_with_rows_neither_on_the_page_nor_in_its_file(agenda, client):
    def asked(address):
        memo.forget()
        with CaptureQueriesContext(connection) as queries:
            rows = len(b"".join(client.get(address)).splitlines())
        return rows, len(queries)

    page, file = "/agenda/al/2026-11-25/?que=todo", "/agenda/al/2026-11-25/exportar.csv"
    before = asked(page)[1], asked(file)
    for number in range(6):
        meeting = Meeting.objects.create(
            slug=f"otra-{number}", title=agenda.title, starts=agenda.starts, ends=agenda.ends,
            public=True,
        )  # fmt: skip
        Commitment.objects.create(
            meeting=meeting, ref="1", kind="agreement", statement=agenda.title, since=agenda.starts
        )
    after = asked(page)[1], asked(file)
    assert after[0] <= before[0]
    assert after[1] == (before[1][0] + 6, before[1][1])
