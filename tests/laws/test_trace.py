"""Every sentence of the 2013 minutes has its row, and the row says the truth."""

import re
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.urls import resolve

from consuno.agenda.actions import load_agenda
from consuno.directory.actions import load_bodies
from consuno.site import trace
from tests.shared import SHARED, needs_shared

TESTS = Path(__file__).resolve().parents[1]


def marked() -> set[str]:
    found = set()
    for file in TESTS.rglob("test_*.py"):
        for names in re.findall(r"mark\.acta\(([^)]*)\)", file.read_text("utf-8")):
            found |= set(re.findall(r'"([^"]+)"', names))
    return found


@needs_shared
def test_every_id_of_the_minutes_has_its_row():
    text = (SHARED / "design" / "product.md").read_text("utf-8")
    section = text[text.index("\n## 2.") : text.index("\n## 3.")]
    ids = re.findall(r"^\| ([A-Z][\w.–]*) \| ([\d–, ]+) \|", section, re.M)
    assert [(row.id, row.lines) for row in trace.rows()] == ids


def test_every_row_is_in_both_languages_under_its_heading():
    assert all(row.text.es and row.text.en for row in trace.rows())
    assert sum(len(rows) for _title, rows in trace.parts()) == len(trace.rows())
    anchors = [anchor for row in trace.rows() for anchor in row.anchors]
    assert len(anchors) == len(set(anchors))
    assert {"P5", "A1.1.b", "A3.g", "N.2", "A3.c.2"} <= set(anchors)


def test_what_is_said_to_work_has_a_page_and_a_test():
    shown = marked()
    for row in trace.rows():
        assert row.status in {"built", "partly", "planned"}
        assert bool(row.page) == (row.status != "planned"), row.id
        if row.status == "built":
            assert row.id in shown, row.id
        # What works in part says, in both languages, which part does not; nothing else does.
        said = bool(row.missing.es) and bool(row.missing.en)
        assert said == (row.status == "partly"), row.id
        if row.page:
            resolve(row.page.partition("?")[0])


@pytest.mark.django_db
def test_every_page_of_a_row_answers(client):
    load_bodies()
    load_agenda()
    for row in trace.rows():
        if row.page:
            assert client.get(row.page).status_code == 200, row.id


@pytest.mark.django_db
def test_the_page_shows_every_row(client):
    html = client.get("/acta/").content.decode()
    assert all(f'id="{anchor}"' in html for row in trace.rows() for anchor in row.anchors)
    assert "Funciona" in html


def test_the_command_finds_by_id_and_by_word(capsys):
    call_command("trace", "A1.1.b")
    assert capsys.readouterr().out.startswith("A1.1.a–c")
    call_command("trace", "apátridas")
    assert "A3.e–h" in capsys.readouterr().out
    call_command("trace")
    assert len(capsys.readouterr().out.splitlines()) == len(trace.rows())
    with pytest.raises(CommandError, match="Nada"):
        call_command("trace", "zzz")
