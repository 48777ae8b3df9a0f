"""What a thing costs and who pays: written in the review, shown, corrected, exported, in both languages."""

import csv
import io

import pytest
from django.urls import reverse

from consuno.agenda import actions
from consuno.agenda.commitment_fields import PLAIN
from consuno.agenda.models import Commitment
from tests.agenda.test_edit import minutes, send

__all__ = ["minutes", "send"]
COST, FUND = "USD 25 000, a lo sumo (prueba)", "Fondo inventado (prueba)"


@pytest.fixture
def found(send):
    return send(5, estimated_cost=COST, funding_source=FUND)


@pytest.fixture
def item(found, cast):
    for who in ("ana", "beto"):
        actions.accept(candidate=found, revision=found.revision, by=cast[who])
    return Commitment.objects.get(meeting=found.minutes.meeting)


def rows(answer):
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_both_are_of_plain_words():
    assert {each.name for each in PLAIN} == {"estimated_cost", "funding_source"}


def test_the_review_shows_them_and_takes_them_back(found, cast, as_person):
    page = as_person("beto").get(f"/actas/{found.minutes_id}/?n={found.number}").content.decode()
    assert COST in page
    before = actions.undo(candidate=found, revision=found.revision, by=cast["ana"])
    assert (before.estimated_cost, before.funding_source) == ("", "")


def test_from_the_review_to_the_page_and_the_files(item, as_person, client):
    assert (item.estimated_cost, item.funding_source) == (COST, FUND)
    page = client.get(item.get_absolute_url()).content.decode()
    assert COST in page
    assert FUND in page
    (row,) = rows(client.get(reverse("agenda:export", args=["csv"]), {"q": item.ref}))
    assert (row["Costo estimado"], row["Fuente de recursos"]) == (COST, FUND)
    english = client.get(reverse("agenda:export", args=["csv"]), headers={"accept-language": "en"})
    assert {"Estimated cost", "Source of funds"} <= set(rows(english)[0])


def test_corrected_by_both_and_read_as_it_was_before(item, cast, as_person, client, time_machine):
    ana = as_person("ana")
    address = f"/agenda/{item.meeting.slug}/{item.ref}/corregir/"
    page = ana.get(address).content.decode()
    assert COST in page
    assert page.index("Costo estimado") < page.index("Por qué")
    time_machine.move_to("2026-12-20 12:00Z")
    made = actions.propose_corrigendum(
        commitment=item,
        wanted={"estimated_cost": "USD 30 000"},
        reason="Otra cuenta",
        by=cast["ana"],
    )
    assert "<ins>USD 30 000</ins>" in as_person("ana").get(item.get_absolute_url()).content.decode()
    actions.agree_corrigendum(corrigendum=made, by=cast["beto"])
    item.refresh_from_db()
    assert item.estimated_cost == "USD 30 000"
    (now,) = [
        row
        for row in rows(client.get(reverse("agenda:export", args=["csv"])))
        if row["Id"] == item.ref
    ]
    then = client.get(reverse("agenda:export_as_of", args=["2026-12-19", "csv"]))
    (was,) = [row for row in rows(then) if row["Id"] == item.ref]
    assert (was["Costo estimado"], now["Costo estimado"]) == (COST, "USD 30 000")


def test_a_file_of_a_past_day_reads_them_with_its_rows(item, client, django_assert_max_num_queries):
    """A column whose field the list does not load would ask once more for each row."""
    with django_assert_max_num_queries(12):
        rows(client.get(reverse("agenda:export_as_of", args=["2026-11-25", "csv"])))
