"""The command `consuno extract_minutes`, as a secretary uses it in a terminal."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.agenda import papers

PAPER = Path(__file__).parents[1] / "reader" / "corpus" / "comite-agua-1974.es.txt"


def consuno(*words, **kwargs):
    return subprocess.run(
        [sys.executable, "-m", "consuno", "extract_minutes", *map(str, words)],
        capture_output=True, text=True, check=False, **kwargs,
    )  # fmt: skip


def test_json_has_the_promised_shape():
    done = consuno(PAPER, "--json", "--date", "1974-03-01")
    found = json.loads(done.stdout)
    assert set(found["meeting"]) == {"title", "place", "dates", "bodies"}
    item = found["items"][0]
    promised = (
        "ref kind text lines theme parent responsible requester beneficiaries condition deadline "
        "distributive actionable rule"
    )
    assert set(promised.split()) <= set(item)
    assert {"kind", "text", "edtf", "resolved"} <= set(item["deadline"])
    assert set(found["possible"][0]) == {"text", "lines", "score"}


def test_table_shows_items_and_counts():
    done = consuno(PAPER)
    assert done.returncode == 0
    counts, sentences = done.stdout.split("elementos, ")
    assert counts.count("\n") > 3
    assert "Frases por mirar:\nl." in sentences


def test_a_reader_that_closes_early_is_no_error():
    line = f"{sys.executable} -m consuno extract_minutes {PAPER} | head -1"
    done = subprocess.run(line, shell=True, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "vacío"), (b"\x00x\x01", "no es un texto"), (b"x" * (10 * 1024 * 1024 + 1), "10 MB")],
)
def test_a_file_that_cannot_be_read_gets_a_sentence(tmp_path, content, sentence):
    file = tmp_path / "acta.txt"
    file.write_bytes(content)
    done = consuno(file)
    assert done.returncode == 1
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_file_gets_a_sentence(tmp_path):
    done = consuno(tmp_path / "no.txt", env={**os.environ})
    assert "No se puede leer" in done.stderr


def test_a_text_without_agreements_says_so(tmp_path):
    file = tmp_path / "nota.txt"
    file.write_text("Hoy llueve en la ciudad.", encoding="utf-8")
    assert "No se encontró ningún acuerdo" in consuno(file).stdout


def test_english_is_read_too(tmp_path):
    file = tmp_path / "note.txt"
    file.write_text(
        "The Committee agreed that the Secretariat shall report by 3 May 2014.", "utf-8"
    )
    done = consuno(file, "--date", "2014-04-01")
    assert done.stderr == ""
    assert "2014-05-03" in done.stdout


AGREED = "La ST de la CRM enviará el informe a más tardar el 3 de mayo de 2027."


def test_a_file_of_another_kind_is_read(tmp_path):
    file = tmp_path / "acta.docx"
    file.write_bytes(
        papers.word(f"<w:p>{papers.run('ACUERDOS')}</w:p><w:p>{papers.run(AGREED)}</w:p>")
    )
    assert "2027-05-03" in consuno(file).stdout


def test_what_is_piped_in_is_read_by_what_it_holds():
    head = "From: a@example.org\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n"
    found = json.loads(consuno("-", "--json", input=f"{head}\n<p>ACUERDOS<p>{AGREED}").stdout)
    assert [item["lines"] for item in found["items"]] == [[2]]
