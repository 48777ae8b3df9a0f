"""The board as the public reads it."""

import csv
import datetime
import io
import operator

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from consuno.agenda.models import Commitment, Meeting
from consuno.agenda.queries import board
from consuno.agenda.timing import TIMINGS, timing_of
from consuno.core import memo
from consuno.core.bilingual import Bilingual

DAY = datetime.date(2013, 3, 15)


def rows(client, query=""):
    page = client.get("/agenda/" + query)
    assert page.status_code == 200
    keys = list(page.context["page"].paginator.object_list)
    assert len(keys) == page.context["page"].paginator.count
    return set(Commitment.objects.filter(pk__in=keys).values_list("ref", flat=True))


@pytest.mark.acta("P4–P6")
def test_board_shows_what_is_owed_grouped_by_theme(client, agenda):
    page = client.get("/agenda/")
    assert page.context["tally"].total == 15
    assert next(str(name) for name, _rows in page.context["groups"]) == "Trata de personas"


@time_machine.travel(DAY)
def test_states_are_derived_from_the_day(client, agenda):
    assert rows(client, "?plazo=pronto") == {"1.A.a1"}
    assert rows(client, "?plazo=en-plazo") == {"1.A.a2"}
    assert rows(client, "?plazo=vencido") == set()
    with time_machine.travel(datetime.datetime(2013, 4, 1, 12, tzinfo=datetime.UTC)):
        assert rows(client, "?plazo=vencido") == {"1.A.a1"}


def test_filters(client, agenda):
    assert rows(client, "?cuerpo=ST-RROCM") == {"3.A.2"}
    assert "3.A.3" in rows(client, "?pais=CR")
    assert "2.A.4" in rows(client, "?pais=CR")
    assert "3.b.1" in rows(client, "?pais=HN")
    assert "3.A.3" not in rows(client, "?pais=HN")
    assert rows(client, "?q=interes+superior") == {"3.b.1"}
    assert len(rows(client, "?que=prioridades")) == 31
    assert len(rows(client, "?que=todo")) == 48
    assert rows(client, "?q=nada+de+esto") == set()


@pytest.mark.parametrize(
    "query",
    ["?pagina=x", "?pagina=-3", "?plazo=nunca", "?pais=<b>", "?agrupar=z", "?q=%00", "?tema=''--"],
)
def test_nonsense_in_the_address_is_no_error(client, agenda, query):
    assert client.get("/agenda/" + query).status_code == 200


def test_tile_map_counts_what_its_link_shows(client, agenda):
    page = client.get("/agenda/")
    for tile in page.context["tiles"]:
        assert tile.count == len(rows(client, "?pais=" + tile.country.code))


def test_strip_counts_what_its_links_show(client, agenda):
    page = client.get("/agenda/?tema=trata")
    for timing, count, url in page.context["states"]:
        assert count == len(rows(client, url)), timing.slug


def test_groupings_head_every_row_once(client, agenda):
    for group in board.GROUPS:
        page = client.get("/agenda/?agrupar=" + group)
        names = [name for name, _rows in page.context["groups"]]
        assert len(names) == len(set(names))
        assert sum(len(items) for _name, items in page.context["groups"]) == 15


def test_csv_holds_the_same_rows_and_no_formula(client, agenda):
    item = Commitment.objects.get(ref="3.A.3")
    item.deadline_text = "=HYPERLINK(1)"
    item.save()
    body = client.get("/agenda/exportar.csv").getvalue().decode("utf-8-sig")
    table = list(csv.reader(io.StringIO(body)))
    assert len(table) == 16
    assert {row[0] for row in table[1:]} == rows(client)
    assert "'=HYPERLINK(1)" in {row[6] for row in table}


def test_what_is_not_public_is_not_there_for_the_public(client, agenda):
    Meeting.objects.update(public=False)
    assert rows(client) == set()
    page = client.get("/agenda/san-salvador-2013/1.A.a1/")
    assert page.status_code == 302
    assert page.url.startswith("/cuenta/entrar/?next=")


def make_many(count):
    """Items with parties and instances, made as cheaply as the database allows."""
    from consuno.agenda.models import Instance, Party, Theme
    from consuno.directory.models import Body, Country

    meeting = Meeting.objects.create(
        slug="muchos", title=Bilingual("Muchos"), starts=DAY, ends=DAY, public=True
    )
    theme = Theme.objects.first()
    bodies, countries = list(Body.objects.all()), list(Country.objects.all())
    items = Commitment.objects.bulk_create(
        Commitment(
            meeting=meeting, ref=f"M.{n}", kind="agreement", theme=theme, order=n,
            statement=Bilingual(f"Compromiso {n}"), lines=[n], distributive=n % 5 == 0,
            search_text=f"compromiso {n}", due_on=DAY if n % 3 else None,
        )
        for n in range(count)
    )  # fmt: skip
    Party.objects.bulk_create(
        Party(commitment=item, role="responsible", body=bodies[n % len(bodies)])
        for n, item in enumerate(items)
    )
    Instance.objects.bulk_create(
        Instance(commitment=item, country=country)
        for item in items
        if item.distributive
        for country in countries
    )


def test_queries_do_not_grow_with_rows(client, agenda):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def count(address):
        memo.forget()
        with CaptureQueriesContext(connection) as seen:
            assert client.get(address).status_code == 200
        return len(seen)

    make_many(50)
    addresses = ["/agenda/", "/agenda/?pais=CR", "/agenda/muchos/M.0/"]
    few = [count(address) for address in addresses]
    Commitment.objects.filter(meeting__slug="muchos").delete()
    Meeting.objects.filter(slug="muchos").delete()
    make_many(5000)
    assert [count(address) for address in addresses] == few
    assert max(few) <= 20


@pytest.mark.parametrize(
    ("days", "slug"), [(-1, "vencido"), (0, "pronto"), (1, "pronto"), (30, "pronto"), (31, "en-plazo")]
)  # fmt: skip
def test_soon_is_until_its_thirtieth_day_in_the_rows_and_in_the_database(days, slug):
    today = datetime.date(2026, 11, 30)
    due_on = today + datetime.timedelta(days=days)
    assert timing_of(due_on, "day", today).slug == slug
    held = [t.slug for t in TIMINGS if holds(t.holds(today), due_on, "day", None, None)]
    assert held == [slug]


@given(
    st.none() | st.dates(), st.sampled_from(["day", "none", "recurrent"]), st.dates(),
    st.none() | st.dates(), st.none() | st.dates(),
)  # fmt: skip
def test_exactly_one_state_holds(due_on, kind, today, closed, heard):
    try:
        states = [t for t in TIMINGS if holds(t.holds(today), due_on, kind, closed, heard)]
    except OverflowError:
        return
    assert states == [timing_of(due_on, kind, today, closed, heard)]


def test_what_is_long_late_and_never_heard_of_is_not_called_late():
    today = datetime.date(2026, 11, 30)
    assert timing_of(datetime.date(2013, 6, 30), "day", today).slug == "sin-noticia"
    assert timing_of(datetime.date(2013, 6, 30), "day", today, None, today).slug == "vencido"
    assert timing_of(datetime.date(2025, 11, 30), "day", today).slug == "vencido"
    tomorrow = today + datetime.timedelta(days=1)
    assert timing_of(datetime.date(2013, 6, 30), "day", today, None, tomorrow).slug == "sin-noticia"


COMPARE = {
    "due_on__lt": operator.lt,
    "due_on__gte": operator.ge,
    "due_on__gt": operator.gt,
    "due_on__range": lambda day, ends: ends[0] <= day <= ends[1],
}


def holds(condition, due_on, kind, closed, heard):
    """Evaluate a Q of timing.py in Python."""
    answers = []
    for child in condition.children:
        if hasattr(child, "children"):
            answers.append(holds(child, due_on, kind, closed, heard))
            continue
        key, value = child
        if key == "deadline_kind":
            answers.append(kind == value)
        elif key == "closed_on__isnull":
            answers.append((closed is None) == value)
        elif key == "heard_on__isnull":
            answers.append((heard is None) == value)
        elif key == "heard_on__lte":
            answers.append(heard is not None and heard <= value)
        elif key == "due_on__isnull":
            answers.append((due_on is None) == value)
        elif due_on is None:
            answers.append(False)
        else:
            answers.append(COMPARE[key](due_on, value))
    whole = any if condition.connector == "OR" else all
    return whole(answers) != condition.negated


@pytest.mark.acta("A2.1")
def test_a_decision_is_recorded_but_owed_by_nobody(client, agenda):
    assert "2.A.1" not in rows(client)
    page = client.get("/agenda/san-salvador-2013/2.A.1/").content.decode()
    assert "reintegración" in page
    assert "línea 65 del acta" in page


def test_commitment_page_leads_on(client, agenda):
    html = client.get("/agenda/san-salvador-2013/1.A.a2/").content.decode()
    assert "/agenda/san-salvador-2013/1.A.a1/" in html
    assert "se deduce, no está escrito" in html
    html = client.get("/agenda/san-salvador-2013/3.b.1/").content.decode()
    assert html.count('<li><a href="/agenda/?pais=') == 11
    assert client.get("/agenda/san-salvador-2013/nada/").status_code == 404


def test_a_meeting_shows_all_it_left(client, agenda, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        page = client.get("/agenda/san-salvador-2013/")
    html = page.content.decode()
    assert len(page.context["items"]) == 48
    assert "48 elementos: 15 se deben, 31 son prioridades." in html
    assert 'id="II.12"' in html
    assert client.get("/agenda/ninguna/").status_code == 404
    Meeting.objects.update(public=False)
    assert client.get("/agenda/san-salvador-2013/").status_code == 302


def test_the_search_of_the_board_finds_priorities_too(client, agenda):
    assert 'action="/buscar/"' in client.get("/").content.decode()  # the masthead searches it all
    assert rows(client, "?que=todo&q=apatridas") == {"3.h"}
