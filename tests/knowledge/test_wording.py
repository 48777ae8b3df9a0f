"""The euphemism check on our own set, and its command for programs."""

import json
import re
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from consuno.domain import rows
from consuno.knowledge.terms import found, terms
from consuno.knowledge.wording import check, language_of, plain

SET = [
    line
    for line in (Path(__file__).parent / "sentences.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
WORDING = reverse("knowledge:wording")


def wanted(line):
    return re.findall(r"\[(.*?)\]", line)


def bare(line):
    return re.sub(r"[\[\]]", "", line)


def test_precision_and_recall_on_our_own_set():
    right = false = missed = 0
    for line in SET:
        got = [mark.span for mark in check(bare(line))]
        for span in wanted(line):
            if span in got:
                got.remove(span)
                right += 1
            else:
                missed += 1
        false += len(got)
    assert sum(bool(wanted(line)) for line in SET) >= 40
    assert sum(not wanted(line) for line in SET) >= 40
    assert right / (right + false) >= 0.9
    assert right / (right + missed) >= 0.9


@pytest.mark.acta("A3.b.2")
@pytest.mark.parametrize(
    ("text", "span", "suggest"),
    [
        ("Los niños fueron alojados en la estación migratoria.", "alojados", "detención"),
        ("Cobrar por cruzar la frontera es trata.", "trata", "tráfico ilícito de migrantes"),
        ("The guidelines were socialised.", "socialised", "circulated for comments"),
    ],
)
def test_what_is_said_instead(text, span, suggest):
    (mark,) = check(text)
    assert (mark.span, mark.suggest) == (span, suggest)


def test_quotations_and_official_titles_are_left_alone():
    for text in (
        "El acta dice «migrantes ilegales».",
        'They wrote "illegal migrants" in the draft.',
        "La Ley contra el Tráfico de Personas se reformó.",
        "The Illegal Immigration Act was debated.",
    ):
        assert check(text) == []
    assert check("LOS MIGRANTES ILEGALES")  # a heading in capitals is no title


def test_each_occurrence_with_its_line_and_place():
    text = "Nada.\n\n  Los migrantes ilegales y las mujeres ilegales."
    marks = check(text)
    assert [(mark.line, mark.span) for mark in marks] == [(3, "ilegales"), (3, "ilegales")]
    for mark in marks:
        assert text.splitlines()[mark.line - 1][mark.start : mark.end] == mark.span


def test_the_language_of_each_line_is_seen():
    assert language_of("La reunión de los países") == "es"
    assert language_of("The meeting of the countries") == "en"
    marks = check("Los migrantes ilegales llegaron.\nThe illegal migrants arrived.")
    assert [mark.suggest for mark in marks] == ["en situación irregular", "irregular"]


@given(st.text(max_size=300))
def test_any_text_is_read_and_marks_stand_where_they_say(text):
    assert len(plain(text)) == len(text)
    lines = text.splitlines()
    for mark in check(text):
        assert lines[mark.line - 1][mark.start : mark.end] == mark.span


def test_the_command_for_programs(tmp_path):
    file = tmp_path / "acta.txt"
    file.write_text("\nLos migrantes ilegales llegaron.\n", encoding="utf-8")
    out = StringIO()
    call_command("check_terms", file, "--json", stdout=out)
    (row,) = json.loads(out.getvalue())
    assert list(row) == ["line", "start", "span", "suggest", "why"]
    assert (row["line"], row["start"], row["span"]) == (2, 14, "ilegales")
    plain_out = StringIO()
    call_command("check_terms", file, stdout=plain_out)
    assert "2:14  ilegales → en situación irregular" in plain_out.getvalue()
    with pytest.raises(CommandError, match="No se puede leer"):
        call_command("check_terms", tmp_path / "nada.txt")


def test_long_lines_take_no_longer_than_they_should():
    assert check("los migrantes " * 5000) == []


def test_the_terms_hold_together():
    assert all(
        each.name.es and each.name.en and each.about.es and each.about.en
        for each in terms().values()
    )
    assert "trata" in [each.slug for each in found("people trafficking")]
    assert "detencion" in [each.slug for each in found("aseguramiento")]
    assert found("zzz") == []


def test_the_pages(agenda, client):
    page = client.get(reverse("knowledge:terms"), {"q": "apatrida"}).content.decode()
    assert "stateless person" in page
    text = "Los migrantes ilegales llegaron."
    checked = client.post(WORDING, {"text": text}).content.decode()
    assert "en situación irregular" in checked
    assert text in checked
    assert "100 000 letras" in client.post(WORDING, {"text": "a" * 100_001}).content.decode()
    part = client.post(
        WORDING,
        {"discussion": text},
        headers={"HX-Request": "true", "HX-Trigger-Name": "discussion"},
    ).content.decode()
    assert part.strip().startswith("<ul>")
    assert "<html" not in part


@pytest.mark.parametrize(
    "address", ["/solicitudes/nueva/", "/reuniones/esfuerzos/nuevo/", "/reuniones/mesas/SV/"]
)
def test_words_are_checked_where_institutions_write(cast, client, address):
    client.force_login(cast["ana" if "solicitudes" in address else "carla"])
    page = client.get(address).content.decode()
    assert f'hx-post="{WORDING}"' in page
    assert 'class="wording"' in page


@pytest.mark.parametrize(
    ("text", "span", "suggest", "source"),
    [
        ("Una avalancha de migrantes llegó al puente (prueba).", "avalancha de migrantes", "aumento de llegadas", "PICUM"),
        ("Eran esclavas sexuales en una casa cerrada (prueba).", "esclavas sexuales", "víctimas de explotación sexual", "Luxemburgo"),
        ("Los discapacitados esperan aparte (prueba).", "discapacitados", "personas con discapacidad", "Naciones Unidas"),
        ("Pidió asilo por su preferencia sexual (prueba).", "preferencia sexual", "orientación sexual", "GLAAD"),
        ("The flood of migrants crossed the river (test).", "flood of migrants", "more arrivals", "PICUM"),
        ("They looked for child porn on the phones (test).", "child porn", "child sexual abuse material", "Luxembourg"),
        ("She was hired as a domestic servant (test).", "domestic servant", "domestic workers", "ILO"),
    ],
)  # fmt: skip
def test_published_terminologies_are_named(text, span, suggest, source):
    (mark,) = check(text)
    assert (mark.span, mark.suggest) == (span, suggest)
    assert source in mark.why


@pytest.mark.parametrize(
    "text",
    [
        "Las personas con discapacidad tienen prioridad en la fila (prueba).",
        "La marea subió y el río creció de noche (prueba).",
        "El documento de identidad cambió de manos (prueba).",
        "A wave of heat reached the border post (test).",
        "Domestic workers have their own convention (test).",
        "The child was housed with her aunt (test).",
    ],
)
def test_plain_entries_leave_alone_what_is_said_well(text):
    assert check(text) == []


def test_every_entry_of_the_term_base_has_a_published_source_in_both_languages():
    sources = {row["slug"]: row for row in rows("terms/term_sources.csv")}
    base = rows("terms/termbase.csv")
    assert len(base) > 100
    assert {row["source"] for row in base} == set(sources)
    for row in sources.values():
        assert re.search(r"\b(19|20)\d\d\b", row["es"])
        assert re.search(r"\b(19|20)\d\d\b", row["en"])
