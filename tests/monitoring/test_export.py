"""The data as files, with columns that say what they mean."""

import csv
import io
import json

import pytest
from openpyxl import load_workbook

from consuno.core.models import AuditEntry
from consuno.monitoring import actions
from consuno.monitoring.models import Obligation
from consuno.monitoring.queries.export import COLUMNS, rows
from tests.monitoring.test_cycles import WRITTEN, cycle, report, today

__all__ = ["cycle", "report", "today"]


@pytest.fixture
def said(report, cast):
    report = actions.send_report(
        report=report, revision=1, by=cast["carla"], sdg_target="10.7", indicator="=2 leyes",
        **WRITTEN,
    )  # fmt: skip
    return actions.validate_report(report=report, by=cast["marta"])


def got(client, kind):
    return client.get(f"/seguimiento/datos/seguimiento.{kind}")


def test_the_three_say_the_same(said, cast, client):
    client.force_login(cast["carla"])
    content = json.loads(got(client, "json").content)
    assert set(content["columns"]) == {column.key for column in COLUMNS}
    assert len(content["rows"]) == Obligation.objects.count()
    (row,) = [each for each in content["rows"] if each["sdg_target"]]
    assert (row["institution"], row["country"]) == ("DGM:SV", "SV")
    assert (row["self_rating"], row["cycle"], row["rating"]) == ("limited", "2026-II", None)
    assert "ninez" in str(row["populations"])
    text = b"".join(got(client, "csv").streaming_content).decode("utf-8-sig")
    table = list(csv.DictReader(io.StringIO(text)))
    assert list(table[0]) == [column.key for column in COLUMNS]
    assert [each["indicator"] for each in table if each["indicator"]] == ["'=2 leyes"]
    book = load_workbook(io.BytesIO(got(client, "xlsx").content))
    assert book.worksheets[0].max_row == len(content["rows"]) + 1
    assert book.worksheets[1].max_row == len(COLUMNS) + 1
    assert AuditEntry.objects.filter(verb="take_away").count() == 3


def test_each_row_has_every_column(said):
    keys = [column.key for column in COLUMNS]
    assert all(list(row) == keys for row in rows())


def test_milestones_and_their_figure(said, cast):
    found = [(row["milestones"], row["progress"]) for row in rows() if row["cycle"]]
    assert found == [(0, None)]
    actions.set_milestone(
        obligation=said.obligation, title="(inventado)", weight=2, by=cast["carla"]
    )
    assert [(row["milestones"], row["progress"]) for row in rows() if row["cycle"]] == [(1, 0)]


def test_queries_do_not_grow_with_rows(said, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        list(rows())


def test_the_page_says_what_each_column_is(said, cast, client):
    client.force_login(cast["carla"])
    page = client.get("/seguimiento/datos/").content.decode()
    assert "Lo que ambas Secretarías encuentran" in page
    assert got(client, "exe").status_code == 404
    panel = client.get("/seguimiento/panel/").content.decode()
    assert "Mapa de casillas" in panel
    assert "pais=SV&amp;plazo=vencido" in panel
